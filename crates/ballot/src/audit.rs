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
    /// What was changed after the first mail.
    pub amendments: Amendments,
    /// The day on which it was called off.
    pub called_off: Option<String>,
    /// What is known since the list of ballots is final.
    pub ballots: Option<Ballots>,
    /// SHA-256 of the published results, in hexadecimal digits.
    pub result_hash: Option<String>,
    /// How many ballots held no form and are in no figure, once there are results.
    pub spoilt: Option<i32>,
    /// The day on which the keys were destroyed.
    pub key_destroyed: Option<String>,
}

/// What was changed after the first mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendments {
    /// The lines of the chain, as [`Amendment`](crate::amend::Amendment) in JSON.
    pub lines: Vec<String>,
    /// Its last link, in hexadecimal digits.
    pub tip: String,
}

/// The final list of ballots.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ballots {
    /// The RFC 6962 root over the identifiers, in hexadecimal digits.
    pub root: String,
    /// Counts of each group that is shown, which is one cell or several together.
    pub counts: Vec<Counts>,
    /// Every ballot, sorted by its identifier.
    pub list: Vec<Receipt>,
}

/// The counts of one group that is shown. A cell that counts together with others has none of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Numbers of its cells, in order.
    pub cells: Vec<i32>,
    /// Invitations to them that were promised: the sum over the cells.
    pub invited: i32,
    /// Spare places of theirs that were used: the sum over the cells.
    pub spare: i32,
    /// Signatures: one for each link that was used.
    pub issued: i32,
    /// Ballots that were stored.
    pub ballots: i32,
}

impl Counts {
    /// Whether there are no more ballots than signatures, and no more signatures than places.
    pub fn hold(&self) -> bool {
        let counts = [self.invited, self.spare, self.issued, self.ballots];
        let [invited, spare, issued, ballots] = counts.map(i64::from);
        let whole = counts.iter().all(|count| *count >= 0);
        whole && ballots <= issued && issued <= invited + spare
    }
}

impl<'a> Sum<&'a Counts> for Counts {
    fn sum<I: Iterator<Item = &'a Counts>>(counts: I) -> Self {
        counts.fold(Self::default(), |sum, one| Self {
            cells: Vec::new(),
            invited: sum.invited.saturating_add(one.invited),
            spare: sum.spare.saturating_add(one.spare),
            issued: sum.issued.saturating_add(one.issued),
            ballots: sum.ballots.saturating_add(one.ballots),
        })
    }
}

/// One ballot without its content.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Receipt {
    /// The identifier, 64 hexadecimal digits.
    pub id: String,
    /// The place of its group among the [`counts`](Ballots::counts); none if it belongs to people who are
    /// counted nowhere.
    pub group: Option<usize>,
    /// What shows that the ballot was allowed. None where several cells count together, because it would
    /// tell of which one the ballot is, and none once the keys are destroyed.
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
