use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::frozen::Cell;
use crate::store::wave;
use crate::store::{Db, ballot, frozen, outbox};
use chrono::Duration;
use std::collections::BTreeMap;

/// Counts who has answered in each cell, at most once an hour, so that nobody can watch a single
/// answer arrive. Cells never hold fewer people than the smallest group that is shown.
pub fn take_participation(app: &App, id: &WaveId) -> Outcome<()> {
    let now = app.now();
    let since = now - Duration::hours(1);
    app.store.write(
        |c| match wave::participation_counted(c, id, (since, now))? {
            true => count_answered(c, id),
            false => Ok(()),
        },
    )
}

/// Writes how many have answered in each cell, and how many no mail reached.
pub(super) fn count_answered(c: &mut Db, id: &WaveId) -> Outcome<()> {
    let answered = ByCell::new(ballot::by_cell(c, id)?);
    let unreached = ByCell::new(outbox::unreached_by_cell(c, id)?);
    for cell in frozen::cells(c, id)? {
        let counts = (answered.of(&cell), unreached.of(&cell));
        frozen::set_participation(c, id, cell.no, counts)?;
    }
    Ok(())
}

/// Something counted in each cell; cells in which there is nothing may lack.
pub(super) struct ByCell(BTreeMap<i32, i64>);

impl ByCell {
    pub fn new(counts: Vec<(i32, i64)>) -> Self {
        Self(counts.into_iter().collect())
    }

    pub fn of(&self, cell: &Cell) -> i32 {
        let count = self.0.get(&cell.no).copied().unwrap_or_default();
        i32::try_from(count).unwrap_or(i32::MAX)
    }
}
