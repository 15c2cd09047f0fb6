use super::TeamPath;
use super::difference::{self, Current, Defaults, Difference, KnownPerson, Person, Place, Who};
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
    pub fn difference(&self, rows: &[Row]) -> Difference {
        let mut difference = difference::difference(&self.current(), rows, &self.defaults);
        let leaving = &mut difference.leaving_people;
        leaving.retain(|one| match &one.who {
            Who::Known(id) => !self.holders.contains(id),
            Who::New(_) => true,
        });
        difference
    }

    fn current(&self) -> Current {
        let active = self.teams.iter().filter(|team| team.active);
        Current {
            teams: active.map(|team| names(&team.path)).collect(),
            people: self.people.iter().map(known).collect(),
            places: self.places(),
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

fn known(person: &people::Person) -> KnownPerson {
    KnownPerson {
        id: person.id.clone(),
        person: Person {
            number: person.number.clone(),
            email: person.email.clone(),
            name: person.name.clone(),
            locale: person.locale.clone(),
            time_zone: person.time_zone.clone(),
        },
        active: person.active,
    }
}
