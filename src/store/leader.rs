//! Leaders of teams in a wave who are followed by others: who can answer, and who reads.

use super::Db;
use super::invitation::LeaderForm;
use super::people::Person;
use super::roster::Part;
use super::schema::{leader_form, membership, person, team, wave_node};
use crate::error::Outcome;
use crate::ids::{LeaderFormId, PersonId, WaveId};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// The leaders' forms of a wave with whose they are, by node and name.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<(LeaderForm, Person)>> {
    let rows = leader_form::table
        .inner_join(person::table)
        .filter(leader_form::wave.eq(wave));
    Ok(rows
        .order((leader_form::node, person::name, leader_form::id))
        .select((LeaderForm::as_select(), Person::as_select()))
        .load(c)?)
}

/// The form by which somebody was asked about a team, or reads its report.
pub fn form(
    c: &mut Db,
    wave: &WaveId,
    node: i32,
    leader: &PersonId,
) -> Outcome<Option<LeaderFormId>> {
    let one = leader_form::table
        .filter(leader_form::wave.eq(wave).and(leader_form::node.eq(node)))
        .filter(leader_form::person.eq(leader));
    let first = one.order(leader_form::id).select(leader_form::id);
    let found: Vec<LeaderFormId> = first.load(c)?;
    Ok(found.into_iter().next())
}

/// Lets a leader's link be of use, or not; what was answered stays.
pub fn set_asked(c: &mut Db, id: &LeaderFormId, asked: bool) -> Outcome<()> {
    diesel::update(leader_form::table.find(id))
        .set(leader_form::asked.eq(asked))
        .execute(c)?;
    Ok(())
}

/// Lets a leader read their team's report, or not.
pub fn set_reads(c: &mut Db, id: &LeaderFormId, reads: bool) -> Outcome<()> {
    diesel::update(leader_form::table.find(id))
        .set(leader_form::reads.eq(reads))
        .execute(c)?;
    Ok(())
}

/// How many leaders have answered, and how many were asked or have answered before their form was handed on.
pub fn answered(c: &mut Db, wave: &WaveId) -> Outcome<(i64, i64)> {
    let of_wave = leader_form::table.filter(leader_form::wave.eq(wave));
    let answered = of_wave.filter(leader_form::answers.is_not_null());
    let owing = of_wave
        .filter(leader_form::answers.is_null())
        .filter(leader_form::asked.eq(true));
    let answered: i64 = answered.count().get_result(c)?;
    let owing: i64 = owing.count().get_result(c)?;
    Ok((answered, answered + owing))
}

/// How many of those who were named to the members of a team lead it no more, although the team is there still.
pub fn gone(c: &mut Db, wave: &WaveId) -> Outcome<i64> {
    let same = wave_node::wave
        .eq(leader_form::wave)
        .and(wave_node::no.eq(leader_form::node));
    let today = membership::table.filter(
        membership::team
            .nullable()
            .eq(wave_node::team)
            .and(membership::person.eq(leader_form::person))
            .and(membership::role.eq(Part::Leader)),
    );
    let there = team::table.filter(
        team::id
            .nullable()
            .eq(wave_node::team)
            .and(team::active.eq(true)),
    );
    let named = leader_form::table
        .inner_join(wave_node::table.on(same))
        .filter(leader_form::wave.eq(wave))
        .filter(leader_form::reads.eq(true))
        .filter(wave_node::people.is_not_null());
    let gone = named.filter(exists(there)).filter(not(exists(today)));
    Ok(gone.count().get_result(c)?)
}
