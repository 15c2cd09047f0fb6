//! Reports as workbooks.

mod organisation;
mod team;

pub use organisation::organisation_book;
pub use team::team_book;

use super::TidyRow;
use super::workbook::{Column, Kind, Sheet, Table, Value};
use crate::report::CodebookRow;
use crate::text::Lang;
use chrono::{Datelike, NaiveDate};

/// A day as a workbook has it.
fn day(day: NaiveDate) -> (i32, u32, u32) {
    (day.year(), day.month(), day.day())
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn number(value: Option<i64>) -> Value {
    value.map_or(Value::Empty, |value| Value::Number(value as f64))
}

/// A sheet that holds one table, with these columns: the key of the head and what it holds.
fn sheet(name: &str, columns: &[(&str, Kind)], rows: Vec<Vec<Value>>, lang: Lang) -> Sheet {
    let column = |(head, kind): &(&str, Kind)| Column {
        head: lang.text(head),
        kind: *kind,
    };
    Sheet {
        name: lang.text(name),
        notes: Vec::new(),
        table: Some(Table {
            columns: columns.iter().map(column).collect(),
            rows,
        }),
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
    let columns = [
        ("book-item", Kind::Text),
        ("team-column-topic", Kind::Text),
        ("book-reversed", Kind::Flag),
        ("book-leader", Kind::Text),
        ("book-member", Kind::Text),
    ];
    let cells = |row: &CodebookRow| {
        vec![
            text(&row.item),
            text(&row.title),
            Value::Flag(row.reversed),
            text(&row.leader),
            text(&row.member),
        ]
    };
    sheet(
        "book-codebook",
        &columns,
        rows.iter().map(cells).collect(),
        lang,
    )
}

/// Every figure on a line of its own, with English names as in the CSV file.
fn tidy(rows: &[TidyRow], lang: Lang) -> Sheet {
    let names = [
        ("wave", Kind::Text),
        ("team", Kind::Text),
        ("role", Kind::Text),
        ("dimension", Kind::Text),
        ("item", Kind::Text),
        ("statistic", Kind::Text),
        ("value", Kind::Decimal(2)),
        ("n", Kind::Whole),
        ("people", Kind::Whole),
        ("invited", Kind::Whole),
        ("capped", Kind::Flag),
    ];
    let count = |count: Option<usize>| count.map_or(Value::Empty, |n| Value::Number(n as f64));
    let cells = |row: &TidyRow| {
        vec![
            text(&row.wave),
            text(&row.team),
            text(&row.role),
            text(&row.dimension),
            text(&row.item),
            text(&row.statistic),
            row.value.map_or(Value::Empty, Value::Number),
            count(row.n),
            count(row.people),
            count(row.invited),
            Value::Flag(row.capped),
        ]
    };
    Sheet {
        name: lang.text("book-tidy"),
        notes: Vec::new(),
        table: Some(Table {
            columns: names
                .into_iter()
                .map(|(head, kind)| Column {
                    head: head.to_owned(),
                    kind,
                })
                .collect(),
            rows: rows.iter().map(cells).collect(),
        }),
        chart: None,
    }
}
