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
use std::error::Error;

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

    /// A fault from any error, with what was being done and whatever caused the error.
    pub fn fault(doing: &str, error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let error = error.into();
        let mut said = format!("{doing}: {error}");
        let mut cause = error.source();
        while let Some(known) = cause {
            let text = known.to_string();
            // Some errors say what caused them, others leave that to whoever shows them.
            if !said.contains(&text) {
                said = format!("{said}: {text}");
            }
            cause = known.source();
        }
        Self::Fault(said)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the page cannot be filled")]
    struct Outer(#[source] Inner);

    #[derive(Debug, thiserror::Error)]
    #[error("line 7 has no end: {0}")]
    struct Inner(#[source] std::fmt::Error);

    #[test]
    fn a_fault_keeps_every_cause_and_says_none_twice() {
        let problem = Problem::fault("page", Outer(Inner(std::fmt::Error)));
        let cause = std::fmt::Error.to_string();
        let said = format!("page: the page cannot be filled: line 7 has no end: {cause}");
        assert_eq!(problem.to_string(), said);
    }
}
