//! What leader and team promised each other after a release, and when the members of a wave judge it.

use super::schema::commitment;
use super::{Db, Moment};
use crate::error::Outcome;
use crate::ids::{CommitmentId, TeamId, WaveId};
use chrono::NaiveDate;
use diesel::prelude::*;

super::word::stored_word! {
    /// Who promises.
    Side {
        /// The leader, to the team.
        Leader = "leader",
        /// The team, to its leader.
        Team = "team",
    }
}

/// One promise.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = commitment)]
pub struct Commitment {
    /// Random identifier.
    pub id: CommitmentId,
    /// The team it is about.
    pub team: TeamId,
    /// The wave after whose release it was made.
    pub wave: WaveId,
    /// Who promises.
    pub side: Side,
    /// What.
    pub what: String,
    /// For whom.
    pub whom: String,
    /// What done looks like.
    pub done: String,
    /// What is needed from the other side; may be empty.
    pub needed: String,
    /// By when.
    pub due: NaiveDate,
    /// When it was written down.
    pub made: Moment,
    /// The date before it was renegotiated.
    pub first_due: Option<NaiveDate>,
    /// The day on which it was renegotiated.
    pub renegotiated: Option<NaiveDate>,
    /// The wave whose members judge it, once that is frozen.
    pub judged_in: Option<WaveId>,
    /// The item by which they do.
    pub slot: Option<String>,
}

/// Writes a promise down.
pub fn add(c: &mut Db, new: &Commitment) -> Outcome<()> {
    diesel::insert_into(commitment::table)
        .values(new)
        .execute(c)?;
    Ok(())
}

/// The promises of a team, in the order in which they were made.
pub fn of_team(c: &mut Db, team: &TeamId) -> Outcome<Vec<Commitment>> {
    let all = commitment::table.filter(commitment::team.eq(team));
    let all = all.order((commitment::made, commitment::side, commitment::id));
    Ok(all.select(Commitment::as_select()).load(c)?)
}

/// The promises that were made after the release of a wave.
pub fn made_after(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Commitment>> {
    let all = commitment::table.filter(commitment::wave.eq(wave));
    Ok(all.select(Commitment::as_select()).load(c)?)
}

/// The promises that the members of a wave judge.
pub fn judged_in(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Commitment>> {
    let all = commitment::table.filter(commitment::judged_in.eq(wave));
    Ok(all.select(Commitment::as_select()).load(c)?)
}

/// The promise with this identifier.
pub fn commitment(c: &mut Db, id: &CommitmentId) -> Outcome<Commitment> {
    let one = commitment::table.find(id);
    Ok(one.select(Commitment::as_select()).get_result(c)?)
}

/// The promise with this identifier, unless it was taken back.
pub fn find(c: &mut Db, id: &CommitmentId) -> Outcome<Option<Commitment>> {
    let one = commitment::table.find(id).select(Commitment::as_select());
    Ok(one.get_result(c).optional()?)
}

/// Moves the date of a promise that is not judged yet; whether it was not.
pub fn renegotiate(c: &mut Db, id: &CommitmentId, due: NaiveDate, on: NaiveDate) -> Outcome<bool> {
    let open = commitment::table
        .find(id)
        .filter(commitment::judged_in.is_null());
    let first = diesel::update(open.filter(commitment::first_due.is_null()));
    first
        .set(commitment::first_due.eq(commitment::due.nullable()))
        .execute(c)?;
    let changed = diesel::update(open)
        .set((commitment::due.eq(due), commitment::renegotiated.eq(on)))
        .execute(c)?;
    Ok(changed == 1)
}

/// Removes a promise that is not judged yet; whether it was not.
pub fn remove(c: &mut Db, id: &CommitmentId) -> Outcome<bool> {
    let open = commitment::table
        .find(id)
        .filter(commitment::judged_in.is_null());
    Ok(diesel::delete(open).execute(c)? == 1)
}

/// Lets the members of a wave judge a promise by an item.
pub fn let_judge(c: &mut Db, id: &CommitmentId, wave: &WaveId, slot: &str) -> Outcome<()> {
    diesel::update(commitment::table.find(id))
        .set((commitment::judged_in.eq(wave), commitment::slot.eq(slot)))
        .execute(c)?;
    Ok(())
}
