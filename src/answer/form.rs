//! Answers from the fields of a form.

use super::{Answers, Choice};
use crate::survey::{Item, Role, Survey};
use std::collections::BTreeMap;

/// Longest text in UTF-16 code units, which is what the `maxlength` of a text field counts.
pub const LONGEST_TEXT: usize = 1_000;

/// The value of a field for "can't say".
pub(super) const CANT_SAY: &str = "none";

/// A field of a form that cannot be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The id of the item or question.
    pub field: String,
    pub reason: FieldReason,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldReason {
    /// No statement has an answer.
    Empty,
    /// The value is neither on the item's scale nor "can't say".
    OutOfRange,
    /// `limit` in UTF-16 code units.
    TooLong { limit: usize },
}

impl Answers {
    /// Reads fields named by item or question id. An item's value is a number on its scale or
    /// `none` for "can't say", which is also what a statement says that was skipped; a question may be left out.
    /// Fields of other names are ignored, and of two fields with one name the first counts.
    ///
    /// # Errors
    /// Every field that is out of range or too long, in the order shown; the first statement if none has an answer.
    pub fn from_fields(
        survey: &Survey,
        role: Role,
        fields: &[(String, String)],
    ) -> Result<Answers, Vec<FieldFault>> {
        let value = |id: &str| {
            let field = fields.iter().find(|(name, _)| name == id);
            field.map(|(_, value)| value.as_str())
        };
        let mut faults = Vec::new();
        let mut fault = |id: &str, reason| {
            let field = id.to_owned();
            faults.push(FieldFault { field, reason });
        };
        let mut choices = BTreeMap::new();
        for (index, item) in survey.form(role) {
            match choice(survey, item, value(&item.id)) {
                Ok(choice) => _ = choices.insert(index, choice),
                Err(reason) => fault(&item.id, reason),
            }
        }
        let mut texts = Vec::new();
        for (index, question) in survey.questions_for(role) {
            let text = clean(value(&question.id).unwrap_or_default());
            if !fits(&text) {
                let limit = LONGEST_TEXT;
                fault(&question.id, FieldReason::TooLong { limit });
            } else if !text.is_empty() {
                texts.push((index, text));
            }
        }
        // Whoever sends an empty form has pressed the wrong button, or is a program.
        let answered = |(_, item): (usize, &Item)| {
            value(&item.id).is_some_and(|value| !value.trim().is_empty())
        };
        if let Some((_, first)) = survey.form(role).next()
            && !survey.form(role).any(answered)
        {
            fault(&first.id, FieldReason::Empty);
        }
        match faults.is_empty() {
            true => Ok(Answers { choices, texts }),
            false => Err(faults),
        }
    }
}

fn choice(survey: &Survey, item: &Item, value: Option<&str>) -> Result<Choice, FieldReason> {
    match value.map(str::trim) {
        None | Some("" | CANT_SAY) => Ok(Choice::CantSay),
        Some(number) => {
            let number = number.parse().ok();
            number
                .and_then(|number| on_scale(survey, item, number))
                .ok_or(FieldReason::OutOfRange)
        }
    }
}

/// The choice of the option at position `number` of the item's scale, if it has that many.
pub(super) fn on_scale(survey: &Survey, item: &Item, number: u8) -> Option<Choice> {
    let options = survey.scale_of(item)?.options.len();
    (1..=options)
        .contains(&usize::from(number))
        .then_some(Choice::Value(number))
}

/// A text without control characters other than line ends, and without blank ends.
pub(super) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\t', " ");
    let text: String = text
        .chars()
        .filter(|&c| c == '\n' || !c.is_control())
        .collect();
    text.trim().to_owned()
}

pub(super) fn fits(text: &str) -> bool {
    text.encode_utf16().count() <= LONGEST_TEXT
}
