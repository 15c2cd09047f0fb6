use super::known;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::TeamId;
use crate::store::directory::{self, Search};
use crate::store::people;
use crate::store::roster::{self, Part};
use crate::text::folded;

/// A team in the table of the roster.
#[derive(Clone, Debug)]
pub struct TeamRow {
    /// Identifier.
    pub id: TeamId,
    /// All names from the top.
    pub path: Vec<String>,
    /// How many teams are above it.
    pub depth: usize,
    /// Names of its leaders.
    pub leaders: Vec<String>,
    /// Members of the team itself, without the teams below it and without its leaders.
    pub members: usize,
}

/// A team with its people.
#[derive(Clone, Debug)]
pub struct TeamPeople {
    /// All names from the top.
    pub path: Vec<String>,
    /// The leaders, by name.
    pub leaders: Vec<people::Person>,
    /// The members, by name.
    pub members: Vec<people::Person>,
}

/// The teams on the roster, each followed by those below it.
pub fn teams(app: &App) -> Outcome<Vec<TeamRow>> {
    app.store.read(|c| {
        let (mut leaders, members) = (directory::leaders(c)?, directory::members(c)?);
        let active = roster::teams(c)?.into_iter().filter(|team| team.active);
        let mut rows: Vec<TeamRow> = active
            .map(|team| {
                let path = known::names(&team.path);
                let count = members.get(&team.id).copied().unwrap_or_default();
                TeamRow {
                    depth: path.len().saturating_sub(1),
                    leaders: leaders.remove(&team.id).unwrap_or_default(),
                    members: usize::try_from(count).unwrap_or_default(),
                    id: team.id,
                    path,
                }
            })
            .collect();
        rows.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(rows)
    })
}

/// How many people are in a team, each counted once.
pub fn headcount(app: &App) -> Outcome<usize> {
    let people = app.store.read(directory::headcount)?;
    Ok(usize::try_from(people).unwrap_or_default())
}

/// A team on the roster with its people.
///
/// # Errors
/// Not found for a team that is not on the roster any more.
pub fn team(app: &App, id: &TeamId) -> Outcome<TeamPeople> {
    app.store.read(|c| {
        let team = roster::team(c, id)?;
        if !team.active {
            return Err(Problem::NotFound);
        }
        let people = roster::people_of(c, id)?;
        let with = |part| {
            let matching = people.iter().filter(|(_, role)| *role == part);
            matching.map(|(person, _)| person.clone()).collect()
        };
        Ok(TeamPeople {
            path: known::names(&team.path),
            leaders: with(Part::Leader),
            members: with(Part::Member),
        })
    })
}

/// The path of a team, whether it is on the roster or not.
///
/// # Errors
/// Not found for a team that never was.
pub fn path(app: &App, id: &TeamId) -> Outcome<Vec<String>> {
    let team = app.store.read(|c| roster::team(c, id))?;
    Ok(known::names(&team.path))
}

/// The teams right below one, by name.
pub fn below(app: &App, id: &TeamId) -> Outcome<Vec<(TeamId, String)>> {
    let teams = app.store.read(roster::teams)?.into_iter();
    let below = teams.filter(|team| team.active && team.parent.as_ref() == Some(id));
    let mut below: Vec<_> = below.map(|team| (team.id, team.name)).collect();
    below.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(below)
}

/// The upper levels of the tree, as many as have no more than so many teams together.
pub fn tops(app: &App, most: usize) -> Outcome<Vec<(TeamId, Vec<String>)>> {
    let mut paths = all(app)?;
    let within = |levels: &usize| {
        paths
            .iter()
            .filter(|(_, path)| path.len() <= *levels)
            .count()
            <= most
    };
    let levels = (1..=super::LEVELS).rev().find(within).unwrap_or(1);
    paths.retain(|(_, path)| path.len() <= levels);
    paths.truncate(most);
    Ok(paths)
}

/// The first teams that have each of these words in their path.
pub fn teams_named(app: &App, words: &str, most: usize) -> Outcome<Vec<(TeamId, Vec<String>)>> {
    let words = folded(words);
    let named = |(_, path): &(TeamId, String)| {
        let path = folded(path);
        words.split_whitespace().all(|word| path.contains(word))
    };
    let teams = app.store.read(directory::team_paths)?.into_iter();
    let mut found: Vec<_> = teams
        .filter(named)
        .map(|(id, path)| (id, known::names(&path)))
        .collect();
    found.sort_by(|one, other| one.1.cmp(&other.1));
    found.truncate(most);
    Ok(found)
}

fn all(app: &App) -> Outcome<Vec<(TeamId, Vec<String>)>> {
    let teams = app.store.read(directory::team_paths)?.into_iter();
    let mut paths: Vec<_> = teams.map(|(id, path)| (id, known::names(&path))).collect();
    paths.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(paths)
}

/// The teams of a person: identifier, path and part.
pub type PlacesOf = Vec<(TeamId, String, Part)>;

/// How many people a search finds, and those from a place on, with their teams.
pub fn find(
    app: &App,
    search: &Search,
    from: usize,
    most: usize,
) -> Outcome<(usize, Vec<(people::Person, PlacesOf)>)> {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    app.store.read(|c| {
        let (count, people) = directory::find(c, search, number(from), number(most))?;
        let ids: Vec<_> = people.iter().map(|one| one.id.clone()).collect();
        let mut places = directory::places(c, &ids)?;
        let with = |person: people::Person| {
            let places = places.remove(&person.id).unwrap_or_default();
            (person, places)
        };
        let people = people.into_iter().map(with).collect();
        Ok((usize::try_from(count).unwrap_or_default(), people))
    })
}
