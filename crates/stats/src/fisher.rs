use super::beta::beta_log_odds;
use statrs::distribution::{ContinuousCDF, FisherSnedecor};

/// P(F > x) with `df1` and `df2` degrees of freedom; NaN unless both are positive.
pub fn f_upper_tail(x: f64, df1: f64, df2: f64) -> f64 {
    match FisherSnedecor::new(df1, df2) {
        Ok(f) if !x.is_nan() => f.sf(x.max(0.0)),
        _ => f64::NAN,
    }
}

/// The value that F stays below with probability `p`; NaN unless both degrees of freedom are positive.
pub fn f_quantile(p: f64, df1: f64, df2: f64) -> f64 {
    // df1 F / df2 is the odds of a beta variable.
    df2 / df1 * beta_log_odds(p, 1.0 - p, df1 / 2.0, df2 / 2.0).exp()
}
