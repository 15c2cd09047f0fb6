//! Reports as documents to print.

mod organisation;
mod team;

pub use organisation::organisation_document;
pub use team::{Reader, team_document};

use super::pdf::{Block, Column, Figure, Table};
use crate::chart::Svg;
use crate::report::ChangeRow;
use crate::text::{Lang, Markup, Sentence};

/// A chart in a document; `alt` is read to those who do not see it.
fn figure(chart: &Svg, alt: &str) -> Block {
    Block::Figure(Figure {
        size: chart.size(),
        svg: chart.markup().to_owned(),
        alt: alt.to_owned(),
    })
}

fn heading(key: &str, lang: Lang) -> Block {
    Block::Heading(2, lang.text(key))
}

/// A table with these columns: the key of the head, whether it holds numbers, and its weight.
fn table(columns: &[(&str, bool, f32)], rows: Vec<Vec<String>>, lang: Lang) -> Block {
    let column = |(head, number, weight): &(&str, bool, f32)| Column {
        head: lang.text(head),
        number: *number,
        weight: *weight,
    };
    Block::Table(Table {
        columns: columns.iter().map(column).collect(),
        rows,
    })
}

/// What moved, a line each, and how many topics did not.
fn moved(changes: &[&ChangeRow], lang: Lang) -> Block {
    let (still, moved): (Vec<&ChangeRow>, Vec<&ChangeRow>) =
        changes.iter().partition(|change| change.verdict == "none");
    let mut lines: Vec<String> = moved.iter().map(|change| change.sentence.clone()).collect();
    if !still.is_empty() {
        let still = Sentence::new("team-unmoved").with("topics", still.len());
        lines.push(still.in_lang(lang));
    }
    Block::Bullets(lines)
}

/// A figure, or a dash.
fn number(value: Option<i64>) -> String {
    value.map_or_else(|| "\u{2013}".to_owned(), |value| value.to_string())
}

/// A difference with its sign, or a dash.
fn signed(value: Option<i64>) -> String {
    match value {
        Some(value @ 1..) => format!("+{value}"),
        Some(0) => "\u{00b1}0".to_owned(),
        Some(value) => format!("\u{2212}{}", value.unsigned_abs()),
        None => number(None),
    }
}
