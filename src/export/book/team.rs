use super::{book, column, columns, count, number, read_me, sheet, text, tidy};
use crate::export::team;
use crate::export::workbook::{Book, Chart, ChartKind, Kind, Sheet, Value};
use crate::report::{GapRow, GapsRow, LeadersBelow, Line, TeamPage, Trend, UnitReport};
use crate::text::{Lang, Sentence};

/// A team's report as a workbook: what to know first, scores, waves, involvement, every figure, every statement.
pub fn team_book(page: &TeamPage, lang: Lang) -> Book {
    let mut sheets = Vec::new();
    if let Some(report) = &page.report {
        sheets.push(read_me(notes(page, report, lang), lang));
        sheets.push(scores(report, lang));
        let leaders = page.leaders.as_ref();
        sheets.extend(leaders.map(|found| leaders_below(found, lang)));
        sheets.extend(page.trend.as_ref().map(|trend| waves(trend, lang)));
        sheets.extend(involvement(report, lang));
        sheets.extend(comments(page, lang));
        sheets.push(tidy(&team(page), lang));
    } else {
        sheets.push(read_me(page.withheld.iter().cloned().collect(), lang));
    }
    book(&page.team, &page.head, sheets, &page.codebook, lang)
}

fn notes(page: &TeamPage, report: &UnitReport, lang: Lang) -> Vec<String> {
    let head = &page.head;
    let mut notes = vec![
        format!(
            "{} \u{00b7} {} \u{00b7} {} \u{00b7} {}",
            head.owner, page.team, head.wave, head.released
        ),
        report.headline.clone(),
        report.answered.clone(),
        scale(report, lang),
    ];
    notes.extend(report.withheld.iter().cloned());
    notes.push(report.parameters.clone());
    notes
}

/// What the figures mean, as far as the survey has them.
pub(super) fn scale(report: &UnitReport, lang: Lang) -> String {
    let [low, high] = &report.ends;
    let scale = Sentence::new("book-scale")
        .with("low", low.as_str())
        .with("high", high.as_str());
    let worse = !report.traps.is_empty() || report.chaos.is_some();
    let worse = worse.then(|| lang.text("book-worse"));
    let said = [scale.in_lang(lang), lang.text("book-ranges")];
    said.into_iter().chain(worse).collect::<Vec<_>>().join(" ")
}

/// What members wrote, by question.
fn comments(page: &TeamPage, lang: Lang) -> Option<Sheet> {
    let heads = [
        ("book-question", Kind::Text),
        ("team-comments-title", Kind::Text),
    ];
    let questions = page.comments.as_ref()?;
    let rows = questions.iter().flat_map(|one| {
        let comments = one.comments.iter();
        comments.map(|comment| vec![text(&one.question), text(comment)])
    });
    let rows = rows.collect();
    Some(sheet(
        "team-comments-title",
        columns(&heads, lang),
        rows,
        lang,
    ))
}

fn scores(report: &UnitReport, lang: Lang) -> Sheet {
    let heads = [
        ("team-column-topic", Kind::Text),
        ("team-column-team", Kind::Whole),
        ("book-low", Kind::Whole),
        ("book-high", Kind::Whole),
        ("team-column-leader", Kind::Whole),
        ("team-column-gap", Kind::Whole),
        ("book-gap-low", Kind::Whole),
        ("book-gap-high", Kind::Whole),
        ("team-column-answers", Kind::Whole),
        ("book-invited", Kind::Whole),
        ("book-capped", Kind::Flag),
        ("team-column-meaning", Kind::Text),
    ];
    let cells = |row: &GapRow| {
        vec![
            text(&row.title),
            number(Some(row.team)),
            number(Some(row.lo)),
            number(Some(row.hi)),
            number(row.leader),
            number(row.gap),
            number(row.gap_lo),
            number(row.gap_hi),
            count(Some(row.base)),
            count(Some(report.invited)),
            Value::Flag(row.capped),
            text(&row.sentence),
        ]
    };
    let rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
    let rows = rows.map(cells).collect();
    let mut sheet = sheet("book-scores", columns(&heads, lang), rows, lang);
    if report.gaps.iter().any(|row| row.leader.is_some()) {
        sheet.chart = Some(Chart {
            kind: ChartKind::Gap,
            series: vec![1, 4],
            title: report.headline.clone(),
        });
    }
    sheet
}

/// How many leaders lie in which column, by topic; none by name.
fn leaders_below(found: &LeadersBelow, lang: Lang) -> Sheet {
    let topic = column(&lang.text("team-column-topic"), Kind::Text);
    let heads = found.columns.iter().map(|head| column(head, Kind::Whole));
    let cells = |row: &GapsRow| {
        let counts = row.counts.iter().map(|count| super::count(Some(*count)));
        std::iter::once(text(&row.title)).chain(counts).collect()
    };
    let rows = found.rows.iter().map(cells).collect();
    let columns = std::iter::once(topic).chain(heads).collect();
    let mut sheet = sheet("book-leaders", columns, rows, lang);
    sheet.notes = vec![lang.text("chart-leaders-subtitle"), found.sentence.clone()];
    sheet
}

/// A row for each wave, a column for each topic.
pub(super) fn waves(trend: &Trend, lang: Lang) -> Sheet {
    let topics = trend.lines.iter();
    let topics = topics.map(|line| column(&line.title, Kind::Whole));
    let wave = column(&lang.text("book-wave"), Kind::Text);
    let columns = std::iter::once(wave).chain(topics).collect();
    let row = |(place, column): (usize, &crate::report::Column)| {
        let point = |line: &Line| {
            let point = line.points.get(place).and_then(Option::as_ref);
            number(point.map(|point| point.team))
        };
        let points = trend.lines.iter().map(point);
        std::iter::once(text(&column.title)).chain(points).collect()
    };
    let rows = trend.waves.iter().enumerate().map(row).collect();
    let mut sheet = sheet("team-trend-title", columns, rows, lang);
    sheet.chart = Some(Chart {
        kind: ChartKind::Trend,
        series: (1..).zip(&trend.lines).map(|(column, _)| column).collect(),
        title: lang.text("team-trend-title"),
    });
    sheet
}

fn involvement(report: &UnitReport, lang: Lang) -> Option<Sheet> {
    let found = report.involvement.as_ref()?;
    let sides = [
        ("chart-team", found.shares),
        ("chart-leader", found.leader_shares),
    ];
    let row = |(side, shares): (&str, Option<[i64; 3]>)| {
        let shares = shares?.map(|share| Value::Number(share as f64 / 100.0));
        let side = std::iter::once(text(&lang.text(side)));
        Some(side.chain(shares).collect())
    };
    let rows: Vec<Vec<Value>> = sides.into_iter().filter_map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let heads = [
        ("book-side", Kind::Text),
        ("team-involvement-little", Kind::Percent),
        ("team-involvement-right", Kind::Percent),
        ("team-involvement-much", Kind::Percent),
    ];
    let mut sheet = sheet("team-involvement-title", columns(&heads, lang), rows, lang);
    sheet.chart = Some(Chart {
        kind: ChartKind::Involvement,
        series: vec![1, 2, 3],
        title: found.sentence.clone(),
    });
    Some(sheet)
}
