use super::{SCALE, keyed};
use crate::disclosure::{ItemTally, NodeTally};
use crate::stats::{Interval, Sample, StatsError};
use crate::survey::{Item, Survey};

/// A dimension's mean among the members of one unit, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The middle of the range that capping leaves.
    pub mean: f64,
    /// 95 % interval of the mean of all invited; contains the range that capping leaves.
    pub lo: f64,
    pub hi: f64,
    /// The mean if every silent member had answered at one end of the scale.
    pub bound_lo: f64,
    pub bound_hi: f64,
    pub capped: bool,
    /// Every invited member answered every item shown: there is no sampling error.
    pub census: bool,
    /// The fewest answers to one of the items.
    pub base: usize,
}

/// What a group's released counts say about a dimension.
pub(super) struct Observed {
    pub base: usize,
    pub mean: Interval,
    pub variance: f64,
    pub capped: bool,
}

impl Observed {
    /// The mean of the item means and the variance of a person's scale score from the item variances v:
    /// s² = (Σv + r((Σ√v)² - Σv)) / k², with the survey's correlation r between items.
    ///
    /// Counts do not tell who skipped what, so the base is the smallest of the items': standard error, interval
    /// and bounds then err on the wide side. At least half of the items must be shown, as for a person.
    pub fn of(survey: &Survey, dimension: usize, tally: &NodeTally) -> Option<Self> {
        let items = shown(survey, dimension, tally)?;
        let base = items.iter().map(|(_, tally)| tally.base()).min()?;
        let k = items.len() as f64;
        let (mut lo, mut hi, mut variances, mut deviations) = (0.0, 0.0, 0.0, 0.0);
        for (item, tally) in &items {
            let range = mean(item, tally);
            lo += range.lo / k;
            hi += range.hi / k;
            variances += tally.variance();
            deviations += tally.variance().sqrt();
        }
        let between = survey.scoring.inter_item_correlation * (deviations * deviations - variances);
        Some(Self {
            base,
            mean: Interval { lo, hi },
            variance: (variances + between) / (k * k),
            capped: items.iter().any(|(_, tally)| tally.capped()),
        })
    }

    /// # Errors
    /// When more answered than were invited.
    pub fn sample(&self, invited: usize) -> Result<Sample, StatsError> {
        Sample::new(self.base, invited, self.mean, self.variance)
    }

    pub fn estimate(&self, sample: &Sample, pooled: f64) -> Estimate {
        let (interval, bounds) = (sample.interval(pooled, SCALE), sample.bounds(SCALE));
        Estimate {
            mean: self.mean.middle(),
            lo: interval.lo,
            hi: interval.hi,
            bound_lo: bounds.lo,
            bound_hi: bounds.hi,
            capped: self.capped,
            census: sample.census(),
            base: self.base,
        }
    }
}

/// The items of a dimension that are shown, if they are at least half of it.
pub(super) fn shown<'a>(
    survey: &'a Survey,
    dimension: usize,
    tally: &'a NodeTally,
) -> Option<Vec<(&'a Item, &'a ItemTally)>> {
    let asked = survey.items_of(dimension).count();
    let tallied =
        |(index, item): (usize, &'a Item)| Some((item, tally.items.get(index)?.as_ref()?));
    let shown: Vec<_> = survey.items_of(dimension).filter_map(tallied).collect();
    (!shown.is_empty() && 2 * shown.len() >= asked).then_some(shown)
}

/// The range of an item's mean, in points.
pub(super) fn mean(item: &Item, tally: &ItemTally) -> Interval {
    let (lo, hi) = tally.range(|value| keyed(item, value as f64));
    Interval {
        lo: lo / tally.base() as f64,
        hi: hi / tally.base() as f64,
    }
}
