//! Sealed answers.

use super::Db;
use super::schema::ballot;
use crate::error::Outcome;
use crate::ids::WaveId;
use diesel::dsl::count_star;
use diesel::prelude::*;

/// A sealed answer. Nothing in it leads to a person or a time. Once the keys of its wave are destroyed,
/// only the identifier is left.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = ballot)]
pub struct Ballot {
    /// 32 bytes, a hash of the sealed content and random bytes.
    pub id: Vec<u8>,
    /// The wave.
    pub wave: WaveId,
    /// The group it counts for.
    pub cell: i32,
    /// The random bytes that went into the identifier; none in a confidential wave.
    pub prefix: Option<Vec<u8>>,
    /// The blind signature; none in a confidential wave.
    pub signature: Option<Vec<u8>>,
    /// The sealed answers.
    pub sealed: Option<Vec<u8>>,
}

/// Adds a ballot unless it is there already; whether it was added.
pub fn add(c: &mut Db, new: &Ballot) -> Outcome<bool> {
    let known = ballot::table.find(&new.id).count().get_result::<i64>(c)?;
    if known > 0 {
        return Ok(false);
    }
    let row = super::any!(c, c => diesel::insert_into(ballot::table)
        .values(new)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(row == 1)
}

/// The ballots of a wave in the order of their random identifiers.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Ballot>> {
    let all = ballot::table
        .filter(ballot::wave.eq(wave))
        .order(ballot::id);
    Ok(all.select(Ballot::as_select()).load(c)?)
}

/// The identifiers of a wave's ballots, sorted.
pub fn ids(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Vec<u8>>> {
    let all = ballot::table
        .filter(ballot::wave.eq(wave))
        .order(ballot::id);
    Ok(all.select(ballot::id).load(c)?)
}

/// How many ballots there are, by cell.
pub fn by_cell(c: &mut Db, wave: &WaveId) -> Outcome<Vec<(i32, i64)>> {
    let all = ballot::table.filter(ballot::wave.eq(wave));
    Ok(all
        .group_by(ballot::cell)
        .select((ballot::cell, count_star()))
        .load(c)?)
}

/// Removes the ballots of a wave that was called off.
pub fn remove(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    diesel::delete(ballot::table.filter(ballot::wave.eq(wave))).execute(c)?;
    Ok(())
}

/// Leaves nothing of a wave's ballots but their identifiers.
pub fn forget(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    let none: Option<Vec<u8>> = None;
    diesel::update(ballot::table.filter(ballot::wave.eq(wave)))
        .set((
            ballot::prefix.eq(&none),
            ballot::signature.eq(&none),
            ballot::sealed.eq(&none),
        ))
        .execute(c)?;
    Ok(())
}
