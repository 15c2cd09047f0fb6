use super::columns::list;
use super::{Case, CaseError, object};
use gutcheck_stats::{even_odd, response_spread, runs};
use serde_json::Value;

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
