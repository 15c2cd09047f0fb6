use super::clip::ItemTally;
use super::groups::Groups;
use super::printed::tenths;
use super::raw::RawTally;
use super::shape::{Shape, Topic};
use super::sheets::{careless, figures};
use super::steps::{self, Steps};
use crate::stats::pool;
use serde::{Deserialize, Serialize};

/// Fewest degrees of freedom for the spread within groups.
const DEGREES: f64 = 20.0;

/// What a wave says about the survey itself, over everybody who answered.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// By dimension; `None` where too few people in too few groups answered all of its items.
    pub(super) scales: Vec<Option<ScaleFigures>>,
    /// By dimension, the standard deviation of its items within groups in tenths of a scale point.
    pub(super) spreads: Vec<Option<f64>>,
    /// `None` for fewer than 100 sheets.
    pub(super) careless: Option<Careless>,
}

/// How many sheets look filled in without reading. They are counted like all others: a result with and without
/// them would give their answers away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Careless {
    /// In steps of 5.
    pub percent: usize,
    /// Sheets that could be judged.
    pub sheets: usize,
}

/// How the items of one scale go together, in steps of .05.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScaleFigures {
    /// Answer sheets of the groups it is of.
    pub people: usize,
    pub teams: usize,
    /// Correlations between items within groups, a row for each item but the last, from its right neighbour on.
    /// `None` where too few groups show both uncapped.
    pub(super) correlations: Vec<Option<f64>>,
    /// Within-group alpha (Geldhof, Preacher & Zyphur 2014); negative if items contradict each other.
    pub alpha: Option<f64>,
    /// Omega total of one factor, within groups (McDonald 1999).
    pub omega: Option<f64>,
    /// The share of a person's score that is the group's, and the reliability of a group's mean (Bliese 2000).
    pub icc1: Option<f64>,
    pub icc2: Option<f64>,
}

impl Organisation {
    pub(super) fn of(
        shape: &Shape,
        groups: &Groups,
        raw: &[RawTally],
        atoms: &[Vec<Option<ItemTally>>],
    ) -> Self {
        let scale = |scale| figures(shape, scale, raw, atoms);
        let spread = |topic| spread(shape, topic, groups, atoms);
        Self {
            scales: shape.scales.iter().map(scale).collect(),
            spreads: shape.topics.iter().map(spread).collect(),
            careless: careless(shape, raw, atoms),
        }
    }

    pub fn careless(&self) -> Option<Careless> {
        self.careless
    }

    /// The figures of a dimension's items together.
    pub fn scale(&self, dimension: usize) -> Option<&ScaleFigures> {
        self.scales.get(dimension)?.as_ref()
    }

    /// The standard deviation of a dimension's items within groups, in tenths of a scale point; `None` for
    /// fewer than 20 degrees of freedom.
    pub fn spread(&self, dimension: usize) -> Option<f64> {
        self.spreads.get(dimension).copied().flatten()
    }
}

fn spread(
    shape: &Shape,
    topic: &Topic,
    groups: &Groups,
    atoms: &[Vec<Option<ItemTally>>],
) -> Option<f64> {
    let variance = |tally: &Vec<Option<ItemTally>>| {
        let shown = topic.shown(tally)?;
        let base = shown.iter().map(|(_, tally)| tally.base()).min()?;
        let variance = |&(item, tally): &(usize, &ItemTally)| {
            tally.variance(&|value| topic.points(shape, item, value))
        };
        let mean = shown.iter().map(variance).sum::<f64>() / shown.len() as f64;
        Some((base.saturating_sub(1) as f64, mean))
    };
    let pooled = pool(atoms.iter().filter_map(variance));
    let sheets = groups.atoms().iter().map(|atom| atom.n).sum();
    let guarded = groups.guarded.iter().any(|guarded| *guarded);
    let printed = pooled.df >= DEGREES && Steps::spread(sheets, guarded);
    printed.then(|| tenths(steps::nearest(pooled.variance.sqrt(), 0.1)))
}

impl ScaleFigures {
    /// The correlation of two items by their places in the dimension; 1 of an item with itself.
    pub fn correlation(&self, i: usize, j: usize) -> Option<f64> {
        let (i, j) = (i.min(j), i.max(j));
        if i == j {
            return Some(1.0);
        }
        let before = j - i - 1;
        let rows = i * self.items() - i * (i + 1) / 2;
        self.correlations.get(rows + before).copied().flatten()
    }

    /// How many items the dimension has: k of them make k (k - 1) / 2 pairs.
    fn items(&self) -> usize {
        let pairs = self.correlations.len();
        (1..).find(|k| k * (k - 1) / 2 >= pairs).unwrap_or(1)
    }

    /// The mean of the known correlations; `None` where fewer than half of them are known.
    pub fn mean_correlation(&self) -> Option<f64> {
        let known: Vec<f64> = self.correlations.iter().copied().flatten().collect();
        let enough = !known.is_empty() && 2 * known.len() >= self.correlations.len();
        enough.then(|| known.iter().sum::<f64>() / known.len() as f64)
    }

    /// The share of a score's variance within groups that is no answer noise, from 0 to 1: alpha, or, where a pair
    /// of the `items` is missing for it, that of items which all go together as they do on average.
    pub fn reliability(&self, items: usize) -> Option<f64> {
        let k = items as f64;
        let standardised = |r: f64| k * r / (1.0 + (k - 1.0) * r);
        let alpha = self
            .alpha
            .or_else(|| self.mean_correlation().map(standardised));
        alpha.map(|alpha| alpha.clamp(0.0, 1.0))
    }
}
