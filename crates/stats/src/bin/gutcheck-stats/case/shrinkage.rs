use super::columns::{invited, list, teams};
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{Shrinkage, Shrunken, TeamMean, shrink};
use serde_json::{Value, json};

/// A row per answer in the columns team and y. With `params.invited` by team the means of all invited are
/// wanted, else those of the process that makes such teams.
pub(super) fn shrinkage(case: &Case) -> Result<Value, CaseError> {
    let (mut names, mut means) = (Vec::new(), Vec::new());
    for (name, answers) in teams(case.table()?)? {
        let Some(mut team) = TeamMean::of(&answers) else {
            continue;
        };
        if case.param("invited").is_some() {
            let all = invited(case, &name)?;
            if team.n > all {
                return Err(CaseError(format!(
                    "team {name} has {} answers but only {all} invited",
                    team.n
                )));
            }
            team.response = team.n as f64 / all as f64;
        }
        names.push(name);
        means.push(team);
    }
    let found = shrink(&means);
    let of = |value: fn(&Shrinkage) -> Option<f64>| figure(found.as_ref().and_then(value));
    let shrunken = |value: fn(&Shrunken) -> f64| match &found {
        Some(found) => list(found.teams.iter().map(value)),
        None => list(means.iter().map(|_| None)),
    };
    let moments = object([
        ("tau2", of(|found| Some(found.between))),
        ("mu", of(|found| Some(found.mean))),
        ("se_mu", of(|found| Some(found.se))),
        ("Q", of(|found| found.q)),
        ("blup", shrunken(|team| team.mean)),
    ]);
    Ok(object([
        ("team", json!(names)),
        ("n", means.iter().map(|team| team.n).collect()),
        ("mean", list(means.iter().map(|team| team.mean))),
        ("ms_within", of(|found| Some(found.within))),
        ("n0", of(|found| Some(found.size))),
        ("tau2_anova", of(|found| Some(found.between))),
        ("mu_anova_weighted", of(|found| Some(found.mean))),
        ("shrink_weight", shrunken(|team| team.weight)),
        ("shrunken_mean", shrunken(|team| team.mean)),
        ("metafor_with_vi_msw_over_n", object([("DL", moments)])),
    ]))
}
