use super::below;
use super::{chart, document, heading, interval, moved, number, signed, table};
use crate::chart::{Width, report as charts};
use crate::export::pdf::{Block, Document};
use crate::report::{GapRow, GuideStep, PageKind, TeamPage, UnitReport};
use crate::text::{Lang, Sentence};

/// For whom a team's report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// With comments, commitments and the guide to the conversation.
    Leader,
    /// Without them: those are the team's own.
    Hr,
}

/// A team's report to print; without figures where nothing may be shown.
pub fn team_document(page: &TeamPage, reader: Reader, lang: Lang) -> Document {
    let mut blocks = Vec::new();
    match &page.report {
        Some(report) if page.kind == PageKind::Below => {
            below::figures(&mut blocks, page, report, lang);
        }
        Some(report) => figures(&mut blocks, page, report, reader, lang),
        None => blocks.extend(page.withheld.clone().map(Block::Paragraph)),
    }
    let about = format!("{} \u{00b7} {}", page.head.owner, page.team);
    let title = match page.kind {
        PageKind::Below => Sentence::new("below-title")
            .with("team", page.team.as_str())
            .in_lang(lang),
        _ => page.team.clone(),
    };
    let named = (title, "team-kicker", about.as_str());
    document(&page.head, named, blocks, lang)
}

fn figures(
    blocks: &mut Vec<Block>,
    page: &TeamPage,
    report: &UnitReport,
    reader: Reader,
    lang: Lang,
) {
    let draw = |name| charts::of_team(page, name, Width::Wide, lang);
    blocks.push(Block::Lead(report.headline.clone()));
    let pattern = report.pattern.iter();
    let pattern = pattern.map(|found| format!("{}. {}", found.title, found.sentence));
    blocks.extend(pattern.map(Block::Paragraph));
    let (title, alt) = ("team-chart-title", "chart-description");
    if chart(blocks, title, draw("gap"), alt, lang) {
        blocks.push(gaps(&report.gaps, lang));
        let overall = report.mean_gap.iter().map(|mean| &mean.sentence);
        let said = overall.chain(&report.reading).cloned();
        blocks.extend(said.map(Block::Muted));
    }
    blocks.extend(
        report
            .profile
            .iter()
            .map(|found| Block::Paragraph(found.sentence.clone())),
    );
    blocks.push(heading("team-next-title", lang));
    blocks.push(Block::Numbered(report.next.clone()));
    let kept = draw("commitments").filter(|_| reader == Reader::Leader);
    let (title, alt) = ("team-judged-title", "chart-kept-description");
    if chart(blocks, title, kept, alt, lang) {
        let lines = page
            .judged
            .iter()
            .map(|one| format!("{}. {}", one.what, one.standing));
        blocks.push(Block::Bullets(lines.collect()));
    }
    let (title, alt) = ("team-trend-title", "chart-trend-description");
    if chart(blocks, title, draw("trend"), alt, lang) {
        blocks.extend(page.members.clone().map(Block::Muted));
        let rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
        let changes: Vec<_> = rows.filter_map(|row| row.change.as_ref()).collect();
        blocks.push(moved(&changes, lang));
    }
    let (title, alt) = ("team-involvement-title", "chart-involvement-description");
    chart(blocks, title, draw("involvement"), alt, lang);
    if !report.traps.is_empty() {
        blocks.push(heading("team-traps-title", lang));
        blocks.push(Block::Muted(lang.text("team-traps-purpose")));
        blocks.push(gaps(&report.traps, lang));
    }
    if !report.symptoms.is_empty() {
        blocks.push(heading("team-chaos-title", lang));
        blocks.push(items(&report.symptoms, lang));
    }
    if !report.pillars.is_empty() {
        blocks.push(heading("team-pillars-title", lang));
        blocks.push(items(&report.pillars, lang));
    }
    let (title, alt) = ("team-spread-title", "chart-spread-description");
    chart(blocks, title, draw("spread"), alt, lang);
    details(blocks, page, report, reader, lang);
}

/// Comments and guide, which only the leader's copy has, and what is left out.
fn details(
    blocks: &mut Vec<Block>,
    page: &TeamPage,
    report: &UnitReport,
    reader: Reader,
    lang: Lang,
) {
    let comments = page.comments.as_ref().filter(|_| reader == Reader::Leader);
    if let Some(questions) = comments {
        blocks.push(heading("team-comments-title", lang));
        blocks.push(Block::Muted(lang.text("team-comments-purpose")));
        for one in questions {
            blocks.push(Block::Subheading(one.question.clone()));
            blocks.push(match one.comments.is_empty() {
                true => Block::Muted(lang.text("team-comments-none")),
                false => Block::Bullets(one.comments.clone()),
            });
        }
    }
    blocks.push(heading("team-left-out-title", lang));
    let reasons = report.withheld.iter().chain([&report.parameters]);
    blocks.push(Block::Bullets(reasons.cloned().collect()));
    if reader == Reader::Leader {
        blocks.push(Block::PageBreak);
        blocks.push(heading("guide-title", lang));
        blocks.push(Block::Muted(lang.text("guide-purpose")));
        report
            .guide
            .iter()
            .for_each(|step| guide(blocks, step, lang));
    }
}

fn guide(blocks: &mut Vec<Block>, step: &GuideStep, lang: Lang) {
    let minutes = Sentence::new("guide-minutes")
        .with("minutes", step.minutes)
        .in_lang(lang);
    blocks.push(Block::Subheading(format!("{} ({minutes})", step.title)));
    blocks.push(Block::Bullets(step.lines.clone()));
    if step.room > 0 {
        blocks.push(Block::Lines(step.room));
    }
}

fn gaps(rows: &[GapRow], lang: Lang) -> Block {
    let cells = |row: &GapRow| {
        vec![
            row.title.clone(),
            row.team.to_string(),
            interval(row.lo, row.hi, lang),
            number(row.leader),
            gap(row, lang),
            format!("{} {}", row.sentence, row.basis),
        ]
    };
    let columns = [
        ("team-column-topic", false, 2.2),
        ("team-column-team", true, 0.9),
        ("team-column-again", true, 1.5),
        ("team-column-leader", true, 1.1),
        ("team-column-gap", true, 1.5),
        ("team-column-meaning", false, 4.4),
    ];
    table(&columns, rows.iter().map(cells).collect(), lang)
}

/// A gap with its range.
fn gap(row: &GapRow, lang: Lang) -> String {
    match row.gap_lo.zip(row.gap_hi) {
        Some((lo, hi)) => {
            let range = interval(lang.signed(lo), lang.signed(hi), lang);
            format!("{} ({range})", signed(row.gap, lang))
        }
        None => signed(row.gap, lang),
    }
}

fn items(rows: &[crate::report::Symptom], lang: Lang) -> Block {
    let columns = [
        ("team-column-statement", false, 6.0),
        ("team-column-team", true, 1.0),
        ("team-column-leader", true, 1.2),
    ];
    let cells = |row: &crate::report::Symptom| {
        vec![row.text.clone(), row.team.to_string(), number(row.leader)]
    };
    table(&columns, rows.iter().map(cells).collect(), lang)
}
