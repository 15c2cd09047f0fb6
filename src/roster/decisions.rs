//! What HR decides about a file before it is applied, and the rules that ask for it.

use super::TeamPath;
use super::difference::{Current, Difference, KnownTeam};
use super::kept::Staying;
use super::sheet::Row;
use crate::ids::{PersonId, TeamId};
use crate::text::Sentence;
use std::collections::{BTreeSet, HashSet};

/// What HR has decided about a file.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    /// The teams at the top of what the file speaks for; none if it speaks for the whole organisation.
    pub part: Vec<TeamId>,
    /// Who is the same as before.
    pub same: Same,
    /// How many people leave, as HR has typed it.
    pub leaving: Option<usize>,
    /// The good lines are taken although there are others.
    pub good_lines: bool,
    /// Who stays although no line is about them; the file says so.
    pub staying: Staying,
}

/// Which people and teams of a file that seem to be known ones are.
#[derive(Clone, Debug, Default)]
pub enum Same {
    /// Those that are likely to be.
    #[default]
    Likely,
    /// Those with these identifiers.
    Only(BTreeSet<String>),
}

impl Same {
    /// Whether a person or a team is taken for the same as before.
    pub fn accepts(&self, id: &str, likely: bool) -> bool {
        match self {
            Self::Likely => likely,
            Self::Only(ids) => ids.contains(id),
        }
    }
}

/// Whether so many leave that their number has to be typed: more than ten people, and more than a tenth of those
/// the file speaks for.
pub fn asks_for_number(leaving: usize, of: usize) -> bool {
    leaving > 10 && leaving.saturating_mul(10) > of
}

/// Why a file cannot be applied with these decisions.
pub fn refusal(difference: &Difference, decisions: &Decisions) -> Option<Sentence> {
    if let Some((line, path)) = &difference.outside {
        let line = usize::try_from(*line).unwrap_or_default();
        let sentence = Sentence::new("problem-roster-outside").with("line", line);
        return Some(sentence.with("team", path.join(" / ")));
    }
    if let Some(taken) = &difference.taken {
        let sentence = Sentence::new("problem-roster-taken").with("mark", taken.mark.clone());
        return Some(sentence.with("name", taken.name.clone()));
    }
    let leaving = difference.leaving_people.len();
    let typed = decisions.leaving == Some(leaving);
    (asks_for_number(leaving, difference.people_before) && !typed)
        .then(|| Sentence::new("problem-roster-leaving").with("leaving", leaving))
}

/// What a part of the organisation is of the roster in force: the teams below its tops with those above them, and
/// the places in them. Whoever has a place elsewhere stays, whatever the file says.
pub(super) fn part(current: Current, tops: &[TeamId]) -> Current {
    if tops.is_empty() {
        return current;
    }
    let tops = paths(&current.teams, tops);
    let above = |path: &TeamPath| tops.iter().any(|top| top.starts_with(path));
    let (inside, outside): (Vec<_>, Vec<_>) = current
        .places
        .into_iter()
        .partition(|place| within(&place.path, &tops));
    let elsewhere: HashSet<PersonId> = outside.into_iter().map(|place| place.person).collect();
    let here: HashSet<PersonId> = inside.iter().map(|place| place.person.clone()).collect();
    let mut people = current.people;
    for one in &mut people {
        one.stays |= elsewhere.contains(&one.id) || !here.contains(&one.id);
    }
    let teams = current.teams.into_iter();
    Current {
        teams: teams
            .filter(|team| !team.active || within(&team.path, &tops) || above(&team.path))
            .collect(),
        people,
        places: inside,
        held: current.held,
    }
}

/// The first line of a file that is about a team outside the part it speaks for.
pub(super) fn outside(current: &Current, part: &[TeamId], rows: &[Row]) -> Option<(u64, TeamPath)> {
    let tops = paths(&current.teams, part);
    let mut rows = rows.iter();
    let stray = rows.find(|row| !part.is_empty() && !within(&row.path, &tops));
    stray.map(|row| (row.line, row.path.clone()))
}

/// The team that all lines are in, if teams outside it would close.
pub(super) fn hint(
    current: &Current,
    rows: &[Row],
    closed: &[TeamPath],
) -> Option<(TeamId, TeamPath)> {
    let mut common: &[String] = &rows.first()?.path;
    for row in rows {
        let same = common.iter().zip(&row.path).take_while(|(a, b)| a == b);
        common = common.get(..same.count())?;
    }
    let known = |path: &&[String]| {
        let mut teams = current.teams.iter();
        teams.find(|team| team.active && team.path == *path)
    };
    let depths = (2..=common.len()).rev();
    let team = depths
        .filter_map(|depth| common.get(..depth))
        .find_map(|path| known(&path))?;
    let outside = closed.iter().any(|path| !path.starts_with(&team.path));
    outside.then(|| (team.id.clone(), team.path.clone()))
}

fn paths(teams: &[KnownTeam], tops: &[TeamId]) -> Vec<TeamPath> {
    let tops = teams.iter().filter(|team| tops.contains(&team.id));
    tops.map(|team| team.path.clone()).collect()
}

fn within(path: &TeamPath, tops: &[TeamPath]) -> bool {
    tops.iter().any(|top| path.starts_with(top))
}
