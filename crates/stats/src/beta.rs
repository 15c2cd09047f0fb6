use super::interval::Interval;
use super::normal::normal_quantile;
use statrs::function::beta::{beta_reg, ln_beta};

/// Steps of the search; it ends after about ten.
const STEPS: usize = 200;
/// A step after which the next one, its square, would be lost in rounding.
const SETTLED: f64 = 1e-9;
/// The longest step, in log odds.
const STRIDE: f64 = 8.0;

/// The exact 95 % interval of a share of which `x` of `n` were seen (Clopper & Pearson 1934), by quantiles of
/// the beta distribution; `None` if `n` is 0 or less than `x`.
pub fn clopper_pearson(x: usize, n: usize) -> Option<Interval> {
    if n == 0 || x > n {
        return None;
    }
    let (with, without) = (x as f64, (n - x) as f64);
    Some(Interval {
        lo: if x == 0 {
            0.0
        } else {
            beta_quantile(0.025, with, without + 1.0)
        },
        hi: if x == n {
            1.0
        } else {
            beta_quantile(0.975, with + 1.0, without)
        },
    })
}

/// The value that Beta(a, b) stays below with probability `p`, from 0 to 1; `a` and `b` are positive.
fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    1.0 / (1.0 + (-beta_log_odds(p, 1.0 - p, a, b)).exp())
}

/// The log odds ln(x / (1 - x)) of the value x that Beta(a, b) stays below with probability `below` and
/// exceeds with probability `above`; they sum to 1, and the smaller one is used. Newton's steps on log odds,
/// inside a bracket: the inversion in `statrs` 0.19 (AS 109) is off by up to 1e-5 where one of `a` and `b` is
/// small and the other large, and does not end for some above 1e4. NaN if `a` or `b` is not positive.
pub(super) fn beta_log_odds(below: f64, above: f64, a: f64, b: f64) -> f64 {
    let usable = a > 0.0 && b > 0.0 && a.is_finite() && b.is_finite();
    if !usable || below.is_nan() || above.is_nan() {
        return f64::NAN;
    }
    if below <= 0.0 || above <= 0.0 {
        return if below <= 0.0 {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        };
    }
    let scale = ln_beta(a, b);
    let (mut lo, mut hi) = (-700.0_f64, 700.0_f64);
    let spread = (1.0 / a + 1.0 / b).sqrt();
    let mut at = ((a / b).ln() + normal_quantile(below) * spread).clamp(lo, hi);
    for _ in 0..STEPS {
        let (x, rest) = (1.0 / (1.0 + (-at).exp()), 1.0 / (1.0 + at.exp()));
        let excess = if below <= above {
            beta_reg(a, b, x) - below
        } else {
            above - beta_reg(b, a, rest)
        };
        if excess > 0.0 {
            hi = at;
        } else {
            lo = at;
        }
        let density = (a * x.ln() + b * rest.ln() - scale).exp();
        let step = (excess / density).clamp(-STRIDE, STRIDE);
        at -= step;
        if step.abs() <= SETTLED {
            break;
        }
        if !(lo < at && at < hi) {
            at = f64::midpoint(lo, hi);
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::beta_quantile;

    #[test]
    fn a_small_share_of_many_keeps_its_digits() {
        // Exact: P(X <= x) = 1 - (1 - x)^b.
        for (p, b) in [(0.025, 1e5), (0.975, 1e5), (0.025, 3.0), (0.999, 2e6)] {
            let exact: f64 = -f64::exp_m1(f64::ln_1p(-p) / b);
            let found = beta_quantile(p, 1.0, b);
            assert!(
                (found / exact - 1.0).abs() < 1e-9,
                "{p} {b}: {found} {exact}"
            );
        }
    }
}
