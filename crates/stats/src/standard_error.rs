use super::interval::Interval;
use super::student::{t_quantile, t_upper_tail, two_sided};

/// A standard error with its degrees of freedom; infinite ones make Student's t the normal distribution.
/// Both are NaN, and everything made of them, where a variance is undefined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandardError {
    pub se: f64,
    pub df: f64,
}

/// Student's test against zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    pub t: f64,
    /// Two-sided.
    pub p: f64,
}

/// Two one-sided tests that a figure lies within a distance of zero (Schuirmann 1987; Lakens 2017).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Equivalence {
    /// The p value of "it lies above minus the distance".
    pub above: f64,
    /// The p value of "it lies below the distance".
    pub below: f64,
}

impl Equivalence {
    /// The p value of "it lies inside": the larger of the two.
    pub fn p(&self) -> f64 {
        match self.above.is_nan() || self.below.is_nan() {
            true => f64::NAN,
            false => self.above.max(self.below),
        }
    }
}

impl StandardError {
    /// That of the difference of two independent figures, with the degrees of freedom of Welch (1947).
    pub fn of_difference(one: Self, other: Self) -> Self {
        let (v1, v2) = (one.se.powi(2), other.se.powi(2));
        let variance = v1 + v2;
        let df = if variance == 0.0 {
            one.df + other.df
        } else {
            variance.powi(2) / (v1.powi(2) / one.df + v2.powi(2) / other.df)
        };
        Self {
            se: variance.sqrt(),
            df,
        }
    }

    /// The same with `variance` added (in squared points; it may be negative, but the sum ends at zero).
    pub fn with_added(self, variance: f64) -> Self {
        let sum = self.se.powi(2) + variance;
        Self {
            se: if sum < 0.0 { 0.0 } else { sum.sqrt() },
            ..self
        }
    }

    /// Half the width of the interval that covers `level` (0 to 1): the smallest significant difference.
    pub fn margin(&self, level: f64) -> f64 {
        if self.se == 0.0 {
            return 0.0;
        }
        two_sided(level, self.df) * self.se
    }

    /// The interval around a figure, or around a range that a figure lies in.
    pub fn around(&self, range: Interval, level: f64) -> Interval {
        let margin = self.margin(level);
        Interval {
            lo: range.lo - margin,
            hi: range.hi + margin,
        }
    }

    /// The difference that is found significant at `alpha` with probability `power`, for planning; the
    /// closed form that replaces the noncentral t.
    pub fn detectable(&self, alpha: f64, power: f64) -> f64 {
        (t_quantile(1.0 - alpha / 2.0, self.df) + t_quantile(power, self.df)) * self.se
    }

    /// Is the figure other than zero? Over a range it is the value nearest to zero that is tested.
    pub fn test(&self, range: Interval) -> Test {
        let unknown = range.lo.is_nan() || range.hi.is_nan();
        let nearest = match unknown {
            true => f64::NAN,
            false => 0.0_f64.max(range.lo).min(range.hi.max(range.lo)),
        };
        let t = if nearest == 0.0 && self.se == 0.0 {
            0.0
        } else {
            nearest / self.se
        };
        Test {
            t,
            p: (2.0 * t_upper_tail(t.abs(), self.df)).clamp(0.0, 1.0),
        }
    }

    /// Does the figure lie within `delta` of zero? Without any error it does or does not: p is 0 or 1.
    pub fn equivalence(&self, range: Interval, delta: f64) -> Equivalence {
        let p = |inside: f64| match (self.se == 0.0, inside > 0.0) {
            (false, _) => t_upper_tail(inside / self.se, self.df),
            (true, true) => 0.0,
            (true, false) => 1.0,
        };
        Equivalence {
            above: p(range.lo + delta),
            below: p(delta - range.hi),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_undefined_variance_stays_undefined() {
        let undefined = StandardError {
            se: f64::NAN,
            df: 0.0,
        };
        let zero = Interval::point(0.0);
        assert!(undefined.with_added(1.0).se.is_nan());
        assert!(undefined.margin(0.95).is_nan());
        assert!(undefined.test(zero).p.is_nan());
        assert!(undefined.equivalence(zero, 0.5).p().is_nan());
        let exact = StandardError { se: 0.2, df: 5.0 };
        let unknown = Interval::point(f64::NAN);
        assert!(exact.test(unknown).p.is_nan(), "not a p of 1");
        assert!(exact.equivalence(unknown, 0.5).p().is_nan());
    }

    #[test]
    fn two_figures_without_error_differ_without_error() {
        let exact = StandardError { se: 0.0, df: 5.0 };
        let difference = StandardError::of_difference(exact, exact);
        assert_eq!((difference.se, difference.df), (0.0, 10.0));
        assert_eq!(
            difference.around(Interval::point(0.4), 0.95),
            Interval::point(0.4)
        );
        let at_the_edge = difference.equivalence(Interval::point(0.5), 0.5);
        assert_eq!(at_the_edge.p(), 1.0, "on the edge is not inside");
    }
}
