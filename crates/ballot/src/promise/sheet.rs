use crate::hash::sha256;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

/// What the members of a group are told of it, and nobody else: who is asked, who reads, and what they judge.
/// One hash of it stands in the promise, and the salt keeps others from confirming a guess by that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// 16 random bytes in base64url.
    pub salt: String,
    /// The names of everybody who is asked, sorted; two of one name stand twice.
    pub members: Vec<String>,
    /// Those of them who were not in the group in the wave before.
    pub new: Vec<String>,
    /// Who will read the team's own report.
    pub leaders: Vec<String>,
    /// Who may read the organisation's.
    pub organisation: Vec<Reader>,
    /// The commitments after the wave before.
    pub commitments: Vec<Commitment>,
}

/// Somebody who may read the organisation's report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reader {
    /// Who.
    pub name: String,
    /// By which role: `hr`, `hr-partner`, `administrator`, `head` or `auditor`.
    pub role: String,
}

/// A commitment as members judge it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// The item by which it is judged.
    pub item: String,
    /// Who promised, `leader` or `team`.
    pub side: String,
    /// What.
    pub what: String,
    /// For whom.
    pub whom: String,
    /// What done looks like.
    pub done: String,
    /// What was needed from the other side; may be empty.
    pub needed: String,
    /// By when.
    pub due: String,
    /// The date before it was renegotiated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_due: Option<String>,
    /// The day on which it was renegotiated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renegotiated: Option<String>,
}

impl Sheet {
    /// Reads the text of a sheet.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// The text that is hashed and handed out.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The hash of a text, as the promise and its amendments name it.
    pub fn hash(text: &str) -> String {
        HEXLOWER.encode(&sha256(&[text.as_bytes()]))
    }

    /// Whether it names so many members, sorted, and no newcomer who is none of them.
    pub fn names(&self, members: usize) -> bool {
        let mut rest = self.members.clone();
        let mut take = |name: &String| {
            let at = rest.iter().position(|member| member == name);
            at.map(|at| rest.remove(at)).is_some()
        };
        let known = self.new.iter().all(&mut take);
        known && self.members.len() == members && self.members.is_sorted()
    }
}
