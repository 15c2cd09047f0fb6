use crate::error::Outcome;
use crate::ids::{PersonId, WaveId};
use crate::store::outbox::Delivery;
use crate::store::schema::{
    invitation, leader_form, leaver, membership, outbox, person, roster_import, roster_step,
    session, sign_in, stopped, wave,
};
use crate::store::wave::State;
use crate::store::{Db, Moment, access, result};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// What the database holds of a person besides the row itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traces {
    /// Places in teams.
    pub places: i64,
    /// Has an account.
    pub account: bool,
    /// Browsers where they are signed in.
    pub sessions: i64,
    /// Forms that they answered by name as a leader.
    pub forms: i64,
    /// Waves in which they were asked, by title.
    pub waves: Vec<String>,
    /// Launched waves that take answers or will, by title: their links stop.
    pub open: Vec<String>,
    /// Waves whose promised lists of names are still there, by title, with the moment at which they go at the latest.
    pub lists: Vec<(String, Option<Moment>)>,
}

/// What the database holds of a person.
pub fn traces(c: &mut Db, id: &PersonId) -> Outcome<Traces> {
    let places = membership::table.filter(membership::person.eq(id));
    let sessions = session::table.filter(session::person.eq(id));
    let forms = leader_form::table.filter(leader_form::person.eq(id));
    let forms = forms.filter(leader_form::answers.is_not_null());
    let mut traces = Traces {
        places: places.count().get_result(c)?,
        account: access::account(c, id)?.is_some(),
        sessions: sessions.count().get_result(c)?,
        forms: forms.count().get_result(c)?,
        ..Traces::default()
    };
    for (title, state, destroyed, after) in asked(c, id)?.into_values() {
        traces.waves.push(title.clone());
        if matches!(
            state,
            State::Preparing | State::Proving | State::Frozen | State::Open
        ) {
            traces.open.push(title.clone());
        }
        if !destroyed {
            traces.lists.push((title, after));
        }
    }
    Ok(traces)
}

/// By a wave's identifier: title, state, whether the keys are destroyed, and when they will be.
type Asked = BTreeMap<WaveId, (String, State, bool, Option<Moment>)>;

fn asked(c: &mut Db, id: &PersonId) -> Outcome<Asked> {
    let members = invitation::table.filter(invitation::person.eq(id));
    let mut ids: Vec<WaveId> = members.select(invitation::wave).load(c)?;
    let leaders = leader_form::table.filter(leader_form::person.eq(id));
    ids.extend(leaders.select(leader_form::wave).load::<WaveId>(c)?);
    let waves = wave::table.filter(wave::id.eq_any(&ids));
    type Row = (
        WaveId,
        String,
        State,
        Option<chrono::NaiveDate>,
        Option<Moment>,
    );
    let rows: Vec<Row> = waves
        .select((
            wave::id,
            wave::title,
            wave::state,
            wave::key_destroyed,
            wave::destroy_after,
        ))
        .load(c)?;
    let row = |(id, title, state, destroyed, after): Row| {
        (id, (title, state, destroyed.is_some(), after))
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Erases a person. What is left are identifiers that lead to nobody: that somebody was invited, and whose form it
/// was. That a link was used stays with the wave's keys, since ballots are counted against it.
pub fn erase(c: &mut Db, id: &PersonId) -> Outcome<()> {
    withdraw_mails(c, id)?;
    let none: Option<String> = None;
    diesel::update(invitation::table.filter(invitation::person.eq(id)))
        .set(invitation::token_hash.eq(&none))
        .execute(c)?;
    diesel::update(leader_form::table.filter(leader_form::person.eq(id)))
        .set((
            leader_form::token_hash.eq(&none),
            leader_form::answers.eq(&none),
            leader_form::asked.eq(false),
            leader_form::reads.eq(false),
        ))
        .execute(c)?;
    if access::account(c, id)?.is_some() {
        access::remove_account(c, id)?;
    }
    // Both hold whole rows of the roster.
    diesel::delete(roster_step::table).execute(c)?;
    diesel::delete(roster_import::table).execute(c)?;
    diesel::delete(stopped::table.find(id.as_str())).execute(c)?;
    diesel::delete(membership::table.filter(membership::person.eq(id))).execute(c)?;
    diesel::delete(session::table.filter(session::person.eq(id))).execute(c)?;
    diesel::delete(sign_in::table.filter(sign_in::person.eq(id))).execute(c)?;
    diesel::delete(leaver::table.find(id)).execute(c)?;
    diesel::delete(person::table.find(id)).execute(c)?;
    result::went(c)
}

/// Drops what waits to be sent to a person, and what is about their own stop.
fn withdraw_mails(c: &mut Db, id: &PersonId) -> Outcome<()> {
    let members = invitation::table.filter(invitation::person.eq(id));
    let mut slips: Vec<String> = members.select(invitation::id).load(c)?;
    let leaders = leader_form::table.filter(leader_form::person.eq(id));
    slips.extend(leaders.select(leader_form::id).load::<String>(c)?);
    for slip in slips {
        // A mail with a number has it behind a dot, and one to an account begins with the person.
        let waiting = outbox::table
            .filter(
                outbox::subject
                    .eq(&slip)
                    .or(outbox::subject.like(format!("{slip}.%"))),
            )
            .filter(outbox::state.eq(Delivery::Queued));
        diesel::delete(waiting).execute(c)?;
        diesel::delete(stopped::table.find(&slip)).execute(c)?;
    }
    let own = outbox::subject.like(format!("%{id}%"));
    diesel::delete(outbox::table.filter(own)).execute(c)?;
    Ok(())
}
