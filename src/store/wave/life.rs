//! From the opening of a wave to the end of its key. Every verb says whether the wave was where it starts from.

use super::{State, changed};
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::schema::wave;
use crate::store::{Db, Moment};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Takes answers from now on.
pub fn open(c: &mut Db, id: &WaveId) -> Outcome<bool> {
    let frozen = wave::table.find(id).filter(wave::state.eq(State::Frozen));
    let open = wave::state.eq(State::Open);
    changed(diesel::update(frozen).set(open).execute(c))
}

/// Keeps everybody else from changing a wave until the transaction ends.
pub fn hold(c: &mut Db, id: &WaveId) -> Outcome<()> {
    let same = wave::title.eq(wave::title);
    diesel::update(wave::table.find(id)).set(same).execute(c)?;
    Ok(())
}

/// Takes answers for longer, also of a wave that has not opened yet.
pub fn extend(c: &mut Db, id: &WaveId, closes: Moment) -> Outcome<bool> {
    let launched = wave::table
        .find(id)
        .filter(wave::state.eq_any([State::Proving, State::Frozen, State::Open]))
        .filter(wave::closes.lt(closes));
    let later = wave::closes.eq(closes);
    changed(diesel::update(launched).set(later).execute(c))
}

/// Takes no more answers: closed at its time, or at `now` if that is earlier. Participation was counted `now`.
pub fn close(c: &mut Db, id: &WaveId, now: Moment) -> Outcome<bool> {
    let early = wave::table
        .find(id)
        .filter(wave::state.eq(State::Open))
        .filter(wave::closes.gt(now));
    diesel::update(early).set(wave::closes.eq(now)).execute(c)?;
    let open = wave::table.find(id).filter(wave::state.eq(State::Open));
    let closed = (
        wave::state.eq(State::Closed),
        wave::participation_at.eq(now),
    );
    changed(diesel::update(open).set(closed).execute(c))
}

/// Makes the list of ballots final, once.
pub fn settle(c: &mut Db, id: &WaveId, ballots_root: &str) -> Outcome<bool> {
    let unsettled = wave::table
        .find(id)
        .filter(wave::state.eq(State::Closed))
        .filter(wave::ballots_root.is_null());
    let root = wave::ballots_root.eq(ballots_root);
    changed(diesel::update(unsettled).set(root).execute(c))
}

/// What is written down about a wave when it is published.
#[derive(Clone, Debug, AsChangeset)]
#[diesel(table_name = wave)]
pub struct Release {
    /// When.
    pub released: Moment,
    /// When the keys are due to be destroyed.
    pub destroy_after: Moment,
    /// Hash of what is published.
    pub result_hash: String,
    /// Ballots that were signed and cast but hold no sound form.
    pub spoilt: i32,
}

/// Publishes the results of a settled wave, once.
pub fn release(c: &mut Db, id: &WaveId, release: &Release) -> Outcome<bool> {
    let settled = wave::table
        .find(id)
        .filter(wave::state.eq(State::Closed))
        .filter(wave::ballots_root.is_not_null());
    let released = (wave::state.eq(State::Released), release);
    changed(diesel::update(settled).set(released).execute(c))
}

/// Notes the day on which the keys of a wave were destroyed, once. What was not published by then never is.
pub fn destroy(c: &mut Db, id: &WaveId, day: NaiveDate) -> Outcome<bool> {
    let holding = wave::table
        .find(id)
        .filter(wave::key_destroyed.is_null())
        .filter(wave::state.ne_all([State::Draft, State::Open]));
    let destroyed = (
        wave::key_destroyed.eq(day),
        wave::destroy_after.eq(None::<Moment>),
    );
    let unpublished = wave::table
        .find(id)
        .filter(wave::key_destroyed.is_null())
        .filter(wave::state.eq_any([
            State::Preparing,
            State::Proving,
            State::Frozen,
            State::Closed,
        ]));
    diesel::update(unpublished)
        .set(wave::state.eq(State::Lapsed))
        .execute(c)?;
    changed(diesel::update(holding).set(destroyed).execute(c))
}

/// Ends a launched wave before its close, for ever; its keys are due to be destroyed at once.
pub fn call_off(c: &mut Db, id: &WaveId, now: Moment) -> Outcome<bool> {
    let launched = wave::table.find(id).filter(wave::state.eq_any([
        State::Preparing,
        State::Proving,
        State::Frozen,
        State::Open,
    ]));
    let off = (wave::state.eq(State::Off), wave::destroy_after.eq(now));
    changed(diesel::update(launched).set(off).execute(c))
}
