//! What is noted about a wave without bringing it on. Every verb says whether it was noted.

use super::{State, changed};
use crate::error::Outcome;
use crate::ids::{SeriesId, WaveId};
use crate::store::schema::wave;
use crate::store::{Db, Moment};
use diesel::prelude::*;

/// Makes a wave the first of a series, unless it is a draft or belongs to one.
pub fn repeat(c: &mut Db, id: &WaveId, series: &SeriesId) -> Outcome<bool> {
    let single = wave::table
        .find(id)
        .filter(wave::state.ne(State::Draft))
        .filter(wave::series.is_null());
    let first = (wave::series.eq(series), wave::turn.eq(0));
    changed(diesel::update(single).set(first).execute(c))
}

/// Notes a test of the key file at the moment `at`, unless there was one after `since` or the wave has no
/// more need of its key.
pub fn key_tested(
    c: &mut Db,
    id: &WaveId,
    (since, at): (Moment, Moment),
    sound: bool,
) -> Outcome<bool> {
    let due = wave::key_tested.is_null().or(wave::key_tested.le(since));
    let needing = wave::table
        .find(id)
        .filter(wave::state.eq_any([State::Proving, State::Frozen, State::Open, State::Closed]))
        .filter(due);
    let tested = (wave::key_tested.eq(at), wave::key_sound.eq(sound));
    changed(diesel::update(needing).set(tested).execute(c))
}

/// Notes that participation is counted at the moment `at`, unless it was after `since` or the wave is not open.
pub fn participation_counted(
    c: &mut Db,
    id: &WaveId,
    (since, at): (Moment, Moment),
) -> Outcome<bool> {
    let due = wave::participation_at
        .is_null()
        .or(wave::participation_at.le(since));
    let open = wave::table
        .find(id)
        .filter(wave::state.eq(State::Open))
        .filter(due);
    let counted = wave::participation_at.eq(at);
    changed(diesel::update(open).set(counted).execute(c))
}

/// Writes the share of all who had answered when participation was counted.
pub fn set_participation(c: &mut Db, id: &WaveId, percent: Option<i32>) -> Outcome<()> {
    diesel::update(wave::table.find(id))
        .set(wave::participation.eq(percent))
        .execute(c)?;
    Ok(())
}
