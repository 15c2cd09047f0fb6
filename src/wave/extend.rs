use super::amend::{amend, launched};
use super::promise::utc;
use super::{launch, plan};
use crate::app::App;
use crate::ballot::amend::Amendment;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind};
use crate::store::wave::State;
use crate::store::{people, wave};
use serde::Deserialize;

/// A later end, as HR fills it in; local to the organisation, as `2026-11-22T09:00`.
#[derive(Deserialize)]
pub struct ExtendForm {
    /// End of answering.
    pub closes: String,
}

/// Lets a launched wave take answers for longer, at most until the latest end that was promised; last calls that
/// have not been sent wait accordingly. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if the wave is not waiting or open, or the end is not one that was promised to be possible.
pub fn extend(app: &App, id: &WaveId, form: &ExtendForm, by: &str) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        let zone = people::zone(c)?;
        let closes = plan::moment(zone, &form.closes);
        let closes = closes.ok_or_else(|| Problem::refused("problem-wave-closes"))?;
        let wave = launched(c, id, now)?;
        let line = |_: &_, day| Amendment::Extend {
            closes: utc(closes),
            day,
        };
        amend(app, c, id, line)?;
        if !wave::extend(c, id, closes)? {
            return Err(Problem::refused("problem-amend-over"));
        }
        // The launch queues mails by the end that holds then.
        if wave.state == State::Open {
            launch::postpone_last_calls(c, &wave, closes, now)?;
        }
        act::note(c, now, by, Kind::Extended, id.as_str())
    })
}
