use super::TidyRow;
use crate::report::{GapRow, Symptom, TeamPage, UnitReport};
use std::collections::BTreeMap;

/// Figures of a dimension by the statistic they are.
const FIGURES: [(&str, &str, Read); 23] = [
    ("member", "mean", Read::Place),
    ("member", "mean_low", Read::Place),
    ("member", "mean_high", Read::Place),
    ("member", "interval_low", Read::Place),
    ("member", "interval_high", Read::Place),
    ("member", "again_low", Read::Place),
    ("member", "again_high", Read::Place),
    ("member", "bound_low", Read::Place),
    ("member", "bound_high", Read::Place),
    ("leader", "leader", Read::Place),
    ("gap", "gap", Read::Distance),
    ("gap", "gap_low", Read::Distance),
    ("gap", "gap_high", Read::Distance),
    ("gap", "gap_p", Read::Number),
    ("gap", "gap_p_adjusted", Read::Number),
    ("gap", "gap_evidence", Read::Number),
    ("gap", "gap_within", Read::Number),
    ("member", "change", Read::Distance),
    ("member", "change_low", Read::Distance),
    ("member", "change_high", Read::Distance),
    ("member", "change_p", Read::Number),
    ("member", "change_p_adjusted", Read::Number),
    ("member", "change_detectable", Read::Distance),
];

/// How a figure is told on the scale from 0 to 100.
#[derive(Clone, Copy)]
enum Read {
    /// A place on the scale from 1 to 5.
    Place,
    /// A distance on it.
    Distance,
    /// As it is: a probability, or a code.
    Number,
}

impl Read {
    fn told(self, figure: f64) -> f64 {
        match self {
            Self::Place => hundredths(25.0 * (figure - 1.0)),
            Self::Distance => hundredths(25.0 * figure),
            Self::Number => (10_000.0 * figure).round() / 10_000.0,
        }
    }
}

/// A team's report as tidy lines, with scores from 0 to 100; nothing where nothing may be shown.
pub fn team(page: &TeamPage) -> Vec<TidyRow> {
    let Some(report) = &page.report else {
        return Vec::new();
    };
    let plain = TidyRow {
        wave: page.head.wave.clone(),
        team: page.team.clone(),
        role: String::new(),
        dimension: String::new(),
        item: String::new(),
        statistic: String::new(),
        value: None,
        n: Some(report.n),
        people: Some(report.sure),
        invited: Some(report.invited),
        capped: false,
    };
    let mut rows = Vec::new();
    for gap in report.gaps.iter().chain(&report.traps).chain(&report.chaos) {
        rows.extend(dimension(&plain, gap));
    }
    rows.extend(mean_gap(&plain, report));
    for (name, items) in [("chaos", &report.symptoms), ("pillars", &report.pillars)] {
        rows.extend(items.iter().flat_map(|one| item(&plain, name, one)));
    }
    rows.extend(involvement(&plain, report));
    rows
}

fn dimension<'a>(plain: &'a TidyRow, gap: &'a GapRow) -> impl Iterator<Item = TidyRow> + 'a {
    told(&gap.figures).map(|(role, statistic, value)| TidyRow {
        role: role.to_owned(),
        dimension: gap.id.clone(),
        statistic: match statistic {
            "leader" => "mean",
            other => other,
        }
        .to_owned(),
        value: Some(value),
        n: Some(gap.base),
        capped: gap.capped,
        ..plain.clone()
    })
}

/// The gap over all core dimensions.
fn mean_gap<'a>(plain: &'a TidyRow, report: &'a UnitReport) -> impl Iterator<Item = TidyRow> + 'a {
    let figures = report.mean_gap.iter().flat_map(|gap| told(&gap.figures));
    figures.map(|(role, statistic, value)| TidyRow {
        role: role.to_owned(),
        dimension: "overall".to_owned(),
        statistic: statistic.to_owned(),
        value: Some(value),
        ..plain.clone()
    })
}

/// The figures that there are: role, name, and value from 0 to 100.
pub(super) fn told<'a>(
    figures: &'a BTreeMap<&'static str, f64>,
) -> impl Iterator<Item = (&'static str, &'static str, f64)> + 'a {
    FIGURES.into_iter().filter_map(|(role, statistic, read)| {
        let figure = figures.get(statistic)?;
        Some((role, statistic, read.told(*figure)))
    })
}

fn item(plain: &TidyRow, dimension: &str, one: &Symptom) -> Vec<TidyRow> {
    let (mean, agree) = one.figures;
    let row = |role: &str, statistic: &str, value: f64| TidyRow {
        role: role.to_owned(),
        dimension: dimension.to_owned(),
        item: one.id.clone(),
        statistic: statistic.to_owned(),
        value: Some(hundredths(value)),
        ..plain.clone()
    };
    let leader = one
        .leader
        .map(|leader| row("leader", "mean", leader as f64));
    let mean = row("member", "mean", 25.0 * (mean - 1.0));
    let agree = agree.map(|agree| row("member", "agree_percent", 100.0 * agree));
    std::iter::once(mean).chain(agree).chain(leader).collect()
}

fn involvement<'a>(
    plain: &'a TidyRow,
    report: &'a UnitReport,
) -> impl Iterator<Item = TidyRow> + 'a {
    let figures = report.involvement.iter().flat_map(|found| &found.figures);
    figures.map(|(statistic, share)| TidyRow {
        role: "member".to_owned(),
        dimension: "calibration".to_owned(),
        statistic: (*statistic).to_owned(),
        value: Some(hundredths(100.0 * share)),
        ..plain.clone()
    })
}

/// Without the digits that nobody needs.
pub(super) fn hundredths(value: f64) -> f64 {
    (100.0 * value).round() / 100.0
}
