use super::freeze::{group, unmailed};
use super::group_advice::advice;
use super::group_gaps::{Gaps, leaders};
use super::groups::{number, rule};
use super::meanwhile::{Meanwhile, meanwhile};
use super::tree::Grouped;
use crate::app::App;
use crate::disclosure::{self, Asked, Came, Cell, Groups, Kind, Rule};
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::store::act::{self, Kind as Act};
use crate::store::choice::{self, Choice};
use crate::store::people::{self, Person};
use crate::store::wave::{self, State, Wave};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What would become of each team if a draft were launched with today's roster.
pub struct Counting {
    pub teams: Vec<TeamGroup>,
    /// Departments whose figures lack teams, even if everybody answers: the name, and the teams.
    pub without: Vec<(String, Vec<String>)>,
    /// Teams that cannot be counted anywhere as it is, so that they would not be asked.
    pub nowhere: Vec<String>,
    /// Different people who are asked, and the groups they are in.
    pub asked: (usize, usize),
    /// The groups as the public page will list them: what each is called and how many are invited.
    pub groups: Vec<(String, usize)>,
    /// Teams without a leader, and leaders without a team.
    pub gaps: Gaps,
    /// Other waves that ask the same people at the same time.
    pub meanwhile: Vec<Meanwhile>,
    /// How many small teams could be counted with one another at no cost for anybody.
    pub advised: usize,
}

/// What the leader of a team will read after the release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// The report of the team, if enough answer.
    Own,
    /// One report of the teams that are counted together.
    Joint,
    /// The figures of the small teams that are counted together in a department.
    Pool,
    /// Nothing, and is not asked.
    Nothing,
}

/// What would become of one team.
pub struct TeamGroup {
    pub team: TeamId,
    pub name: String,
    /// Different people.
    pub people: usize,
    /// Who leads it, by name.
    pub leaders: Vec<String>,
    /// What they will read.
    pub reads: Reads,
    /// It has a report of its own, if enough answer.
    pub own: bool,
    /// The node it is counted in, and the other teams it is counted with.
    pub home: String,
    pub with: Vec<String>,
    /// Its people are asked.
    pub asked: bool,
    /// It is one with others because they have nearly the same people.
    pub twin: bool,
    /// How many different people of how many have to answer.
    pub needs: (usize, usize),
    /// It is too small by itself, so that HR may choose.
    pub small: bool,
    /// The team HR counts it with; `None` twice for nothing chosen, once for not asked.
    pub chosen: Option<Option<TeamId>>,
    /// The teams it may be counted with, and whether they would lose a report of their own.
    pub neighbours: Vec<(TeamId, String, bool)>,
}

/// HR's choice for a small team, as the form sends it.
#[derive(Deserialize)]
pub struct Choosing {
    /// The small team.
    pub team: String,
    /// Empty for upwards, `out`, or the team it is counted with.
    pub with: String,
}

/// The groups of a draft; nothing for a wave whose groups are fixed.
pub fn preview_groups(app: &App, id: &WaveId) -> Outcome<Option<Counting>> {
    app.store.read(|c| {
        let wave = wave::wave(c, id)?;
        if wave.state != State::Draft {
            return Ok(None);
        }
        let grouped = group(c, &wave)?;
        let chosen = choice::of_wave(c, id)?;
        let chosen = chosen.into_iter().map(|one| (one.team, one.host)).collect();
        let named = people::people(c)?.into_iter();
        let names = named.map(|Person { id, name, .. }| (id, name)).collect();
        let meanwhile = meanwhile(c, &wave, &grouped)?;
        let counting = preview(&grouped, (&chosen, &names), &wave)?;
        Ok(Some(Counting {
            gaps: Gaps::of(&grouped, &names, &unmailed(c)?),
            meanwhile,
            ..counting
        }))
    })
}

/// Takes HR's choice for a small team of a draft.
///
/// # Errors
/// A refusal for a wave that is no draft, a team that is not small or not there, and a team that nobody can be
/// counted with.
pub fn choose(app: &App, id: &WaveId, form: &Choosing, by: &str) -> Outcome<()> {
    app.store.write(|c| {
        let wave = wave::wave(c, id)?;
        if wave.state != State::Draft {
            return Err(Problem::refused("problem-wave-fixed"));
        }
        let grouped = group(c, &wave)?;
        let k = number(wave.k);
        let leaf = |team: &str| {
            let mut leaves = grouped.people.iter();
            leaves.find_map(|(&leaf, people)| {
                let own = grouped.branches.get(leaf)?.team.as_ref()?;
                (own.as_str() == team).then_some((own.clone(), people.len()))
            })
        };
        let refused = || Problem::refused("problem-group-choice");
        let (team, people) = leaf(&form.team).ok_or_else(refused)?;
        if people >= k {
            return Err(refused());
        }
        let host = match form.with.as_str() {
            "" => {
                choice::remove(c, id, &team)?;
                return act::note(c, app.now(), by, Act::Grouped, id.as_str());
            }
            "out" => None,
            host => Some(
                leaf(host)
                    .filter(|(host, _)| *host != team)
                    .ok_or_else(refused)?
                    .0,
            ),
        };
        let wave = id.clone();
        choice::set(c, &Choice { wave, team, host })?;
        act::note(c, app.now(), by, Act::Grouped, id.as_str())
    })
}

fn preview(
    grouped: &Grouped,
    (chosen, names): (
        &BTreeMap<TeamId, Option<TeamId>>,
        &BTreeMap<PersonId, String>,
    ),
    wave: &Wave,
) -> Outcome<Counting> {
    let rule = rule(wave)?;
    let leaves = grouped.people.keys();
    let teams = leaves.filter_map(|&leaf| team(grouped, (chosen, names), rule, leaf));
    let out = |team: &TeamGroup| team.chosen == Some(None);
    let teams: Vec<TeamGroup> = teams.collect();
    let advised = advice(grouped, rule).map_err(|error| Problem::fault("tree", error))?;
    let cells = &grouped.cells.cells;
    let asked: BTreeSet<u32> = cells.iter().flat_map(|cell| cell.people.clone()).collect();
    Ok(Counting {
        asked: (asked.len(), cells.len()),
        groups: cells.iter().map(|cell| listed(grouped, cell)).collect(),
        gaps: Gaps::default(),
        meanwhile: Vec::new(),
        advised: advised.len(),
        nowhere: teams
            .iter()
            .filter(|team| !team.asked && !out(team))
            .map(|team| team.name.clone())
            .collect(),
        without: without(grouped, rule)?,
        teams,
    })
}

fn team(
    grouped: &Grouped,
    (chosen, names): (
        &BTreeMap<TeamId, Option<TeamId>>,
        &BTreeMap<PersonId, String>,
    ),
    rule: Rule,
    leaf: usize,
) -> Option<TeamGroup> {
    let branch = grouped.branches.get(leaf)?;
    let team = branch.team.clone()?;
    let people = grouped.people.get(&leaf)?.len();
    let small = people < rule.k();
    let chosen = chosen.get(&team).cloned().filter(|_| small);
    let cell = grouped.cells.of_leaf(leaf);
    let cell = cell.and_then(|cell| grouped.cells.cells.get(cell));
    let others = |cell: &Cell| {
        let others = cell.leaves.iter().filter(|other| **other != leaf);
        others.map(|&other| path(grouped, other)).collect()
    };
    // A large team is in a group with others because they are counted with it, or because of its people.
    let hosts = grouped
        .wanted
        .values()
        .any(|wanted| *wanted == disclosure::Choice::With(leaf));
    let joined = |cell: &Cell| cell.kind != Kind::Team && !small && !hosts;
    Some(TeamGroup {
        name: path(grouped, leaf),
        people,
        leaders: leaders(branch, names),
        reads: match cell.map(|cell| cell.kind) {
            Some(Kind::Team) => Reads::Own,
            Some(Kind::Joint) => Reads::Joint,
            Some(Kind::Pool) => Reads::Pool,
            None => Reads::Nothing,
        },
        own: cell.is_some_and(|cell| cell.kind == Kind::Team),
        home: cell
            .map(|cell| path(grouped, cell.home))
            .unwrap_or_default(),
        with: cell.map(others).unwrap_or_default(),
        asked: cell.is_some(),
        twin: cell.is_some_and(joined),
        needs: cell.map_or((0, 0), |cell| (rule.k(), cell.people.len())),
        neighbours: match small {
            true => neighbours(grouped, leaf),
            false => Vec::new(),
        },
        small,
        chosen,
        team,
    })
}

/// The other teams of the lowest department that has some.
fn neighbours(grouped: &Grouped, leaf: usize) -> Vec<(TeamId, String, bool)> {
    let mut at = grouped.tree.above(leaf);
    while let Some(department) = at {
        let others = grouped
            .people
            .keys()
            .filter(|&&other| other != leaf && grouped.tree.is_within(other, department));
        let named = others.filter_map(|&other| {
            let team = grouped.branches.get(other)?.team.clone()?;
            let cell = grouped.cells.of_leaf(other)?;
            let own = grouped.cells.cells.get(cell)?.kind == Kind::Team;
            Some((team, path(grouped, other), own))
        });
        let mut named: Vec<_> = named.collect();
        // What costs no report comes first.
        named.sort_by_key(|(_, _, own)| *own);
        if !named.is_empty() {
            return named;
        }
        at = grouped.tree.above(department);
    }
    Vec::new()
}

/// The departments that lack teams in their figures if everybody answers.
fn without(grouped: &Grouped, rule: Rule) -> Outcome<Vec<(String, Vec<String>)>> {
    let sizes = grouped
        .people
        .iter()
        .map(|(&leaf, people)| (leaf, people.len()));
    let asked = Asked {
        tree: grouped.tree.clone(),
        leaves: sizes.collect(),
        cells: grouped.cells.cells.clone(),
    };
    let everybody = |cell: &Cell| Came {
        ballots: cell.people.len(),
        replaced: Vec::new(),
    };
    let came: Vec<Came> = asked.cells.iter().map(everybody).collect();
    let groups = Groups::of(&asked, &came, &[], rule);
    let groups = groups.map_err(|error| Problem::fault("groups", error))?;
    let departments = (0..grouped.tree.len()).filter(|&node| grouped.tree.has_children(node));
    let lacking = departments.map(|node| {
        let missing = groups.without(node).into_iter();
        let missing = missing.map(|leaf| path(grouped, leaf)).collect();
        (path(grouped, node), missing)
    });
    Ok(lacking
        .filter(|(_, missing): &(String, Vec<String>)| !missing.is_empty())
        .collect())
}

/// What a group is called where it stands alone, and how many are in it.
fn listed(grouped: &Grouped, cell: &Cell) -> (String, usize) {
    let names = cell
        .leaves
        .iter()
        .filter_map(|leaf| grouped.branches.get(*leaf));
    let names: Vec<&str> = names.map(|branch| branch.name.as_str()).collect();
    let home = path(grouped, cell.home);
    let label = match names.as_slice() {
        [_] => home,
        several => format!("{home} ({})", several.join(", ")),
    };
    (label, cell.people.len())
}

/// The names from the top down to a node, without the organisation's own.
pub(super) fn path(grouped: &Grouped, node: usize) -> String {
    let mut names = Vec::new();
    let mut at = Some(node);
    while let Some(branch) = at.and_then(|at| grouped.branches.get(at)) {
        if !branch.own && (branch.parent.is_some() || names.is_empty()) {
            names.push(branch.name.as_str());
        }
        at = branch.parent;
    }
    names.reverse();
    names.join(" / ")
}
