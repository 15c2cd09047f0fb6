use super::beta::beta_log_odds;
use super::normal::{normal_quantile, normal_upper_tail};
use statrs::distribution::{ContinuousCDF, StudentsT};
use std::sync::OnceLock;

/// Above this many degrees of freedom quantiles and tails come from their expansions in 1/df: the incomplete
/// beta function in `statrs` loses digits there.
const LARGE_DF: f64 = 1e4;

/// The value that Student's t stays below with probability `p`; NaN unless `df` is positive.
/// Expansion for large `df`: Fisher & Cornish (1960).
pub fn t_quantile(p: f64, df: f64) -> f64 {
    if !(p > 0.0 && p < 1.0 && df > 0.0) {
        return f64::NAN;
    }
    if df > LARGE_DF {
        let z = normal_quantile(p);
        let cubic = (z.powi(3) + z) / (4.0 * df);
        let quintic = (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / (96.0 * df * df);
        return z + cubic + quintic;
    }
    // The square of t is F with 1 and df degrees of freedom.
    let (within, beyond) = (2.0 * (p - 0.5).abs(), 2.0 * p.min(1.0 - p));
    let size = (df * beta_log_odds(within, beyond, 0.5, df / 2.0).exp()).sqrt();
    if p < 0.5 { -size } else { size }
}

/// The value that ± covers `level` of Student's t. Whole degrees of freedom at 95 % are asked for so often that
/// they are kept.
pub(super) fn two_sided(level: f64, df: f64) -> f64 {
    static USUAL: OnceLock<Vec<f64>> = OnceLock::new();
    const MOST: usize = 512;
    let usual = || (0..MOST).map(|df| t_quantile(0.975, df as f64)).collect();
    let whole = df as usize;
    let kept = level == 0.95 && whole as f64 == df;
    match USUAL.get_or_init(usual).get(whole).filter(|_| kept) {
        Some(known) => *known,
        None => t_quantile(f64::midpoint(1.0, level), df),
    }
}

/// P(T > t) for Student's t with `df` degrees of freedom; NaN unless they are positive.
/// Expansion for large `df`: Hill (1970).
pub fn t_upper_tail(t: f64, df: f64) -> f64 {
    if t.is_nan() || df.is_nan() {
        return f64::NAN;
    }
    if t.is_infinite() {
        return if t > 0.0 { 0.0 } else { 1.0 };
    }
    if df.is_infinite() {
        return normal_upper_tail(t);
    }
    if df > LARGE_DF {
        let less = df - 0.5;
        let size = (less * (t * t / df).ln_1p()).sqrt();
        let z = size + (size.powi(3) + 3.0 * size) / (48.0 * less * less);
        return normal_upper_tail(z.copysign(t));
    }
    match StudentsT::new(0.0, 1.0, df) {
        Ok(student) => student.sf(t),
        Err(_) => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantile_and_tail_meet_where_the_expansions_begin_and_far_beyond() {
        for df in [0.7, 1.0, 2.0, 37.4, 9_999.0, 10_001.0, 1e8, 1e12] {
            for p in [0.001, 0.3, 0.5, 0.8, 0.9, 0.975, 0.9999] {
                let above = t_upper_tail(t_quantile(p, df), df);
                assert!((above - (1.0 - p)).abs() < 1e-9, "{p} {df}: {above}");
            }
        }
    }
}
