//! What is wrong with a survey file, in sentences for the person who edits it.

use std::fmt;

/// One thing wrong with a survey file: which file, where in it, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub file: String,
    /// For example `item A4` or `line 12`.
    pub place: String,
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}: {}", self.file, self.place, self.reason)
    }
}

/// Everything wrong with one or more survey files; never empty. Displays one sentence a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// A single fault.
    pub(super) fn one(file: &str, place: &str, reason: &str) -> Faults {
        let [file, place, reason] = [file, place, reason].map(str::to_owned);
        Faults(vec![Fault {
            file,
            place,
            reason,
        }])
    }

    /// The faults in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentences: Vec<String> = self.0.iter().map(Fault::to_string).collect();
        f.write_str(&sentences.join("\n"))
    }
}

impl std::error::Error for Faults {}

/// Gathers the faults of one file, so that a person hears of all of them at once.
pub(super) struct Collector {
    file: String,
    found: Vec<Fault>,
}

impl Collector {
    pub(super) fn new(file: &str) -> Self {
        let file = file.to_owned();
        Self {
            file,
            found: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, place: impl Into<String>, reason: impl Into<String>) {
        self.found.push(Fault {
            file: self.file.clone(),
            place: place.into(),
            reason: reason.into(),
        });
    }

    /// Takes over the faults of another file.
    pub(super) fn merge(&mut self, other: Result<(), Faults>) {
        self.found
            .extend(other.err().into_iter().flat_map(|faults| faults.0));
    }

    /// # Errors
    /// What was gathered, unless that is nothing.
    pub(super) fn finish(self) -> Result<(), Faults> {
        match self.found.is_empty() {
            true => Ok(()),
            false => Err(Faults(self.found)),
        }
    }
}
