//! One team, changed on a page: by the rules of a line of a file.

use super::change::Change;
use super::difference::Difference;
use super::download;
use super::identity::teams::SameTeam;
use super::known::{Known, names};
use super::person::close_empty;
use super::{LEVELS, TeamPath, sheet};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::TeamId;
use crate::store::act::{self, Kind};
use crate::store::roster::{self, Membership, Part, Team};
use crate::text::Sentence;

/// Gives a team another name or another place; the teams below go with it. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if the path is none, is taken, goes too deep or begins nowhere.
pub fn move_team(app: &App, id: &TeamId, path: &str, by: &str) -> Outcome<()> {
    let to = read(path)?;
    app.store.write(|c| {
        roster::hold(c)?;
        let team = roster::team(c, id)?;
        let known = Known::read(c)?;
        let from = names(&team.path);
        if from == to {
            return Ok(());
        }
        check(&known, &team, &from, &to)?;
        let closed = known.teams.iter().find(|other| other.path == to.join("/"));
        if let Some(closed) = closed {
            let aside = format!("{} ({})", closed.path, closed.id);
            roster::set_team_path(c, &closed.id, &aside)?;
        }
        let known = Known::read(c)?;
        let renamed = SameTeam {
            id: id.clone(),
            from,
            to,
            members: 0,
            of: 0,
            accepted: true,
        };
        let difference = Difference {
            same_teams: vec![renamed],
            ..Difference::default()
        };
        Change::of(app, c, known).teams(&difference)?;
        close_empty(c, team.parent.into_iter().collect())?;
        act::note(c, app.now(), by, Kind::TeamMoved, id.as_str())
    })
}

/// Reads a path as that of a line.
fn read(path: &str) -> Outcome<TeamPath> {
    let line = [path.trim(), "", "", "x", "member", "", ""].map(download::guarded);
    let file = download::write(std::iter::once(line))?;
    let sheet = sheet::own(&file).map_err(|error| error.sentence())?;
    if let Some(fault) = sheet.faults.shown().first() {
        return Err(fault.reason.sentence().into());
    }
    let row = sheet.rows.into_iter().next();
    row.map(|row| row.path).ok_or(Problem::NotFound)
}

fn check(known: &Known, team: &Team, from: &TeamPath, to: &TeamPath) -> Outcome<()> {
    let active = |path: &[String]| {
        let path = path.join("/");
        known
            .teams
            .iter()
            .any(|other| other.active && other.path == path)
    };
    let (_, above) = to.split_last().ok_or(Problem::NotFound)?;
    let lacking = match above {
        [] => team.parent.is_some(),
        above => team.parent.is_none() || !active(above),
    };
    if lacking {
        let above = above.join(" / ");
        return Err(Sentence::new("problem-team-above")
            .with("team", above)
            .into());
    }
    if above.starts_with(from) {
        return Err(Problem::refused("problem-team-within"));
    }
    if active(to) {
        return Err(Problem::refused("problem-team-taken"));
    }
    let below = known.teams.iter().map(|team| names(&team.path));
    let deepest = below
        .filter(|path| path.starts_with(from))
        .map(|path| path.len());
    let depth = deepest.max().unwrap_or_default() - from.len() + to.len();
    if depth > LEVELS {
        return Err(Problem::refused("roster-fault-levels"));
    }
    Ok(())
}

/// Closes a team: its people become members of the one with this path, whose identifier is returned. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if there are teams below it, or the other one is not on the roster.
pub fn close_team(app: &App, id: &TeamId, into: &str, by: &str) -> Outcome<TeamId> {
    let into = read(into)?.join("/");
    app.store.write(|c| {
        roster::hold(c)?;
        let teams = roster::teams(c)?;
        let team = teams.iter().find(|team| team.id == *id && team.active);
        let team = team.ok_or(Problem::NotFound)?;
        let into = teams.iter().find(|team| team.path == into && team.active);
        let into = into.filter(|into| into.id != *id);
        let into = into
            .ok_or_else(|| Problem::refused("problem-team-into"))?
            .id
            .clone();
        if teams
            .iter()
            .any(|below| below.active && below.parent.as_ref() == Some(id))
        {
            return Err(Problem::refused("problem-team-below"));
        }
        let places = roster::memberships(c)?;
        for place in places.iter().filter(|place| place.team == *id) {
            roster::leave(c, id, &place.person)?;
            let there = |other: &&Membership| other.team == into && other.person == place.person;
            if places.iter().find(there).is_none() {
                let joined = Membership {
                    team: into.clone(),
                    person: place.person.clone(),
                    role: Part::Member,
                };
                roster::join(c, &joined)?;
            }
        }
        roster::set_team_active(c, id, false)?;
        close_empty(c, team.parent.clone().into_iter().collect())?;
        act::note(c, app.now(), by, Kind::TeamClosed, id.as_str())?;
        Ok(into)
    })
}
