//! Reads a roster file. Reading never fails half-way: every line is a row or has its faults listed.
//!
//! | column | in it |
//! |---|---|
//! | team | the path of the team, `Nordwind/Product/Platform` |
//! | number | the employee number; may be left out or empty |
//! | e-mail | one address; may be empty |
//! | name | as the person is written to |
//! | role | leader or member |
//! | locale, time zone | may be left out or empty |

mod between;
mod cells;
mod fault;
mod header;
mod lines;

pub use fault::{FaultReason, LineFault, SheetError};
pub use header::Column;

use super::TeamPath;
use super::encoding::{self, Encoding};
use crate::survey::Role;
use csv::StringRecord;
use lines::Lines;

/// The most lines of people in one file.
const MAX_LINES: usize = 200_000;

/// A roster file as it was understood.
#[derive(Debug)]
pub struct Sheet {
    /// The lines that are right by themselves, in the order of the file.
    pub rows: Vec<Row>,
    /// Everything that is wrong, by line. With one fault the file is not applied.
    pub faults: Vec<LineFault>,
    /// Teams with members and no leader: a warning. Empty while there are faults.
    pub leaderless: Vec<TeamPath>,
    pub encoding: Encoding,
    /// A comma, a semicolon or a tab.
    pub delimiter: char,
}

/// One person in one team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file, counted from 1.
    pub line: u64,
    pub path: TeamPath,
    /// The employee number; `None` if the file does not say.
    pub number: Option<String>,
    /// In lower case; `None` if the file does not say.
    pub email: Option<String>,
    pub name: String,
    pub role: Role,
    /// `None` if the file does not say.
    pub locale: Option<String>,
    /// A name of the IANA list; `None` if the file does not say.
    pub time_zone: Option<String>,
}

/// Reads a roster from the bytes of a file.
///
/// # Errors
/// [`SheetError`] if there are no rows to be had: no text, no header, nobody, or far too many.
pub fn parse(bytes: &[u8]) -> Result<Sheet, SheetError> {
    let (text, encoding) = encoding::decode(bytes)?;
    let (header, delimiter) = header::find(&text)?;
    let mut reader = header::reader(&text, delimiter);
    let mut record = StringRecord::new();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut lines = Lines::new(&text);
    let mut read = 0;
    let mut is_header = true;
    while let Ok(true) = reader.read_record(&mut record) {
        let line = record.position().map_or(0, |start| lines.at(start.byte()));
        if std::mem::take(&mut is_header) || record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        read += 1;
        if read > MAX_LINES {
            return Err(SheetError::TooLong);
        }
        match cells::row(&header, &record, line) {
            Ok(row) => rows.push(row),
            Err(found) => faults.extend(found),
        }
    }
    if read == 0 {
        return Err(SheetError::NoRows);
    }
    faults.extend(between::faults(&rows));
    faults.sort_by_key(|fault| fault.line);
    let leaderless = match faults.as_slice() {
        [] => between::leaderless(&rows),
        _ => Vec::new(),
    };
    Ok(Sheet {
        rows,
        faults,
        leaderless,
        encoding,
        delimiter: delimiter.into(),
    })
}

#[cfg(test)]
mod tests;
