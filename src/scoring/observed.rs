use super::parameters::Correlations;
use super::reading::Reading;
use crate::disclosure::{ItemTally, NodeTally};
use crate::stats::{Interval, Sample, StatsError};
use crate::survey::{Item, Survey};

/// What a group's released counts say about a dimension.
#[derive(Debug, Clone, Copy)]
pub(super) struct Observed {
    pub base: usize,
    pub mean: Interval,
    pub variance: f64,
    pub capped: bool,
}

/// An item of a dimension whose counts are shown.
pub(super) struct Shown<'a> {
    /// Its place among the items of the dimension.
    pub place: usize,
    pub item: &'a Item,
    pub tally: &'a ItemTally,
}

impl Observed {
    /// The mean of the item means and the variance of a person's score from the item variances v:
    /// s² = sum over i and j of r(i, j) √(v(i) v(j)) / k², with the organisation's correlations r.
    ///
    /// Counts do not tell who skipped what, so the base is the smallest of the items': standard error, interval
    /// and bounds then err on the wide side.
    pub fn of(shown: &[Shown<'_>], reading: Reading, correlations: &Correlations) -> Option<Self> {
        let base = shown.iter().map(|shown| shown.tally.base()).min()?;
        let k = shown.len() as f64;
        let mut mean = Interval { lo: 0.0, hi: 0.0 };
        for shown in shown {
            let range = item_mean(shown.item, shown.tally, reading);
            mean.lo += range.lo / k;
            mean.hi += range.hi / k;
        }
        let deviations: Vec<(usize, f64)> =
            shown.iter().map(|one| deviation(one, reading)).collect();
        let products = deviations.iter().flat_map(|(i, a)| {
            let products = deviations.iter();
            products.map(move |(j, b)| correlations.between(*i, *j) * a * b)
        });
        Some(Self {
            base,
            mean,
            variance: (products.sum::<f64>() / (k * k)).max(0.0),
            capped: shown.iter().any(|shown| shown.tally.capped()),
        })
    }

    /// # Errors
    /// When more answered than were invited.
    pub fn sample(&self, invited: usize) -> Result<Sample, StatsError> {
        Sample::new(self.base, invited, self.mean, self.variance)
    }
}

fn deviation(shown: &Shown<'_>, reading: Reading) -> (usize, f64) {
    let variance = shown.tally.variance(|value| reading.of(shown.item, value));
    (shown.place, variance.sqrt())
}

/// The items of a dimension that are shown, if they are at least half of those that `wanted` lets through.
pub(super) fn shown<'a>(
    survey: &'a Survey,
    dimension: usize,
    tally: &'a NodeTally,
    wanted: &dyn Fn(&Item) -> bool,
) -> Option<Vec<Shown<'a>>> {
    let items = survey.items_of(dimension).enumerate();
    let items: Vec<_> = items.filter(|(_, (_, item))| wanted(item)).collect();
    let tallied = |&(place, (index, item)): &(usize, (usize, &'a Item))| {
        let tally = tally.items.get(index)?.as_ref()?;
        Some(Shown { place, item, tally })
    };
    let shown: Vec<_> = items.iter().filter_map(tallied).collect();
    (!shown.is_empty() && 2 * shown.len() >= items.len()).then_some(shown)
}

/// The range of an item's mean.
pub(super) fn item_mean(item: &Item, tally: &ItemTally, reading: Reading) -> Interval {
    let (lo, hi) = tally.range(|value| reading.of(item, value));
    let base = tally.base() as f64;
    Interval {
        lo: lo / base,
        hi: hi / base,
    }
}
