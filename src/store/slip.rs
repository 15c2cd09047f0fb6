//! Links on paper, for people without a mailbox: each is a place in a group and nobody's own. Who drew which is
//! known to nobody, so there is no way from here to a person.

use super::schema::{slip, slip_file};
use super::{Db, any};
use crate::error::Outcome;
use crate::ids::{SlipId, WaveId};
use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;

/// A link on paper. It never learns a time, a person or an answer.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = slip)]
pub struct Slip {
    /// Identifier.
    pub id: SlipId,
    /// The wave.
    pub wave: WaveId,
    /// The group the answer counts for.
    pub cell: i32,
    /// Hash of the secret in the link; gone once the wave's keys are destroyed.
    pub token_hash: Option<String>,
    /// Hash of what was signed for the link, so that asking again gives the same. None while the link is unused,
    /// and again once the wave's keys are destroyed.
    pub blinded_hash: Option<String>,
}

/// Rows that go into one statement.
const ROWS: usize = 1000;

/// Adds slips.
pub fn add(c: &mut Db, new: &[Slip]) -> Outcome<()> {
    for some in new.chunks(ROWS) {
        any!(c, c => diesel::insert_into(slip::table).values(some).execute(c))?;
    }
    Ok(())
}

/// The slips of a wave.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Slip>> {
    let all = slip::table.filter(slip::wave.eq(wave)).order(slip::id);
    Ok(all.select(Slip::as_select()).load(c)?)
}

/// How many slips a wave has, by cell.
pub fn by_cell(c: &mut Db, wave: &WaveId) -> Outcome<Vec<(i32, i64)>> {
    let all = slip::table.filter(slip::wave.eq(wave));
    Ok(all
        .group_by(slip::cell)
        .select((slip::cell, count_star()))
        .load(c)?)
}

/// The slip whose link holds the secret with this hash.
pub fn by_token(c: &mut Db, hash: &str) -> Outcome<Option<Slip>> {
    let found = slip::table.filter(slip::token_hash.eq(hash));
    Ok(found.select(Slip::as_select()).get_result(c).optional()?)
}

/// Marks an unused slip as used for what was signed; whether it was unused.
pub fn issue(c: &mut Db, id: &SlipId, blinded_hash: &str) -> Outcome<bool> {
    let unused = slip::table.find(id).filter(slip::blinded_hash.is_null());
    let used = slip::blinded_hash.eq(blinded_hash);
    Ok(diesel::update(unused).set(used).execute(c)? == 1)
}

/// The hash of what was signed for a slip.
pub fn blinded_hash(c: &mut Db, id: &SlipId) -> Outcome<Option<String>> {
    let one = slip::table.find(id);
    Ok(one.select(slip::blinded_hash).get_result(c)?)
}

/// How many slips were used, by cell.
pub fn used_by_cell(c: &mut Db, wave: &WaveId) -> Outcome<Vec<(i32, i64)>> {
    let used = slip::table
        .filter(slip::wave.eq(wave))
        .filter(slip::blinded_hash.is_not_null());
    Ok(used
        .group_by(slip::cell)
        .select((slip::cell, count_star()))
        .load(c)?)
}

/// How many slips of a cell were used.
pub fn used(c: &mut Db, wave: &WaveId, cell: i32) -> Outcome<i64> {
    let used = slip::table
        .filter(slip::wave.eq(wave).and(slip::cell.eq(cell)))
        .filter(slip::blinded_hash.is_not_null());
    Ok(used.count().get_result(c)?)
}

/// Removes every link secret of a wave's slips, and which were used.
pub fn forget(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    let none: Option<String> = None;
    diesel::update(slip::table.filter(slip::wave.eq(wave)))
        .set((slip::token_hash.eq(&none), slip::blinded_hash.eq(&none)))
        .execute(c)?;
    Ok(())
}

/// The day on which the slips of a wave were first given out as a file.
pub fn file_made(c: &mut Db, wave: &WaveId) -> Outcome<Option<NaiveDate>> {
    let one = slip_file::table.find(wave);
    Ok(one.select(slip_file::made).get_result(c).optional()?)
}

/// Notes that the slips of a wave were given out as a file; whether they had not been before.
pub fn note_file(c: &mut Db, wave: &WaveId, day: NaiveDate) -> Outcome<bool> {
    if file_made(c, wave)?.is_some() {
        return Ok(false);
    }
    let row = (slip_file::wave.eq(wave), slip_file::made.eq(day));
    diesel::insert_into(slip_file::table)
        .values(row)
        .execute(c)?;
    Ok(true)
}
