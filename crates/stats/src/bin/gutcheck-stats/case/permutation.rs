use std::collections::BTreeMap;

/// Most people of both waves together whose arrangements 128 bits can count.
const MOST: usize = 130;

/// The exact chances of a sum in one of two groups if every division of the pooled scores were equally likely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Permutation {
    /// As far from its mean as observed, on either side.
    pub two_sided: f64,
    /// As large as observed, or larger.
    pub greater: f64,
    /// As small as observed, or smaller.
    pub less: f64,
}

/// Compares `after` with `before`, both on whole numbers, so that ties are exact. `None` without people in one
/// of them, or with more than 130 in both.
pub fn permutation(before: &[i64], after: &[i64]) -> Option<Permutation> {
    let pooled: Vec<i64> = before.iter().chain(after).copied().collect();
    if before.is_empty() || after.is_empty() || pooled.len() > MOST {
        return None;
    }
    let sums = sums_of(&pooled, after.len())?;
    let (all, observed) = (pooled.iter().sum::<i64>(), after.iter().sum::<i64>());
    // Times the number of people, so that the mean of the sum is a whole number.
    let (n, size) = (pooled.len() as i64, after.len() as i64);
    let away = |sum: i64| (sum * n - size * all).abs();
    let total: f64 = sums.values().map(|ways| *ways as f64).sum();
    let chance = |fits: &dyn Fn(i64) -> bool| {
        let ways = sums.iter().filter(|(sum, _)| fits(**sum));
        ways.map(|(_, ways)| *ways).sum::<u128>() as f64 / total
    };
    Some(Permutation {
        two_sided: chance(&|sum| away(sum) >= away(observed)),
        greater: chance(&|sum| sum >= observed),
        less: chance(&|sum| sum <= observed),
    })
}

/// In how many ways `size` of the scores give each sum.
fn sums_of(scores: &[i64], size: usize) -> Option<BTreeMap<i64, u128>> {
    let mut ways: Vec<BTreeMap<i64, u128>> = vec![BTreeMap::new(); size + 1];
    ways.first_mut()?.insert(0, 1);
    for score in scores {
        for taken in (1..=size).rev() {
            let (fewer, more) = ways.split_at_mut(taken);
            let (fewer, more) = (fewer.last()?, more.first_mut()?);
            for (sum, count) in fewer {
                *more.entry(sum + score).or_default() += count;
            }
        }
    }
    ways.pop()
}

/// The exact two-sided p of the rank sum with mid-ranks (Mann & Whitney 1947): as far from its mean as
/// observed, on either side.
pub fn rank_sum_p(before: &[i64], after: &[i64]) -> Option<f64> {
    let mut sorted: Vec<i64> = before.iter().chain(after).copied().collect();
    sorted.sort_unstable();
    // Twice the mid-rank is a whole number.
    let rank = |score: &i64| {
        let below = sorted.partition_point(|other| other < score);
        let up_to = sorted.partition_point(|other| other <= score);
        (below + up_to + 1) as i64
    };
    let ranks = |scores: &[i64]| scores.iter().map(rank).collect::<Vec<_>>();
    permutation(&ranks(before), &ranks(after)).map(|found| found.two_sided)
}
