//! A form that is shown again with what has to be corrected.

use serde::Serialize;
use std::collections::BTreeMap;

/// What stands in the fields of a form, and what is wrong with them.
#[derive(Clone, Default, Serialize)]
pub struct FormState {
    values: BTreeMap<&'static str, String>,
    errors: BTreeMap<&'static str, String>,
}

impl FormState {
    /// A form with these values.
    pub fn of<const N: usize>(values: [(&'static str, String); N]) -> Self {
        Self {
            values: values.into(),
            errors: BTreeMap::new(),
        }
    }

    /// The same with a sentence for each field that cannot be taken.
    #[must_use]
    pub fn refused(mut self, errors: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        self.errors = errors.into_iter().collect();
        self
    }
}
