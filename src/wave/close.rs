use super::participation::count_answered;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::wave::{self, State, Wave};

/// Ends answering, at the planned time or before. The ballots stay sealed.
///
/// # Errors
/// A refusal if the wave is not open.
pub fn close(app: &App, id: &WaveId) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        let wave = wave::wave(c, id)?;
        let closes = wave.closes.min(now);
        let closed = Wave {
            state: State::Closed,
            closes,
            participation_at: Some(now),
            ..wave
        };
        if !wave::change(c, &closed, State::Open)? {
            return Err(Problem::refused("problem-wave-not-open"));
        }
        count_answered(c, id)
    })
}
