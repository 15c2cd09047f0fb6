use super::{commit, led, remind};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{CommitmentId, PersonId, WaveId};
use crate::store::{commitment, leader};

/// Moves the date of a commitment, which the members will be told when they judge it.
///
/// # Errors
/// A refusal once the date has passed, once the members of a wave judge it, and for a day that is none.
pub fn renegotiate(
    app: &App,
    viewer: &PersonId,
    (wave, node): (&WaveId, i32),
    id: &CommitmentId,
    due: &str,
) -> Outcome<()> {
    let today = led::today(app)?;
    app.store.write(|c| {
        let team = led::team(c, viewer, wave, node)?;
        let known = led::of_team(c, id, &team)?;
        if today > known.due {
            return Err(Problem::refused("problem-commitment-late"));
        }
        let due = commit::due(due, today);
        let due = due.ok_or_else(|| Problem::refused("problem-commitment-due"))?;
        if !commitment::renegotiate(c, id, due, today)? {
            return Err(Problem::refused("problem-commitment-judged"));
        }
        match leader::form(c, wave, node, viewer)? {
            Some(form) => remind::plan(c, id, &form, due, app.now()),
            None => Ok(()),
        }
    })
}
