use crate::error::Outcome;
use crate::ids::{PersonId, WaveId};
use crate::store::Db;
use crate::store::invitation::LeaderForm;
use crate::store::schema::{invitation, leader_form};
use diesel::prelude::*;

/// That somebody was asked as a member. Whether they answered is not read.
#[derive(Clone, Debug, Queryable)]
pub struct Asked {
    /// The invitation.
    pub slip: String,
    /// The wave.
    pub wave: WaveId,
    /// The node of the team they were asked about.
    pub node: i32,
}

/// Where somebody was asked as a member.
pub fn invited(c: &mut Db, id: &PersonId) -> Outcome<Vec<Asked>> {
    let all = invitation::table.filter(invitation::person.eq(id));
    Ok(all
        .order((invitation::wave, invitation::id))
        .select((invitation::id, invitation::wave, invitation::node))
        .load(c)?)
}

/// The forms that somebody was asked to fill in as a leader.
pub fn forms(c: &mut Db, id: &PersonId) -> Outcome<Vec<LeaderForm>> {
    let all = leader_form::table.filter(leader_form::person.eq(id));
    Ok(all
        .order((leader_form::wave, leader_form::id))
        .select(LeaderForm::as_select())
        .load(c)?)
}
