//! Mails that wait for delivery. A row says what is to be sent, never its text, address or secret.

mod counts;
mod follow;
mod lease;
mod pace;
mod returned;
mod words;

pub use counts::{
    Count, Planned, again, counts, forget_reminders, over, queued, requeue, unreachable,
    unreached_by_cell,
};
pub use follow::{asked, first_mails, follow, of_kind};
pub use lease::{begin, give_back, lease, put};
pub use pace::{Slots, reserve_slots};
pub use returned::{bounced, is_known, last_to};
pub use words::{Delivery, Kind, Reason};

use super::schema::outbox;
use super::{Db, Moment, any};
use crate::error::Outcome;
use crate::ids::{MailId, WaveId};
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Rows that go into one statement.
const ROWS: usize = 1000;

/// A mail that is to be sent.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = outbox)]
pub struct Mail {
    /// Made of kind and subject, so that there is one mail for both, with one Message-ID.
    pub id: MailId,
    /// What it is about.
    pub kind: Kind,
    /// Identifier of what it is about.
    pub subject: String,
    /// The wave it belongs to; none for signing in.
    pub wave: Option<WaveId>,
    /// Where it stands.
    pub state: Delivery,
    /// Overtakes the others.
    pub urgent: bool,
    /// `not_before` is its place in the queue of its domain.
    pub paced: bool,
    /// How often it was tried.
    pub attempts: i32,
    /// In how many attempts nobody knows whether the mail server took it.
    pub doubtful: i32,
    /// Not to be sent before; of a sent one, when it was.
    pub not_before: Moment,
    /// Somebody is sending it until then.
    pub leased_until: Option<Moment>,
    /// They have begun to hand it over.
    pub begun: bool,
    /// Why the last attempt failed.
    pub reason: Option<Reason>,
    /// What the mail server answered then, or the status of a notice (`511` for 5.1.1).
    pub code: Option<i32>,
}

impl Mail {
    /// A mail to be sent from `at` on.
    pub fn new(kind: Kind, subject: &str, wave: Option<&WaveId>, at: Moment) -> Self {
        Self {
            id: id(kind, subject),
            kind,
            subject: subject.to_owned(),
            wave: wave.cloned(),
            state: Delivery::Queued,
            urgent: Kind::URGENT.contains(&kind),
            paced: false,
            attempts: 0,
            doubtful: 0,
            not_before: at,
            leased_until: None,
            begun: false,
            reason: None,
            code: None,
        }
    }
}

/// One more mail of a kind about something, which has a number of its own.
pub fn numbered(kind: Kind, subject: &str, number: usize, at: Moment) -> Mail {
    Mail::new(kind, &format!("{subject}.{number}"), None, at)
}

/// The mails of a kind about something that have numbers up to `most`.
pub fn all_numbered(c: &mut Db, kind: Kind, subject: &str, most: usize) -> Outcome<Vec<Mail>> {
    let ids: Vec<MailId> = (1..=most)
        .map(|number| id(kind, &format!("{subject}.{number}")))
        .collect();
    let all = outbox::table.filter(outbox::id.eq_any(ids));
    Ok(all.select(Mail::as_select()).load(c)?)
}

fn id(kind: Kind, subject: &str) -> MailId {
    let digest = Sha256::digest(format!("{}/{subject}", kind.as_str()));
    let mut seed = [0; 16];
    seed.iter_mut()
        .zip(digest)
        .for_each(|(to, from)| *to = from);
    MailId::new(seed)
}

/// Queues mails. What is queued already is an error of the caller, and nothing is queued then.
pub fn queue(c: &mut Db, mails: &[Mail]) -> Outcome<()> {
    for some in mails.chunks(ROWS) {
        any!(c, c => diesel::insert_into(outbox::table).values(some).execute(c))?;
    }
    Ok(())
}

/// Where the mail of a kind about something stands; `None` if there is none.
pub fn state(c: &mut Db, kind: Kind, subject: &str) -> Outcome<Option<Delivery>> {
    let one = outbox::table.find(id(kind, subject));
    Ok(one.select(outbox::state).get_result(c).optional()?)
}

/// The mail of a kind about something.
pub fn mail(c: &mut Db, kind: Kind, subject: &str) -> Outcome<Option<Mail>> {
    let one = outbox::table.find(id(kind, subject));
    Ok(one.select(Mail::as_select()).get_result(c).optional()?)
}

/// Whether there is a mail of a kind for a wave.
pub fn has(c: &mut Db, wave: &WaveId, kind: Kind) -> Outcome<bool> {
    let all = outbox::table.filter(outbox::wave.eq(wave).and(outbox::kind.eq(kind)));
    Ok(all.count().get_result::<i64>(c)? > 0)
}

/// What the mails of a kind for a wave are about that nobody has begun to send.
pub fn waiting(c: &mut Db, wave: &WaveId, kind: Kind) -> Outcome<BTreeSet<String>> {
    let all = outbox::table
        .filter(outbox::wave.eq(wave).and(outbox::kind.eq(kind)))
        .filter(outbox::state.eq(Delivery::Queued))
        .filter(outbox::attempts.eq(0).and(outbox::leased_until.is_null()));
    let subjects: Vec<String> = all.select(outbox::subject).load(c)?;
    Ok(subjects.into_iter().collect())
}

/// What the mails of a kind for a wave are about.
pub fn subjects(c: &mut Db, wave: &WaveId, kind: Kind) -> Outcome<BTreeSet<String>> {
    let all = outbox::table.filter(outbox::wave.eq(wave).and(outbox::kind.eq(kind)));
    let subjects: Vec<String> = all.select(outbox::subject).load(c)?;
    Ok(subjects.into_iter().collect())
}

/// The mails about an invitation or a leader's form, without those that only the silent get.
pub fn about(c: &mut Db, slip: &str) -> Outcome<Vec<Mail>> {
    let numbered = outbox::subject.like(format!("{slip}.%"));
    let all = outbox::table
        .filter(outbox::subject.eq(slip).or(numbered))
        .filter(outbox::kind.ne_all(Kind::REMINDERS));
    Ok(all.order(outbox::id).select(Mail::as_select()).load(c)?)
}

/// Lets a mail wait until another time.
pub fn postpone(c: &mut Db, kind: Kind, subject: &str, at: Moment) -> Outcome<()> {
    let one = outbox::table
        .find(id(kind, subject))
        .filter(outbox::leased_until.is_null());
    diesel::update(one)
        .set((outbox::not_before.eq(at), outbox::paced.eq(false)))
        .execute(c)?;
    Ok(())
}

/// Drops a mail that nobody has begun to send.
pub fn unqueue(c: &mut Db, kind: Kind, subject: &str) -> Outcome<()> {
    let one = outbox::table
        .find(id(kind, subject))
        .filter(outbox::state.eq(Delivery::Queued))
        .filter(outbox::leased_until.is_null());
    diesel::delete(one).execute(c)?;
    Ok(())
}

/// Drops the mails of a wave that have not been sent.
pub fn withdraw(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    let waiting = outbox::table
        .filter(outbox::wave.eq(wave))
        .filter(outbox::state.eq(Delivery::Queued));
    diesel::delete(waiting).execute(c)?;
    Ok(())
}

/// Drops mails that were sent or given up before `stale` and belong to no wave.
pub fn sweep(c: &mut Db, stale: Moment) -> Outcome<()> {
    let over = outbox::table
        .filter(outbox::wave.is_null())
        .filter(outbox::state.ne(Delivery::Queued))
        .filter(outbox::not_before.lt(stale));
    diesel::delete(over).execute(c)?;
    Ok(())
}
