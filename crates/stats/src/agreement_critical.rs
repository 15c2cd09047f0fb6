use super::agreement::{Null, distance, rwg, scatter};
use std::collections::BTreeMap;

/// Most histograms that are looked at for one group size.
const MOST: u128 = 5_000_000;
/// Answers of a group are counted in 128 bits, with some left for multiplying.
const MOST_ANSWERS: u128 = 1 << 120;

/// The exact critical values of one item's agreement against answers drawn at random from its options, each as
/// likely as the others. `None` where no result is as rare as asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Critical {
    /// The smallest rwg that random answers reach with at most the given chance, with its chance and variance.
    pub rwg: Option<f64>,
    pub rwg_p: Option<f64>,
    pub variance: Option<f64>,
    /// The largest mean distance from the mean that is as rare, with its chance.
    pub ad: Option<f64>,
    pub ad_p: Option<f64>,
    /// What random answers give on average.
    pub mean_variance: f64,
    pub mean_ad: f64,
}

/// By looking at every histogram of `n` answers over `options` options, in whole numbers: 46 376 for 5 options
/// and 30 people. `None` below two people or options, and when there are more than five million histograms.
pub fn critical(n: usize, options: usize, alpha: f64) -> Option<Critical> {
    let all = countable(n, options)?;
    let uniform = Null::Uniform.variance(options)?;
    let (mut variances, mut distances) = (BTreeMap::new(), BTreeMap::new());
    each(
        n as u64,
        options,
        1,
        &mut Vec::new(),
        &mut |counts, ways| {
            let counts = (1..).zip(counts.iter().copied());
            *variances.entry(scatter(counts.clone())).or_insert(0) += ways;
            *distances.entry(distance(counts)).or_insert(0) += ways;
        },
    );
    let (n, all) = (n as f64, all as f64);
    let variance = Tail::of(&variances, n * (n - 1.0), all, alpha);
    let ad = Tail::of(&distances, n * n, all, alpha);
    Some(Critical {
        rwg: variance.value.map(|variance| rwg(variance / uniform)),
        rwg_p: variance.p,
        variance: variance.value,
        ad: ad.value,
        ad_p: ad.p,
        mean_variance: variance.mean,
        mean_ad: ad.mean,
    })
}

/// How many answers a group can give, options to the power of n, if they can all be looked at.
fn countable(n: usize, options: usize) -> Option<u128> {
    if n < 2 || options < 2 {
        return None;
    }
    let (n, options) = (u32::try_from(n).ok()?, u128::try_from(options).ok()?);
    let all = options.checked_pow(n).filter(|all| *all < MOST_ANSWERS)?;
    let histograms = (1..options).try_fold(1_u128, |ways, part| {
        let ways = ways * (u128::from(n) + part) / part;
        (ways <= MOST).then_some(ways)
    });
    histograms.map(|_| all)
}

/// Calls `see` with every histogram and in how many ways people can give it.
fn each(
    left: u64,
    options: usize,
    ways: u128,
    begun: &mut Vec<u64>,
    see: &mut impl FnMut(&[u64], u128),
) {
    if begun.len() + 1 == options {
        begun.push(left);
        see(begun, ways);
        begun.pop();
        return;
    }
    let mut ways = ways;
    for count in 0..=left {
        begun.push(count);
        each(left - count, options, ways, begun, see);
        begun.pop();
        ways = ways * u128::from(left - count) / u128::from(count + 1);
    }
}

/// The largest value such that it and all smaller ones together are at most as likely as asked for, with their
/// chance, and the mean of all values.
struct Tail {
    value: Option<f64>,
    p: Option<f64>,
    mean: f64,
}

impl Tail {
    /// `values` are in 1/`unit`, each with its ways out of `all`.
    fn of(values: &BTreeMap<i128, u128>, unit: f64, all: f64, alpha: f64) -> Self {
        let mut seen = 0;
        let levels = values.iter().map(|(value, ways)| {
            seen += ways;
            (*value as f64 / unit, seen as f64 / all)
        });
        let rare = levels.take_while(|(_, p)| *p <= alpha).last();
        let share = |(value, ways): (&i128, &u128)| *value as f64 / unit * (*ways as f64 / all);
        Self {
            value: rare.map(|(value, _)| value),
            p: rare.map(|(_, p)| p),
            mean: values.iter().map(share).sum(),
        }
    }
}
