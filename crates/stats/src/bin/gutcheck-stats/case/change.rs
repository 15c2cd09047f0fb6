use super::effect::{cliff, hedges_correction, hedges_variance};
use super::permutation::{permutation, rank_sum_p};
use super::{Case, CaseError, ends, figure, object};
use gutcheck_stats::{
    Basis, Interval, Precision, Sample, StandardError, change, mean, t_quantile, variance,
};
use serde_json::Value;

/// What every interval covers.
const LEVEL: f64 = 0.95;

/// One wave: its scores, and how many were invited.
struct Wave {
    scores: Vec<f64>,
    mean: f64,
    variance: f64,
    invited: usize,
}

impl Wave {
    fn of(case: &Case, wave: &str, invited: &str) -> Result<Self, CaseError> {
        let table = case.table()?;
        let rows = table
            .texts("wave")?
            .into_iter()
            .zip(table.numbers("score")?);
        let own = rows.filter(|(name, _)| *name == wave);
        let scores: Vec<f64> = own.filter_map(|(_, score)| score).collect();
        let few = || CaseError(format!("wave {wave} needs two scores or more"));
        Ok(Self {
            mean: mean(&scores).ok_or_else(few)?,
            variance: variance(&scores).ok_or_else(few)?,
            scores,
            invited: case.count(invited)?,
        })
    }

    fn n(&self) -> f64 {
        self.scores.len() as f64
    }

    /// Variance of the mean, and the same for what all invited would say.
    fn error(&self) -> f64 {
        self.variance / self.n()
    }

    fn finite_error(&self) -> f64 {
        self.error() * (1.0 - self.n() / self.invited as f64)
    }

    fn precision(&self, basis: &Basis) -> Result<Precision, CaseError> {
        let point = Interval::point(self.mean);
        let sample = Sample::new(self.scores.len(), self.invited, point, self.variance);
        let sample = sample.map_err(|error| CaseError(error.to_string()))?;
        Precision::of(&[sample], basis).ok_or_else(|| CaseError("nobody answered".to_owned()))
    }

    fn whole(&self, unit: f64) -> Vec<i64> {
        let scores = self.scores.iter();
        scores.map(|score| (score * unit).round() as i64).collect()
    }
}

/// The change between two anonymous waves; the CSV has the columns `wave` (1 or 2) and `score`.
pub(super) fn figures(case: &Case) -> Result<Value, CaseError> {
    let (before, after) = (Wave::of(case, "1", "N1")?, Wave::of(case, "2", "N2")?);
    let basis = Basis {
        pooled: case.number("prior_variance")?,
        prior_df: case.number("prior_df")?,
        reliability: case.number("reliability")?,
        scale: Interval { lo: -1e9, hi: 1e9 },
    };
    let difference = after.mean - before.mean;
    let mut found = vec![
        ("mean1", figure(before.mean)),
        ("mean2", figure(after.mean)),
        ("sd1", figure(before.variance.sqrt())),
        ("sd2", figure(after.variance.sqrt())),
        ("change", figure(difference)),
    ];
    found.extend(textbook(&before, &after));
    found.extend(moderated(&before, &after, &basis)?);
    found.extend(overlap(&before, &after));
    found.extend(effect(&before, &after));
    found.extend(exact(&before, &after, case.number("integer_unit")?));
    Ok(object(found))
}

fn test(difference: f64, error: StandardError) -> Value {
    let difference = Interval::point(difference);
    let (found, interval) = (error.test(difference), error.around(difference, LEVEL));
    object([
        ("t", figure(found.t)),
        ("df", figure(error.df)),
        ("p", figure(found.p)),
        ("se", figure(error.se)),
        ("ci95", ends(interval.lo, interval.hi)),
    ])
}

/// Without prior: Welch, pooled, and Welch with finite-population correction.
fn textbook(before: &Wave, after: &Wave) -> Vec<(&'static str, Value)> {
    let difference = after.mean - before.mean;
    let welch = |error: fn(&Wave) -> f64| {
        let of = |wave: &Wave| StandardError {
            se: error(wave).sqrt(),
            df: wave.n() - 1.0,
        };
        StandardError::of_difference(of(before), of(after))
    };
    let (plain, finite) = (welch(Wave::error), welch(Wave::finite_error));
    let (pooled, df) = pooled_deviation(before, after);
    let pooled = StandardError {
        se: pooled * (1.0 / before.n() + 1.0 / after.n()).sqrt(),
        df,
    };
    let normal = StandardError {
        df: f64::INFINITY,
        ..plain
    };
    let found = pooled.test(Interval::point(difference));
    let detectable = [
        ("smallest_significant", figure(plain.margin(LEVEL))),
        ("power80_normal", figure(normal.detectable(0.05, 0.8))),
        ("smallest_significant_fpc", figure(finite.margin(LEVEL))),
    ];
    let pooled = [
        ("t", figure(found.t)),
        ("df", figure(df)),
        ("p", figure(found.p)),
    ];
    vec![
        ("welch", test(difference, plain)),
        ("pooled_t", object(pooled)),
        ("welch_fpc", test(difference, finite)),
        ("minimum_detectable_change", object(detectable)),
    ]
}

fn pooled_deviation(before: &Wave, after: &Wave) -> (f64, f64) {
    let df = before.n() + after.n() - 2.0;
    let squares = (before.n() - 1.0) * before.variance + (after.n() - 1.0) * after.variance;
    ((squares / df).sqrt(), df)
}

/// With the prior, and with the bound on the overlap where the same people were invited.
fn moderated(
    before: &Wave,
    after: &Wave,
    basis: &Basis,
) -> Result<Vec<(&'static str, Value)>, CaseError> {
    let (first, second) = (before.precision(basis)?, after.precision(basis)?);
    let difference = Interval::point(after.mean - before.mean);
    let line = |error: StandardError| {
        let interval = error.around(difference, LEVEL);
        object([
            ("se", figure(error.se)),
            ("df", figure(error.df)),
            ("lower", figure(interval.lo)),
            ("upper", figure(interval.hi)),
            ("p", figure(error.test(difference).p)),
        ])
    };
    let coverage = StandardError::of_difference(first.coverage(), second.coverage());
    let signal = StandardError::of_difference(first.signal(), second.signal());
    let mut all = vec![
        ("PRIMARY_moderated_fpc", line(coverage)),
        ("SIGNAL_reliability_adjusted", line(signal)),
    ];
    let same = before.invited == after.invited;
    let found = change(&first, &second, before.invited, basis.reliability);
    let margin = (found.interval.hi - found.interval.lo) / 2.0;
    let bounded = [
        (
            "moderated_fpc_tam_conservative",
            StandardError {
                se: margin / t_quantile(0.975, coverage.df),
                ..coverage
            },
        ),
        (
            "SIGNAL_reliability_adjusted_tam_conservative",
            StandardError {
                se: found.signal.se,
                ..signal
            },
        ),
    ];
    let bounded = bounded.map(|(name, error)| (name, Some(error).filter(|_| same).map(line)));
    all.extend(bounded.map(|(name, line)| (name, line.unwrap_or(Value::Null))));
    Ok(all)
}

/// What is known of the errors' covariance when the same people were invited twice (Tam 1984), and when
/// nothing is assumed.
fn overlap(before: &Wave, after: &Wave) -> [(&'static str, Value); 2] {
    let (v1, v2) = (before.finite_error(), after.finite_error());
    let cauchy = ends((v1.sqrt() - v2.sqrt()).abs(), v1.sqrt() + v2.sqrt());
    if before.invited != after.invited {
        return [
            ("overlap_bound_tam1984", Value::Null),
            ("cauchy_schwarz_se_bounds", cauchy),
        ];
    }
    let (n1, n2, invited) = (before.n(), after.n(), before.invited as f64);
    let fewest = (n1 + n2 - invited).max(0.0);
    let factor = |both: f64| both / (n1 * n2) - 1.0 / invited;
    let product = (before.variance * after.variance).sqrt();
    let upper = v1 + v2 + 2.0 * product * (-factor(fewest)).max(0.0);
    let lower = v1 + v2 - 2.0 * product * factor(n1.min(n2)).max(0.0);
    let bound = object([
        ("assumes", Value::from("same N people at both waves")),
        ("overlap_min", figure(fewest)),
        ("overlap_max", figure(n1.min(n2))),
        ("cov_coefficient_min_overlap", figure(factor(fewest))),
        ("cov_coefficient_max_overlap", figure(factor(n1.min(n2)))),
        ("var_upper_bound_rho_0_to_1", figure(upper)),
        ("var_lower_bound_rho_0_to_1", figure(lower.max(0.0))),
    ]);
    [
        ("overlap_bound_tam1984", bound),
        ("cauchy_schwarz_se_bounds", cauchy),
    ]
}

fn effect(before: &Wave, after: &Wave) -> [(&'static str, Value); 6] {
    let (pooled, df) = pooled_deviation(before, after);
    let d = (after.mean - before.mean) / pooled;
    let d = Some(d).filter(|d| d.is_finite());
    let (exact, near) = (hedges_correction(df), 1.0 - 3.0 / (4.0 * df - 1.0));
    let variance = d.map(|d| hedges_variance(exact * d, before.n(), after.n()));
    [
        ("cohen_d_pooled", figure(d)),
        ("hedges_J_exact_gamma", figure(exact)),
        ("hedges_J_approx", figure(near)),
        ("hedges_g_exact", figure(d.map(|d| exact * d))),
        ("hedges_g_approx", figure(d.map(|d| near * d))),
        ("hedges_g_large_sample_var", figure(variance)),
    ]
}

fn exact(before: &Wave, after: &Wave, unit: f64) -> [(&'static str, Value); 3] {
    let (first, second) = (before.whole(unit), after.whole(unit));
    let chances = permutation(&first, &second).map_or(Value::Null, |found| {
        object([
            ("p_two_sided_abs", figure(found.two_sided)),
            ("p_one_sided_wave2_greater", figure(found.greater)),
            ("p_one_sided_wave2_less", figure(found.less)),
            (
                "p_two_sided_doubled",
                figure((2.0 * found.greater.min(found.less)).min(1.0)),
            ),
        ])
    });
    [
        ("permutation_exact", chances),
        (
            "mann_whitney_exact_p_two_sided",
            figure(rank_sum_p(&first, &second)),
        ),
        ("rank_biserial_cliff_delta", figure(cliff(&first, &second))),
    ]
}
