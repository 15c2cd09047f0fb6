use super::student::t_critical;

/// How many observations the pooled variance counts for in a team's own one (3.3 of the statistics; judgement).
const PRIOR_DF: f64 = 2.0;
/// Fewest degrees of freedom from which a pooled variance is used.
const POOLED_DF: usize = 20;

/// Why figures cannot be computed from what was given.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StatsError {
    #[error(
        "{n} people answered but only {invited} were invited; add late joiners to the invited before scoring"
    )]
    MoreAnswersThanInvited { n: usize, invited: usize },
    #[error("nobody answered, so there is nothing to estimate")]
    NoAnswers,
    #[error("the mean {mean} or the variance {variance} is not a usable number")]
    NotANumber { mean: f64, variance: f64 },
}

/// A closed range in scale points; `lo <= hi`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub lo: f64,
    pub hi: f64,
}

impl Interval {
    pub fn point(at: f64) -> Self {
        Self { lo: at, hi: at }
    }

    pub fn middle(&self) -> f64 {
        f64::midpoint(self.lo, self.hi)
    }

    pub fn contains(&self, x: f64) -> bool {
        self.lo <= x && x <= self.hi
    }
}

/// The answers of one unit on one scale: how many answered of how many invited, their mean (a range when
/// answers were capped, else a point) and their variance (n - 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    n: usize,
    invited: usize,
    mean: Interval,
    variance: f64,
}

/// A variance drawn towards the pooled one, with its degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moderated {
    pub variance: f64,
    pub df: f64,
}

impl Sample {
    /// # Errors
    /// When nobody answered, more answered than were invited, or a figure is not finite.
    pub fn new(
        n: usize,
        invited: usize,
        mean: Interval,
        variance: f64,
    ) -> Result<Self, StatsError> {
        if n == 0 {
            return Err(StatsError::NoAnswers);
        }
        if n > invited {
            return Err(StatsError::MoreAnswersThanInvited { n, invited });
        }
        if !mean.middle().is_finite() || !variance.is_finite() || variance < 0.0 {
            return Err(StatsError::NotANumber {
                mean: mean.middle(),
                variance,
            });
        }
        Ok(Self {
            n,
            invited,
            mean,
            variance,
        })
    }

    pub fn mean(&self) -> Interval {
        self.mean
    }

    /// The share of the invited who answered.
    pub fn response(&self) -> f64 {
        self.n as f64 / self.invited as f64
    }

    /// Everyone invited answered: the mean is what the team said, without sampling error.
    pub fn census(&self) -> bool {
        self.n == self.invited
    }

    /// The 95 % interval of the mean of all invited: moderated t with finite-population correction, clipped
    /// to the assumption-free bounds. `pooled` is the pooled within-team variance, `scale` the ends of the scale.
    pub fn interval(&self, pooled: f64, scale: Interval) -> Interval {
        let margin = t_critical(self.moderated(pooled).df) * self.se(pooled);
        let bounds = self.bounds(scale);
        Interval {
            lo: (self.mean.lo - margin).max(bounds.lo),
            hi: (self.mean.hi + margin).min(bounds.hi),
        }
    }

    /// The mean of all invited if every silent one had answered at one end of the scale (Manski 1989).
    pub fn bounds(&self, scale: Interval) -> Interval {
        let (n, invited) = (self.n as f64, self.invited as f64);
        let silent = invited - n;
        Interval {
            lo: (n * self.mean.lo + silent * scale.lo) / invited,
            hi: (n * self.mean.hi + silent * scale.hi) / invited,
        }
    }

    /// Standard error of the mean for the coverage question; 0 when everyone answered (Cochran 1977).
    pub(super) fn se(&self, pooled: f64) -> f64 {
        (self.moderated(pooled).variance * (1.0 - self.response()) / self.n as f64).sqrt()
    }

    /// Standard error of the mean for the signal question: answer noise stays when everyone answered.
    pub(super) fn signal_se(&self, pooled: f64, reliability: f64) -> f64 {
        (self.moderated(pooled).variance * (1.0 - self.response() * reliability) / self.n as f64)
            .sqrt()
    }

    /// The team's variance moderated by the pooled one with fixed prior weight (after Smyth 2004).
    pub fn moderated(&self, pooled: f64) -> Moderated {
        let own_df = self.n as f64 - 1.0;
        let df = PRIOR_DF + own_df;
        Moderated {
            variance: (PRIOR_DF * pooled + own_df * self.variance) / df,
            df,
        }
    }
}

/// The pooled within-team variance of a scale from each team's (n, variance), or `None` when the teams hold
/// fewer than 20 degrees of freedom together.
pub fn pooled_variance(teams: impl IntoIterator<Item = (usize, f64)>) -> Option<f64> {
    let (mut df, mut squares) = (0, 0.0);
    for (n, variance) in teams {
        let own = n.saturating_sub(1);
        df += own;
        squares += own as f64 * variance;
    }
    (df >= POOLED_DF).then(|| squares / df as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_answers_than_invited_are_refused() {
        let refused = Sample::new(6, 5, Interval::point(3.0), 1.0);
        assert_eq!(
            refused,
            Err(StatsError::MoreAnswersThanInvited { n: 6, invited: 5 })
        );
        assert_eq!(
            Sample::new(0, 5, Interval::point(3.0), 1.0),
            Err(StatsError::NoAnswers)
        );
    }

    #[test]
    fn a_capped_census_is_its_range_and_an_uncapped_one_a_point() {
        let scale = Interval { lo: 1.0, hi: 5.0 };
        let range = Interval { lo: 4.6, hi: 5.0 };
        assert_eq!(
            Sample::new(5, 5, range, 0.3).unwrap().interval(0.75, scale),
            range
        );
        let point = Interval::point(3.2);
        assert_eq!(
            Sample::new(5, 5, point, 0.3).unwrap().interval(0.75, scale),
            point
        );
    }
}
