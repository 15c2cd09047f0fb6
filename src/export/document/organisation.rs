use super::{chart, column, document, heading, interval, moved, number, table};
use crate::chart::{Width, report as charts};
use crate::export::pdf::{Block, Document, Table};
use crate::report::{OrganisationPage, Row};
use crate::text::Lang;

/// The organisation's report to print.
pub fn organisation_document(page: &OrganisationPage, lang: Lang) -> Document {
    let draw = |name| charts::of_organisation(page, name, Width::Wide, lang);
    let mut blocks = Vec::new();
    if let Some(whole) = &page.whole {
        blocks.push(Block::Lead(whole.answered.clone()));
        let more = [&page.without, &page.members].into_iter().flatten();
        blocks.extend(more.cloned().map(Block::Paragraph));
    }
    let (title, alt) = ("organisation-heat-title", "chart-heat-description");
    chart(&mut blocks, title, draw("heat"), alt, lang);
    blocks.push(groups(page, false, lang));
    if page.report.columns.iter().any(|head| head.high_is_worse) {
        blocks.push(Block::Subheading(lang.text("chart-worse")));
        blocks.push(groups(page, true, lang));
    }
    blocks.push(Block::Muted(page.rules.clone()));
    ranking(&mut blocks, page, lang);
    let (title, alt) = ("team-trend-title", "chart-trend-description-all");
    if chart(&mut blocks, title, draw("trend"), alt, lang) {
        let lines = page.trend.iter().flat_map(|trend| &trend.lines);
        let changes: Vec<_> = lines.filter_map(|line| line.change.as_ref()).collect();
        blocks.push(moved(&changes, lang));
    }
    pillars(&mut blocks, page, lang);
    let owner = page.head.owner.as_str();
    let title = format!("{owner} \u{00b7} {}", lang.text("organisation-title"));
    let named = (title, "organisation-kicker", owner);
    document(&page.head, named, blocks, lang)
}

/// The groups by the dimensions in which high is good, or by those in which it is worse.
fn groups(page: &OrganisationPage, worse: bool, lang: Lang) -> Block {
    let heads = || {
        page.report
            .columns
            .iter()
            .enumerate()
            .filter(|(_, head)| head.high_is_worse == worse)
    };
    let fixed = [
        ("organisation-column-group", false, 2.8),
        ("organisation-column-answers", true, 1.9),
        ("organisation-column-overall", true, 1.8),
    ];
    let fixed = fixed.map(|(head, number, weight)| column(lang.text(head), number, weight));
    let topics = heads().map(|(_, head)| column(head.title.clone(), true, 2.1));
    let cells = |row: &Row| {
        let name = match row.merged.is_empty() {
            true => row.name.clone(),
            false => format!("{}: {}", row.name, row.merged.join(", ")),
        };
        let figures = heads().map(|(place, _)| {
            let cell = row.cells.get(place).and_then(Option::as_ref);
            number(cell.map(|cell| cell.team))
        });
        let head = [name, row.answers(lang), number(row.overall)];
        head.into_iter().chain(figures).collect()
    };
    Block::Table(Table {
        columns: fixed.into_iter().chain(topics).collect(),
        rows: page.report.rows.iter().map(cells).collect(),
    })
}

fn ranking(blocks: &mut Vec<Block>, page: &OrganisationPage, lang: Lang) {
    let Some(ranking) = &page.ranking else { return };
    let title = "organisation-ranking-title";
    let drawn = charts::of_organisation(page, "ranking", Width::Wide, lang);
    if !chart(blocks, title, drawn, "chart-ranking-description", lang) {
        blocks.push(heading(title, lang));
        blocks.push(Block::Lead(ranking.sentence.clone()));
    }
    blocks.push(Block::Muted(lang.text("organisation-ranking-purpose")));
    if ranking.rows.is_empty() {
        return;
    }
    let rows = ranking.rows.iter().flat_map(|row| {
        row.topics.iter().map(|topic| {
            vec![
                row.name.clone(),
                row.n.to_string(),
                topic.title.clone(),
                topic.sentence.clone(),
            ]
        })
    });
    let columns = [
        ("organisation-column-group", false, 2.2),
        ("team-column-answers", true, 1.0),
        ("team-column-topic", false, 2.0),
        ("team-column-meaning", false, 5.0),
    ];
    blocks.push(table(&columns, rows.collect(), lang));
}

fn pillars(blocks: &mut Vec<Block>, page: &OrganisationPage, lang: Lang) {
    let pillars = page.whole.iter().flat_map(|whole| &whole.pillars);
    let lines: Vec<_> = pillars
        .map(|one| format!("{} {}", one.text, one.team))
        .collect();
    if lines.is_empty() {
        return;
    }
    blocks.push(heading("team-pillars-title", lang));
    blocks.push(Block::Muted(lang.text("organisation-pillars-purpose")));
    blocks.push(Block::Bullets(lines));
    if let Some(relations) = &page.relations {
        blocks.push(Block::Paragraph(relations.sentence.clone()));
        let said = |[at, lo, hi]: [f64; 3]| {
            let [at, lo, hi] = [at, lo, hi].map(|value| lang.number(value, 2));
            format!("{at} ({})", interval(lo, hi, lang))
        };
        let cells = |row: &crate::report::Relation| {
            let weight = row.weight.map(said).unwrap_or_default();
            vec![row.pillar.clone(), row.topic.clone(), said(row.r), weight]
        };
        let columns = [
            ("organisation-relations-pillar", false, 4.0),
            ("team-column-topic", false, 2.0),
            ("organisation-relations-r", true, 2.0),
            ("organisation-relations-weight", true, 2.0),
        ];
        if !relations.rows.is_empty() {
            blocks.push(table(
                &columns,
                relations.rows.iter().map(cells).collect(),
                lang,
            ));
        }
    }
}
