use super::TeamPath;
use super::difference::{Difference, Listed, Membership, Person, Who};
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

/// The roster while it is being changed: the identifiers behind paths and new people.
struct Change<'a> {
    app: &'a App,
    c: &'a mut Db,
    teams: HashMap<String, Team>,
    people: HashMap<usize, PersonId>,
}

impl<'a> Change<'a> {
    fn of(app: &'a App, c: &'a mut Db, known: Known) -> Self {
        let teams = known.teams.into_iter();
        Self {
            app,
            c,
            teams: teams.map(|team| (team.path.clone(), team)).collect(),
            people: HashMap::new(),
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
            let Person { number, email, .. } = &robbed.person;
            if let Some(id) = robbed.id() {
                people::set_marks(self.c, id, number.as_deref(), email.as_deref())?;
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
