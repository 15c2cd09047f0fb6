use super::tree::{self, Branch};
use crate::app::App;
use crate::ballot::custody::{CustodyError, WaveKeys};
use crate::ballot::secret::{InvitationSecret, LeaderSecret, MailKey};
use crate::commitment::hand_out;
use crate::disclosure::{Partition, Rule};
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, LeaderFormId, TeamId, WaveId};
use crate::store::act::{self, Kind};
use crate::store::frozen::{self, Cell, Node};
use crate::store::invitation::{self, Invitation, LeaderForm};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, roster, stop};
use crate::text::Sentence;
use std::collections::BTreeMap;

/// Fixes the terms of a wave: today's roster and the groups that can be shown. The keys of the groups and
/// the promise are made afterwards, see [`prepare`](super::prepare()). `by` is who does it, for the log.
///
/// # Errors
/// A refusal if the wave is no draft, or if too few people would be asked for anything to be shown.
pub fn freeze(app: &App, id: &WaveId, by: &str) -> Outcome<()> {
    let wave = app.store.read(|c| wave::wave(c, id))?;
    if wave.state != State::Draft {
        return Err(Problem::refused("problem-wave-fixed"));
    }
    if wave.closes <= app.now() {
        return Err(Problem::refused("problem-wave-order"));
    }
    let keys = keys(app, id)?;
    freeze_with(app, &wave, &keys, by)
}

/// The keys of a draft. Nothing was ever sealed to them, so those of a launch that was interrupted are as good
/// as new ones. They stay when the launch is refused: another node may be launching with them.
fn keys(app: &App, id: &WaveId) -> Outcome<WaveKeys> {
    let keys = WaveKeys::generate(&mut *app.random.lock());
    match app.keys.create(id, &keys) {
        Ok(()) => Ok(keys),
        Err(CustodyError::Exists { .. }) => Ok(app.keys.read(id)?),
        Err(CustodyError::Unfinished { .. }) => Err(Problem::refused("problem-wave-keys")),
        Err(other) => Err(other.into()),
    }
}

fn freeze_with(app: &App, wave: &Wave, keys: &WaveKeys, by: &str) -> Outcome<()> {
    let public = keys.opening.public();
    app.keys
        .self_test(&wave.id, &public, &mut *app.random.lock())?;
    app.store.write(|c| {
        if !wave::freeze(c, &wave.id, &public.to_bytes())? {
            return Err(Problem::refused("problem-wave-fixed"));
        }
        let places = roster::memberships(c)?;
        let stopped = stop::people(c, places.iter().map(|place| place.person.clone()))?;
        let branches = tree::grow(&roster::teams(c)?, &places, &stopped);
        let cells = assign(wave, &branches)?;
        write_tree(c, &wave.id, &branches, &cells)?;
        let survey = wave::survey(c, wave)?;
        let slots: Vec<String> = survey.slots().map(|(_, item)| item.id.clone()).collect();
        hand_out(app, c, &wave.id, &alone(&branches, &cells), &slots)?;
        write_invitations(app, c, &wave.id, &branches, &cells, &keys.mail)?;
        write_leader_forms(app, c, &wave.id, &branches, &keys.mail)?;
        act::note(c, app.now(), by, Kind::Frozen, wave.id.as_str())
    })
}

/// For each node the cell its people are counted in.
fn assign(wave: &Wave, branches: &[Branch]) -> Outcome<Vec<Option<usize>>> {
    let rule = Rule::new(
        wave.k.unsigned_abs() as usize,
        wave.c.unsigned_abs() as usize,
    )
    .map_err(|error| Problem::fault("rule", error))?;
    let partition = Partition::of(&tree::invited(branches), rule)
        .map_err(|error| Problem::fault("tree", error))?;
    let asked: usize = branches.iter().map(|branch| branch.members.len()).sum();
    if asked < rule.k() {
        let few = Sentence::new("problem-wave-few")
            .with("asked", asked)
            .with("needed", rule.k());
        return Err(Problem::Refused(few));
    }
    Ok(tree::cells(branches, &partition))
}

fn write_tree(
    c: &mut Db,
    wave: &WaveId,
    branches: &[Branch],
    cells: &[Option<usize>],
) -> Outcome<()> {
    let mut invited: BTreeMap<usize, usize> = BTreeMap::new();
    for (branch, cell) in branches.iter().zip(cells) {
        if let Some(cell) = cell.filter(|_| !branch.members.is_empty()) {
            *invited.entry(cell).or_default() += branch.members.len();
        }
    }
    let node = |(no, branch): (usize, &Branch)| Node {
        wave: wave.clone(),
        no: small(no),
        parent: branch.parent.map(small),
        team: branch.team.clone(),
        name: branch.name.clone(),
        own: branch.own,
    };
    let cell = |(no, invited): (usize, usize)| Cell {
        wave: wave.clone(),
        no: small(no),
        invited: small(invited),
        answered: None,
        terms: None,
        public_key: None,
        private_key: None,
        issued: None,
        ballots: None,
        replaced: None,
        unreached: None,
    };
    let nodes: Vec<Node> = branches.iter().enumerate().map(node).collect();
    let cells: Vec<Cell> = invited.into_iter().map(cell).collect();
    frozen::freeze(c, &nodes, &cells)
}

/// The cells that hold the people of one team alone, with that team.
fn alone(branches: &[Branch], cells: &[Option<usize>]) -> Vec<(i32, TeamId)> {
    let mut teams: BTreeMap<usize, Vec<&TeamId>> = BTreeMap::new();
    for (branch, cell) in branches.iter().zip(cells) {
        if let Some(cell) = cell.filter(|_| !branch.members.is_empty()) {
            teams.entry(cell).or_default().push(&branch.team);
        }
    }
    let alone = teams
        .into_iter()
        .filter_map(|(cell, teams)| match teams.as_slice() {
            [team] => Some((small(cell), (*team).clone())),
            _ => None,
        });
    alone.collect()
}

fn write_invitations(
    app: &App,
    c: &mut Db,
    wave: &WaveId,
    branches: &[Branch],
    cells: &[Option<usize>],
    key: &MailKey,
) -> Outcome<()> {
    let mut invitations = Vec::new();
    for (node, (branch, cell)) in branches.iter().zip(cells).enumerate() {
        let Some(cell) = *cell else { continue };
        for person in &branch.members {
            let id = InvitationId::new(app.seed());
            invitations.push(Invitation {
                token_hash: Some(InvitationSecret::derive(key, &id.bytes()).hash()),
                id,
                wave: wave.clone(),
                person: person.clone(),
                node: small(node),
                cell: small(cell),
                blinded_hash: None,
                replaced: false,
            });
        }
    }
    invitation::add(c, &invitations)
}

/// A leader is asked about the people who answer about the same team, so only where there are some.
fn write_leader_forms(
    app: &App,
    c: &mut Db,
    wave: &WaveId,
    branches: &[Branch],
    key: &MailKey,
) -> Outcome<()> {
    let mut forms = Vec::new();
    for (node, branch) in branches
        .iter()
        .enumerate()
        .filter(|(_, branch)| !branch.members.is_empty())
    {
        for person in &branch.leaders {
            let id = LeaderFormId::new(app.seed());
            forms.push(LeaderForm {
                token_hash: Some(LeaderSecret::derive(key, &id.bytes()).hash()),
                id,
                wave: wave.clone(),
                node: small(node),
                person: person.clone(),
                answers: None,
            });
        }
    }
    invitation::add_leader_forms(c, &forms)
}

/// Counts of people and nodes are far below the limits of a column.
fn small(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
