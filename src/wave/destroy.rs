use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind};
use crate::store::wave::{self, State};
use crate::store::{ballot, frozen, invitation, outbox, scatter};

/// Destroys what could still open a released wave's ballots or lead to them: the key file, the sealed
/// ballots with their signatures, the links, and who used one. The key goes first; if the rest fails, it is
/// tried again.
///
/// # Errors
/// A refusal before the grace is over.
pub fn destroy(app: &App, id: &WaveId) -> Outcome<()> {
    let now = app.now();
    let wave = app.store.read(|c| wave::wave(c, id))?;
    let due = wave.destroy_after.is_some_and(|after| after <= now);
    if wave.state != State::Released || !due {
        return Err(Problem::refused("problem-wave-grace"));
    }
    app.keys.destroy(&id.bytes())?;
    app.store.write(|c| {
        ballot::forget(c, id)?;
        invitation::forget(c, id)?;
        outbox::forget_reminders(c, id)?;
        frozen::forget_keys(c, id)
    })?;
    scatter(&app.store)?;
    app.store
        .write(|c| match wave::destroy(c, id, now.date())? {
            true => act::note(c, now, "", Kind::Destroyed, id.as_str()),
            false => Ok(()),
        })
}
