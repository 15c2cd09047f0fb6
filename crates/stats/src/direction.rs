use super::centred::dot;

/// A direction of length 1, and the weights of the columns that make it.
#[derive(Debug, Clone)]
pub(super) struct Direction {
    pub values: Vec<f64>,
    pub weights: Vec<f64>,
}

impl Direction {
    /// The column at `place` of `terms` by itself, of any length; at `terms`, a column that is no term.
    pub fn new(column: &[f64], place: usize, terms: usize) -> Self {
        Self {
            values: column.to_vec(),
            weights: unit(place, terms),
        }
    }

    pub fn subtract(&mut self, other: &Self, times: f64) {
        let less = |own: &mut Vec<f64>, other: &[f64]| {
            own.iter_mut()
                .zip(other)
                .for_each(|(own, other)| *own -= times * other);
        };
        less(&mut self.values, &other.values);
        less(&mut self.weights, &other.weights);
    }

    pub fn divide(&mut self, by: f64) {
        let all = self.values.iter_mut().chain(&mut self.weights);
        all.for_each(|value| *value /= by);
    }
}

/// The variance of a weighted sum of coefficients, in residual variances.
pub(super) fn variance(basis: &[Direction], weights: &[f64]) -> f64 {
    let parts = basis
        .iter()
        .map(|direction| dot(weights, &direction.weights));
    parts.map(|part| part * part).sum()
}

/// 1 at `place` and 0 elsewhere.
pub(super) fn unit(place: usize, length: usize) -> Vec<f64> {
    (0..length)
        .map(|at| if at == place { 1.0 } else { 0.0 })
        .collect()
}
