use super::correlation::pearson;
use std::cmp::Ordering;

/// Spearman's rho: Pearson's r of the midranks; `None` if either side is flat or the lengths differ.
pub fn spearman(x: &[f64], y: &[f64]) -> Option<f64> {
    pearson(&midranks(x), &midranks(y))
}

/// Ranks from 1, equal numbers sharing the mean of theirs.
fn midranks(values: &[f64]) -> Vec<f64> {
    let mut ordered: Vec<(usize, f64)> = values.iter().copied().enumerate().collect();
    ordered.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for ties in ordered.chunk_by(|a, b| a.1 == b.1) {
        let rank = before as f64 + (ties.len() as f64 + 1.0) / 2.0;
        for (at, _) in ties {
            if let Some(slot) = ranks.get_mut(*at) {
                *slot = rank;
            }
        }
        before += ties.len();
    }
    ranks
}

/// Kendall's tau-b: concordant less discordant pairs over the geometric mean of the pairs untied on each side
/// (Kendall 1945); `None` if either side is flat or the lengths differ. Takes n² steps.
pub fn kendall_tau_b(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() {
        return None;
    }
    let (mut agreement, mut untied_x, mut untied_y) = (0_i64, 0_i64, 0_i64);
    let points: Vec<(&f64, &f64)> = x.iter().zip(y).collect();
    for (at, a) in points.iter().enumerate() {
        for b in points.iter().skip(at + 1) {
            let (x, y) = (direction(a.0, b.0), direction(a.1, b.1));
            agreement += x * y;
            untied_x += x * x;
            untied_y += y * y;
        }
    }
    (untied_x > 0 && untied_y > 0)
        .then(|| agreement as f64 / ((untied_x as f64).sqrt() * (untied_y as f64).sqrt()))
}

fn direction(from: &f64, to: &f64) -> i64 {
    match from.total_cmp(to) {
        _ if from == to => 0,
        Ordering::Less => 1,
        _ => -1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_midrank_and_leave_tau_b() {
        assert_eq!(midranks(&[2.0, 1.0, 2.0, 5.0]), [2.5, 1.0, 2.5, 4.0]);
        // Of six pairs one is tied on x: five agree.
        let tau = kendall_tau_b(&[1.0, 1.0, 2.0, 3.0], &[1.0, 2.0, 3.0, 4.0]).unwrap();
        assert!((tau - 5.0 / 30.0_f64.sqrt()).abs() < 1e-15);
        assert_eq!(kendall_tau_b(&[2.0, 2.0], &[1.0, 3.0]), None);
    }
}
