use super::calendar;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::store::act::{self, Kind as Act};
use crate::store::invitation::{self, Invitation};
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
    for form in invitation::leader_forms(c, &wave.id)? {
        if !zones.mailed(&form.person) {
            continue;
        }
        let subject = form.id.as_str();
        let mut add = |kind, at| mails.push(Mail::new(kind, subject, Some(&wave.id), at));
        let (reminder, last) = zones.mornings(&form.person, now, wave.closes);
        add(Kind::LeaderForm, now);
        let reminder = reminder.or(last);
        reminder
            .into_iter()
            .for_each(|at| add(Kind::LeaderReminder, at));
    }
    Ok(mails)
}

fn to_member(zones: &mut Zones, wave: &Wave, slip: &Invitation, now: Moment) -> Vec<Mail> {
    if !zones.mailed(&slip.person) {
        return Vec::new();
    }
    let (reminder, last) = zones.mornings(&slip.person, now, wave.closes);
    let mails = [
        (Kind::Invitation, Some(now)),
        (Kind::Reminder, reminder),
        (Kind::LastCall, last),
    ];
    let mail = |(kind, at): (_, Option<Moment>)| {
        Some(Mail::new(kind, slip.id.as_str(), Some(&wave.id), at?))
    };
    mails.into_iter().filter_map(mail).collect()
}

/// The mails to somebody who is asked while the wave is open.
pub(super) fn mails_to(
    c: &mut Db,
    wave: &Wave,
    slip: &Invitation,
    now: Moment,
) -> Outcome<Vec<Mail>> {
    Ok(to_member(&mut Zones::read(c)?, wave, slip, now))
}

/// Moves the last calls that have not been sent to the last morning before a later close.
pub(super) fn postpone_last_calls(
    c: &mut Db,
    wave: &Wave,
    closes: Moment,
    now: Moment,
) -> Outcome<()> {
    let mut zones = Zones::read(c)?;
    let waiting = outbox::waiting(c, &wave.id, Kind::LastCall)?;
    for slip in invitation::of_wave(c, &wave.id)? {
        let (_, last) = zones.mornings(&slip.person, now, closes);
        if let (Some(last), true) = (last, waiting.contains(slip.id.as_str())) {
            outbox::postpone(c, Kind::LastCall, slip.id.as_str(), last)?;
        }
    }
    Ok(())
}

/// Where people live, and the mornings there.
struct Zones {
    of: BTreeMap<PersonId, String>,
    /// Whoever has no address gets no mails.
    unmailed: BTreeSet<PersonId>,
    known: BTreeMap<String, (Option<Moment>, Option<Moment>)>,
}

impl Zones {
    fn read(c: &mut Db) -> Outcome<Self> {
        let zone = |person: Person| (person.id, person.time_zone);
        let people = people::people(c)?;
        let unmailed = people.iter().filter(|person| person.email.is_none());
        Ok(Self {
            unmailed: unmailed.map(|person| person.id.clone()).collect(),
            of: people.into_iter().map(zone).collect(),
            known: BTreeMap::new(),
        })
    }

    fn mailed(&self, person: &PersonId) -> bool {
        !self.unmailed.contains(person)
    }

    fn mornings(
        &mut self,
        person: &PersonId,
        opens: Moment,
        closes: Moment,
    ) -> (Option<Moment>, Option<Moment>) {
        let name = self.of.get(person).map_or("", String::as_str);
        if let Some(mornings) = self.known.get(name) {
            return *mornings;
        }
        let zone = name.parse().unwrap_or(Tz::UTC);
        let mornings = calendar::mornings(zone, opens, closes);
        self.known.insert(name.to_owned(), mornings);
        mornings
    }
}
