//! What a server publishes of a wave for everybody who wants to check it, as one JSON file.

use serde::{Deserialize, Serialize};
use std::iter::Sum;

/// A wave's public record. Texts are given as they were hashed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// The root of the promise, 52 letters.
    pub root: String,
    /// The terms, as [`Terms`](crate::promise::Terms) in JSON.
    pub terms: String,
    /// The cells, as [`CellTerms`](crate::promise::CellTerms) in JSON, in the order of their numbers.
    pub cells: Vec<String>,
    /// The form that the answer page shows, as JSON.
    pub form: String,
    /// The tree of teams, as JSON.
    pub hierarchy: String,
    /// The survey file.
    pub survey: String,
    /// The answer page.
    pub page: String,
    /// Its script.
    pub script: String,
    /// What is known since the list of ballots is final.
    pub ballots: Option<Ballots>,
    /// SHA-256 of the published results, in hexadecimal digits.
    pub result_hash: Option<String>,
    /// The day on which the keys were destroyed.
    pub key_destroyed: Option<String>,
}

/// The final list of ballots.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ballots {
    /// The RFC 6962 root over the identifiers, in hexadecimal digits.
    pub root: String,
    /// Counts of each cell.
    pub counts: Vec<Counts>,
    /// Every ballot, sorted by its identifier.
    pub list: Vec<Receipt>,
}

/// The counts of one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Number of the cell.
    pub cell: i32,
    /// Members who were invited.
    pub invited: i32,
    /// Links that were used.
    pub issued: i32,
    /// Ballots that were stored.
    pub ballots: i32,
    /// Lost ballots that were replaced.
    pub replaced: i32,
}

impl Counts {
    /// Whether there are no more ballots than signatures and no more used links than people.
    pub fn hold(&self) -> bool {
        self.ballots <= self.issued + self.replaced && self.issued <= self.invited
    }
}

impl<'a> Sum<&'a Counts> for Counts {
    fn sum<I: Iterator<Item = &'a Counts>>(counts: I) -> Self {
        counts.fold(Self::default(), |sum, one| Self {
            cell: 0,
            invited: sum.invited + one.invited,
            issued: sum.issued + one.issued,
            ballots: sum.ballots + one.ballots,
            replaced: sum.replaced + one.replaced,
        })
    }
}

/// One ballot without its content.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Receipt {
    /// The identifier, 64 hexadecimal digits.
    pub id: String,
    /// Number of the cell.
    pub cell: i32,
    /// What shows that the ballot was allowed; gone once the keys are destroyed.
    pub proof: Option<Proof>,
}

/// The parts of a ballot from which its identifier and the validity of its signature follow; base64url.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Proof {
    /// 32 random bytes.
    pub prefix: String,
    /// SHA-256 of the sealed answers.
    pub sealed_hash: String,
    /// The blind signature, 256 bytes.
    pub signature: String,
}
