//! Reads a roster file. Reading never fails half-way: every line is a row, is left aside because the person does
//! not work here any more, or has its faults listed. A file of our own has these columns:
//!
//! | column | in it |
//! |---|---|
//! | team | the path of the team, `Nordwind/Product/Platform` |
//! | number | the employee number; may be left out or empty |
//! | e-mail | one address; may be empty |
//! | name | as the person is written to |
//! | role | leader or member |
//! | locale, time zone | may be left out or empty |
//!
//! Any other list is read by a [`Layout`].

mod between;
mod cells;
mod chart;
mod column;
mod fault;
mod findings;
mod header;
mod leaders;
mod line;
mod note;
mod people;
mod status;
mod teams;

pub use column::Column;
pub use fault::{FaultReason, SheetError};
pub use findings::{Finding, Findings, Group, Reason, SHOWN, clip};
pub use note::NoteReason;

use super::TeamPath;
use super::columns::{Layout, MOST_WORDS, Meaning, is_reason, recognise, role_of};
use crate::survey::Role;
use crate::table::{Encoding, Table, Wish, clean};
use chrono::NaiveDate;
use header::Header;
use line::Line;
use std::collections::BTreeMap;

/// The most lines of people in one file.
const MAX_LINES: usize = 200_000;

/// How many lines are looked at to recognise columns.
const LOOKED_AT: usize = 3000;

/// A file that has columns with names.
#[derive(Debug)]
pub struct File {
    table: Table,
    header: Header,
}

/// What the lines of a file do not say.
#[derive(Clone, Debug)]
pub struct Around {
    /// The name of the organisation, which is above all teams.
    pub root: String,
    /// The day from which on somebody whose last day is over does not work here.
    pub today: NaiveDate,
}

/// A roster file as it was understood.
#[derive(Debug)]
pub struct Sheet {
    /// The lines that can be taken, in the order of the file; a leader of other teams has one for each.
    pub rows: Vec<Row>,
    /// Everything that is wrong, by reason.
    pub faults: Findings<FaultReason>,
    /// What is wrong by line, in the order of the file.
    pub faulty: BTreeMap<u64, Vec<FaultReason>>,
    /// Who the lines that cannot be taken are about.
    pub aside: Vec<Aside>,
    /// What is said of lines that are no faults.
    pub notes: Findings<NoteReason>,
    /// Teams with members and no leader: a warning.
    pub leaderless: Vec<TeamPath>,
}

/// Whom a line that cannot be taken is about, as far as it says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    pub number: Option<String>,
    /// In lower case, as it is written.
    pub email: Option<String>,
    pub name: Option<String>,
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

impl File {
    /// Finds text, delimiter and the row that names the columns.
    ///
    /// # Errors
    /// [`SheetError`] if there is no text or nothing in it.
    pub fn open(bytes: &[u8], wish: Wish) -> Result<Self, SheetError> {
        let table = Table::open(bytes, wish, header::fit)?;
        let header = header::find(&table).ok_or(SheetError::Empty)?;
        Ok(Self { table, header })
    }

    /// How its text is written down.
    pub fn encoding(&self) -> Encoding {
        self.table.encoding
    }

    /// What stands between its cells.
    pub fn delimiter(&self) -> u8 {
        self.table.delimiter
    }

    /// The names of its columns.
    pub fn columns(&self) -> &[String] {
        &self.header.names
    }

    /// Whether it is lines that could not be taken before, mended: then it adds to the roster, and nobody leaves.
    pub fn is_supplement(&self) -> bool {
        self.header.names.iter().any(|name| is_reason(name))
    }

    /// How it is read if its columns are our own.
    pub fn own_layout(&self) -> Option<Layout> {
        header::own_layout(&self.header.names)
    }

    /// How it is read as far as names and content of its columns tell.
    pub fn recognised(&self) -> Layout {
        let mut layout = recognise(&self.header.names, &self.first_rows(LOOKED_AT));
        if let Some(place) = layout.place(Meaning::Role) {
            layout.roles = self.roles(place);
        }
        layout
    }

    /// The different words of a column, in lower case, and the role that each most likely stands for; not all of
    /// them where there are so many that they cannot be roles.
    pub fn roles(&self, place: usize) -> BTreeMap<String, Role> {
        let mut roles = BTreeMap::new();
        let mut rows = self.table.rows();
        while roles.len() <= MOST_WORDS
            && let Some((line, record)) = rows.next_row()
        {
            if line > self.header.last {
                let word = clean(record.get(place).unwrap_or_default())
                    .0
                    .to_lowercase();
                let role = role_of(&word);
                roles.insert(word, role);
            }
        }
        roles
    }

    /// The cells of the first people.
    pub fn first_rows(&self, most: usize) -> Vec<Vec<String>> {
        let mut rows = self.table.rows();
        let mut first = Vec::new();
        while first.len() < most
            && let Some((line, record)) = rows.next_row()
        {
            if line > self.header.last {
                first.push(
                    record
                        .iter()
                        .map(|cell| clean(cell).0.into_owned())
                        .collect(),
                );
            }
        }
        first
    }

    /// Three names, those with letters beyond ASCII first: whether these are right shows whether all are.
    pub fn names_to_check(&self, layout: &Layout) -> Vec<String> {
        let (mut telling, mut plain) = (Vec::new(), Vec::new());
        let mut rows = self.table.rows();
        while telling.len() < 3
            && let Some((line, record)) = rows.next_row()
        {
            if line <= self.header.last {
                continue;
            }
            let name = clip(&Line::of(layout, record).name());
            let list = match name.is_ascii() {
                true => &mut plain,
                false => &mut telling,
            };
            if list.len() < 3 && !name.is_empty() && !list.contains(&name) {
                list.push(name);
            }
        }
        telling.into_iter().chain(plain).take(3).collect()
    }

    /// Reads the lines.
    ///
    /// # Errors
    /// [`SheetError`] if there are no people in it, or far too many.
    pub fn read(&self, layout: &Layout, around: &Around) -> Result<Sheet, SheetError> {
        let mut reading = people::Reading::new(layout, around);
        let mut rows = self.table.rows();
        let mut read = 0;
        while let Some((line, record)) = rows.next_row() {
            if line <= self.header.last {
                continue;
            }
            read += 1;
            if read > MAX_LINES {
                return Err(SheetError::TooLong);
            }
            reading.take(line, record);
        }
        match read {
            0 => Err(SheetError::NoRows),
            _ => Ok(reading.sheet()),
        }
    }

    /// The lines that cannot be taken, as a file like the one they came in, with what to do in a last column.
    pub fn rest(
        &self,
        faulty: &BTreeMap<u64, Vec<FaultReason>>,
        reason: &str,
        sentence: impl Fn(&FaultReason) -> String,
    ) -> Result<Vec<u8>, csv::Error> {
        // Spreadsheets take a file for UTF-8 only with a byte order mark.
        let mut bytes = "\u{feff}".as_bytes().to_vec();
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.table.delimiter)
            .flexible(true)
            .from_writer(&mut bytes);
        // What was to be done the last time is not said again.
        let said_before = self.header.names.iter().position(|name| is_reason(name));
        let kept = |cells: Vec<&'_ str>| -> Vec<String> {
            let cells = cells.into_iter().enumerate();
            let cells = cells.filter(|(place, _)| Some(*place) != said_before);
            cells.map(|(_, cell)| cell.to_owned()).collect()
        };
        let named = self.header.line > 0;
        if named {
            let names = self.header.names.iter().map(String::as_str);
            writer.write_record(
                kept(names.collect())
                    .iter()
                    .map(String::as_str)
                    .chain([reason]),
            )?;
        }
        let mut rows = self.table.rows();
        while let Some((line, record)) = rows.next_row() {
            let Some(reasons) = faulty.get(&line) else {
                continue;
            };
            let mut cells: Vec<&str> = record.iter().collect();
            cells.resize(cells.len().max(self.header.names.len()), "");
            let said: Vec<String> = reasons.iter().map(&sentence).collect();
            let said = said.join(" ");
            writer.write_record(
                kept(cells)
                    .iter()
                    .map(String::as_str)
                    .chain([said.as_str()]),
            )?;
        }
        writer.flush()?;
        drop(writer);
        Ok(bytes)
    }
}

/// The role that a word stands for in a file with our own columns.
pub fn own_role(word: &str) -> Option<Role> {
    cells::role(word).ok()
}

/// Reads lines that were written with our own columns, which say everything themselves.
///
/// # Errors
/// [`SheetError`] if there are no people in them.
pub fn own(bytes: &[u8]) -> Result<Sheet, SheetError> {
    let file = File::open(bytes, Wish::default())?;
    let layout = file.own_layout().ok_or(SheetError::Empty)?;
    let nothing = Around {
        root: String::new(),
        today: NaiveDate::default(),
    };
    file.read(&layout, &nothing)
}

/// A single address by the rule of a file's cells, in lower case; `None` for a text that is none.
pub fn address(text: &str) -> Option<String> {
    cells::email(text.trim()).ok().flatten()
}

#[cfg(test)]
pub(super) mod tests;
