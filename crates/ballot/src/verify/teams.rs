//! The tree of teams, and what the groups are called in it.

use super::{Check, ensure};
use crate::promise::CellTerms;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A node of the tree.
#[derive(Deserialize)]
struct Place {
    no: i32,
    parent: Option<i32>,
    name: String,
    /// Stands for the people directly in its parent, whose name it has.
    own: bool,
}

/// Whether every group is a node of the tree and is called after it: by the names from the top, and in
/// brackets by teams below that are no groups themselves. A record does not say who is in which team.
pub(super) fn check(hierarchy: &str, cells: &[CellTerms]) -> Check {
    let places: Vec<Place> =
        serde_json::from_str(hierarchy).map_err(|error| format!("the tree: {error}."))?;
    let tree = tree(&places)?;
    let groups: BTreeSet<i32> = cells.iter().map(|cell| cell.cell).collect();
    for cell in cells {
        let place = tree.get(&cell.cell).ok_or_else(|| {
            format!(
                "\"{}\" has the number {}, which no team has.",
                cell.label, cell.cell
            )
        })?;
        let path = path(&tree, place);
        let fits = match cell.label.strip_prefix(&path) {
            Some("") => true,
            Some(rest) => rest
                .strip_prefix(" (")
                .and_then(|rest| rest.strip_suffix(')'))
                .is_some_and(|list| lists(list, &below(&places, cell.cell, &groups))),
            None => false,
        };
        ensure(fits, || {
            format!(
                "a group is called \"{}\", but its place is \"{path}\".",
                cell.label
            )
        })?;
    }
    Ok(())
}

/// The nodes by their numbers. Parents come before their children, so every way up has an end.
fn tree(places: &[Place]) -> Result<BTreeMap<i32, &Place>, String> {
    let mut tree = BTreeMap::new();
    for place in places {
        let hangs = place.parent.is_none_or(|parent| tree.contains_key(&parent));
        ensure(hangs && tree.insert(place.no, place).is_none(), || {
            format!(
                "team {} is listed twice or before the one above it.",
                place.no
            )
        })?;
    }
    Ok(tree)
}

/// The names from the top down to a node, without the organisation's own unless it is the node.
fn path(tree: &BTreeMap<i32, &Place>, place: &Place) -> String {
    let mut names = Vec::new();
    let mut at = Some(place);
    while let Some(place) = at {
        let parent = place.parent.and_then(|no| tree.get(&no).copied());
        if !place.own && (parent.is_some() || names.is_empty()) {
            names.push(place.name.as_str());
        }
        at = parent;
    }
    names.reverse();
    names.join(" / ")
}

/// The names of the teams below a node that are no groups themselves, in the order of the tree.
fn below<'a>(places: &'a [Place], top: i32, groups: &BTreeSet<i32>) -> Vec<&'a str> {
    let mut inside = BTreeSet::from([top]);
    let mut names = Vec::new();
    for place in places {
        if place.parent.is_some_and(|parent| inside.contains(&parent)) {
            inside.insert(place.no);
            if !groups.contains(&place.no) {
                names.push(place.name.as_str());
            }
        }
    }
    names
}

/// Whether the text lists some of the names in their order. Names can have commas in them, so every way to
/// read it is followed.
fn lists(text: &str, names: &[&str]) -> bool {
    let mut unread = BTreeSet::from([text]);
    for name in names {
        let after: Vec<&str> = unread
            .iter()
            .filter_map(|text| text.strip_prefix(name))
            .collect();
        if after.contains(&"") {
            return true;
        }
        unread.extend(after.iter().filter_map(|text| text.strip_prefix(", ")));
    }
    false
}
