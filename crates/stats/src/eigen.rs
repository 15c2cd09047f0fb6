use super::centred::dot;

/// Two columns whose cosine is below this are at right angles.
const RIGHT_ANGLE: f64 = 1e-14;
/// More rounds than any matrix of a few dozen columns takes.
const ROUNDS: usize = 60;

/// An eigenvalue with its vector of length 1.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Eigen {
    pub value: f64,
    pub vector: Vec<f64>,
}

/// The eigenvalues and vectors of a symmetric matrix without negative eigenvalues, such as one of
/// correlations, in no order: its columns are turned in pairs until all are at right angles, and the turns
/// are the vectors (one-sided Jacobi method, Hestenes 1958).
pub(super) fn eigen(matrix: &[Vec<f64>]) -> Vec<Eigen> {
    let size = matrix.len();
    let identity = |at: usize| {
        (0..size)
            .map(|row| if row == at { 1.0 } else { 0.0 })
            .collect()
    };
    let mut columns: Vec<(Vec<f64>, Vec<f64>)> = matrix
        .iter()
        .enumerate()
        .map(|(at, column)| (column.clone(), identity(at)))
        .collect();
    for _ in 0..ROUNDS {
        let mut turned = false;
        for second in 1..size {
            for first in 0..second {
                if let Ok([a, b]) = columns.get_disjoint_mut([first, second]) {
                    turned |= turn(a, b);
                }
            }
        }
        if !turned {
            break;
        }
    }
    let pair = |(image, vector): (Vec<f64>, Vec<f64>)| Eigen {
        value: dot(&image, &image).sqrt(),
        vector,
    };
    columns.into_iter().map(pair).collect()
}

/// Brings two columns to a right angle; false if they were at one.
fn turn(a: &mut (Vec<f64>, Vec<f64>), b: &mut (Vec<f64>, Vec<f64>)) -> bool {
    let (aa, bb, ab) = (dot(&a.0, &a.0), dot(&b.0, &b.0), dot(&a.0, &b.0));
    if ab.abs() <= RIGHT_ANGLE * (aa * bb).sqrt() {
        return false;
    }
    let half = (bb - aa) / (2.0 * ab);
    let tangent = half.signum() / (half.abs() + half.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = cosine * tangent;
    let left = a.0.iter_mut().chain(&mut a.1);
    for (a, b) in left.zip(b.0.iter_mut().chain(&mut b.1)) {
        (*a, *b) = (cosine * *a - sine * *b, sine * *a + cosine * *b);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_correlations_have_one_large_and_equal_small_eigenvalues() {
        let (size, r) = (5, 0.7);
        let row = |i| (0..size).map(|j| if i == j { 1.0 } else { r }).collect();
        let matrix: Vec<Vec<f64>> = (0..size).map(row).collect();
        let mut pairs = eigen(&matrix);
        pairs.sort_by(|a, b| b.value.total_cmp(&a.value));
        let values: Vec<f64> = pairs.iter().map(|pair| pair.value).collect();
        for (found, value) in values.iter().zip([3.8, 0.3, 0.3, 0.3, 0.3]) {
            assert!((found - value).abs() < 1e-12, "{values:?}");
        }
        for (i, a) in pairs.iter().enumerate() {
            for (j, b) in pairs.iter().enumerate() {
                let angle = dot(&a.vector, &b.vector) - if i == j { 1.0 } else { 0.0 };
                assert!(angle.abs() < 1e-12);
            }
        }
    }
}
