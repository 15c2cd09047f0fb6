use super::super::*;
use super::Dice;
use std::collections::{BTreeMap, BTreeSet};

/// Organisations of each size.
const MANY: usize = 1_200;

/// A company with overlaps, twins and replaced ballots, and who really answered.
struct Company {
    rule: Rule,
    asked: Asked,
    choices: BTreeMap<usize, Choice>,
    people: BTreeMap<usize, People>,
    came: Vec<Came>,
    /// By cell, whose ballots came.
    senders: Vec<Vec<u32>>,
}

fn company(dice: &mut Dice) -> Company {
    let rule = Rule::new(5 + dice.below(6), 1 + dice.below(2)).unwrap();
    let tree = Tree::new(parents(dice)).unwrap();
    let leaves: Vec<usize> = (0..tree.len())
        .filter(|&node| !tree.has_children(node))
        .collect();
    let mut people: BTreeMap<usize, People> = BTreeMap::new();
    let mut hired = 0;
    for &leaf in &leaves {
        let limit = [3, 8, 8, 20][dice.below(4)];
        let size = dice.below(limit) as u32;
        let mut team: BTreeSet<u32> = (hired..hired + size).collect();
        hired += size;
        // Some are in several teams; now and then a team is nearly another one's twin.
        if dice.below(4) == 0 && hired > 0 {
            team.extend((0..dice.below(3)).map(|_| dice.below(hired as usize) as u32));
        }
        if dice.below(10) == 0
            && let Some(twin) = people.values().last()
        {
            team = twin
                .iter()
                .copied()
                .chain(team.into_iter().take(2))
                .collect();
        }
        people.insert(leaf, team.into_iter().collect());
    }
    let mut choices = BTreeMap::new();
    for &leaf in &leaves {
        if people[&leaf].len() < rule.k() && dice.below(5) == 0 {
            let host = leaves[dice.below(leaves.len())];
            let choice = if dice.below(3) == 0 {
                Choice::Out
            } else {
                Choice::With(host)
            };
            choices.insert(leaf, choice);
        }
    }
    let cells = Cells::of(&tree, &people, &choices, rule).unwrap().cells;
    let (mut came, mut senders) = (Vec::new(), Vec::new());
    for cell in &cells {
        let often = dice.below(11);
        let answered = cell
            .people
            .iter()
            .copied()
            .filter(|_| dice.below(10) < often);
        let mut sent: Vec<u32> = answered.collect();
        let mut replaced = People::new();
        for person in sent.clone() {
            if dice.below(15) == 0 {
                replaced.push(person);
                // The lost one may have arrived after all.
                sent.extend((dice.below(2) == 0).then_some(person));
            }
        }
        came.push(Came {
            ballots: sent.len(),
            replaced,
        });
        senders.push(sent);
    }
    let leaves = people
        .iter()
        .map(|(&leaf, people)| (leaf, people.len()))
        .collect();
    Company {
        rule,
        asked: Asked {
            tree,
            leaves,
            cells,
        },
        choices,
        people,
        came,
        senders,
    }
}

fn parents(dice: &mut Dice) -> Vec<Option<usize>> {
    let mut parents = vec![None];
    let mut level = 0..1;
    for _ in 0..1 + dice.below(4) {
        let begin = parents.len();
        for parent in level {
            parents.extend((0..dice.below(5)).map(|_| Some(parent)));
        }
        level = begin..parents.len();
    }
    parents
}

#[test]
fn every_group_that_can_be_told_has_k_true_people_and_enough_ballots() {
    let mut dice = Dice(11);
    for _ in 0..MANY {
        let company = company(&mut dice);
        let groups = Groups::of(&company.asked, &company.came, &[], company.rule).unwrap();
        let senders = |cells: &[usize]| -> BTreeSet<u32> {
            let sent = cells.iter().flat_map(|&cell| &company.senders[cell]);
            sent.copied().collect()
        };
        for atom in groups.atoms() {
            let people = senders(&atom.cells);
            assert!(people.len() >= atom.sure && atom.sure >= company.rule.k());
            assert!(atom.n >= 2 * atom.c && atom.c >= company.rule.c());
            assert!(atom.sure <= atom.asked);
            assert!(held_by_few(&company, atom) < atom.c, "{atom:?}");
        }
        let counted: Vec<usize> = groups
            .atoms()
            .iter()
            .flat_map(|atom| atom.cells.clone())
            .collect();
        let all: BTreeSet<usize> = counted.iter().copied().collect();
        assert_eq!(all.len(), counted.len(), "each group is counted once");
        for cell in 0..company.asked.cells.len() {
            let silent = company.came[cell].ballots == 0;
            let nowhere = groups.nowhere().contains(&cell);
            assert!(silent || nowhere != all.contains(&cell));
            assert_eq!(groups.atom_of(cell).is_some(), all.contains(&cell));
        }
        check_figures(&company, &groups, &senders);
    }
}

/// The most ballots of an atom that c - 1 people can hold.
fn held_by_few(company: &Company, atom: &atoms::Atom) -> usize {
    let mut held: BTreeMap<u32, usize> = BTreeMap::new();
    for &cell in &atom.cells {
        for sender in &company.senders[cell] {
            *held.entry(*sender).or_default() += 1;
        }
    }
    let mut most: Vec<usize> = held.into_values().collect();
    most.sort_unstable_by(|a, b| b.cmp(a));
    most.into_iter().take(company.rule.c() - 1).sum()
}

fn check_figures(company: &Company, groups: &Groups, senders: &dyn Fn(&[usize]) -> BTreeSet<u32>) {
    let k = company.rule.k();
    for node in 0..company.asked.tree.len() {
        let atoms: Vec<usize> = groups.figure(node).to_vec();
        let cells: Vec<usize> = atoms
            .iter()
            .flat_map(|&atom| groups.atoms()[atom].cells.clone())
            .collect();
        assert_eq!(groups.sums[node].is_some(), !atoms.is_empty());
        if let Some(sum) = &groups.sums[node] {
            let people = senders(&cells);
            assert!(people.len() >= sum.sure && sum.sure >= k && sum.sure <= sum.asked);
        }
        for group in groups.comment_groups(node) {
            let (home, atoms) = &groups.comments[group];
            assert!(company.asked.tree.is_within(*home, node));
            let cells: Vec<usize> = atoms
                .iter()
                .flat_map(|&atom| groups.atoms()[atom].cells.clone())
                .collect();
            assert!(senders(&cells).len() >= COMMENTED);
        }
    }
}

#[test]
fn nobody_is_asked_for_an_answer_that_cannot_count_and_each_once_in_a_group() {
    let mut dice = Dice(12);
    for _ in 0..MANY {
        let company = company(&mut dice);
        let cells = Cells::of(
            &company.asked.tree,
            &company.people,
            &company.choices,
            company.rule,
        );
        let Cells { cells, not_asked } = cells.unwrap();
        let mut leaves: Vec<usize> = cells.iter().flat_map(|cell| cell.leaves.clone()).collect();
        leaves.extend(&not_asked);
        leaves.sort_unstable();
        let with_people: Vec<usize> = company.people.keys().copied().collect();
        assert_eq!(
            leaves, with_people,
            "every team is in one group or not asked"
        );
        for cell in &cells {
            assert!(cell.people.len() >= company.rule.k());
            assert!(cell.people.is_sorted_by(|a, b| a < b));
            let inside = |leaf: &usize| company.asked.tree.is_within(*leaf, cell.home);
            assert!(cell.leaves.iter().all(inside));
        }
        for (place, one) in cells.iter().enumerate() {
            for other in &cells[place + 1..] {
                let both: BTreeSet<_> = one.people.iter().chain(&other.people).collect();
                let shared = one.people.len() + other.people.len() - both.len();
                let differing = both.len() - shared;
                assert!(shared == 0 || differing == 0 || differing >= company.rule.k());
            }
        }
    }
}

#[test]
fn a_team_of_k_keeps_its_group_however_small_its_neighbours_are() {
    let tree = Tree::new(vec![None, Some(0), Some(0), Some(0)]).unwrap();
    let people = [
        (1, (0..5).collect()),
        (2, (5..9).collect()),
        (3, (9..10).collect()),
    ];
    let rule = Rule::new(5, 2).unwrap();
    let cells = Cells::of(&tree, &BTreeMap::from(people), &BTreeMap::new(), rule).unwrap();
    let leaves: Vec<_> = cells.cells.iter().map(|cell| cell.leaves.clone()).collect();
    assert_eq!(leaves, [vec![2, 3], vec![1]]);
}

#[test]
fn groups_that_name_each_other_are_one_and_one_that_is_out_takes_nobody_along() {
    let tree = Tree::new(vec![None, Some(0), Some(0), Some(0), Some(0)]).unwrap();
    let people = BTreeMap::from([
        (1, (0..3).collect()),
        (2, (3..6).collect()),
        (3, (6..9).collect()),
        (4, (9..12).collect()),
    ]);
    let rule = Rule::new(5, 2).unwrap();
    let choices = BTreeMap::from([
        (1, Choice::With(2)),
        (2, Choice::With(1)),
        (3, Choice::With(4)),
        (4, Choice::Out),
    ]);
    let cells = Cells::of(&tree, &people, &choices, rule).unwrap();
    assert_eq!(cells.cells.len(), 1);
    assert_eq!(
        (cells.cells[0].kind, &cells.cells[0].leaves),
        (Kind::Joint, &vec![1, 2])
    );
    assert_eq!(
        cells.not_asked,
        [3, 4],
        "without a pool they cannot be counted"
    );
    assert_eq!(cells.of_leaf(2), Some(0));
}

#[test]
fn a_tree_out_of_order_and_counts_that_do_not_fit_are_refused() {
    let late = Tree::new(vec![Some(0)]);
    assert_eq!(
        late,
        Err(DisclosureError::ParentAfterChild { node: 0, parent: 0 })
    );
    assert_eq!(
        Tree::new(vec![None, None]),
        Err(DisclosureError::SeveralRoots { node: 1 })
    );
    let tree = Tree::new(vec![None]).unwrap();
    let rule = Rule::new(5, 2).unwrap();
    let outside = Cells::of(
        &tree,
        &BTreeMap::from([(1, vec![0])]),
        &BTreeMap::new(),
        rule,
    );
    assert_eq!(outside, Err(DisclosureError::NoSuchNode { node: 1 }));
    let cells = Cells::of(
        &tree,
        &BTreeMap::from([(0, (0..6).collect())]),
        &BTreeMap::new(),
        rule,
    );
    let asked = Asked {
        tree,
        leaves: BTreeMap::from([(0, 6)]),
        cells: cells.unwrap().cells,
    };
    let refused = |came: &[Came]| Groups::of(&asked, came, &[], rule).unwrap_err();
    assert_eq!(
        refused(&[]),
        DisclosureError::CountMissing { cells: 1, given: 0 }
    );
    let seven = Came {
        ballots: 7,
        replaced: Vec::new(),
    };
    let many = DisclosureError::TooManyBallots {
        cell: 0,
        asked: 6,
        ballots: 7,
    };
    assert_eq!(refused(std::slice::from_ref(&seven)), many);
    let replaced = Came {
        replaced: vec![3],
        ..seven
    };
    assert!(Groups::of(&asked, &[replaced], &[], rule).is_ok());
}

#[test]
fn participation_tells_neither_nobody_nor_everybody() {
    use Participation::{AtLeast, Exactly, FewerThan};
    let rule = Rule::new(5, 2).unwrap();
    let of = |asked, answered| Participation::of(asked, answered, rule);
    assert_eq!((of(6, 6), of(6, 0)), (None, None));
    assert_eq!(
        [0, 4, 5, 7].map(|answered| of(7, answered).unwrap()),
        [FewerThan(5), FewerThan(5), AtLeast(5), AtLeast(5)]
    );
    assert_eq!(
        [4, 5, 9, 10, 12].map(|answered| of(12, answered).unwrap()),
        [
            FewerThan(5),
            Exactly(5),
            Exactly(9),
            AtLeast(10),
            AtLeast(10)
        ]
    );
    let share = |asked, answered| Participation::share(asked, answered, rule);
    assert_eq!(
        [share(40, 4), share(40, 15), share(40, 16), share(6, 6)],
        [None, Some(40), Some(40), None]
    );
    assert_eq!(share(10, 10), Some(80), "not that all of ten answered");
    assert_eq!(share(40, 17), Some(45), "half a step goes up");
}
