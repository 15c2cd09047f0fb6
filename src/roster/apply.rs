use super::TeamPath;
use super::difference::{Difference, Membership, Person};
use super::known::Known;
use super::{preview, sheet};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{ImportId, PersonId, TeamId};
use crate::store::act::{self, Kind};
use crate::store::roster::{self, Part, Team};
use crate::store::{Db, people};
use crate::survey::Role;
use crate::text::Sentence;
use std::collections::HashMap;

/// Makes an upload the roster in force, in one transaction, and drops it. What changes is worked out
/// from what is in the database then, not from what somebody saw before. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if the file has a fault; not found for an upload that was applied before.
pub fn apply(app: &App, id: &ImportId, by: &str) -> Outcome<()> {
    app.store.write(|c| {
        roster::hold(c)?;
        let sheet =
            sheet::parse(&roster::import(c, id)?).map_err(|error| preview::sentence(&error))?;
        if !sheet.faults.is_empty() {
            let faults = sheet.faults.len();
            return Err(Sentence::new("problem-roster-faults")
                .with("faults", faults)
                .into());
        }
        let known = Known::read(c)?;
        let difference = known.difference(&sheet.rows);
        let mut change = Change::of(app, c, known);
        change.teams(&difference)?;
        change.people(&difference)?;
        change.memberships(&difference)?;
        act::note(c, app.now(), by, Kind::Roster, id.as_str())?;
        roster::drop_import(c, id)
    })
}

/// The roster while it is being changed: the identifiers behind paths and addresses.
struct Change<'a> {
    app: &'a App,
    c: &'a mut Db,
    teams: HashMap<String, Team>,
    people: HashMap<String, PersonId>,
}

impl<'a> Change<'a> {
    fn of(app: &'a App, c: &'a mut Db, known: Known) -> Self {
        let teams = known.teams.into_iter();
        let people = known.people.into_iter();
        Self {
            app,
            c,
            teams: teams.map(|team| (team.path.clone(), team)).collect(),
            people: people.map(|person| (person.email, person.id)).collect(),
        }
    }

    fn teams(&mut self, difference: &Difference) -> Outcome<()> {
        for path in &difference.new_teams {
            self.open(path)?;
        }
        for path in &difference.closed_teams {
            let id = self.team(path)?;
            roster::set_team_active(self.c, &id, false)?;
        }
        Ok(())
    }

    /// Opens a team; one that was there before is the same team again. Its parent is open already.
    fn open(&mut self, path: &TeamPath) -> Outcome<()> {
        if let Some(closed) = self.teams.get(&path.join("/")) {
            return roster::set_team_active(self.c, &closed.id, true);
        }
        let (name, above) = path.split_last().ok_or(Problem::NotFound)?;
        let parent = match above {
            [] => None,
            above => Some(self.team(above)?),
        };
        let team = Team {
            id: TeamId::new(self.app.seed()),
            parent,
            name: name.clone(),
            path: path.join("/"),
            active: true,
        };
        roster::add_team(self.c, &team)?;
        self.teams.insert(team.path.clone(), team);
        Ok(())
    }

    fn people(&mut self, difference: &Difference) -> Outcome<()> {
        for person in &difference.new_people {
            self.enter(person)?;
        }
        for changed in &difference.changed_people {
            let id = self.person(&changed.person.email)?;
            people::change_person(self.c, &stored(id, &changed.person, true))?;
        }
        for leaving in &difference.leaving_people {
            let id = self.person(&leaving.email)?;
            people::change_person(self.c, &stored(id, leaving, false))?;
        }
        Ok(())
    }

    /// Adds a person; somebody who was there before is the same person again.
    fn enter(&mut self, person: &Person) -> Outcome<()> {
        let id = match people::person_by_email(self.c, &person.email)? {
            Some(before) => {
                let back = stored(before.id, person, true);
                people::change_person(self.c, &back)?;
                back.id
            }
            None => {
                let new = stored(PersonId::new(self.app.seed()), person, true);
                people::add_person(self.c, &new)?;
                new.id
            }
        };
        self.people.insert(person.email.clone(), id);
        Ok(())
    }

    /// A change of role is one place left and one joined, so leaving comes first.
    fn memberships(&mut self, difference: &Difference) -> Outcome<()> {
        for left in &difference.left {
            let (team, person) = (self.team(&left.path)?, self.person(&left.email)?);
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
            person: self.person(&place.email)?,
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

    fn person(&self, email: &str) -> Outcome<PersonId> {
        self.people.get(email).cloned().ok_or(Problem::NotFound)
    }
}

fn stored(id: PersonId, person: &Person, active: bool) -> people::Person {
    people::Person {
        id,
        email: person.email.clone(),
        name: person.name.clone(),
        locale: person.locale.clone(),
        time_zone: person.time_zone.clone(),
        active,
    }
}
