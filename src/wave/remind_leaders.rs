use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind as Act};
use crate::store::outbox::{self, Kind, Mail};
use crate::store::wave::{self, State};
use crate::store::{invitation, stop};

/// Reminds the leaders of an open wave who have not sent their form, each once. They are named, so HR may know; of
/// members nobody does. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if the wave is not open, or nobody is left to remind.
pub fn remind_leaders(app: &App, id: &WaveId, by: &str) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        wave::hold(c, id)?;
        let wave = wave::wave(c, id)?;
        if wave.state != State::Open || wave.closes <= now {
            return Err(Problem::refused("problem-wave-not-open-now"));
        }
        let mut mails = Vec::new();
        for form in invitation::leader_forms(c, id)? {
            let owes = form.asked && form.answers.is_none();
            let subject = form.id.as_str();
            if owes
                && !stop::is_set(c, subject)?
                && outbox::state(c, Kind::LeaderNudge, subject)?.is_none()
            {
                mails.push(Mail::new(Kind::LeaderNudge, subject, Some(id), now));
            }
        }
        if mails.is_empty() {
            return Err(Problem::refused("problem-leaders-reminded"));
        }
        outbox::queue(c, &mails)?;
        act::note(c, now, by, Act::RemindedLeaders, id.as_str())
    })
}
