//! What can be wrong with a roster file, each with the sentence that says what to do.

use super::MAX_LINES;
use super::header::Column;
use crate::roster::encoding::NotText;

/// Why a file could not be read as a roster at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    #[error(transparent)]
    NotText(#[from] NotText),
    #[error("the file is empty: the first line names the columns team, e-mail, name and role")]
    Empty,
    #[error(
        "unknown column {}: rename or remove it; known are team, number, e-mail, name, role, locale and time zone",
        .0.join(", ")
    )]
    UnknownColumns(Vec<String>),
    #[error("the column {} is there more than once: remove all but one", .0.name())]
    RepeatedColumn(Column),
    #[error("the column {} is missing: the first line has to name it", names(.0))]
    MissingColumns(Vec<Column>),
    #[error("the file has no people in it: below the line of column names comes one line for each")]
    NoRows,
    #[error("the file has more than {MAX_LINES} lines: upload the roster in a smaller file")]
    TooLong,
}

impl SheetError {
    /// The key of its message. `roster-error-unknown`, `-repeated` and `-missing` take
    /// [`names`](Self::names).
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotText(NotText::Broken(_)) => "roster-error-encoding",
            Self::NotText(NotText::Binary) => "roster-error-binary",
            Self::Empty => "roster-error-empty",
            Self::UnknownColumns(_) => "roster-error-unknown",
            Self::RepeatedColumn(_) => "roster-error-repeated",
            Self::MissingColumns(_) => "roster-error-missing",
            Self::NoRows => "roster-error-no-rows",
            Self::TooLong => "roster-error-too-long",
        }
    }

    /// The columns it is about, with commas between; empty for the other errors.
    pub fn names(&self) -> String {
        match self {
            Self::UnknownColumns(found) => found.join(", "),
            Self::RepeatedColumn(column) => column.name().to_owned(),
            Self::MissingColumns(columns) => names(columns),
            _ => String::new(),
        }
    }
}

fn names(columns: &[Column]) -> String {
    let names: Vec<_> = columns.iter().map(|column| column.name()).collect();
    names.join(", ")
}

/// What is wrong in one line. A roster with a fault is not applied at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFault {
    /// The line of the file, counted from 1; the first of them if a record has several.
    pub line: u64,
    /// The English name of the column; "-" if it is in none.
    pub column: &'static str,
    /// What stands there, at most 60 characters of it.
    pub value: String,
    pub reason: FaultReason,
}

impl LineFault {
    /// The fault of one cell.
    pub(super) fn new(line: u64, column: &'static str, value: &str, reason: FaultReason) -> Self {
        Self {
            line,
            column,
            value: clip(value),
            reason,
        }
    }
}

/// At most 60 characters of a text.
pub fn clip(value: &str) -> String {
    match value.char_indices().nth(60) {
        None => value.to_owned(),
        Some(_) => value.chars().take(59).chain(['…']).collect(),
    }
}

/// Why a line is refused. Where two lines disagree, `first` is the number of the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultReason {
    #[error("write the team as its path of 1 to 6 names, as in Nordwind/Product/Platform")]
    Levels,
    #[error("give every level of the team's path a name of 1 to 80 characters on one line")]
    TeamName,
    #[error("start the path with the same name as in line {first}: there is one organisation")]
    Root { first: u64 },
    #[error("write a number of 1 to 40 characters on one line, or leave it empty")]
    Number,
    #[error("write one plain address, as in ada@example.org, or leave it empty")]
    Email,
    #[error("write a name of 1 to 120 characters on one line")]
    Name,
    #[error("write leader or member")]
    Role,
    #[error("write en or de, or leave it empty")]
    Locale,
    #[error("write a zone of the IANA list, as in Europe/Berlin, or leave it empty")]
    TimeZone,
    #[error(
        "remove what stands outside the named columns, or put quotes around the cell it belongs to"
    )]
    Stray,
    #[error("remove this line: line {first} says the same")]
    Duplicate { first: u64 },
    #[error("write it as in line {first}, which is about the same person")]
    Contradiction { first: u64 },
    #[error("choose one role: in line {first} the same person has the other one in this team")]
    BothRoles { first: u64 },
}

impl FaultReason {
    /// The key of its message. Where [`first_line`](Self::first_line) is known, the message takes it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Levels => "roster-fault-levels",
            Self::TeamName => "roster-fault-team",
            Self::Root { .. } => "roster-fault-root",
            Self::Number => "roster-fault-number",
            Self::Email => "roster-fault-email",
            Self::Name => "roster-fault-name",
            Self::Role => "roster-fault-role",
            Self::Locale => "roster-fault-locale",
            Self::TimeZone => "roster-fault-time-zone",
            Self::Stray => "roster-fault-stray",
            Self::Duplicate { .. } => "roster-fault-duplicate",
            Self::Contradiction { .. } => "roster-fault-contradiction",
            Self::BothRoles { .. } => "roster-fault-both-roles",
        }
    }

    /// The earlier line that this one disagrees with.
    pub fn first_line(&self) -> Option<u64> {
        match *self {
            Self::Root { first }
            | Self::Duplicate { first }
            | Self::Contradiction { first }
            | Self::BothRoles { first } => Some(first),
            _ => None,
        }
    }
}
