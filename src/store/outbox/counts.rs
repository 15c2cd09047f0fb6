use super::{Delivery, Kind, Reason};
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::people::Person;
use crate::store::schema::{invitation, leader_form, outbox, person};
use crate::store::{Db, Moment};
use diesel::dsl::count_star;
use diesel::prelude::*;

/// Mails of one kind that stand alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable)]
pub struct Count {
    /// What they are about.
    pub kind: Kind,
    /// Where they stand.
    pub state: Delivery,
    /// Why the last attempt failed.
    pub reason: Option<Reason>,
    /// How many they are.
    pub mails: i64,
    /// In how many attempts at each of them nobody knows whether the mail server took it.
    pub doubtful: i32,
}

/// How many mails stand where, of all waves.
pub fn counts(c: &mut Db) -> Outcome<Vec<(Delivery, i64)>> {
    Ok(outbox::table
        .group_by(outbox::state)
        .select((outbox::state, count_star()))
        .load(c)?)
}

/// How the mails of a wave stand.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Count>> {
    let (kind, state, reason) = (outbox::kind, outbox::state, outbox::reason);
    Ok(outbox::table
        .filter(outbox::wave.eq(wave))
        .group_by((kind, state, reason, outbox::doubtful))
        .select((kind, state, reason, count_star(), outbox::doubtful))
        .load(c)?)
}

/// Who did not get the first mail of a wave, members and leaders. Whoever wants none is not among them.
pub fn unreachable(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Person>> {
    let lost = [Delivery::Refused, Delivery::Failed, Delivery::Bounced];
    let members = invitation::table
        .inner_join(person::table)
        .inner_join(outbox::table.on(outbox::subject.eq(invitation::id)))
        .filter(outbox::kind.eq(Kind::Invitation))
        .filter(outbox::wave.eq(wave))
        .filter(outbox::state.eq_any(lost));
    let mut people: Vec<Person> = members.select(Person::as_select()).load(c)?;
    let leaders = leader_form::table
        .inner_join(person::table)
        .inner_join(outbox::table.on(outbox::subject.eq(leader_form::id)))
        .filter(outbox::kind.eq(Kind::LeaderForm))
        .filter(leader_form::asked.eq(true))
        .filter(outbox::wave.eq(wave))
        .filter(outbox::state.eq_any(lost));
    people.extend(leaders.select(Person::as_select()).load::<Person>(c)?);
    people.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    people.dedup_by(|a, b| a.id == b.id);
    Ok(people)
}

/// How many invited people of a wave no invitation reached, by cell. That somebody used a link all the same
/// makes no difference: a count that did would tell of one of them that they have answered.
pub fn unreached_by_cell(c: &mut Db, wave: &WaveId) -> Outcome<Vec<(i32, i64)>> {
    let unreached = invitation::table
        .inner_join(outbox::table.on(outbox::subject.eq(invitation::id)))
        .filter(outbox::kind.eq(Kind::Invitation))
        .filter(outbox::wave.eq(wave))
        .filter(outbox::state.eq_any(Delivery::LOST));
    Ok(unreached
        .group_by(invitation::cell)
        .select((invitation::cell, count_star()))
        .load(c)?)
}

/// Queues the mails of these kinds of a wave again that somebody can have sent again; how many.
pub fn again(c: &mut Db, wave: &WaveId, kinds: &[Kind], now: Moment) -> Outcome<usize> {
    let lost = outbox::table
        .filter(outbox::wave.eq(wave))
        .filter(outbox::kind.eq_any(kinds))
        .filter(outbox::state.eq_any(Delivery::RETRIABLE));
    let anew = (
        outbox::state.eq(Delivery::Queued),
        outbox::attempts.eq(0),
        outbox::paced.eq(false),
        outbox::not_before.eq(now),
    );
    Ok(diesel::update(lost).set(anew).execute(c)?)
}

/// Drops the reminders of a wave: who got one had not answered.
pub fn forget_reminders(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    let reminders = outbox::table
        .filter(outbox::wave.eq(wave))
        .filter(outbox::kind.eq_any(Kind::REMINDERS));
    diesel::delete(reminders).execute(c)?;
    Ok(())
}
