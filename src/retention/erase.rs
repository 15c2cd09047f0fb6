use crate::access;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::PersonId;
use crate::roster;
use crate::store::access as accounts;
use crate::store::act::{self, Kind};
use crate::store::people::{self, Person};
use crate::store::retention::{self, Traces};
use crate::store::{leave_no_trace, roster as stored};

/// What erasing somebody would take, and what it cannot.
pub struct Erasure {
    /// Who.
    pub person: Person,
    /// What there is.
    pub traces: Traces,
    /// Nobody else could administrate, so this person cannot be erased.
    pub last: bool,
}

/// What erasing somebody would mean.
///
/// # Errors
/// Not found for somebody who is not there.
pub fn erasure(app: &App, id: &PersonId) -> Outcome<Erasure> {
    app.store.read(|c| {
        Ok(Erasure {
            person: people::person(c, id)?,
            traces: retention::traces(c, id)?,
            last: access::is_last_administrator(app, c, id)?,
        })
    })
}

/// Erases somebody, in one transaction, whatever waves are running. The log keeps the identifier, which leads to
/// nobody any more. `by` is who does it, for the log; whether they administrate, for what they may.
///
/// # Errors
/// Not found for somebody who is not there; a refusal for the last who can administrate, and for everybody with an
/// account if not an administrator asks.
pub fn erase(app: &App, id: &PersonId, by: &str, administrates: bool) -> Outcome<()> {
    app.store.write(|c| {
        stored::hold(c)?;
        access::may_go(app, c, id)?;
        if !administrates && accounts::account(c, id)?.is_some() {
            return Err(Problem::refused("problem-erase-account"));
        }
        people::person(c, id)?;
        roster::take_off(c, id)?;
        retention::erase(c, id)?;
        act::note(c, app.now(), by, Kind::Erased, id.as_str())
    })?;
    // What is erased is erased; the night does the rest if somebody is reading just now.
    if let Err(problem) = leave_no_trace(&app.store) {
        tracing::info!(%problem, "the write-ahead log could not be emptied yet");
    }
    Ok(())
}
