use crate::store::outbox::Reason;
use lettre::transport::smtp::Error;

/// Why a mail was not accepted, without any address in it: a mail server's answer may quote one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SendError {
    /// In one word.
    pub reason: Reason,
    /// What the mail server answered.
    pub code: Option<i32>,
}

impl SendError {
    /// A error without an answer.
    pub fn of(reason: Reason) -> Self {
        Self { reason, code: None }
    }

    /// What an error means where a refusal for good would have the reason `refused`.
    pub fn by(error: &Error, refused: Reason) -> Self {
        let code = error.status().map(|code| i32::from(u16::from(code)));
        let reason = match code {
            Some(500..) => refused,
            Some(_) => Reason::Busy,
            None => Reason::Broken,
        };
        Self { reason, code }
    }

    /// For this reason, whatever the mail server answered.
    pub fn because(reason: Reason, error: &Error) -> Self {
        Self {
            reason,
            ..Self::by(error, reason)
        }
    }

    /// No mail at all can leave for the moment, so others need not try.
    pub fn stops_all(self) -> bool {
        use Reason::{Encryption, Folder, Login, Unreachable};
        matches!(self.reason, Unreachable | Encryption | Login | Folder)
    }

    /// Trying again is of no use.
    pub fn is_final(self) -> bool {
        matches!(self.reason, Reason::Address | Reason::Content)
    }

    /// The mail server may have the mail.
    pub fn is_doubtful(self) -> bool {
        self.reason == Reason::Unanswered
    }
}
