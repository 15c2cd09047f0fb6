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
use std::any::Any;
use std::error::Error;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

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
    Fault(#[from] Fault),
}

impl Problem {
    /// A refusal by its message key.
    pub fn refused(key: &'static str) -> Self {
        Self::Refused(Sentence::new(key))
    }

    /// A fault with its cause, which is any error or a text, and with what was being done.
    pub fn fault(doing: impl Into<String>, cause: impl Into<Cause>) -> Self {
        Self::Fault(Fault {
            doing: doing.into(),
            cause: Some(cause.into()),
        })
    }

    /// A fault that nothing else has caused.
    pub fn broken(what: impl Into<String>) -> Self {
        Self::Fault(Fault {
            doing: what.into(),
            cause: None,
        })
    }
}

type Cause = Box<dyn Error + Send + Sync>;

/// Something that the operator has to see to: what was being done, and the errors that kept it from being
/// done. It reads as one line, from what was being done down to the first cause.
#[derive(Debug)]
pub struct Fault {
    doing: String,
    cause: Option<Cause>,
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut said = self.doing.clone();
        f.write_str(&said)?;
        let mut next = self.source();
        while let Some(cause) = next {
            let words = cause.to_string();
            // Many errors repeat the words of their cause.
            if !said.contains(&words) {
                write!(f, ": {words}")?;
            }
            said = words;
            next = cause.source();
        }
        Ok(())
    }
}

/// A panic, by what it said.
#[derive(Debug, thiserror::Error)]
#[error("panicked: {0}")]
pub struct Panic(String);

impl Panic {
    /// The panic of a thread that was waited for.
    pub fn of(payload: Box<dyn Any + Send>) -> Self {
        let said = payload.downcast::<String>().map(|said| *said);
        let said = said.or_else(|other| other.downcast::<&str>().map(|said| (*said).to_owned()));
        Self(said.unwrap_or_else(|_| "without a message".to_owned()))
    }

    /// Does `work`, and goes on if it panics.
    ///
    /// # Errors
    /// The panic. Whatever `work` was changing in memory may be half done then.
    pub fn catch<T>(work: impl FnOnce() -> T) -> Result<T, Self> {
        catch_unwind(AssertUnwindSafe(work)).map_err(Self::of)
    }
}

/// Does `work`; a panic is a fault like any other.
pub fn guarded<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    Panic::catch(work)?
}

impl From<Panic> for Problem {
    fn from(panic: Panic) -> Self {
        Self::fault("a thread", panic)
    }
}

impl From<Sentence> for Problem {
    fn from(sentence: Sentence) -> Self {
        Self::Refused(sentence)
    }
}

impl From<CustodyError> for Problem {
    fn from(error: CustodyError) -> Self {
        Self::fault("keys", error)
    }
}

/// The result of a use case.
pub type Outcome<T> = Result<T, Problem>;

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[derive(Debug, thiserror::Error)]
    #[error("the key cannot be read")]
    struct Unread(#[source] io::Error);

    #[derive(Debug, thiserror::Error)]
    #[error("not loaded: {0}")]
    struct Repeating(#[source] io::Error);

    #[test]
    fn a_fault_says_what_was_being_done_and_every_cause_once() {
        let disk = || io::Error::other("the disk is full");
        let fault = Problem::fault("settle", Unread(disk()));
        let words = "settle: the key cannot be read: the disk is full";
        assert_eq!(fault.to_string(), words);
        let fault = Problem::fault("settle", Repeating(disk()));
        assert_eq!(fault.to_string(), "settle: not loaded: the disk is full");
        assert_eq!(Problem::broken("no key").to_string(), "no key");
        let Problem::Fault(fault) = Problem::fault("read", "no file") else {
            panic!("no fault")
        };
        assert_eq!(
            fault.source().map(ToString::to_string),
            Some("no file".into())
        );
    }

    #[test]
    fn a_panic_is_a_fault_with_its_words() {
        let caught = Panic::catch(|| panic!("{} broke", "it")).map_err(Problem::from);
        let said: Result<(), String> = caught.map_err(|problem| problem.to_string());
        assert_eq!(said, Err("a thread: panicked: it broke".to_owned()));
        assert_eq!(Panic::catch(|| 7).ok(), Some(7));
    }
}
