use super::columns::list;
use super::{Case, CaseError, object};
use gutcheck_stats::{mean, pearson, runs, variance};
use serde_json::Value;

/// A correlation below this is -1 but for rounding.
const OPPOSITE: f64 = -1.0 + 1e-12;

/// A row per sheet, a column per item in the order shown. `params.items_per_scale` is one number for all
/// `params.scales`, or a list of one for each.
pub(super) fn careless(case: &Case) -> Result<Value, CaseError> {
    let table = case.table()?;
    let columns = table.names().iter().map(|name| table.numbers(name));
    let columns: Vec<Vec<Option<f64>>> = columns.collect::<Result<_, _>>()?;
    let lengths = lengths(case, columns.len())?;
    let sheets: Vec<Vec<Option<f64>>> = (0..columns.first().map_or(0, Vec::len))
        .map(|row| {
            columns
                .iter()
                .map(|column| column.get(row).copied().flatten())
                .collect()
        })
        .collect();
    let consistency: Vec<Option<f64>> = sheets
        .iter()
        .map(|sheet| {
            let mut rest = sheet.as_slice();
            let scales = lengths.iter().map_while(|length| {
                let (scale, after) = rest.split_at_checked(*length)?;
                rest = after;
                Some(scale)
            });
            even_odd(&scales.collect::<Vec<_>>())
        })
        .collect();
    let runs: Vec<_> = sheets.iter().map(|sheet| runs(sheet)).collect();
    let flipped = consistency
        .iter()
        .map(|figure| figure.map(|figure| -figure));
    Ok(object([
        ("longstring", runs.iter().map(|runs| runs.longest).collect()),
        ("avg_string", list(runs.iter().map(|runs| runs.average))),
        (
            "irv_sd_n1",
            list(sheets.iter().map(|sheet| response_spread(sheet))),
        ),
        ("even_odd_careless_sign", list(flipped)),
        ("even_odd_consistency", list(consistency.iter().copied())),
    ]))
}

/// How many items each scale has; together as many as there are columns.
fn lengths(case: &Case, items: usize) -> Result<Vec<usize>, CaseError> {
    let lengths: Vec<usize> = match case.param("items_per_scale") {
        Some(Value::Array(lengths)) => {
            let whole = |length: &Value| usize::try_from(length.as_u64()?).ok();
            lengths
                .iter()
                .map(whole)
                .collect::<Option<_>>()
                .ok_or_else(|| {
                    CaseError("params.items_per_scale holds what is no whole number".to_owned())
                })?
        }
        _ => vec![case.count("items_per_scale")?; case.count("scales")?.min(items + 1)],
    };
    let wanted = lengths
        .iter()
        .fold(0_usize, |sum, length| sum.saturating_add(*length));
    if wanted != items {
        return Err(CaseError(format!(
            "the scales of params.items_per_scale have {wanted} items but the sheet has {items}"
        )));
    }
    Ok(lengths)
}

/// The spread of one person's raw answers, with n - 1 (intra-individual response variability: Dunn et al.
/// 2018); `None` below two answers.
fn response_spread(raw: &[Option<f64>]) -> Option<f64> {
    let answered: Vec<f64> = raw.iter().flatten().copied().collect();
    variance(&answered).map(f64::sqrt)
}

/// How far the items at even and at odd places of each scale agree over scales: their correlation, stepped up
/// by 2r/(1 + r) and at least -1 (Johnson 2005); high is consistent. Nearly noise below eight scales. A scale
/// with an unanswered half is left out; `None` if a half is flat or r is -1.
fn even_odd(scales: &[&[Option<f64>]]) -> Option<f64> {
    let halves: Vec<(f64, f64)> = scales.iter().filter_map(|scale| halves(scale)).collect();
    let (odd, even): (Vec<f64>, Vec<f64>) = halves.into_iter().unzip();
    let r = pearson(&odd, &even)?;
    (r > OPPOSITE).then(|| (2.0 * r / (1.0 + r)).max(-1.0))
}

/// The means of the answers at odd and at even places.
fn halves(scale: &[Option<f64>]) -> Option<(f64, f64)> {
    let half = |skipped: usize| {
        let answers = scale.iter().skip(skipped).step_by(2);
        mean(&answers.flatten().copied().collect::<Vec<_>>())
    };
    Some((half(0)?, half(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposite_halves_have_no_consistency() {
        let rising = [Some(1.0), Some(5.0)];
        let falling = [Some(5.0), Some(1.0)];
        assert_eq!(even_odd(&[&rising, &falling]), None);
        assert_eq!(even_odd(&[&rising, &rising]), None, "flat halves");
        assert_eq!(even_odd(&[]), None);
    }
}
