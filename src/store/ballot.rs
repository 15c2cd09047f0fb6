//! Sealed answers.

use super::Db;
use super::schema::ballot;
use crate::error::Outcome;
use crate::ids::WaveId;
use diesel::prelude::*;

/// A sealed answer. Nothing in it leads to a person or a time.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = ballot)]
pub struct Ballot {
    /// 32 bytes, a hash of the sealed content and random bytes.
    pub id: Vec<u8>,
    /// The wave.
    pub wave: WaveId,
    /// The group it counts for.
    pub cell: i32,
    /// The sealed answers.
    pub sealed: Vec<u8>,
}

/// Adds a ballot.
pub fn add(c: &mut Db, new: &Ballot) -> Outcome<()> {
    diesel::insert_into(ballot::table).values(new).execute(c)?;
    Ok(())
}

/// The ballots of a wave in the order of their random identifiers.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Ballot>> {
    let all = ballot::table
        .filter(ballot::wave.eq(wave))
        .order(ballot::id);
    Ok(all.select(Ballot::as_select()).load(c)?)
}

/// Deletes the ballots of a wave.
pub fn forget(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    diesel::delete(ballot::table.filter(ballot::wave.eq(wave))).execute(c)?;
    Ok(())
}
