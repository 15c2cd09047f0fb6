use super::columns::{complete, interval, list};
use super::driver_bootstrap::bootstrap;
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{
    DriverCorrelations, Interval, Regression, RelationShown, olkin_finn, pearson,
};
use serde_json::{Value, json};

/// The outcome `params.outcome` on `params.predictors`, or else on all other columns, a row per team.
pub(super) fn drivers(case: &Case) -> Result<Value, CaseError> {
    let (table, outcome) = (case.table()?, case.text("outcome")?);
    let named = case.texts("predictors")?;
    let others = table
        .names()
        .iter()
        .map(String::as_str)
        .filter(|name| *name != outcome);
    let names: Vec<&str> = if named.is_empty() {
        others.collect()
    } else {
        named
    };
    let all: Vec<&str> = names.iter().copied().chain([outcome]).collect();
    let mut columns = complete(table, &all)?;
    let outcome = columns.pop();
    let y = outcome.ok_or_else(|| CaseError("the outcome has no column".to_owned()))?;
    let by_predictor = |values: Vec<Option<f64>>| -> Value {
        object(names.iter().copied().zip(values.into_iter().map(figure)))
    };
    let n = y.len();
    let correlations = DriverCorrelations::of(&columns, &y);
    let weights = correlations
        .as_ref()
        .and_then(DriverCorrelations::relative_weights);
    let shapley = correlations.as_ref().and_then(DriverCorrelations::shapley);
    let total = weights.as_ref().map(|weights| weights.iter().sum::<f64>());
    let regression = Regression::of(&columns, &y);
    let r_squared = regression.as_ref().and_then(|found| found.r_squared);
    let range = r_squared.map(|r_squared| olkin_finn(r_squared, n, names.len()));
    let share = |weight: f64| {
        total
            .filter(|total| *total > 0.0)
            .map(|total| 100.0 * weight / total)
    };
    let each = |values: Option<&Vec<f64>>| by_predictor(spread(values, names.len()));
    let mut figures = vec![
        ("n", Value::from(n)),
        ("predictors", json!(names)),
        (
            "zero_order_r",
            by_predictor(columns.iter().map(|x| pearson(x, &y)).collect()),
        ),
        (
            "predictor_correlation",
            columns
                .iter()
                .map(|a| list(columns.iter().map(|b| pearson(a, b))))
                .collect(),
        ),
        ("raw_relative_weight", each(weights.as_ref())),
        (
            "rescaled_percent",
            by_predictor(
                spread(weights.as_ref(), names.len())
                    .into_iter()
                    .map(|w| share(w?))
                    .collect(),
            ),
        ),
        ("lmg_shapley", each(shapley.as_ref())),
        ("r_squared", figure(r_squared)),
        ("r_squared_ci95_olkin_finn", interval(range)),
        ("shown", Value::from(shown(n, names.len(), range))),
    ];
    figures.extend(fit(regression.as_ref(), &names));
    if case.param("bootstrap").is_some() {
        figures.push(("bootstrap", bootstrap(case, &names, &columns, &y)?));
    }
    Ok(object(figures))
}

/// What a regression has besides R²; undefined throughout where it is.
fn fit(regression: Option<&Regression>, names: &[&str]) -> [(&'static str, Value); 6] {
    let with_intercept = || ["(Intercept)"].into_iter().chain(names.iter().copied());
    let coefficients = with_intercept().enumerate().map(|(place, name)| {
        let estimate = regression.map(|found| found.coefficient(place));
        (name, estimate)
    });
    let coefficients: Vec<_> = coefficients.collect();
    let f = regression.and_then(Regression::f);
    let each = |values: Option<&Vec<f64>>| {
        object(
            names
                .iter()
                .copied()
                .zip(spread(values, names.len()).into_iter().map(figure)),
        )
    };
    [
        (
            "adj_r_squared",
            figure(regression.and_then(Regression::adjusted_r_squared)),
        ),
        (
            "f",
            object([
                ("value", figure(f.map(|f| f.value))),
                ("df1", figure(f.map(|f| f.df1))),
                ("df2", figure(f.map(|f| f.df2))),
                ("p", figure(f.map(|f| f.p))),
            ]),
        ),
        (
            "coefficients",
            object(
                coefficients
                    .iter()
                    .map(|(name, b)| (*name, figure(b.map(|b| b.value)))),
            ),
        ),
        (
            "coef_se",
            object(
                coefficients
                    .iter()
                    .map(|(name, b)| (*name, figure(b.map(|b| b.se)))),
            ),
        ),
        (
            "std_beta",
            each(regression.and_then(|found| found.standardised.as_ref())),
        ),
        ("vif", each(regression.map(|found| &found.inflation))),
    ]
}

/// As many values as names, undefined without any.
fn spread(values: Option<&Vec<f64>>, count: usize) -> Vec<Option<f64>> {
    values.map_or(vec![None; count], |values| {
        values.iter().copied().map(Some).collect()
    })
}

fn shown(teams: usize, predictors: usize, r_squared: Option<Interval>) -> &'static str {
    match RelationShown::of(teams, predictors, r_squared) {
        RelationShown::Drivers => "drivers",
        RelationShown::Correlations => "correlations",
        RelationShown::Scatter => "scatter",
        RelationShown::Nothing => "nothing",
    }
}
