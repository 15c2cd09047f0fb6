//! What HR wants of the small teams of a draft.

use super::Db;
use super::schema::group_choice;
use crate::error::Outcome;
use crate::ids::{TeamId, WaveId};
use diesel::prelude::*;

/// A small team that is counted with another one, or, without a host, not asked.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = group_choice)]
pub struct Choice {
    /// The wave.
    pub wave: WaveId,
    /// The small team.
    pub team: TeamId,
    /// The team it is counted with.
    pub host: Option<TeamId>,
}

/// The choices for a wave, by team.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Choice>> {
    let all = group_choice::table.filter(group_choice::wave.eq(wave));
    Ok(all
        .order(group_choice::team)
        .select(Choice::as_select())
        .load(c)?)
}

/// Writes a choice over that of before.
pub fn set(c: &mut Db, choice: &Choice) -> Outcome<()> {
    remove(c, &choice.wave, &choice.team)?;
    diesel::insert_into(group_choice::table)
        .values(choice)
        .execute(c)?;
    Ok(())
}

/// Takes back the choice for a team.
pub fn remove(c: &mut Db, wave: &WaveId, team: &TeamId) -> Outcome<()> {
    diesel::delete(group_choice::table.find((wave, team))).execute(c)?;
    Ok(())
}

/// Removes the choices for a wave.
pub fn forget(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    let all = group_choice::table.filter(group_choice::wave.eq(wave));
    diesel::delete(all).execute(c)?;
    Ok(())
}
