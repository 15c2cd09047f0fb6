//! What can be wrong with a roster file, each with the sentence that says what to do.

use super::findings::Reason;
use crate::table::NotText;
use crate::text::Sentence;

/// Why a file could not be read as a roster at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetError {
    NotText(NotText),
    Empty,
    NoRows,
    TooLong,
}

impl From<NotText> for SheetError {
    fn from(error: NotText) -> Self {
        Self::NotText(error)
    }
}

impl SheetError {
    /// What to do about it.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::NotText(NotText::Broken(encoding)) => {
                Sentence::new("roster-error-encoding").with("encoding", encoding.to_string())
            }
            Self::NotText(NotText::Binary) => Sentence::new("roster-error-binary"),
            Self::Empty => Sentence::new("roster-error-empty"),
            Self::NoRows => Sentence::new("roster-error-no-rows"),
            Self::TooLong => Sentence::new("roster-error-too-long"),
        }
    }
}

/// Why a line is refused. Where two lines disagree, `first` is the number of the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultReason {
    Levels,
    TeamName,
    Root { first: u64 },
    Email,
    Letters,
    Name,
    Number,
    Role,
    Stray,
    Alone,
    Duplicate { first: u64 },
    Contradiction { first: u64 },
    BothRoles { first: u64 },
}

impl Reason for FaultReason {
    fn key(&self) -> &'static str {
        match self {
            Self::Levels => "roster-fault-levels",
            Self::TeamName => "roster-fault-team",
            Self::Root { .. } => "roster-fault-root",
            Self::Email => "roster-fault-email",
            Self::Letters => "roster-fault-letters",
            Self::Name => "roster-fault-name",
            Self::Number => "roster-fault-number",
            Self::Role => "roster-fault-role",
            Self::Stray => "roster-fault-stray",
            Self::Alone => "roster-fault-alone",
            Self::Duplicate { .. } => "roster-fault-duplicate",
            Self::Contradiction { .. } => "roster-fault-contradiction",
            Self::BothRoles { .. } => "roster-fault-both-roles",
        }
    }
}

impl FaultReason {
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

    /// What to do about one line.
    pub fn sentence(&self) -> Sentence {
        let sentence = Sentence::new(self.key());
        match self.first_line() {
            Some(first) => sentence.with("first", first.to_string()),
            None => sentence,
        }
    }

    /// What to do about all lines that have it.
    pub fn sentence_of_all(&self) -> Sentence {
        match self.first_line() {
            Some(_) => Sentence::new(format!("{}-all", self.key())),
            None => self.sentence(),
        }
    }
}
