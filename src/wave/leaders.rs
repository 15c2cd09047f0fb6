use super::amend::amend;
use super::sheet;
use crate::app::App;
use crate::ballot::amend::Amendment;
use crate::error::Outcome;
use crate::ids::{LeaderFormId, PersonId, TeamId, WaveId};
use crate::store::frozen;
use crate::store::invitation::{self, LeaderForm};
use crate::store::people::{self, Person};
use crate::store::roster::{self, Part};
use crate::store::wave::Wave;
use crate::store::{Db, leader};
use std::collections::{BTreeMap, BTreeSet};

/// A team of a wave: who was asked about it as its leader, and who leads it by today's roster. Leaders' forms are
/// named, so HR may know who has sent one.
pub struct Lead {
    /// The team's node in the wave.
    pub node: i32,
    /// What it was called at the launch.
    pub team: String,
    /// Everybody who is or was its leader for this wave, by name.
    pub known: Vec<(LeaderForm, Person)>,
    /// Those who lead it by today's roster, by name; those of the launch if the team is no more.
    pub today: Vec<Person>,
    cell: i32,
}

impl Lead {
    /// Those who lead the team now and of whom its members have not been told.
    pub fn newcomers(&self) -> Vec<&Person> {
        let told = |person: &&Person| {
            let mut known = self.known.iter();
            known.any(|(form, known)| form.reads && known.id == person.id)
        };
        self.today.iter().filter(|person| !told(person)).collect()
    }

    /// Those of whom the members were told, and who lead the team no more.
    pub fn gone(&self) -> Vec<&(LeaderForm, Person)> {
        let leads = |id: &PersonId| self.today.iter().any(|person| person.id == *id);
        let told = self.known.iter().filter(|(form, _)| form.reads);
        told.filter(|(_, person)| !leads(&person.id)).collect()
    }

    /// Whether somebody who leads the team no more has answered for it: those answers stay in its report.
    pub fn is_answered_for(&self) -> bool {
        let leads = |id: &PersonId| self.today.iter().any(|person| person.id == *id);
        let mut known = self.known.iter();
        known.any(|(form, person)| form.answers.is_some() && !leads(&person.id))
    }

    /// Whether others lead it than its members were told.
    pub fn has_changed(&self) -> bool {
        !self.newcomers().is_empty() || !self.gone().is_empty()
    }
}

/// The teams of a wave with their leaders, in the order of the tree; none before the freeze.
pub fn leaders(app: &App, id: &WaveId) -> Outcome<Vec<Lead>> {
    app.store.read(|c| list(c, id))
}

/// How the leaders of a wave stand, in numbers.
pub struct LeaderCounts {
    pub answered: usize,
    /// Those who were asked, or have answered before their form was handed on.
    pub asked: usize,
    /// Those who were named to the members and lead the team no more.
    pub gone: usize,
}

/// How the leaders of a wave stand, without reading who they are.
pub fn leader_counts(app: &App, id: &WaveId) -> Outcome<LeaderCounts> {
    let (answered, asked, gone) = app.store.read(|c| {
        let (answered, asked) = leader::answered(c, id)?;
        Ok((answered, asked, leader::gone(c, id)?))
    })?;
    let whole = |count: i64| usize::try_from(count).unwrap_or_default();
    Ok(LeaderCounts {
        answered: whole(answered),
        asked: whole(asked),
        gone: whole(gone),
    })
}

pub(super) fn list(c: &mut Db, id: &WaveId) -> Outcome<Vec<Lead>> {
    let mut known: BTreeMap<i32, Vec<(LeaderForm, Person)>> = BTreeMap::new();
    for (form, person) in leader::of_wave(c, id)? {
        known.entry(form.node).or_default().push((form, person));
    }
    let people = people::people(c)?.into_iter();
    let people: BTreeMap<PersonId, Person> = people.map(|one| (one.id.clone(), one)).collect();
    let mut today: BTreeMap<TeamId, Vec<Person>> = BTreeMap::new();
    let places = roster::memberships(c)?.into_iter();
    for place in places.filter(|place| place.role == Part::Leader) {
        if let Some(person) = people.get(&place.person) {
            today.entry(place.team).or_default().push(person.clone());
        }
    }
    let teams = roster::teams(c)?.into_iter();
    let there: BTreeSet<TeamId> = teams
        .filter(|team| team.active)
        .map(|team| team.id)
        .collect();
    let lead = |node: frozen::Node| {
        let (cell, team) = (node.cell?, node.team?);
        let known = known.remove(&node.no).unwrap_or_default();
        let mut leads = match there.contains(&team) {
            true => today.remove(&team).unwrap_or_default(),
            false => known
                .iter()
                .filter(|(form, person)| form.reads && person.active)
                .map(|(_, person)| person.clone())
                .collect(),
        };
        leads.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Some(Lead {
            node: node.no,
            team: node.name,
            known,
            today: leads,
            cell,
        })
    };
    let nodes = frozen::nodes(c, id)?;
    Ok(nodes.into_iter().filter_map(lead).collect())
}

/// Writes down who reads the reports of some teams from now on: those who lead them now. Where that is somebody of
/// whom the members were not told, their group's sheet is written anew, and the public chain says so.
pub(super) fn follow(app: &App, c: &mut Db, wave: &Wave, leads: &[Lead]) -> Outcome<()> {
    let mut changed = BTreeSet::new();
    for lead in leads.iter().filter(|lead| lead.has_changed()) {
        for (form, _) in lead.gone() {
            leader::set_reads(c, &form.id, false)?;
        }
        for person in lead.newcomers() {
            let mut known = lead.known.iter();
            match known.find(|(_, known)| known.id == person.id) {
                Some((form, _)) => leader::set_reads(c, &form.id, true)?,
                None => invitation::add_leader_forms(c, &[reader(app, wave, lead.node, person)])?,
            }
        }
        changed.insert(lead.cell);
    }
    for cell in changed {
        let sheet = sheet::lead_anew(c, wave, cell)?;
        amend(app, c, &wave.id, |_, day| Amendment::Lead {
            cell,
            sheet,
            day,
        })?;
    }
    Ok(())
}

/// Somebody who reads a team's report and is not asked.
fn reader(app: &App, wave: &Wave, node: i32, person: &Person) -> LeaderForm {
    LeaderForm {
        id: LeaderFormId::new(app.seed()),
        wave: wave.id.clone(),
        node,
        person: person.id.clone(),
        token_hash: None,
        answers: None,
        asked: false,
        reads: true,
    }
}
