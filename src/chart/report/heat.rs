use crate::chart::{HeatColumn, HeatMap, HeatRow, HeatWords, Svg, Width};
use crate::report::{Head, OrganisationReport, Row};
use crate::text::{Lang, Sentence};

/// As many rows as a chart shows; the table below it has all of them.
pub const ROWS: usize = 40;

/// Groups by dimensions. In an organisation with more groups than fit, those nearest to the top.
pub fn heat(report: &OrganisationReport, width: Width, lang: Lang) -> Svg {
    let columns: Vec<HeatColumn> = report
        .columns
        .iter()
        .map(|head| HeatColumn {
            title: head.title.clone(),
            high_is_worse: head.high_is_worse,
        })
        .collect();
    let rows: Vec<HeatRow> = rows(report)
        .flat_map(|row| with_hidden(row, &report.columns, lang))
        .collect();
    let words = ["worse", "not-shown", "better", "poorer"];
    let words = words.map(|word| lang.text(&format!("chart-{word}")));
    let [worse, hidden, better, poorer] = &words;
    HeatMap {
        id: &super::id("heat", width),
        title: &title(report, lang),
        subtitle: &lang.text("organisation-caption"),
        description: &lang.text("chart-heat-description"),
        columns: &columns,
        rows: &rows,
        words: HeatWords {
            worse,
            hidden,
            better,
            poorer,
        },
        width,
    }
    .draw()
}

/// The rows that a chart shows, and whether they are all.
fn rows(report: &OrganisationReport) -> impl Iterator<Item = &Row> {
    let within = |depth: usize| report.rows.iter().filter(|row| row.depth <= depth).count();
    let deepest = report.rows.iter().map(|row| row.depth).max().unwrap_or(0);
    let depth = (0..=deepest)
        .rev()
        .find(|depth| within(*depth) <= ROWS)
        .unwrap_or(0);
    report
        .rows
        .iter()
        .filter(move |row| row.depth <= depth)
        .take(ROWS)
}

/// The finding: of the columns in which the organisation as a whole stands lowest and highest, which is lower.
fn title(report: &OrganisationReport, lang: Lang) -> String {
    let whole = report.rows.first();
    let cells = whole.map_or(&[][..], |row| row.cells.as_slice());
    let good = report
        .columns
        .iter()
        .zip(cells)
        .filter(|(head, _)| !head.high_is_worse);
    let mut good: Vec<_> = good
        .filter_map(|(head, cell)| Some((head, cell.as_ref()?)))
        .collect();
    good.sort_by_key(|(head, cell)| (cell.team, &head.id));
    match (good.first(), good.last()) {
        // Named only where their intervals leave no doubt which is lower.
        (Some((low, lower)), Some((high, higher))) if lower.hi < higher.lo => {
            Sentence::new("chart-heat-title")
                .with("low", low.title.as_str())
                .with("high", high.title.as_str())
                .in_lang(lang)
        }
        _ => lang.text("chart-heat-even"),
    }
}

/// A group, and below it the teams that are counted together in it.
fn with_hidden<'a>(
    row: &'a Row,
    columns: &'a [Head],
    lang: Lang,
) -> impl Iterator<Item = HeatRow> + 'a {
    let hidden = row.merged.iter().map(move |team| HeatRow {
        label: team.clone(),
        depth: row.depth + 1,
        note: String::new(),
        cells: Vec::new(),
        withheld: lang.text("chart-withheld"),
        aria: format!("{team}: {}", lang.text("chart-withheld")),
    });
    std::iter::once(shown(row, columns, lang)).chain(hidden)
}

fn shown(row: &Row, columns: &[Head], lang: Lang) -> HeatRow {
    let note = Sentence::new("organisation-answers")
        .with("n", row.n)
        .with("invited", row.invited)
        .in_lang(lang);
    let figures = columns.iter().zip(&row.cells).map(|(head, cell)| {
        let figure = cell.as_ref().map(|cell| cell.team.to_string());
        let figure = figure.unwrap_or_else(|| lang.text("chart-not-shown"));
        format!("{} {figure}", head.title)
    });
    let figures = figures.collect::<Vec<_>>().join(", ");
    let value = |cell: &Option<crate::report::Cell>| cell.as_ref().map(|cell| cell.team as f64);
    HeatRow {
        aria: format!("{}, {note}: {figures}", row.name),
        label: row.name.clone(),
        depth: row.depth,
        note,
        cells: row.cells.iter().map(value).collect(),
        withheld: String::new(),
    }
}
