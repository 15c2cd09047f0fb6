use super::CaseError;
use gutcheck_stats::{Basis, Interval, Precision, Sample, TopicFigures};
use serde::Deserialize;

/// In every group one or two equal answers are left uncertain (c of the disclosure rule).
const COALITION: usize = 2;

/// One group on one topic as it is released: clipped counts of the keyed answers per item, from 1.
#[derive(Debug, Deserialize)]
pub(super) struct Group {
    n: usize,
    invited: usize,
    /// The pooled variance within teams of the topic.
    pooled: f64,
    /// `None` for an item that is not shown.
    members: Vec<Option<Vec<usize>>>,
}

/// One item: the range of its mean over all answers that are clipped to its counts, and its variance.
struct Item {
    mean: Interval,
    variance: f64,
}

impl Group {
    /// How many items the topic has, shown or not.
    pub fn items(&self) -> usize {
        self.members.len()
    }

    /// The number of options of each item that is shown.
    pub fn options(&self) -> impl Iterator<Item = usize> {
        self.members.iter().flatten().map(Vec::len)
    }

    /// With the scale from 1 to `options`.
    pub fn basis(&self, reliability: f64, options: usize) -> Basis {
        Basis {
            pooled: self.pooled,
            prior_df: gutcheck_stats::PRIOR_DF,
            reliability,
            scale: Interval {
                lo: 1.0,
                hi: options as f64,
            },
        }
    }

    /// What is printed of the topic; `None` where fewer than half of its items are shown. Any two items of a person
    /// correlate by `correlation`.
    pub fn figures(
        &self,
        correlation: f64,
        basis: &Basis,
    ) -> Result<Option<TopicFigures>, CaseError> {
        let read = |counts: &Option<Vec<usize>>| {
            let item = counts.as_ref().map(|counts| Item::read(counts, self.n));
            item.transpose()
        };
        let items: Vec<Option<Item>> = self.members.iter().map(read).collect::<Result<_, _>>()?;
        let shown: Vec<&Item> = items.iter().flatten().collect();
        if shown.is_empty() || 2 * shown.len() < items.len() {
            return Ok(None);
        }
        let k = shown.len() as f64;
        let over = |figure: fn(&Item) -> f64| shown.iter().map(|item| figure(item)).sum::<f64>();
        let mean = Interval {
            lo: over(|item| item.mean.lo) / k,
            hi: over(|item| item.mean.hi) / k,
        };
        let own = over(|item| item.variance);
        let all = over(|item| item.variance.sqrt()).powi(2);
        let variance = (own + correlation * (all - own)) / (k * k);
        let precision = Sample::new(self.n, self.invited, mean, variance)
            .map(|sample| Precision::of(&[sample], basis))
            .map_err(|error| CaseError(error.to_string()))?
            .ok_or_else(|| CaseError("nobody answered".to_owned()))?;
        Ok(Some(TopicFigures {
            precision,
            items: items
                .iter()
                .map(|item| item.as_ref().map(|item| item.mean.middle()))
                .collect(),
            step: 0.0,
        }))
    }
}

impl Item {
    fn read(counts: &[usize], n: usize) -> Result<Self, CaseError> {
        let base: usize = counts.iter().sum();
        let cap = n.saturating_sub(COALITION);
        if base < 2 || base > n || counts.iter().any(|count| *count > cap) {
            return Err(CaseError(format!(
                "the counts {counts:?} are not those of {n} people, clipped so that at most {cap} choose one \
                 option; an item that is not shown is null"
            )));
        }
        let weighed = || {
            counts
                .iter()
                .zip(1..)
                .map(|(count, value)| (*count as f64, f64::from(value)))
        };
        let sum: f64 = weighed().map(|(count, value)| count * value).sum();
        let base = base as f64;
        let squares = weighed().map(|(count, value)| count * (value - sum / base).powi(2));
        let shifts = shifts(counts, cap);
        let end = |towards: fn(f64, f64) -> f64| {
            shifts.iter().map(|shift| towards(*shift, 0.0)).sum::<f64>()
        };
        Ok(Self {
            mean: Interval {
                lo: (sum + end(f64::min)) / base,
                hi: (sum + end(f64::max)) / base,
            },
            variance: squares.sum::<f64>() / (base - 1.0),
        })
    }
}

/// What the sum of the answers would change by if all that can have been clipped were put back: an option at the
/// cap may have had what its neighbour towards the middle shows (the middle one gives to the one below).
fn shifts(counts: &[usize], cap: usize) -> Vec<f64> {
    let lower_half = counts.len() / 2;
    let upwards = counts.iter().zip(counts.iter().skip(1)).take(lower_half);
    let upwards = upwards.map(|(own, above)| (*own, -(*above as f64)));
    let downwards = counts
        .iter()
        .zip(counts.iter().skip(1))
        .skip(lower_half.max(1) - 1);
    let downwards = downwards.map(|(below, own)| (*own, *below as f64));
    let all = upwards.chain(downwards);
    all.filter(|(own, _)| *own == cap)
        .map(|(_, shift)| shift)
        .collect()
}
