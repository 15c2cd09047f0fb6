use super::precision::Basis;
use super::standard_error::StandardError;

/// How many degrees of freedom the pooled variance counts for in a team's own one. Judgement: by simulation
/// the coverage in the worst kind of team is best with it.
pub const PRIOR_DF: f64 = 2.0;
/// Fewest degrees of freedom from which a pooled variance is used.
const POOLED_DF: f64 = 20.0;

/// Why figures cannot be computed from what was given.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StatsError {
    #[error(
        "{n} people answered but only {invited} were invited; add late joiners to the invited before scoring"
    )]
    MoreAnswersThanInvited { n: usize, invited: usize },
    #[error(
        "nothing is known of how people vary in this scale; give its parameters before scoring"
    )]
    NoParameters,
    #[error("nobody answered, so there is nothing to estimate")]
    NoAnswers,
    #[error("the mean {mean} or the variance {variance} is not a usable number")]
    NotANumber { mean: f64, variance: f64 },
    #[error(
        "the noise of one answer, {0}, is not a positive number; take that of an earlier wave or the one that the survey declares"
    )]
    NoNoise(f64),
    #[error(
        "{one} items on one side stand against {other} on the other; give the same items, in the same order"
    )]
    OtherItems { one: usize, other: usize },
    #[error("{people} people were invited to either wave, but {invited} to one of them alone")]
    FewerPeopleThanInvited { people: usize, invited: usize },
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

    /// With `margin` more on either side.
    pub(super) fn widened(&self, margin: f64) -> Self {
        Self {
            lo: self.lo - margin,
            hi: self.hi + margin,
        }
    }

    /// The part of it that lies in `other`; unknown ends stay unknown.
    #[must_use]
    pub fn within(&self, other: Self) -> Self {
        let known = |own: f64, cut: f64| if own.is_nan() { own } else { cut };
        Self {
            lo: known(self.lo, self.lo.max(other.lo)),
            hi: known(self.hi, self.hi.min(other.hi)),
        }
    }

    pub fn contains(&self, x: f64) -> bool {
        self.lo <= x && x <= self.hi
    }
}

/// How many answered. Somebody can have given two answers, so that there are more answers than people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turnout {
    pub answers: usize,
    /// At least so many different people gave them.
    pub people: usize,
    /// Different people invited.
    pub invited: usize,
}

/// The answers of one unit on one scale: how many answered of how many invited, their mean (a range when
/// answers were capped, else a point) and their variance (n - 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    n: usize,
    people: usize,
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
    /// Of people who each gave one answer.
    ///
    /// # Errors
    /// When nobody answered, more answered than were invited, a figure is not finite, or the ends of the mean are
    /// in the wrong order.
    pub fn new(
        n: usize,
        invited: usize,
        mean: Interval,
        variance: f64,
    ) -> Result<Self, StatsError> {
        let turnout = Turnout {
            answers: n,
            people: n,
            invited,
        };
        Self::of(turnout, mean, variance)
    }

    /// # Errors
    /// When nobody answered, more people answered than were invited, or a figure is not finite.
    pub fn of(turnout: Turnout, mean: Interval, variance: f64) -> Result<Self, StatsError> {
        let Turnout {
            answers: n,
            people,
            invited,
        } = turnout;
        if n == 0 {
            return Err(StatsError::NoAnswers);
        }
        if people > invited {
            return Err(StatsError::MoreAnswersThanInvited { n: people, invited });
        }
        let ordered = mean.middle().is_finite() && mean.lo <= mean.hi;
        if !ordered || !variance.is_finite() || variance < 0.0 {
            return Err(StatsError::NotANumber {
                mean: mean.middle(),
                variance,
            });
        }
        Ok(Self {
            n,
            people,
            invited,
            mean,
            variance,
        })
    }

    pub fn n(&self) -> usize {
        self.n
    }

    pub(super) fn people(&self) -> usize {
        self.people
    }

    pub(super) fn invited(&self) -> usize {
        self.invited
    }

    pub fn mean(&self) -> Interval {
        self.mean
    }

    /// The share of the invited who answered.
    pub fn response(&self) -> f64 {
        self.people as f64 / self.invited as f64
    }

    /// Everyone invited answered: the mean is what the team said, without sampling error.
    pub fn census(&self) -> bool {
        self.people == self.invited
    }

    /// The mean of all invited if every silent one had answered at one end of the scale (Manski 1989).
    pub fn bounds(&self, scale: Interval) -> Interval {
        let (people, invited) = (self.people as f64, self.invited as f64);
        let silent = invited - people;
        Interval {
            lo: (people * self.mean.lo + silent * scale.lo) / invited,
            hi: (people * self.mean.hi + silent * scale.hi) / invited,
        }
    }

    /// The standard error of the mean around one of three targets, by its `reliability`: 1 for the answers that
    /// all invited would give (Cochran 1977), the scale's own for their true scores, 0 for the process that makes
    /// such teams. Var = s²(1 - f·reliability)/n.
    pub fn error(&self, basis: &Basis, reliability: f64) -> StandardError {
        let Moderated { variance, df } = self.moderated(basis);
        StandardError {
            se: (variance * (1.0 - self.response() * reliability) / self.n as f64).sqrt(),
            df,
        }
    }

    /// The team's variance moderated by the pooled one with fixed prior weight (after Smyth 2004). One answer
    /// and no prior know nothing of a variance, so the pooled one stands.
    pub fn moderated(&self, basis: &Basis) -> Moderated {
        let own_df = self.n as f64 - 1.0;
        let df = basis.prior_df + own_df;
        Moderated {
            variance: match df > 0.0 {
                true => (basis.prior_df * basis.pooled + own_df * self.variance) / df,
                false => basis.pooled,
            },
            df,
        }
    }
}

/// The pooled within-team variance of a scale from each team's (n, variance), or `None` when the teams hold
/// fewer than 20 degrees of freedom together or one of the variances is no number.
pub fn pooled_variance(teams: impl IntoIterator<Item = (usize, f64)>) -> Option<f64> {
    let degrees = teams
        .into_iter()
        .map(|(n, variance)| (n.saturating_sub(1) as f64, variance));
    let pooled = pool(degrees);
    (pooled.df >= POOLED_DF && pooled.variance.is_finite()).then_some(pooled.variance)
}

/// Variances, each with its degrees of freedom, pooled into one; NaN when they have none together.
pub fn pool(variances: impl IntoIterator<Item = (f64, f64)>) -> Moderated {
    let (mut df, mut squares) = (0.0, 0.0);
    for (own, variance) in variances {
        df += own;
        squares += own * variance;
    }
    Moderated {
        variance: squares / df,
        df,
    }
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
        let turned = Interval { lo: 3.2, hi: 3.0 };
        assert!(Sample::new(5, 5, turned, 1.0).is_err());
    }

    #[test]
    fn an_interval_that_is_not_known_is_not_that_of_the_bounds() {
        let unknown = Interval::point(f64::NAN).within(Interval { lo: 1.0, hi: 5.0 });
        assert!(unknown.lo.is_nan() && unknown.hi.is_nan());
        assert_eq!(pooled_variance([(30, 0.5), (5, f64::NAN)]), None);
    }
}
