use super::{Delivery, Kind, Reason};
use crate::error::Outcome;
use crate::ids::MailId;
use crate::store::schema::{invitation, leader_form, outbox, person};
use crate::store::{Db, Moment};
use chrono::Duration;
use diesel::prelude::*;

/// Mails to somebody that left within this time are told apart by nothing that a notice without an identifier has.
const TOGETHER: Duration = Duration::hours(1);

/// Whether there is such a mail.
pub fn is_known(c: &mut Db, id: &MailId) -> Outcome<bool> {
    let one = outbox::table.find(id).select(outbox::id);
    Ok(one.get_result::<MailId>(c).optional()?.is_some())
}

/// The last mails of waves that were begun for an address (lower case), by a moment or, if none was, the first.
/// Whether they have come back makes no difference, so the same question has the same answer afterwards.
pub fn last_to(c: &mut Db, email: &str, by: Option<Moment>) -> Outcome<Vec<MailId>> {
    let begun = outbox::attempts.gt(0).or(outbox::doubtful.gt(0));
    let row = (outbox::id, outbox::not_before);
    let members = outbox::table
        .inner_join(invitation::table.on(outbox::subject.eq(invitation::id)))
        .inner_join(person::table.on(person::id.eq(invitation::person)))
        .filter(person::email.eq(email))
        .filter(outbox::kind.eq_any(Kind::TO_MEMBERS))
        .filter(outbox::state.ne(Delivery::Needless))
        .filter(begun);
    let mut mails: Vec<(MailId, Moment)> = members.select(row).load(c)?;
    let leaders = outbox::table
        .inner_join(leader_form::table.on(outbox::subject.eq(leader_form::id)))
        .inner_join(person::table.on(person::id.eq(leader_form::person)))
        .filter(person::email.eq(email))
        .filter(outbox::kind.eq_any(Kind::TO_LEADERS))
        .filter(outbox::state.ne(Delivery::Needless))
        .filter(begun);
    mails.extend(leaders.select(row).load::<(MailId, Moment)>(c)?);
    let times = mails.iter().map(|(_, at)| *at);
    let before = times.clone().filter(|at| by.is_none_or(|by| *at <= by));
    let Some(last) = before.max().or(times.min()) else {
        return Ok(Vec::new());
    };
    let together = mails
        .into_iter()
        .filter(|(_, at)| *at <= last && *at + TOGETHER > last);
    Ok(together.map(|(id, _)| id).collect())
}

/// Notes that a mail came back; whether one with this identifier had been sent and not come back before.
pub fn bounced(c: &mut Db, id: &MailId, code: Option<i32>) -> Outcome<bool> {
    let sent = outbox::table
        .find(id)
        .filter(outbox::state.ne_all([Delivery::Needless, Delivery::Bounced]))
        .filter(outbox::attempts.gt(0).or(outbox::doubtful.gt(0)));
    let nobody: Option<Moment> = None;
    let back = (
        outbox::state.eq(Delivery::Bounced),
        outbox::reason.eq(Reason::CameBack),
        outbox::code.eq(code),
        outbox::leased_until.eq(nobody),
    );
    Ok(diesel::update(sent).set(back).execute(c)? == 1)
}
