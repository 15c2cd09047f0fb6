//! Reports as documents to print.

mod organisation;
mod team;

pub use organisation::organisation_document;
pub use team::{Reader, team_document};

use super::pdf::{Align, Block, Cell, Column, Document, Figure, Table};
use crate::chart::Svg;
use crate::report::ChangeRow;
use crate::text::{Lang, Markup, Sentence};
use chrono::{Datelike, NaiveDate};

/// A chart in a document; `alt` is read to those who do not see it.
fn figure(chart: &Svg, alt: &str) -> Block {
    Block::Figure(Figure {
        svg: chart.markup().to_owned(),
        alt: alt.to_owned(),
        caption: String::new(),
    })
}

fn heading(key: &str, lang: Lang) -> Block {
    Block::Heading(2, lang.text(key))
}

/// A table with these columns: the key of the head, whether it holds numbers, and its weight.
fn table(columns: &[(&str, bool, f32)], rows: Vec<Vec<String>>, lang: Lang) -> Block {
    let columns = columns.iter();
    let columns = columns.map(|(head, number, weight)| column(lang.text(head), *number, *weight));
    rows_under(columns.collect(), rows)
}

/// A column, which holds numbers or not.
fn column(head: String, number: bool, weight: f32) -> Column {
    Column {
        head,
        align: if number { Align::Right } else { Align::Left },
        weight,
    }
}

/// A table whose first column names its rows.
fn rows_under(columns: Vec<Column>, rows: Vec<Vec<String>>) -> Block {
    let cells = |row: Vec<String>| row.into_iter().map(Cell::from).collect();
    Block::Table(Table {
        caption: String::new(),
        columns,
        rows: rows.into_iter().map(cells).collect(),
        row_heads: true,
    })
}

/// A document with what is the same in all.
fn document(
    title: String,
    subtitle: String,
    owner: &str,
    wave: &str,
    day: NaiveDate,
    lang: Lang,
) -> Document {
    let year = u16::try_from(day.year()).unwrap_or_default();
    Document {
        running: format!("{owner} \u{00b7} {wave}"),
        title,
        subtitle,
        lang: lang.code().to_owned(),
        author: owner.to_owned(),
        page_of: "{page} / {pages}".to_owned(),
        created: Some((year, day.month() as u8, day.day() as u8, 0, 0)),
        blocks: Vec::new(),
    }
}

/// What moved, a line each, and how many topics did not.
fn moved(changes: &[&ChangeRow], lang: Lang) -> Block {
    let (still, moved): (Vec<&ChangeRow>, Vec<&ChangeRow>) =
        changes.iter().partition(|change| !change.is_visible());
    let mut lines: Vec<String> = moved.iter().map(|change| change.sentence.clone()).collect();
    if !still.is_empty() {
        let still = Sentence::new("team-unmoved").with("topics", still.len());
        lines.push(still.in_lang(lang));
    }
    Block::Bullets(lines)
}

/// A figure, or a dash.
fn number(value: Option<i64>) -> String {
    value.map_or_else(none, |value| value.to_string())
}

/// A difference with its sign, or a dash.
fn signed(value: Option<i64>, lang: Lang) -> String {
    value.map_or_else(none, |value| lang.signed(value))
}

fn none() -> String {
    "\u{2013}".to_owned()
}

/// The two ends of an interval.
fn interval(lo: impl ToString, hi: impl ToString, lang: Lang) -> String {
    let ends = Sentence::new("team-interval").with("lo", lo.to_string());
    ends.with("hi", hi.to_string()).in_lang(lang)
}
