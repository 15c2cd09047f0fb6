use super::columns::interval;
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{PERCENTILE_TEAMS, Standing, clopper_pearson, quantile};
use serde_json::Value;

/// Where each of `params.values` stands among the team means in the first column.
pub(super) fn percentile(case: &Case) -> Result<Value, CaseError> {
    let table = case.table()?;
    let column = table.names().first().map_or("team_mean", String::as_str);
    let mut teams = table.answered(column)?;
    teams.sort_by(f64::total_cmp);
    let values = case.numbers("values")?;
    let quantiles = [
        ("p10", 0.1),
        ("p25", 0.25),
        ("p50", 0.5),
        ("p75", 0.75),
        ("p90", 0.9),
    ];
    Ok(object([
        ("n", Value::from(teams.len())),
        (
            "values",
            values
                .iter()
                .map(|value| standing(&teams, *value))
                .collect(),
        ),
        (
            "quantiles_type7",
            object(quantiles.map(|(name, p)| (name, figure(quantile(&teams, p))))),
        ),
        ("shown", Value::from(teams.len() >= PERCENTILE_TEAMS)),
    ]))
}

fn standing(teams: &[f64], value: f64) -> Value {
    let found = Standing::among(teams, value);
    let count = |count: Option<usize>| count.map_or(Value::Null, Value::from);
    let share = |found: Standing| found.at_most() as f64 / found.teams as f64;
    object([
        ("value", figure(value)),
        ("below", count(found.map(|found| found.below))),
        ("equal", count(found.map(|found| found.equal))),
        (
            "percentile_midrank",
            figure(found.map(|found| found.percentile())),
        ),
        ("ecdf_le", figure(found.map(share))),
        (
            "clopper_pearson_of_le",
            interval(found.and_then(|found| clopper_pearson(found.at_most(), found.teams))),
        ),
    ])
}
