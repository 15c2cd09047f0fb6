use super::bounce::{Bounce, bounces, mails};
use crate::app::App;
use crate::error::Outcome;
use crate::ids::MailId;
use crate::store::{Db, outbox};

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
        for bounce in bounces(mail) {
            found.notices += 1;
            found.noted += usize::from(note(app, &bounce)?);
        }
    }
    Ok(found)
}

fn note(app: &App, bounce: &Bounce) -> Outcome<bool> {
    let code = code(&bounce.status);
    app.store.write(|c| {
        let mut noted = false;
        for id in which(app, c, bounce)? {
            noted |= outbox::bounced(c, &id, code)?;
        }
        Ok(noted)
    })
}

/// Which mails a notice is about: by the return address that only one mail has, by the identifier that a notice
/// names, else by whom it did not reach: the last mail to them before the notice. Whoever knows an address could write
/// such a notice, so that is left out where each mail has a return address of its own.
fn which(app: &App, c: &mut Db, bounce: &Bounce) -> Outcome<Vec<MailId>> {
    let own = bounce.sent_to.iter();
    let own = own.filter_map(|address| app.mailer.returns_to(address));
    let host = app.config.mail_host();
    let named = bounce.ids.iter().filter_map(|id| match id.split_once('@') {
        Some((name, at)) if at.eq_ignore_ascii_case(&host) => MailId::parse(name),
        Some(_) => None,
        None => MailId::parse(id),
    });
    for id in own.chain(named) {
        if outbox::is_known(c, &id)? {
            return Ok(vec![id]);
        }
    }
    let guessed = match app.mailer.has_own_returns() {
        true => [].as_slice(),
        false => &bounce.recipients,
    };
    for recipient in guessed {
        let last = outbox::last_to(c, recipient, bounce.at)?;
        if !last.is_empty() {
            return Ok(last);
        }
    }
    Ok(Vec::new())
}

/// `5.1.1` as 511; numbers of two digits do not fit.
fn code(status: &str) -> Option<i32> {
    let digits: String = status.split('.').collect();
    digits
        .parse()
        .ok()
        .filter(|code| (100..1000).contains(code))
}
