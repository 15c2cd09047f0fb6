//! Identifiers: 128 random bits as 26 lower-case base32 letters, one type for each kind of thing.
//!
//! They are random and never serial, so an identifier tells neither order nor time. Besides `store/`
//! this is the only module that names diesel: an identifier is a text column.

use crate::ballot::letters;
use diesel::backend::Backend;
use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};
use std::fmt;

/// 16 random bytes from which an identifier is made.
pub type Seed = [u8; 16];

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
                Self(letters::of_id(seed))
            }

            /// Reads an identifier out of an address; `None` if it cannot be one.
            pub fn parse(text: &str) -> Option<Self> {
                letters::id(text).map(|_| Self(text.to_owned()))
            }

            /// The 16 bytes the identifier was made of.
            pub fn bytes(&self) -> Seed {
                letters::id(&self.0).unwrap_or_default()
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
    /// A person on the roster, or with an account.
    PersonId,
    /// A node of the organisation's tree.
    TeamId,
    /// An uploaded roster that waits for its confirmation.
    ImportId,
    /// One run of a survey.
    WaveId,
    /// One person's invitation to answer for one team in one wave.
    InvitationId,
    /// A link on paper in one wave, which is nobody's own.
    SlipId,
    /// One leader's named form for one team in one wave.
    LeaderFormId,
    /// A comment; two texts of one person have unrelated identifiers.
    CommentId,
    /// What a leader or a team promised the other.
    CommitmentId,
    /// The report of a group, as its members may read it.
    ShareId,
    /// A queued mail.
    MailId,
    /// A wave that is taken again and again.
    SeriesId,
    /// A secret that lets somebody in, or on, once.
    SignInId,
    /// A session of somebody who is signed in.
    SessionId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_gives_back_the_bytes_it_was_made_of() {
        let id = WaveId::new(*b"0123456789abcdef");
        assert_eq!(id.bytes(), *b"0123456789abcdef");
        assert_eq!(WaveId::parse(id.as_str()), Some(id));
    }

    #[test]
    fn text_that_is_no_identifier_is_refused() {
        assert_eq!(WaveId::parse("short"), None);
    }
}
