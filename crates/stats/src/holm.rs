/// p values adjusted for a family of tests fixed in advance (Holm 1979):
/// p(i) = max over j <= i of min(1, (m - j + 1) p(j)), in the order they were given.
/// A p that is missing or no number leaves the family; equal p values get equal adjusted ones.
pub fn holm(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut largest = 0.0_f64;
    in_rising_order(p, |ordered| {
        let mut left = ordered.len() as f64;
        for p in ordered {
            largest = largest.max((**p * left).min(1.0));
            **p = largest;
            left -= 1.0;
        }
    })
}

/// Adjusts the p values that there are in rising order, and puts each back to its place. One that is no number is
/// missing.
pub(super) fn in_rising_order(
    p: &[Option<f64>],
    adjust: impl FnOnce(&mut [&mut f64]),
) -> Vec<Option<f64>> {
    let known = |p: &Option<f64>| p.filter(|p| !p.is_nan());
    let mut adjusted: Vec<Option<f64>> = p.iter().map(known).collect();
    let mut ordered: Vec<&mut f64> = adjusted.iter_mut().flatten().collect();
    ordered.sort_by(|a, b| a.total_cmp(b));
    adjust(&mut ordered);
    adjusted
}

#[cfg(test)]
mod tests {
    use super::holm;

    #[test]
    fn a_missing_p_leaves_the_family() {
        assert_eq!(
            holm(&[Some(0.02), None, Some(0.5)]),
            [Some(0.04), None, Some(0.5)]
        );
    }

    #[test]
    fn a_p_that_is_no_number_is_given_none() {
        assert_eq!(
            holm(&[Some(0.02), Some(f64::NAN), Some(0.5)]),
            [Some(0.04), None, Some(0.5)]
        );
    }
}
