/// p values adjusted for a family of tests fixed in advance (Holm 1979):
/// p(i) = max over j <= i of min(1, (m - j + 1) p(j)), in the order they were given.
/// A missing p leaves the family; equal p values get equal adjusted ones.
pub fn holm(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut ordered: Vec<(usize, f64)> = p
        .iter()
        .enumerate()
        .filter_map(|(at, p)| Some((at, (*p)?)))
        .collect();
    ordered.sort_by(|a, b| a.1.total_cmp(&b.1));
    let tests = ordered.len();
    let mut adjusted = vec![None; p.len()];
    let mut largest = 0.0_f64;
    for (rank, (at, p)) in ordered.into_iter().enumerate() {
        largest = largest.max((p * (tests - rank) as f64).min(1.0));
        if let Some(slot) = adjusted.get_mut(at) {
            *slot = Some(largest);
        }
    }
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
}
