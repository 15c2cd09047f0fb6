use super::{chart, interval, moved, table};
use crate::chart::{Width, report as charts};
use crate::export::pdf::Block;
use crate::report::{GapRow, TeamPage, UnitReport};
use crate::text::Lang;

/// What all teams below a node say together, to print.
pub(super) fn figures(blocks: &mut Vec<Block>, page: &TeamPage, report: &UnitReport, lang: Lang) {
    let draw = |name| charts::of_team(page, name, Width::Wide, lang);
    blocks.push(Block::Lead(report.headline.clone()));
    blocks.push(Block::Paragraph(report.answered.clone()));
    let without = Some(&page.without).filter(|without| !without.is_empty());
    let more = without.into_iter().chain(&page.members);
    blocks.extend(more.cloned().map(Block::Paragraph));
    let (title, alt) = ("below-chart-title", "chart-description");
    chart(blocks, title, draw("gap"), alt, lang);
    let rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
    blocks.push(means(rows.clone(), lang));
    if let Some(leaders) = &page.leaders {
        let (title, alt) = ("below-leaders-title", "chart-leaders-description");
        if chart(blocks, title, draw("leaders"), alt, lang) {
            let said = leaders.rows.iter().map(|row| row.sentence.clone());
            blocks.push(Block::Bullets(said.collect()));
        }
        blocks.push(Block::Muted(leaders.sentence.clone()));
    }
    let (title, alt) = ("team-trend-title", "chart-trend-description");
    if chart(blocks, title, draw("trend"), alt, lang) {
        let changes: Vec<_> = rows.filter_map(|row| row.change.as_ref()).collect();
        blocks.push(moved(&changes, lang));
    }
    let (title, alt) = ("below-involvement-title", "chart-involvement-description");
    chart(blocks, title, draw("involvement"), alt, lang);
    let left_out = report.withheld.iter().chain([&report.parameters]);
    blocks.extend(left_out.cloned().map(Block::Muted));
}

fn means<'a>(rows: impl Iterator<Item = &'a GapRow>, lang: Lang) -> Block {
    let columns = [
        ("team-column-topic", false, 2.4),
        ("below-members", true, 1.0),
        ("team-column-again", true, 1.6),
        ("team-column-meaning", false, 4.6),
    ];
    let cells = |row: &GapRow| {
        vec![
            row.title.clone(),
            row.team.to_string(),
            interval(row.lo, row.hi, lang),
            row.basis.clone(),
        ]
    };
    table(&columns, rows.map(cells).collect(), lang)
}
