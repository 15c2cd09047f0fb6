use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, ballot, frozen};
use chrono::Duration;

/// Counts who has answered in each cell, at most once an hour, so that nobody can watch a single
/// answer arrive. Cells never hold fewer people than the smallest group that is shown.
pub fn take_participation(app: &App, id: &WaveId) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        let wave = wave::wave(c, id)?;
        let fresh = wave
            .participation_at
            .is_some_and(|taken| now - taken < Duration::hours(1));
        if wave.state != State::Open || fresh {
            return Ok(());
        }
        count_answered(c, id)?;
        let counted = Wave {
            participation_at: Some(now),
            ..wave
        };
        wave::change(c, &counted, State::Open).map(drop)
    })
}

/// Writes how many have answered in each cell.
pub(super) fn count_answered(c: &mut Db, id: &WaveId) -> Outcome<()> {
    let ballots = ballot::by_cell(c, id)?;
    for cell in frozen::cells(c, id)? {
        let answered = ballots
            .iter()
            .find(|(no, _)| *no == cell.no)
            .map_or(0, |(_, count)| *count);
        frozen::set_answered(c, id, cell.no, i32::try_from(answered).unwrap_or(i32::MAX))?;
    }
    Ok(())
}
