//! Cases of a statistic: the inputs as a JSON file with a CSV beside it, and our figures for them, under
//! the names of the reference files in `tests/reference/`.

mod agreement;
mod bootstrap;
mod careless;
mod change;
mod clipped;
mod columns;
mod comparison;
mod correlation;
mod distribution;
mod driver_bootstrap;
mod drivers;
mod effect;
mod gap;
mod given;
mod icc;
mod multiplicity;
mod percentile;
mod permutation;
mod planning;
mod profile;
mod reliability;
mod rollup;
mod scores;
mod scoring;
mod shrinkage;
mod surface;
mod table;

pub use comparison::Comparisons;
pub use given::{Case, CaseError};
pub use table::Table;

use serde_json::{Map, Value};

type Compute = fn(&Case) -> Result<Value, CaseError>;

/// What a case has figures for, by the `statistic` of its file.
const STATISTICS: &[(&str, Compute)] = &[
    (
        "within-group agreement: rwg, rwg(J), r*wg(J), a_wg(J), AD, SD",
        agreement::figures,
    ),
    (
        "exact 5% critical values of rwg and AD_M, one item, uniform null",
        agreement::critical_values,
    ),
    ("change between two anonymous waves", change::figures),
    ("distribution quantiles and tails", distribution::figures),
    (
        "Holm, Benjamini-Hochberg, Benjamini-Yekutieli, Bonferroni adjusted p",
        multiplicity::figures,
    ),
    ("leader-member gap and intervals", gap::figures),
    (
        "minimum detectable change by power (two independent waves)",
        planning::figures,
    ),
    (
        "scale score, reverse keying, half rule, favourability",
        scoring::figures,
    ),
    ("ICC(1), ICC(2), one-way random effects ANOVA", icc::figures),
    (
        "Cronbach alpha, Feldt CI, item-total, omega (one factor)",
        reliability::figures,
    ),
    (
        "within-team, total and between-team alpha from pooled covariance",
        reliability::levels,
    ),
    (
        "correlation, Fisher interval, disattenuation",
        correlation::correlation,
    ),
    ("key drivers: Johnson relative weights", drivers::drivers),
    (
        "polynomial regression and response surface a1..a5",
        surface::surface,
    ),
    ("profile similarity", profile::profile),
    (
        "empirical-Bayes shrinkage of team means",
        shrinkage::shrinkage,
    ),
    (
        "organisation roll-up (stratified finite population)",
        rollup::organisation,
    ),
    ("benchmark percentile rank", percentile::percentile),
    (
        "careless responding: longstring, average string, intra-individual SD, even-odd, Mahalanobis",
        careless::careless,
    ),
];

/// Our figures for a case, named like those of the reference files: `null` is undefined, `"inf"` infinite.
///
/// # Errors
/// When the statistic is unknown, or an input is missing or of the wrong kind.
pub fn figures(case: &Case) -> Result<Value, CaseError> {
    let known = STATISTICS.iter().find(|(name, _)| *name == case.statistic);
    let (_, compute) = known.ok_or_else(|| {
        let names: Vec<&str> = STATISTICS.iter().map(|(name, _)| *name).collect();
        CaseError(format!(
            "statistic \"{}\" is not known; it is one of: {}",
            case.statistic,
            names.join("; ")
        ))
    })?;
    compute(case)
}

/// A figure as JSON: `null` where it is undefined.
fn figure(value: impl Into<Option<f64>>) -> Value {
    match value.into() {
        Some(value) if value.is_infinite() => Value::from(if value > 0.0 { "inf" } else { "-inf" }),
        Some(value) => Value::from(value),
        None => Value::Null,
    }
}

/// Named values as a JSON object.
fn object<K: Into<String>>(entries: impl IntoIterator<Item = (K, Value)>) -> Value {
    let entries = entries
        .into_iter()
        .map(|(name, value)| (name.into(), value));
    Value::Object(entries.collect::<Map<_, _>>())
}

/// The two ends of an interval.
fn ends(lower: f64, upper: f64) -> Value {
    object([("lower", figure(lower)), ("upper", figure(upper))])
}
