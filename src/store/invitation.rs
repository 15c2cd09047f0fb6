//! Who was asked: members' invitations and leaders' forms.

use super::people::Person;
use super::roster::Part;
use super::schema::{invitation, leader_form, membership, person, team, wave_node};
use super::{Db, any, stop};
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, LeaderFormId, PersonId, TeamId, WaveId};
use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// A member's invitation. It never learns a time or an answer.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = invitation)]
pub struct Invitation {
    /// Identifier.
    pub id: InvitationId,
    /// The wave.
    pub wave: WaveId,
    /// Who is asked.
    pub person: PersonId,
    /// The node of the team the person is asked about.
    pub node: i32,
    /// The group the answer counts for; small teams share one.
    pub cell: i32,
    /// Hash of the secret in the link; gone once the wave's keys are destroyed.
    pub token_hash: Option<String>,
    /// Hash of what was signed for the link, so that asking again gives the same; empty in a confidential
    /// wave. None while the link is unused, and again once the wave's keys are destroyed.
    pub blinded_hash: Option<String>,
}

/// A leader's named form.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = leader_form)]
pub struct LeaderForm {
    /// Identifier.
    pub id: LeaderFormId,
    /// The wave.
    pub wave: WaveId,
    /// The node of the people the leader leads.
    pub node: i32,
    /// The leader.
    pub person: PersonId,
    /// Hash of the secret in the link.
    pub token_hash: Option<String>,
    /// The answers by item, as JSON.
    pub answers: Option<String>,
    /// The link can be used. A form that was handed on to another leader cannot, and whoever leads the team only
    /// after the last day of answering has none.
    pub asked: bool,
    /// The members were told that this leader reads their team's report.
    pub reads: bool,
}

/// Somebody who was asked, with what the link is made of.
#[derive(Clone)]
pub struct Addressee<S> {
    /// The invitation or the leader's form.
    pub invitation: S,
    /// Who.
    pub person: Person,
    /// Wants no more mails of this wave, or none at all.
    pub stopped: bool,
}

/// Rows that go into one statement.
const ROWS: usize = 1000;

/// The members were told of this leader, who leads the team still, unless the team is no more.
macro_rules! leads {
    () => {{
        let of_team = membership::team.nullable().eq(wave_node::team);
        let of_person = membership::person.eq(leader_form::person);
        let as_leader = membership::role.eq(Part::Leader);
        let today = membership::table.filter(of_team.and(of_person).and(as_leader));
        let same = team::id.nullable().eq(wave_node::team);
        let is_there = exists(team::table.filter(same.and(team::active.eq(true))));
        leader_form::reads
            .eq(true)
            .and(exists(today).or(not(is_there)))
    }};
}

/// Adds invitations.
pub fn add(c: &mut Db, new: &[Invitation]) -> Outcome<()> {
    for some in new.chunks(ROWS) {
        any!(c, c => diesel::insert_into(invitation::table).values(some).execute(c))?;
    }
    Ok(())
}

/// Adds leaders' forms.
pub fn add_leader_forms(c: &mut Db, new: &[LeaderForm]) -> Outcome<()> {
    for some in new.chunks(ROWS) {
        any!(c, c => diesel::insert_into(leader_form::table).values(some).execute(c))?;
    }
    Ok(())
}

/// The invitations of a wave.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Invitation>> {
    let all = invitation::table
        .filter(invitation::wave.eq(wave))
        .order(invitation::id);
    Ok(all.select(Invitation::as_select()).load(c)?)
}

/// The invitations of a wave with whom they are for.
pub fn with_people(c: &mut Db, wave: &WaveId) -> Outcome<Vec<(Invitation, Person)>> {
    let rows = invitation::table
        .inner_join(person::table)
        .filter(invitation::wave.eq(wave));
    let columns = (Invitation::as_select(), Person::as_select());
    Ok(rows.order(invitation::node).select(columns).load(c)?)
}

/// Whoever was asked in these cells of a wave and has not left, each with one of their invitations.
pub fn in_cells(
    c: &mut Db,
    wave: &WaveId,
    cells: &[i32],
) -> Outcome<BTreeMap<PersonId, (Invitation, Person)>> {
    let rows = invitation::table
        .inner_join(person::table)
        .filter(invitation::wave.eq(wave).and(person::active.eq(true)))
        .filter(invitation::cell.eq_any(cells));
    let rows: Vec<(Invitation, Person)> = rows
        .order(invitation::id)
        .select((Invitation::as_select(), Person::as_select()))
        .load(c)?;
    let mut people = BTreeMap::new();
    for (invitation, person) in rows {
        people
            .entry(person.id.clone())
            .or_insert((invitation, person));
    }
    Ok(people)
}

/// Who was invited in which cell of a wave, in the order of people and cells.
pub fn invited(c: &mut Db, wave: &WaveId) -> Outcome<Vec<(PersonId, i32)>> {
    let all = invitation::table.filter(invitation::wave.eq(wave));
    let row = (invitation::person, invitation::cell);
    Ok(all
        .order((invitation::person, invitation::cell))
        .select(row)
        .load(c)?)
}

/// The invitation whose link holds the secret with this hash.
pub fn by_token(c: &mut Db, hash: &str) -> Outcome<Option<Invitation>> {
    let found = invitation::table.filter(invitation::token_hash.eq(hash));
    Ok(found
        .select(Invitation::as_select())
        .get_result(c)
        .optional()?)
}

/// Marks a link as used for what has this hash; whether it had not been used before.
pub fn issue(c: &mut Db, id: &InvitationId, blinded_hash: &str) -> Outcome<bool> {
    let unused = invitation::table
        .find(id)
        .filter(invitation::blinded_hash.is_null());
    let used = invitation::blinded_hash.eq(blinded_hash);
    Ok(diesel::update(unused).set(used).execute(c)? == 1)
}

/// Hash of what was signed for a link.
pub fn blinded_hash(c: &mut Db, id: &InvitationId) -> Outcome<Option<String>> {
    let one = invitation::table.find(id);
    Ok(one.select(invitation::blinded_hash).get_result(c)?)
}

/// How many links were used, by cell.
pub fn issued_by_cell(c: &mut Db, wave: &WaveId) -> Outcome<Vec<(i32, i64)>> {
    let used = invitation::table
        .filter(invitation::wave.eq(wave))
        .filter(invitation::blinded_hash.is_not_null());
    Ok(used
        .group_by(invitation::cell)
        .select((invitation::cell, count_star()))
        .load(c)?)
}

/// Who an invitation is for.
pub fn addressee(c: &mut Db, id: &InvitationId) -> Outcome<Addressee<Invitation>> {
    let found = addressees(c, std::slice::from_ref(id))?.remove(id);
    found.ok_or(Problem::NotFound)
}

/// Whom these invitations are for, by their identifiers.
pub fn addressees(
    c: &mut Db,
    ids: &[InvitationId],
) -> Outcome<BTreeMap<InvitationId, Addressee<Invitation>>> {
    let rows = invitation::table
        .inner_join(person::table)
        .filter(invitation::id.eq_any(ids));
    let rows: Vec<(Invitation, Person)> = rows
        .select((Invitation::as_select(), Person::as_select()))
        .load(c)?;
    let subjects = rows
        .iter()
        .flat_map(|(invitation, person)| [invitation.id.as_str(), person.id.as_str()]);
    let stopped = stop::among(c, subjects.collect())?;
    let addressee = |(invitation, person): (Invitation, Person)| {
        let stops = |id: &str| stopped.contains(id);
        let addressee = Addressee {
            stopped: stops(invitation.id.as_str()) || stops(person.id.as_str()),
            person,
            invitation,
        };
        (addressee.invitation.id.clone(), addressee)
    };
    Ok(rows.into_iter().map(addressee).collect())
}

/// Somebody active who was asked, as a member or as a leader.
pub struct Recipient {
    /// The invitation or the leader's form.
    pub slip: String,
    /// The node of the team they are asked about.
    pub node: i32,
    /// As its leader.
    pub leads: bool,
    /// Who.
    pub person: Person,
}

/// Everybody who was asked in a wave and has not left.
pub fn recipients(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Recipient>> {
    let members = invitation::table
        .inner_join(person::table)
        .filter(invitation::wave.eq(wave).and(person::active.eq(true)))
        .select((invitation::id, invitation::node, Person::as_select()));
    let members: Vec<(String, i32, Person)> = members.load(c)?;
    let leaders = leader_form::table
        .inner_join(person::table)
        .filter(leader_form::wave.eq(wave).and(person::active.eq(true)))
        .filter(leader_form::token_hash.is_not_null())
        .select((leader_form::id, leader_form::node, Person::as_select()));
    let leaders: Vec<(String, i32, Person)> = leaders.load(c)?;
    let recipient = |leads| {
        move |(slip, node, person)| Recipient {
            slip,
            node,
            leads,
            person,
        }
    };
    let members = members.into_iter().map(recipient(false));
    Ok(members
        .chain(leaders.into_iter().map(recipient(true)))
        .collect())
}

/// The leaders' forms of a wave.
pub fn leader_forms(c: &mut Db, wave: &WaveId) -> Outcome<Vec<LeaderForm>> {
    let all = leader_form::table
        .filter(leader_form::wave.eq(wave))
        .order(leader_form::id);
    Ok(all.select(LeaderForm::as_select()).load(c)?)
}

/// Whether somebody was erased who had led people in a wave: what they answered is gone, and so is their name.
pub fn leader_was_erased(c: &mut Db, wave: &WaveId) -> Outcome<bool> {
    let emptied = leader_form::table
        .filter(leader_form::wave.eq(wave))
        .filter(
            leader_form::answers
                .is_null()
                .and(leader_form::asked.eq(false)),
        )
        .filter(leader_form::person.ne_all(person::table.select(person::id)));
    let nodes: Vec<i32> = emptied.select(leader_form::node).load(c)?;
    let leaves = wave_node::table
        .filter(wave_node::wave.eq(wave).and(wave_node::no.eq_any(nodes)))
        .filter(wave_node::cell.is_not_null());
    Ok(leaves.count().get_result::<i64>(c)? > 0)
}

/// The leader's form whose link holds the secret with this hash.
pub fn leader_form_by_token(c: &mut Db, hash: &str) -> Outcome<Option<LeaderForm>> {
    let found = leader_form::table.filter(leader_form::token_hash.eq(hash));
    Ok(found
        .select(LeaderForm::as_select())
        .get_result(c)
        .optional()?)
}

/// Who a leader's form is for.
pub fn leader(c: &mut Db, id: &LeaderFormId) -> Outcome<Addressee<LeaderForm>> {
    let row = leader_form::table
        .inner_join(person::table)
        .filter(leader_form::id.eq(id));
    let (invitation, person): (LeaderForm, Person) = row
        .select((LeaderForm::as_select(), Person::as_select()))
        .get_result(c)?;
    Ok(Addressee {
        stopped: stop::is_set(c, invitation.id.as_str())? || stop::is_set(c, person.id.as_str())?,
        invitation,
        person,
    })
}

/// Writes a leader's answers over those of before; whether the form has not been handed on.
pub fn set_leader_answers(c: &mut Db, id: &LeaderFormId, answers: &str) -> Outcome<bool> {
    let one = leader_form::table
        .find(id)
        .filter(leader_form::asked.eq(true));
    let sent = leader_form::answers.eq(answers);
    Ok(diesel::update(one).set(sent).execute(c)? == 1)
}

/// The teams whose reports are this person's to read, with the wave and the node: whoever was named to the members
/// and leads the team still. Of a team that is no more, whoever led it last.
pub fn led_by(c: &mut Db, id: &PersonId) -> Outcome<Vec<(WaveId, i32, TeamId)>> {
    let same = wave_node::wave
        .eq(leader_form::wave)
        .and(wave_node::no.eq(leader_form::node));
    let rows = leader_form::table.inner_join(wave_node::table.on(same));
    let team = wave_node::team.assume_not_null();
    let columns = (leader_form::wave, leader_form::node, team);
    Ok(rows
        .filter(leader_form::person.eq(id))
        .filter(wave_node::team.is_not_null())
        .filter(leads!())
        .select(columns)
        .load(c)?)
}

/// The team of a node, if its report of that wave is this person's to read, as in [`led_by`].
pub fn team_led(c: &mut Db, id: &PersonId, wave: &WaveId, node: i32) -> Outcome<Option<TeamId>> {
    let same = wave_node::wave
        .eq(leader_form::wave)
        .and(wave_node::no.eq(leader_form::node));
    let asked = leader_form::person
        .eq(id)
        .and(leader_form::wave.eq(wave))
        .and(leader_form::node.eq(node));
    let rows = leader_form::table.inner_join(wave_node::table.on(same));
    let rows = rows.filter(asked).filter(leads!());
    let team = rows.select(wave_node::team);
    Ok(team.get_result(c).optional()?.flatten())
}

/// Removes every link secret of a wave, and who has used a link.
pub fn forget(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    let none: Option<String> = None;
    diesel::update(invitation::table.filter(invitation::wave.eq(wave)))
        .set((
            invitation::token_hash.eq(&none),
            invitation::blinded_hash.eq(&none),
        ))
        .execute(c)?;
    diesel::update(leader_form::table.filter(leader_form::wave.eq(wave)))
        .set(leader_form::token_hash.eq(&none))
        .execute(c)?;
    Ok(())
}

/// Removes what the leaders of a wave answered that is never published.
pub fn forget_leader_answers(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    let none: Option<String> = None;
    diesel::update(leader_form::table.filter(leader_form::wave.eq(wave)))
        .set(leader_form::answers.eq(none))
        .execute(c)?;
    Ok(())
}
