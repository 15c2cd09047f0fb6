use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{CommitmentId, PersonId, TeamId, WaveId};
use crate::store::commitment::{self, Commitment};
use crate::store::wave::{self, State};
use crate::store::{Db, invitation, people};
use chrono::{NaiveDate, TimeZone};

/// The team of a node in a released wave, for somebody who was asked as its leader; else not found.
pub(super) fn team(c: &mut Db, viewer: &PersonId, id: &WaveId, node: i32) -> Outcome<TeamId> {
    if wave::wave(c, id)?.state != State::Released {
        return Err(Problem::NotFound);
    }
    let led = invitation::led_by(c, viewer)?;
    let found = led
        .into_iter()
        .find(|(wave, no, _)| wave == id && *no == node);
    found.map(|(.., team)| team).ok_or(Problem::NotFound)
}

/// A commitment of that team.
pub(super) fn of_team(c: &mut Db, id: &CommitmentId, team: &TeamId) -> Outcome<Commitment> {
    let found = commitment::commitment(c, id)?;
    match found.team == *team {
        true => Ok(found),
        false => Err(Problem::NotFound),
    }
}

/// The day on the organisation's calendar.
pub fn today(app: &App, c: &mut Db) -> Outcome<NaiveDate> {
    let zone = people::zone(c)?;
    Ok(zone.from_utc_datetime(&app.now()).date_naive())
}
