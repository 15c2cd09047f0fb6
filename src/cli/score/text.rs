use super::{Report, Unit};
use crate::report::GapRow;
use crate::text::Lang;
use std::fmt::Write;

/// The report for a terminal.
pub(super) fn text(report: &Report, lang: Lang) -> String {
    let mut out = String::new();
    for unit in &report.units {
        let _ = write_unit(&mut out, unit, lang);
    }
    let instrument = &report.organisation.instrument;
    if !instrument.is_empty() {
        let _ = writeln!(out, "{}", lang.text("report-instrument-title"));
    }
    for row in instrument {
        let _ = writeln!(out, "  {:<32} {}", row.title, row.sentence);
    }
    if let Some(careless) = &report.organisation.careless {
        let _ = writeln!(out, "  {careless}");
    }
    for team in &report.withheld {
        let _ = writeln!(out, "\n{}\n  {}", team.team, team.reason);
    }
    out
}

fn write_unit(out: &mut String, unit: &Unit, lang: Lang) -> std::fmt::Result {
    let report = &unit.report;
    let merged = match unit.merged.as_slice() {
        [] => String::new(),
        merged => format!(": {}", merged.join(" + ")),
    };
    writeln!(out, "{}{merged}", unit.name)?;
    writeln!(out, "  {}\n  {}", report.headline, report.answered)?;
    if let Some(pattern) = &report.pattern {
        writeln!(out, "  {}: {}", pattern.title, pattern.sentence)?;
    }
    if let Some(involvement) = &report.involvement {
        writeln!(out, "  {}", involvement.sentence)?;
    }
    for row in report.gaps.iter().chain(&report.traps).chain(&report.chaos) {
        write_row(out, row)?;
    }
    for reason in &report.withheld {
        writeln!(out, "  ({reason})")?;
    }
    writeln!(out, "  ({})", report.parameters)?;
    if unit.merged.is_empty() {
        writeln!(out, "  {}", lang.text("team-next-title"))?;
        for (number, step) in (1..).zip(&report.next) {
            writeln!(out, "    {number}. {step}")?;
        }
    }
    writeln!(out)
}

fn write_row(out: &mut String, row: &GapRow) -> std::fmt::Result {
    let leader = row
        .leader
        .map_or_else(|| "–".to_owned(), |leader| leader.to_string());
    let figures = format!("{:>3} ({}–{})", row.team, row.lo, row.hi);
    writeln!(
        out,
        "  {:<32} {figures:<13} {leader:>3}  {}",
        row.title, row.sentence
    )?;
    let change = row.change.iter().map(|change| &change.sentence);
    let agreement = row.agreement.iter().map(|agreement| &agreement.sentence);
    for sentence in change.chain(agreement).chain([&row.basis]) {
        writeln!(out, "  {:<51}{sentence}", "")?;
    }
    Ok(())
}
