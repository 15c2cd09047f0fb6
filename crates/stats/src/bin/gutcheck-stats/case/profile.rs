use super::columns::{interval, named, pairs};
use super::{Case, CaseError, figure, object};
use gutcheck_stats::ProfileSimilarity;
use serde_json::Value;

/// The columns leader and members, or else the last two, a row per item.
pub(super) fn profile(case: &Case) -> Result<Value, CaseError> {
    let table = case.table()?;
    let last = table.names().len().saturating_sub(1);
    let (leader, members) = (
        named(table, "leader", last.saturating_sub(1)),
        named(table, "members", last),
    );
    let (a, b) = pairs(table, [leader, members])?;
    let found = ProfileSimilarity::of(&a, &b);
    let of = |value: fn(&ProfileSimilarity) -> Option<f64>| figure(found.as_ref().and_then(value));
    Ok(object([
        ("pearson_r", of(|found| found.pearson)),
        (
            "pearson_r_ci95",
            interval(found.as_ref().and_then(ProfileSimilarity::pearson_interval)),
        ),
        ("spearman_r", of(|found| found.spearman)),
        ("D2", of(|found| Some(found.squared_distance))),
        ("D", of(|found| Some(found.squared_distance.sqrt()))),
        ("rms_difference", of(|found| Some(found.rms()))),
        (
            "mean_absolute_difference",
            of(|found| Some(found.mean_absolute_difference)),
        ),
        (
            "elevation_difference",
            of(|found| Some(found.mean_difference)),
        ),
        (
            "scatter_sd_n",
            object([
                ("a", of(|found| Some(found.spread_a))),
                ("b", of(|found| Some(found.spread_b))),
            ]),
        ),
        (
            "D2_decomposition",
            object([
                ("elevation", of(|found| Some(found.elevation))),
                ("scatter", of(|found| Some(found.scatter))),
                ("shape", of(|found| Some(found.shape))),
            ]),
        ),
        ("icc_double_entry", of(|found| found.double_entry)),
        ("lin_ccc_n", of(|found| found.lin)),
    ]))
}
