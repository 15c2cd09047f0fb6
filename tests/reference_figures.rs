//! The statistics against figures from R and Python (`tests/reference/`): relative to max(1, |expected|)
//! within the tolerance of each file.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use gutcheck::stats::{
    Interval, Leaders, Sample, Verdict, equivalence_p, gap, holm, pooled_variance, signal,
    t_critical, t_upper_tail, verdict,
};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// One reference file; counts what was compared with it.
struct Case {
    name: String,
    file: Value,
    compared: usize,
}

#[test]
fn figures_agree_with_the_references() {
    let mut cases = cases();
    for case in &mut cases {
        match case.name.split('_').next() {
            Some("gap") => case.gap(),
            Some("mult") => case.holm(),
            Some("dist") => case.student(),
            _ => panic!("no check for {}", case.name),
        }
        assert!(case.compared > 0, "{}", case.name);
    }
    let figures: usize = cases.iter().map(|case| case.compared).sum();
    println!("{} cases, {figures} figures compared", cases.len());
    assert!(cases.len() >= 9);
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .filter_map(|entry| {
            Some(
                entry
                    .unwrap()
                    .file_name()
                    .to_str()?
                    .strip_suffix(".expected.json")?
                    .to_owned(),
            )
        })
        .collect();
    names.sort();
    let case = |name: String| {
        let text = fs::read_to_string(folder.join(format!("{name}.expected.json"))).unwrap();
        Case {
            name,
            file: serde_json::from_str(&text).unwrap(),
            compared: 0,
        }
    };
    names.into_iter().map(case).collect()
}

impl Case {
    fn gap(&mut self) {
        let leaders = self.numbers("/params/leaders");
        let leaders = Leaders {
            mean: leaders.iter().sum::<f64>() / leaders.len() as f64,
            count: leaders.len(),
        };
        let scale = Interval {
            lo: self.number("/params/min"),
            hi: self.number("/params/max"),
        };
        let pooled = self.pooled();
        let scores = self.column();
        let members = sample(&scores, self.number("/params/N_members_invited") as usize);

        self.compare("/expected/leader_mean", leaders.mean);
        self.compare("/expected/member_mean", members.mean().middle());
        self.compare("/expected/gap", gap(leaders.mean, members.mean()).middle());
        self.compare("/expected/response_fraction", members.response());
        self.compare_range("/expected/manski_member_mean", members.bounds(scale), "");
        self.compare_range(
            "/expected/manski_gap",
            gap(leaders.mean, members.bounds(scale)),
            "",
        );
        self.compare("/expected/moderated/moment_prior/pooled_within_var", pooled);

        let primary = "/expected/moderated/PRIMARY_fixed_df2_prior_pooled";
        let moderated = members.moderated(pooled);
        self.compare(&format!("{primary}/variance"), moderated.variance);
        self.compare(&format!("{primary}/df"), moderated.df);
        self.compare_range(
            primary,
            gap(leaders.mean, members.interval(pooled, scale)),
            "_clipped",
        );
        let endless = Interval { lo: -1e6, hi: 1e6 };
        self.compare_range(
            primary,
            gap(leaders.mean, members.interval(pooled, endless)),
            "",
        );

        let at = "/expected/moderated/SIGNAL_reliability_adjusted";
        let found = signal(
            &members,
            leaders,
            pooled,
            self.number("/params/reliability"),
        );
        let delta = self.number(&format!("{at}/category_delta"));
        let equivalence = equivalence_p(&members, leaders.mean, pooled, delta);
        self.compare(&format!("{at}/se"), found.se);
        self.compare(&format!("{at}/df"), found.df);
        self.compare(&format!("{at}/t"), found.t);
        self.compare(&format!("{at}/p"), found.p);
        self.compare_range(&format!("{at}/ci95"), found.interval, "");
        self.compare(&format!("{at}/tost_p_on_primary_se"), equivalence);
        let points = gap(leaders.mean, members.mean()).middle();
        let category = match verdict(points, found.p, equivalence, delta) {
            Verdict::Over => "over",
            Verdict::Under => "under",
            Verdict::Close => "close",
            Verdict::Uncertain => "uncertain",
        };
        assert_eq!(
            self.value(&format!("{at}/category")),
            category,
            "{}",
            self.name
        );
        self.compared += 1;
    }

    fn pooled(&self) -> f64 {
        let variances = self.numbers("/params/prior_team_variances/var");
        let df = self.numbers("/params/prior_team_variances/df");
        pooled_variance(df.into_iter().map(|df| df as usize + 1).zip(variances)).unwrap()
    }

    fn holm(&mut self) {
        let p: Vec<_> = self.column().into_iter().map(Some).collect();
        for (at, adjusted) in holm(&p).into_iter().enumerate() {
            self.compare(&format!("/expected/holm/{at}"), adjusted.unwrap());
        }
    }

    fn student(&mut self) {
        for at in 0..self.value("/expected/t_quantile").as_array().unwrap().len() {
            let place = format!("/expected/t_quantile/{at}");
            assert_eq!(self.number(&format!("{place}/p")), 0.975);
            self.compare(
                &format!("{place}/q"),
                t_critical(self.number(&format!("{place}/df"))),
            );
        }
        for at in 0..self.value("/expected/t_sf").as_array().unwrap().len() {
            let place = format!("/expected/t_sf/{at}");
            let tail = t_upper_tail(
                self.number(&format!("{place}/x")),
                self.number(&format!("{place}/df")),
            );
            self.compare(&format!("{place}/sf"), tail);
        }
    }

    fn compare_range(&mut self, pointer: &str, found: Interval, suffix: &str) {
        self.compare(&format!("{pointer}/lower{suffix}"), found.lo);
        self.compare(&format!("{pointer}/upper{suffix}"), found.hi);
    }

    fn compare(&mut self, pointer: &str, found: f64) {
        let expected = self.number(pointer);
        let allowed = self.number("/tolerance") * expected.abs().max(1.0);
        assert!(
            (found - expected).abs() <= allowed,
            "{} {pointer}: {found} instead of {expected}",
            self.name
        );
        self.compared += 1;
    }

    /// The one column of the case's input.
    fn column(&self) -> Vec<f64> {
        let file = format!(
            "{}/tests/reference/{}.input.csv",
            env!("CARGO_MANIFEST_DIR"),
            self.name
        );
        let text = fs::read_to_string(file).unwrap();
        text.lines()
            .skip(1)
            .map(|line| line.parse().unwrap())
            .collect()
    }

    fn numbers(&self, pointer: &str) -> Vec<f64> {
        self.value(pointer)
            .as_array()
            .unwrap()
            .iter()
            .map(|number| number.as_f64().unwrap())
            .collect()
    }

    fn number(&self, pointer: &str) -> f64 {
        self.value(pointer)
            .as_f64()
            .unwrap_or_else(|| panic!("{} has no number at {pointer}", self.name))
    }

    fn value(&self, pointer: &str) -> &Value {
        self.file
            .pointer(pointer)
            .unwrap_or_else(|| panic!("{} has nothing at {pointer}", self.name))
    }
}

fn sample(scores: &[f64], invited: usize) -> Sample {
    let n = scores.len() as f64;
    let mean = scores.iter().sum::<f64>() / n;
    let variance = scores
        .iter()
        .map(|score| (score - mean).powi(2))
        .sum::<f64>()
        / (n - 1.0);
    Sample::new(scores.len(), invited, Interval::point(mean), variance).unwrap()
}
