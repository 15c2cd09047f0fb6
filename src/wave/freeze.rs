use super::groups;
use super::tree::{self, Grouped};
use super::{promise, sheet, slips};
use crate::app::App;
use crate::ballot::custody::{CustodyError, WaveKeys};
use crate::ballot::secret::{InvitationSecret, LeaderSecret, MailKey};
use crate::commitment::hand_out;
use crate::disclosure;
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, LeaderFormId, PersonId, TeamId, WaveId};
use crate::store::act::{self, Kind};
use crate::store::frozen::{self, Cell, Node};
use crate::store::invitation::{self, Invitation, LeaderForm};
use crate::store::wave::{self, Promise, State, Wave};
use crate::store::{Db, choice, face, people, roster, stop};
use crate::text::Sentence;
use std::collections::{BTreeMap, BTreeSet};

/// Fixes the terms of a wave: today's roster and the groups that can be shown. The keys of the groups and
/// the promise are made afterwards, see [`prepare`](super::prepare()). `by` is who does it, for the log.
///
/// # Errors
/// A refusal if the wave is no draft, or if too few people would be asked for anything to be shown.
pub fn freeze(app: &App, id: &WaveId, by: &str) -> Outcome<()> {
    freeze_if(app, id, by, |_| Ok(()))
}

/// The same if `check` holds, inside the same transaction.
pub(super) fn freeze_if(
    app: &App,
    id: &WaveId,
    by: &str,
    check: impl FnOnce(&mut Db) -> Outcome<()>,
) -> Outcome<()> {
    let wave = app.store.read(|c| wave::wave(c, id))?;
    if wave.state != State::Draft {
        return Err(Problem::refused("problem-wave-fixed"));
    }
    if wave.closes <= app.now() {
        return Err(Problem::refused("problem-wave-order"));
    }
    let keys = keys(app, id)?;
    freeze_with(app, &wave, &keys, by, check)
}

/// The keys of a draft. Nothing was ever sealed to them, so those of a launch that was interrupted are as good
/// as new ones. They stay when the launch is refused: another node may be launching with them.
fn keys(app: &App, id: &WaveId) -> Outcome<WaveKeys> {
    let keys = WaveKeys::generate();
    match app.keys.create(&id.bytes(), &keys) {
        Ok(()) => Ok(keys),
        Err(CustodyError::Exists { .. }) => Ok(WaveKeys {
            opening: app.keys.opening(&id.bytes())?,
            issuing: app.keys.issuing(&id.bytes())?,
        }),
        Err(CustodyError::Missing { .. }) => Err(Problem::refused("problem-wave-keys")),
        Err(other) => Err(other.into()),
    }
}

fn freeze_with(
    app: &App,
    wave: &Wave,
    keys: &WaveKeys,
    by: &str,
    check: impl FnOnce(&mut Db) -> Outcome<()>,
) -> Outcome<()> {
    let public = keys.opening.public();
    app.keys.self_test(&wave.id.bytes(), public)?;
    tracing::info!(wave = %wave.id, "a wave is being launched");
    app.store.write(|c| {
        check(c)?;
        // The plan may have been changed since.
        let wave = &wave::wave(c, &wave.id)?;
        let destroyed = promise::destroys_by(wave);
        if !wave::freeze(c, &wave.id, &public.to_bytes(), destroyed)? {
            return Err(Problem::refused("problem-wave-fixed"));
        }
        face::fix_asker(c, &wave.id)?;
        let grouped = group(c, wave)?;
        let asked: usize = grouped.people.values().map(Vec::len).sum();
        if grouped.cells.cells.is_empty() {
            let few = Sentence::new("problem-wave-few")
                .with("asked", asked)
                .with("needed", groups::number(wave.k));
            return Err(Problem::Refused(few));
        }
        refuse_unmailed(c, wave, &grouped)?;
        write_tree(c, &wave.id, &grouped)?;
        let survey = wave::survey(c, wave)?;
        let slots: Vec<String> = survey.slots().map(|(_, item)| item.id.clone()).collect();
        let handed_out = hand_out(c, &wave.id, &alone(&grouped), &slots)?;
        write_invitations(app, c, &wave.id, &grouped, &keys.issuing.mail)?;
        write_leader_forms(app, c, &wave.id, &grouped, &keys.issuing.mail)?;
        write_heads(app, c, &wave.id, &grouped)?;
        sheet::write(c, wave, handed_out)?;
        act::note(c, app.now(), by, Kind::Frozen, wave.id.as_str())
    })
}

/// Today's roster in the groups that a wave would ask.
pub(super) fn group(c: &mut Db, wave: &Wave) -> Outcome<Grouped> {
    let places = roster::memberships(c)?;
    let stopped = stop::people(c, places.iter().map(|place| place.person.clone()))?;
    let branches = tree::grow(&roster::teams(c)?, &places, &stopped);
    let choices = choice::of_wave(c, &wave.id)?;
    let grouped = Grouped::of(branches, &choices, groups::rule(wave)?);
    grouped.map_err(|error| Problem::fault("tree", error))
}

fn write_tree(c: &mut Db, wave: &WaveId, grouped: &Grouped) -> Outcome<()> {
    let node = |(no, branch): (usize, &tree::Branch)| Node {
        wave: wave.clone(),
        no: small(no),
        parent: branch.parent.map(small),
        team: branch.team.clone(),
        name: branch.name.clone(),
        own: branch.own,
        people: grouped.people.get(&no).map(|people| small(people.len())),
        cell: grouped.cells.of_leaf(no).map(small),
    };
    let cell = |(no, cell): (usize, &disclosure::Cell)| Cell {
        wave: wave.clone(),
        no: small(no),
        home: small(cell.home),
        kind: match cell.kind {
            disclosure::Kind::Joint => frozen::Kind::Joint,
            disclosure::Kind::Pool => frozen::Kind::Pool,
            disclosure::Kind::Team => frozen::Kind::Team,
        },
        invited: small(cell.people.len()),
        answered: None,
        terms: None,
        public_key: None,
        private_key: None,
        issued: None,
        ballots: None,
        unreached: None,
        atom: None,
    };
    let nodes: Vec<Node> = grouped.branches.iter().enumerate().map(node).collect();
    let cells: Vec<Cell> = grouped.cells.cells.iter().enumerate().map(cell).collect();
    frozen::freeze(c, &nodes, &cells)
}

/// The cells that hold the people of one team alone, with that team.
fn alone(grouped: &Grouped) -> Vec<(i32, TeamId)> {
    let cells = grouped.cells.cells.iter().enumerate();
    let alone = cells.filter(|(_, cell)| cell.kind == disclosure::Kind::Team);
    let team = |(no, cell): (usize, &disclosure::Cell)| {
        let team = grouped.branches.get(cell.home)?.team.clone()?;
        Some((small(no), team))
    };
    alone.filter_map(team).collect()
}

fn write_invitations(
    app: &App,
    c: &mut Db,
    wave: &WaveId,
    grouped: &Grouped,
    key: &MailKey,
) -> Outcome<()> {
    let mut invitations = Vec::new();
    let (unmailed, mut slips) = (unmailed(c)?, BTreeMap::new());
    for (no, cell) in grouped.cells.cells.iter().enumerate() {
        for (person, node) in grouped.invited(cell) {
            let id = InvitationId::new(app.seed());
            let hash = InvitationSecret::derive(key, &id.bytes()).hash();
            let mailed = !unmailed.contains(person);
            if !mailed {
                *slips.entry(small(no)).or_default() += 1;
            }
            invitations.push(Invitation {
                // Whoever draws a slip is invited by name and has no link of their own.
                token_hash: mailed.then_some(hash),
                id,
                wave: wave.clone(),
                person: person.clone(),
                node: small(node),
                cell: small(no),
                blinded_hash: None,
            });
        }
    }
    invitation::add(c, &invitations)?;
    slips::write(app, c, wave, key, &slips)
}

/// People without an address.
pub(super) fn unmailed(c: &mut Db) -> Outcome<BTreeSet<PersonId>> {
    let people = people::people(c)?.into_iter();
    let unmailed = people.filter(|person| person.email.is_none());
    Ok(unmailed.map(|person| person.id).collect())
}

/// People who are asked have no address, which only an anonymous wave has slips for.
fn refuse_unmailed(c: &mut Db, wave: &Wave, grouped: &Grouped) -> Outcome<()> {
    if wave.promise == Promise::Anonymous {
        return Ok(());
    }
    let (unmailed, cells) = (unmailed(c)?, &grouped.cells.cells);
    let asked = cells.iter().flat_map(|cell| grouped.invited(cell));
    let without: BTreeSet<&PersonId> = asked
        .map(|(person, _)| person)
        .filter(|person| unmailed.contains(*person))
        .collect();
    match without.len() {
        0 => Ok(()),
        count => Err(Problem::Refused(
            Sentence::new("problem-wave-unmailed").with("count", count),
        )),
    }
}

/// A leader is asked about the people who answer about the same team, so only where there are some.
fn write_leader_forms(
    app: &App,
    c: &mut Db,
    wave: &WaveId,
    grouped: &Grouped,
    key: &MailKey,
) -> Outcome<()> {
    let mut forms = Vec::new();
    for (node, branch) in grouped.branches.iter().enumerate() {
        if grouped.cells.of_leaf(node).is_none() {
            continue;
        }
        for person in &branch.leaders {
            let id = LeaderFormId::new(app.seed());
            forms.push(LeaderForm {
                token_hash: Some(LeaderSecret::derive(key, &id.bytes()).hash()),
                id,
                wave: wave.clone(),
                node: small(node),
                person: person.clone(),
                answers: None,
                asked: true,
                reads: true,
            });
        }
    }
    invitation::add_leader_forms(c, &forms)
}

/// Whoever leads teams that have teams below them reads what all below say, and answers about nobody but their own
/// people.
fn write_heads(app: &App, c: &mut Db, wave: &WaveId, grouped: &Grouped) -> Outcome<()> {
    let asked = grouped.people.keys().copied();
    let asked = asked.filter(|leaf| grouped.cells.of_leaf(*leaf).is_some());
    let mut above: BTreeSet<usize> = BTreeSet::new();
    for leaf in asked {
        let path = std::iter::successors(grouped.tree.above(leaf), |&at| grouped.tree.above(at));
        above.extend(path);
    }
    let mut heads: Vec<LeaderForm> = Vec::new();
    for (node, branch) in grouped.branches.iter().enumerate() {
        // The people of a head stand in a node of their own, right below.
        let home = match branch.own {
            true => branch.parent,
            false => Some(node),
        };
        let Some(home) = home.filter(|home| above.contains(home)) else {
            continue;
        };
        heads.extend(branch.leaders.iter().map(|person| LeaderForm {
            id: LeaderFormId::new(app.seed()),
            wave: wave.clone(),
            node: small(home),
            person: person.clone(),
            token_hash: None,
            answers: None,
            asked: false,
            reads: true,
        }));
    }
    invitation::add_leader_forms(c, &heads)
}

/// Counts of people and nodes are far below the limits of a column.
fn small(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
