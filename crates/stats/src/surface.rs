use super::centred::Centred;
use super::regression::Regression;

/// The weights of b0..b5 that make a1..a5 of a response surface: slope and curvature on the line of agreement
/// (b1 + b2, b3 + b4 + b5) and on the line of disagreement (b1 - b2, b3 - b4 + b5), and b3 - b5 (Edwards & Parry
/// 1993; Shanock et al. 2010).
pub const SURFACE: [[f64; 6]; 5] = [
    [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
    [0.0, 0.0, 0.0, 1.0, 1.0, 1.0],
    [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
    [0.0, 0.0, 0.0, 1.0, -1.0, 1.0],
    [0.0, 0.0, 0.0, 1.0, 0.0, -1.0],
];

/// Z = b0 + b1 L + b2 M + b3 L² + b4 LM + b5 M², one row per team, L and M less `centre` (the middle of the
/// scale). A claim of congruence needs a4 < 0, a3 near 0 and the ridge on L = M (Humberg, Nestler & Back 2019).
/// `None` as [`Regression::of`].
pub fn response_surface(
    leader: &[f64],
    member: &[f64],
    outcome: &[f64],
    centre: f64,
) -> Option<Regression> {
    let around =
        |values: &[f64]| -> Vec<f64> { values.iter().map(|value| value - centre).collect() };
    let times =
        |a: &[f64], b: &[f64]| -> Vec<f64> { a.iter().zip(b).map(|(a, b)| a * b).collect() };
    let (l, m) = (around(leader), around(member));
    let (l2, lm, m2) = (times(&l, &l), times(&l, &m), times(&m, &m));
    Regression::of(&[l, m, l2, lm, m2], outcome)
}

/// The reliability of the difference leader less member over teams, from the reliability of each:
/// (σ²_L ρ_L + σ²_M ρ_M - 2σ_LM)/(σ²_L + σ²_M - 2σ_LM) (Edwards 2001). It may be negative; `None` if all
/// differences are equal or the lengths differ.
pub fn difference_reliability(leader: (&[f64], f64), member: (&[f64], f64)) -> Option<f64> {
    let differences: Vec<f64> = leader.0.iter().zip(member.0).map(|(l, m)| l - m).collect();
    let total = Centred::of(&differences)?.squares;
    let noise = |(values, reliability): (&[f64], f64)| {
        Some(Centred::of(values)?.squares * (1.0 - reliability))
    };
    let noise = noise(leader)? + noise(member)?;
    (total > 0.0 && leader.0.len() == member.0.len()).then(|| 1.0 - noise / total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_between_like_ratings_is_mostly_noise() {
        let (leader, member) = ([1.0, 2.0, 3.0, 4.0], [2.0, 1.0, 4.0, 3.0]);
        // Variances 5/3 each, covariance 1: (10/3 * 0.8 - 2)/(10/3 - 2).
        let found = difference_reliability((&leader, 0.8), (&member, 0.8)).unwrap();
        assert!((found - 0.5).abs() < 1e-12, "{found}");
        assert_eq!(difference_reliability((&leader, 0.8), (&leader, 0.8)), None);
    }
}
