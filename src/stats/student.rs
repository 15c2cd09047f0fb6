use statrs::distribution::{ContinuousCDF, StudentsT};

/// Above this many degrees of freedom the quantile comes from its expansion in 1/df: the iteration in
/// `statrs` loses digits there and at 1e8 does not end.
const LARGE_DF: f64 = 1e4;
/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// The 97.5 % quantile of Student's t, so that ± this covers 95 %. `df` is positive.
/// Expansion for large `df`: Fisher & Cornish (1960).
pub fn t_critical(df: f64) -> f64 {
    if df > LARGE_DF {
        let cubic = (Z.powi(3) + Z) / (4.0 * df);
        let quintic = (5.0 * Z.powi(5) + 16.0 * Z.powi(3) + 3.0 * Z) / (96.0 * df * df);
        return Z + cubic + quintic;
    }
    StudentsT::new(0.0, 1.0, df).map_or(f64::NAN, |t| t.inverse_cdf(0.975))
}

/// P(T > t) for Student's t with `df` degrees of freedom.
pub fn t_upper_tail(t: f64, df: f64) -> f64 {
    if t.is_infinite() {
        return if t > 0.0 { 0.0 } else { 1.0 };
    }
    StudentsT::new(0.0, 1.0, df).map_or(f64::NAN, |student| student.sf(t))
}
