use super::TidyRow;
use crate::report::{GapRow, Symptom, TeamPage, UnitReport};

/// Figures of a dimension by the statistic they are, and whether they are places on the scale from 1 to 5; the
/// others are differences on it.
const FIGURES: [(&str, &str, bool); 15] = [
    ("member", "mean", true),
    ("member", "mean_low", true),
    ("member", "mean_high", true),
    ("member", "interval_low", true),
    ("member", "interval_high", true),
    ("member", "bound_low", true),
    ("member", "bound_high", true),
    ("leader", "leader", true),
    ("gap", "gap", false),
    ("gap", "gap_low", false),
    ("gap", "gap_high", false),
    ("member", "change", false),
    ("member", "change_low", false),
    ("member", "change_high", false),
    ("member", "change_detectable", false),
];

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
    for (name, items) in [("chaos", &report.symptoms), ("pillars", &report.pillars)] {
        rows.extend(items.iter().flat_map(|one| item(&plain, name, one)));
    }
    rows.extend(involvement(&plain, report));
    rows
}

fn dimension<'a>(plain: &'a TidyRow, gap: &'a GapRow) -> impl Iterator<Item = TidyRow> + 'a {
    let row = |(role, statistic, place): (&str, &str, bool)| {
        let points = gap.figures.get(statistic)?;
        Some(TidyRow {
            role: role.to_owned(),
            dimension: gap.id.clone(),
            statistic: match statistic {
                "leader" => "mean",
                other => other,
            }
            .to_owned(),
            value: Some(hundredths(
                25.0 * if place { points - 1.0 } else { *points },
            )),
            n: Some(gap.base),
            capped: gap.capped,
            ..plain.clone()
        })
    };
    FIGURES.into_iter().filter_map(row)
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
