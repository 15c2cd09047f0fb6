mod coalitions;
mod organisations;
mod sums;
mod trees;
mod vectors;

use super::*;
use std::sync::Arc;

#[test]
fn a_rule_below_the_floor_is_refused() {
    assert!(Rule::new(4, 1).is_err());
    assert!(Rule::new(5, 0).is_err());
    assert!(Rule::new(5, 3).is_err());
    assert!(Rule::new(6, 3).is_ok());
}

#[test]
fn an_item_that_too_few_answered_is_left_out_and_the_union_leaves_out_that_atom() {
    let nodes = [(None, 0), (Some(0), 6), (Some(0), 6)].map(|(parent, own)| Node { parent, own });
    let half_blank = tally(&[Some(2), Some(3), None, None, Some(4), Some(1)]);
    let full = tally(&[Some(1), Some(2), Some(3), Some(3), Some(4), Some(5)]);
    let released = release(
        &nodes,
        &[tally(&[]), half_blank, full],
        Rule::new(5, 2).unwrap(),
    )
    .unwrap();
    assert!(released.node(1).unwrap().items[0].is_none());
    let union = released.node(0).unwrap();
    assert_eq!((union.n, union.items[0].as_ref().unwrap().base()), (12, 6));
    assert_eq!(union.distribution(0), None, "only six people are behind it");
}

#[test]
fn surplus_moves_towards_the_middle_and_from_the_middle_down() {
    let rule = Rule::new(5, 2).unwrap();
    for (value, clipped) in [
        (1, [3, 2, 0, 0, 0]),
        (2, [0, 3, 2, 0, 0]),
        (3, [0, 2, 3, 0, 0]),
        (4, [0, 0, 2, 3, 0]),
        (5, [0, 0, 0, 2, 3]),
    ] {
        let unanimous = [tally(&[Some(value); 5])];
        let released = release(
            &[Node {
                parent: None,
                own: 5,
            }],
            &unanimous,
            rule,
        )
        .unwrap();
        let item = released.node(0).unwrap().items[0].clone().unwrap();
        assert_eq!(item.counts, clipped);
    }
}

#[test]
fn a_union_is_capped_where_one_of_its_atoms_is() {
    let nodes = [(None, 0), (Some(0), 8), (Some(0), 5)].map(|(parent, own)| Node { parent, own });
    let mixed = tally(&[1, 1, 2, 2, 3, 3, 4, 5].map(Some));
    let tallies = [tally(&[]), mixed, tally(&[Some(5); 5])];
    let released = release(&nodes, &tallies, Rule::new(5, 2).unwrap()).unwrap();
    let item = |node| released.node(node).unwrap().items[0].clone().unwrap();
    assert_eq!(
        [0, 1, 2].map(|node| item(node).capped()),
        [true, false, true]
    );
    assert_eq!(
        item(0).range(|value| value as f64),
        (21.0 + 23.0, 21.0 + 25.0)
    );
    assert_eq!(released.node(0).map(|tally| tally.n), Some(13));
}

#[test]
fn tallies_that_do_not_fit_the_tree_are_refused() {
    let refused = |own, tallies: &[RawTally]| {
        let nodes = [(None, 5), (Some(0), own)].map(|(parent, own)| Node { parent, own });
        release(&nodes, tallies, Rule::new(5, 2).unwrap()).unwrap_err()
    };
    let five = tally(&[Some(2); 5]);
    let missing = DisclosureError::TallyMissing {
        nodes: 2,
        tallies: 1,
    };
    assert_eq!(refused(5, std::slice::from_ref(&five)), missing);
    let mismatch = DisclosureError::CountMismatch {
        node: 1,
        own: 6,
        counted: 5,
    };
    assert_eq!(refused(6, &[five.clone(), five.clone()]), mismatch);
    let other_items = DisclosureError::OtherItems { node: 1 };
    assert_eq!(
        refused(0, &[five, RawTally::new(&Arc::new(Shape::single(&[5, 5])))]),
        other_items
    );
}

#[test]
fn a_release_comes_back_from_storage_as_it_was() {
    let stored = encode(&example()).unwrap();
    assert_eq!(decode(&stored).unwrap(), example());
    assert!(
        !stored.header.contains("own"),
        "sizes of hidden teams are not stored"
    );
}

#[test]
fn stored_results_that_break_a_rule_are_refused() {
    let sound = encode(&example()).unwrap();
    let first = |atom: &str| Stored {
        atoms: [&[atom.to_owned()], &sound.atoms[1..]].concat(),
        ..sound.clone()
    };
    let header = |from: &str, to: &str| Stored {
        header: sound.header.replacen(from, to, 1),
        ..sound.clone()
    };
    for (why, damaged) in [
        ("has 4 people", first(r#"{"home":1,"n":4,"items":[null]}"#)),
        (
            "breaks the rule",
            first(r#"{"home":1,"n":6,"items":[[[6,0,0,0,0],0]]}"#),
        ),
        (
            "do not add up",
            first(r#"{"home":1,"n":6,"items":[[[2,2,1,0,0],0]]}"#),
        ),
        (
            "breaks the rule",
            first(r#"{"home":1,"n":6,"items":[[[2,2,0,0,0],2]]}"#),
        ),
        (
            "different surveys",
            first(r#"{"home":1,"n":6,"items":[[[3,3],0]]}"#),
        ),
        ("different surveys", first(r#"{"home":1,"n":6,"items":[]}"#)),
        ("out of order", first(r#"{"home":2,"n":6,"items":[null]}"#)),
        ("not published", header("[0,true]", "[0,false]")),
        ("smallest group is 4", header("\"k\":5", "\"k\":4")),
        ("format 2", header("\"version\":1", "\"version\":2")),
        ("after its child", header("[0,true]", "[1,true]")),
        (
            "has no atom",
            Stored {
                atoms: sound.atoms[1..].to_vec(),
                ..sound.clone()
            },
        ),
    ] {
        let refused = decode(&damaged).unwrap_err().to_string();
        assert!(refused.contains(why), "{refused:?} does not say {why:?}");
    }
}

#[test]
fn comments_never_single_out_fewer_than_ten() {
    let nodes = [(None, 0), (Some(0), 12), (Some(0), 7), (Some(0), 15)]
        .map(|(parent, own)| Node { parent, own });
    let mut dice = Dice(4);
    let tallies: Vec<_> = nodes
        .iter()
        .map(|node| random_tally(&mut dice, node.own))
        .collect();
    let released = release(&nodes, &tallies, Rule::new(5, 2).unwrap()).unwrap();
    let texts = || {
        vec![
            (2, "c".to_owned()),
            (1, "b".to_owned()),
            (0, "a".to_owned()),
        ]
    };
    let read = |node| comments(&released, node, texts()).map(|texts| texts.to_vec());
    assert_eq!(read(0), Some(vec!["a".into(), "b".into(), "c".into()]));
    assert_eq!(
        read(1),
        None,
        "parent minus both teams would be the seven of the other"
    );
    assert_eq!(read(2), None);
    assert_eq!(read(3), Some(vec!["c".into()]));
}

#[test]
fn a_small_change_of_membership_limits_what_is_compared() {
    use Comparability::{Full, MeansOnly, NotComparable};
    for (before, after, changed, expected) in [
        (5, 5, 0, Full),
        (9, 30, 2, NotComparable),
        (30, 10, 2, MeansOnly),
        (20, 22, 2, Full),
        (400, 401, 1, NotComparable),
        (9, 9, 3, MeansOnly),
        (10, 12, 3, Full),
    ] {
        assert_eq!(
            comparable(before, after, changed),
            expected,
            "{before} {after} {changed}"
        );
    }
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

#[test]
fn results_stored_before_there_were_figures_of_the_survey_are_read() {
    let stored = encode(&example()).unwrap();
    let mut header: serde_json::Value = serde_json::from_str(&stored.header).unwrap();
    header
        .as_object_mut()
        .unwrap()
        .remove("organisation")
        .unwrap();
    let older = Stored {
        header: header.to_string(),
        ..stored
    };
    let read = decode(&older).unwrap();
    assert_eq!(read.node(0), example().node(0));
    assert!(read.organisation().scale(0).is_none());
}

fn example() -> Released<Release> {
    let nodes = [(None, 0), (Some(0), 6), (Some(0), 12)].map(|(parent, own)| Node { parent, own });
    let mut dice = Dice(3);
    let tallies: Vec<_> = nodes
        .iter()
        .map(|node| random_tally(&mut dice, node.own))
        .collect();
    release(&nodes, &tallies, Rule::new(5, 2).unwrap()).unwrap()
}

fn random_tally(dice: &mut Dice, people: usize) -> RawTally {
    let answers: Vec<_> = (0..people)
        .map(|_| Some(1 + dice.below(5) as u8).filter(|_| dice.below(9) > 0))
        .collect();
    tally(&answers)
}

/// One item, five options.
fn tally(answers: &[Option<u8>]) -> RawTally {
    let mut tally = RawTally::new(&Arc::new(Shape::single(&[5])));
    answers
        .iter()
        .for_each(|answer| tally.add(&[*answer]).unwrap());
    tally
}

/// Splitmix64: the same trees on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }

    /// A tree of one to five levels; small teams are as frequent as all others together.
    fn tree(&mut self) -> Vec<Node> {
        let mut nodes = vec![Node {
            parent: None,
            own: self.size(),
        }];
        let mut level = 0..1;
        for _ in 0..self.below(5) {
            let begin = nodes.len();
            for parent in level {
                for _ in 0..self.below(5) {
                    nodes.push(Node {
                        parent: Some(parent),
                        own: self.size(),
                    });
                }
            }
            level = begin..nodes.len();
        }
        nodes
    }

    fn size(&mut self) -> usize {
        let limit = [1, 8, 8, 41][self.below(4)];
        self.below(limit)
    }
}
