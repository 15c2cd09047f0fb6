//! What can go wrong, by who has to do something about it.
//!
//! | variant | who acts | answer on the web |
//! |---|---|---|
//! | `NotFound` | nobody: it is not there, or not yours | 404 |
//! | `Refused` | the person who asked: the sentence says what to do | 422, beside the form |
//! | `Busy` | nobody: asking again soon works | 503 with `Retry-After` |
//! | `Fault` | the operator: it is in the log | 500, without details |

use crate::ballot::custody::CustodyError;
use crate::text::Sentence;

/// The reason why a use case did not happen. Nothing has been written then.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// Not there, or not within what the viewer may see.
    #[error("not found")]
    NotFound,
    /// Asked for something that cannot be done; the sentence says what and what to do.
    #[error("{0}")]
    Refused(Sentence),
    /// The database is held by somebody else for the moment.
    #[error("the database is busy")]
    Busy,
    /// A broken machine, file or program.
    #[error("{0}")]
    Fault(String),
}

impl Problem {
    /// A refusal by its message key.
    pub fn refused(key: &'static str) -> Self {
        Self::Refused(Sentence::new(key))
    }

    /// A fault from any error, with what was being done.
    pub fn fault(doing: &str, error: impl std::fmt::Display) -> Self {
        Self::Fault(format!("{doing}: {error}"))
    }
}

impl From<Sentence> for Problem {
    fn from(sentence: Sentence) -> Self {
        Self::Refused(sentence)
    }
}

impl From<CustodyError> for Problem {
    fn from(error: CustodyError) -> Self {
        Self::Fault(error.to_string())
    }
}

/// The result of a use case.
pub type Outcome<T> = Result<T, Problem>;
