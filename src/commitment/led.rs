use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{CommitmentId, PersonId, TeamId, WaveId};
use crate::store::commitment::{self, Commitment};
use crate::store::wave::{self, State};
use crate::store::{Db, frozen, invitation, roster};
use chrono::NaiveDate;
use chrono_tz::Tz;

/// The team of a node in a released wave whose survey has commitments, for somebody who was asked as its leader; else
/// not found. Whoever led a team that is no more may read what they were told, and do nothing for the team.
pub(super) fn team(c: &mut Db, viewer: &PersonId, id: &WaveId, node: i32) -> Outcome<TeamId> {
    let wave = wave::wave(c, id)?;
    if wave.state != State::Released || wave::survey(c, &wave)?.slots().next().is_none() {
        return Err(Problem::NotFound);
    }
    let team = invitation::team_led(c, viewer, id, node)?.ok_or(Problem::NotFound)?;
    // A department commits to nothing; its teams do.
    let home = frozen::node(c, id, node)?;
    if home.is_none_or(|home| home.people.is_none()) {
        return Err(Problem::NotFound);
    }
    match roster::leads(c, viewer, &team)? {
        true => Ok(team),
        false => Err(Problem::refused("problem-no-longer-leads")),
    }
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
pub fn today(app: &App) -> Outcome<NaiveDate> {
    let zone = app
        .organisation()?
        .map_or(Ok(Tz::UTC), |known| known.zone())?;
    Ok(app.now().utc().with_timezone(&zone).date_naive())
}
