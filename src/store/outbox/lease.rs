use super::{Delivery, Mail, Reason};
use crate::error::Outcome;
use crate::ids::MailId;
use crate::store::schema::outbox;
use crate::store::{Db, Moment};
use diesel::prelude::*;

/// Takes up to `most` mails that are due, the urgent ones first, and keeps them for the taker until `until`.
///
/// SQLite has one writer at a time; on PostgreSQL rows that another node is taking are passed over. A mail
/// whose time ran out with its last taker may have been sent: that is noted.
pub fn lease(c: &mut Db, now: Moment, until: Moment, most: usize) -> Outcome<Vec<Mail>> {
    let mut taken = due(c, true, now, most)?;
    taken.extend(due(c, false, now, most - taken.len())?);
    for mail in &mut taken {
        if mail.leased_until.replace(until).is_some() {
            mail.doubtful += 1;
            mail.reason = Some(Reason::Interrupted);
        }
    }
    let held: Vec<&MailId> = taken.iter().map(|mail| &mail.id).collect();
    diesel::update(outbox::table.filter(outbox::id.eq_any(held)))
        .set(outbox::leased_until.eq(until))
        .execute(c)?;
    Ok(taken)
}

fn due(c: &mut Db, urgent: bool, now: Moment, most: usize) -> Outcome<Vec<Mail>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let free = outbox::leased_until
        .is_null()
        .or(outbox::leased_until.lt(now));
    let due = outbox::table
        .filter(outbox::state.eq(Delivery::Queued))
        .filter(outbox::urgent.eq(urgent))
        .filter(outbox::not_before.le(now))
        .filter(free)
        .order(outbox::not_before)
        .limit(most);
    Ok(match c {
        Db::Sqlite(c) => due.select(Mail::as_select()).load(c)?,
        Db::Postgres(c) => {
            let passing_over = due.for_update().skip_locked();
            passing_over.select(Mail::as_select()).load(c)?
        }
    })
}

/// Writes what became of a mail, if it is still kept for the one who took it until `until`.
pub fn put(c: &mut Db, mail: &Mail, until: Moment) -> Outcome<()> {
    let kept = outbox::table
        .find(&mail.id)
        .filter(outbox::state.eq(Delivery::Queued))
        .filter(outbox::leased_until.eq(until));
    // The other columns never change, and to name them would rewrite their indexes.
    diesel::update(kept)
        .set((
            outbox::state.eq(mail.state),
            outbox::paced.eq(mail.paced),
            outbox::attempts.eq(mail.attempts),
            outbox::doubtful.eq(mail.doubtful),
            outbox::not_before.eq(mail.not_before),
            outbox::leased_until.eq(mail.leased_until),
            outbox::reason.eq(mail.reason),
            outbox::code.eq(mail.code),
        ))
        .execute(c)?;
    Ok(())
}

/// Gives mails back that were taken and not begun.
pub fn give_back(c: &mut Db, mails: &[Mail]) -> Outcome<()> {
    let nobody: Option<Moment> = None;
    let ids: Vec<&MailId> = mails.iter().map(|mail| &mail.id).collect();
    diesel::update(outbox::table.filter(outbox::id.eq_any(ids)))
        .set(outbox::leased_until.eq(nobody))
        .execute(c)?;
    Ok(())
}
