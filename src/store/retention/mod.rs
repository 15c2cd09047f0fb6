//! What goes when its time is over, a batch at a time. Every verb says how much of it went; none is left once it is 0.

mod erase;
mod known;
mod night;
mod wave;

pub use erase::{Traces, erase, traces};
pub use known::{Asked, forms, invited};
pub use night::{Night, begin, count, finish, last};
pub use wave::{due_waves, followers, forget_comments, forget_leader_answers, over, remove_wave};

use super::outbox::Delivery;
use super::schema::{
    account, invitation, leader_form, leaver, outbox, person, roster_import, roster_step, stopped,
    wave as waves,
};
use super::wave::State;
use super::{Db, Moment, people};
use crate::error::Outcome;
use crate::ids::{MailId, PersonId, WaveId};
use chrono::NaiveDate;
use diesel::prelude::*;

/// What goes in one transaction at the most.
pub const BATCH: i64 = 500;

/// Notes on a day who has left the roster, and strikes out who is back.
pub fn note_leavers(c: &mut Db, today: NaiveDate) -> Outcome<()> {
    let here = person::table.filter(person::active.eq(true));
    let back = leaver::table.filter(leaver::person.eq_any(here.select(person::id)));
    diesel::delete(back).execute(c)?;
    let known: Vec<PersonId> = leaver::table.select(leaver::person).load(c)?;
    let gone = person::table.filter(person::active.eq(false));
    let gone: Vec<PersonId> = gone.select(person::id).load(c)?;
    for id in gone.iter().filter(|id| !known.contains(id)) {
        let row = (leaver::person.eq(id), leaver::since.eq(today));
        diesel::insert_into(leaver::table).values(row).execute(c)?;
    }
    Ok(())
}

/// Removes those who left before a day, unless they have an account or the keys of a wave that they were asked in are
/// still there.
pub fn remove_leavers(c: &mut Db, before: NaiveDate) -> Outcome<usize> {
    let running = waves::table.filter(waves::key_destroyed.is_null());
    let running: Vec<WaveId> = running
        .filter(waves::state.ne(State::Draft))
        .select(waves::id)
        .load(c)?;
    let members = invitation::table.filter(invitation::wave.eq_any(&running));
    let leaders = leader_form::table.filter(leader_form::wave.eq_any(&running));
    let due = leaver::table
        .filter(leaver::since.lt(before))
        .filter(leaver::person.ne_all(account::table.select(account::person)))
        .filter(leaver::person.ne_all(members.select(invitation::person)))
        .filter(leaver::person.ne_all(leaders.select(leader_form::person)));
    let due: Vec<PersonId> = due
        .order(leaver::person)
        .limit(BATCH)
        .select(leaver::person)
        .load(c)?;
    for id in &due {
        diesel::delete(stopped::table.find(id.as_str())).execute(c)?;
        people::remove_person(c, id)?;
    }
    Ok(due.len())
}

/// Removes what is known of mails of waves that are over, sent before a moment.
pub fn remove_mails(c: &mut Db, before: Moment) -> Outcome<usize> {
    let over = waves::table.filter(waves::key_destroyed.is_not_null());
    let old = outbox::table
        .filter(outbox::wave.eq_any(over.select(waves::id.nullable())))
        .filter(outbox::state.ne(Delivery::Queued))
        .filter(outbox::not_before.lt(before));
    let old: Vec<MailId> = old.limit(BATCH).select(outbox::id).load(c)?;
    Ok(diesel::delete(outbox::table.filter(outbox::id.eq_any(&old))).execute(c)?)
}

/// Removes uploads that nobody applied.
pub fn remove_uploads(c: &mut Db, before: Moment) -> Outcome<usize> {
    let old = roster_import::table.filter(roster_import::uploaded.lt(before));
    Ok(diesel::delete(old).execute(c)?)
}

/// Removes what the last import can be taken back with.
pub fn remove_undo(c: &mut Db, before: Moment) -> Outcome<usize> {
    let old = roster_step::table.filter(roster_step::applied.lt(before));
    Ok(diesel::delete(old).execute(c)?)
}
