//! A leader's answers as they are stored: named, and readable.

use super::form::{CANT_SAY, FieldReason};
use super::{Answers, Choice, Malformed};
use crate::survey::{Item, Role, Survey};
use serde_json::{Map, Value};

impl Answers {
    /// One JSON object: item id to value, or `null` for "can't say"; question id to text.
    pub fn to_json(&self, survey: &Survey, role: Role) -> String {
        let choices = survey.form(role).map(|(index, item)| {
            let value = match self.choice(index) {
                Some(Choice::Value(value)) => Value::from(value),
                Some(Choice::CantSay) | None => Value::Null,
            };
            (item.id.clone(), value)
        });
        let texts = self.texts().filter_map(|(index, text)| {
            let question = survey.questions.get(index)?;
            Some((question.id.clone(), Value::from(text)))
        });
        Value::Object(choices.chain(texts).collect()).to_string()
    }

    /// Reads [`Answers::to_json`]; entries of other names are ignored.
    ///
    /// # Errors
    /// A text that is not such an object, and answers that the form would not take.
    pub fn from_json(survey: &Survey, role: Role, json: &str) -> Result<Answers, Malformed> {
        let object: Map<String, Value> = serde_json::from_str(json).map_err(|_| Malformed::Json)?;
        let fields: Option<Vec<_>> = object.into_iter().map(field).collect();
        let fields = fields.ok_or(Malformed::Json)?;
        // What is stored says of every statement what was answered.
        let said = |item: &Item| fields.iter().any(|(name, _)| *name == item.id);
        if !survey
            .form(role)
            .all(|(_, item)| survey.is_slot(item) || said(item))
        {
            return Err(Malformed::Choice);
        }
        Answers::from_fields(survey, role, &fields).map_err(|faults| {
            let long = |reason| matches!(reason, FieldReason::TooLong { .. });
            match faults.iter().any(|fault| long(fault.reason)) {
                true => Malformed::Text,
                false => Malformed::Choice,
            }
        })
    }
}

fn field((id, value): (String, Value)) -> Option<(String, String)> {
    let value = match value {
        Value::Null => CANT_SAY.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text,
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    Some((id, value))
}
