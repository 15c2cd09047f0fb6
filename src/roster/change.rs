//! Writes a difference down.

use super::TeamPath;
use super::decisions::{self, Decisions};
use super::difference::{Difference, Listed, Membership, Person, Who};
use super::identity::teams::{SameTeam, moved};
use super::known::{Known, names};
use super::sheet::Row;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId};
use crate::store::roster::{self, Part, Team};
use crate::store::{Db, people};
use crate::survey::Role;
use std::collections::HashMap;

/// Makes the rows of a file the roster in force, or the part of it that they speak for. What changes is worked
/// out from what is in the database now, not from what somebody saw before.
///
/// # Errors
/// A refusal if a decision is missing, see [`decisions::refusal`].
pub fn enforce(app: &App, c: &mut Db, rows: &[Row], decisions: &Decisions) -> Outcome<Difference> {
    let known = Known::read(c)?;
    let difference = known.difference(rows, decisions);
    if let Some(sentence) = decisions::refusal(&difference, decisions) {
        return Err(sentence.into());
    }
    let mut change = Change::of(app, c, known);
    change.teams(&difference)?;
    change.people(&difference)?;
    change.memberships(&difference)?;
    Ok(difference)
}

/// The roster while it is being changed: the identifiers behind paths and new people.
pub(super) struct Change<'a> {
    app: &'a App,
    c: &'a mut Db,
    teams: HashMap<String, Team>,
    people: HashMap<usize, PersonId>,
}

impl<'a> Change<'a> {
    pub(super) fn of(app: &'a App, c: &'a mut Db, known: Known) -> Self {
        let teams = known.teams.into_iter();
        Self {
            app,
            c,
            teams: teams.map(|team| (team.path.clone(), team)).collect(),
            people: HashMap::new(),
        }
    }

    /// Teams that move lose their paths before any gets another one, and those above come first.
    pub(super) fn teams(&mut self, difference: &Difference) -> Outcome<()> {
        let renamed: Vec<SameTeam> = difference.renamed().cloned().collect();
        let mut changed: Vec<TeamPath> = difference.new_teams.clone();
        for team in std::mem::take(&mut self.teams).into_values() {
            let path = moved(&names(&team.path), &renamed);
            let now = path.join("/");
            if now != team.path {
                roster::set_team_path(self.c, &team.id, &format!("/{}", team.id))?;
                changed.push(path);
            }
            self.teams.insert(now, team);
        }
        changed.sort_by_key(Vec::len);
        for path in &changed {
            self.open(path)?;
        }
        for path in &difference.closed_teams {
            let id = self.team(path)?;
            roster::set_team_active(self.c, &id, false)?;
        }
        Ok(())
    }

    /// The team with this path, which is opened if it is not on the roster, with those above it.
    pub(super) fn ensure(&mut self, path: &TeamPath) -> Outcome<TeamId> {
        for depth in 1..=path.len() {
            let above = path.get(..depth).unwrap_or_default().to_vec();
            let known = self.teams.get(&above.join("/"));
            if !known.is_some_and(|team| team.active) {
                self.open(&above)?;
            }
        }
        self.team(path)
    }

    /// Opens or places a team; one that was there before is the same team again. Its parent is there already.
    fn open(&mut self, path: &TeamPath) -> Outcome<()> {
        let (name, above) = path.split_last().ok_or(Problem::NotFound)?;
        let parent = match above {
            [] => None,
            above => Some(self.team(above)?),
        };
        let team = |id, active| Team {
            id,
            parent,
            name: name.clone(),
            path: path.join("/"),
            active,
        };
        let team = match self.teams.get(&path.join("/")) {
            None => {
                let new = team(TeamId::new(self.app.seed()), true);
                roster::add_team(self.c, &new)?;
                new
            }
            Some(known) => {
                let back = known.path == path.join("/");
                let same = team(known.id.clone(), known.active || back);
                roster::change_team(self.c, &same)?;
                same
            }
        };
        self.teams.insert(team.path.clone(), team);
        Ok(())
    }

    /// Numbers and addresses are taken from everybody who gets others before anybody gets one, so that two
    /// people can swap them.
    fn people(&mut self, difference: &Difference) -> Outcome<()> {
        let lists = difference
            .new_people
            .iter()
            .chain(&difference.robbed_people);
        let changed = difference.changed_people.iter().map(|one| &one.id);
        for id in lists.filter_map(Listed::id).chain(changed) {
            people::set_free(self.c, id)?;
        }
        for leaving in difference.leaving_people.iter().filter_map(Listed::id) {
            people::set_active(self.c, leaving, false)?;
        }
        for robbed in &difference.robbed_people {
            if let Some(id) = robbed.id() {
                let stored = people::Person {
                    active: false,
                    ..stored(id.clone(), &robbed.person)
                };
                people::change_person(self.c, &stored)?;
            }
        }
        for changed in &difference.changed_people {
            let person = stored(changed.id.clone(), &changed.person);
            people::change_person(self.c, &person)?;
        }
        difference
            .new_people
            .iter()
            .try_for_each(|one| self.enter(one))
    }

    /// Adds a person; somebody who was there before is the same person again.
    fn enter(&mut self, new: &Listed) -> Outcome<()> {
        match &new.who {
            Who::Known(id) => people::change_person(self.c, &stored(id.clone(), &new.person)),
            Who::New(number) => {
                let id = PersonId::new(self.app.seed());
                self.people.insert(*number, id.clone());
                people::add_person(self.c, &stored(id, &new.person))
            }
        }
    }

    /// A change of role is one place left and one joined, so leaving comes first.
    fn memberships(&mut self, difference: &Difference) -> Outcome<()> {
        for left in &difference.left {
            let (team, person) = (self.team(&left.path)?, self.person(&left.who)?);
            roster::leave(self.c, &team, &person)?;
        }
        for joined in &difference.joined {
            let new = self.membership(joined)?;
            roster::join(self.c, &new)?;
        }
        Ok(())
    }

    fn membership(&self, place: &Membership) -> Outcome<roster::Membership> {
        Ok(roster::Membership {
            team: self.team(&place.path)?,
            person: self.person(&place.who)?,
            role: match place.role {
                Role::Leader => Part::Leader,
                Role::Member => Part::Member,
            },
        })
    }

    fn team(&self, path: &[String]) -> Outcome<TeamId> {
        let team = self.teams.get(&path.join("/"));
        team.map(|team| team.id.clone()).ok_or(Problem::NotFound)
    }

    fn person(&self, who: &Who) -> Outcome<PersonId> {
        match who {
            Who::Known(id) => Ok(id.clone()),
            Who::New(number) => self.people.get(number).cloned().ok_or(Problem::NotFound),
        }
    }
}

fn stored(id: PersonId, person: &Person) -> people::Person {
    people::Person {
        id,
        number: person.number.clone(),
        email: person.email.clone(),
        name: person.name.clone(),
        locale: person.locale.clone(),
        time_zone: person.time_zone.clone(),
        active: true,
    }
}
