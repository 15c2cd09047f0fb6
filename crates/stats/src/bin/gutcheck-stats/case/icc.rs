use super::columns::{interval, teams};
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{Anova, Group, by_size, mean_reliability};
use serde_json::Value;

/// Sums of a team's scores, each less `from`, which changes no variance and keeps whole
/// numbers whole.
fn group(scores: &[f64], from: f64) -> Group {
    let apart = || scores.iter().map(|score| score - from);
    Group {
        n: scores.len() as f64,
        sum: apart().sum(),
        squares: apart().map(|score| score * score).sum(),
    }
}

/// One-way analysis of variance; the columns are `team` and `y`.
pub(super) fn figures(case: &Case) -> Result<Value, CaseError> {
    let teams = teams(case.table()?)?;
    let first = teams.iter().flat_map(|(_, scores)| scores).next().copied();
    let first = first.ok_or_else(|| CaseError("the table has no answers".to_owned()))?;
    let groups: Vec<Group> = teams
        .iter()
        .map(|(_, scores)| group(scores, first))
        .collect();
    let anova = Anova::of_sizes(&by_size(&groups));
    let anova = anova.ok_or_else(|| {
        CaseError("give two teams or more, and more people than teams".to_owned())
    })?;
    let size = anova.people / anova.groups;
    let icc1 = anova.icc1(anova.n0);
    let intervals = anova.intervals(level(case)?);
    let reliability = |(team, scores): &(String, Vec<f64>)| {
        let reliability = icc1.and_then(|icc1| mean_reliability(icc1, scores.len() as f64));
        (team.clone(), figure(reliability))
    };
    let balanced = teams.iter().all(|(_, scores)| scores.len() as f64 == size);
    let mut found = vec![
        ("N", figure(anova.people)),
        ("groups", figure(anova.groups)),
        ("df_between", figure(anova.groups - 1.0)),
        ("df_within", figure(anova.people - anova.groups)),
        ("ss_between", figure(anova.ss_between)),
        ("ss_within", figure(anova.ss_within)),
        ("ms_between", figure(anova.ms_between)),
        ("ms_within", figure(anova.ms_within)),
        ("F", figure(anova.f)),
        ("p", figure(anova.p)),
        ("mean_group_size", figure(size)),
        ("n0", figure(anova.n0)),
        ("icc1_mean_size_bliese", figure(anova.icc1(size))),
        ("icc1_n0", figure(icc1)),
        ("icc2", figure(anova.icc2())),
        ("icc1_n0_ci95", interval(intervals.icc1)),
        ("icc2_ci95", interval(intervals.icc2)),
        ("eta_squared", figure(anova.eta_squared())),
        (
            "group_mean_reliability_from_icc1_n0",
            object(teams.iter().map(reliability)),
        ),
    ];
    if balanced {
        found.push(("psych_ICC1", figure(icc1)));
        found.push(("psych_ICC1k", figure(anova.icc2())));
        found.push(("psych_ICC1_ci95", interval(intervals.icc1)));
    }
    Ok(object(found))
}

/// The coverage of intervals, `params.level`; 95 % unless it is given.
pub(super) fn level(case: &Case) -> Result<f64, CaseError> {
    if case.param("level").is_none() {
        return Ok(0.95);
    }
    let level = case.number("level")?;
    if level <= 0.0 || level >= 1.0 {
        return Err(CaseError(format!(
            "params.level is {level}; give a coverage between 0 and 1, as 0.95"
        )));
    }
    Ok(level)
}
