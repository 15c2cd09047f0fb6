use super::columns::complete;
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{
    Regression, SURFACE, difference_reliability, response_surface, surface_shown, variance,
};
use serde_json::Value;

const COEFFICIENTS: [&str; 6] = [
    "b0",
    "b1_leader",
    "b2_member",
    "b3_leader2",
    "b4_lm",
    "b5_member2",
];

/// The columns `params.outcome`, `params.leader` and `params.member`, a row per team, around `params.centre`. With
/// `params.leader_reliability` and `params.member_reliability` also the reliability of their difference.
pub(super) fn surface(case: &Case) -> Result<Value, CaseError> {
    let names = [
        case.text("leader")?,
        case.text("member")?,
        case.text("outcome")?,
    ];
    let columns = complete(case.table()?, &names)?;
    let [leader, member, outcome] = columns.as_slice() else {
        return Err(CaseError("three columns are needed".to_owned()));
    };
    let found = response_surface(leader, member, outcome, case.number("centre")?);
    let coefficient = |place: usize| found.as_ref().map(|found| found.coefficient(place));
    let variances = variance(leader).zip(variance(member));
    let shown =
        variances.is_some_and(|(leader, member)| surface_shown(outcome.len(), leader, member));
    let values = (0..).zip(COEFFICIENTS);
    let values = values.map(|(place, name)| (name, figure(coefficient(place).map(|b| b.value))));
    let errors = (0..COEFFICIENTS.len()).map(|place| {
        (
            format!("b{place}"),
            figure(coefficient(place).map(|b| b.se)),
        )
    });
    let mut figures =
        vec![
            ("n", Value::from(outcome.len())),
            ("coefficients", object(values)),
            ("se", object(errors)),
            (
                "r_squared",
                figure(found.as_ref().and_then(|found| found.r_squared)),
            ),
            (
                "surface",
                object((1..).zip(SURFACE).map(|(place, weights)| {
                    (format!("a{place}"), estimate(found.as_ref(), &weights))
                })),
            ),
            ("shown", Value::from(found.is_some() && shown)),
        ];
    if case.param("leader_reliability").is_some() {
        let leader = (leader.as_slice(), case.number("leader_reliability")?);
        let member = (member.as_slice(), case.number("member_reliability")?);
        let reliability = figure(difference_reliability(leader, member));
        figures.push(("difference_reliability", reliability));
    }
    Ok(object(figures))
}

fn estimate(regression: Option<&Regression>, weights: &[f64]) -> Value {
    let found = regression.map(|regression| regression.combination(weights));
    object([
        ("est", figure(found.map(|found| found.value))),
        ("se", figure(found.map(|found| found.se))),
        ("t", figure(found.and_then(|found| found.t))),
        ("p", figure(found.and_then(|found| found.p))),
    ])
}
