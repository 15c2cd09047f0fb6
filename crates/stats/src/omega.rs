use super::covariance::Covariance;

/// One factor behind the items, by maximum likelihood.
#[derive(Debug, Clone, PartialEq)]
pub struct OneFactor {
    pub loadings: Vec<f64>,
    pub residuals: Vec<f64>,
}

/// Why one factor does not describe the items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFactor {
    /// One or two items do not determine a factor.
    TooFewItems,
    /// An item has no variance.
    NoVariance,
    /// A residual vanishes: the factor would be that item (Heywood case).
    Heywood,
    /// The iteration found no end.
    NoConvergence,
}

const STEPS: usize = 20_000;
const PRECISE: f64 = 1e-12;
/// A residual below this share of its item's variance vanishes (Heywood case).
const VANISHES: f64 = 0.005;

impl OneFactor {
    /// By the EM steps of Rubin & Thayer (1982); three items are solved directly. Both work on correlations, so
    /// that the precision does not depend on the unit of the items.
    ///
    /// # Errors
    /// Why there is no such factor.
    pub fn fit(items: &Covariance) -> Result<Self, NoFactor> {
        if items.k() < 3 {
            return Err(NoFactor::TooFewItems);
        }
        let correlations = items.standardised().ok_or(NoFactor::NoVariance)?;
        let fitted = match items.k() {
            3 => Self::of_three(&correlations)?,
            _ => Self::iterate(&correlations)?,
        };
        let proper = |residual: &f64| *residual >= VANISHES;
        if !fitted.residuals.iter().all(proper) {
            return Err(NoFactor::Heywood);
        }
        let variances = items.variances();
        let loadings = fitted.loadings.iter().zip(&variances);
        let residuals = fitted.residuals.iter().zip(&variances);
        Ok(Self {
            loadings: loadings
                .map(|(loading, variance)| loading * variance.sqrt())
                .collect(),
            residuals: residuals
                .map(|(residual, variance)| residual * variance)
                .collect(),
        })
    }

    fn of_three(r: &Covariance) -> Result<Self, NoFactor> {
        let [row, next, _] = r.rows() else {
            return Err(NoFactor::TooFewItems);
        };
        let (&[_, a, b], &[_, _, c]) = (row.as_slice(), next.as_slice()) else {
            return Err(NoFactor::TooFewItems);
        };
        if a * b * c <= 0.0 {
            return Err(NoFactor::Heywood);
        }
        let squares = [a * b / c, a * c / b, b * c / a];
        // With a positive product two correlations may be negative: then one item points the other way.
        let signs = [1.0, a.signum(), b.signum()];
        let loadings = squares.iter().zip(signs);
        Ok(Self {
            loadings: loadings
                .map(|(square, sign)| square.sqrt() * sign)
                .collect(),
            residuals: squares.map(|square| 1.0 - square).to_vec(),
        })
    }

    fn iterate(r: &Covariance) -> Result<Self, NoFactor> {
        let total = r.total();
        if total <= 0.0 {
            return Err(NoFactor::NoConvergence);
        }
        let with_total = |row: &Vec<f64>| row.iter().sum::<f64>() / total.sqrt();
        let mut loadings: Vec<f64> = r.rows().iter().map(with_total).collect();
        let mut residuals: Vec<f64> = loadings.iter().map(|l| (1.0 - l * l).max(0.1)).collect();
        for _ in 0..STEPS {
            let ratio: Vec<f64> = loadings
                .iter()
                .zip(&residuals)
                .map(|(l, r)| l / r)
                .collect();
            let information = 1.0 + dot(&ratio, &loadings);
            let beta: Vec<f64> = ratio.iter().map(|ratio| ratio / information).collect();
            let seen: Vec<f64> = r.rows().iter().map(|row| dot(row, &beta)).collect();
            let second = 1.0 - dot(&beta, &loadings) + dot(&beta, &seen);
            let next: Vec<f64> = seen.iter().map(|seen| seen / second).collect();
            let left: Vec<f64> = next.iter().zip(&seen).map(|(l, s)| 1.0 - l * s).collect();
            let moved = change(&next, &loadings).max(change(&left, &residuals));
            (loadings, residuals) = (next, left);
            if moved < PRECISE {
                return Ok(Self {
                    loadings,
                    residuals,
                });
            }
        }
        Err(NoFactor::NoConvergence)
    }

    /// Omega total (McDonald 1999): the share of the variance of the sum that the factor explains, with the
    /// variance that the factor implies.
    pub fn omega(&self) -> f64 {
        let common = self.loadings.iter().sum::<f64>().powi(2);
        common / (common + self.residuals.iter().sum::<f64>())
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn change(a: &[f64], b: &[f64]) -> f64 {
    let moves = a.iter().zip(b).map(|(a, b)| (a - b).abs());
    moves.fold(0.0, |largest, moved| {
        if moved > largest || moved.is_nan() {
            moved
        } else {
            largest
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What one factor with these loadings and residuals makes of items.
    fn implied(loadings: &[f64], residuals: &[f64]) -> Covariance {
        Covariance::of(loadings.len(), |i, j| {
            loadings[i] * loadings[j] + if i == j { residuals[i] } else { 0.0 }
        })
    }

    #[test]
    fn a_known_factor_is_found_in_any_unit() {
        for unit in [1e-4, 1.0, 1e4] {
            for items in 3..=6 {
                let loadings = [0.9, 0.8, 0.7, 0.5, -0.4, 0.6].map(|loading| loading * unit);
                let residuals = [0.5, 0.4, 0.9, 0.3, 0.8, 0.2].map(|left| left * unit * unit);
                let known = implied(&loadings[..items], &residuals[..items]);
                let found = OneFactor::fit(&known).unwrap();
                for (found, known) in found.loadings.iter().zip(loadings) {
                    assert!(
                        (found - known).abs() < 1e-8 * unit,
                        "{items} items in {unit}"
                    );
                }
            }
        }
    }

    #[test]
    fn two_equal_items_are_a_heywood_case_and_two_items_no_factor() {
        let equal = Covariance::of(4, |i, j| if i == j || (i, j) == (0, 1) { 1.0 } else { 0.3 });
        assert_eq!(OneFactor::fit(&equal), Err(NoFactor::Heywood));
        let pair = implied(&[0.8, 0.7], &[0.3, 0.3]);
        assert_eq!(OneFactor::fit(&pair), Err(NoFactor::TooFewItems));
        let flat = implied(&[0.8, 0.7, 0.0], &[0.3, 0.3, 0.0]);
        assert_eq!(OneFactor::fit(&flat), Err(NoFactor::NoVariance));
    }
}
