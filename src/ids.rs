//! Identifiers: 128 random bits as 26 lower-case base32 letters, one type for each kind of thing.
//!
//! They are random and never serial, so an identifier tells neither order nor time. Besides `store/`
//! this is the only module that names diesel: an identifier is a text column.

use diesel::backend::Backend;
use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};
use std::fmt;

const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// 16 random bytes from which an identifier is made.
pub type Seed = [u8; 16];

/// Crockford base32 of the 128 bits, most significant first.
fn letters(seed: Seed) -> String {
    let bits = u128::from_be_bytes(seed);
    (0..26)
        .rev()
        .filter_map(|place| LETTERS.get((bits >> (place * 5)) as usize & 31))
        .map(|&letter| char::from(letter))
        .collect()
}

fn seed(letters: &str) -> Option<Seed> {
    let bits = letters.bytes().try_fold(0_u128, |bits, letter| {
        let value = LETTERS.iter().position(|&known| known == letter)?;
        bits.checked_mul(32)?.checked_add(value as u128)
    })?;
    (letters.len() == 26).then(|| bits.to_be_bytes())
}

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[derive(AsExpression, FromSqlRow)]
        #[diesel(sql_type = Text)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The identifier made of these random bytes.
            pub fn new(seed: Seed) -> Self {
                Self(letters(seed))
            }

            /// Reads an identifier out of an address; `None` if it cannot be one.
            pub fn parse(text: &str) -> Option<Self> {
                seed(text).map(|_| Self(text.to_owned()))
            }

            /// The 16 bytes the identifier was made of.
            pub fn bytes(&self) -> Seed {
                seed(&self.0).unwrap_or_default()
            }

            /// The 26 letters.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<DB: Backend> FromSql<Text, DB> for $name
        where
            String: FromSql<Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                String::from_sql(bytes).map(Self)
            }
        }

        impl<DB: Backend> ToSql<Text, DB> for $name
        where
            String: ToSql<Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> diesel::serialize::Result {
                self.0.to_sql(out)
            }
        }
    )+};
}

identifiers! {
    /// A person on the roster, or an administrator.
    PersonId,
    /// A node of the organisation's tree.
    TeamId,
    /// An uploaded roster that waits for its confirmation.
    ImportId,
    /// One run of a survey.
    WaveId,
    /// One person's invitation to answer for one team in one wave.
    InvitationId,
    /// One leader's named form for one team in one wave.
    LeaderFormId,
    /// A comment; two texts of one person have unrelated identifiers.
    CommentId,
    /// What a leader or a team promised the other.
    CommitmentId,
    /// A queued mail.
    MailId,
    /// A wave that is taken again and again.
    SeriesId,
    /// A request to sign in by mail.
    SignInId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_gives_back_the_bytes_it_was_made_of() {
        for seed in [[0; 16], [255; 16], *b"0123456789abcdef"] {
            let id = WaveId::new(seed);
            assert_eq!(id.as_str().len(), 26);
            assert_eq!(id.bytes(), seed);
            assert_eq!(WaveId::parse(id.as_str()), Some(id));
        }
    }

    #[test]
    fn text_that_is_no_identifier_is_refused() {
        for text in [
            "",
            "short",
            "ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
            "zzzzzzzzzzzzzzzzzzzzzzzzzz",
        ] {
            assert_eq!(WaveId::parse(text), None, "{text}");
        }
    }
}
