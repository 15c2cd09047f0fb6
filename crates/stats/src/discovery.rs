use super::holm::in_rising_order;

/// p values adjusted so that the share of false ones among the discoveries is held, for families of many tests
/// (Benjamini & Hochberg 1995): p(i) = min over j >= i of min(1, m p(j) / j), in the order they were given.
/// Holds under the positive dependence of items and dimensions. A missing p leaves the family.
pub fn benjamini_hochberg(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut smallest = 1.0_f64;
    in_rising_order(p, |ordered| {
        let tests = ordered.len() as f64;
        let mut rank = tests;
        for p in ordered.iter_mut().rev() {
            smallest = smallest.min(tests / rank * **p);
            **p = smallest;
            rank -= 1.0;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_test_is_not_adjusted_and_ties_are_alike() {
        let one = [None, Some(0.04)];
        assert_eq!(benjamini_hochberg(&one), one);
        let tied = benjamini_hochberg(&[Some(0.02), Some(0.5), Some(0.02)]);
        assert_eq!(tied, [Some(0.03), Some(0.5), Some(0.03)]);
        let unknown = benjamini_hochberg(&[Some(0.02), Some(f64::NAN)]);
        assert_eq!(unknown, [Some(0.02), None]);
    }
}
