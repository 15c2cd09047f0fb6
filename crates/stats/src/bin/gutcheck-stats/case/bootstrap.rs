use gutcheck_stats::{Histogram, Interval, t_quantile, t_upper_tail};
use std::iter::zip;

/// Student's t with so many degrees of freedom is the normal distribution.
const NORMAL: f64 = f64::INFINITY;
/// The most sums whose probabilities are kept.
const LONGEST: u64 = 1_000_000;

/// The bootstrap of a mean without simulation: the distribution of the sum of n draws is the n-fold convolution
/// of the histogram.
#[derive(Debug, Clone, PartialEq)]
pub struct Bootstrap {
    /// Bias correction: the normal quantile of P(mean below the one seen) + half of P(equal).
    pub z0: f64,
    /// Acceleration: Σd³ / (6 (Σd²)^1.5), d the distances from the mean.
    pub acceleration: f64,
    /// The probabilities at which the ends of the BCa interval are read off.
    pub at: Interval,
    /// Bias-corrected and accelerated (Efron 1987), in points.
    pub bca: Interval,
    /// At the plain probabilities, in points.
    pub percentile: Interval,
    /// The standard deviation of the mean of n draws, in points.
    pub se: f64,
}

impl Bootstrap {
    /// `None` when all scores are alike, when there are too many sums to keep, or when the correction has a pole inside the interval. A quantile is the
    /// smallest value whose cumulative probability reaches it.
    pub fn of_mean(scores: &Histogram, level: f64) -> Option<Self> {
        let (mean, variance) = (scores.mean()?, scores.variance()?);
        if variance == 0.0 {
            return None;
        }
        let n = scores.n() as f64;
        let unit = scores.unit() as f64;
        let power = |exponent: i32| -> f64 {
            let terms = scores.counts();
            let distance = |score: i64| (score as f64 / unit - mean).powi(exponent);
            terms
                .map(|(score, count)| distance(score) * count as f64)
                .sum()
        };
        let acceleration = power(3) / (6.0 * power(2).powf(1.5));
        let sums = Sums::of(scores)?;
        let z0 = normal_quantile(sums.middle_probability(scores.sum())?);
        let at = |z: f64| {
            let divisor = 1.0 - acceleration * (z0 + z);
            (divisor > 0.0).then(|| normal_lower_tail(z0 + (z0 + z) / divisor))
        };
        let tail = (1.0 - level) / 2.0;
        let at = Interval {
            lo: at(normal_quantile(tail))?,
            hi: at(normal_quantile(1.0 - tail))?,
        };
        let quantile = |p: f64| Some(sums.quantile(p)? as f64 / (n * unit));
        Some(Self {
            z0,
            acceleration,
            at,
            bca: Interval {
                lo: quantile(at.lo)?,
                hi: quantile(at.hi)?,
            },
            percentile: Interval {
                lo: quantile(tail)?,
                hi: quantile(1.0 - tail)?,
            },
            se: (variance * (n - 1.0) / n / n).sqrt(),
        })
    }
}

/// The probability of each sum of n draws: of `least`, `least` + 1, and so on.
struct Sums {
    least: i128,
    probabilities: Vec<f64>,
}

impl Sums {
    fn of(scores: &Histogram) -> Option<Self> {
        let n = scores.n();
        let (lowest, _) = scores.counts().next()?;
        let (highest, _) = scores.counts().next_back()?;
        let range = usize::try_from(highest - lowest).ok()?;
        let longest = u64::try_from(range).ok()?.checked_mul(n)?;
        if longest > LONGEST {
            return None;
        }
        let mut probabilities = vec![1.0];
        for _ in 0..n {
            let mut longer = vec![0.0; probabilities.len() + range];
            for (score, count) in scores.counts() {
                let shift = usize::try_from(score - lowest).ok()?;
                let share = count as f64 / n as f64;
                for (to, from) in zip(longer.iter_mut().skip(shift), &probabilities) {
                    *to += share * from;
                }
            }
            probabilities = longer;
        }
        Some(Self {
            least: i128::from(lowest) * i128::from(n),
            probabilities,
        })
    }

    /// P(sum below the one seen) + half of P(equal).
    fn middle_probability(&self, seen: i128) -> Option<f64> {
        let at = usize::try_from(seen - self.least).ok()?;
        let below: f64 = self.probabilities.iter().take(at).sum();
        Some(below + self.probabilities.get(at)? / 2.0)
    }

    /// The smallest sum whose cumulative probability is at least `p`, but for rounding.
    fn quantile(&self, p: f64) -> Option<i128> {
        let mut cumulative = 0.0;
        let reached = self.probabilities.iter().position(|probability| {
            cumulative += probability;
            cumulative >= p - 1e-12 && *probability > 0.0
        });
        Some(self.least + i128::try_from(reached?).ok()?)
    }
}

fn normal_quantile(p: f64) -> f64 {
    t_quantile(p, NORMAL)
}

fn normal_lower_tail(z: f64) -> f64 {
    t_upper_tail(-z, NORMAL)
}
