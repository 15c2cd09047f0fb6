use super::super::steps::{down, nearest, up};
use super::super::*;
use super::{Dice, ballots_of, departments, random_tally, released, rule, tally};

fn answers(of: &[(u8, usize)]) -> RawTally {
    let answers = of
        .iter()
        .flat_map(|&(value, times)| std::iter::repeat_n(Some(value), times));
    tally(&answers.collect::<Vec<_>>())
}

#[test]
fn half_a_step_goes_up_and_ends_go_outwards() {
    assert_eq!(
        [52.5, 52.4, 97.5, 0.0].map(|value| nearest(value, 5.0)),
        [55.0, 50.0, 100.0, 0.0]
    );
    assert_eq!(nearest(12.5, 25.0), 25.0);
    assert_eq!(nearest(100.0 * (0.1 + 0.2) / 0.6, 10.0), 50.0);
    assert_eq!((down(50.0, 5.0), up(50.0, 5.0)), (50.0, 50.0));
    assert_eq!((down(51.0, 5.0), up(51.0, 5.0)), (50.0, 55.0));
}

#[test]
fn every_size_has_the_steps_of_the_table() {
    let mut dice = Dice(21);
    for (n, step, shares) in [
        (5, 25.0, None),
        (9, 25.0, None),
        (10, 10.0, None),
        (19, 10.0, None),
        (20, 10.0, Some((10.0, 3))),
        (39, 10.0, Some((10.0, 3))),
        (40, 5.0, Some((5.0, 5))),
        (99, 5.0, Some((5.0, 5))),
        (100, 1.0, Some((1.0, 5))),
    ] {
        let mut full = random_tally(&mut dice, 0);
        (0..n).for_each(|_| full.add(&[Some(1 + dice.below(5) as u8)]).unwrap());
        let release = released(&[full]);
        let figure = release.node(1).unwrap();
        let printed = figure.item(0).unwrap();
        assert_eq!((printed.step(), printed.value() % step), (step, 0.0), "{n}");
        let found = figure.shares(0).map(|shares| {
            assert!(
                shares
                    .percent()
                    .iter()
                    .all(|share| share % shares.step() == 0.0)
            );
            (shares.step(), shares.percent().len())
        });
        assert_eq!(found, shares, "{n}");
    }
}

#[test]
fn a_figure_of_several_atoms_has_the_steps_of_all_its_sheets() {
    let release = released(&[answers(&[(1, 4), (2, 4)]), answers(&[(4, 6), (5, 6)])]);
    let step = |node| release.node(node).unwrap().item(0).unwrap().step();
    assert_eq!([step(0), step(1), step(2)], [10.0, 25.0, 10.0]);
    // 12.5 of 8 and 87.5 of 12 people: 57.5.
    assert_eq!(release.node(0).unwrap().item(0).unwrap().value(), 60.0);
}

#[test]
fn an_item_that_too_few_answered_is_left_out_and_the_union_leaves_out_that_atom() {
    let half_blank = tally(&[Some(2), Some(3), None, None, Some(4), Some(1)]);
    let full = tally(&[1, 2, 3, 3, 4, 5].map(Some));
    let release = released(&[half_blank, full]);
    assert_eq!(release.node(1).unwrap().item(0), None);
    let union = release.node(0).unwrap();
    assert_eq!((union.n(), union.item(0).unwrap().base()), (12, 6));
    assert_eq!(union.item(0).unwrap().value(), 50.0);
}

/// Six ballots of at least five people: an item needs six answers, for one of them may be somebody's second.
#[test]
fn the_fewest_answers_to_an_item_count_people() {
    let asked = departments(&[6]);
    let shown = |last: Option<u8>| {
        let sheets = tally(&[Some(1), Some(2), Some(3), Some(4), Some(5), last]);
        let came = Came {
            replaced: vec![0],
            ..ballots_of(6)
        };
        let ballots = Ballots {
            shape: &sheets.shape(),
            came: &[came],
            tallies: std::slice::from_ref(&sheets),
            shown: &[],
        };
        let release = release(&asked, &ballots, rule()).unwrap();
        let figure = release.node(1).unwrap();
        assert_eq!((figure.n(), figure.sure(), figure.asked()), (6, 5, 6));
        assert_eq!(release.groups().atoms()[0].c, 3);
        figure.item(0).map(|printed| printed.base())
    };
    assert_eq!((shown(Some(3)), shown(None)), (Some(6), None));
}

#[test]
fn the_truth_is_within_reach_of_what_is_printed() {
    let mut dice = Dice(22);
    for _ in 0..3_000 {
        let people = 5 + dice.below(8);
        let most = 1 + dice.below(5) as u8;
        let given: Vec<Option<u8>> = (0..people)
            .map(|_| match dice.below(5) {
                0 => Some(1 + dice.below(5) as u8),
                _ => Some(most),
            })
            .collect();
        let truth = given
            .iter()
            .flatten()
            .map(|&value| 25.0 * (f64::from(value) - 1.0));
        let truth = truth.sum::<f64>() / people as f64;
        let release = released(&[tally(&given)]);
        let printed = release.node(1).unwrap().item(0).unwrap();
        let apart = (printed.value() - truth).abs();
        assert!(
            apart <= printed.reach() + printed.step() / 2.0 + 1e-9,
            "{given:?} {printed:?}"
        );
        assert_eq!(printed.reach() > 0.0, printed.capped());
    }
}

#[test]
fn two_truths_that_are_clipped_alike_print_alike() {
    let mut dice = Dice(23);
    for _ in 0..300 {
        let people = 5 + dice.below(5);
        let rest = 1 + dice.below(2);
        let with = |rest: usize| answers(&[(5, people - rest), (4, rest)]);
        let (one, other) = (released(&[with(0)]), released(&[with(rest)]));
        assert_eq!(
            encode(&one).unwrap(),
            encode(&other).unwrap(),
            "{rest} of {people}"
        );
    }
}

#[test]
fn spread_is_told_from_ten_sheets_and_not_near_a_group_shown_before_below_forty() {
    let shape = super::sums::shape();
    let spread = |people: usize, shown: &[People]| {
        let asked = departments(&[people]);
        let mut tally = RawTally::new(&shape);
        for person in 0..people {
            let answer = |&options: &u8| Some(1 + (person % usize::from(options)) as u8);
            tally
                .add(&shape.options.iter().map(answer).collect::<Vec<_>>())
                .unwrap();
        }
        let ballots = Ballots {
            shape: &shape,
            came: &[ballots_of(people)],
            tallies: &[tally],
            shown,
        };
        let release = release(&asked, &ballots, rule()).unwrap();
        let figure = release.node(1).unwrap();
        figure.spread(0).map(|spread| (10.0 * spread.at()).fract())
    };
    let but_one = |people: u32| vec![(0..people - 1).collect::<People>()];
    assert_eq!((spread(9, &[]), spread(10, &[])), (None, Some(0.0)));
    assert_eq!(spread(10, &but_one(10)), None);
    assert_eq!(spread(39, &but_one(39)), None);
    assert!(spread(40, &but_one(40)).is_some());
}

#[test]
fn what_is_shown_depends_on_sizes_and_not_on_answers() {
    let mut dice = Dice(2);
    for _ in 0..100 {
        let sizes: Vec<usize> = (0..6).map(|_| 5 + dice.below(9)).collect();
        let mut release = || {
            let tallies: Vec<_> = sizes
                .iter()
                .map(|&size| random_tally(&mut dice, size))
                .collect();
            released(&tallies).groups().clone()
        };
        assert_eq!(release(), release());
    }
}
