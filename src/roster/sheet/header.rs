//! Which column is which, and which character separates them.

use super::fault::{SheetError, clip};
use csv::{Reader, ReaderBuilder, StringRecord};

/// A column of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Team,
    Number,
    Email,
    Name,
    Role,
    Locale,
    TimeZone,
}

impl Column {
    const REQUIRED: [Self; 4] = [Self::Team, Self::Email, Self::Name, Self::Role];

    /// The name in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Number => "number",
            Self::Email => "e-mail",
            Self::Name => "name",
            Self::Role => "role",
            Self::Locale => "locale",
            Self::TimeZone => "time zone",
        }
    }

    /// The column that a cell of the header names, in English or German, in any case, with hyphens and
    /// underscores read as spaces.
    fn named(cell: &str) -> Option<Self> {
        let name = cell.trim().to_lowercase().replace(['-', '_'], " ");
        Some(match name.as_str() {
            "team" | "team path" | "teampfad" => Self::Team,
            "number" | "employee number" | "nummer" | "personalnummer" => Self::Number,
            "e mail" | "email" | "mail" | "e mail adresse" | "email adresse" => Self::Email,
            "name" => Self::Name,
            "role" | "rolle" => Self::Role,
            "locale" | "language" | "sprache" => Self::Locale,
            "time zone" | "timezone" | "zeitzone" => Self::TimeZone,
            _ => return None,
        })
    }
}

/// The columns in the order of the file; `None` is a column without a name, which has to stay empty.
pub struct Header(pub Vec<Option<Column>>);

impl Header {
    /// The cell of a column in a line; empty if the line is too short or the column is not there.
    pub fn cell<'a>(&self, record: &'a StringRecord, column: Column) -> &'a str {
        let mut cells = self.0.iter().zip(record);
        let found = cells.find(|(named, _)| **named == Some(column));
        found.map_or("", |(_, cell)| cell.trim())
    }

    /// The first cell with something in it that stands in no named column.
    pub fn stray<'a>(&self, record: &'a StringRecord) -> Option<&'a str> {
        let named = self.0.iter().chain(std::iter::repeat(&None));
        let mut cells = record.iter().zip(named);
        let stray = cells.find(|(cell, named)| named.is_none() && !cell.trim().is_empty());
        stray.map(|(cell, _)| cell)
    }
}

/// Finds the header and the delimiter: the first of comma, semicolon and tab with which the header is
/// right, else the complaint about the one with which most columns are known.
pub fn find(text: &str) -> Result<(Header, u8), SheetError> {
    let mut best = ((0, 0), SheetError::Empty);
    for delimiter in [b',', b';', b'\t'] {
        let mut first = StringRecord::new();
        if !matches!(reader(text, delimiter).read_record(&mut first), Ok(true)) {
            continue;
        }
        let columns: Vec<_> = first.iter().map(Column::named).collect();
        let fit = (columns.iter().flatten().count(), columns.len());
        match check(&first, &columns) {
            Ok(()) => return Ok((Header(columns), delimiter)),
            Err(error) if fit > best.0 => best = (fit, error),
            Err(_) => {}
        }
    }
    Err(best.1)
}

/// A reader of all records, the header among them.
pub fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

fn check(cells: &StringRecord, columns: &[Option<Column>]) -> Result<(), SheetError> {
    let unknown: Vec<_> = cells
        .iter()
        .zip(columns)
        .filter(|(cell, column)| column.is_none() && !cell.trim().is_empty())
        .map(|(cell, _)| clip(cell.trim()))
        .take(5)
        .collect();
    if !unknown.is_empty() {
        return Err(SheetError::UnknownColumns(unknown));
    }
    let count = |column| {
        columns
            .iter()
            .flatten()
            .filter(|&&named| named == column)
            .count()
    };
    if let Some(&repeated) = columns.iter().flatten().find(|&&column| count(column) > 1) {
        return Err(SheetError::RepeatedColumn(repeated));
    }
    let missing: Vec<_> = Column::REQUIRED
        .into_iter()
        .filter(|&column| count(column) == 0)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(SheetError::MissingColumns(missing))
}
