use crate::chart::{Frame, Histogram, HistogramRow, Svg, Width};
use crate::report::LeadersBelow;
use crate::text::Lang;

/// How the gaps of the leaders below are spread; `None` where they are not shown.
pub fn leaders(found: &LeadersBelow, width: Width, lang: Lang) -> Option<Svg> {
    let rows = found.rows.iter().map(|row| HistogramRow {
        label: row.title.clone(),
        counts: row.counts.clone(),
        aria: row.sentence.clone(),
    });
    let rows: Vec<HistogramRow> = rows.collect();
    if rows.is_empty() {
        return None;
    }
    let middle = found.columns.len() as i64 / 2;
    let columns = (-middle..=middle).map(|tens| match tens {
        0 => "0".to_owned(),
        _ => lang.signed(10 * tens),
    });
    let text = |key: &str| lang.text(&format!("chart-leaders-{key}"));
    let histogram = Histogram {
        frame: Frame {
            name: "leaders",
            title: &text("title"),
            subtitle: &text("subtitle"),
            description: &text("description"),
            width,
        },
        ends: [&text("less"), &text("more")],
        columns: &columns.collect::<Vec<_>>(),
        rows: &rows,
    };
    Some(histogram.draw())
}
