/// The mean; `None` without values.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The variance with n - 1; `None` below two values.
pub fn variance(values: &[f64]) -> Option<f64> {
    let centre = mean(values).filter(|_| values.len() > 1)?;
    // A sum of equal numbers may differ from their product in the last digit; equal values have no variance.
    if values
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a == b))
    {
        return Some(0.0);
    }
    let squares = values.iter().map(|value| (value - centre).powi(2));
    Some(squares.sum::<f64>() / (values.len() - 1) as f64)
}

/// The middle of the sorted values, or the mean of the two in the middle; `None` without values.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}
