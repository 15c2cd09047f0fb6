//! Who is counted where, and with whom.

use super::super::*;
use super::{ballots_of, departments, random_tally, rule};
use std::collections::BTreeMap;

/// Department 1 has teams of twelve and six and two small ones; a team of seven stands beside it.
fn company() -> Groups {
    let tree = Tree::new([None, Some(0), Some(1), Some(1), Some(1), Some(0), Some(1)].to_vec());
    let sizes = BTreeMap::from([(2, 12), (3, 6), (4, 3), (5, 7), (6, 4)]);
    let asked = Asked::apart(tree.unwrap(), &sizes, rule()).unwrap();
    let came: Vec<Came> = asked
        .cells
        .iter()
        .map(|cell| ballots_of(cell.people.len()))
        .collect();
    Groups::of(&asked, &came, &[], rule()).unwrap()
}

#[test]
fn everybody_finds_the_report_they_are_in() {
    let groups = company();
    assert_eq!(groups.tree().len(), 7);
    // The two small teams are the first atom, for they are counted higher up than the others.
    assert_eq!(
        [2, 3, 4, 5, 6, 1].map(|leaf| groups.counted(leaf)),
        [
            Counted::In(1),
            Counted::In(2),
            Counted::In(0),
            Counted::In(3),
            Counted::In(0),
            Counted::NotAsked
        ]
    );
    assert_eq!(
        [2, 4, 5, 9].map(|leaf| groups.read_of(leaf)),
        [Read::Own, Read::Together(0), Read::Own, Read::Nothing]
    );
    assert_eq!([4, 6, 1].map(|leaf| groups.people(leaf)), [3, 4, 0]);
    assert_eq!(
        [0, 1, 9].map(|atom| groups.leaves(atom)),
        [vec![4, 6], vec![2], vec![]]
    );
}

#[test]
fn teams_that_are_counted_together_by_choice_read_one_report() {
    let tree = Tree::new(vec![None, Some(0), Some(0), Some(0)]).unwrap();
    let people = BTreeMap::from([
        (1, (0..3).collect()),
        (2, (3..7).collect()),
        (3, (7..12).collect()),
    ]);
    let choices = BTreeMap::from([(1, Choice::With(2))]);
    let cells = Cells::of(&tree, &people, &choices, rule()).unwrap();
    let of_leaf = [1, 2, 3, 0].map(|leaf| cells.of_leaf(leaf));
    assert_eq!(of_leaf, [Some(0), Some(0), Some(1), None]);
    let asked = Asked {
        leaves: BTreeMap::from([(1, 3), (2, 4), (3, 5)]),
        cells: cells.cells,
        tree,
    };
    let groups = Groups::of(&asked, &[ballots_of(7), ballots_of(5)], &[], rule()).unwrap();
    assert_eq!(
        [1, 2, 3].map(|leaf| groups.read_of(leaf)),
        [Read::Together(0), Read::Together(0), Read::Own]
    );
    assert_eq!(
        [1, 3].map(|leaf| groups.own_report(leaf)),
        [None, Some(1)],
        "a report of two teams is no team's own"
    );
}

/// Ten people or more: the team of twelve by itself, all others together.
#[test]
fn comments_belong_to_groups_of_ten() {
    let groups = company();
    assert_eq!(
        [0, 1, 2, 3, 9].map(|cell| groups.comment_group(cell)),
        [Some(0), Some(1), Some(0), Some(0), None]
    );
    assert_eq!(
        [0, 1].map(|atom| groups.comment_group_of(atom)),
        [None, Some(1)]
    );
    assert_eq!(
        [0, 1, 2, 5].map(|node| groups.comment_groups(node)),
        [vec![0, 1], vec![1], vec![1], vec![]]
    );
}

/// Two teams share two people: a department counts them once, and is near a group that neither team is near.
#[test]
fn a_department_counts_people_and_not_invitations() {
    let tree = Tree::new(vec![None, Some(0), Some(0)]).unwrap();
    let people = BTreeMap::from([(1, (0..6).collect()), (2, (4..12).collect())]);
    let cells = Cells::of(&tree, &people, &BTreeMap::new(), rule()).unwrap();
    let asked = Asked {
        leaves: BTreeMap::from([(1, 6), (2, 8)]),
        cells: cells.cells,
        tree,
    };
    let mut dice = super::Dice(31);
    let tallies = [6, 8].map(|people| random_tally(&mut dice, people));
    let came = [6, 8].map(ballots_of);
    let ballots = Ballots {
        shape: &tallies[0].shape(),
        came: &came,
        tallies: &tallies,
        shown: &[(0..11).collect()],
    };
    let release = release(&asked, &ballots, rule()).unwrap();
    let seen = |figure: Figure<'_>| (figure.n(), figure.sure(), figure.asked(), figure.guarded());
    assert_eq!(seen(release.node(0).unwrap()), (14, 12, 12, true));
    assert_eq!(seen(release.node(1).unwrap()), (6, 6, 6, false));
    assert_eq!(seen(release.atom(1).unwrap()), (8, 8, 8, false));
    assert!(release.atom(2).is_none());
}

/// Somebody in both groups holds three ballots of the seven, so that eight would be needed.
#[test]
fn a_pool_takes_nobody_in_with_whom_a_coalition_would_hold_half_of_the_ballots() {
    let tree = Tree::new(vec![None, Some(0), Some(0), Some(0)]).unwrap();
    let people = BTreeMap::from([
        (1, vec![0, 1, 2]),
        (2, vec![3, 4]),
        (3, vec![0, 5, 6, 7, 8, 9]),
    ]);
    let cells = Cells::of(&tree, &people, &BTreeMap::new(), rule()).unwrap();
    let asked = Asked {
        leaves: BTreeMap::from([(1, 3), (2, 2), (3, 6)]),
        cells: cells.cells,
        tree,
    };
    let of = |ballots: usize| {
        let twice = Came {
            replaced: vec![0],
            ..ballots_of(ballots)
        };
        Groups::of(&asked, &[ballots_of(5), twice], &[], rule()).unwrap()
    };
    let few = of(2);
    assert_eq!((few.atoms().len(), few.nowhere()), (1, &[1][..]));
    assert_eq!((few.atoms()[0].n, few.atoms()[0].replaced), (5, 0));
    let enough = of(3);
    assert_eq!((enough.atoms().len(), enough.nowhere()), (1, &[][..]));
    let atom = &enough.atoms()[0];
    assert_eq!((atom.n, atom.c, atom.replaced), (8, 4, 1));
}

#[test]
fn replaced_ballots_are_told_of_each_group() {
    let replaced = Came {
        replaced: vec![0, 1],
        ..ballots_of(9)
    };
    let groups = Groups::of(&departments(&[7]), &[replaced], &[], rule()).unwrap();
    let atom = &groups.atoms()[0];
    assert_eq!((atom.n, atom.sure, atom.c, atom.replaced), (9, 7, 3, 2));
}

#[test]
fn a_tree_knows_who_is_above_and_below() {
    let tree = company().tree().clone();
    assert_eq!(
        [0, 1, 2, 5].map(|node| tree.has_children(node)),
        [true, true, false, false]
    );
    assert_eq!([0, 1, 2].map(|node| tree.depth(node)), [0, 1, 2]);
    assert!(!tree.is_empty() && Tree::default().is_empty());
}
