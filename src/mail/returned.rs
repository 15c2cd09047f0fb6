use super::bounce::{Bounce, bounce, mails};
use crate::app::App;
use crate::error::Outcome;
use crate::ids::MailId;
use crate::store::outbox;

/// What was found in a mailbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// Mails in it.
    pub mails: usize,
    /// Notices of a mail that could not be delivered.
    pub notices: usize,
    /// Notices of mails of this server that had not been noted before.
    pub noted: usize,
}

/// Notes which mails came back, from a mailbox or a single mail. To read the same one again changes nothing.
pub fn returned(app: &App, mailbox: &[u8]) -> Outcome<Returned> {
    let mut found = Returned::default();
    for mail in mails(mailbox) {
        found.mails += 1;
        if let Some(bounce) = bounce(&mail) {
            found.notices += 1;
            found.noted += usize::from(note(app, &bounce)?);
        }
    }
    Ok(found)
}

fn note(app: &App, bounce: &Bounce) -> Outcome<bool> {
    let (name, host) = bounce.message_id.split_once('@').unwrap_or_default();
    let Some(id) = MailId::parse(name).filter(|_| host == app.config.mail_host()) else {
        return Ok(false);
    };
    app.store
        .write(|c| outbox::bounced(c, &id, code(&bounce.status)))
}

/// `5.1.1` as 511; numbers of two digits do not fit.
fn code(status: &str) -> Option<i32> {
    let digits: String = status.split('.').collect();
    digits
        .parse()
        .ok()
        .filter(|code| (100..1000).contains(code))
}
