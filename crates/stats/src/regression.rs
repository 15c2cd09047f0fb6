use super::centred::{Centred, dot};
use super::direction::{Direction, unit, variance};
use super::fisher::f_upper_tail;
use super::student::t_upper_tail;

/// A predictor of which less than this share is its own is taken for a combination of the others.
const COLLINEAR: f64 = 1e-7;

/// Ordinary least squares with an intercept. Coefficients count the intercept first.
#[derive(Debug, Clone)]
pub struct Regression {
    pub n: usize,
    pub coefficients: Vec<f64>,
    /// Coefficients times the spread of their predictor over that of the outcome, without the intercept;
    /// `None` for a flat outcome.
    pub standardised: Option<Vec<f64>>,
    /// `None` for a flat outcome.
    pub r_squared: Option<f64>,
    /// Variance inflation factors, without the intercept.
    pub inflation: Vec<f64>,
    residual_variance: f64,
    basis: Vec<Direction>,
}

/// A coefficient or a weighted sum of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    pub value: f64,
    pub se: f64,
    /// `None` if both value and error are 0.
    pub t: Option<f64>,
    /// Two-sided.
    pub p: Option<f64>,
}

/// The test that no predictor matters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FTest {
    pub value: f64,
    pub df1: f64,
    pub df2: f64,
    pub p: f64,
}

impl Regression {
    /// `predictors` by column, each as long as `outcome`, solved by orthogonal directions (Gram-Schmidt, done
    /// twice), which needs no products of predictors. `None` if lengths differ, a predictor is flat or a
    /// combination of others, or no degree of freedom is left for the error.
    pub fn of(predictors: &[Vec<f64>], outcome: &[f64]) -> Option<Self> {
        let n = outcome.len();
        let terms = predictors.len() + 1;
        if n <= terms || predictors.iter().any(|column| column.len() != n) {
            return None;
        }
        let spread = |column: &Vec<f64>| Some(Centred::of(column)?.squares);
        let squares: Vec<f64> = predictors.iter().map(spread).collect::<Option<_>>()?;
        let mut basis = vec![Direction::new(&vec![1.0; n], 0, terms)];
        basis
            .iter_mut()
            .for_each(|first| first.divide((n as f64).sqrt()));
        for ((column, squares), place) in predictors.iter().zip(&squares).zip(1..) {
            let mut direction = Direction::new(column, place, terms);
            for known in basis.iter().chain(&basis) {
                direction.subtract(known, dot(&known.values, &direction.values));
            }
            let own = dot(&direction.values, &direction.values).sqrt();
            if *squares == 0.0 || own <= COLLINEAR * squares.sqrt() {
                return None;
            }
            direction.divide(own);
            basis.push(direction);
        }
        let total = Centred::of(outcome)?.squares;
        // What is left of the outcome, and minus the coefficients.
        let mut rest = Direction::new(outcome, terms, terms);
        for known in basis.iter().chain(&basis) {
            rest.subtract(known, dot(&known.values, &rest.values));
        }
        let coefficients: Vec<f64> = rest.weights.iter().map(|weight| -weight).collect();
        let residual = dot(&rest.values, &rest.values);
        let scaled = coefficients.iter().skip(1).zip(&squares);
        let standardised = scaled.map(|(b, squares)| b * (squares / total).sqrt());
        let variances = (1..terms).map(|place| variance(&basis, &unit(place, terms)));
        Some(Self {
            n,
            standardised: (total > 0.0).then(|| standardised.collect()),
            r_squared: (total > 0.0).then(|| 1.0 - residual / total),
            inflation: variances
                .zip(&squares)
                .map(|(v, squares)| v * squares)
                .collect(),
            residual_variance: residual / (n - terms) as f64,
            coefficients,
            basis,
        })
    }

    /// The degrees of freedom of the error.
    pub fn df(&self) -> f64 {
        (self.n - self.coefficients.len()) as f64
    }

    pub fn predictors(&self) -> usize {
        self.coefficients.len() - 1
    }

    /// R² less what as many unrelated predictors would explain.
    pub fn adjusted_r_squared(&self) -> Option<f64> {
        Some(1.0 - (1.0 - self.r_squared?) * (self.n as f64 - 1.0) / self.df())
    }

    pub fn f(&self) -> Option<FTest> {
        let r_squared = self.r_squared?;
        let (df1, df2) = (self.predictors() as f64, self.df());
        let value = (r_squared / df1) / ((1.0 - r_squared) / df2);
        (df1 > 0.0).then(|| FTest {
            value,
            df1,
            df2,
            p: f_upper_tail(value, df1, df2),
        })
    }

    /// One coefficient; 0 is the intercept.
    pub fn coefficient(&self, place: usize) -> Estimate {
        self.combination(&unit(place, self.coefficients.len()))
    }

    /// The sum of the coefficients times `weights`.
    pub fn combination(&self, weights: &[f64]) -> Estimate {
        let value = dot(weights, &self.coefficients);
        let se = (self.residual_variance * variance(&self.basis, weights)).sqrt();
        let t = Some(value / se).filter(|t| !t.is_nan());
        Estimate {
            value,
            se,
            t,
            p: t.map(|t| (2.0 * t_upper_tail(t.abs(), self.df())).min(1.0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Regression;

    #[test]
    fn a_repeated_or_flat_predictor_is_refused() {
        let (a, outcome) = (vec![1.0, 2.0, 4.0, 8.0, 3.0], [1.0, 3.0, 2.0, 5.0, 4.0]);
        let twice: Vec<f64> = a.iter().map(|a| 2.0 * a + 1.0).collect();
        assert!(Regression::of(&[a.clone(), twice], &outcome).is_none());
        assert!(Regression::of(&[a.clone(), vec![4.2; 5]], &outcome).is_none());
        assert!(Regression::of(&[a], &outcome).is_some());
    }

    #[test]
    fn a_flat_outcome_has_no_share_explained() {
        let found = Regression::of(&[vec![1.0, 2.0, 4.0, 8.0]], &[4.2; 4]).unwrap();
        assert!(found.r_squared.is_none() && found.f().is_none());
    }

    #[test]
    fn large_means_do_not_hide_a_line() {
        let x: Vec<f64> = (0..20).map(|i| 1e9 + f64::from(i)).collect();
        let y: Vec<f64> = (0..20)
            .map(|i| 3.0 + 2.0 * f64::from(i) + f64::from(i % 2))
            .collect();
        let slope = Regression::of(&[x], &y).unwrap().coefficient(1).value;
        assert!((slope - 2.0075).abs() < 1e-3, "{slope}");
    }
}
