use super::TeamPath;
use super::decisions::Decisions;
use super::difference::{
    self, Current, Defaults, Difference, KnownPerson, KnownTeam, Person, Place,
};
use super::sheet::Row;
use crate::error::{Outcome, Problem};
use crate::ids::PersonId;
use crate::store::roster::{self, Part, Team};
use crate::store::{Db, access, people};
use crate::survey::Role;
use std::collections::{HashMap, HashSet};

/// What the database knows of the roster.
pub struct Known {
    /// Every team ever.
    pub teams: Vec<Team>,
    /// Everybody ever, whoever has an account too.
    pub people: Vec<people::Person>,
    memberships: Vec<roster::Membership>,
    holders: HashSet<PersonId>,
    defaults: Defaults,
}

impl Known {
    /// Reads the roster in force.
    pub fn read(c: &mut Db) -> Outcome<Self> {
        let organisation = people::organisation(c)?.ok_or(Problem::NotFound)?;
        Ok(Self {
            teams: roster::teams(c)?,
            people: people::everybody(c)?,
            memberships: roster::memberships(c)?,
            holders: access::account_holders(c)?.into_iter().collect(),
            defaults: Defaults {
                locale: organisation.locale,
                time_zone: organisation.time_zone,
            },
        })
    }

    /// What the rows of a file change. Whoever has an account and is not in the file leaves the teams but
    /// stays: accounts run the installation, whether they are on the roster or not.
    pub fn difference(&self, rows: &[Row], decisions: &Decisions) -> Difference {
        difference::difference(self.current(), rows, &self.defaults, decisions)
    }

    /// The language and the time zone of whoever says none.
    pub fn defaults(&self) -> (String, String) {
        let Defaults { locale, time_zone } = self.defaults.clone();
        (locale, time_zone)
    }

    /// Everybody's teams.
    pub fn paths(&self) -> HashMap<&PersonId, Vec<&str>> {
        let teams = self.teams.iter();
        let teams: HashMap<_, _> = teams.map(|team| (&team.id, team.path.as_str())).collect();
        let mut paths: HashMap<&PersonId, Vec<&str>> = HashMap::new();
        for place in &self.memberships {
            let path = teams.get(&place.team).copied();
            paths.entry(&place.person).or_default().extend(path);
        }
        paths
    }

    fn current(&self) -> Current {
        let team = |team: &Team| KnownTeam {
            id: team.id.clone(),
            path: names(&team.path),
            active: team.active,
        };
        let person = |person: &people::Person| KnownPerson {
            id: person.id.clone(),
            person: listed(person),
            active: person.active,
            stays: self.holders.contains(&person.id),
        };
        Current {
            teams: self.teams.iter().map(team).collect(),
            people: self.people.iter().map(person).collect(),
            places: self.places(),
            held: Vec::new(),
        }
    }

    fn places(&self) -> Vec<Place> {
        let paths: HashMap<_, _> = self
            .teams
            .iter()
            .map(|team| (&team.id, names(&team.path)))
            .collect();
        let place = |membership: &roster::Membership| {
            Some(Place {
                path: paths.get(&membership.team)?.clone(),
                person: membership.person.clone(),
                role: match membership.role {
                    Part::Leader => Role::Leader,
                    Part::Member => Role::Member,
                },
            })
        };
        self.memberships.iter().filter_map(place).collect()
    }
}

/// The names in a stored path; a name has no slash in it.
pub fn names(path: &str) -> TeamPath {
    path.split('/').map(str::to_owned).collect()
}

fn listed(person: &people::Person) -> Person {
    Person {
        number: person.number.clone(),
        email: person.email.clone(),
        name: person.name.clone(),
        locale: person.locale.clone(),
        time_zone: person.time_zone.clone(),
    }
}
