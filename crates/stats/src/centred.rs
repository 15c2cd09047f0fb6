/// Numbers that differ by less than this share of their size differ by rounding only.
const ROUNDING: f64 = 1e-13;

/// Numbers as differences from their mean. Equal numbers have differences of exactly 0, although a mean
/// such as (4.2 + 4.2 + 4.2)/3 is not exactly 4.2 in floating point.
pub(super) struct Centred {
    pub mean: f64,
    pub deviations: Vec<f64>,
    /// The sum of the squared differences.
    pub squares: f64,
}

impl Centred {
    /// `None` without numbers.
    pub fn of(values: &[f64]) -> Option<Self> {
        let first = *values.first()?;
        let flat = |value: &f64| (value - first).abs() <= ROUNDING * first.abs();
        if values.iter().all(flat) {
            return Some(Self {
                mean: first,
                deviations: vec![0.0; values.len()],
                squares: 0.0,
            });
        }
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let deviations: Vec<f64> = values.iter().map(|value| value - mean).collect();
        Some(Self {
            mean,
            squares: dot(&deviations, &deviations),
            deviations,
        })
    }

    /// The sum of the products of the differences, in the product of both units.
    pub fn products(&self, other: &Self) -> f64 {
        dot(&self.deviations, &other.deviations)
    }

    /// Pearson's r; `None` if either is flat or their lengths differ.
    pub fn correlation(&self, other: &Self) -> Option<f64> {
        if self.deviations.len() != other.deviations.len() {
            return None;
        }
        let r = self.products(other) / (self.squares * other.squares).sqrt();
        r.is_finite().then(|| r.clamp(-1.0, 1.0))
    }
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
