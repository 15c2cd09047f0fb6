use super::estimate::Stratum;
use super::observed::{Shown, shown};
use super::reading::Reading;
use crate::stats::{Interval, Null, rwg_j};
use crate::survey::{Item, Survey};

/// How far the members of one team agree with each other on a dimension; ranges where answers were capped.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// The root of the mean item variance (n - 1), in points.
    pub sd: Interval,
    /// rwg(J) against a slightly skewed null (James, Demaree & Wolf 1984; LeBreton & Senter 2008).
    pub slight_skew: Interval,
    /// rwg(J) against a uniform null.
    pub uniform: Interval,
}

impl Agreement {
    /// Only for a team that is counted by itself: people of different teams need not agree.
    pub(super) fn of(survey: &Survey, dimension: usize, strata: &[Stratum<'_>]) -> Option<Self> {
        let [team] = strata else { return None };
        let shown = shown(survey, dimension, team.tally, &|_| true)?;
        let ranges: Vec<Interval> = shown.iter().map(variance).collect::<Option<_>>()?;
        let k = ranges.len();
        let mean = |end: fn(&Interval) -> f64| ranges.iter().map(end).sum::<f64>() / k as f64;
        let variance = Interval {
            lo: mean(|range| range.lo),
            hi: mean(|range| range.hi),
        };
        let options = shown.first()?.tally.options();
        let rwg = |null: Null| {
            let expected = null.variance(options)?;
            Some(Interval {
                lo: rwg_j(variance.hi / expected, k)?,
                hi: rwg_j(variance.lo / expected, k)?,
            })
        };
        Some(Self {
            sd: Interval {
                lo: variance.lo.sqrt(),
                hi: variance.hi.sqrt(),
            },
            slight_skew: rwg(Null::SlightSkew)?,
            uniform: rwg(Null::Uniform)?,
        })
    }
}

/// The variances of an item that its counts may stand for.
fn variance(shown: &Shown<'_>) -> Option<Interval> {
    let points = |item: &Item, value| Reading::Keyed.of(item, value);
    let (lo, hi) = shown.tally.variances(|value| points(shown.item, value))?;
    Some(Interval { lo, hi })
}
