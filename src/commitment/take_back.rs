use super::led;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{CommitmentId, PersonId, WaveId};
use crate::store::Moment;
use crate::store::commitment::{self, Commitment};
use chrono::Duration;

/// So long a commitment can be taken back, for a mistake in writing. Later it stands and is judged.
const GRACE: Duration = Duration::hours(24);

/// Takes a commitment back that was written down a moment ago.
///
/// # Errors
/// A refusal after a day, and once the members of a wave judge it.
pub fn take_back(
    app: &App,
    viewer: &PersonId,
    (wave, node): (&WaveId, i32),
    id: &CommitmentId,
) -> Outcome<()> {
    app.store.write(|c| {
        let team = led::team(c, viewer, wave, node)?;
        let known = led::of_team(c, id, &team)?;
        if !may_take_back(&known, app.now()) {
            return Err(Problem::refused("problem-commitment-stands"));
        }
        match commitment::remove(c, id)? {
            true => Ok(()),
            false => Err(Problem::refused("problem-commitment-judged")),
        }
    })
}

/// Whether a commitment can still be taken back.
pub fn may_take_back(known: &Commitment, now: Moment) -> bool {
    known.judged_in.is_none() && now < known.made + GRACE
}
