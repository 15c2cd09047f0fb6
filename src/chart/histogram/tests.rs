use super::*;
use crate::chart::tests::{bounds, group, marks, texts};
use crate::text::Markup;
use roxmltree::Document;

const FORMATS: [Width; 2] = [Width::Wide, Width::Narrow];

fn draw(rows: &[HistogramRow], width: Width) -> String {
    let columns: Vec<String> = (-5..=5).map(|tens: i32| (10 * tens).to_string()).collect();
    let chart = Histogram {
        frame: Frame {
            name: "leaders",
            title: "The finding",
            subtitle: "Teams by gap",
            description: "The chart in words",
            width,
        },
        ends: ["leaders see it lower", "leaders see it higher"],
        columns: &columns,
        rows,
    };
    chart.draw().markup().to_owned()
}

fn row(label: &str, counts: [usize; 11]) -> HistogramRow {
    HistogramRow {
        label: label.to_owned(),
        counts: counts.to_vec(),
        aria: format!("{label} in a sentence"),
    }
}

#[test]
fn each_count_has_a_bar_as_high_as_it_and_stands_above_it() {
    let rows = [
        row("Trust", [0, 0, 0, 0, 0, 2, 0, 4, 0, 0, 0]),
        row("Safety", [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ];
    for width in FORMATS {
        let svg = draw(&rows, width);
        let document = Document::parse(&svg).unwrap();
        let trust = group(&document, "Trust in a sentence");
        let bars: Vec<_> = marks(trust, "ch-leader").into_iter().map(bounds).collect();
        let height = |bar: &(f64, f64, f64, f64)| bar.3 - bar.1;
        assert_eq!(bars.len(), 2);
        assert!((height(&bars[1]) - 2.0 * height(&bars[0])).abs() < 0.5);
        assert!(bars[1].0 > bars[0].2, "the larger gap lies further right");
        let said = texts(trust);
        assert!(said.contains(&"2") && said.contains(&"4") && said.contains(&"Trust"));
        let safety = group(&document, "Safety in a sentence");
        let bar = bounds(marks(safety, "ch-leader")[0]);
        assert!((4.0 * height(&bar) - height(&bars[1])).abs() < 0.5);
        assert!(bar.0 >= 0.0 && bars[1].2 <= width.format().1);
    }
}

#[test]
fn nothing_is_drawn_where_there_is_nothing_to_count() {
    for width in FORMATS {
        let svg = draw(&[], width);
        let document = Document::parse(&svg).unwrap();
        assert_eq!(
            texts(document.root_element()),
            ["The finding", "Teams by gap"]
        );
    }
}
