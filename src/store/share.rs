//! The reports that the members of a group may read by a link.

use super::Db;
use super::schema::{cell, share, wave, wave_node};
use crate::error::Outcome;
use crate::ids::{ShareId, WaveId};
use chrono::NaiveDate;
use diesel::prelude::*;

/// The report of one group.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = share)]
pub struct Share {
    /// Identifier, from which the secret of the link is made.
    pub id: ShareId,
    /// The wave.
    pub wave: WaveId,
    /// A team of the group.
    pub node: i32,
    /// The group.
    pub atom: i32,
    /// Hash of the secret in the link.
    pub secret_hash: String,
    /// The wave has promised it; else a leader wants it.
    pub promised: bool,
    /// The day on which it was shared.
    pub day: NaiveDate,
}

/// Lets the members of a group read its report.
pub fn add(c: &mut Db, new: &Share) -> Outcome<()> {
    diesel::insert_into(share::table).values(new).execute(c)?;
    Ok(())
}

/// The reports of a wave that are shared, by group.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Share>> {
    let all = share::table.filter(share::wave.eq(wave));
    Ok(all.order(share::atom).select(Share::as_select()).load(c)?)
}

/// The shared report of a group.
pub fn of_group(c: &mut Db, wave: &WaveId, atom: i32) -> Outcome<Option<Share>> {
    let one = share::table.filter(share::wave.eq(wave).and(share::atom.eq(atom)));
    Ok(one.select(Share::as_select()).get_result(c).optional()?)
}

/// The shared report with this identifier.
pub fn find(c: &mut Db, id: &ShareId) -> Outcome<Option<Share>> {
    let one = share::table.find(id).select(Share::as_select());
    Ok(one.get_result(c).optional()?)
}

/// The shared report whose link holds the secret with this hash.
pub fn by_secret(c: &mut Db, hash: &str) -> Outcome<Option<Share>> {
    let one = share::table.filter(share::secret_hash.eq(hash));
    Ok(one.select(Share::as_select()).get_result(c).optional()?)
}

/// Takes a report back; whether it was shared.
pub fn remove(c: &mut Db, id: &ShareId) -> Outcome<bool> {
    Ok(diesel::delete(share::table.find(id)).execute(c)? == 1)
}

/// Takes back what was shared with a group of which a team is asked in a wave after the waves that ended before it.
pub fn end_before(c: &mut Db, id: &WaveId) -> Outcome<()> {
    let asked = |c: &mut Db, id: &WaveId| {
        let nodes = wave_node::table
            .filter(wave_node::wave.eq(id))
            .filter(wave_node::cell.is_not_null())
            .filter(wave_node::team.is_not_null());
        nodes
            .select((
                wave_node::cell.assume_not_null(),
                wave_node::team.assume_not_null(),
            ))
            .load::<(i32, String)>(c)
    };
    let closes = |c: &mut Db, id: &WaveId| {
        let one = wave::table.find(id).select(wave::closes);
        one.get_result::<super::Moment>(c)
    };
    let (now, end) = (asked(c, id)?, closes(c, id)?);
    let all: Vec<Share> = share::table.select(Share::as_select()).load(c)?;
    for one in all.iter().filter(|one| one.wave != *id) {
        let cells = cell::table
            .filter(cell::wave.eq(&one.wave).and(cell::atom.eq(one.atom)))
            .select(cell::no);
        let cells: Vec<i32> = cells.load(c)?;
        let then = asked(c, &one.wave)?.into_iter();
        let mut group = then.filter(|(of, _)| cells.contains(of));
        let again = group.any(|(_, team)| now.iter().any(|(_, now)| *now == team));
        if again && closes(c, &one.wave)? < end {
            remove(c, &one.id)?;
        }
    }
    Ok(())
}
