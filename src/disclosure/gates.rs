use super::partition::{Node, Partition};
use super::release::{NodeTally, Release, Released};
use super::rule::Rule;

/// Distributions and comments need this many people.
pub const DETAIL: usize = 10;

impl Released<NodeTally> {
    /// The clipped counts of an item's options, if the atoms that show it have at least ten people.
    pub fn distribution(&self, item: usize) -> Option<&[usize]> {
        let item = self.items.get(item)?.as_ref()?;
        (item.base() + item.blanks >= DETAIL).then_some(&item.counts)
    }
}

/// The comments of `node` from `texts`, each with its atom, in alphabetical order so that the order tells nothing.
/// `None` for fewer than ten people, and also where comparing the pages of parent and child would leave the
/// comments of fewer than ten: comments follow the same partition, at ten instead of k.
pub fn comments(
    release: &Released<Release>,
    node: usize,
    texts: Vec<(usize, String)>,
) -> Option<Released<Vec<String>>> {
    let atoms = release.partition.published(node)?;
    let rule = Rule::new(release.rule.k().max(DETAIL), release.rule.c()).ok()?;
    let mut nodes: Vec<_> = release
        .partition
        .parents()
        .iter()
        .map(|&parent| Node { parent, own: 0 })
        .collect();
    for atom in release.partition.atoms() {
        nodes.get_mut(atom.home)?.own = atom.n;
    }
    Partition::of(&nodes, rule).ok()?.published(node)?;
    let mut texts: Vec<_> = texts
        .into_iter()
        .filter(|(atom, _)| atoms.contains(atom))
        .map(|(_, text)| text)
        .collect();
    texts.sort_unstable();
    Some(Released(texts))
}

/// What of a group may be compared between two waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparability {
    Full,
    MeansOnly,
    NotComparable,
}

/// From the group's sizes in two waves and how many people joined or left it in between: one or two people's
/// answers could be read from the difference of two small groups, and those of a single one from any two.
pub fn comparable(n_before: usize, n_after: usize, joined_or_left: usize) -> Comparability {
    let n = n_before.min(n_after);
    match joined_or_left {
        0 => Comparability::Full,
        1 => Comparability::NotComparable,
        2 if n >= 2 * DETAIL => Comparability::Full,
        2 if n < DETAIL => Comparability::NotComparable,
        3.. if n >= DETAIL => Comparability::Full,
        _ => Comparability::MeansOnly,
    }
}
