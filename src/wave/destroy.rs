use super::word;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind};
use crate::store::wave::{self, State};
use crate::store::{ballot, frozen, invitation, outbox, scatter, sheet, slip, trustee};

/// Destroys what could still open a wave's ballots or lead to them, on the promised day or earlier after its
/// release: both key files, the sealed ballots with their signatures, the links, who used one, who was reminded,
/// and the lists of names. The keys go first; if the rest fails, it is tried again. A wave that nobody published
/// by then never is, and everybody who was asked is told so.
///
/// # Errors
/// A refusal before the day, and while answers are taken.
pub fn destroy(app: &App, id: &WaveId) -> Outcome<()> {
    let now = app.now();
    let wave = app.store.read(|c| wave::wave(c, id))?;
    let due = wave.destroy_after.is_some_and(|after| after <= now);
    let running = matches!(wave.state, State::Draft | State::Open);
    if running || !due || wave.key_destroyed.is_some() {
        return Err(Problem::refused("problem-wave-grace"));
    }
    app.keys.destroy(&id.bytes())?;
    app.store.write(|c| {
        match wave.state {
            State::Off => ballot::remove(c, id)?,
            _ => ballot::forget(c, id)?,
        }
        if wave.state != State::Released {
            invitation::forget_leader_answers(c, id)?;
        }
        invitation::forget(c, id)?;
        slip::forget(c, id)?;
        outbox::forget_reminders(c, id)?;
        sheet::forget(c, id)?;
        trustee::end(c, id)?;
        frozen::forget_keys(c, id)
    })?;
    scatter(&app.store)?;
    app.store
        .write(|c| match wave::destroy(c, id, now.date())? {
            true => {
                act::note(c, now, "", Kind::Destroyed, id.as_str())?;
                match wave.state {
                    State::Closed => word::tell(c, id, now),
                    _ => Ok(()),
                }
            }
            false => Ok(()),
        })
}
