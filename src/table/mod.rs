//! Files with rows and columns, whatever wrote them: from bytes to cells, and the line that an editor shows.

mod clean;
mod encoding;
mod guess;
mod ldif;
mod lines;
mod workbook;

#[cfg(test)]
mod tests;

pub use clean::clean;
pub use encoding::{Encoding, NotText};
pub use workbook::is as is_workbook;

use csv::{Reader, ReaderBuilder, StringRecord};
use lines::Lines;

/// What may stand between two cells.
pub const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The text of a file, and what stands between its cells.
#[derive(Debug)]
pub struct Table {
    text: String,
    /// Where the rows begin: behind a line that only names the delimiter.
    start: usize,
    /// How the text was written down.
    pub encoding: Encoding,
    /// What stands between two cells.
    pub delimiter: u8,
}

/// What somebody knows better than the file shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish {
    /// How its text is written down.
    pub encoding: Option<Encoding>,
    /// What stands between its cells.
    pub delimiter: Option<u8>,
}

impl Table {
    /// Opens a file. Of the delimiters the one is taken for whose first row `fit` is largest.
    ///
    /// # Errors
    /// [`NotText`] if the bytes are no text.
    pub fn open(
        bytes: &[u8],
        wish: Wish,
        fit: impl Fn(&StringRecord) -> usize,
    ) -> Result<Self, NotText> {
        let (text, encoding) = encoding::decode(bytes, wish.encoding)?;
        let text = match ldif::to_csv(&text) {
            Some(rows) => rows,
            None => text,
        };
        let (start, said) = said_delimiter(&text);
        let mut table = Self {
            text,
            start,
            encoding,
            delimiter: b',',
        };
        table.delimiter = wish
            .delimiter
            .or(said)
            .unwrap_or_else(|| table.best_delimiter(fit));
        Ok(table)
    }

    /// The rows from the first one, without those that are empty.
    pub fn rows(&self) -> Rows<'_> {
        Rows {
            reader: reader(self.body(), self.delimiter),
            lines: Lines::new(&self.text),
            start: self.start as u64,
            record: StringRecord::new(),
        }
    }

    fn body(&self) -> &str {
        self.text.get(self.start..).unwrap_or_default()
    }

    fn best_delimiter(&self, fit: impl Fn(&StringRecord) -> usize) -> u8 {
        let fit = |delimiter: &u8| {
            let mut records = reader(self.body(), *delimiter).into_records();
            let mut first = records.by_ref().flatten().take(FIRST_ROWS);
            first
                .by_ref()
                .map(|row| (fit(&row), row.len()))
                .max()
                .unwrap_or_default()
        };
        // The first of the best.
        let best = DELIMITERS.iter().rev().max_by_key(|one| fit(one));
        best.copied().unwrap_or(b',')
    }
}

/// Among how many rows the one that names the columns is looked for.
pub const FIRST_ROWS: usize = 12;

/// A line `sep=;`, by which some programs tell a spreadsheet what stands between the cells: where it ends,
/// and what it says.
fn said_delimiter(text: &str) -> (usize, Option<u8>) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text.get(..end).unwrap_or_default();
    let line = line.trim_matches(['"', ' ']);
    let said = line
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="));
    let delimiter = match (said, line.get(4..).unwrap_or_default().as_bytes()) {
        (Some(_), [delimiter]) if DELIMITERS.contains(delimiter) => *delimiter,
        (Some(_), b"\\t") => b'\t',
        _ => return (0, None),
    };
    (end, Some(delimiter))
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The rows of a table, one at a time.
pub struct Rows<'a> {
    reader: Reader<&'a [u8]>,
    lines: Lines<'a>,
    start: u64,
    record: StringRecord,
}

impl Rows<'_> {
    /// The next row with something in it, and its line, counted from 1; the first of them if it has several.
    pub fn next_row(&mut self) -> Option<(u64, &StringRecord)> {
        loop {
            if !matches!(self.reader.read_record(&mut self.record), Ok(true)) {
                return None;
            }
            if self.record.iter().any(|cell| !cell.trim().is_empty()) {
                break;
            }
        }
        let at = self.record.position().map_or(0, csv::Position::byte);
        Some((self.lines.at(self.start + at), &self.record))
    }
}
