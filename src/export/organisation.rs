use super::TidyRow;
use super::team::{hundredths, told};
use crate::report::{OrganisationReport, Row};

/// What stands in a cell, in the order of its figures.
const FIGURES: [&str; 5] = [
    "mean",
    "interval_low",
    "interval_high",
    "again_low",
    "again_high",
];

/// The organisation's table as tidy lines: for each group its mean and the ends of its ranges.
pub fn organisation(wave: &str, report: &OrganisationReport) -> Vec<TidyRow> {
    report
        .rows
        .iter()
        .flat_map(|row| lines(wave, report, row))
        .collect()
}

fn lines(wave: &str, report: &OrganisationReport, row: &Row) -> Vec<TidyRow> {
    let line = |dimension: &str, statistic: &str, value: Option<f64>, capped: bool| TidyRow {
        wave: wave.to_owned(),
        team: team(row),
        role: "member".to_owned(),
        dimension: dimension.to_owned(),
        item: String::new(),
        statistic: statistic.to_owned(),
        value: value.map(hundredths),
        n: Some(row.n),
        people: Some(row.sure),
        invited: Some(row.invited),
        capped,
    };
    let mut lines = vec![line(
        "overall",
        "mean",
        row.overall.map(|overall| overall as f64),
        false,
    )];
    for (head, cell) in report.columns.iter().zip(&row.cells) {
        let capped = cell.as_ref().is_some_and(|cell| cell.capped);
        let figures = cell.as_ref().map(|cell| cell.figures);
        for (place, statistic) in FIGURES.into_iter().enumerate() {
            let value = figures.and_then(|figures| figures.get(place).copied());
            lines.push(line(&head.id, statistic, value, capped));
        }
    }
    for (head, gap) in report.columns.iter().zip(&row.gaps) {
        let figures = gap.iter().flat_map(|gap| told(&gap.figures));
        lines.extend(figures.map(|(_, statistic, value)| TidyRow {
            role: "gap".to_owned(),
            ..line(&head.id, statistic, Some(value), false)
        }));
    }
    lines
}

fn team(row: &Row) -> String {
    match row.merged.as_slice() {
        [] => row.name.clone(),
        merged => format!("{}: {}", row.name, merged.join(" + ")),
    }
}
