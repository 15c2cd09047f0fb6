//! Mails follow the person: what was not delivered goes where they can be reached now.

use super::{Delivery, Kind, Reason};
use crate::error::Outcome;
use crate::ids::{PersonId, WaveId};
use crate::store::schema::{invitation, leader_form, outbox, wave};
use crate::store::wave::State;
use crate::store::{Db, Moment};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Sends somebody whose address was corrected the link to each open wave anew, whether it was used or not: a mail
/// that went only to those who have not answered would tell of them. Of other mails, results that did not arrive.
pub fn follow(c: &mut Db, person: &PersonId, now: Moment) -> Outcome<()> {
    let slips = invitation::table
        .inner_join(wave::table)
        .filter(invitation::person.eq(person))
        .filter(wave::state.eq(State::Open));
    let mut subjects: Vec<String> = slips.select(invitation::id).load(c)?;
    let forms = leader_form::table
        .inner_join(wave::table)
        .filter(leader_form::person.eq(person))
        .filter(leader_form::asked.eq(true))
        .filter(wave::state.eq(State::Open));
    subjects.extend(forms.select(leader_form::id).load::<String>(c)?);
    let first = outbox::table
        .filter(outbox::subject.eq_any(subjects))
        .filter(outbox::kind.eq_any([Kind::Invitation, Kind::LeaderForm]));
    let anew = (
        outbox::state.eq(Delivery::Queued),
        outbox::attempts.eq(0),
        outbox::doubtful.eq(0),
        outbox::paced.eq(false),
        outbox::not_before.eq(now),
        // Whoever is sending it to the old address just now has nothing to write down any more.
        outbox::leased_until.eq(None::<Moment>),
        outbox::reason.eq(None::<Reason>),
        outbox::code.eq(None::<i32>),
    );
    diesel::update(first).set(anew).execute(c)?;
    let all = leader_form::table.filter(leader_form::person.eq(person));
    let all: Vec<String> = all.select(leader_form::id).load(c)?;
    let lost = outbox::table
        .filter(outbox::subject.eq_any(all))
        .filter(outbox::kind.eq(Kind::Results))
        .filter(outbox::state.eq_any(Delivery::RETRIABLE));
    diesel::update(lost).set(anew).execute(c)?;
    Ok(())
}

/// Where the first mails of a wave stand, by what they are about.
pub fn first_mails(c: &mut Db, wave: &WaveId) -> Outcome<BTreeMap<String, Delivery>> {
    let first = outbox::table
        .filter(outbox::wave.eq(wave))
        .filter(outbox::kind.eq_any([Kind::Invitation, Kind::LeaderForm]));
    let rows: Vec<(String, Delivery)> = first.select((outbox::subject, outbox::state)).load(c)?;
    Ok(rows.into_iter().collect())
}

/// What the first mails of a wave are about that arrived, or may have: the others asked nobody.
pub fn asked(c: &mut Db, wave: &WaveId) -> Outcome<Vec<String>> {
    let under_way = outbox::state.eq(Delivery::Queued).and(
        outbox::leased_until
            .is_not_null()
            .or(outbox::doubtful.gt(0)),
    );
    let arrived = outbox::state.eq_any([Delivery::Sent, Delivery::Uncertain]);
    let first = outbox::table
        .filter(outbox::wave.eq(wave))
        .filter(outbox::kind.eq_any([Kind::Invitation, Kind::LeaderForm]))
        .filter(arrived.or(under_way));
    Ok(first.order(outbox::id).select(outbox::subject).load(c)?)
}

/// The mails of a kind in a wave: what each is about, and where it stands.
pub fn of_kind(c: &mut Db, of_wave: &WaveId, kind: Kind) -> Outcome<Vec<(String, Delivery)>> {
    let all = outbox::table.filter(outbox::wave.eq(of_wave).and(outbox::kind.eq(kind)));
    Ok(all.select((outbox::subject, outbox::state)).load(c)?)
}
