use super::TeamPath;
use super::difference::{self, Current, Defaults, Difference, KnownPerson, Person, Place, Who};
use super::kept::{everybody_else, kept};
use super::sheet::{Row, Sheet};
use crate::error::{Outcome, Problem};
use crate::ids::PersonId;
use crate::store::roster::{self, Part, Team};
use crate::store::{Db, people};
use crate::survey::Role;
use std::collections::{HashMap, HashSet};

/// What the database knows of the roster.
pub struct Known {
    /// Every team ever.
    pub teams: Vec<Team>,
    /// Everybody ever, administrators too.
    pub people: Vec<people::Person>,
    memberships: Vec<roster::Membership>,
    administrators: HashSet<PersonId>,
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
            administrators: people::administrators(c)?.into_iter().collect(),
            defaults: Defaults {
                locale: organisation.locale,
                time_zone: organisation.time_zone,
            },
        })
    }

    /// What the rows of a file change. An administrator who is not in the file leaves the teams but
    /// stays: administrators run the installation, whether they are on the roster or not. Whoever is on a line
    /// that was left aside stays as before; how many of those lines are about nobody known is said too. A
    /// supplement only adds: whoever is not in it stays as before.
    pub fn difference(&self, sheet: &Sheet, is_supplement: bool) -> (Difference, usize) {
        let current = self.current();
        let (mut stay, unknown) = kept(&current, &sheet.aside, &sheet.rows);
        if is_supplement {
            let others = everybody_else(&current, &sheet.rows);
            stay = kept(&current, &others, &sheet.rows).0;
        }
        let rows: Vec<Row> = sheet.rows.iter().cloned().chain(stay).collect();
        let mut difference = difference::difference(&current, &rows, &self.defaults);
        let leaving = &mut difference.leaving_people;
        leaving.retain(|one| match &one.who {
            Who::Known(id) => !self.administrators.contains(id),
            Who::New(_) => true,
        });
        (difference, unknown)
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
