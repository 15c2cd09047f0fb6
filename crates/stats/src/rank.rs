use super::correlation::pearson;

/// Spearman's rho: Pearson's r of the midranks; `None` if either side is flat, the lengths differ, or one of the
/// numbers is none and so has no rank.
pub fn spearman(x: &[f64], y: &[f64]) -> Option<f64> {
    pearson(&midranks(x)?, &midranks(y)?)
}

/// Ranks from 1, equal numbers sharing the mean of theirs.
fn midranks(values: &[f64]) -> Option<Vec<f64>> {
    if values.iter().any(|value| value.is_nan()) {
        return None;
    }
    let mut ranks = values.to_vec();
    let mut ordered: Vec<&mut f64> = ranks.iter_mut().collect();
    ordered.sort_by(|a, b| a.total_cmp(b));
    let mut before = 0.0;
    for ties in ordered.chunk_by_mut(|a, b| **a == **b) {
        let count = ties.len() as f64;
        ties.iter_mut()
            .for_each(|value| **value = before + (count + 1.0) / 2.0);
        before += count;
    }
    Some(ranks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_midrank_and_what_is_no_number_has_no_rank() {
        let ranks = midranks(&[2.0, 1.0, 2.0, 5.0]).unwrap();
        assert_eq!(ranks, [2.5, 1.0, 2.5, 4.0]);
        let unknown = [1.0, f64::NAN, 3.0];
        assert_eq!(spearman(&unknown, &[1.0, 2.0, 3.0]), None);
    }
}
