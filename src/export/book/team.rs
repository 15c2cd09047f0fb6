use super::{codebook, day, number, read_me, sheet, text, tidy};
use crate::export::team;
use crate::export::workbook::{Book, Chart, Column, Kind, Sheet, Table, Value};
use crate::report::{GapRow, TeamPage, Trend, UnitReport};
use crate::text::Lang;

/// A team's report as a workbook: what to know first, scores, waves, involvement, every figure, every statement.
pub fn team_book(page: &TeamPage, lang: Lang) -> Book {
    let mut sheets = Vec::new();
    if let Some(report) = &page.report {
        sheets.push(read_me(notes(page, report, lang), lang));
        sheets.push(scores(report, lang));
        sheets.extend(page.trend.as_ref().map(|trend| waves(trend, lang)));
        sheets.extend(involvement(report, lang));
        sheets.push(tidy(&team(page), lang));
    } else {
        sheets.push(read_me(vec![page.withheld.clone()], lang));
    }
    sheets.push(codebook(&page.codebook, lang));
    Book {
        title: format!("{} \u{00b7} {}", page.team, page.wave),
        author: page.owner.clone(),
        created: day(page.released_on),
        sheets,
    }
}

fn notes(page: &TeamPage, report: &UnitReport, lang: Lang) -> Vec<String> {
    let mut notes = vec![
        format!(
            "{} \u{00b7} {} \u{00b7} {}",
            page.team, page.wave, page.released
        ),
        report.headline.clone(),
        report.answered.clone(),
        lang.text("book-scale"),
    ];
    notes.extend(report.withheld.iter().cloned());
    notes.push(report.parameters.clone());
    notes
}

fn scores(report: &UnitReport, lang: Lang) -> Sheet {
    let columns = [
        ("team-column-topic", Kind::Text),
        ("team-column-team", Kind::Whole),
        ("book-low", Kind::Whole),
        ("book-high", Kind::Whole),
        ("team-column-leader", Kind::Whole),
        ("team-column-gap", Kind::Whole),
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
            Value::Number(row.base as f64),
            Value::Number(report.invited as f64),
            Value::Flag(row.capped),
            text(&row.sentence),
        ]
    };
    let rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
    let mut sheet = sheet("book-scores", &columns, rows.map(cells).collect(), lang);
    if report.gaps.iter().any(|row| row.leader.is_some()) {
        sheet.chart = Some(Chart::Gap {
            labels: 0,
            team: 1,
            leader: 4,
            title: report.headline.clone(),
        });
    }
    sheet
}

/// A row for each wave, a column for each topic.
pub(super) fn waves(trend: &Trend, lang: Lang) -> Sheet {
    let topic = |line: &crate::report::Line| Column {
        head: line.title.clone(),
        kind: Kind::Whole,
    };
    let wave = Column {
        head: lang.text("book-wave"),
        kind: Kind::Text,
    };
    let row = |(place, column): (usize, &crate::report::Column)| {
        let point = |line: &crate::report::Line| {
            let point = line.points.get(place).and_then(Option::as_ref);
            number(point.map(|point| point.team))
        };
        let title = text(&column.title);
        std::iter::once(title)
            .chain(trend.lines.iter().map(point))
            .collect()
    };
    Sheet {
        name: lang.text("team-trend-title"),
        notes: Vec::new(),
        table: Some(Table {
            columns: std::iter::once(wave)
                .chain(trend.lines.iter().map(topic))
                .collect(),
            rows: trend.waves.iter().enumerate().map(row).collect(),
        }),
        chart: Some(Chart::Trend {
            labels: 0,
            series: (1..=trend.lines.len()).collect(),
            title: lang.text("team-trend-title"),
        }),
    }
}

fn involvement(report: &UnitReport, lang: Lang) -> Option<Sheet> {
    let found = report.involvement.as_ref()?;
    let sides = [
        ("chart-team", found.shares),
        ("chart-leader", found.leader_shares),
    ];
    let rows: Vec<Vec<Value>> = sides
        .into_iter()
        .filter_map(|(side, shares)| {
            let shares = shares?.map(|share| Value::Number(share as f64 / 100.0));
            Some(
                std::iter::once(text(&lang.text(side)))
                    .chain(shares)
                    .collect(),
            )
        })
        .collect();
    let columns = [
        ("book-side", Kind::Text),
        ("team-involvement-little", Kind::Percent),
        ("team-involvement-right", Kind::Percent),
        ("team-involvement-much", Kind::Percent),
    ];
    if rows.is_empty() {
        return None;
    }
    let mut sheet = sheet("team-involvement-title", &columns, rows, lang);
    sheet.chart = Some(Chart::Stacked {
        labels: 0,
        series: vec![1, 2, 3],
        title: found.sentence.clone(),
    });
    Some(sheet)
}
