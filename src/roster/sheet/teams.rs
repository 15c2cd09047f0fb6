//! Where somebody is, as other systems write it.

use super::cells::DEEPEST;
use super::line::Line;
use crate::roster::TeamPath;
use crate::roster::columns::{Layout, Meaning};

/// The names of the parts somebody is in, from the top, without those that repeat the one above.
pub fn levels(layout: &Layout, line: &Line<'_>) -> TeamPath {
    let names: Vec<String> = match layout.place(Meaning::Path) {
        Some(place) => parts(&line.at(place)),
        None => {
            let places = Meaning::LEVELS
                .into_iter()
                .filter_map(|level| layout.place(level));
            places.map(|place| one_name(&line.at(place))).collect()
        }
    };
    let mut path = TeamPath::new();
    for name in names.into_iter().filter(|name| !name.is_empty()) {
        if path.last() != Some(&name) {
            path.push(name);
        }
    }
    path
}

/// `/Product/Platform`, `Product > Platform`, `Product\Platform`, `uid=ida,ou=Platform,ou=Product,dc=example`.
fn parts(cell: &str) -> Vec<String> {
    if is_place(cell) {
        return units(cell);
    }
    let parted: Vec<&str> = if cell.contains(" > ") || cell.contains('>') {
        cell.split('>').collect()
    } else if cell.contains('\\') {
        cell.split('\\').collect()
    } else if cell.contains('|') {
        cell.split('|').collect()
    } else {
        return cell.split('/').map(|part| part.trim().to_owned()).collect();
    };
    parted.into_iter().map(one_name).collect()
}

/// A name in which a stroke is no step down.
fn one_name(name: &str) -> String {
    let parts = name
        .split('/')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" - ")
}

fn is_place(cell: &str) -> bool {
    cell.split(',').any(|part| {
        let start = part.trim_start().get(..3);
        start.is_some_and(|start| start.eq_ignore_ascii_case("ou="))
    })
}

/// The units of a place in a directory, the highest first; a unit that holds all people is none.
fn units(place: &str) -> Vec<String> {
    let unit = |part: &str| {
        let (kind, name) = part.trim().split_once('=')?;
        let name = name.replace('\\', "");
        let everybody = [
            "people",
            "users",
            "benutzer",
            "mitarbeiter",
            "employees",
            "accounts",
            "staff",
        ];
        let is_unit = kind.trim().eq_ignore_ascii_case("ou");
        let holds_all = everybody
            .iter()
            .any(|all| name.trim().eq_ignore_ascii_case(all));
        (is_unit && !holds_all).then(|| one_name(name.trim()))
    };
    let mut units: Vec<String> = split_place(place).into_iter().filter_map(unit).collect();
    units.reverse();
    units
}

/// At commas that are not escaped.
fn split_place(place: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, char) in place.char_indices() {
        if char == ',' && !escaped {
            parts.extend(place.get(start..at));
            start = at + 1;
        }
        escaped = char == '\\' && !escaped;
    }
    parts.extend(place.get(start..));
    parts
}

/// The path below the organisation. What is deeper than a path may be stays at the deepest level; whether that
/// was so is said too.
pub fn below(root: &str, mut path: TeamPath) -> (TeamPath, bool) {
    let is_root = path
        .first()
        .is_some_and(|top| top.to_lowercase() == root.to_lowercase());
    if is_root {
        path.remove(0);
    }
    path.insert(0, root.to_owned());
    let too_deep = path.len() > DEEPEST;
    path.truncate(DEEPEST);
    (path, too_deep)
}
