//! What a printed figure says of itself.

use super::super::printed::{Printed, Shares, Spread};
use super::super::*;
use super::{Dice, ballots_of, departments, released, rule, tally};

fn printed(step: f64) -> Printed {
    Printed {
        value: 50.0,
        step,
        reach: 0.0,
        base: 12,
        capped: false,
    }
}

#[test]
fn ends_of_ranges_are_printed_in_the_figures_own_steps_and_outwards() {
    let ten = printed(10.0);
    assert_eq!(
        [43.0, 40.0, -3.0].map(|end| ten.down(end)),
        [40.0, 40.0, -10.0]
    );
    assert_eq!([43.0, 40.0, -3.0].map(|end| ten.up(end)), [50.0, 40.0, 0.0]);
    assert_eq!([45.0, 44.9].map(|value| ten.nearest(value)), [50.0, 40.0]);
    assert_eq!(printed(2.0).nearest(43.0), 44.0);
}

#[test]
fn a_spread_is_told_in_tenths_and_its_range_outwards() {
    let spread = Spread::of(1.2321, 1.1025, 1.5625);
    assert_eq!((spread.at(), spread.lo(), spread.hi()), (1.1, 1.0, 1.3));
    let whole = Spread::of(1.44, 1.44, 1.44);
    assert_eq!((whole.at(), whole.lo(), whole.hi()), (1.2, 1.2, 1.2));
}

#[test]
fn bands_add_up_the_options_below_in_and_above_the_middle() {
    let bands = |percent: &[f64]| Shares::of(percent.to_vec(), 5.0, 1.5).bands();
    assert_eq!(bands(&[10.0, 20.0, 30.0, 25.0, 15.0]), [30.0, 30.0, 40.0]);
    assert_eq!(bands(&[10.0, 20.0, 30.0, 40.0]), [30.0, 0.0, 70.0]);
    assert_eq!(bands(&[20.0, 30.0, 50.0]), [20.0, 30.0, 50.0]);
    let shares = Shares::of(vec![20.0, 80.0], 5.0, 1.5);
    assert_eq!((shares.step(), shares.reach()), (5.0, 1.5));
}

/// A figure is of its parts, each by itself; shares say how far the truth can be from them.
#[test]
fn a_department_is_of_teams_and_a_team_of_itself() {
    let answers = |of: [usize; 5]| {
        let answers = of.into_iter().zip(1..);
        let answers: Vec<_> = answers
            .flat_map(|(times, value)| std::iter::repeat_n(Some(value), times))
            .collect();
        tally(&answers)
    };
    // The second team's last option is capped: 22 of 24, and 2 beside it.
    let release = released(&[answers([4, 4, 4, 4, 4]), answers([0, 0, 0, 0, 24])]);
    let all = release.node(0).unwrap();
    let sizes: Vec<usize> = all.parts().map(|part| part.n()).collect();
    assert_eq!(sizes, [20, 24]);
    assert!(!all.single() && release.node(1).unwrap().single());
    assert_eq!(
        [0, 1, 2].map(|node| release.node(node).unwrap().item(0).unwrap().capped()),
        [true, false, true]
    );
    let shares = |node: usize| release.node(node).unwrap().shares(0).unwrap();
    assert_eq!(shares(1).percent(), [40.0, 20.0, 40.0]);
    assert_eq!((shares(1).reach(), shares(1).step()), (0.0, 10.0));
    // Two of 24 are open, so 4.2 points either way of the middle.
    assert!((shares(2).reach() - 100.0 / 24.0).abs() < 1e-9);
    assert_eq!(shares(2).percent(), [0.0, 0.0, 100.0]);
    // 44 sheets: every option, in fives, weighted by the people asked.
    assert_eq!(shares(0).percent(), [10.0, 10.0, 10.0, 10.0, 60.0]);
    let reach = 24.0 / 44.0 * 100.0 / 24.0;
    assert!((shares(0).reach() - reach).abs() < 1e-9);
    assert_eq!(release.node(0).unwrap().item(0).unwrap().base(), 44);
}

/// A topic is shown where half of its items are, and says which.
#[test]
fn a_topic_needs_half_of_its_items_and_tells_which_are_shown() {
    let shape = super::sums::shape();
    let topic = 0;
    let items = shape.topics[topic].items.clone();
    let told = |hidden: usize| {
        let mut dice = Dice(41);
        let mut tally = RawTally::new(&shape);
        for _ in 0..12 {
            let mut sheet: Vec<Option<u8>> = shape
                .options
                .iter()
                .map(|&options| Some(1 + dice.below(options.into()) as u8))
                .collect();
            items[..hidden].iter().for_each(|&item| sheet[item] = None);
            tally.add(&sheet).unwrap();
        }
        let ballots = Ballots {
            shape: &shape,
            came: &[ballots_of(12)],
            tallies: &[tally],
            shown: &[],
        };
        let release = release(&departments(&[12]), &ballots, rule()).unwrap();
        let figure = release.node(1).unwrap();
        let mean = figure
            .topic(topic)
            .map(|printed| printed.value() % printed.step());
        (
            mean,
            figure.items_shown(topic),
            figure.sides(topic).is_some(),
        )
    };
    assert_eq!(told(0), (Some(0.0), Some(items.clone()), false));
    let half = items.len() / 2;
    assert_eq!(told(half), (Some(0.0), Some(items[half..].to_vec()), false));
    assert_eq!(told(half + 1 + items.len() % 2), (None, None, false));
}
