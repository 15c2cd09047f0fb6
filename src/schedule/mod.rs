//! What happens by itself: waves open and close, keys are destroyed, mails leave.

use crate::access;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::mail;
use crate::store::Moment;
use crate::store::wave::{self, State, Wave};
use crate::wave::{close, destroy, launch, take_participation};

/// Does everything that is due, and says whether there is more to send at once.
///
/// Several nodes may do this at the same time: every step is guarded by the state it starts from.
pub fn run_due(app: &App) -> Outcome<bool> {
    let now = app.now();
    for wave in app.store.read(wave::waves)? {
        if let Err(problem) = step(app, &wave, now) {
            report(&wave, &problem);
        }
    }
    Ok(mail::deliver(app)? > 0)
}

fn step(app: &App, wave: &Wave, now: Moment) -> Outcome<()> {
    match wave.state {
        State::Frozen if wave.opens <= now => launch(app, &wave.id),
        State::Open if wave.closes <= now => close(app, &wave.id),
        State::Open => take_participation(app, &wave.id),
        State::Released if wave.destroy_after.is_some_and(|after| after <= now) => {
            destroy(app, &wave.id)
        }
        State::Draft | State::Frozen | State::Closed | State::Released => Ok(()),
    }
}

/// A refusal means that another node was faster.
fn report(wave: &Wave, problem: &Problem) {
    if !matches!(problem, Problem::Refused(_) | Problem::Busy) {
        tracing::error!(wave = %wave.id, %problem, "a due step of a wave failed");
    }
}

/// Drops what is over; once an hour is enough.
pub fn tidy(app: &App) -> Outcome<()> {
    access::sweep(app)
}
