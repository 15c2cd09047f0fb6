//! From a draft to fixed terms. Every verb says whether the wave was where it starts from.

use super::{Promise, State, changed};
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::schema::wave;
use crate::store::{Db, Moment};
use diesel::prelude::*;

/// What may be changed about a draft.
#[derive(Clone, Debug, AsChangeset)]
#[diesel(table_name = wave)]
pub struct Plan {
    /// What people call it.
    pub title: String,
    /// What respondents are promised.
    pub promise: Promise,
    /// Auditors read the organisation's figures too.
    pub auditors_read: bool,
    /// The members always get the report of their group.
    pub members_read: bool,
    /// First moment at which answers are taken.
    pub opens: Moment,
    /// From this moment on no answers are taken.
    pub closes: Moment,
}

/// Changes the plan of a draft.
pub fn replan(c: &mut Db, id: &WaveId, plan: &Plan) -> Outcome<bool> {
    let draft = wave::table.find(id).filter(wave::state.eq(State::Draft));
    changed(diesel::update(draft).set(plan).execute(c))
}

/// Fixes the roster of a draft, with the public half of the key that opens its ballots, and the moment at which
/// its keys are destroyed whatever happens.
pub fn freeze(c: &mut Db, id: &WaveId, opening_key: &[u8], destroy_after: Moment) -> Outcome<bool> {
    let draft = wave::table.find(id).filter(wave::state.eq(State::Draft));
    let fixed = (
        wave::state.eq(State::Preparing),
        wave::opening_key.eq(opening_key),
        wave::destroy_after.eq(destroy_after),
    );
    changed(diesel::update(draft).set(fixed).execute(c))
}

/// Fixes the promise of a wave whose keys are made; `proving` if trustees have to prove theirs before it can open.
pub fn promise(c: &mut Db, id: &WaveId, proving: bool) -> Outcome<bool> {
    let prepared = wave::table
        .find(id)
        .filter(wave::state.eq(State::Preparing));
    let next = wave::state.eq(match proving {
        true => State::Proving,
        false => State::Frozen,
    });
    changed(diesel::update(prepared).set(next).execute(c))
}

/// Lets a wave whose trustees have proven their keys wait for its opening.
pub fn admit(c: &mut Db, id: &WaveId) -> Outcome<bool> {
    let proving = wave::table.find(id).filter(wave::state.eq(State::Proving));
    let frozen = wave::state.eq(State::Frozen);
    changed(diesel::update(proving).set(frozen).execute(c))
}
