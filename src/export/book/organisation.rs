use super::team::{scale, waves};
use super::{book, column, columns, count, number, read_me, sheet, text, tidy};
use crate::export::organisation;
use crate::export::workbook::{Book, Kind, Sheet, Value};
use crate::report::{OrganisationPage, RankedTeam, RankedTopic, Row};
use crate::text::Lang;

/// The organisation's report as a workbook.
pub fn organisation_book(page: &OrganisationPage, lang: Lang) -> Book {
    let head = &page.head;
    let mut notes = vec![
        format!(
            "{} \u{00b7} {} \u{00b7} {}",
            head.owner, head.wave, head.released
        ),
        page.rules.clone(),
    ];
    notes.extend(page.whole.as_ref().map(|whole| scale(whole, lang)));
    notes.extend(page.members.clone());
    let mut sheets = vec![read_me(notes, lang), groups(page, lang)];
    sheets.extend(page.trend.as_ref().map(|trend| waves(trend, lang)));
    sheets.extend(ranking(page, lang));
    sheets.push(tidy(&organisation(&head.wave, &page.report), lang));
    book(&head.owner, head, sheets, &page.codebook, lang)
}

fn groups(page: &OrganisationPage, lang: Lang) -> Sheet {
    let fixed = [
        ("organisation-column-group", Kind::Text),
        ("book-together", Kind::Text),
        ("team-column-answers", Kind::Whole),
        ("book-invited", Kind::Whole),
        ("organisation-column-overall", Kind::Whole),
    ];
    let topics = page.report.columns.iter();
    let topics = topics.map(|head| column(&head.title, Kind::Whole));
    let cells = |row: &Row| {
        let head = [
            text(&row.name),
            text(&row.merged.join(", ")),
            count(Some(row.n)),
            count(Some(row.invited)),
            number(row.overall),
        ];
        let means = row.cells.iter().map(|cell| match cell {
            Some(cell) => Value::Score(cell.team, cell.step),
            None => Value::Empty,
        });
        head.into_iter().chain(means).collect()
    };
    let columns = columns(&fixed, lang).into_iter().chain(topics).collect();
    let rows = page.report.rows.iter().map(cells).collect();
    sheet("book-groups", columns, rows, lang)
}

fn ranking(page: &OrganisationPage, lang: Lang) -> Option<Sheet> {
    let ranking = page.ranking.as_ref()?;
    let heads = [
        ("organisation-column-group", Kind::Text),
        ("team-column-answers", Kind::Whole),
        ("team-column-topic", Kind::Text),
        ("organisation-ranking-own", Kind::Whole),
        ("organisation-ranking-expected", Kind::Whole),
        ("book-low", Kind::Whole),
        ("book-high", Kind::Whole),
        ("organisation-ranking-mean", Kind::Whole),
        ("team-column-meaning", Kind::Text),
    ];
    let cells = |row: &RankedTeam, topic: &RankedTopic| {
        vec![
            text(&row.name),
            count(Some(row.n)),
            text(&topic.title),
            number(Some(topic.own)),
            number(Some(topic.expected)),
            number(Some(topic.lo)),
            number(Some(topic.hi)),
            number(Some(topic.mean)),
            text(&topic.sentence),
        ]
    };
    let of_team = |row| move |topic| cells(row, topic);
    let rows = ranking.rows.iter();
    let rows = rows.flat_map(|row| row.topics.iter().map(of_team(row)));
    let rows = rows.collect();
    let mut sheet = sheet("book-ranking", columns(&heads, lang), rows, lang);
    sheet.notes = vec![
        ranking.sentence.clone(),
        lang.text("organisation-ranking-purpose"),
    ];
    Some(sheet)
}
