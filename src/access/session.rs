use super::{cookie_secret, hash};
use crate::app::App;
use crate::ballot::secret::derive;
use crate::error::Outcome;
use crate::ids::PersonId;
use crate::store::people::Person;
use crate::store::{Moment, access};
use chrono::Duration;
use data_encoding::HEXLOWER;

/// A session ends after so long without a visit, and at the latest after so long.
const IDLE: Duration = Duration::hours(12);
const ABSOLUTE: Duration = Duration::days(7);

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Viewer {
    /// Who it is.
    pub person: Person,
    /// An administrator.
    pub is_hr: bool,
    /// Was asked as a leader in some wave.
    pub leads: bool,
}

/// Begins a session, and gives the secret for the cookie.
pub(super) fn begin(app: &App, person: &PersonId) -> Outcome<String> {
    let secret = cookie_secret();
    app.store
        .write(|c| access::begin(c, &hash(&secret), person, app.now()))?;
    Ok(secret)
}

/// The viewer of a session that is within its limits.
pub fn viewer(app: &App, secret: &str) -> Outcome<Option<Viewer>> {
    let now = app.now();
    let hash = hash(secret);
    let found = app
        .store
        .read(|c| access::session(c, &hash, now - IDLE, now - ABSOLUTE))?;
    let Some(session) = found else {
        return Ok(None);
    };
    touch(app, &hash, session.seen, now)?;
    Ok(Some(Viewer {
        person: session.person,
        is_hr: session.is_hr,
        leads: session.leads,
    }))
}

/// Writes at most one visit a minute.
fn touch(app: &App, hash: &str, seen: Moment, now: Moment) -> Outcome<()> {
    if now - seen < Duration::minutes(1) {
        return Ok(());
    }
    app.store.write(|c| access::touch(c, hash, now))
}

/// The token that forms of this session carry, which another site cannot know.
pub fn csrf(app: &App, secret: &str) -> String {
    let mut id = [0; 16];
    id.iter_mut()
        .zip(hash(secret).bytes())
        .for_each(|(to, from)| *to = from);
    HEXLOWER.encode(&derive(app.server.expose(), "csrf", &id))
}

/// Ends a session.
pub fn end(app: &App, secret: &str) -> Outcome<()> {
    app.store.write(|c| access::end(c, &hash(secret)))
}

/// Drops sessions, requests and counted attempts that are over.
pub fn sweep(app: &App) -> Outcome<()> {
    app.password_limit.tidy();
    let now = app.now();
    app.store
        .write(|c| access::sweep(c, now - Duration::days(1), now - IDLE, now - ABSOLUTE))
}
