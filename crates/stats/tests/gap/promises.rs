use super::simulated::{Counts, Dice, ITEMS, Kind, Population, Printed, Steps, TOPICS, Team, gaps};
use gutcheck_stats::{
    Basis, Comparison, Difference, Family, Interval, Judged, PRIOR_DF, Side, StatsError,
    TopicFigures, Word, compare, leader_gap, moved, pooled_noise,
};

/// Families of teams of every kind, with gaps of every size.
fn families() -> Vec<Family> {
    let dice = &mut Dice(5);
    let mut found = Vec::new();
    for kind in Kind::ALL {
        for (n, invited) in [(5, 5), (5, 7), (12, 12)] {
            let population = Population::new(kind, n, invited, 1.0);
            let drawn = |dice: &mut Dice| [0; TOPICS].map(|_| 0.6 * dice.bell());
            let teams: Vec<Team> = (0..200)
                .map(|_| population.team(drawn(dice), dice).0)
                .collect();
            let of =
                |gaps: &[(Difference, f64); TOPICS]| Family::of(&compare(gaps).unwrap(), 4.0, 0.8);
            found.extend(gaps(&teams, invited, Steps::None).iter().map(of));
        }
    }
    found
}

fn all(family: &Family) -> impl Iterator<Item = &Judged> {
    family.topics.iter().chain(&family.mean)
}

#[test]
fn a_word_and_its_interval_never_contradict_each_other() {
    let (mut clear, mut likely, mut alike, mut none) = (0, 0, 0, 0);
    for family in families() {
        for judged in all(&family) {
            let off_zero = !judged.interval.contains(0.0);
            let count = match judged.word() {
                Word::Clear(_) => &mut clear,
                Word::Likely(_) => &mut likely,
                Word::Alike => &mut alike,
                Word::CannotTell => &mut none,
            };
            *count += 1;
            match judged.word() {
                Word::Clear(_) => assert!(off_zero, "{judged:?}"),
                Word::Likely(_) => {}
                Word::Alike | Word::CannotTell => assert!(!off_zero, "{judged:?}"),
            }
            let up = judged.comparison.points > 0.0;
            if let Word::Clear(side) | Word::Likely(side) = judged.word() {
                assert_eq!(side == Side::Higher, up);
            }
            assert!(judged.adjusted >= judged.p && judged.adjusted <= 1.0);
            assert_eq!(judged.p < 0.05, off_zero);
            assert_ne!(judged.word_of_move(), Word::Alike);
            // The leader's diamond stands at the members' mean and the gap.
            let diamond = 3.0 + judged.comparison.points;
            assert_eq!(!judged.chance_range(3.0).contains(diamond), off_zero);
        }
    }
    for count in [clear, likely, alike, none] {
        assert!(
            count > 100,
            "{clear} clear, {likely} likely, {alike} alike, {none} not told"
        );
    }
}

#[test]
fn the_order_of_topics_changes_nothing() {
    for family in families().iter().step_by(20) {
        let mut turned: Vec<Comparison> =
            family.topics.iter().map(|topic| topic.comparison).collect();
        turned.reverse();
        let mut other = Family::of(&turned, 4.0, 0.8);
        other.topics.reverse();
        assert_eq!(other.topics, family.topics);
    }
}

/// Counts of answers from 1 to 5, of five items that are alike.
fn alike(counts: Counts) -> [Counts; ITEMS] {
    [counts; ITEMS]
}

fn basis() -> Basis {
    Basis {
        pooled: 0.7,
        prior_df: PRIOR_DF,
        reliability: 0.8,
        scale: Interval { lo: 1.0, hi: 5.0 },
    }
}

fn figures(counts: &[Counts; ITEMS], invited: usize) -> TopicFigures {
    let printed = Printed {
        invited,
        steps: Steps::None,
        variance: 0.5,
    };
    printed.topic(counts, &basis())
}

fn leader(answers: [f64; ITEMS]) -> Vec<Vec<Option<f64>>> {
    vec![answers.map(Some).to_vec()]
}

const LEADER: [f64; ITEMS] = [4.0, 5.0, 3.0, 4.0, 4.0];
const MEMBERS: [Counts; ITEMS] = [
    [0, 1, 2, 2, 1],
    [1, 1, 2, 1, 1],
    [0, 2, 2, 2, 0],
    [0, 0, 2, 3, 1],
    [0, 0, 0, 2, 4],
];

#[test]
fn mirrored_answers_mirror_everything() {
    let mirrored = |figures: &TopicFigures| {
        let mut other = figures.clone();
        other.precision.mean = Interval {
            lo: 6.0 - figures.precision.mean.hi,
            hi: 6.0 - figures.precision.mean.lo,
        };
        other.items = figures
            .items
            .iter()
            .map(|item| item.map(|mean| 6.0 - mean))
            .collect();
        other
    };
    let members = figures(&MEMBERS, 8);
    let judged = |members: &TopicFigures, answers: [f64; ITEMS]| {
        let gap = leader_gap(members, &leader(answers)).unwrap().unwrap();
        Family::of(&compare(&[(gap.difference, 0.6); 2]).unwrap(), 4.0, 0.8)
    };
    let answers = [5.0, 5.0, 4.0, 5.0, 5.0];
    let own = judged(&members, answers);
    let other = judged(&mirrored(&members), answers.map(|answer| 6.0 - answer));
    for (own, other) in all(&own).zip(all(&other)) {
        let same = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{own:?}\n{other:?}");
        same(own.comparison.points, -other.comparison.points);
        same(own.interval.lo, -other.interval.hi);
        same(own.interval.hi, -other.interval.lo);
        same(own.adjusted, other.adjusted);
        assert!(matches!(
            (own.word(), other.word()),
            (Word::Clear(Side::Higher), Word::Clear(Side::Lower))
                | (Word::Likely(Side::Higher), Word::Likely(Side::Lower))
        ));
    }
}

#[test]
fn capping_alone_never_makes_a_gap_clear_for_a_leader_at_the_mean_of_the_members() {
    let dice = &mut Dice(9);
    for round in 0..2_000 {
        let n = [5, 6, 7, 9, 12][round % 5];
        // Most answers are the same, so that most items are capped; the noise is as small as any organisation's.
        let steady = [0.02, 0.2, 0.6][round % 3];
        let topic = |dice: &mut Dice| {
            let level = 5.0 - (dice.bell().abs() * 0.6).min(4.0);
            [0; ITEMS].map(|_| {
                let mut counts = [0; 5];
                for _ in 0..n {
                    let answer = (level + steady * dice.bell()).round().clamp(1.0, 5.0);
                    counts[answer as usize - 1] += 1;
                }
                counts
            })
        };
        let gaps: Vec<(Difference, f64)> = (0..TOPICS)
            .map(|_| {
                let raw: [Counts; ITEMS] = topic(dice);
                let at_the_mean = raw.map(|counts| {
                    let sum: usize = counts
                        .iter()
                        .zip(1..)
                        .map(|(count, value)| count * value)
                        .sum();
                    sum as f64 / n as f64
                });
                let members = figures(&raw.map(super::simulated::clipped), n);
                let gap = leader_gap(&members, &leader(at_the_mean)).unwrap().unwrap();
                (gap.difference, 0.05)
            })
            .collect();
        let family = Family::of(&compare(&gaps).unwrap(), 4.0, 0.8);
        for judged in all(&family) {
            assert!(!matches!(judged.word(), Word::Clear(_)), "{judged:?}");
        }
    }
}

#[test]
fn a_flat_leader_and_a_unanimous_team_in_full_number_have_an_error_all_the_same() {
    let members = figures(&alike([0, 0, 6, 0, 0]).map(super::simulated::clipped), 6);
    let gap = leader_gap(&members, &leader([4.0; ITEMS]))
        .unwrap()
        .unwrap();
    let family = Family::of(
        &compare(&[(gap.difference, 0.6); TOPICS]).unwrap(),
        4.0,
        0.8,
    );
    for judged in all(&family) {
        assert!(judged.se > 0.1, "{judged:?}");
        assert!(judged.interval.hi - judged.interval.lo > 0.2);
    }
}

#[test]
fn a_topic_left_out_changes_the_others_only_through_noise_and_number() {
    let noises = [0.5, 0.6, 0.7];
    let of = |answers: [f64; ITEMS]| {
        leader_gap(&figures(&MEMBERS, 8), &leader(answers))
            .unwrap()
            .unwrap()
            .difference
    };
    let differences = [LEADER, [5.0; ITEMS], [2.0, 3.0, 5.0, 1.0, 4.0]].map(of);
    let all: Vec<_> = differences.into_iter().zip(noises).collect();
    let whole = compare(&all).unwrap();
    let fewer = compare(&all[..2]).unwrap();
    for (own, other) in whole.iter().zip(&fewer) {
        assert_eq!(own.points, other.points);
        assert_eq!(own.coverage, other.coverage);
        assert_eq!((own.half, own.rounding), (other.half, other.rounding));
        assert_eq!(own.answers.df - other.answers.df, 0.75 * 4.0);
        let per_noise =
            |comparison: &Comparison| comparison.answers.variance / comparison.noise.unwrap();
        assert!((per_noise(own) - per_noise(other)).abs() < 1e-15);
    }
    // With the same errors only the number of topics counts.
    let judged = Family::of(&whole[..1], 4.0, 0.8);
    assert_eq!(judged.topics[0].adjusted, judged.topics[0].p);
    assert_eq!(judged.mean, None);
    assert_eq!(
        judged.topics[0].interval,
        Family::of(&whole, 4.0, 0.8).topics[0].interval
    );
}

#[test]
fn two_waves_together_halve_what_is_independent_and_keep_what_may_be_the_same() {
    let of = |answers: [f64; ITEMS], invited| {
        let gap = leader_gap(&figures(&MEMBERS, invited), &leader(answers))
            .unwrap()
            .unwrap();
        compare(&[(gap.difference, 0.6)]).unwrap()[0]
    };
    let (earlier, later) = (of(LEADER, 8), of([5.0; ITEMS], 6));
    let both = Comparison::together(&earlier, &later);
    let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-15, "{a} {b}");
    close(both.points, (earlier.points + later.points) / 2.0);
    close(
        both.answers.variance,
        (earlier.answers.variance + later.answers.variance) / 4.0,
    );
    assert_eq!(both.answers.df, 12.0, "2 + 4 each");
    assert_eq!(later.coverage.variance, 0.0);
    close(both.coverage.variance, earlier.coverage.variance / 4.0);
    assert_eq!(both.coverage.df, 7.0);
    close(both.half, (earlier.half + later.half) / 2.0);
}

#[test]
fn steps_widen_the_error_by_a_twelfth_of_their_square_for_each_mean() {
    let exact = figures(&MEMBERS, 6);
    let stepped = TopicFigures {
        step: 0.2,
        ..exact.clone()
    };
    let se = |difference: Difference| {
        Family::of(&compare(&[(difference, 0.6)]).unwrap(), 4.0, 0.8).topics[0].se
    };
    let gap = |members: &TopicFigures| {
        leader_gap(members, &leader(LEADER))
            .unwrap()
            .unwrap()
            .difference
    };
    let of_gap = se(gap(&stepped)).powi(2) - se(gap(&exact)).powi(2);
    assert!((of_gap - 0.04 / 12.0).abs() < 1e-15, "one mean: {of_gap}");
    let change = |one: &TopicFigures| moved(one, one, 6).unwrap().unwrap();
    let of_change = se(change(&stepped)).powi(2) - se(change(&exact)).powi(2);
    assert!(
        (of_change - 2.0 * 0.04 / 12.0).abs() < 1e-15,
        "two means: {of_change}"
    );
}

#[test]
fn what_nobody_answered_or_nobody_may_see_has_no_gap() {
    let members = figures(&MEMBERS, 6);
    let gap = |members: &TopicFigures, leaders: &[Vec<Option<f64>>]| {
        leader_gap(members, leaders).unwrap()
    };
    assert_eq!(gap(&members, &[]), None);
    let two_of_five = vec![Some(4.0), Some(5.0), None, None, None];
    assert_eq!(gap(&members, std::slice::from_ref(&two_of_five)), None);
    // One leader's gap is not changed by another who has no score.
    let alone = gap(&members, &leader(LEADER));
    let beside = [leader(LEADER), vec![two_of_five]].concat();
    assert_eq!(gap(&members, &beside), alone);
    let mut hidden = members.clone();
    hidden.items = vec![Some(3.0), None, None, None, None];
    let others = vec![None, Some(5.0), Some(4.0), Some(4.0), Some(4.0)];
    assert_eq!(gap(&hidden, &[others]), None, "no item has both sides");
    // One item says nothing of noise: the organisation's carries the test.
    let single = gap(&hidden, &leader(LEADER)).unwrap();
    let compared = compare(&[(single.difference, 0.6)]).unwrap()[0];
    assert_eq!(compared.noise, Some(0.6));
    assert_eq!(compared.answers.df, 2.0);
}

#[test]
fn an_organisation_without_noise_has_none_to_lend() {
    let members = figures(&alike([0, 0, 3, 3, 0]), 6);
    let flat = leader_gap(&members, &leader([4.0; ITEMS]))
        .unwrap()
        .unwrap();
    assert_eq!(pooled_noise(vec![flat.difference.noise; 20]), None);
    let noisy = leader_gap(&members, &leader(LEADER)).unwrap().unwrap();
    assert_eq!(
        pooled_noise(vec![noisy.difference.noise; 4]),
        None,
        "four teams"
    );
    // d = 0.5, 1.5, -0.5, 0.5, 0.5 have squares of 2 about their mean; w = 1 + 1/6.
    let pooled = pooled_noise(vec![noisy.difference.noise; 5]).unwrap();
    assert!((pooled - 2.0 / (7.0 / 6.0) / 4.0).abs() < 1e-12, "{pooled}");
    for noise in [0.0, -0.1, f64::NAN, f64::INFINITY] {
        let refused = compare(&[(noisy.difference, noise)]).unwrap_err();
        assert!(matches!(refused, StatsError::NoNoise(_)), "{refused}");
    }
}

#[test]
fn sides_that_do_not_fit_are_refused() {
    let members = figures(&MEMBERS, 6);
    let four = vec![vec![Some(4.0); 4]];
    let refused = leader_gap(&members, &four).unwrap_err();
    assert_eq!(refused, StatsError::OtherItems { one: 5, other: 4 });
    let mut shorter = members.clone();
    shorter.items.pop();
    let refused = moved(&members, &shorter, 6).unwrap_err();
    assert_eq!(refused, StatsError::OtherItems { one: 5, other: 4 });
    let refused = moved(&members, &figures(&MEMBERS, 9), 8).unwrap_err();
    let expected = StatsError::FewerPeopleThanInvited {
        people: 8,
        invited: 9,
    };
    assert_eq!(refused, expected);
    let mut unknown = members;
    unknown.precision.mean = Interval::point(f64::NAN);
    let gap = leader_gap(&unknown, &leader(LEADER)).unwrap().unwrap();
    assert!(compare(&[(gap.difference, 0.6)]).is_err());
}

#[test]
fn seven_in_ten_both_times_need_no_bound_for_who_answered_twice() {
    let variance = |invited: usize| {
        let wave = figures(&MEMBERS, invited);
        let change = moved(&wave, &wave, invited).unwrap().unwrap();
        let compared = compare(&[(change, 0.6)]).unwrap()[0];
        let own = wave.precision.se.powi(2);
        compared.coverage.variance - 2.0 * own
    };
    assert!(variance(8).abs() < 1e-15, "six of eight");
    // Six of twelve: 2 s² (1/12 - 0/36).
    let spread = figures(&MEMBERS, 12).precision.variance;
    assert!(
        (variance(12) - spread / 6.0).abs() < 1e-15,
        "{}",
        variance(12)
    );
}
