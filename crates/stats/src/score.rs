/// A person's score on a scale: the mean of the keyed answers if at least half of the items were answered,
/// otherwise missing (the half rule: Fairclough & Cella 1996). "Can't say" is `None`, never a middle answer.
pub fn half_rule(keyed: &[Option<f64>]) -> Option<f64> {
    mean_of_answered(keyed, keyed.len().div_ceil(2))
}

/// The mean of the keyed answers if at least `fewest` items, and one at any rate, were answered.
pub fn mean_of_answered(keyed: &[Option<f64>], fewest: usize) -> Option<f64> {
    let answered: Vec<f64> = keyed.iter().flatten().copied().collect();
    if answered.is_empty() || answered.len() < fewest {
        return None;
    }
    Some(answered.iter().sum::<f64>() / answered.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::half_rule;

    #[test]
    fn exactly_half_of_an_even_scale_is_enough() {
        assert_eq!(half_rule(&[Some(2.0), None, Some(5.0), None]), Some(3.5));
        assert_eq!(half_rule(&[Some(2.0), None, None, None]), None);
        assert_eq!(half_rule(&[Some(2.0), Some(5.0), None, None, None]), None);
        assert_eq!(half_rule(&[]), None);
    }
}
