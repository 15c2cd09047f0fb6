use super::amend::{self, amend, amended, launched};
use super::groups::number;
use super::{launch, sheet};
use crate::app::App;
use crate::ballot::amend::{Amended, Amendment};
use crate::ballot::secret::InvitationSecret;
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, PersonId, TeamId, WaveId};
use crate::store::act::{self, Kind};
use crate::store::invitation::{self, Invitation};
use crate::store::people::Person;
use crate::store::roster::Part;
use crate::store::wave::{State, Wave};
use crate::store::{Db, amendment, frozen, outbox, people, promise, roster, wave as waves};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody on today's roster who was forgotten or has joined, and whose group has a spare place.
pub struct Candidate {
    /// Who.
    pub person: Person,
    /// The node of the team they would be asked about.
    pub node: i32,
    /// Its name.
    pub team: String,
    cell: i32,
}

impl Candidate {
    /// How the form names them.
    pub fn key(&self) -> String {
        format!("{}.{}", self.person.id, self.node)
    }
}

/// Whom HR chose, as [`Candidate::key`] says it.
#[derive(Deserialize)]
pub struct AddForm {
    /// The person and the node.
    pub who: String,
}

/// Who can still be asked in a launched wave, by name; nobody in any other.
pub fn candidates(app: &App, id: &WaveId) -> Outcome<Vec<Candidate>> {
    app.store.read(|c| match launched(c, id, app.now()) {
        Ok(wave) => list(c, &wave),
        Err(Problem::Refused(_)) => Ok(Vec::new()),
        Err(problem) => Err(problem),
    })
}

/// Asks somebody on a spare place of their group: with an invitation, a mail if the wave is open, a new list of
/// names, and a line in the public chain. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if the wave is not waiting or open, no place is left, or the groups would tell of the few by whom they
/// differ then.
pub fn add_person(app: &App, id: &WaveId, form: &AddForm, by: &str) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        waves::hold(c, id)?;
        let wave = launched(c, id, now)?;
        let mut candidates = list(c, &wave)?.into_iter();
        let chosen = candidates.find(|candidate| candidate.key() == form.who);
        let chosen = chosen.ok_or_else(|| Problem::refused("problem-amend-person"))?;
        // One slip more would be the newcomer's own.
        if chosen.person.email.is_none() {
            return Err(Problem::refused("problem-amend-unmailed"));
        }
        if tells_of_few(c, &wave, &chosen)? {
            return Err(Problem::refused("problem-amend-twin"));
        }
        let invitation = invite(app, c, &wave, &chosen)?;
        let hash = sheet::add(c, &wave, &invitation)?;
        amend(app, c, id, |before: &Amended, day| Amendment::Add {
            cell: invitation.cell,
            places: before.taken(invitation.cell) + 1,
            sheet: hash,
            day,
        })?;
        if wave.state == State::Open {
            let mails = launch::mails_to(c, &wave, &invitation, now)?;
            outbox::queue(c, &mails)?;
        }
        act::note(c, now, by, Kind::Added, id.as_str())
    })
}

fn list(c: &mut Db, wave: &Wave) -> Outcome<Vec<Candidate>> {
    let Some(promise) = promise::of_wave(c, &wave.id)? else {
        return Ok(Vec::new());
    };
    let (cells, lines) = (
        frozen::cells(c, &wave.id)?,
        amendment::of_wave(c, &wave.id)?,
    );
    let standing = amended(&promise, &cells, &lines)?;
    let terms = amend::cell_terms(&cells)?;
    let full = terms
        .iter()
        .filter(|cell| standing.taken(cell.cell) >= cell.spare);
    let full: BTreeSet<i32> = full.map(|cell| cell.cell).collect();
    let places = roster::memberships(c)?;
    let invited: BTreeSet<(PersonId, i32)> =
        invitation::invited(c, &wave.id)?.into_iter().collect();
    let mut leaves: BTreeMap<TeamId, (i32, i32, String)> = BTreeMap::new();
    for node in frozen::nodes(c, &wave.id)? {
        if let (Some(team), Some(cell)) = (node.team, node.cell) {
            leaves.insert(team, (node.no, cell, node.name));
        }
    }
    let known = people::people(c)?.into_iter();
    let known: BTreeMap<PersonId, Person> =
        known.map(|person| (person.id.clone(), person)).collect();
    let candidate = |place: roster::Membership| {
        let (node, cell, team) = leaves.get(&place.team)?.clone();
        let person = known.get(&place.person)?.clone();
        let asked = invited.contains(&(place.person.clone(), cell));
        let free = place.role == Part::Member && !asked && !full.contains(&cell);
        // Who wants no mails is nobody's business: they are offered like others, and get none.
        free.then_some(Candidate {
            person,
            node,
            team,
            cell,
        })
    };
    let mut candidates: Vec<Candidate> = places.into_iter().filter_map(candidate).collect();
    candidates.sort_by(|a, b| (&a.person.name, &a.team).cmp(&(&b.person.name, &b.team)));
    Ok(candidates)
}

/// Two groups that share people and differ by fewer than k would tell of those few, so none may come to be.
fn tells_of_few(c: &mut Db, wave: &Wave, chosen: &Candidate) -> Outcome<bool> {
    let mut people: BTreeMap<i32, BTreeSet<PersonId>> = BTreeMap::new();
    for (person, cell) in invitation::invited(c, &wave.id)? {
        people.entry(cell).or_default().insert(person);
    }
    let mut own = people.remove(&chosen.cell).unwrap_or_default();
    own.insert(chosen.person.id.clone());
    Ok(people.values().any(|other| {
        let few = 1..number(wave.k);
        !own.is_disjoint(other) && few.contains(&own.symmetric_difference(other).count())
    }))
}

fn invite(app: &App, c: &mut Db, wave: &Wave, chosen: &Candidate) -> Outcome<Invitation> {
    let keys = app.keys.issuing(&wave.id.bytes())?;
    let id = InvitationId::new(app.seed());
    let invitation = Invitation {
        token_hash: Some(InvitationSecret::derive(&keys.mail, &id.bytes()).hash()),
        id,
        wave: wave.id.clone(),
        person: chosen.person.id.clone(),
        node: chosen.node,
        cell: chosen.cell,
        blinded_hash: None,
    };
    invitation::add(c, std::slice::from_ref(&invitation))?;
    frozen::add_person(c, &wave.id, chosen.cell, chosen.node)?;
    Ok(invitation)
}
