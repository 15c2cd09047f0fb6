use super::columns::{interval, named, pairs};
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{Correlation, spearman};
use serde_json::Value;
use std::cmp::Ordering;

/// The pairs of the columns x and y, or else of the first two.
pub(super) fn correlation(case: &Case) -> Result<Value, CaseError> {
    let table = case.table()?;
    let (x, y) = pairs(table, [named(table, "x", 0), named(table, "y", 1)])?;
    let found = Correlation::of(&x, &y);
    Ok(object([
        ("n", Value::from(x.len())),
        ("r", figure(found.map(|found| found.r))),
        ("t", figure(found.and_then(|found| found.t))),
        ("p", figure(found.and_then(|found| found.p))),
        ("ci95", interval(found.and_then(|found| found.interval))),
        ("spearman_rho_midranks", figure(spearman(&x, &y))),
        ("kendall_tau_b", figure(kendall_tau_b(&x, &y))),
        (
            "disattenuated_with_reliabilities_.7_.8",
            figure(found.and_then(|found| disattenuated(found.r, 0.7, 0.8))),
        ),
    ]))
}

/// Kendall's tau-b: concordant less discordant pairs over the geometric mean of the pairs untied on each side
/// (Kendall 1945); `None` if either side is flat, the lengths differ, or one of the numbers is none. Takes n² steps.
fn kendall_tau_b(x: &[f64], y: &[f64]) -> Option<f64> {
    let unknown = x.iter().chain(y).any(|value| value.is_nan());
    if unknown || x.len() != y.len() {
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

/// The correlation two measures would have without error of measurement: r/√(reliability of each) (Spearman
/// 1904). It may pass 1; a note beside r, never in its place. `None` unless both reliabilities are positive.
fn disattenuated(r: f64, reliability_x: f64, reliability_y: f64) -> Option<f64> {
    (reliability_x > 0.0 && reliability_y > 0.0).then(|| r / (reliability_x * reliability_y).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_leave_tau_b() {
        // Of six pairs one is tied on x: five agree.
        let tau = kendall_tau_b(&[1.0, 1.0, 2.0, 3.0], &[1.0, 2.0, 3.0, 4.0]).unwrap();
        assert!((tau - 5.0 / 30.0_f64.sqrt()).abs() < 1e-15);
        assert_eq!(kendall_tau_b(&[2.0, 2.0], &[1.0, 3.0]), None);
        assert_eq!(kendall_tau_b(&[1.0, f64::NAN, 3.0], &[1.0, 2.0, 3.0]), None);
    }
}
