use crate::standard_error::StandardError;

/// A part of the error of a difference: its variance in squared points, with its degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    pub variance: f64,
    pub df: f64,
}

impl Part {
    pub(super) fn of(error: StandardError) -> Self {
        Self {
            variance: error.se.powi(2),
            df: error.df,
        }
    }
}

/// A difference of two means as they are printed, with the parts of its error.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Comparison {
    /// G, in points.
    pub points: f64,
    /// e², ν_e: what both sides answered on the day.
    pub answers: Part,
    /// u, the variance of the noise of one answer to one item, in squared points; `None` for a difference that is
    /// the mean of others.
    pub noise: Option<f64>,
    /// c², ν_c: who did not answer; 0 when everyone did.
    pub coverage: Part,
    /// h, half of the range that capping leaves to the difference, in points.
    pub half: f64,
    /// What printing in steps adds, step²/12 for each mean, in squared points.
    pub rounding: f64,
}

impl Comparison {
    /// √V with ν: V = e² + c² + h²/3 + rounding, for an error is as likely anywhere in the range that capping
    /// leaves; ν = V²/(e⁴/ν_e + c⁴/ν_c) (Satterthwaite 1946).
    pub fn error(&self) -> StandardError {
        let variance = self.answers.variance
            + self.coverage.variance
            + self.half.powi(2) / 3.0
            + self.rounding;
        let part = |part: Part| match part.variance > 0.0 {
            true => part.variance.powi(2) / part.df,
            false => 0.0,
        };
        StandardError {
            se: variance.sqrt(),
            df: variance.powi(2) / (part(self.answers) + part(self.coverage)),
        }
    }

    /// The same difference in two waves together: the mean of both, whose answers are independent while what is
    /// lost to silence and capping may be the same twice. Only for the same leader and the same items.
    pub fn together(earlier: &Self, later: &Self) -> Self {
        let coverage = (earlier.coverage.variance.sqrt() + later.coverage.variance.sqrt()) / 2.0;
        Self {
            points: f64::midpoint(earlier.points, later.points),
            answers: Part {
                variance: (earlier.answers.variance + later.answers.variance) / 4.0,
                df: earlier.answers.df + later.answers.df,
            },
            noise: None,
            coverage: Part {
                variance: coverage.powi(2),
                df: earlier.coverage.df.min(later.coverage.df),
            },
            half: f64::midpoint(earlier.half, later.half),
            rounding: (earlier.rounding + later.rounding) / 4.0,
        }
    }

    /// The mean of the differences of a family; `None` below two. Errors of one person in one sitting may go
    /// together (by λ = 0.2), and what is lost to silence and capping goes together fully:
    /// V = ((1 - λ)Σe² + λ(Σe)² + (Σc)² + (Σh)²/3 + Σ rounding)/m².
    pub(super) fn mean(family: &[Self]) -> Option<Self> {
        let m = family.len() as f64;
        let sum = |figure: &dyn Fn(&Self) -> f64| family.iter().map(figure).sum::<f64>();
        let least =
            |figure: &dyn Fn(&Self) -> f64| family.iter().map(figure).fold(f64::INFINITY, f64::min);
        let apart = sum(&|topic| topic.answers.variance);
        let joint = sum(&|topic| topic.answers.variance.sqrt()).powi(2);
        let silent = sum(&|topic| topic.coverage.variance.sqrt()).powi(2);
        (m > 1.0).then(|| Self {
            points: sum(&|topic| topic.points) / m,
            answers: Part {
                variance: ((1.0 - super::TOGETHER) * apart + super::TOGETHER * joint) / (m * m),
                df: least(&|topic| topic.answers.df),
            },
            noise: None,
            coverage: Part {
                variance: silent / (m * m),
                df: least(&|topic| topic.coverage.df),
            },
            half: sum(&|topic| topic.half) / m,
            rounding: sum(&|topic| topic.rounding) / (m * m),
        })
    }
}
