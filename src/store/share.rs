//! The reports that the members of a group may read by a link.

use super::Db;
use super::schema::{cell, share, wave, wave_node};
use crate::error::Outcome;
use crate::ids::{ShareId, WaveId};
use chrono::NaiveDate;
use diesel::dsl::not;
use diesel::prelude::*;
use std::collections::BTreeSet;

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
    /// It was taken back, or others have followed it.
    pub ended: bool,
}

/// Lets the members of a group read its report.
pub fn add(c: &mut Db, new: &Share) -> Outcome<()> {
    diesel::insert_into(share::table).values(new).execute(c)?;
    Ok(())
}

/// The reports of a wave that are shared, by group.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Share>> {
    let all = share::table.filter(share::wave.eq(wave).and(not(share::ended)));
    Ok(all.order(share::atom).select(Share::as_select()).load(c)?)
}

/// The shared report of a group.
pub fn of_group(c: &mut Db, wave: &WaveId, atom: i32) -> Outcome<Option<Share>> {
    let one = share::table.filter(share::wave.eq(wave).and(share::atom.eq(atom)));
    let one = one.filter(not(share::ended));
    Ok(one.select(Share::as_select()).get_result(c).optional()?)
}

/// How often the report of a group was shared.
pub fn times(c: &mut Db, wave: &WaveId, atom: i32) -> Outcome<i64> {
    let all = share::table.filter(share::wave.eq(wave).and(share::atom.eq(atom)));
    Ok(all.count().get_result(c)?)
}

/// The shared report with this identifier.
pub fn find(c: &mut Db, id: &ShareId) -> Outcome<Option<Share>> {
    let one = share::table.find(id).filter(not(share::ended));
    Ok(one.select(Share::as_select()).get_result(c).optional()?)
}

/// The shared report whose link holds the secret with this hash.
pub fn by_secret(c: &mut Db, hash: &str) -> Outcome<Option<Share>> {
    let one = share::table.filter(share::secret_hash.eq(hash).and(not(share::ended)));
    Ok(one.select(Share::as_select()).get_result(c).optional()?)
}

/// Takes a report back; whether it was shared.
pub fn end(c: &mut Db, id: &ShareId) -> Outcome<bool> {
    let one = share::table.find(id).filter(not(share::ended));
    let done = diesel::update(one).set(share::ended.eq(true)).execute(c)?;
    Ok(done == 1)
}

/// Takes back what was shared with a group of which a team is asked in a wave after the waves that ended before it.
pub fn end_before(c: &mut Db, id: &WaveId) -> Outcome<()> {
    let before = wave::table.find(id).select(wave::closes);
    let before = before.get_result::<super::Moment>(c)?;
    let asked = wave_node::table.filter(wave_node::cell.is_not_null());
    let now = asked.filter(wave_node::wave.eq(id));
    let now: Vec<Option<String>> = now.select(wave_node::team).load(c)?;
    let now: BTreeSet<String> = now.into_iter().flatten().collect();
    let cell_of = cell::wave
        .eq(share::wave)
        .and(cell::atom.eq(share::atom.nullable()));
    let node_of = wave_node::wave
        .eq(share::wave)
        .and(wave_node::cell.eq(cell::no.nullable()));
    let shared = share::table
        .inner_join(wave::table.on(wave::id.eq(share::wave)))
        .inner_join(cell::table.on(cell_of))
        .inner_join(wave_node::table.on(node_of))
        .filter(not(share::ended).and(wave::closes.lt(before)))
        .select((share::id, wave_node::team))
        .load::<(ShareId, Option<String>)>(c)?;
    let again = shared
        .into_iter()
        .filter(|(_, team)| team.as_ref().is_some_and(|team| now.contains(team)));
    let again: BTreeSet<ShareId> = again.map(|(share, _)| share).collect();
    again.iter().try_for_each(|share| end(c, share).map(|_| ()))
}
