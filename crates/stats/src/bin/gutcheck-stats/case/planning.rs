use super::scores::share_or;
use super::{Case, CaseError, figure, object};
use gutcheck_stats::StandardError;
use serde_json::Value;

/// The smallest change that two independent waves of `n_per_wave` answers each show with the wanted power.
pub(super) fn figures(case: &Case) -> Result<Value, CaseError> {
    let (n, sd) = (case.count("n_per_wave")?, case.number("sd")?);
    if n < 2 || sd < 0.0 {
        return Err(CaseError(
            "give params.n_per_wave of at least 2 and a params.sd that is not negative".to_owned(),
        ));
    }
    let alpha = share_or(case, "alpha", 0.05)?;
    let power = share_or(case, "power", 0.8)?;
    let detectable = |df: f64| {
        let se = sd * (2.0 / n as f64).sqrt();
        figure(StandardError { se, df }.detectable(alpha, power))
    };
    Ok(object([
        ("delta_normal_approx", detectable(f64::INFINITY)),
        ("delta_t_approx", detectable(2.0 * (n as f64 - 1.0))),
    ]))
}
