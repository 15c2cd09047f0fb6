use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::act::{self, Kind as Act};
use crate::store::outbox::{self, Count, Delivery, Kind, Planned};
use crate::store::people::Person;
use crate::store::wave::{self, State};
use chrono::Duration;

/// How many mails stand where, since the installation began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// To be sent.
    pub queued: i64,
    /// Accepted by the mail server.
    pub sent: i64,
    /// Refused, given up or come back.
    pub lost: i64,
}

/// Counts all mails by where they stand.
pub fn counts(app: &App) -> Outcome<Counts> {
    let now = app.now();
    let stored = app.store.read(|c| outbox::counts(c, now))?;
    let of = |states: &[Delivery]| {
        let known = stored.iter().filter(|(state, _)| states.contains(state));
        known.map(|(_, count)| count).sum()
    };
    Ok(Counts {
        queued: of(&[Delivery::Queued]),
        sent: of(&[Delivery::Sent]),
        lost: of(&Delivery::RETRIABLE),
    })
}

/// How the mails of one kind of a wave stand.
pub struct Standing {
    /// What they are about.
    pub kind: Kind,
    /// All that are under way or were sent; not those that will not be sent any more, and of reminders to members
    /// nothing but what is under way.
    pub counts: Vec<Count>,
    /// Those that wait for their day.
    pub planned: Option<Planned>,
}

impl Standing {
    /// How many stand in one of these places.
    pub fn at(&self, states: &[Delivery]) -> i64 {
        let there = self
            .counts
            .iter()
            .filter(|count| states.contains(&count.state));
        there.map(|count| count.mails).sum()
    }
}

/// How the mails of a wave stand, by kind in the order in which they are sent.
pub fn standing(app: &App, wave: &WaveId) -> Outcome<Vec<Standing>> {
    let now = app.now();
    let (state, counts, planned) = app.store.read(|c| {
        let state = wave::wave(c, wave)?.state;
        let (mut counts, planned) = outbox::queued(c, wave, now)?;
        counts.extend(outbox::over(c, wave)?);
        Ok((state, counts, planned))
    })?;
    let useful = useful(state);
    let of = |kind| Standing {
        kind,
        counts: counts
            .iter()
            .copied()
            .filter(|count| count.kind == kind && count.state != Delivery::Needless)
            .filter(|count| count.state != Delivery::Queued || useful.contains(&kind))
            .collect(),
        planned: planned
            .iter()
            .copied()
            .find(|planned| planned.kind == kind && useful.contains(&kind)),
    };
    let all = Kind::OF_A_WAVE.into_iter().map(of);
    Ok(all
        .filter(|one| !one.counts.is_empty() || one.planned.is_some())
        .collect())
}

/// Whom the first mail of a wave did not reach, by name.
pub fn unreachable(app: &App, wave: &WaveId) -> Outcome<Vec<Person>> {
    app.store.read(|c| outbox::unreachable(c, wave))
}

/// The kinds of mail that are of use while a wave stands there: nobody is asked any more once it is closed.
pub fn useful(state: State) -> &'static [Kind] {
    match state {
        State::Open => &Kind::OF_A_WAVE,
        State::Off => &[Kind::CalledOff],
        _ => &[
            Kind::Results,
            Kind::Word,
            Kind::Notice,
            Kind::Unreleased,
            Kind::LastDays,
        ],
    }
}

/// Sends the mails of a wave again that did not arrive or may not have arrived, as far as they are of use.
/// `by` is who wants it, for the log.
pub fn again(app: &App, wave: &WaveId, by: &str) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        let kinds = useful(wave::wave(c, wave)?.state);
        match outbox::again(c, wave, kinds, now)? {
            0 => Ok(()),
            _ => act::note(c, now, by, Act::MailedAgain, wave.as_str()),
        }
    })
}

/// Drops what was sent a month ago and belongs to no wave.
pub fn sweep(app: &App) -> Outcome<()> {
    let stale = app.now() - Duration::days(30);
    app.store.write(|c| outbox::sweep(c, stale))
}
