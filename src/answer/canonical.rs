//! The bytes of a ballot. Their number is the same whatever was answered, so that a sealed ballot's
//! size tells nothing.
//!
//! For each item of the form, in the order shown, one byte: the value, or 0 for "can't say". Then for
//! each open question of the role [`TEXT_BYTES`] bytes: the text in UTF-8, filled up with zeros.

use super::form::{LONGEST_TEXT, clean, fits, on_scale};
use super::{Answers, Choice, Malformed};
use crate::survey::{Role, Survey};
use std::collections::BTreeMap;

/// Room for one text: a UTF-16 code unit takes at most three bytes in UTF-8.
pub(super) const TEXT_BYTES: usize = 3 * LONGEST_TEXT;

/// The length in bytes of every [`Answers::canonical`] of that form.
pub fn canonical_size(survey: &Survey, role: Role) -> usize {
    survey.form(role).count() + TEXT_BYTES * survey.questions_for(role).count()
}

impl Answers {
    /// The canonical bytes, [`canonical_size`] of them. `survey` and `role` are those the answers
    /// were made with.
    pub fn canonical(&self, survey: &Survey, role: Role) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(canonical_size(survey, role));
        bytes.extend(
            survey
                .form(role)
                .map(|(index, _)| match self.choice(index) {
                    Some(Choice::Value(value)) => value,
                    Some(Choice::CantSay) | None => 0,
                }),
        );
        for (index, _) in survey.questions_for(role) {
            let text = self.texts().find(|(question, _)| *question == index);
            let text = text.map_or("", |(_, text)| text);
            let padding = std::iter::repeat(0);
            bytes.extend(text.bytes().chain(padding).take(TEXT_BYTES));
        }
        bytes
    }

    /// Reads [`Answers::canonical`] bytes from an untrusted sender. A text is cleaned as on a form.
    ///
    /// # Errors
    /// Bytes that no form of this survey and role can make.
    pub fn from_canonical(survey: &Survey, role: Role, bytes: &[u8]) -> Result<Answers, Malformed> {
        let (expected, found) = (canonical_size(survey, role), bytes.len());
        let split = bytes.split_at_checked(survey.form(role).count());
        let Some((values, rooms)) = split.filter(|_| found == expected) else {
            return Err(Malformed::Length { expected, found });
        };
        let mut choices = BTreeMap::new();
        for ((index, item), &byte) in survey.form(role).zip(values) {
            let choice = match byte {
                0 => Choice::CantSay,
                value => on_scale(survey, item, value).ok_or(Malformed::Choice)?,
            };
            choices.insert(index, choice);
        }
        let mut texts = Vec::new();
        for ((index, _), room) in survey.questions_for(role).zip(rooms.chunks(TEXT_BYTES)) {
            let text = text_in(room).ok_or(Malformed::Text)?;
            if !text.is_empty() {
                texts.push((index, text));
            }
        }
        Ok(Answers { choices, texts })
    }
}

fn text_in(room: &[u8]) -> Option<String> {
    let end = room
        .iter()
        .position(|&byte| byte == 0)
        .unwrap_or(room.len());
    let (text, padding) = room.split_at_checked(end)?;
    let text = std::str::from_utf8(text).ok()?;
    let sound = fits(text) && padding.iter().all(|&byte| byte == 0);
    sound.then(|| clean(text))
}
