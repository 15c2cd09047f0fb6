use super::{Delivery, Mail, Reason};
use crate::error::Outcome;
use crate::ids::MailId;
use crate::store::schema::outbox;
use crate::store::{Db, Moment};
use chrono::Duration;
use diesel::prelude::*;

/// For how long a taker may keep a mail that it has not begun. It gives those back much earlier, unless it is dead.
const UNBEGUN: Duration = Duration::seconds(30);

/// Takes up to `most` mails that are due, the urgent ones first, and keeps them for the taker until `until`.
///
/// SQLite has one writer at a time; on PostgreSQL rows that another node is taking are passed over. A mail
/// whose time ran out when its last taker had begun it may have been sent: that is noted.
pub fn lease(c: &mut Db, now: Moment, until: Moment, most: usize) -> Outcome<Vec<Mail>> {
    let free = (now, until - UNBEGUN);
    let mut taken = due(c, true, free, most)?;
    taken.extend(due(c, false, free, most - taken.len())?);
    let mut interrupted = Vec::new();
    for mail in &mut taken {
        mail.leased_until = Some(until);
        if std::mem::take(&mut mail.begun) {
            mail.doubtful += 1;
            mail.reason = Some(Reason::Interrupted);
            interrupted.push(mail.id.clone());
        }
    }
    diesel::update(outbox::table.filter(outbox::id.eq_any(interrupted)))
        .set((
            outbox::doubtful.eq(outbox::doubtful + 1),
            outbox::reason.eq(Reason::Interrupted),
        ))
        .execute(c)?;
    let held: Vec<&MailId> = taken.iter().map(|mail| &mail.id).collect();
    diesel::update(outbox::table.filter(outbox::id.eq_any(held)))
        .set((outbox::leased_until.eq(until), outbox::begun.eq(false)))
        .execute(c)?;
    Ok(taken)
}

fn due(
    c: &mut Db,
    urgent: bool,
    (now, unbegun): (Moment, Moment),
    most: usize,
) -> Outcome<Vec<Mail>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let left_behind = outbox::begun
        .eq(false)
        .and(outbox::leased_until.lt(unbegun));
    let free = outbox::leased_until
        .is_null()
        .or(outbox::leased_until.lt(now))
        .or(left_behind);
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

/// Notes that a mail is about to be handed over; whether it is still kept for the one who took it until `until`.
pub fn begin(c: &mut Db, id: &MailId, until: Moment) -> Outcome<bool> {
    let kept = outbox::table
        .find(id)
        .filter(outbox::state.eq(Delivery::Queued))
        .filter(outbox::leased_until.eq(until));
    let begun = diesel::update(kept).set(outbox::begun.eq(true));
    Ok(begun.execute(c)? == 1)
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
            outbox::begun.eq(false),
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
