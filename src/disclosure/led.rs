//! Whose gaps may stand together. What leaders answer is named, and those above them read it only of several leaders
//! together, so that nobody's own answers can be worked out of it.

use super::clip::towards_middle;
use super::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};

/// Fewest different leaders whose gaps are shown together.
pub const LEADERS: usize = 5;

/// No column of a distribution shows all but fewer than so many.
const APART: usize = 2;

/// For each node the leaves whose gaps are shown together there, in sets: the distribution of a node is the sum of
/// those of its sets. `None` where there are too few leaders. `led` has those who lead a leaf, `heads` those who read
/// at a node, whose own gaps are left out there.
///
/// Each set holds enough leaders, and a set that a node below shows is in those of all nodes above that show
/// anything, so that no difference between two of them is of fewer.
pub fn spreads(
    tree: &Tree,
    led: &BTreeMap<usize, Vec<usize>>,
    heads: &BTreeMap<usize, Vec<usize>>,
) -> Vec<Option<Vec<Vec<usize>>>> {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); tree.len()];
    for &leaf in led.keys() {
        for node in tree.path(leaf).skip(1) {
            if let Some(leaves) = below.get_mut(node) {
                leaves.push(leaf);
            }
        }
    }
    let mut shown = vec![None; tree.len()];
    let mut open: Vec<Vec<Vec<usize>>> = vec![Vec::new(); tree.len()];
    for (node, leaves) in below.into_iter().enumerate().rev() {
        let mut sets = open.get_mut(node).map(std::mem::take).unwrap_or_default();
        let covered: BTreeSet<usize> = sets.iter().flatten().copied().collect();
        let reads = heads.get(&node).map_or(&[][..], Vec::as_slice);
        let of = |leaf: &usize| led.get(leaf).into_iter().flatten();
        let own = |leaf: &usize| of(leaf).any(|leader| reads.contains(leader));
        let (own, others): (Vec<usize>, Vec<usize>) = leaves.into_iter().partition(own);
        let rest: Vec<usize> = others
            .into_iter()
            .filter(|leaf| !covered.contains(leaf))
            .collect();
        let leaders: BTreeSet<&usize> = rest.iter().flat_map(of).collect();
        let apart = own.iter().all(|leaf| !covered.contains(leaf));
        let enough = leaders.len() >= LEADERS;
        if apart && (enough || rest.is_empty() && !sets.is_empty()) {
            if enough {
                sets.push(rest);
            }
            if let Some(place) = shown.get_mut(node) {
                *place = Some(sets.clone());
            }
        }
        if let Some(above) = tree.above(node).and_then(|above| open.get_mut(above)) {
            above.extend(sets);
        }
    }
    shown
}

/// The counts of one set as they are shown: a column that holds all, or all but one, gives some to its neighbour
/// towards the middle.
pub fn levelled(mut counts: Vec<usize>) -> Vec<usize> {
    let cap = counts.iter().sum::<usize>().saturating_sub(APART);
    let full = counts.iter().position(|&count| count > cap);
    let neighbour = full.and_then(|at| towards_middle(at, counts.len()));
    if let (Some(full), Some(neighbour)) = (full, neighbour) {
        let surplus = counts.get(full).map_or(0, |count| count - cap);
        if let Some(count) = counts.get_mut(full) {
            *count = cap;
        }
        if let Some(count) = counts.get_mut(neighbour) {
            *count += surplus;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole, two departments below it, and so many teams in each, led by a person each.
    fn company(first: usize, second: usize) -> (Tree, BTreeMap<usize, Vec<usize>>) {
        let mut parents = vec![None, Some(0), Some(0)];
        parents.extend((0..first).map(|_| Some(1)));
        parents.extend((0..second).map(|_| Some(2)));
        let led = (3..parents.len()).map(|leaf| (leaf, vec![leaf])).collect();
        (Tree::new(parents).unwrap(), led)
    }

    fn sizes(shown: &[Option<Vec<Vec<usize>>>]) -> Vec<Option<Vec<usize>>> {
        let of = |sets: &Vec<Vec<usize>>| sets.iter().map(Vec::len).collect();
        shown.iter().map(|one| one.as_ref().map(of)).collect()
    }

    #[test]
    fn gaps_are_shown_from_five_leaders_on_and_never_of_fewer_by_a_difference() {
        let of = |first, second| {
            let (tree, led) = company(first, second);
            sizes(&spreads(&tree, &led, &BTreeMap::new()))[..3].to_vec()
        };
        assert_eq!(of(4, 0), [None, None, None]);
        assert_eq!(of(3, 3), [Some(vec![6]), None, None]);
        assert_eq!(of(5, 6), [Some(vec![6, 5]), Some(vec![5]), Some(vec![6])]);
        // The whole without the first department would be four leaders.
        assert_eq!(of(5, 4), [None, Some(vec![5]), None]);
        assert_eq!(of(5, 0), [Some(vec![5]), Some(vec![5]), None]);
    }

    #[test]
    fn somebody_who_leads_many_teams_is_one_leader() {
        let (tree, mut led) = company(6, 0);
        led.insert(4, vec![3]);
        assert_eq!(
            sizes(&spreads(&tree, &led, &BTreeMap::new()))[1],
            Some(vec![6])
        );
        led.insert(5, vec![3]);
        assert_eq!(sizes(&spreads(&tree, &led, &BTreeMap::new()))[1], None);
    }

    #[test]
    fn a_head_is_not_among_the_others_and_is_not_told_by_a_difference() {
        let (tree, led) = company(6, 0);
        let head = |node, person| BTreeMap::from([(node, vec![person])]);
        assert_eq!(sizes(&spreads(&tree, &led, &head(1, 3)))[1], Some(vec![5]));
        let (tree, led) = company(5, 5);
        assert_eq!(sizes(&spreads(&tree, &led, &head(1, 3)))[1], None);
        // The whole would be the first department without one.
        assert_eq!(sizes(&spreads(&tree, &led, &head(0, 3)))[0], None);
    }

    #[test]
    fn no_column_tells_that_all_leaders_stand_in_it() {
        assert_eq!(levelled(vec![0, 0, 0, 0, 5]), [0, 0, 0, 2, 3]);
        assert_eq!(levelled(vec![0, 0, 6, 0, 0]), [0, 2, 4, 0, 0]);
        assert_eq!(levelled(vec![1, 0, 0, 0, 4]), [1, 0, 0, 1, 3]);
        assert_eq!(levelled(vec![1, 1, 0, 0, 4]), [1, 1, 0, 0, 4]);
    }
}
