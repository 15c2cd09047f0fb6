use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, ballot, frozen, outbox};
use chrono::Duration;
use std::collections::BTreeMap;

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

/// Writes how many have answered in each cell, and how many no mail reached.
pub(super) fn count_answered(c: &mut Db, id: &WaveId) -> Outcome<()> {
    let by_no = |counts: Vec<(i32, i64)>| counts.into_iter().collect::<BTreeMap<_, _>>();
    let answered = by_no(ballot::by_cell(c, id)?);
    let unreached = by_no(outbox::unreached_by_cell(c, id)?);
    for cell in frozen::cells(c, id)? {
        let of = |counts: &BTreeMap<i32, i64>| {
            let count = counts.get(&cell.no).copied().unwrap_or_default();
            i32::try_from(count).unwrap_or(i32::MAX)
        };
        frozen::set_participation(c, id, cell.no, (of(&answered), of(&unreached)))?;
    }
    Ok(())
}
