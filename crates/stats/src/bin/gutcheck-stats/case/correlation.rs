use super::columns::{interval, named, pairs};
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{Correlation, disattenuated, kendall_tau_b, spearman};
use serde_json::Value;

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
