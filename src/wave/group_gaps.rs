use super::group_preview::path;
use super::tree::{Branch, Grouped};
use crate::ids::PersonId;
use std::collections::{BTreeMap, BTreeSet};

/// What is missing in the teams of a draft: nobody leads, or nobody is led.
#[derive(Default)]
pub struct Gaps {
    /// Teams that are asked and have no leader, whose report only HR will read.
    pub leaderless: Vec<String>,
    /// Leaders without anybody below them, and their teams.
    pub idle: Vec<(String, String)>,
    /// Heads of teams that have teams below and no people of their own, and those teams. They are not asked.
    pub heads: Vec<(String, String)>,
    /// Teams without anybody in them or below.
    pub empty: Vec<String>,
    /// How many of those who are asked have no address.
    pub unmailed: usize,
    /// Leaders without an address, and their teams.
    pub unmailed_leaders: Vec<(String, String)>,
}

impl Gaps {
    pub(super) fn of(
        grouped: &Grouped,
        names: &BTreeMap<PersonId, String>,
        unmailed: &BTreeSet<PersonId>,
    ) -> Self {
        let cells = grouped.cells.cells.iter();
        let asked = cells.flat_map(|cell| grouped.invited(cell).map(|(person, _)| person));
        let asked: BTreeSet<&PersonId> = asked.collect();
        let mut gaps = Self {
            unmailed: asked.iter().filter(|one| unmailed.contains(**one)).count(),
            ..Self::default()
        };
        for (node, branch) in grouped.branches.iter().enumerate() {
            let led = || {
                let named = leaders(branch, names).into_iter();
                named.map(|leader| (leader, path(grouped, node)))
            };
            let without = branch
                .leaders
                .iter()
                .filter(|leader| unmailed.contains(*leader));
            let without = without.filter_map(|leader| names.get(leader));
            let without = without.map(|name| (name.clone(), path(grouped, node)));
            gaps.unmailed_leaders.extend(without);
            let peopled = |leaf: &usize| grouped.tree.is_within(*leaf, node);
            if grouped.people.contains_key(&node) {
                if branch.leaders.is_empty() && grouped.cells.of_leaf(node).is_some() {
                    gaps.leaderless.push(path(grouped, node));
                }
            } else if grouped.people.keys().any(peopled) {
                gaps.heads.extend(led());
            } else if branch.team.is_some() {
                gaps.idle.extend(led());
                gaps.empty.push(path(grouped, node));
            }
        }
        gaps
    }
}

/// The names of those who lead a team, in order.
pub(super) fn leaders(branch: &Branch, names: &BTreeMap<PersonId, String>) -> Vec<String> {
    let leaders = branch.leaders.iter().filter_map(|leader| names.get(leader));
    let mut leaders: Vec<String> = leaders.cloned().collect();
    leaders.sort();
    leaders
}
