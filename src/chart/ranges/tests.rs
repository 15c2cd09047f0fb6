use super::*;
use crate::chart::tests::{bounds, group, marks, texts};
use crate::text::Markup;
use roxmltree::Document;

fn row(label: &str, at: f64, reversed: bool) -> RangeRow {
    RangeRow {
        label: label.to_owned(),
        note: "Trust".to_owned(),
        at,
        range: (at - 10.0, at + 10.0),
        mean: 50.0,
        reversed,
        aria: format!("{label} in a sentence"),
    }
}

fn draw(rows: &[RangeRow], width: Width) -> String {
    let chart = Ranges {
        frame: Frame {
            name: "ranking",
            title: "The finding",
            subtitle: "Teams",
            description: "The chart in words",
            width,
        },
        words: RangeWords {
            worse: "worse",
            better: "better",
            range: "likely",
            mean: "all",
        },
        rows,
    };
    chart.draw().markup().to_owned()
}

/// The middle of the dot and of the band of a row, and of the mark of the mean.
fn middles(document: &Document<'_>, label: &str) -> [f64; 3] {
    let group = group(document, &format!("{label} in a sentence"));
    ["ch-team", "ch-band", "ch-fg"].map(|class| {
        let mark = bounds(marks(group, class)[0]);
        f64::midpoint(mark.0, mark.2)
    })
}

#[test]
fn what_is_worse_than_the_mean_lies_left_of_it_also_where_high_is_worse() {
    for width in [Width::Wide, Width::Narrow] {
        let svg = draw(&[row("Low", 30.0, false), row("High", 70.0, true)], width);
        let document = Document::parse(&svg).unwrap();
        let [low, high] = ["Low", "High"].map(|label| middles(&document, label));
        for (one, other) in low.into_iter().zip(high) {
            assert!((one - other).abs() < 0.5, "{low:?} {high:?}");
        }
        assert!(low[0] < low[2], "the dot left of the mean");
        assert!((low[0] - low[1]).abs() < 0.5, "the dot in its band");
        let said = texts(group(&document, "High in a sentence"));
        assert_eq!(said, ["High", "Trust", "70"]);
    }
}

#[test]
fn without_rows_there_are_title_and_subtitle_alone() {
    let svg = draw(&[], Width::Wide);
    let document = Document::parse(&svg).unwrap();
    assert_eq!(texts(document.root_element()), ["The finding", "Teams"]);
}
