//! What a workbook says. Indices of columns count from 0.

/// A workbook. It needs at least one sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    pub title: String,
    pub author: String,
    /// Year, month and day for the properties of the document, so that the same book makes the
    /// same bytes on every day.
    pub created: (i32, u32, u32),
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
    /// A row may be shorter than the head, but not longer.
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
    /// With this many decimal places, at most 30.
    Decimal(u8),
    /// Fractions shown as whole percentages: 0.25 as 25 %.
    Percent,
    Flag,
    Day,
}

/// The content of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Empty,
    /// Never a formula, a number or a link, whatever it looks like. An empty text is an empty cell.
    Text(String),
    /// An empty cell if it is not finite or beyond Excel's range (about 1e308).
    Number(f64),
    Flag(bool),
    /// Year from 1900 to 9999, month and day.
    Day(i32, u32, u32),
}

/// A native chart over columns of the table beside it. Series bear the heads of their columns;
/// the title is the alternative text too.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Team and leader as dots above each label, joined by a line, on an axis from 0 to 100.
    Gap {
        labels: usize,
        team: usize,
        leader: usize,
        title: String,
    },
    /// Lines over the labels, the first in the team's colour and the second in the leader's, on an
    /// axis from 0 to 100, or to 100 % if every series is of [`Kind::Percent`]. Beyond eight series
    /// the looks repeat.
    Trend {
        labels: usize,
        series: Vec<usize>,
        title: String,
    },
    /// A bar for each label, divided into the shares of the series, from the lowest answer in the
    /// lightest colour to the highest in the darkest.
    Stacked {
        labels: usize,
        series: Vec<usize>,
        title: String,
    },
}
