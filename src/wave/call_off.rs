use super::amend::amend;
use super::destroy::destroy;
use crate::app::App;
use crate::ballot::amend::Amendment;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind};
use crate::store::{outbox, promise, wave};

/// Calls a launched wave off, before it opens or while it is open: no more mails, its keys are destroyed, with
/// ballots and links, and its public page says so. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if it is a draft or closed.
pub fn call_off(app: &App, id: &WaveId, by: &str) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        wave::hold(c, id)?;
        if !wave::call_off(c, id, now)? {
            return Err(Problem::refused("problem-wave-call-off"));
        }
        // Before the promise is made nobody has been told anything that could be withdrawn.
        if promise::root(c, id)?.is_some() {
            amend(app, c, id, |_, day| Amendment::CallOff { day })?;
        }
        outbox::withdraw(c, id)?;
        act::note(c, now, by, Kind::CalledOff, id.as_str())
    })?;
    match destroy(app, id) {
        // Somebody was reading: it is due, and tried again in a second.
        Err(Problem::Busy) => Ok(()),
        done => done,
    }
}
