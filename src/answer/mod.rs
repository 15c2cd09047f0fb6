//! A filled-in form: checked against its survey, and written as bytes or as JSON.

mod canonical;
mod form;
mod json;
mod published;
mod sheet;

#[cfg(test)]
mod tests;

use crate::survey::Survey;
use std::collections::BTreeMap;
use std::fmt;

pub use canonical::canonical_size;
pub use form::{FieldFault, FieldReason, LONGEST_TEXT};
pub use published::published_form;
pub use sheet::{SheetFault, SheetRow, read_sheet};

/// The answer to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The position of the chosen option on the item's scale, counted from 1.
    Value(u8),
    /// "Can't say": counted, but in no mean.
    CantSay,
}

/// What one person answered. It has no `Serialize`, and `Debug` keeps its content to itself, so
/// that no answer slips into a page or a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Answers {
    /// By index of the item in its survey; exactly the items of the person's form.
    choices: BTreeMap<usize, Choice>,
    /// Index of the open question and what was written; never empty, cleaned.
    texts: Vec<(usize, String)>,
}

impl Answers {
    /// The answer to the item with that index, if the item is on the person's form.
    pub fn choice(&self, item: usize) -> Option<Choice> {
        self.choices.get(&item).copied()
    }

    /// One value for each item of the survey; `None` for "can't say" and for items of the other form.
    pub fn values(&self, survey: &Survey) -> Vec<Option<u8>> {
        let value = |item| match self.choice(item) {
            Some(Choice::Value(value)) => Some(value),
            Some(Choice::CantSay) | None => None,
        };
        (0..survey.items.len()).map(value).collect()
    }

    /// The open questions that were answered: their indices and the texts.
    pub fn texts(&self) -> impl Iterator<Item = (usize, &str)> {
        self.texts
            .iter()
            .map(|(question, text)| (*question, text.as_str()))
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answers").finish_non_exhaustive()
    }
}

/// Why stored or sealed answers cannot be read. It names no content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    #[error("the answers are {found} bytes long, but this form makes {expected}")]
    Length { expected: usize, found: usize },
    #[error("an answer is missing or is not on its item's scale")]
    Choice,
    #[error("a text is too long, is not UTF-8, or has bytes after its end")]
    Text,
    #[error("the answers are not a JSON object of numbers, nulls and texts")]
    Json,
}
