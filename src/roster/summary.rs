use super::difference::Difference;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::fmt;

/// How much an import changed, for the log: counts and the hash of the file, and no names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// People who joined.
    pub joined: usize,
    /// People who left.
    pub left: usize,
    /// People about whom something changed.
    pub changed: usize,
    /// Teams that were opened.
    pub opened: usize,
    /// Teams that were closed.
    pub closed: usize,
    /// Teams that were renamed or moved.
    pub renamed: usize,
    /// SHA-256 of the file.
    pub hash: String,
}

impl Summary {
    /// Counts a difference.
    pub fn of(difference: &Difference, file: &[u8]) -> Self {
        Self {
            joined: difference.new_people.len(),
            left: difference.leaving_people.len(),
            changed: difference.changed_people.len(),
            opened: difference.new_teams.len(),
            closed: difference.closed_teams.len(),
            renamed: difference.renamed().count(),
            hash: HEXLOWER.encode(&Sha256::digest(file)),
        }
    }

    /// Reads what stands in the log.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let mut count = || words.next()?.parse().ok();
        Some(Self {
            joined: count()?,
            left: count()?,
            changed: count()?,
            opened: count()?,
            closed: count()?,
            renamed: count()?,
            hash: words.next()?.to_owned(),
        })
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            self.joined,
            self.left,
            self.changed,
            self.opened,
            self.closed,
            self.renamed,
        ];
        counts.iter().try_for_each(|count| write!(f, "{count} "))?;
        f.write_str(&self.hash)
    }
}
