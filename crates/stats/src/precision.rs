use super::interval::{Interval, Sample};
use super::standard_error::StandardError;

/// What every interval covers.
pub(super) const LEVEL: f64 = 0.95;

/// What the numbers of an instrument are before a wave's own answers are looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Basis {
    /// The pooled within-team variance of the scale, in squared points.
    pub pooled: f64,
    /// How many degrees of freedom it counts for in a team's own variance.
    pub prior_df: f64,
    /// The share of it that is no answer noise: within-team alpha, from 0 to 1.
    pub reliability: f64,
    /// The ends of the scale.
    pub scale: Interval,
}

/// A mean with its errors, of one group or of several weighted by how many were invited.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Precision {
    pub n: usize,
    /// At least so many different people answered.
    pub people: usize,
    pub invited: usize,
    /// A range where answers were capped, else a point.
    pub mean: Interval,
    /// The moderated variance of one person's score.
    pub variance: f64,
    pub df: f64,
    /// Standard error for the coverage question; 0 when everyone answered.
    pub se: f64,
    /// Standard error for the signal question.
    pub signal_se: f64,
    /// 95 %, for the mean of all invited.
    pub interval: Interval,
    /// The mean of all invited if every silent one had answered at one end of the scale.
    pub bounds: Interval,
}

impl Precision {
    /// The mean of all invited from the samples of the groups they fall into, each weighted by its invited
    /// people (stratified mean, Cochran 1977). One group is a sample by itself; `None` without any.
    pub fn of(groups: &[Sample], basis: &Basis) -> Option<Self> {
        let people = |count: fn(&Sample) -> usize| groups.iter().map(count).sum::<usize>();
        let (n, invited) = (people(Sample::n), people(Sample::invited));
        let answered = people(Sample::people);
        let weight = |group: &Sample| group.invited() as f64 / invited as f64;
        let weighted = |figure: &dyn Fn(&Sample) -> f64| -> f64 {
            groups
                .iter()
                .map(|group| weight(group) * figure(group))
                .sum()
        };
        let error = |figure: &dyn Fn(&Sample) -> f64| {
            let parts = groups.iter().map(|group| weight(group) * figure(group));
            parts.fold(0.0, f64::hypot)
        };
        let mean = Interval {
            lo: weighted(&|group| group.mean().lo),
            hi: weighted(&|group| group.mean().hi),
        };
        let bounds = Interval {
            lo: weighted(&|group| group.bounds(basis.scale).lo),
            hi: weighted(&|group| group.bounds(basis.scale).hi),
        };
        let spread = |group: &Sample| group.n() as f64 * group.moderated(basis).variance;
        let df = match groups {
            [] => return None,
            [one] => one.moderated(basis).df,
            several => (n - several.len()) as f64,
        };
        let precision = Self {
            n,
            people: answered,
            invited,
            mean,
            variance: groups.iter().map(spread).sum::<f64>() / n as f64,
            df,
            se: error(&|group| group.error(basis, 1.0).se),
            signal_se: error(&|group| group.error(basis, basis.reliability).se),
            interval: mean,
            bounds,
        };
        Some(Self {
            interval: precision.coverage().around(mean, LEVEL).within(bounds),
            ..precision
        })
    }

    /// The same where only the mean in steps of `step` is known; `mean` is what capping leaves of it. The nearest
    /// step is off by an error with variance step²/12.
    #[must_use]
    pub fn in_steps(self, mean: Interval, step: f64) -> Self {
        let rounding = step / 12.0_f64.sqrt();
        let rounded = Self {
            mean,
            se: self.se.hypot(rounding),
            signal_se: self.signal_se.hypot(rounding),
            ..self
        };
        let interval = rounded.coverage().around(mean, LEVEL);
        Self {
            interval: interval.within(rounded.bounds),
            ..rounded
        }
    }

    /// The error for the coverage question.
    pub fn coverage(&self) -> StandardError {
        StandardError {
            se: self.se,
            df: self.df,
        }
    }

    /// The error for the signal question.
    pub fn signal(&self) -> StandardError {
        StandardError {
            se: self.signal_se,
            df: self.df,
        }
    }

    /// Everyone invited answered: there is no sampling error.
    pub fn census(&self) -> bool {
        self.people == self.invited
    }

    /// What all invited would have said, 95 %: the sampling error and half of the range that capping leaves add as
    /// squares, x̄ ± √((t SE)² + h²), cut at the bounds. When everyone answered and nothing is capped it is a point.
    pub fn said(&self) -> Interval {
        let (middle, half) = (self.mean.middle(), (self.mean.hi - self.mean.lo) / 2.0);
        let margin = self.coverage().margin(LEVEL).hypot(half);
        Interval::point(middle).widened(margin).within(self.bounds)
    }

    /// What they would say if everybody answered once more, 95 %, cut at the ends of the scale. The only band drawn
    /// around a mean that stands alone.
    pub fn again(&self, basis: &Basis) -> Interval {
        self.again_error(basis)
            .around(Interval::point(self.mean.middle()), LEVEL)
            .within(basis.scale)
    }

    /// √(SE² + 2(1 - ρ)s0²/N + h²/3): the answers of today and those of the other day are both noisy, hence the 2.
    pub fn again_error(&self, basis: &Basis) -> StandardError {
        let half = (self.mean.hi - self.mean.lo) / 2.0;
        let noise = 2.0 * (1.0 - basis.reliability) * basis.pooled / self.invited as f64;
        self.coverage().with_added(noise + half.powi(2) / 3.0)
    }

    /// The 95 % interval for the signal question: what the mean would be without answer noise.
    pub fn signal_interval(&self) -> Interval {
        self.signal().around(self.mean, LEVEL)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PRIOR_DF, Turnout};

    fn precision(range: Interval) -> Precision {
        let basis = Basis {
            pooled: 0.75,
            prior_df: PRIOR_DF,
            reliability: 0.8,
            scale: Interval { lo: 1.0, hi: 5.0 },
        };
        let everyone = Sample::new(5, 5, range, 0.3).unwrap();
        Precision::of(&[everyone], &basis).unwrap()
    }

    #[test]
    fn a_census_in_steps_is_everything_that_is_rounded_to_them() {
        let rounded = Interval { lo: 3.7, hi: 3.9 };
        let printed = precision(rounded).in_steps(Interval::point(3.8), 0.2);
        assert_eq!(printed.interval, rounded);
        assert_eq!(printed.mean, Interval::point(3.8));
        assert!(printed.se > 0.0);
    }

    #[test]
    fn somebody_with_two_answers_does_not_make_everybody() {
        let basis = Basis {
            pooled: 0.75,
            prior_df: PRIOR_DF,
            reliability: 0.8,
            scale: Interval { lo: 1.0, hi: 5.0 },
        };
        let turnout = Turnout {
            answers: 6,
            people: 5,
            invited: 6,
        };
        let sample = Sample::of(turnout, Interval::point(3.0), 0.3).unwrap();
        let precision = Precision::of(&[sample], &basis).unwrap();
        assert!(!precision.census() && precision.se > 0.0);
        assert_eq!((precision.n, precision.people), (6, 5));
    }

    #[test]
    fn a_capped_census_is_its_range_and_an_uncapped_one_a_point() {
        for range in [Interval { lo: 4.6, hi: 5.0 }, Interval::point(3.2)] {
            assert_eq!(precision(range).interval, range);
        }
    }
}
