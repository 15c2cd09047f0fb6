use super::super::*;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn fewer_than_c_members_determine_nobodys_answer_and_c_can() {
    for c in 1..=3 {
        for n in (2 * c).max(5)..=9 {
            let rule = Rule::new((2 * c).max(5), c).unwrap();
            for members in 0..c {
                assert!(
                    !some_coalition_learns(n, members, rule),
                    "{members} of {n} with c = {c}"
                );
            }
            assert!(some_coalition_learns(n, c, rule), "{c} of {n}");
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
        let rule = Rule::new((2 * c).max(5), c).unwrap();
        for (shown, possible) in released_classes(n, rule).values() {
            let Some(shown) = shown else { continue };
            for weight in weights {
                let sum = |all: &Vec<usize>| {
                    (1..=5)
                        .map(|value| all[value - 1] as f64 * weight(value))
                        .sum::<f64>()
                };
                let lo = possible.iter().map(sum).fold(f64::INFINITY, f64::min);
                let hi = possible.iter().map(sum).fold(f64::NEG_INFINITY, f64::max);
                assert_eq!(shown.range(weight), (lo, hi), "{shown:?}");
            }
        }
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
fn released_classes(
    n: usize,
    rule: Rule,
) -> BTreeMap<String, (Option<ItemTally>, Vec<Vec<usize>>)> {
    let mut classes = BTreeMap::new();
    for histogram in histograms(n, 6) {
        let raw = raw::RawItem {
            counts: histogram[..5].to_vec(),
            blanks: histogram[5],
        };
        let shown = clip::clip(&raw, rule);
        let class = classes
            .entry(format!("{shown:?}"))
            .or_insert((shown, Vec::new()));
        class.1.push(histogram);
    }
    classes
}

/// Whether some members, who know their own answers, learn that all the others gave one and the same.
fn some_coalition_learns(n: usize, members: usize, rule: Rule) -> bool {
    released_classes(n, rule).values().any(|(_, possible)| {
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
