//! What a workbook says.

use crate::report::Step;
use chrono::NaiveDate;

/// A workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    pub title: String,
    pub author: String,
    /// A PNG, shown below the first sheet's notes.
    pub logo: Option<Vec<u8>>,
    /// For the properties of the document, so that the same book makes the same bytes on every day.
    pub created: NaiveDate,
    pub sheets: Vec<Sheet>,
}

/// A sheet: notes, below them at most one table, beside the table at most one chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Any text; the file has a valid and unique one of at most 31 characters.
    pub name: String,
    /// Paragraphs above the table, wrapped; a sheet of notes alone is a page to read.
    pub notes: Vec<String>,
    pub table: Option<Table>,
    /// Needs a table; left out while that has no rows.
    pub chart: Option<Chart>,
}

/// A tidy table: one head, one line for each observation.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub columns: Vec<Column>,
    /// A row that is too short ends with empty cells, and what is too much is left out.
    pub rows: Vec<Vec<Value>>,
}

/// A column and how its numbers look.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Any text; the file has a unique one of at most 255 characters in one line.
    pub head: String,
    pub kind: Kind,
}

/// How the numbers of a column look. What a cell is, its [`Value`] decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// Without decimal places.
    Whole,
    /// With two decimal places.
    Decimal,
    /// Fractions shown as whole percentages: 0.25 as 25 %.
    Percent,
    Flag,
}

/// The content of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Empty,
    /// Never a formula, a number or a link, whatever it looks like. An empty text is an empty cell.
    Text(String),
    /// An empty cell if it is not finite or beyond Excel's range (about 1e308).
    Number(f64),
    /// A score on the colour of its step.
    Score(i64, Step),
    Flag(bool),
}

/// A native chart over columns of the table beside it, whose first column labels it. Series bear the heads of their
/// columns; the title is the alternative text too.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub kind: ChartKind,
    /// The columns that are drawn, which hold numbers, counted from 0.
    pub series: Vec<u16>,
    pub title: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Team and leader, in this order, as dots above each label, joined by a line, on an axis from 0 to 100.
    Gap,
    /// Lines over the labels on an axis from 0 to 100. Beyond twelve series the looks repeat.
    Trend,
    /// A bar for each label, divided into the shares of too little, right and too much.
    Involvement,
}
