use super::rule::DisclosureError;
use std::fmt;

/// What the people directly at one node answered, as counts. It is personal data: it can be neither printed
/// nor stored, only released.
#[derive(Clone)]
pub struct RawTally {
    n: usize,
    items: Vec<RawItem>,
}

#[derive(Clone)]
pub(super) struct RawItem {
    pub(super) counts: Vec<usize>,
    pub(super) blanks: usize,
}

impl RawTally {
    /// An empty tally; `options` is the number of options of each item.
    pub fn new(options: &[usize]) -> Self {
        let items = options.iter().map(|&options| RawItem {
            counts: vec![0; options],
            blanks: 0,
        });
        Self {
            n: 0,
            items: items.collect(),
        }
    }

    /// Adds one person's answers: the option's value from 1, or `None` for "can't say" and blank.
    ///
    /// # Errors
    /// When the sheet does not fit the items; then nothing is added.
    pub fn add(&mut self, answers: &[Option<u8>]) -> Result<(), DisclosureError> {
        if answers.len() != self.items.len() {
            return Err(DisclosureError::SheetLength {
                expected: self.items.len(),
                found: answers.len(),
            });
        }
        for (item, (raw, answer)) in self.items.iter().zip(answers).enumerate() {
            let options = raw.counts.len();
            if let Some(value) = answer.filter(|&value| value == 0 || usize::from(value) > options)
            {
                return Err(DisclosureError::NoSuchOption {
                    item,
                    value,
                    options,
                });
            }
        }
        for (raw, answer) in self.items.iter_mut().zip(answers) {
            let chosen =
                answer.and_then(|value| raw.counts.get_mut(usize::from(value).checked_sub(1)?));
            *chosen.unwrap_or(&mut raw.blanks) += 1;
        }
        self.n += 1;
        Ok(())
    }

    pub(super) fn n(&self) -> usize {
        self.n
    }

    pub(super) fn items(&self) -> &[RawItem] {
        &self.items
    }

    pub(super) fn same_items(&self, other: &Self) -> bool {
        let options = |tally: &Self| {
            tally
                .items
                .iter()
                .map(|item| item.counts.len())
                .collect::<Vec<_>>()
        };
        options(self) == options(other)
    }

    /// Adds the people of another node with the same items.
    pub(super) fn absorb(&mut self, other: &Self) {
        self.n += other.n;
        for (mine, theirs) in self.items.iter_mut().zip(&other.items) {
            mine.blanks += theirs.blanks;
            for (count, more) in mine.counts.iter_mut().zip(&theirs.counts) {
                *count += more;
            }
        }
    }
}

impl fmt::Debug for RawTally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawTally(hidden)")
    }
}
