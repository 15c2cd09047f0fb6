use super::centred::{Centred, dot};
use super::eigen::{Eigen, eigen};
use super::interval::Interval;
use super::normal::normal_quantile;

/// Below this smallest eigenvalue the predictors cannot be told apart.
const SMALLEST_EIGENVALUE: f64 = 1e-8;
/// Most predictors whose 2^p regressions are run.
const MOST_SUBSETS: usize = 16;

/// How predictors correlate among each other and with an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct DriverCorrelations {
    /// p rows of p, with ones on the diagonal.
    among: Vec<Vec<f64>>,
    /// p.
    outcome: Vec<f64>,
}

impl DriverCorrelations {
    /// From columns of one length, one row per team; `None` if any of them is flat or their lengths differ.
    pub fn of(predictors: &[Vec<f64>], outcome: &[f64]) -> Option<Self> {
        let centre = |column: &Vec<f64>| Centred::of(column);
        let columns: Vec<Centred> = predictors.iter().map(centre).collect::<Option<_>>()?;
        let with = |column: &Centred| -> Option<Vec<f64>> {
            columns
                .iter()
                .map(|other| column.correlation(other))
                .collect()
        };
        Some(Self {
            among: columns.iter().map(with).collect::<Option<_>>()?,
            outcome: with(&Centred::of(outcome)?)?,
        })
    }

    /// Johnson's relative weights: each predictor's share of R², in the order of the predictors; they add up
    /// to R². With V and Δ the eigenvectors and eigenvalues of the predictors, Λ = V√ΔV' and β = Λ⁻¹r, the
    /// weight of j is Σᵢ Λ²ⱼᵢβ²ᵢ (Johnson 2000; the same as Genizi 1993). Nothing causal: with like
    /// predictors the weights are near equal by construction. `None` if predictors cannot be told apart.
    pub fn relative_weights(&self) -> Option<Vec<f64>> {
        let pairs = self.told_apart()?;
        let beta: Vec<f64> = power(&pairs, -0.5)
            .iter()
            .map(|row| dot(row, &self.outcome))
            .collect();
        let weight = |row: &Vec<f64>| row.iter().zip(&beta).map(|(l, b)| (l * b).powi(2)).sum();
        Some(power(&pairs, 0.5).iter().map(weight).collect())
    }

    /// Each predictor's mean gain in R² over all orders in which predictors can enter (Lindeman, Merenda &
    /// Gold 1980; the Shapley value), from the R² of all 2^p subsets. `None` for more than 16 predictors or
    /// if they cannot be told apart.
    pub fn shapley(&self) -> Option<Vec<f64>> {
        let count = self.outcome.len();
        if count > MOST_SUBSETS {
            return None;
        }
        self.told_apart()?;
        let explained: Vec<f64> = (0..1 << count)
            .map(|subset| self.explained(subset))
            .collect();
        let share = |place: usize| -> Option<f64> {
            let without = (0..1 << count).filter(|subset| !chosen(*subset, place));
            let gain = |subset: usize| {
                let gain = explained.get(subset | 1 << place)? - explained.get(subset)?;
                Some(gain * order_share(subset.count_ones(), count))
            };
            without.map(gain).sum()
        };
        (0..count).map(share).collect()
    }

    fn told_apart(&self) -> Option<Vec<Eigen>> {
        let pairs = eigen(&self.among);
        let apart = pairs.iter().all(|pair| pair.value >= SMALLEST_EIGENVALUE);
        apart.then_some(pairs)
    }

    /// R² of the outcome on the predictors whose bits are set, by a Cholesky factor.
    fn explained(&self, subset: usize) -> f64 {
        let mut factor: Vec<Line> = Vec::new();
        for (place, row) in self.among.iter().enumerate() {
            if chosen(subset, place) {
                let before = solved(&factor, row, subset);
                factor.push(Line {
                    diagonal: (1.0 - dot(&before, &before)).sqrt(),
                    before,
                });
            }
        }
        let line = solved(&factor, &self.outcome, subset);
        dot(&line, &line)
    }
}

/// A row of a Cholesky factor.
struct Line {
    before: Vec<f64>,
    diagonal: f64,
}

/// The row of a Cholesky factor below `factor`, without its diagonal; `row` counts all predictors.
fn solved(factor: &[Line], row: &[f64], subset: usize) -> Vec<f64> {
    let mut line = Vec::with_capacity(factor.len());
    let targets = row
        .iter()
        .enumerate()
        .filter(|(place, _)| chosen(subset, *place));
    for (above, (_, target)) in factor.iter().zip(targets) {
        line.push((target - dot(&line, &above.before)) / above.diagonal);
    }
    line
}

fn chosen(subset: usize, place: usize) -> bool {
    subset >> place & 1 == 1
}

/// The share of all orders of `count` predictors in which exactly the given `before` stand before one other:
/// before! (count - before - 1)!/count!.
fn order_share(before: u32, count: usize) -> f64 {
    let before = before as usize;
    let choices: f64 = (1..=before)
        .map(|i| (count - 1 - before + i) as f64 / i as f64)
        .product();
    1.0 / (choices * count as f64)
}

/// The matrix of `pairs` with its eigenvalues raised to `exponent`.
fn power(pairs: &[Eigen], exponent: f64) -> Vec<Vec<f64>> {
    let size = pairs.len();
    let mut matrix = vec![vec![0.0; size]; size];
    for pair in pairs {
        let value = pair.value.powf(exponent);
        for (row, left) in matrix.iter_mut().zip(&pair.vector) {
            for (cell, right) in row.iter_mut().zip(&pair.vector) {
                *cell += value * left * right;
            }
        }
    }
    matrix
}

/// The 95 % interval of R² of `n` teams and `predictors` predictors, from its large-sample standard error
/// √(4R²(1 - R²)²(n - p - 1)²/((n² - 1)(n + 3))) (Olkin & Finn 1995); its ends may leave [0, 1].
pub fn olkin_finn(r_squared: f64, n: usize, predictors: usize) -> Interval {
    let (n, left) = (n as f64, n as f64 - predictors as f64 - 1.0);
    let error = 4.0 * r_squared * ((1.0 - r_squared) * left).powi(2);
    let margin = normal_quantile(0.975) * (error / ((n * n - 1.0) * (n + 3.0))).sqrt();
    Interval {
        lo: r_squared - margin,
        hi: r_squared + margin,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_predictors_are_refused() {
        let a = vec![1.0, 2.0, 4.0, 8.0, 3.0];
        let outcome = [1.0, 3.0, 2.0, 5.0, 4.0];
        let found = DriverCorrelations::of(&[a.clone(), a], &outcome).unwrap();
        assert_eq!(found.relative_weights(), None);
        assert_eq!(found.shapley(), None);
    }

    #[test]
    fn unrelated_predictors_weigh_their_squared_correlations() {
        let found = DriverCorrelations {
            among: vec![
                vec![1.0, 0.0, 0.0],
                vec![0.0, 1.0, 0.0],
                vec![0.0, 0.0, 1.0],
            ],
            outcome: vec![0.5, -0.4, 0.0],
        };
        let both = [found.relative_weights().unwrap(), found.shapley().unwrap()];
        for weights in both {
            for (found, weight) in weights.iter().zip([0.25, 0.16, 0.0]) {
                assert!((found - weight).abs() < 1e-14, "{weights:?}");
            }
        }
    }
}
