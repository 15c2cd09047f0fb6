//! Teams, memberships and uploaded rosters.

use super::schema::{group_choice, membership, organisation, person, roster_import, team};
use super::{Db, Moment};
use crate::error::Outcome;
use crate::ids::{ImportId, PersonId, TeamId};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

super::word::stored_word! {
    /// What somebody is in a team.
    Part {
        /// Leads the team.
        Leader = "leader",
        /// Is a member of the team.
        Member = "member",
    }
}

/// A node of the organisation's tree.
#[derive(
    Clone, Debug, PartialEq, Serialize, Deserialize, Queryable, Selectable, Insertable, AsChangeset,
)]
#[diesel(table_name = team, treat_none_as_null = true)]
pub struct Team {
    /// Identifier.
    pub id: TeamId,
    /// The team above; `None` for the organisation itself.
    pub parent: Option<TeamId>,
    /// Its own name, the last part of the path.
    pub name: String,
    /// All names from the top, joined by `/`.
    pub path: String,
    /// Still on the roster.
    pub active: bool,
}

/// Somebody's part in a team.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = membership)]
pub struct Membership {
    /// The team.
    pub team: TeamId,
    /// The person.
    pub person: PersonId,
    /// Leader or member.
    pub role: Part,
}

/// Keeps everybody else from changing the roster until the transaction ends.
pub fn hold(c: &mut Db) -> Outcome<()> {
    let same = organisation::name.eq(organisation::name);
    diesel::update(organisation::table).set(same).execute(c)?;
    Ok(())
}

/// Whether somebody leads a team today.
pub fn leads(c: &mut Db, person: &PersonId, team: &TeamId) -> Outcome<bool> {
    let place = membership::table.find((team, person));
    let leading = place.filter(membership::role.eq(Part::Leader));
    Ok(leading.count().get_result::<i64>(c)? == 1)
}

/// Every team ever, by path; so a parent comes before its children.
pub fn teams(c: &mut Db) -> Outcome<Vec<Team>> {
    Ok(team::table
        .order(team::path)
        .select(Team::as_select())
        .load(c)?)
}

/// The team with this identifier.
pub fn team(c: &mut Db, id: &TeamId) -> Outcome<Team> {
    Ok(team::table
        .find(id)
        .select(Team::as_select())
        .get_result(c)?)
}

/// Adds a team.
pub fn add_team(c: &mut Db, new: &Team) -> Outcome<()> {
    diesel::insert_into(team::table).values(new).execute(c)?;
    Ok(())
}

/// Writes a team's changed fields.
pub fn change_team(c: &mut Db, changed: &Team) -> Outcome<()> {
    diesel::update(team::table.find(&changed.id))
        .set(changed)
        .execute(c)?;
    Ok(())
}

/// Gives a team another path, so that others can have the one it had in the same transaction.
pub fn set_team_path(c: &mut Db, id: &TeamId, path: &str) -> Outcome<()> {
    diesel::update(team::table.find(id))
        .set(team::path.eq(path))
        .execute(c)?;
    Ok(())
}

/// Marks a team as on the roster or not.
pub fn set_team_active(c: &mut Db, id: &TeamId, active: bool) -> Outcome<()> {
    diesel::update(team::table.find(id))
        .set(team::active.eq(active))
        .execute(c)?;
    Ok(())
}

/// Removes a team that was in no wave and has no people.
pub fn remove_team(c: &mut Db, id: &TeamId) -> Outcome<()> {
    let chosen = group_choice::team.eq(id).or(group_choice::host.eq(id));
    diesel::delete(group_choice::table.filter(chosen)).execute(c)?;
    diesel::delete(team::table.find(id)).execute(c)?;
    Ok(())
}

/// The places of a person.
pub fn places_of(c: &mut Db, person: &PersonId) -> Outcome<Vec<Membership>> {
    let all = membership::table.filter(membership::person.eq(person));
    let ordered = all.order((membership::role, membership::team));
    Ok(ordered.select(Membership::as_select()).load(c)?)
}

/// Every membership of today, in the order of team and person.
pub fn memberships(c: &mut Db) -> Outcome<Vec<Membership>> {
    let all = membership::table.order((membership::team, membership::person));
    Ok(all.select(Membership::as_select()).load(c)?)
}

/// Today's people of a team with their part, by name.
pub fn people_of(c: &mut Db, team: &TeamId) -> Outcome<Vec<(super::people::Person, Part)>> {
    let rows = membership::table
        .inner_join(person::table)
        .filter(membership::team.eq(team));
    let columns = (super::people::Person::as_select(), membership::role);
    Ok(rows
        .order((membership::role, person::name))
        .select(columns)
        .load(c)?)
}

/// Adds a membership.
pub fn join(c: &mut Db, new: &Membership) -> Outcome<()> {
    diesel::insert_into(membership::table)
        .values(new)
        .execute(c)?;
    Ok(())
}

/// Ends a membership.
pub fn leave(c: &mut Db, team: &TeamId, person: &PersonId) -> Outcome<()> {
    diesel::delete(membership::table.find((team, person))).execute(c)?;
    Ok(())
}

/// Keeps an uploaded roster until it is confirmed, and drops those of before `stale`.
pub fn keep_import(
    c: &mut Db,
    id: &ImportId,
    content: &[u8],
    now: Moment,
    stale: Moment,
) -> Outcome<()> {
    diesel::delete(roster_import::table.filter(roster_import::uploaded.lt(stale))).execute(c)?;
    let row = (
        roster_import::id.eq(id),
        roster_import::content.eq(content),
        roster_import::uploaded.eq(now),
    );
    diesel::insert_into(roster_import::table)
        .values(row)
        .execute(c)?;
    Ok(())
}

/// The content of an uploaded roster.
pub fn import(c: &mut Db, id: &ImportId) -> Outcome<Vec<u8>> {
    Ok(roster_import::table
        .find(id)
        .select(roster_import::content)
        .get_result(c)?)
}

/// Drops an uploaded roster.
pub fn drop_import(c: &mut Db, id: &ImportId) -> Outcome<()> {
    diesel::delete(roster_import::table.find(id)).execute(c)?;
    Ok(())
}
