use super::bootstrap::Bootstrap;
use super::scores::{column, histogram, number_or, reliability, sample, share_or};
use super::{Case, CaseError, ends, figure, object};
use gutcheck_stats::{
    Basis, Histogram, Interval, Leaders, Moderated, PRIOR_DF, Precision, Sample, StandardError,
    Verdict, equivalence_p, favourable_interval, gap, pool, signal, verdict,
};
use serde_json::Value;

/// One team: what its members answered and what its leaders did.
struct Team {
    scores: Histogram,
    members: Sample,
    leaders: Leaders,
    gap: Interval,
    scale: Interval,
    /// The pooled within-team variance of all teams.
    pooled: f64,
    reliability: f64,
    level: f64,
}

type Entry = (&'static str, Value);

/// The gap of leaders minus members of one team with its intervals and tests.
pub(super) fn figures(case: &Case) -> Result<Value, CaseError> {
    let team = Team::read(case)?;
    let mut entries = team.means();
    entries.extend(team.plain_intervals());
    entries.extend(team.adjusted());
    entries.push(("moderated", team.moderated(case)?));
    entries.push(("bca_exact_bootstrap_of_member_mean", team.bootstrap()));
    entries.extend(team.standing());
    entries.push(("favourable", team.favourable(case)?));
    entries.push(("tost_fpc", team.plain_equivalence(case)?));
    Ok(object(entries))
}

impl Team {
    fn read(case: &Case) -> Result<Self, CaseError> {
        let table = case.table()?;
        let scores = histogram(case, table.answered(column(table, "score"))?)?;
        let members = sample(&scores, case.count("N_members_invited")?)?;
        let given = case.numbers("leaders")?;
        if given.is_empty() {
            return Err(CaseError(
                "params.leaders is empty; give the score of at least one leader".to_owned(),
            ));
        }
        let leaders = Leaders {
            mean: given.iter().sum::<f64>() / given.len() as f64,
            count: given.len(),
        };
        let variances = case.numbers("prior_team_variances/var")?;
        let degrees = case.numbers("prior_team_variances/df")?;
        let pooled = pool(degrees.into_iter().zip(variances)).variance;
        if !pooled.is_finite() {
            return Err(CaseError(
                "params.prior_team_variances holds no degrees of freedom; give var and df of teams \
                 with at least two answers"
                    .to_owned(),
            ));
        }
        Ok(Self {
            gap: gap(leaders.mean, members.mean()),
            scale: Interval {
                lo: case.number("min")?,
                hi: case.number("max")?,
            },
            reliability: reliability(case)?,
            level: share_or(case, "level", 0.95)?,
            scores,
            members,
            leaders,
            pooled,
        })
    }

    fn sd(&self) -> Option<f64> {
        self.scores.variance().map(f64::sqrt)
    }

    /// The error by the team's own variance alone.
    fn own_error(&self, reliability: f64) -> StandardError {
        // Without a prior one answer has no variance.
        let alone = Basis {
            pooled: f64::NAN,
            ..self.basis(0.0)
        };
        match self.members.n() {
            1 => self.members.error(&alone, reliability),
            _ => self.members.error(
                &Basis {
                    pooled: 0.0,
                    ..alone
                },
                reliability,
            ),
        }
    }

    fn basis(&self, prior_df: f64) -> Basis {
        Basis {
            pooled: self.pooled,
            prior_df,
            reliability: self.reliability,
            scale: self.scale,
        }
    }

    fn means(&self) -> Vec<Entry> {
        vec![
            ("leader_mean", figure(self.leaders.mean)),
            ("member_mean", figure(self.members.mean().lo)),
            ("member_sd_n1", figure(self.sd())),
            ("gap", figure(self.gap.lo)),
            ("response_fraction", figure(self.members.response())),
        ]
    }

    fn plain_intervals(&self) -> Vec<Entry> {
        let (infinite, finite) = (self.own_error(0.0), self.own_error(1.0));
        let plain = infinite.around(self.gap, self.level);
        let mut with_fpc = vec![("df", figure(finite.df))];
        with_fpc.extend(self.clipped(finite));
        let bounds = self.members.bounds(self.scale);
        let of_gap = gap(self.leaders.mean, bounds);
        vec![
            ("se_no_fpc", figure(infinite.se)),
            ("se_fpc", figure(finite.se)),
            ("t_interval_no_fpc", ends(plain.lo, plain.hi)),
            ("t_interval_fpc", object(with_fpc)),
            ("manski_member_mean", ends(bounds.lo, bounds.hi)),
            ("manski_gap", ends(of_gap.lo, of_gap.hi)),
        ]
    }

    /// An interval of the gap, and its part within the assumption-free bounds.
    fn clipped(&self, error: StandardError) -> Vec<Entry> {
        let interval = error.around(self.gap, self.level);
        let bounds = gap(self.leaders.mean, self.members.bounds(self.scale));
        let defined = |value: f64| figure((!error.se.is_nan()).then_some(value));
        vec![
            ("lower", figure(interval.lo)),
            ("upper", figure(interval.hi)),
            ("lower_clipped", defined(interval.lo.max(bounds.lo))),
            ("upper_clipped", defined(interval.hi.min(bounds.hi))),
        ]
    }

    /// Errors around true scores: the members' and that of one person's answers.
    fn adjusted(&self) -> Vec<Entry> {
        let members = self.own_error(self.reliability);
        let person = self.sd().map(|sd| sd * (1.0 - self.reliability).sqrt());
        let leaders = person.map(|sem| sem.powi(2) / self.leaders.count as f64);
        let both = leaders.map(|variance| members.with_added(variance).se);
        vec![
            ("se_reliability_adjusted_members", figure(members.se)),
            ("sem_person", figure(person)),
            ("se_reliability_adjusted_gap", figure(both)),
        ]
    }

    fn moderated(&self, case: &Case) -> Result<Value, CaseError> {
        let by = |prior_df: f64| {
            let basis = self.basis(prior_df);
            let Moderated { variance, df } = self.members.moderated(&basis);
            let mut entries = vec![("variance", figure(variance)), ("df", figure(df))];
            entries.extend(self.clipped(self.members.error(&basis, 1.0)));
            object(entries)
        };
        Ok(object([
            ("fixed_df4_prior_pooled", by(4.0)),
            ("PRIMARY_fixed_df2_prior_pooled", by(PRIOR_DF)),
            ("SIGNAL_reliability_adjusted", self.signal(case)?),
        ]))
    }

    fn signal(&self, case: &Case) -> Result<Value, CaseError> {
        let delta = number_or(case, "category_delta", 0.5)?;
        let basis = self.basis(PRIOR_DF);
        let members = Precision::of(&[self.members], &basis);
        let members = members.ok_or_else(|| CaseError("nobody answered".to_owned()))?;
        let found = signal(&members, self.leaders, &basis);
        let close = equivalence_p(&members, self.leaders.mean, delta);
        let category = match verdict(self.gap.lo, found.p, close, delta) {
            Verdict::Over => "over",
            Verdict::Under => "under",
            Verdict::Close => "close",
            Verdict::Uncertain => "uncertain",
        };
        let noise = (1.0 - self.reliability) * self.pooled;
        Ok(object([
            ("error_variance_person", figure(noise)),
            ("se", figure(found.se)),
            ("df", figure(found.df)),
            ("t", figure(found.t)),
            ("p", figure(found.p)),
            ("ci95", ends(found.interval.lo, found.interval.hi)),
            ("category_delta", figure(delta)),
            ("tost_p_on_primary_se", figure(close)),
            ("category", Value::from(category)),
        ]))
    }

    fn bootstrap(&self) -> Value {
        let Some(bootstrap) = Bootstrap::of_mean(&self.scores, self.level) else {
            return Value::Null;
        };
        object([
            ("z0", figure(bootstrap.z0)),
            ("acceleration", figure(bootstrap.acceleration)),
            ("alpha1", figure(bootstrap.at.lo)),
            ("alpha2", figure(bootstrap.at.hi)),
            ("lower", figure(bootstrap.bca.lo)),
            ("upper", figure(bootstrap.bca.hi)),
            ("percentile_lower", figure(bootstrap.percentile.lo)),
            ("percentile_upper", figure(bootstrap.percentile.hi)),
            ("boot_se", figure(bootstrap.se)),
        ])
    }

    /// How unusual a leader's score is for a member: against one person drawn like them (Crawford & Howell
    /// 1998; one leader only), as a percentile, and the smallest p that a permutation could give.
    fn standing(&self) -> Vec<Entry> {
        let n = self.scores.n() as f64;
        let error = StandardError {
            se: self.own_error(0.0).se * (n + 1.0).sqrt(),
            df: n - 1.0,
        };
        let single = self.leaders.count == 1 && error.se > 0.0;
        let test = error.test(self.gap);
        let crawford = object([
            ("t", figure(test.t)),
            ("df", figure(error.df)),
            ("p_two_sided", figure(test.p)),
        ]);
        let ways = (1..=self.leaders.count).map(|leader| (n + leader as f64) / leader as f64);
        vec![
            (
                "crawford_howell",
                if single { crawford } else { Value::Null },
            ),
            (
                "leader_percentile_midrank_among_members",
                figure(self.scores.percentile(self.leaders.mean)),
            ),
            (
                "smallest_two_sided_permutation_p_possible",
                figure(1.0 / ways.product::<f64>()),
            ),
        ]
    }

    fn favourable(&self, case: &Case) -> Result<Value, CaseError> {
        let from = number_or(case, "favourable_from", self.scale.hi - 1.0)?;
        let invited = case.count("N_members_invited")?;
        let (count, n) = (self.scores.count(|score| score >= from), self.scores.n());
        let interval = favourable_interval(count as usize, n as usize, invited, self.level);
        let ends = |value: &dyn Fn(usize) -> Value| match interval {
            Some(interval) => {
                object([("lower", value(interval.lo)), ("upper", value(interval.hi))])
            }
            None => Value::Null,
        };
        let share = |all: usize| figure(all as f64 / invited as f64);
        Ok(object([
            ("count", Value::from(count)),
            ("of", Value::from(n)),
            ("hypergeometric_count_ci", ends(&|all| Value::from(all))),
            ("pct_ci", ends(&share)),
        ]))
    }

    /// Equivalence by the team's own variance, as textbooks have it.
    fn plain_equivalence(&self, case: &Case) -> Result<Value, CaseError> {
        let delta = number_or(case, "tost_delta", 0.25)?;
        let found = self.own_error(1.0).equivalence(self.gap, delta);
        Ok(object([
            ("delta", figure(delta)),
            ("p_lower", figure(found.above)),
            ("p_upper", figure(found.below)),
            ("p", figure(found.p())),
        ]))
    }
}
