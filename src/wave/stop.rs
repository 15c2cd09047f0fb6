use crate::app::App;
use crate::ballot::stop::stop_id;
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, LeaderFormId};
use crate::store::outbox::{self, Kind};
use crate::store::people::Person;
use crate::store::{Db, Moment, invitation, stop, wave};

/// What somebody wants who followed the link to stop mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// No more mails of this wave.
    NotThis,
    /// No more mails of any wave.
    None,
    /// Mails again, of this wave and of others.
    Again,
}

/// Who followed such a link, and what they get now.
pub struct Stopping {
    /// Who.
    pub person: Person,
    /// What people call the wave.
    pub wave: String,
    /// They get no more mails of this wave.
    pub stopped: bool,
    /// They get no mails of any wave.
    pub all: bool,
}

/// What a link to stop mails leads to. Looking changes nothing.
///
/// # Errors
/// Not found for a link that this server has not made.
pub fn stopping(app: &App, text: &str) -> Outcome<Stopping> {
    app.store
        .read(|c| find(app, c, text).map(|(_, found)| found))
}

/// How often word is sent to somebody that mails were stopped; who has the link cannot send them any number.
const MOST_WORDS: usize = 3;

/// Does what somebody wants about mails. Whether they have answered is neither asked nor told. That there will be none
/// of any wave they get in writing, once, as it need not have been they who chose it.
///
/// # Errors
/// Not found for a link that this server has not made.
pub fn stop_mails(app: &App, text: &str, wish: Wish) -> Outcome<()> {
    app.store.write(|c| {
        let (subject, found) = find(app, c, text)?;
        stop::set(c, &subject, wish != Wish::Again)?;
        match wish {
            Wish::NotThis => Ok(()),
            Wish::Again => stop::set(c, found.person.id.as_str(), false),
            Wish::None if found.all => Ok(()),
            Wish::None => {
                stop::set(c, found.person.id.as_str(), true)?;
                send_word(c, &subject, app.now())
            }
        }
    })
}

fn send_word(c: &mut Db, subject: &str, now: Moment) -> Outcome<()> {
    let before = outbox::all_numbered(c, Kind::Stopped, subject, MOST_WORDS)?.len();
    match before < MOST_WORDS {
        true => outbox::queue(
            c,
            &[outbox::numbered(Kind::Stopped, subject, before + 1, now)],
        ),
        false => Ok(()),
    }
}

/// The invitation or the leader's form, and what is known of it.
fn find(app: &App, c: &mut Db, text: &str) -> Outcome<(String, Stopping)> {
    let id = stop_id(&app.server, text).ok_or(Problem::NotFound)?;
    let (person, of, stopped) = match invitation::addressee(c, &InvitationId::new(id)) {
        Ok(to) => (to.person, to.invitation.wave, to.stopped),
        Err(Problem::NotFound) => {
            let to = invitation::leader(c, &LeaderFormId::new(id))?;
            (to.person, to.invitation.wave, to.stopped)
        }
        Err(problem) => return Err(problem),
    };
    let found = Stopping {
        wave: wave::wave(c, &of)?.title,
        all: stop::is_set(c, person.id.as_str())?,
        stopped,
        person,
    };
    Ok((InvitationId::new(id).to_string(), found))
}
