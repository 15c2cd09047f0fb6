/// p values adjusted so that the share of false ones among the discoveries is held, for families of many tests
/// (Benjamini & Hochberg 1995): p(i) = min over j >= i of min(1, m p(j) / j), in the order they were given.
/// Holds under the positive dependence of items and dimensions. A missing p leaves the family.
pub fn benjamini_hochberg(p: &[Option<f64>]) -> Vec<Option<f64>> {
    step_up(p, 1.0)
}

/// The same under any dependence: the tests count 1 + 1/2 + ... + 1/m times (Benjamini & Yekutieli 2001).
pub fn benjamini_yekutieli(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let tests = p.iter().flatten().count();
    step_up(p, (1..=tests).map(|rank| 1.0 / rank as f64).sum())
}

/// min(1, m p) for each. A missing p leaves the family.
pub fn bonferroni(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let tests = p.iter().flatten().count() as f64;
    p.iter().map(|p| Some((tests * (*p)?).min(1.0))).collect()
}

fn step_up(p: &[Option<f64>], factor: f64) -> Vec<Option<f64>> {
    let present = p.iter().enumerate();
    let mut ordered: Vec<(usize, f64)> = present.filter_map(|(at, p)| Some((at, (*p)?))).collect();
    ordered.sort_by(|a, b| a.1.total_cmp(&b.1));
    let tests = ordered.len() as f64;
    let mut adjusted = vec![None; p.len()];
    let mut smallest = 1.0_f64;
    for (rank, (at, p)) in (1..).zip(ordered).collect::<Vec<_>>().into_iter().rev() {
        smallest = smallest.min(factor * tests / f64::from(rank) * p);
        if let Some(slot) = adjusted.get_mut(at) {
            *slot = Some(smallest);
        }
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_test_is_not_adjusted_and_ties_are_alike() {
        let one = [None, Some(0.04)];
        assert_eq!(benjamini_hochberg(&one), one);
        assert_eq!(benjamini_yekutieli(&one), one);
        let tied = benjamini_hochberg(&[Some(0.02), Some(0.5), Some(0.02)]);
        assert_eq!(tied, [Some(0.03), Some(0.5), Some(0.03)]);
    }
}
