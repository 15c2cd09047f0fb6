//! Leaders of teams in a wave who are followed by others: who can answer, and who reads.

use super::Db;
use super::invitation::LeaderForm;
use super::people::Person;
use super::schema::{leader_form, person};
use crate::error::Outcome;
use crate::ids::{LeaderFormId, WaveId};
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
