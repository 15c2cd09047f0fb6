use super::*;
use crate::chart::inspect::{HOSTILE, assert_harmless, assert_inside, bounds, group, marks, texts};
use crate::text::Markup;
use roxmltree::Document;

fn row(label: &str, shares: [f64; 5]) -> DivergingRow {
    DivergingRow {
        label: label.to_owned(),
        shares,
        aria: format!("row {label}"),
    }
}

fn draw(rows: &[DivergingRow], width: Width) -> String {
    let chart = Diverging {
        id: "spread",
        title: "The finding",
        subtitle: "Of what",
        description: "The chart in words",
        options: [
            "strongly disagree",
            "tend to disagree",
            "partly",
            "tend to agree",
            "strongly agree",
        ],
        sides: ("disagree", "agree"),
        rows,
        width,
    };
    chart.draw().markup().to_owned()
}

#[test]
fn both_sides_meet_at_one_axis_and_the_middle_stands_apart() {
    for width in [Width::Wide, Width::Narrow] {
        let rows = [
            row("A", [10.0, 20.0, 15.0, 35.0, 20.0]),
            row("B", [0.0, 40.0, 40.0, 20.0, 0.0]),
        ];
        let svg = draw(&rows, width);
        let document = Document::parse(&svg).unwrap();
        let edge = |name: &str, class: &str, right: bool| {
            let mark = marks(group(&document, name), class)[0];
            let (left, _, end, _) = bounds(mark);
            if right { end } else { left }
        };
        for name in ["row A", "row B"] {
            assert!((edge(name, "ch-no-1", true) - edge("row A", "ch-yes-1", false)).abs() < 2.0);
            assert!(edge(name, "ch-middle", false) > edge("row A", "ch-yes-2", true));
        }
        let said = texts(group(&document, "row A"));
        assert!(said.contains(&"30 %") && said.contains(&"55 %"), "{said:?}");
        assert_inside(&svg);
    }
}

#[test]
fn forty_long_or_hostile_statements_stay_on_the_sheet_and_do_no_harm() {
    let long = "When work that we planned together fails, our leader stands by us in front of everybody else";
    for width in [Width::Wide, Width::Narrow] {
        let mut rows: Vec<_> = (0..39)
            .map(|n| row(long, [f64::from(n), 0.0, 61.0 - f64::from(n), 39.0, 0.0]))
            .collect();
        rows.push(row(HOSTILE, [0.0, 0.0, 0.0, 0.0, 100.0]));
        let svg = draw(&rows, width);
        assert_harmless(&svg);
        assert_inside(&svg);
    }
}
