use super::centred::Centred;
use super::interval::Interval;
use super::normal::normal_quantile;
use super::student::t_upper_tail;

/// Pearson's r of pairs, with its test and interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    pub n: usize,
    pub r: f64,
    /// r √((n - 2)/(1 - r²)), on n - 2 degrees of freedom; `None` for two pairs.
    pub t: Option<f64>,
    /// Two-sided.
    pub p: Option<f64>,
    /// 95 %, see [`fisher_interval`].
    pub interval: Option<Interval>,
}

impl Correlation {
    /// `None` if either side is flat or the lengths differ: r is undefined then, not 0.
    pub fn of(x: &[f64], y: &[f64]) -> Option<Self> {
        let r = pearson(x, y)?;
        let n = x.len();
        let df = n as f64 - 2.0;
        let t = (df > 0.0).then(|| r * (df / (1.0 - r * r)).sqrt());
        Some(Self {
            n,
            r,
            t,
            p: t.map(|t| (2.0 * t_upper_tail(t.abs(), df)).min(1.0)),
            interval: fisher_interval(r, n),
        })
    }
}

/// Pearson's r of pairs; `None` if either side is flat or the lengths differ.
pub fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    Centred::of(x)?.correlation(&Centred::of(y)?)
}

/// The 95 % interval of a correlation of `n` pairs: tanh(atanh r ± 1.96/√(n - 3)) (Fisher 1921); `None` for
/// three pairs or fewer.
pub fn fisher_interval(r: f64, n: usize) -> Option<Interval> {
    if n <= 3 {
        return None;
    }
    let margin = normal_quantile(0.975) / (n as f64 - 3.0).sqrt();
    Some(Interval {
        lo: (r.atanh() - margin).tanh(),
        hi: (r.atanh() + margin).tanh(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flat_side_has_no_correlation_even_when_its_mean_is_rounded() {
        assert_eq!(pearson(&[4.2, 4.2, 4.2], &[1.0, 2.0, 3.0]), None);
        let noise = [0.3, 0.1 + 0.2, 0.3];
        assert_eq!(pearson(&noise, &[1.0, 2.0, 3.0]), None);
        assert_eq!(pearson(&[], &[]), None);
    }

    #[test]
    fn two_pairs_correlate_perfectly_without_a_test() {
        let found = Correlation::of(&[1.0, 2.0], &[5.0, 3.0]).unwrap();
        assert!((found.r + 1.0).abs() < 1e-12);
        assert_eq!((found.t, found.p, found.interval), (None, None, None));
    }
}
