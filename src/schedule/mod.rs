//! What happens by itself: waves open and close, keys are destroyed, mails leave.

use crate::access;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::mail;
use crate::store::Moment;
use crate::store::wave::{self, State, Wave};
use crate::wave::{close, destroy, launch, prepare, settle, settles, take_participation, test_key};

/// Does everything that is due, and says whether there is more to do at once.
///
/// Several nodes may do this at the same time: every step is guarded by the state it starts from.
pub fn run_due(app: &App) -> Outcome<bool> {
    let now = app.now();
    let mut more = false;
    for wave in app.store.read(wave::waves)? {
        match step(app, &wave, now) {
            Ok(again) => more |= again,
            Err(problem) => report(&wave, &problem),
        }
    }
    Ok(mail::deliver(app)? > 0 || more)
}

/// Does the step that is due for a wave; whether it brought the wave on, so that the next may be due.
fn step(app: &App, wave: &Wave, now: Moment) -> Outcome<bool> {
    let id = &wave.id;
    let done = |step: Outcome<()>| step.map(|()| true);
    match wave.state {
        State::Preparing => prepare(app, id),
        State::Frozen if wave.opens <= now => done(launch(app, id)),
        State::Open if wave.closes <= now => done(close(app, id, "")),
        State::Open => take_participation(app, id).map(|()| false),
        State::Closed if wave.ballots_root.is_none() && settles(wave) <= now => {
            done(settle(app, id))
        }
        State::Released if wave.destroy_after.is_some_and(|after| after <= now) => {
            done(destroy(app, id))
        }
        State::Draft | State::Frozen | State::Closed | State::Released => Ok(false),
    }
}

/// A refusal means that another node was faster.
fn report(wave: &Wave, problem: &Problem) {
    if !matches!(problem, Problem::Refused(_) | Problem::Busy) {
        tracing::error!(wave = %wave.id, %problem, "a due step of a wave failed");
    }
}

/// Drops what is over and tests the keys of waves that still need them; once an hour is enough.
pub fn tidy(app: &App) -> Outcome<()> {
    for wave in app.store.read(wave::waves)? {
        test_key(app, &wave)?;
    }
    access::sweep(app)
}
