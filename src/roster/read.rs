use super::known;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::TeamId;
use crate::store::roster::{self, Part};
use crate::store::{Db, people};
use std::collections::{HashMap, HashSet};

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
    /// Name and address of the leaders, by name.
    pub leaders: Vec<(String, Option<String>)>,
    /// Name and address of the members, by name.
    pub members: Vec<(String, Option<String>)>,
}

/// The teams on the roster, each followed by those below it.
pub fn teams(app: &App) -> Outcome<Vec<TeamRow>> {
    app.store.read(|c| {
        let places = Places::read(c)?;
        let active = roster::teams(c)?.into_iter().filter(|team| team.active);
        let mut rows: Vec<TeamRow> = active
            .map(|team| {
                let path = known::names(&team.path);
                TeamRow {
                    depth: path.len().saturating_sub(1),
                    leaders: places.leaders.get(&team.id).cloned().unwrap_or_default(),
                    members: places.members.get(&team.id).copied().unwrap_or_default(),
                    id: team.id,
                    path,
                }
            })
            .collect();
        rows.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(rows)
    })
}

/// By team the names of the leaders and the number of members.
#[derive(Default)]
struct Places {
    leaders: HashMap<TeamId, Vec<String>>,
    members: HashMap<TeamId, usize>,
}

impl Places {
    fn read(c: &mut Db) -> Outcome<Self> {
        let people = people::people(c)?;
        let names: HashMap<_, _> = people.iter().map(|one| (&one.id, &one.name)).collect();
        let mut places = Self::default();
        for place in roster::memberships(c)? {
            match place.role {
                Part::Member => *places.members.entry(place.team).or_default() += 1,
                Part::Leader => {
                    let name = names.get(&place.person).map(|name| (*name).clone());
                    places.leaders.entry(place.team).or_default().extend(name);
                }
            }
        }
        places.leaders.values_mut().for_each(|names| names.sort());
        Ok(places)
    }
}

/// How many people are in a team, each counted once.
pub fn headcount(app: &App) -> Outcome<usize> {
    let places = app.store.read(roster::memberships)?;
    let people: HashSet<_> = places.iter().map(|place| &place.person).collect();
    Ok(people.len())
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
            let listed = matching.map(|(person, _)| (person.name.clone(), person.email.clone()));
            listed.collect()
        };
        Ok(TeamPeople {
            path: known::names(&team.path),
            leaders: with(Part::Leader),
            members: with(Part::Member),
        })
    })
}
