//! Reports as workbooks.

mod organisation;
mod team;

pub use organisation::organisation_book;
pub use team::team_book;

use super::tidy::{COLUMNS, TidyRow};
use super::workbook::{Book, Column, Kind, Sheet, Table, Value};
use crate::report::{CodebookRow, PageHead};
use crate::text::Lang;

/// A book with what is the same in all: it ends with every figure and every statement of the survey.
fn book(
    title: &str,
    head: &PageHead,
    mut sheets: Vec<Sheet>,
    statements: &[CodebookRow],
    lang: Lang,
) -> Book {
    sheets.push(codebook(statements, lang));
    Book {
        title: format!("{title} \u{00b7} {}", head.wave),
        author: head.owner.clone(),
        logo: None,
        created: head.released_on,
        sheets,
    }
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn number(value: Option<i64>) -> Value {
    value.map_or(Value::Empty, |value| Value::Number(value as f64))
}

fn count(value: Option<usize>) -> Value {
    value.map_or(Value::Empty, |value| Value::Number(value as f64))
}

fn column(head: &str, kind: Kind) -> Column {
    let head = head.to_owned();
    Column { head, kind }
}

/// Columns with these heads, by their keys, and what they hold.
fn columns(heads: &[(&str, Kind)], lang: Lang) -> Vec<Column> {
    let heads = heads.iter();
    heads
        .map(|(key, kind)| column(&lang.text(key), *kind))
        .collect()
}

/// A sheet that holds one table.
fn sheet(name: &str, columns: Vec<Column>, rows: Vec<Vec<Value>>, lang: Lang) -> Sheet {
    Sheet {
        name: lang.text(name),
        notes: Vec::new(),
        table: Some(Table { columns, rows }),
        chart: None,
    }
}

/// The sheet to read first.
fn read_me(notes: Vec<String>, lang: Lang) -> Sheet {
    Sheet {
        name: lang.text("book-read-me"),
        notes,
        table: None,
        chart: None,
    }
}

/// Every statement of the survey.
fn codebook(rows: &[CodebookRow], lang: Lang) -> Sheet {
    let heads = [
        ("book-item", Kind::Text),
        ("team-column-topic", Kind::Text),
        ("book-reversed", Kind::Flag),
        ("book-leader", Kind::Text),
        ("book-member", Kind::Text),
    ];
    let wording = |side: &Option<String>| side.as_deref().map_or(Value::Empty, text);
    let cells = |row: &CodebookRow| {
        vec![
            text(&row.item),
            text(&row.title),
            Value::Flag(row.reversed),
            wording(&row.leader),
            wording(&row.member),
        ]
    };
    let rows = rows.iter().map(cells).collect();
    sheet("book-codebook", columns(&heads, lang), rows, lang)
}

/// Every figure on a line of its own, with English names as in the CSV file.
fn tidy(rows: &[TidyRow], lang: Lang) -> Sheet {
    let kinds = [
        Kind::Decimal,
        Kind::Whole,
        Kind::Whole,
        Kind::Whole,
        Kind::Flag,
    ];
    let kinds = [Kind::Text; 6].into_iter().chain(kinds);
    let columns = COLUMNS.iter().zip(kinds);
    let columns = columns.map(|(head, kind)| column(head, kind)).collect();
    let cells = |row: &TidyRow| {
        let figures = [
            row.value.map_or(Value::Empty, Value::Number),
            count(row.n),
            count(row.people),
            count(row.invited),
            Value::Flag(row.capped),
        ];
        row.texts().map(text).into_iter().chain(figures).collect()
    };
    sheet("book-tidy", columns, rows.iter().map(cells).collect(), lang)
}
