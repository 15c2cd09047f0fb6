//! Reports as documents to print.

mod below;
mod organisation;
mod team;

pub use organisation::organisation_document;
pub use team::{Reader, team_document};

use super::pdf::{Block, Column, Document, Figure, Table};
use crate::chart::Svg;
use crate::report::{ChangeRow, PageHead};
use crate::text::{Lang, Markup, Sentence};

/// A chart, if there is one, under the heading of a key; the message of `alt` is read to those who do not see it.
/// Returns whether there is one.
fn chart(blocks: &mut Vec<Block>, title: &str, drawn: Option<Svg>, alt: &str, lang: Lang) -> bool {
    let Some(chart) = drawn else { return false };
    blocks.push(heading(title, lang));
    blocks.push(Block::Figure(Figure {
        svg: chart.markup().to_owned(),
        alt: lang.text(alt),
    }));
    true
}

fn heading(key: &str, lang: Lang) -> Block {
    Block::Heading(lang.text(key))
}

/// A table with these columns: the key of the head, whether it holds numbers, and its weight.
fn table(columns: &[(&str, bool, f32)], rows: Vec<Vec<String>>, lang: Lang) -> Block {
    let columns = columns.iter();
    let columns = columns.map(|(head, number, weight)| column(lang.text(head), *number, *weight));
    Block::Table(Table {
        columns: columns.collect(),
        rows,
    })
}

/// A column, which holds numbers or not.
fn column(head: String, numbers: bool, weight: f32) -> Column {
    Column {
        head,
        numbers,
        weight,
    }
}

/// A document with what is the same in all: `kicker` is the message below the title, and `about` says at the foot
/// whose figures they are.
fn document(
    head: &PageHead,
    (title, kicker, about): (String, &'static str, &str),
    mut blocks: Vec<Block>,
    lang: Lang,
) -> Document {
    if let Some(short) = &head.short {
        let promise = Sentence::new("report-promise").with("short", short.as_str());
        blocks.push(Block::Muted(promise.in_lang(lang)));
    }
    let subtitle = Sentence::new(kicker)
        .with("wave", head.wave.as_str())
        .with("released", head.released.as_str())
        .with("promise", head.promise);
    Document {
        title,
        subtitle: subtitle.in_lang(lang),
        lang: lang.code().to_owned(),
        author: head.owner.clone(),
        logo: None,
        running: format!("{about} \u{00b7} {}", head.wave),
        created: head.released_on,
        blocks,
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
