use crate::chart::{Diverging, DivergingRow, Frame, Svg, Width};
use crate::report::{Spread, SpreadRow};
use crate::text::{Lang, Sentence};

/// How the answers to each statement are spread, the most agreed with first.
pub fn spread(spread: &Spread, width: Width, lang: Lang) -> Svg {
    let rows: Vec<DivergingRow> = spread.rows.iter().map(|one| row(one, lang)).collect();
    let text = |row: Option<&SpreadRow>| row.map(|row| row.text.clone()).unwrap_or_default();
    let title = Sentence::new("chart-spread-title")
        .with("most", text(spread.rows.first()))
        .with("least", text(spread.rows.last()));
    Diverging {
        frame: Frame {
            name: "spread",
            title: &title.in_lang(lang),
            subtitle: &lang.text("chart-spread-subtitle"),
            description: &lang.text("chart-spread-description"),
            width,
        },
        options: five(&spread.options).map(|option| option.map_or("", String::as_str)),
        sides: (
            &lang.text("chart-spread-disagree"),
            &lang.text("chart-spread-agree"),
        ),
        rows: &rows,
    }
    .draw()
}

fn row(row: &SpreadRow, lang: Lang) -> DivergingRow {
    let [no, middle, yes] = row.bands;
    let aria = Sentence::new("chart-spread-row")
        .with("text", row.text.as_str())
        .with("no", no.to_string())
        .with("middle", middle.to_string())
        .with("yes", yes.to_string());
    DivergingRow {
        label: row.text.clone(),
        shares: five(&row.shares).map(|share| share.map_or(0.0, |share| *share as f64)),
        aria: aria.in_lang(lang),
    }
}

/// Three bands in the places of five options: nothing stands at the ends.
fn five<T>(of: &[T]) -> [Option<&T>; 5] {
    match of {
        [below, middle, above] => [None, Some(below), Some(middle), Some(above), None],
        _ => [0, 1, 2, 3, 4].map(|option| of.get(option)),
    }
}
