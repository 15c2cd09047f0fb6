use super::columns::{interval, named};
use super::icc::level;
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{
    Anova, Covariance, Group, Levels, NoFactor, OneFactor, TeamSums, alpha, error_of_mean, feldt,
    item_rest, item_total, mean_correlation,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Answers of the columns named, row by row; `None` for a row with a blank.
fn complete(case: &Case, names: &[&str]) -> Result<Vec<Option<Vec<f64>>>, CaseError> {
    if names.is_empty() {
        return Err(CaseError("the table has no column of an item".to_owned()));
    }
    let table = case.table()?;
    let columns = names.iter().map(|name| table.numbers(name));
    let columns: Vec<_> = columns.collect::<Result<_, _>>()?;
    let rows = columns.first().map_or(0, Vec::len);
    let row = |row: usize| columns.iter().map(|column| *column.get(row)?).collect();
    Ok((0..rows).map(row).collect())
}

/// Takes the first row from all, which changes no covariance: an item that never varies is 0, whole numbers
/// stay whole, and others keep their digits.
fn centre<'a>(mut rows: impl Iterator<Item = &'a mut Vec<f64>>) -> Vec<f64> {
    let Some(first) = rows.next() else {
        return Vec::new();
    };
    for row in rows {
        row.iter_mut()
            .zip(&*first)
            .for_each(|(answer, first)| *answer -= first);
    }
    let taken = first.clone();
    first.fill(0.0);
    taken
}

fn matrix(items: &Covariance) -> Value {
    Value::from(items.rows().to_vec())
}

/// Alpha and omega of one scale; every column is an item, and `keys` turns those with -1 round.
pub(super) fn figures(case: &Case) -> Result<Value, CaseError> {
    let names: Vec<&str> = case.table()?.names().iter().map(String::as_str).collect();
    let mut rows: Vec<Vec<f64>> = complete(case, &names)?.into_iter().flatten().collect();
    turn(case, &mut rows, names.len())?;
    let taken = centre(rows.iter_mut());
    let sums = TeamSums::of(&rows, names.len())?;
    let few = || CaseError("give two complete rows or more".to_owned());
    let items = sums.covariance().ok_or_else(few)?;
    let (n, k) = (sums.n(), items.k());
    let by_item = |value: &dyn Fn(usize) -> Option<f64>| {
        let named = names.iter().enumerate();
        object(named.map(|(item, name)| (*name, figure(value(item)))))
    };
    let found = alpha(&items);
    let dropped = match k {
        0..=2 => Value::Null,
        _ => by_item(&|item| alpha(&items.without(item)?)),
    };
    let level = level(case)?;
    let feldt = found.map(|alpha| feldt(alpha, n, k, level));
    Ok(object([
        ("n", figure(n)),
        ("k", Value::from(k)),
        (
            "item_mean",
            by_item(&|item| Some(taken.get(item)? + sums.sums().get(item)? / n)),
        ),
        ("item_var_n1", by_item(&|item| items.get(item, item))),
        ("covariance_n1", matrix(&items)),
        ("total_var_n1", figure(items.total())),
        ("alpha", figure(found)),
        (
            "alpha_standardized",
            figure(items.standardised().and_then(|items| alpha(&items))),
        ),
        ("feldt_ci95", interval(feldt)),
        ("mean_interitem_r", figure(mean_correlation(&items))),
        (
            "item_total_r_uncorrected",
            by_item(&|item| item_total(&items, item)),
        ),
        (
            "item_total_r_corrected",
            by_item(&|item| item_rest(&items, item)),
        ),
        ("alpha_if_dropped", dropped),
        (
            "sem_of_scale_mean",
            figure(found.and_then(|alpha| error_of_mean(&items, alpha))),
        ),
        (
            "sd_of_scale_mean_n1",
            figure(items.total().sqrt() / k as f64),
        ),
        ("omega", omega(&items, &names)),
    ]))
}

/// Turns the items with a key of -1 round, once.
fn turn(case: &Case, rows: &mut [Vec<f64>], items: usize) -> Result<(), CaseError> {
    if case.param("keys").is_none() {
        return Ok(());
    }
    let keys = case.numbers("keys")?;
    if keys.len() != items || keys.iter().any(|key| key.abs() != 1.0) {
        return Err(CaseError(format!(
            "params.keys does not fit the {items} items; give 1 or -1 for each column"
        )));
    }
    if keys.contains(&-1.0) {
        let ends = case.number("min")? + case.number("max")?;
        for row in rows {
            let reversed = row.iter_mut().zip(&keys).filter(|(_, key)| **key < 0.0);
            reversed.for_each(|(answer, _)| *answer = ends - *answer);
        }
    }
    Ok(())
}

fn omega(items: &Covariance, names: &[&str]) -> Value {
    let by_item = |values: &[f64]| {
        let named = names.iter().zip(values);
        object(named.map(|(name, value)| (*name, figure(*value))))
    };
    let factor = match OneFactor::fit(items) {
        Err(NoFactor::TooFewItems) => return Value::Null,
        Err(reason) => {
            return object([
                ("heywood", Value::from(reason != NoFactor::NoVariance)),
                ("reason", Value::from(why(reason))),
                ("omega_total_cov_model_implied", Value::Null),
            ]);
        }
        Ok(factor) => factor,
    };
    let common = factor.loadings.iter().sum::<f64>().powi(2);
    let observed = Some(items.total())
        .filter(|total| *total > 0.0)
        .map(|total| common / total);
    let correlations = items.standardised();
    let standard = correlations.and_then(|items| OneFactor::fit(&items).ok());
    let loadings = |factor: &OneFactor| Value::from(factor.loadings.clone());
    object([
        ("loadings_cov", by_item(&factor.loadings)),
        ("residual_var", by_item(&factor.residuals)),
        ("omega_total_cov_model_implied", figure(factor.omega())),
        ("omega_total_cov_observed_denominator", figure(observed)),
        ("heywood", Value::from(false)),
        (
            "loadings_cor_psych_fa_ml",
            standard.as_ref().map_or(Value::Null, loadings),
        ),
        (
            "omega_total_cor_model_implied",
            figure(standard.map(|factor| factor.omega())),
        ),
    ])
}

fn why(reason: NoFactor) -> &'static str {
    match reason {
        NoFactor::TooFewItems => "fewer than three items do not determine a factor",
        NoFactor::NoVariance => "an item has no variance",
        NoFactor::Heywood => "a residual variance vanishes (Heywood case)",
        NoFactor::NoConvergence => "the iteration found no end",
    }
}

/// Alpha within teams, over everybody, and between teams; the first column or `team` names the team, and each
/// other is an item.
pub(super) fn levels(case: &Case) -> Result<Value, CaseError> {
    let table = case.table()?;
    let team = named(table, "team", 0);
    let names = table.names().iter().map(String::as_str);
    let names: Vec<&str> = names.filter(|name| *name != team).collect();
    let mut teams: BTreeMap<&str, Vec<Vec<f64>>> = BTreeMap::new();
    for (team, row) in table.texts(team)?.into_iter().zip(complete(case, &names)?) {
        if let Some(row) = row.filter(|_| !matches!(team, "" | "NA")) {
            teams.entry(team).or_default().push(row);
        }
    }
    centre(teams.values_mut().flatten());
    let of_team = |rows: &Vec<Vec<f64>>| TeamSums::of(rows, names.len());
    let sums: Vec<TeamSums> = teams.values().map(of_team).collect::<Result<_, _>>()?;
    let few = || CaseError("give two teams or more, and more people than teams".to_owned());
    let levels = Levels::of(&sums).ok_or_else(few)?;
    let k = levels.within.k() as f64;
    let score = |team: &TeamSums| {
        let (n, sum, squares) = team.score();
        Group {
            n,
            sum: sum / k,
            squares: squares / (k * k),
        }
    };
    let anova = Anova::of(&sums.iter().map(score).collect::<Vec<_>>()).ok_or_else(few)?;
    let within = alpha(&levels.within);
    let error = within.and_then(|alpha| error_of_mean(&levels.within, alpha));
    Ok(object([
        ("n", figure(levels.people)),
        ("groups", Value::from(levels.teams)),
        ("k", figure(k)),
        ("n0", figure(levels.n0)),
        ("cov_within_pooled", matrix(&levels.within)),
        ("cov_total_n1", matrix(&levels.total)),
        ("ms_between", matrix(&levels.mean_squares)),
        ("cov_between_component", matrix(&levels.between)),
        ("alpha_within", figure(within)),
        ("alpha_total", figure(alpha(&levels.total))),
        ("alpha_between_component", figure(alpha(&levels.between))),
        ("scale_icc1_n0", figure(anova.icc1(anova.n0))),
        ("scale_icc2_n0", figure(anova.icc2())),
        ("sem_of_scale_mean_within", figure(error)),
    ]))
}
