use super::TidyRow;
use crate::report::{OrganisationReport, Row};

/// The organisation's table as tidy lines: for each group its mean and the ends of its interval.
pub fn organisation(wave: &str, report: &OrganisationReport) -> Vec<TidyRow> {
    report
        .rows
        .iter()
        .flat_map(|row| lines(wave, report, row))
        .collect()
}

fn lines(wave: &str, report: &OrganisationReport, row: &Row) -> Vec<TidyRow> {
    let line = |dimension: &str, statistic: &str, value: Option<i64>, capped: bool| TidyRow {
        wave: wave.to_owned(),
        team: team(row),
        role: "member".to_owned(),
        dimension: dimension.to_owned(),
        item: String::new(),
        statistic: statistic.to_owned(),
        value: value.map(|value| value as f64),
        n: Some(row.n),
        invited: Some(row.invited),
        capped,
    };
    let mut lines = vec![line("overall", "mean", row.overall, false)];
    for (head, cell) in report.columns.iter().zip(&row.cells) {
        let capped = cell.as_ref().is_some_and(|cell| cell.capped);
        let value = |pick: fn(&crate::report::Cell) -> i64| cell.as_ref().map(pick);
        lines.push(line(&head.id, "mean", value(|cell| cell.team), capped));
        lines.push(line(
            &head.id,
            "interval_low",
            value(|cell| cell.lo),
            capped,
        ));
        lines.push(line(
            &head.id,
            "interval_high",
            value(|cell| cell.hi),
            capped,
        ));
    }
    lines
}

fn team(row: &Row) -> String {
    match row.merged.as_slice() {
        [] => row.name.clone(),
        merged => format!("{}: {}", row.name, merged.join(" + ")),
    }
}
