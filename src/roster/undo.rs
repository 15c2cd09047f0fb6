//! Takes back the last import.

use super::summary::Summary;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{ImportId, PersonId, TeamId};
use crate::store::act::{self, Kind};
use crate::store::people::{self, Person};
use crate::store::roster::{self, Membership, Part, Team};
use crate::store::roster_step::{self as stored, Step};
use crate::store::{Db, Moment, access};
use crate::text::Sentence;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The last import, for the page of the roster.
#[derive(Clone, Debug)]
pub struct LastImport {
    /// When.
    pub at: Moment,
    /// Who, by name.
    pub by: String,
    /// How much.
    pub summary: Summary,
    /// Why it cannot be taken back any more.
    pub obstacle: Option<Sentence>,
}

/// Teams, people and places as they are at one time.
pub(super) struct State {
    teams: BTreeMap<TeamId, Team>,
    people: BTreeMap<PersonId, Person>,
    places: BTreeMap<(TeamId, PersonId), Part>,
}

impl State {
    pub(super) fn read(c: &mut Db) -> Outcome<Self> {
        let teams = roster::teams(c)?.into_iter();
        let people = people::everybody(c)?.into_iter();
        let places = roster::memberships(c)?.into_iter();
        Ok(Self {
            teams: teams.map(|team| (team.id.clone(), team)).collect(),
            people: people.map(|one| (one.id.clone(), one)).collect(),
            places: places
                .map(|place| ((place.team, place.person), place.role))
                .collect(),
        })
    }
}

/// What an import changed, as it was before; what was not there before has nothing.
#[derive(Serialize, Deserialize)]
struct Changed {
    teams: Vec<(TeamId, Option<Team>)>,
    people: Vec<(PersonId, Option<Person>)>,
    /// Whether the place was a leader's.
    places: Vec<(TeamId, PersonId, Option<bool>)>,
    /// Hash of the same as it was after.
    after: String,
}

impl Changed {
    fn between(before: &State, after: &State) -> Outcome<Self> {
        let mut changed = Self {
            teams: differing(&before.teams, &after.teams),
            people: differing(&before.people, &after.people),
            places: differing(&before.places, &after.places)
                .into_iter()
                .map(|((team, person), part)| (team, person, part.map(leads)))
                .collect(),
            after: String::new(),
        };
        changed.after = changed.hash(after)?;
        Ok(changed)
    }

    /// Hash of what was changed as it is in a state.
    fn hash(&self, state: &State) -> Outcome<String> {
        let teams = self.teams.iter().map(|(id, _)| state.teams.get(id));
        let people = self.people.iter().map(|(id, _)| state.people.get(id));
        let places = self.places.iter().map(|(team, person, _)| {
            let part = state.places.get(&(team.clone(), person.clone()));
            part.map(|part| leads(*part))
        });
        let all: (Vec<_>, Vec<_>, Vec<_>) = (teams.collect(), people.collect(), places.collect());
        let bytes = serde_json::to_vec(&all).map_err(|error| Problem::fault("undo", error))?;
        Ok(HEXLOWER.encode(&Sha256::digest(bytes)))
    }
}

fn leads(part: Part) -> bool {
    part == Part::Leader
}

/// Everything that is not in both the same, as it was before.
fn differing<K: Ord + Clone, V: PartialEq + Clone>(
    before: &BTreeMap<K, V>,
    after: &BTreeMap<K, V>,
) -> Vec<(K, Option<V>)> {
    let keys: BTreeSet<&K> = before.keys().chain(after.keys()).collect();
    let differ = keys
        .into_iter()
        .filter(|key| before.get(key) != after.get(key));
    differ
        .map(|key| (key.clone(), before.get(key).cloned()))
        .collect()
}

/// Keeps what an import changed since `before`, once its act is noted.
pub(super) fn keep(
    app: &App,
    c: &mut Db,
    by: &str,
    summary: &Summary,
    before: &State,
) -> Outcome<()> {
    let changed = Changed::between(before, &State::read(c)?)?;
    let changed = serde_json::to_vec(&changed).map_err(|error| Problem::fault("undo", error))?;
    let step = Step {
        id: ImportId::new(app.seed()),
        applied: app.now(),
        actor: by.to_owned(),
        summary: summary.to_string(),
        act: act::last(c)?,
        changed,
    };
    stored::keep(c, &step)
}

/// What was imported last, unless it was taken back.
pub fn last_import(app: &App) -> Outcome<Option<LastImport>> {
    app.store.read(|c| {
        let Some(step) = stored::last(c)? else {
            return Ok(None);
        };
        Ok(Some(LastImport {
            at: step.applied,
            by: named(c, &step.actor)?,
            summary: Summary::parse(&step.summary).unwrap_or_default(),
            obstacle: launched_since(c, &step)?,
        }))
    })
}

/// The row of a person as it was before the last import, if that changed it.
pub fn before_last_import(c: &mut Db, id: &PersonId) -> Outcome<Option<Person>> {
    let Some(step) = stored::last(c)? else {
        return Ok(None);
    };
    let changed: Changed =
        serde_json::from_slice(&step.changed).map_err(|error| Problem::fault("undo", error))?;
    let mut people = changed.people.into_iter();
    Ok(people
        .find(|(known, _)| known == id)
        .and_then(|(_, before)| before))
}

/// What somebody in the log is called; what is no person stands there in words.
fn named(c: &mut Db, actor: &str) -> Outcome<String> {
    let Some(id) = PersonId::parse(actor) else {
        return Ok(actor.to_owned());
    };
    match people::person(c, &id) {
        Ok(person) => Ok(person.name),
        Err(Problem::NotFound) => Ok(actor.to_owned()),
        Err(problem) => Err(problem),
    }
}

/// A wave that was launched since then has the roster as the import left it.
fn launched_since(c: &mut Db, step: &Step) -> Outcome<Option<Sentence>> {
    let depends = [Kind::Frozen, Kind::Added];
    let since = act::since(c, step.act)?;
    let depends = since.iter().any(|kind| depends.contains(kind));
    Ok(depends.then(|| Sentence::new("problem-undo-wave")))
}

/// Makes people, teams and places what they were before the last import, in one transaction. `by` is who does it,
/// for the log.
///
/// # Errors
/// A refusal if there is nothing to take back, or something depends on it since.
pub fn undo(app: &App, by: &str) -> Outcome<()> {
    app.store.write(|c| {
        roster::hold(c)?;
        let step = stored::last(c)?.ok_or_else(|| Problem::refused("problem-undo-none"))?;
        if let Some(sentence) = launched_since(c, &step)? {
            return Err(sentence.into());
        }
        let changed: Changed =
            serde_json::from_slice(&step.changed).map_err(|error| Problem::fault("undo", error))?;
        let state = State::read(c)?;
        if changed.hash(&state)? != changed.after || has_accounts(c, &changed)? {
            return Err(Problem::refused("problem-undo-changed"));
        }
        restore(c, &changed, &state)?;
        act::note(c, app.now(), by, Kind::RosterUndone, &step.summary)?;
        stored::forget(c)
    })
}

/// Whether somebody who came or came back with the import has an account since, or looks after a team that came.
fn has_accounts(c: &mut Db, changed: &Changed) -> Outcome<bool> {
    let goes = |before: &Option<Person>| before.as_ref().is_none_or(|before| !before.active);
    let people = changed.people.iter().filter(|(_, before)| goes(before));
    let people: BTreeSet<&PersonId> = people.map(|(id, _)| id).collect();
    let teams = changed.teams.iter().filter(|(_, before)| before.is_none());
    let teams: BTreeSet<&TeamId> = teams.map(|(id, _)| id).collect();
    let holders = access::account_holders(c)?;
    let partners = access::partners(c)?;
    Ok(holders.iter().any(|holder| people.contains(holder))
        || partners.iter().any(|(_, part)| teams.contains(part)))
}

/// What must be unique is set free before anything gets it back, and nothing goes that something else hangs on.
fn restore(c: &mut Db, changed: &Changed, state: &State) -> Outcome<()> {
    for (team, person, _) in &changed.places {
        roster::leave(c, team, person)?;
    }
    for (id, _) in &changed.people {
        people::set_free(c, id)?;
    }
    for (id, before) in &changed.people {
        match before {
            Some(person) => people::change_person(c, person)?,
            None => people::remove_person(c, id)?,
        }
    }
    for (id, _) in &changed.teams {
        roster::set_team_path(c, id, &format!("/{id}"))?;
    }
    for team in changed
        .teams
        .iter()
        .filter_map(|(_, before)| before.as_ref())
    {
        roster::change_team(c, team)?;
    }
    let new = changed.teams.iter().filter(|(_, before)| before.is_none());
    let mut new: Vec<&Team> = new.filter_map(|(id, _)| state.teams.get(id)).collect();
    new.sort_by_key(|team| std::cmp::Reverse(team.path.matches('/').count()));
    for team in new {
        roster::remove_team(c, &team.id)?;
    }
    for (team, person, leads) in &changed.places {
        let Some(leads) = leads else { continue };
        roster::join(
            c,
            &Membership {
                team: team.clone(),
                person: person.clone(),
                role: if *leads { Part::Leader } else { Part::Member },
            },
        )?;
    }
    Ok(())
}
