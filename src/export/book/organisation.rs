use super::team::waves;
use super::{codebook, day, number, read_me, sheet, text, tidy};
use crate::export::organisation;
use crate::export::workbook::{Book, Column, Kind, Sheet, Table, Value};
use crate::report::{OrganisationPage, RankedTeam, Row};
use crate::text::Lang;

/// The organisation's report as a workbook.
pub fn organisation_book(page: &OrganisationPage, lang: Lang) -> Book {
    let owner = page.owner.as_str();
    let notes = vec![
        format!("{owner} \u{00b7} {} \u{00b7} {}", page.wave, page.released),
        lang.text("book-scale"),
        page.rules.clone(),
        page.members.clone(),
    ];
    let mut sheets = vec![read_me(notes, lang), groups(page, lang)];
    sheets.extend(page.trend.as_ref().map(|trend| waves(trend, lang)));
    sheets.extend(ranking(page, lang));
    sheets.push(tidy(&organisation(&page.wave, &page.report), lang));
    sheets.push(codebook(&page.codebook, lang));
    Book {
        title: format!("{owner} \u{00b7} {}", page.wave),
        author: owner.to_owned(),
        created: day(page.released_on),
        sheets,
    }
}

fn groups(page: &OrganisationPage, lang: Lang) -> Sheet {
    let column = |head: String, kind| Column { head, kind };
    let fixed = [
        ("organisation-column-group", Kind::Text),
        ("book-together", Kind::Text),
        ("team-column-answers", Kind::Whole),
        ("book-invited", Kind::Whole),
        ("organisation-column-overall", Kind::Whole),
    ];
    let fixed = fixed.map(|(head, kind)| column(lang.text(head), kind));
    let topics = page
        .report
        .columns
        .iter()
        .map(|head| column(head.title.clone(), Kind::Whole));
    let cells = |row: &Row| {
        let head = [
            text(&row.name),
            text(&row.merged.join(", ")),
            Value::Number(row.n as f64),
            Value::Number(row.invited as f64),
            number(row.overall),
        ];
        let means = row
            .cells
            .iter()
            .map(|cell| number(cell.as_ref().map(|cell| cell.team)));
        head.into_iter().chain(means).collect()
    };
    Sheet {
        name: lang.text("book-groups"),
        notes: Vec::new(),
        table: Some(Table {
            columns: fixed.into_iter().chain(topics).collect(),
            rows: page.report.rows.iter().map(cells).collect(),
        }),
        chart: None,
    }
}

fn ranking(page: &OrganisationPage, lang: Lang) -> Option<Sheet> {
    let ranking = page.ranking.as_ref()?;
    let columns = [
        ("organisation-column-group", Kind::Text),
        ("team-column-answers", Kind::Whole),
        ("organisation-ranking-own", Kind::Whole),
        ("organisation-ranking-expected", Kind::Whole),
        ("book-low", Kind::Whole),
        ("book-high", Kind::Whole),
        ("book-apart", Kind::Flag),
    ];
    let cells = |row: &RankedTeam| {
        vec![
            text(&row.name),
            Value::Number(row.n as f64),
            number(Some(row.own)),
            number(Some(row.expected)),
            number(Some(row.lo)),
            number(Some(row.hi)),
            Value::Flag(row.apart),
        ]
    };
    let mut sheet = sheet(
        "book-ranking",
        &columns,
        ranking.rows.iter().map(cells).collect(),
        lang,
    );
    sheet.notes = vec![
        ranking.sentence.clone(),
        lang.text("organisation-ranking-purpose"),
    ];
    Some(sheet)
}
