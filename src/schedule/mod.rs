//! What happens by itself: waves open and close, keys are destroyed, series go on.

use crate::access;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::mail;
use crate::packing;
use crate::store::Moment;
use crate::store::wave::{self, State, Wave};
use crate::wave::{
    all_series, close, destroy, freeze, launch, launches_itself, make_next, pause_series, prepare,
    settle, settles, take_participation, test_key,
};

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
    for series in all_series(app)? {
        match make_next(app, &series.id) {
            Ok(made) => more |= made,
            Err(problem) => tracing::error!(series = %series.id, %problem, "no next wave was made"),
        }
    }
    Ok(more)
}

/// Does the step that is due for a wave; whether it brought the wave on, so that the next may be due.
fn step(app: &App, wave: &Wave, now: Moment) -> Outcome<bool> {
    let id = &wave.id;
    let done = |step: Outcome<()>| step.map(|()| true);
    match wave.state {
        State::Draft if launches_itself(app, wave)? => done(launch_by_series(app, wave)),
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

/// The refusal to launch a wave for hardly anybody.
const TOO_FEW: &str = "problem-wave-few";

/// What cannot be launched, because hardly anybody is on the roster, waits for somebody: its series pauses.
fn launch_by_series(app: &App, wave: &Wave) -> Outcome<()> {
    match (freeze(app, &wave.id, ""), &wave.series) {
        (Err(Problem::Refused(sentence)), Some(series)) if sentence.is(TOO_FEW) => {
            tracing::warn!(wave = %wave.id, reason = %sentence, "a series pauses: its wave cannot be launched");
            pause_series(app, series, true, "")
        }
        (frozen, _) => frozen,
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
    app.follow_database()?;
    packing::sweep(app);
    mail::sweep(app)?;
    access::sweep(app)
}
