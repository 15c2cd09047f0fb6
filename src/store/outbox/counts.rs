use super::{Delivery, Kind, Mail, ROWS, Reason};
use crate::error::Outcome;
use crate::ids::{MailId, WaveId};
use crate::store::people::Person;
use crate::store::schema::{invitation, leader_form, outbox, person, stopped};
use crate::store::{Db, Moment};
use diesel::dsl::{count_star, max, min};
use diesel::prelude::*;
use std::collections::BTreeSet;

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

/// How many mails stand where, of all waves, without those that wait for their day and those that only the silent get.
pub fn counts(c: &mut Db, now: Moment) -> Outcome<Vec<(Delivery, i64)>> {
    let under_way = outbox::not_before
        .le(now)
        .or(outbox::paced.eq(true))
        .or(outbox::attempts.gt(0));
    Ok(outbox::table
        .filter(outbox::state.ne(Delivery::Queued).or(under_way))
        .filter(outbox::kind.ne_all(Kind::TO_THE_SILENT))
        .group_by(outbox::state)
        .select((outbox::state, count_star()))
        .load(c)?)
}

/// Mails of one kind that wait for their day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// What they are about.
    pub kind: Kind,
    /// How many they are.
    pub mails: i64,
    /// When the first of them is due, and when the last.
    pub due: (Moment, Moment),
}

/// What mails of a wave are about that go to people who have left or want none.
macro_rules! gone {
    ($c:ident, $wave:ident, $slips:ident) => {{
        let left = $slips::table
            .inner_join(person::table)
            .filter($slips::wave.eq($wave).and(person::active.eq(false)));
        let mut gone: Vec<String> = left.select($slips::id).load($c)?;
        let stopped_one = $slips::table
            .inner_join(stopped::table.on(stopped::subject.eq($slips::id)))
            .filter($slips::wave.eq($wave));
        gone.extend(stopped_one.select($slips::id).load::<String>($c)?);
        let stopped_all = $slips::table
            .inner_join(stopped::table.on(stopped::subject.eq($slips::person)))
            .filter($slips::wave.eq($wave));
        gone.extend(stopped_all.select($slips::id).load::<String>($c)?);
        gone
    }};
}

/// Of what is in the queue of a wave, the mails that will be sent and are under way, and those that wait for their
/// day. A mail that was tried, or has its place in the queue of its domain, is under way whenever it is due. Whether
/// somebody has answered makes no difference here.
pub fn queued(c: &mut Db, wave: &WaveId, now: Moment) -> Outcome<(Vec<Count>, Vec<Planned>)> {
    let all = outbox::table.filter(
        outbox::wave
            .eq(wave)
            .and(outbox::state.eq(Delivery::Queued)),
    );
    let under_way = outbox::not_before
        .le(now)
        .or(outbox::paced.eq(true))
        .or(outbox::attempts.gt(0));
    let waits = outbox::not_before
        .gt(now)
        .and(outbox::paced.eq(false).and(outbox::attempts.eq(0)));
    let (kind, reason, at) = (outbox::kind, outbox::reason, outbox::not_before);
    let mut counts: Vec<Count> = all
        .filter(under_way)
        .group_by((kind, outbox::state, reason, outbox::doubtful))
        .select((kind, outbox::state, reason, count_star(), outbox::doubtful))
        .load(c)?;
    let days: Vec<(Kind, i64, Option<Moment>, Option<Moment>)> = all
        .filter(waits)
        .group_by(kind)
        .select((kind, count_star(), min(at), max(at)))
        .load(c)?;
    let planned = days.into_iter().filter_map(|(kind, mails, first, last)| {
        let due = (first?, last?);
        Some(Planned { kind, mails, due })
    });
    let mut planned: Vec<Planned> = planned.collect();
    let mut gone: BTreeSet<String> = gone!(c, wave, invitation).into_iter().collect();
    gone.extend(gone!(c, wave, leader_form));
    for mail in about(c, wave, gone)? {
        let is_planned = mail.not_before > now && !mail.paced && mail.attempts == 0;
        match is_planned {
            true => planned
                .iter_mut()
                .filter(|one| one.kind == mail.kind)
                .for_each(|one| one.mails -= 1),
            false => counts
                .iter_mut()
                .filter(|one| {
                    let alike = (one.kind, one.reason, one.doubtful);
                    alike == (mail.kind, mail.reason, mail.doubtful)
                })
                .for_each(|one| one.mails -= 1),
        }
    }
    counts.retain(|count| count.mails > 0);
    planned.retain(|some| some.mails > 0);
    Ok((counts, planned))
}

/// The mails of a wave in the queue that are about these.
fn about(c: &mut Db, wave: &WaveId, subjects: BTreeSet<String>) -> Outcome<Vec<Mail>> {
    let subjects: Vec<String> = subjects.into_iter().collect();
    let mut mails = Vec::new();
    for some in subjects.chunks(ROWS) {
        let of_some = outbox::table
            .filter(outbox::wave.eq(wave))
            .filter(outbox::state.eq(Delivery::Queued))
            .filter(outbox::subject.eq_any(some));
        mails.extend(of_some.select(Mail::as_select()).load::<Mail>(c)?);
    }
    Ok(mails)
}

/// How those mails of a wave stand that are over, without those that only the silent get.
pub fn over(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Count>> {
    let (kind, state, reason) = (outbox::kind, outbox::state, outbox::reason);
    Ok(outbox::table
        .filter(outbox::wave.eq(wave).and(state.ne(Delivery::Queued)))
        .filter(kind.ne_all(Kind::TO_THE_SILENT))
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

/// Queues the mails of these kinds of a wave again that somebody can have sent again, but for those that only the
/// silent get; how many.
pub fn again(c: &mut Db, wave: &WaveId, kinds: &[Kind], now: Moment) -> Outcome<usize> {
    let lost = outbox::table
        .filter(outbox::wave.eq(wave))
        .filter(
            outbox::kind
                .eq_any(kinds)
                .and(outbox::kind.ne_all(Kind::TO_THE_SILENT)),
        )
        .filter(outbox::state.eq_any(Delivery::RETRIABLE));
    let anew = (
        outbox::state.eq(Delivery::Queued),
        outbox::attempts.eq(0),
        outbox::paced.eq(false),
        outbox::not_before.eq(now),
    );
    Ok(diesel::update(lost).set(anew).execute(c)?)
}

/// Queues one mail again.
pub fn requeue(c: &mut Db, id: &MailId, now: Moment) -> Outcome<()> {
    let anew = (
        outbox::state.eq(Delivery::Queued),
        outbox::attempts.eq(0),
        outbox::paced.eq(false),
        outbox::not_before.eq(now),
    );
    diesel::update(outbox::table.find(id))
        .set(anew)
        .execute(c)?;
    Ok(())
}

/// Drops the reminders of a wave: who got one had not answered.
pub fn forget_reminders(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    let reminders = outbox::table
        .filter(outbox::wave.eq(wave))
        .filter(outbox::kind.eq_any(Kind::REMINDERS));
    diesel::delete(reminders).execute(c)?;
    Ok(())
}
