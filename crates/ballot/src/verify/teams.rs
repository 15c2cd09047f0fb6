//! The tree of teams, and what the groups are called in it.

use super::promise::Promised;
use super::{Check, Checks, ensure};
use crate::promise::{CellTerms, GroupKind, alike};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A node of the tree.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    no: i32,
    parent: Option<i32>,
    name: String,
    /// Stands for the people directly in its parent, whose name it has.
    own: bool,
}

/// Checks the tree, and the groups' places in it.
pub(super) fn check(checks: &mut Checks, hierarchy: &str, promised: &Promised) {
    let places = serde_json::from_str(hierarchy).map_err(|error| format!("{error}."));
    let tree = places.and_then(Tree::of);
    checks.add(
        "The tree of teams can be read, and no two teams beside each other have names that look the same.",
        tree.as_ref().map(drop).map_err(Clone::clone),
    );
    let claim = "Every group is named after its place in the tree of teams.";
    let Ok(tree) = &tree else {
        checks.skip(claim, "there is no such tree.");
        return;
    };
    let not_asked = promised.terms.not_asked.iter();
    let known = not_asked.copied().try_for_each(|leaf| tree.has_leaf(leaf));
    let named = || promised.cells.iter().try_for_each(|cell| named(tree, cell));
    checks.add(claim, known.and_then(|()| named()));
}

/// A group of one team is called after it. Others are called after a team above all of theirs, with these in
/// brackets. A record does not say who is in which team.
fn named(tree: &Tree, cell: &CellTerms) -> Check {
    cell.leaves
        .iter()
        .try_for_each(|leaf| tree.has_leaf(*leaf))?;
    let names: Vec<&str> = cell
        .leaves
        .iter()
        .filter_map(|leaf| tree.name(*leaf))
        .collect();
    let fits = match (cell.kind, cell.leaves.as_slice()) {
        (GroupKind::Team, [leaf]) => tree.path(*leaf) == cell.label,
        _ => {
            let home = |no: i32| cell.label == format!("{} ({})", tree.path(no), names.join(", "));
            let over = |no: &i32| {
                cell.leaves
                    .iter()
                    .all(|leaf| tree.above(*leaf).any(|at| at == *no))
            };
            tree.0.keys().filter(|no| over(no)).any(|no| home(*no))
        }
    };
    ensure(fits, || {
        format!(
            "a group is called \"{}\", but its teams are {names:?}.",
            cell.label
        )
    })
}

/// The nodes by their numbers. Parents come before their children, so every way up has an end.
struct Tree(BTreeMap<i32, Place>);

impl Tree {
    fn of(places: Vec<Place>) -> Result<Self, String> {
        let mut tree = BTreeMap::new();
        let mut names = BTreeSet::new();
        for place in places {
            let (no, parent) = (place.no, place.parent);
            let hangs = parent.is_none_or(|parent| tree.contains_key(&parent));
            ensure(hangs && !tree.contains_key(&no), || {
                format!("team {no} is listed twice or before the one above it.")
            })?;
            // The people directly in a team stand beside the teams below it, by its own name.
            let name = (!place.own).then(|| alike(&place.name));
            ensure(names.insert((parent, name)), || {
                format!(
                    "\"{}\" stands there twice, or looks as if it did.",
                    place.name
                )
            })?;
            tree.insert(no, place);
        }
        Ok(Self(tree))
    }

    fn name(&self, no: i32) -> Option<&str> {
        Some(self.0.get(&no)?.name.as_str())
    }

    /// People stand in teams that have none below them.
    fn has_leaf(&self, no: i32) -> Check {
        let inner = self.0.values().any(|place| place.parent == Some(no));
        ensure(self.0.contains_key(&no) && !inner, || {
            format!("{no} is no team that has people of its own.")
        })
    }

    /// A node and all above it, upwards.
    fn above(&self, no: i32) -> impl Iterator<Item = i32> {
        std::iter::successors(Some(no), |no| self.0.get(no)?.parent)
    }

    /// The names from the top down to a node, without the organisation's own unless it is the node.
    fn path(&self, no: i32) -> String {
        let mut names = Vec::new();
        for place in self.above(no).filter_map(|no| self.0.get(&no)) {
            if !place.own && (place.parent.is_some() || names.is_empty()) {
                names.push(place.name.as_str());
            }
        }
        names.reverse();
        names.join(" / ")
    }
}
