//! Mails that wait for delivery. A row says what is to be sent, never its text, address or secret.

use super::schema::outbox;
use super::{Db, Moment};
use crate::error::Outcome;
use crate::ids::MailId;
use diesel::dsl::count_star;
use diesel::prelude::*;

super::word::stored_word! {
    /// What a mail is about, and so what `subject` is the identifier of.
    Kind {
        /// A member's invitation.
        Invitation = "invitation",
        /// A leader's form.
        LeaderForm = "leader-form",
        /// Results of the team of a leader's form.
        Results = "results",
        /// A request to sign in.
        SignIn = "sign-in",
    }
}

super::word::stored_word! {
    /// Where a mail stands.
    Delivery {
        /// To be sent.
        Queued = "queued",
        /// Accepted by the mail server.
        Sent = "sent",
        /// Given up after repeated failures.
        Failed = "failed",
    }
}

/// A mail that is to be sent.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = outbox)]
pub struct Mail {
    /// Identifier.
    pub id: MailId,
    /// What it is about.
    pub kind: Kind,
    /// Identifier of what it is about.
    pub subject: String,
    /// Where it stands.
    pub state: Delivery,
    /// How often it was tried.
    pub attempts: i32,
    /// Not to be sent before.
    pub not_before: Moment,
    /// Somebody is sending it until then.
    pub leased_until: Option<Moment>,
}

/// Queues a mail.
pub fn queue(c: &mut Db, id: MailId, kind: Kind, subject: &str, at: Moment) -> Outcome<()> {
    let mail = Mail {
        id,
        kind,
        subject: subject.to_owned(),
        state: Delivery::Queued,
        attempts: 0,
        not_before: at,
        leased_until: None,
    };
    diesel::insert_into(outbox::table).values(mail).execute(c)?;
    Ok(())
}

/// Takes up to `most` mails that are due, and keeps them for the taker until `until`.
pub fn lease(c: &mut Db, now: Moment, until: Moment, most: i64) -> Outcome<Vec<Mail>> {
    let due: Vec<Mail> = outbox::table
        .filter(
            outbox::state
                .eq(Delivery::Queued)
                .and(outbox::not_before.le(now)),
        )
        .filter(
            outbox::leased_until
                .is_null()
                .or(outbox::leased_until.lt(now)),
        )
        .order((outbox::not_before, outbox::id))
        .limit(most)
        .select(Mail::as_select())
        .load(c)?;
    let mut leased = Vec::with_capacity(due.len());
    for mail in due {
        let free = outbox::table.find(&mail.id).filter(
            outbox::leased_until
                .is_null()
                .or(outbox::leased_until.lt(now)),
        );
        if diesel::update(free)
            .set(outbox::leased_until.eq(until))
            .execute(c)?
            == 1
        {
            leased.push(mail);
        }
    }
    Ok(leased)
}

/// Notes that a mail was accepted.
pub fn sent(c: &mut Db, id: &MailId) -> Outcome<()> {
    let none: Option<Moment> = None;
    diesel::update(outbox::table.find(id))
        .set((
            outbox::state.eq(Delivery::Sent),
            outbox::leased_until.eq(none),
        ))
        .execute(c)?;
    Ok(())
}

/// Notes a failed attempt: to be tried again at `retry`, or given up.
pub fn failed(c: &mut Db, mail: &Mail, retry: Option<Moment>) -> Outcome<()> {
    let state = if retry.is_some() {
        Delivery::Queued
    } else {
        Delivery::Failed
    };
    let none: Option<Moment> = None;
    diesel::update(outbox::table.find(&mail.id))
        .set((
            outbox::state.eq(state),
            outbox::attempts.eq(mail.attempts + 1),
            outbox::not_before.eq(retry.unwrap_or(mail.not_before)),
            outbox::leased_until.eq(none),
        ))
        .execute(c)?;
    Ok(())
}

/// How many mails stand where.
pub fn counts(c: &mut Db) -> Outcome<Vec<(Delivery, i64)>> {
    Ok(outbox::table
        .group_by(outbox::state)
        .select((outbox::state, count_star()))
        .load(c)?)
}
