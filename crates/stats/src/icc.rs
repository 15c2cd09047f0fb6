use super::fisher::{f_quantile, f_upper_tail};
use super::interval::Interval;
use std::collections::BTreeMap;

/// One team on one score: how many people, their sum, and the sum of their squares. Sums of whole numbers are
/// exact below 2^53; other scores are best taken less a number near their mean, which changes no variance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    pub n: f64,
    pub sum: f64,
    pub squares: f64,
}

/// All teams of one size, added up: enough for the analysis of variance, whatever the number of teams.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SizeBucket {
    pub size: f64,
    pub teams: f64,
    /// The teams' sums, and the squares of these sums.
    pub sum: f64,
    pub squared_sums: f64,
    /// The squares of all scores.
    pub squares: f64,
}

/// One-way analysis of variance with random teams (Shrout & Fleiss 1979; Bliese 2000).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anova {
    pub people: f64,
    pub groups: f64,
    pub ss_between: f64,
    pub ss_within: f64,
    pub ms_between: f64,
    pub ms_within: f64,
    /// Infinite when nobody differs within teams, `None` when nobody differs at all.
    pub f: Option<f64>,
    /// Chance of such differences between teams that do not differ.
    pub p: Option<f64>,
    /// The size of a typical team (Searle).
    pub n0: f64,
}

/// The intervals of ICC(1) and ICC(2); exact for teams of equal size. `None` when nobody differs within teams,
/// for ICC(2) also when team means do not differ at all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IccIntervals {
    pub icc1: Option<Interval>,
    pub icc2: Option<Interval>,
}

/// Teams by size; those without people do not count.
pub fn by_size(groups: &[Group]) -> Vec<SizeBucket> {
    let mut buckets: BTreeMap<u64, SizeBucket> = BTreeMap::new();
    for group in groups.iter().filter(|group| group.n > 0.0) {
        // The bits of positive numbers rise with them.
        let bucket = buckets.entry(group.n.to_bits()).or_insert(SizeBucket {
            size: group.n,
            teams: 0.0,
            sum: 0.0,
            squared_sums: 0.0,
            squares: 0.0,
        });
        bucket.teams += 1.0;
        bucket.sum += group.sum;
        bucket.squared_sums += group.sum * group.sum;
        bucket.squares += group.squares;
    }
    buckets.into_values().collect()
}

impl Anova {
    /// `None` unless there are two teams and more people than teams, or if a sum is no number. Teams without people
    /// do not count.
    pub fn of(groups: &[Group]) -> Option<Self> {
        Self::of_sizes(&by_size(groups))
    }

    /// From teams added up by size.
    pub fn of_sizes(buckets: &[SizeBucket]) -> Option<Self> {
        let over = |figure: fn(&SizeBucket) -> f64| buckets.iter().map(figure).sum::<f64>();
        let (people, groups) = (over(|of| of.teams * of.size), over(|of| of.teams));
        let known = over(|of| of.squares).is_finite() && over(|of| of.squared_sums).is_finite();
        if groups < 2.0 || people <= groups || !known {
            return None;
        }
        let (squares, means) = (over(|of| of.squares), over(|of| of.squared_sums / of.size));
        // What only rounding leaves of a difference is nothing: then nobody differs.
        let beyond_rounding = |rest: f64| if rest > 1e-13 * squares { rest } else { 0.0 };
        let ss_between = beyond_rounding(means - over(|of| of.sum).powi(2) / people);
        let ss_within = beyond_rounding(squares - means);
        let (df_between, df_within) = (groups - 1.0, people - groups);
        let (ms_between, ms_within) = (ss_between / df_between, ss_within / df_within);
        let f = Some(ms_between / ms_within).filter(|f| !f.is_nan());
        Some(Self {
            people,
            groups,
            ss_between,
            ss_within,
            ms_between,
            ms_within,
            f,
            p: f.map(|f| f_upper_tail(f, df_between, df_within)),
            n0: (people - over(|of| of.teams * of.size * of.size) / people) / df_between,
        })
    }

    /// ICC(1), the share of one person's score that is the team's, for teams of typically `size` people.
    /// Negative when teams differ less than by chance, and left so; `None` when nobody differs.
    pub fn icc1(&self, size: f64) -> Option<f64> {
        let all = self.ms_between + (size - 1.0) * self.ms_within;
        (all != 0.0).then(|| (self.ms_between - self.ms_within) / all)
    }

    /// ICC(2), the reliability of a team's mean; `None` when team means do not differ at all.
    pub fn icc2(&self) -> Option<f64> {
        (self.ms_between > 0.0).then(|| (self.ms_between - self.ms_within) / self.ms_between)
    }

    /// `level` is the coverage, as 0.95.
    pub fn intervals(&self, level: f64) -> IccIntervals {
        let (df1, df2) = (self.groups - 1.0, self.people - self.groups);
        let upper = f64::midpoint(1.0, level);
        let ends = self.f.filter(|f| f.is_finite()).map(|f| Interval {
            lo: f / f_quantile(upper, df1, df2),
            hi: f * f_quantile(upper, df2, df1),
        });
        let of = |icc: &dyn Fn(f64) -> f64| {
            let ends = ends.map(|f| Interval {
                lo: icc(f.lo),
                hi: icc(f.hi),
            });
            ends.filter(|ends| ends.lo.is_finite() && ends.hi.is_finite())
        };
        IccIntervals {
            icc1: of(&|f| (f - 1.0) / (f + self.n0 - 1.0)),
            icc2: of(&|f| 1.0 - 1.0 / f),
        }
    }

    /// The share of all variance that lies between teams in this sample.
    pub fn eta_squared(&self) -> Option<f64> {
        let all = self.ss_between + self.ss_within;
        (all > 0.0).then(|| self.ss_between / all)
    }
}

/// The reliability of the mean of `n` people when ICC(1) is `icc1` (Spearman-Brown); `None` at the pole of a
/// negative ICC(1).
pub fn mean_reliability(icc1: f64, n: f64) -> Option<f64> {
    let all = 1.0 + (n - 1.0) * icc1;
    (all.abs() > 1e-12).then(|| n * icc1 / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team(scores: &[f64]) -> Group {
        Group {
            n: scores.len() as f64,
            sum: scores.iter().sum(),
            squares: scores.iter().map(|score| score * score).sum(),
        }
    }

    #[test]
    fn teams_with_the_same_mean_have_no_icc2_however_it_rounds() {
        let alike = [1.0, 1.0, 2.0];
        let teams = [team(&alike), team(&alike.repeat(2)), team(&alike.repeat(7))];
        let anova = Anova::of(&teams).unwrap();
        assert_eq!(anova.ms_between, 0.0);
        assert_eq!(anova.icc2(), None);
        assert!(anova.icc1(anova.n0).unwrap() < 0.0, "kept negative");
        assert_eq!(anova.p, Some(1.0));
        assert_eq!(anova.intervals(0.95).icc2, None);
    }

    #[test]
    fn teams_that_agree_within_are_all_team_and_equal_answers_are_nothing() {
        let anova = Anova::of(&[team(&[1.1; 3]), team(&[2.3; 5])]).unwrap();
        assert_eq!(anova.ss_within, 0.0);
        assert_eq!((anova.f, anova.p), (Some(f64::INFINITY), Some(0.0)));
        assert_eq!(anova.icc1(anova.n0), Some(1.0));
        let equal = Anova::of(&[team(&[1.1; 3]), team(&[1.1; 5])]).unwrap();
        assert_eq!((equal.f, equal.p), (None, None));
        assert_eq!((equal.icc1(equal.n0), equal.icc2()), (None, None));
    }

    #[test]
    fn one_team_or_teams_of_one_have_no_analysis() {
        assert_eq!(Anova::of(&[team(&[1.0, 2.0])]), None);
        assert_eq!(Anova::of(&[team(&[1.0]), team(&[2.0])]), None);
        assert_eq!(Anova::of(&[team(&[1.0, 2.0]), team(&[])]), None);
        let unknown = team(&[1.0, f64::NAN]);
        assert_eq!(Anova::of(&[unknown, team(&[1.0, 2.0])]), None);
    }
}
