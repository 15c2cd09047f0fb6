mod coalitions;
mod figures;
mod organisations;
mod readers;
mod stored;
mod sums;
mod told;
mod vectors;
mod whereabouts;

use super::*;
use std::collections::BTreeMap;
use std::sync::Arc;

#[test]
fn a_rule_below_the_floor_is_refused() {
    assert!(Rule::new(4, 1).is_err());
    assert!(Rule::new(5, 0).is_err());
    assert!(Rule::new(5, 3).is_err());
    assert!(Rule::new(6, 3).is_ok());
}

#[test]
fn tallies_that_do_not_fit_the_groups_are_refused() {
    let asked = departments(&[5, 6]);
    let five = tally(&[Some(2); 5]);
    let refused = |came: &[usize], tallies: &[RawTally]| {
        let came: Vec<Came> = came.iter().map(|&ballots| ballots_of(ballots)).collect();
        let ballots = Ballots {
            shape: &tallies[0].shape(),
            came: &came,
            tallies,
            shown: &[],
        };
        release(&asked, &ballots, rule()).unwrap_err()
    };
    assert_eq!(
        refused(&[5, 6], std::slice::from_ref(&five)),
        DisclosureError::CountMissing { cells: 2, given: 1 }
    );
    assert_eq!(
        refused(&[5, 6], &[five.clone(), five.clone()]),
        DisclosureError::CountMismatch {
            cell: 1,
            ballots: 6,
            counted: 5
        }
    );
    let other = RawTally::new(&Arc::new(Shape::single(&[5, 5])));
    assert_eq!(
        refused(&[5, 0], &[five, other]),
        DisclosureError::OtherItems { cell: 1 }
    );
}

#[test]
fn a_sheet_that_does_not_fit_changes_nothing() {
    let mut tally = RawTally::new(&Arc::new(Shape::single(&[5, 5])));
    assert!(tally.add(&[Some(3)]).is_err());
    assert!(tally.add(&[Some(3), Some(6)]).is_err());
    assert!(tally.add(&[Some(0), None]).is_err());
    assert_eq!(
        (tally.n(), tally.items()[0].counts.iter().sum::<usize>()),
        (0, 0)
    );
    assert_eq!(format!("{tally:?}"), "RawTally(hidden)");
}

fn rule() -> Rule {
    Rule::new(5, 2).unwrap()
}

fn ballots_of(ballots: usize) -> Came {
    Came {
        ballots,
        replaced: Vec::new(),
    }
}

/// An organisation of teams of these sizes, right below its root.
fn departments(sizes: &[usize]) -> Asked {
    let parents = std::iter::once(None).chain(sizes.iter().map(|_| Some(0)));
    let tree = Tree::new(parents.collect()).unwrap();
    let sizes: BTreeMap<usize, usize> = sizes
        .iter()
        .copied()
        .enumerate()
        .map(|(at, size)| (at + 1, size))
        .collect();
    Asked::apart(tree, &sizes, rule()).unwrap()
}

/// What is released of teams in which everybody answered; each is a group of its own.
fn released(tallies: &[RawTally]) -> Released<Release> {
    let asked = departments(&tallies.iter().map(RawTally::n).collect::<Vec<_>>());
    let came: Vec<Came> = tallies.iter().map(|tally| ballots_of(tally.n())).collect();
    let ballots = Ballots {
        shape: &tallies[0].shape(),
        came: &came,
        tallies,
        shown: &[],
    };
    release(&asked, &ballots, rule()).unwrap()
}

/// One item, five options.
fn tally(answers: &[Option<u8>]) -> RawTally {
    let mut tally = RawTally::new(&Arc::new(Shape::single(&[5])));
    answers
        .iter()
        .for_each(|answer| tally.add(&[*answer]).unwrap());
    tally
}

fn random_tally(dice: &mut Dice, people: usize) -> RawTally {
    let answers: Vec<_> = (0..people)
        .map(|_| Some(1 + dice.below(5) as u8).filter(|_| dice.below(9) > 0))
        .collect();
    tally(&answers)
}

/// Splitmix64: the same companies on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}
