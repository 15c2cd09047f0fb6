use super::gap::Signal;
use super::interval::Interval;
use super::precision::{LEVEL, Precision};
use super::standard_error::StandardError;

/// How a mean moved between two anonymous waves: later minus earlier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// A range where answers were capped, else a point.
    pub difference: Interval,
    /// 95 %, for the means of all invited, clipped to what the silent could have said in both waves.
    pub interval: Interval,
    pub signal: Signal,
    /// The smallest move of the released means that is more than answer noise.
    pub detectable: f64,
}

/// Compares two waves of which `people` were invited to either. Who answered both times is unknown, so the
/// covariance of the errors is bounded: its factor is m/(n1 n2) - 1/N for m who answered twice (Tam 1984), and
/// at least n1 + n2 - `people` did. That is conservative when answers of a person agree between the waves.
/// For the signal question the bound counts by the share of variance that is no answer noise, `reliability`.
pub fn change(before: &Precision, after: &Precision, people: usize, reliability: f64) -> Change {
    let difference = Interval {
        lo: after.mean.lo - before.mean.hi,
        hi: after.mean.hi - before.mean.lo,
    };
    let product = 2.0 * (before.variance * after.variance).sqrt();
    let overlap = product * uncovered(before, after, people);
    let coverage = StandardError::of_difference(before.coverage(), after.coverage());
    let noise = StandardError::of_difference(before.signal(), after.signal());
    let noise = noise.with_added(reliability * overlap);
    let interval = coverage.with_added(overlap).around(difference, LEVEL);
    Change {
        difference,
        interval: interval.within(Interval {
            lo: after.bounds.lo - before.bounds.hi,
            hi: after.bounds.hi - before.bounds.lo,
        }),
        signal: Signal::of(difference, noise),
        detectable: noise.margin(LEVEL) + (difference.hi - difference.lo) / 2.0,
    }
}

/// 1/N - m/(n1 n2) for the fewest m who can have answered both times; 0 where they cover each other.
fn uncovered(before: &Precision, after: &Precision, people: usize) -> f64 {
    let both = (before.n + after.n).saturating_sub(people) as f64;
    let invited = before.invited.max(after.invited) as f64;
    (1.0 / invited - both / (before.n as f64 * after.n as f64)).max(0.0)
}
