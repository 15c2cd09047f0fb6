use super::scores::{column, share_or};
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{benjamini_hochberg, holm};
use serde_json::Value;

/// Adjusted p values of a family in column `p`; a blank leaves the family and stays blank.
pub(super) fn figures(case: &Case) -> Result<Value, CaseError> {
    let table = case.table()?;
    let p = table.numbers(column(table, "p"))?;
    let alpha = share_or(case, "alpha", 0.05)?;
    if let Some(p) = p.iter().flatten().find(|p| !(0.0..=1.0).contains(*p)) {
        return Err(CaseError(format!("{p} is no p value; give 0 to 1")));
    }
    let list = |adjusted: &[Option<f64>]| adjusted.iter().map(|p| figure(*p)).collect::<Value>();
    let rejected = |adjusted: &[Option<f64>]| {
        let verdicts = adjusted.iter().map(|p| p.map(|p| p <= alpha));
        verdicts.map(Value::from).collect::<Value>()
    };
    let (holm, bh) = (holm(&p), benjamini_hochberg(&p));
    Ok(object([
        ("holm", list(&holm)),
        ("bh", list(&bh)),
        ("by", list(&benjamini_yekutieli(&p))),
        ("bonferroni", list(&bonferroni(&p))),
        ("reject_holm", rejected(&holm)),
        ("reject_bh", rejected(&bh)),
    ]))
}

/// Held under any dependence: the tests count 1 + 1/2 + ... + 1/m times (Benjamini & Yekutieli 2001).
fn benjamini_yekutieli(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let tests = p.iter().flatten().count();
    let factor: f64 = (1..=tests).map(|rank| 1.0 / rank as f64).sum();
    times(&benjamini_hochberg(p), factor)
}

/// min(1, m p) for each. A missing p leaves the family.
fn bonferroni(p: &[Option<f64>]) -> Vec<Option<f64>> {
    times(p, p.iter().flatten().count() as f64)
}

fn times(p: &[Option<f64>], factor: f64) -> Vec<Option<f64>> {
    p.iter().map(|p| p.map(|p| (factor * p).min(1.0))).collect()
}
