use super::given::number;
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{Hypergeometric, f_quantile, f_upper_tail, t_quantile, t_upper_tail};
use serde_json::Value;

/// Quantiles and tails at the points that the lists of the parameters name.
pub(super) fn figures(case: &Case) -> Result<Value, CaseError> {
    let names = ["df", "p", "q"];
    let t = |[df, p]: [f64; 2]| known([df, p, t_quantile(p, df)]);
    let t_quantiles = list(case, "t_quantile", ["df", "p"], &names, t)?;
    let tail = |[df, x]: [f64; 2]| known([df, x, t_upper_tail(x, df)]);
    let t_tails = list(case, "t_sf", ["df", "x"], &["df", "x", "sf"], tail)?;
    let names = ["df1", "df2", "q025", "q975"];
    let f = |[a, b]: [f64; 2]| known([a, b, f_quantile(0.025, a, b), f_quantile(0.975, a, b)]);
    let f_quantiles = list(case, "f_quantile", ["df1", "df2"], &names, f)?;
    let names = ["df1", "df2", "x", "sf"];
    let tail = |[a, b, x]: [f64; 3]| known([a, b, x, f_upper_tail(x, a, b)]);
    let f_tails = list(case, "f_sf", ["df1", "df2", "x"], &names, tail)?;
    let names = ["N", "K", "n", "k", "cdf"];
    let hypergeometric = |given: [f64; 4]| {
        let given_and_tail = given.map(Some).into_iter().chain([lower_tail(given)]);
        given_and_tail.collect()
    };
    let asked = ["N", "K", "n", "k"];
    let drawn = list(case, "hypergeometric_cdf", asked, &names, hypergeometric)?;
    Ok(object([
        ("t_quantile", t_quantiles),
        ("t_sf", t_tails),
        ("f_quantile", f_quantiles),
        ("f_sf", f_tails),
        ("hypergeometric_cdf", drawn),
    ]))
}

/// The points of one list with their figures; an absent list is empty.
fn list<const N: usize>(
    case: &Case,
    name: &str,
    asked: [&str; N],
    names: &[&str],
    compute: impl Fn([f64; N]) -> Vec<Option<f64>>,
) -> Result<Value, CaseError> {
    let point = |point: &Value| {
        let mut given = [0.0; N];
        for (slot, field) in given.iter_mut().zip(asked) {
            *slot = point.get(field).and_then(number).ok_or_else(|| {
                CaseError(format!("params.{name}: a point lacks the number {field}"))
            })?;
        }
        let figures = compute(given).into_iter().map(figure);
        Ok(object(names.iter().copied().zip(figures)))
    };
    let points = case.param(name).and_then(Value::as_array);
    points.into_iter().flatten().map(point).collect()
}

fn known<const N: usize>(figures: [f64; N]) -> Vec<Option<f64>> {
    figures.map(Some).to_vec()
}

/// `None` where more are favourable or drawn than there are.
fn lower_tail(given: [f64; 4]) -> Option<f64> {
    if given.iter().any(|x| *x < 0.0 || x.fract() != 0.0) {
        return None;
    }
    let [population, favourable, draws, k] = given.map(|x| x as usize);
    Some(Hypergeometric::new(population, favourable, draws)?.cdf(k))
}
