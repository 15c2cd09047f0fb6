use super::amend;
use super::participation::count_answered;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind};
use crate::store::frozen;
use crate::store::wave;

/// Ends answering, at its time or before, which the public chain of the wave says then. The ballots stay sealed.
/// `by` is who does it, empty when it is time.
///
/// # Errors
/// A refusal if the wave is not open.
pub fn close(app: &App, id: &WaveId, by: &str) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        let early = now < wave::wave(c, id)?.closes;
        if !wave::close(c, id, now)? {
            return Err(Problem::refused("problem-wave-not-open"));
        }
        if early {
            amend::close_early(app, c, id, now)?;
        }
        // Nothing is signed any more, so the issuing keys are not needed.
        frozen::forget_keys(c, id)?;
        act::note(c, now, by, Kind::Closed, id.as_str())?;
        count_answered(c, id)
    })
}
