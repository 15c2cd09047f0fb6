use statrs::function::gamma::ln_gamma;

/// Hedges' correction of a standardised difference with `df` degrees of freedom,
/// J = gamma(df/2) / (sqrt(df/2) gamma((df - 1)/2)) (Hedges 1981).
pub fn hedges_correction(df: f64) -> f64 {
    (ln_gamma(df / 2.0) - ln_gamma((df - 1.0) / 2.0)).exp() / (df / 2.0).sqrt()
}

/// The large-sample variance of Hedges' g from groups of `n1` and `n2`.
pub fn hedges_variance(g: f64, n1: f64, n2: f64) -> f64 {
    (n1 + n2) / (n1 * n2) + g * g / (2.0 * (n1 + n2))
}

/// Cliff's delta: the chance that one of `after` is above one of `before`, less the chance that it is below. `None`
/// without numbers in one of them.
pub fn cliff(before: &[i64], after: &[i64]) -> Option<f64> {
    let pairs = after
        .iter()
        .flat_map(|a| before.iter().map(move |b| (a - b).signum()));
    let number = before.len() * after.len();
    (number > 0).then(|| pairs.sum::<i64>() as f64 / number as f64)
}
