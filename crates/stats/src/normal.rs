use statrs::distribution::{ContinuousCDF, Normal};

/// The `p` quantile of the standard normal distribution, `p` in (0, 1).
pub fn normal_quantile(p: f64) -> f64 {
    Normal::standard().inverse_cdf(p)
}

/// P(Z > z) for the standard normal distribution.
pub fn normal_upper_tail(z: f64) -> f64 {
    Normal::standard().sf(z)
}
