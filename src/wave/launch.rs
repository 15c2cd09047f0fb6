use super::calendar;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::store::act::{self, Kind as Act};
use crate::store::invitation::{self, Invitation, LeaderForm};
use crate::store::outbox::{self, Kind, Mail};
use crate::store::people::{self, Person};
use crate::store::wave::{self, Wave};
use crate::store::{Db, Moment};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// Opens a frozen wave for answers and queues the invitations, in one transaction.
///
/// # Errors
/// A refusal if the wave is not frozen or its time has not come.
pub fn launch(app: &App, id: &WaveId) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        let wave = wave::wave(c, id)?;
        if wave.opens > now {
            return Err(Problem::refused("problem-wave-early"));
        }
        if !wave::open(c, id)? {
            return Err(Problem::refused("problem-wave-not-frozen"));
        }
        act::note(c, now, "", Act::Opened, id.as_str())?;
        let mails = mails(c, &wave, now)?;
        outbox::queue(c, &mails)
    })
}

/// For everybody the link at once, a reminder halfway and a last call, each on a working morning.
fn mails(c: &mut Db, wave: &Wave, now: Moment) -> Outcome<Vec<Mail>> {
    let mut zones = Zones::read(c)?;
    let mut mails = Vec::new();
    for invitation in invitation::of_wave(c, &wave.id)? {
        mails.extend(to_member(&mut zones, wave, &invitation, now));
    }
    let forms = invitation::leader_forms(c, &wave.id)?.into_iter();
    for form in forms.filter(|form| form.asked) {
        mails.extend(to_leader(&mut zones, wave, &form, now));
    }
    Ok(mails)
}

fn to_leader(zones: &mut Zones, wave: &Wave, form: &LeaderForm, now: Moment) -> Vec<Mail> {
    if !zones.mailed(&form.person) {
        return Vec::new();
    }
    let (reminder, last) = zones.mornings(&form.person, now, wave.closes);
    let mails = [
        (Kind::LeaderForm, Some(now)),
        (Kind::LeaderReminder, reminder.or(last)),
    ];
    let mail = |(kind, at): (_, Option<Moment>)| {
        Some(Mail::new(kind, form.id.as_str(), Some(&wave.id), at?))
    };
    mails.into_iter().filter_map(mail).collect()
}

fn to_member(zones: &mut Zones, wave: &Wave, invitation: &Invitation, now: Moment) -> Vec<Mail> {
    // Whoever draws a slip has no link, also if an address is known by now.
    if !zones.mailed(&invitation.person) || invitation.token_hash.is_none() {
        return Vec::new();
    }
    let (reminder, last) = zones.mornings(&invitation.person, now, wave.closes);
    let mails = [
        (Kind::Invitation, Some(now)),
        (Kind::Reminder, reminder),
        (Kind::LastCall, last),
    ];
    let mail = |(kind, at): (_, Option<Moment>)| {
        Some(Mail::new(kind, invitation.id.as_str(), Some(&wave.id), at?))
    };
    mails.into_iter().filter_map(mail).collect()
}

/// The mails to somebody who is asked while the wave is open.
pub(super) fn mails_to(
    c: &mut Db,
    wave: &Wave,
    invitation: &Invitation,
    now: Moment,
) -> Outcome<Vec<Mail>> {
    Ok(to_member(&mut Zones::read(c)?, wave, invitation, now))
}

/// The mails to a leader who takes a team over while the wave is open.
pub(super) fn mails_to_leader(
    c: &mut Db,
    wave: &Wave,
    form: &LeaderForm,
    now: Moment,
) -> Outcome<Vec<Mail>> {
    Ok(to_leader(&mut Zones::read(c)?, wave, form, now))
}

/// Moves the last calls that have not been sent to the last morning before a later close. Whoever has had theirs
/// gets one more then; to whom it goes is seen when it is sent, so for now it is queued for everybody.
pub(super) fn postpone_last_calls(
    c: &mut Db,
    wave: &Wave,
    closes: Moment,
    now: Moment,
) -> Outcome<()> {
    let mut zones = Zones::read(c)?;
    let [first, second] = [Kind::LastCall, Kind::SecondCall];
    let waiting = [
        outbox::waiting(c, &wave.id, first)?,
        outbox::waiting(c, &wave.id, second)?,
    ];
    let known = [
        outbox::subjects(c, &wave.id, first)?,
        outbox::subjects(c, &wave.id, second)?,
    ];
    let mut more = Vec::new();
    for invitation in invitation::of_wave(c, &wave.id)? {
        if !zones.mailed(&invitation.person) || invitation.token_hash.is_none() {
            continue;
        }
        let (_, last) = zones.mornings(&invitation.person, now, closes);
        let (Some(last), id) = (last, invitation.id.as_str()) else {
            continue;
        };
        let has = |all: &[BTreeSet<String>; 2], at: usize| {
            all.get(at).is_some_and(|one| one.contains(id))
        };
        match () {
            () if has(&waiting, 0) => outbox::postpone(c, first, id, last)?,
            () if has(&waiting, 1) => outbox::postpone(c, second, id, last)?,
            // Too short a wave for a last call may be long enough now.
            () if !has(&known, 0) => more.push(Mail::new(first, id, Some(&wave.id), last)),
            () if !has(&known, 1) => more.push(Mail::new(second, id, Some(&wave.id), last)),
            () => {}
        }
    }
    outbox::queue(c, &more)
}

/// Where people live, and the mornings there.
struct Zones {
    of: BTreeMap<PersonId, Tz>,
    /// For those who are on the roster no more.
    other: Tz,
    /// Whoever has no address gets no mails.
    unmailed: BTreeSet<PersonId>,
    known: BTreeMap<&'static str, Mornings>,
}

/// Of a reminder and of the last call.
type Mornings = (Option<Moment>, Option<Moment>);

impl Zones {
    fn read(c: &mut Db) -> Outcome<Self> {
        let zone = |person: Person| Ok((person.id.clone(), person.zone()?));
        let people = people::people(c)?;
        let unmailed = people.iter().filter(|person| person.email.is_none());
        let unmailed = unmailed.map(|person| person.id.clone()).collect();
        let of = people.into_iter().map(zone);
        Ok(Self {
            unmailed,
            of: of.collect::<Outcome<_>>()?,
            other: people::zone(c)?,
            known: BTreeMap::new(),
        })
    }

    fn mailed(&self, person: &PersonId) -> bool {
        !self.unmailed.contains(person)
    }

    fn mornings(&mut self, person: &PersonId, opens: Moment, closes: Moment) -> Mornings {
        let zone = *self.of.get(person).unwrap_or(&self.other);
        *self
            .known
            .entry(zone.name())
            .or_insert_with(|| calendar::mornings(zone, opens, closes))
    }
}
