use super::columns::{interval, invited, teams};
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{Basis, Interval, Precision, Sample, TeamMean, mean, variance};
use serde_json::{Map, Value};

/// A row per answer in the columns team and y, `params.invited` by team. Each team has its own variance; one
/// of a single answer has the pooled one. With `params.range`, the ends of the scale, also the interval within
/// the assumption-free bounds.
pub(super) fn organisation(case: &Case) -> Result<Value, CaseError> {
    let teams = teams(case.table()?)?;
    every_team_answered(case, &teams)?;
    let mut samples = Vec::new();
    for (name, answers) in &teams {
        if let Some(team) = TeamMean::of(answers) {
            let (mean, all) = (Interval::point(team.mean), invited(case, name)?);
            let sample = Sample::new(team.n, all, mean, team.variance)
                .map_err(|error| CaseError(format!("team {name}: {error}")))?;
            samples.push((team, sample));
        }
    }
    let (means, samples): (Vec<TeamMean>, Vec<Sample>) = samples.into_iter().unzip();
    let squares = means
        .iter()
        .map(|team| (team.n as f64 - 1.0) * team.variance);
    let df: usize = means.iter().map(|team| team.n - 1).sum();
    let basis = |scale| Basis {
        pooled: squares.clone().sum::<f64>() / df as f64,
        prior_df: 0.0,
        reliability: 0.0,
        scale,
    };
    let found = |scale| Precision::of(&samples, &basis(scale)).filter(|found| found.se.is_finite());
    let endless = found(Interval { lo: -1e9, hi: 1e9 });
    let values: Vec<f64> = means.iter().map(|team| team.mean).collect();
    let all: Vec<f64> = teams
        .iter()
        .flat_map(|(_, answers)| answers)
        .copied()
        .collect();
    let spread = variance(&values).map(|variance| (variance / values.len() as f64).sqrt());
    let mut figures = vec![
        (
            "weighted_mean_by_headcount",
            figure(endless.map(|found| found.mean.middle())),
        ),
        ("se", figure(endless.map(|found| found.se))),
        ("df", figure(df as f64)),
        ("ci95_t", interval(endless.map(|found| found.interval))),
        ("mean_of_team_means", figure(mean(&values))),
        ("se_mean_of_team_means_between", figure(spread)),
        ("respondent_mean", figure(mean(&all))),
        (
            "response_rate",
            figure(endless.map(|found| found.n as f64 / found.invited as f64)),
        ),
    ];
    if case.param("range").is_some() {
        let [lo, hi] = case.numbers("range")?[..] else {
            return Err(CaseError("params.range needs two numbers".to_owned()));
        };
        let within = found(Interval { lo, hi }).map(|found| found.interval);
        figures.push(("ci95_t_within_bounds", interval(within)));
    }
    Ok(object(figures))
}

fn every_team_answered(case: &Case, teams: &[(String, Vec<f64>)]) -> Result<(), CaseError> {
    let invited = case.param("invited").and_then(Value::as_object);
    let named = invited.into_iter().flat_map(Map::keys);
    match { named }.find(|name| teams.iter().all(|(team, _)| team != *name)) {
        None => Ok(()),
        Some(silent) => Err(CaseError(format!(
            "team {silent} has no answers, so its mean is unknown; take it out of params.invited"
        ))),
    }
}
