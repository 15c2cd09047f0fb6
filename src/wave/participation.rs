use super::groups::rule;
use crate::app::App;
use crate::disclosure::{Participation, Rule};
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::frozen::Cell;
use crate::store::wave;
use crate::store::{Db, ballot, frozen, number, outbox};
use chrono::Duration;
use std::collections::BTreeMap;

/// Counts who has answered in each cell, at most once an hour, so that nobody can watch a single answer arrive.
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

/// Writes what may be told of those who have answered in each cell, and how many no mail reached.
pub(super) fn count_answered(c: &mut Db, id: &WaveId) -> Outcome<()> {
    let rule = rule(&wave::wave(c, id)?)?;
    let answered = ByCell::new(ballot::by_cell(c, id)?);
    let unreached = ByCell::new(outbox::unreached_by_cell(c, id)?);
    let (mut asked, mut all) = (0, 0);
    for cell in frozen::cells(c, id)? {
        let counts = (told(&cell, answered.of(&cell), rule), unreached.of(&cell));
        frozen::set_participation(c, id, cell.no, counts)?;
        asked += cell.invited;
        all += answered.of(&cell);
    }
    let share = Participation::share(number(asked), number(all), rule);
    wave::set_participation(c, id, share.and_then(|share| i32::try_from(share).ok()))
}

/// Nothing finer than what may be told is ever written.
fn told(cell: &Cell, answered: i32, rule: Rule) -> Option<i32> {
    let told = match Participation::of(number(cell.invited), number(answered), rule)? {
        Participation::FewerThan(k) => k.saturating_sub(1),
        Participation::Exactly(number) | Participation::AtLeast(number) => number,
    };
    i32::try_from(told).ok()
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
