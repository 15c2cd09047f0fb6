use super::super::clip::{ItemTally, Limits, clip};
use super::super::*;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn fewer_than_c_members_determine_nobodys_answer_and_c_can() {
    for c in 1..=3 {
        for n in (2 * c).max(5)..=9 {
            let limits = limits(n, c);
            for members in 0..c {
                assert!(
                    !some_coalition_learns(members, limits),
                    "{members} of {n} with c = {c}"
                );
            }
            assert!(some_coalition_learns(c, limits), "{c} of {n}");
        }
    }
}

#[test]
fn a_range_is_that_of_all_answers_clipped_to_the_same_counts() {
    let weights: [fn(usize) -> f64; 3] = [
        |value| value as f64,
        |value| f64::from(value >= 4),
        |value| f64::from(value > 3) - f64::from(value < 3),
    ];
    for (n, c) in [(5, 1), (5, 2), (6, 3), (7, 2), (8, 4), (9, 3)] {
        for (shown, possible) in released_classes(limits(n, c)).values() {
            let Some(shown) = shown else { continue };
            for weight in weights {
                let mean = |all: &Vec<usize>| {
                    let sum = (1..=5).map(|value| all[value - 1] as f64 * weight(value));
                    sum.sum::<f64>() / shown.base() as f64
                };
                let lo = possible.iter().map(mean).fold(f64::INFINITY, f64::min);
                let hi = possible.iter().map(mean).fold(f64::NEG_INFINITY, f64::max);
                assert_eq!(shown.range(&weight), (lo, hi), "{shown:?}");
                let middle = f64::midpoint(lo, hi);
                assert!(hi - middle <= shown.reach(1.0) + 1e-12, "{shown:?}");
            }
        }
    }
}

#[test]
fn a_range_of_variances_is_that_of_all_answers_clipped_to_the_same_counts() {
    let kinds: [fn(usize) -> f64; 2] = [
        |value| value as f64,
        |value| f64::from(value > 3) - f64::from(value < 3),
    ];
    for (n, c) in [(5, 1), (5, 2), (6, 3), (7, 2), (8, 4)] {
        for (shown, possible) in released_classes(limits(n, c)).values() {
            let Some(shown) = shown else { continue };
            for points in kinds {
                let all = possible.iter().map(|counts| variance(&counts[..5], points));
                let (lo, hi) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), one| {
                    (lo.min(one), hi.max(one))
                });
                let found = shown.variances(&points);
                assert!(
                    (found.0 - lo).abs() < 1e-9 && (found.1 - hi).abs() < 1e-9,
                    "{shown:?}: {found:?} is not {lo} to {hi}"
                );
                let own = variance(&shown.counts, points);
                assert!((shown.variance(&points) - own).abs() < 1e-9, "{shown:?}");
            }
        }
    }
}

/// From the squares of all differences.
fn variance(counts: &[usize], points: fn(usize) -> f64) -> f64 {
    let values = counts.iter().zip(1..);
    let values: Vec<f64> = values
        .flat_map(|(&count, value)| std::iter::repeat_n(points(value), count))
        .collect();
    let apart = values
        .iter()
        .flat_map(|a| values.iter().map(move |b| (a - b).powi(2)));
    apart.sum::<f64>() / (2 * values.len() * (values.len() - 1)) as f64
}

/// It is as far as the truth can be in the worst case, and says nothing else.
#[test]
fn the_reach_of_a_capped_item_is_the_furthest_that_the_truth_can_be() {
    for (n, c) in [(5, 2), (6, 3), (7, 2), (8, 4), (9, 3)] {
        let mut furthest: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
        for (shown, _) in released_classes(limits(n, c)).values() {
            let Some(shown) = shown else { continue };
            let (lo, hi) = shown.range(&|value| value as f64);
            let capped = furthest.entry(shown.blanks).or_default();
            match shown.capped() {
                true => *capped = (capped.0.max((hi - lo) / 2.0), shown.reach(1.0)),
                false => assert_eq!(shown.reach(1.0), 0.0),
            }
        }
        for (blanks, (found, reach)) in furthest {
            assert!(
                (found - reach).abs() < 1e-12,
                "{n} {c} {blanks}: {found} {reach}"
            );
        }
    }
}

fn limits(n: usize, c: usize) -> Limits {
    Limits {
        n,
        c,
        fewest: (2 * c).max(5),
    }
}

/// All ways to spread `n` people over `categories`.
fn histograms(n: usize, categories: usize) -> Vec<Vec<usize>> {
    if categories == 1 {
        return vec![vec![n]];
    }
    let with_first = |first| {
        histograms(n - first, categories - 1)
            .into_iter()
            .map(move |rest| [vec![first], rest].concat())
    };
    (0..=n).flat_map(with_first).collect()
}

/// Every histogram of five options and the blanks, by what is released of it.
fn released_classes(limits: Limits) -> BTreeMap<String, (Option<ItemTally>, Vec<Vec<usize>>)> {
    let mut classes = BTreeMap::new();
    for histogram in histograms(limits.n, 6) {
        let raw = raw::RawItem {
            counts: histogram[..5].to_vec(),
            blanks: histogram[5],
        };
        let shown = clip(&raw, limits);
        let class = classes
            .entry(format!("{shown:?}"))
            .or_insert((shown, Vec::new()));
        class.1.push(histogram);
    }
    classes
}

/// Whether some members, who know their own answers, learn that all the others gave one and the same.
fn some_coalition_learns(members: usize, limits: Limits) -> bool {
    let n = limits.n;
    released_classes(limits).values().any(|(_, possible)| {
        histograms(members, 6).iter().any(|own| {
            let fits = |all: &&Vec<usize>| all.iter().zip(own).all(|(all, own)| all >= own);
            let last_one = |all: &Vec<usize>| {
                all.iter()
                    .zip(own)
                    .position(|(all, own)| all - own == n - members)
            };
            let answers: BTreeSet<_> = possible.iter().filter(fits).map(last_one).collect();
            answers.len() == 1 && !answers.contains(&None)
        })
    })
}

#[test]
fn surplus_moves_towards_the_middle_and_from_the_middle_down() {
    for (value, clipped) in [
        (1, [3, 2, 0, 0, 0]),
        (2, [0, 3, 2, 0, 0]),
        (3, [0, 2, 3, 0, 0]),
        (4, [0, 0, 2, 3, 0]),
        (5, [0, 0, 0, 2, 3]),
    ] {
        let mut counts = vec![0; 5];
        counts[value - 1] = 5;
        let raw = raw::RawItem { counts, blanks: 0 };
        let shown = clip(&raw, limits(5, 2)).unwrap();
        assert_eq!(shown.counts, clipped);
        assert!(shown.capped());
    }
}

#[test]
fn surplus_moves_towards_the_middle_of_any_number_of_options() {
    for (options, full, to) in [
        (2, 0, 1),
        (2, 1, 0),
        (3, 0, 1),
        (3, 1, 0),
        (3, 2, 1),
        (4, 1, 2),
        (4, 2, 1),
        (7, 1, 2),
        (7, 2, 3),
        (7, 3, 2),
        (7, 5, 4),
    ] {
        let mut counts = vec![0; options];
        counts[full] = 6;
        let raw = raw::RawItem { counts, blanks: 0 };
        let shown = clip(&raw, limits(6, 2)).unwrap();
        assert_eq!(
            (shown.counts[full], shown.counts[to]),
            (4, 2),
            "{options} {full}"
        );
    }
}
