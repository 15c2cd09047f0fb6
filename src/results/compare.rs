//! Two released waves side by side, group by group.

use super::load::Loaded;
use super::part;
use super::past::change_noise;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::report::{self, ComparedRow, Comparison};
use crate::store::frozen::{Node, Parts};
use crate::store::{invitation, number};
use crate::text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What moved between two released waves, in every group that both show; of somebody's parts only, if there are any.
/// Which of them is the earlier one follows from when they closed.
///
/// # Errors
/// Not found before the release of both.
pub fn compare(
    app: &App,
    (one, other): (&WaveId, &WaveId),
    parts: Option<&[TeamId]>,
    lang: Lang,
) -> Outcome<Comparison> {
    let both = [Loaded::read(app, one)?, Loaded::read(app, other)?];
    let [one, other] = both;
    let (before, after) = match one.wave.closes <= other.wave.closes {
        true => (one, other),
        false => (other, one),
    };
    let pair = Pair::read(app, before, after)?;
    let columns = report::compared_columns(&pair.after.scores.survey, lang);
    let noise = change_noise(app, &pair.after, &pair.before)?;
    let names = pair.after.names();
    let places = [Parts::of(&pair.before.nodes), Parts::of(&pair.after.nodes)];
    let [then_place, now_place] = &places;
    let (mut rows, mut others) = (Vec::new(), 0);
    for (node, home) in pair.after.nodes.iter().enumerate() {
        let read = |loaded: &Loaded, place: &Parts<'_>, no| {
            parts.is_none_or(|parts| part::reads(loaded, place, parts, no))
        };
        let now = pair.after.scores.release.node(node);
        let Some(now) = now.filter(|_| read(&pair.after, now_place, home.no)) else {
            continue;
        };
        let then = pair
            .then(home)
            .filter(|then| read(&pair.before, then_place, *then));
        let then = then.map(number).and_then(|then| {
            let shown = pair.before.scores.release.node(then)?;
            Some((then, shown.n()))
        });
        let Some((then, answered)) = then else {
            others += 1;
            continue;
        };
        let (people, nearly) = pair.people(node, then);
        let scores = (&pair.before.scores, then);
        let changes = pair.after.scores.changes(node, scores, people, &noise.0);
        let changes = changes.map_err(|error| Problem::fault("changes", error))?;
        let since = pair.before.wave.title.as_str();
        rows.push(ComparedRow {
            name: report::node_name(&names, node, lang),
            depth: pair.after.scores.release.groups().tree().depth(node),
            node,
            answers: [answered, now.n()],
            nearly,
            cells: report::compared_cells(&columns, (since, &changes), now.n(), lang),
        });
    }
    Ok(Comparison {
        earlier: pair.before.wave.title.clone(),
        later: pair.after.wave.title.clone(),
        columns: columns.into_iter().map(|(_, head)| head).collect(),
        rows,
        others,
    })
}

/// Two waves, with who was asked in which cell of each, by numbers that are the same in both.
struct Pair {
    before: Arc<Loaded>,
    after: Arc<Loaded>,
    /// By team and whether it is its own people, the node in the earlier wave.
    nodes: BTreeMap<(TeamId, bool), i32>,
    asked: [BTreeMap<usize, Vec<u32>>; 2],
}

impl Pair {
    fn read(app: &App, before: Arc<Loaded>, after: Arc<Loaded>) -> Outcome<Self> {
        let of = |loaded: &Loaded| app.store.read(|c| invitation::invited(c, &loaded.wave.id));
        let (then, now) = (of(&before)?, of(&after)?);
        let people: BTreeSet<&PersonId> =
            then.iter().chain(&now).map(|(person, _)| person).collect();
        let numbers: BTreeMap<&PersonId, u32> = people.into_iter().zip(0..).collect();
        let by_cell = |invited: &[(PersonId, i32)]| {
            let mut cells: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
            for (person, cell) in invited {
                let person = numbers.get(person).copied();
                cells.entry(number(*cell)).or_default().extend(person);
            }
            cells
        };
        let nodes = before.nodes.iter();
        let nodes = nodes.filter_map(|node| Some(((node.team.clone()?, node.own), node.no)));
        Ok(Self {
            nodes: nodes.collect(),
            asked: [by_cell(&then), by_cell(&now)],
            before,
            after,
        })
    }

    /// The node of the earlier wave that stands for the same team.
    fn then(&self, home: &Node) -> Option<i32> {
        match &home.team {
            Some(team) => self.nodes.get(&(team.clone(), home.own)).copied(),
            // The nameless top above several trees.
            None => self
                .before
                .nodes
                .first()
                .filter(|top| top.team.is_none())
                .map(|top| top.no),
        }
    }

    /// How many were asked in either wave, and whether a few joined or left.
    fn people(&self, now: usize, then: usize) -> (usize, bool) {
        let [before, after] = &self.asked;
        let (then, now) = (
            people_of(&self.before, before, then),
            people_of(&self.after, after, now),
        );
        let both = then.intersection(&now).count();
        let differing = then.len() + now.len() - 2 * both;
        let k = self.after.scores.release.rule().k();
        (then.len() + now.len() - both, (1..k).contains(&differing))
    }
}

fn people_of(loaded: &Loaded, asked: &BTreeMap<usize, Vec<u32>>, node: usize) -> BTreeSet<u32> {
    let groups = loaded.scores.release.groups();
    let atoms = groups.figure(node).iter();
    let atoms = atoms.filter_map(|&atom| groups.atoms().get(atom));
    let cells = atoms.flat_map(|atom| &atom.cells);
    cells
        .filter_map(|cell| asked.get(cell))
        .flatten()
        .copied()
        .collect()
}
