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
    /// When the key is due to be destroyed.
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

/// Notes the day on which the key of a released wave was destroyed, once.
pub fn destroy(c: &mut Db, id: &WaveId, day: NaiveDate) -> Outcome<bool> {
    let holding = wave::table
        .find(id)
        .filter(wave::state.eq(State::Released))
        .filter(wave::key_destroyed.is_null());
    let destroyed = (
        wave::key_destroyed.eq(day),
        wave::destroy_after.eq(None::<Moment>),
    );
    changed(diesel::update(holding).set(destroyed).execute(c))
}
