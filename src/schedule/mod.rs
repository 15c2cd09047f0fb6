//! What happens by itself: waves open and close, keys are destroyed, series go on. One thing that fails is
//! logged and keeps nothing else from happening.

use crate::access;
use crate::app::App;
use crate::error::{Outcome, Problem, guarded};
use crate::mail;
use crate::packing;
use crate::retention;
use crate::store::wave::{self, State, Wave};
use crate::store::{Moment, act};
use crate::wave::{
    admit, all_series, close, destroy, freeze, launch, launches_itself, make_next, pause_series,
    prepare, remind_of_end, settle, settles, sweep_tickets, take_participation, test_key,
};

/// Does everything that is due, and says whether there is more to do at once.
///
/// Several nodes may do this at the same time: every step is guarded by the state it starts from.
pub fn run_due(app: &App) -> Outcome<bool> {
    let (waves, series) = (bring_waves_on(app), bring_series_on(app));
    Ok(waves? | series?)
}

fn bring_waves_on(app: &App) -> Outcome<bool> {
    let now = app.now();
    let mut more = false;
    for wave in app.store.read(wave::waves)? {
        match guarded(|| step(app, &wave, now)) {
            Ok(again) => more |= again,
            Err(problem) => report(&wave, &problem),
        }
    }
    Ok(more)
}

fn bring_series_on(app: &App) -> Outcome<bool> {
    let mut more = false;
    for series in all_series(app)? {
        match guarded(|| make_next(app, &series.id)) {
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
    let over = wave.destroy_after.is_some_and(|after| after <= now);
    match wave.state {
        State::Draft | State::Open => {}
        _ if over => return done(destroy(app, id)),
        _ => {}
    }
    match wave.state {
        State::Draft if launches_itself(app, wave)? => done(launch_by_series(app, wave)),
        State::Preparing => prepare(app, id),
        State::Proving => admit(app, id),
        State::Frozen if wave.opens <= now => done(launch(app, id)),
        State::Open if wave.closes <= now => done(close(app, id, "")),
        State::Open => take_participation(app, id).map(|()| false),
        State::Closed if wave.ballots_root.is_none() && settles(wave) <= now => {
            done(settle(app, id))
        }
        State::Closed => remind_of_end(app, wave).map(|()| false),
        _ => Ok(false),
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

/// Something that is due once an hour.
type Job = fn(&App) -> Outcome<()>;

/// Drops what is over, and tests the keys of waves that still need them and the log of acts; once an hour is
/// enough.
pub fn tidy(app: &App) {
    let jobs: [(&str, Job); 8] = [
        ("test keys", test_keys),
        ("check the log of acts", |app| app.store.read(act::check)),
        ("follow the database's clock", App::follow_database),
        ("sweep packed reports", packing::sweep),
        ("sweep mails", mail::sweep),
        ("sweep sign-ins", access::sweep),
        ("sweep trustees' tickets", sweep_tickets),
        ("let go what was kept long enough", retention::night),
    ];
    for (job, work) in jobs {
        if let Err(problem) = guarded(|| work(app)) {
            tracing::error!(job, %problem, "what is due once an hour could not be done");
        }
    }
}

fn test_keys(app: &App) -> Outcome<()> {
    for wave in app.store.read(wave::waves)? {
        if let Err(problem) = guarded(|| test_key(app, &wave)) {
            tracing::error!(wave = %wave.id, %problem, "a key could not be tested");
        }
    }
    Ok(())
}
