use super::*;
use crate::chart::tests::{
    Bounds, HOSTILE, assert_headed, assert_inside, assert_sound, bounds, find, group, marks, texts,
};
use crate::text::Markup;
use roxmltree::{Document, Node};

const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];
const OPTIONS: [&str; 5] = [
    "fully no",
    "rather no",
    "neither",
    "rather yes",
    "fully yes",
];
const LONG: &str = "When work that we planned together fails, our leader stands by us in front of \
                    everybody else, whatever the price of it";

fn row(label: &str, shares: [f64; 5]) -> DivergingRow {
    DivergingRow {
        label: label.to_owned(),
        shares,
        aria: format!("row {label}"),
    }
}

fn draw(rows: &[DivergingRow], width: Width) -> String {
    let chart = Diverging {
        frame: Frame {
            name: "spread",
            title: "The finding",
            subtitle: "Of what",
            description: "The chart in words",
            width,
        },
        options: OPTIONS,
        sides: ("disagree", "agree"),
        rows,
    };
    chart.draw().markup().to_owned()
}

/// Where the share of this class lies in the row.
fn share(document: &Document<'_>, label: &str, class: &str) -> Bounds {
    bounds(marks(group(document, &format!("row {label}")), class)[0])
}

#[test]
fn both_sides_meet_at_one_axis_and_the_middle_stands_apart() {
    let rows = [
        row("A", [10.0, 20.0, 15.0, 35.0, 20.0]),
        row("B", [0.0, 40.0, 40.0, 20.0, 0.0]),
    ];
    for width in WIDTHS {
        let svg = draw(&rows, width);
        let document = Document::parse(&svg).unwrap();
        let axis = share(&document, "A", "ch-step-5").0;
        let sums = ["55 %", "20 %"].map(|sum| bounds(find(document.root(), sum)).2);
        for label in ["A", "B"] {
            assert!((share(&document, label, "ch-step-2").2 - axis).abs() < 0.2);
            assert!((share(&document, label, "ch-step-5").0 - axis).abs() < 0.2);
            let middle = share(&document, label, "ch-middle").0;
            assert!(sums.iter().all(|sum| middle > *sum));
        }
    }
}

#[test]
fn a_percent_is_equally_long_in_all_rows() {
    let rows = [
        row("A", [12.0, 20.0, 13.0, 35.0, 20.0]),
        row("B", [5.0, 30.0, 30.0, 20.0, 15.0]),
    ];
    for width in WIDTHS {
        let svg = draw(&rows, width);
        let document = Document::parse(&svg).unwrap();
        let unit = |label, class, percent: f64| {
            let (left, _, right, _) = share(&document, label, class);
            (right - left) / percent
        };
        let one = unit("A", "ch-step-2", 20.0);
        // The outer share of a side is drawn whole, the inner one at the right without its gap.
        for (label, class, percent) in [
            ("B", "ch-step-2", 30.0),
            ("A", "ch-step-6", 20.0),
            ("B", "ch-step-6", 15.0),
        ] {
            assert!((unit(label, class, percent) - one).abs() < 0.02);
        }
    }
}

#[test]
fn numbers_and_sums_are_those_of_the_rows() {
    let rows = [row("A", [12.0, 18.0, 15.0, 34.6, 20.4])];
    let svg = draw(&rows, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    assert_eq!(
        texts(group(&document, "row A")),
        ["A", "12", "18", "35", "20", "30 %", "55 %", "15"]
    );
    let svg = draw(&rows, Width::Narrow);
    let document = Document::parse(&svg).unwrap();
    assert_eq!(
        texts(group(&document, "row A")),
        ["A", "12", "18", "35", "20", "30 %", "55 %", "15 %"]
    );
}

#[test]
fn sums_stand_outside_the_bars_and_numbers_inside_their_shares() {
    let rows = [row("A", [12.0, 18.0, 15.0, 33.0, 22.0])];
    for width in WIDTHS {
        let svg = draw(&rows, width);
        let document = Document::parse(&svg).unwrap();
        let of = |words| bounds(find(document.root(), words));
        assert!(of("30 %").2 < share(&document, "A", "ch-step-1").0);
        assert!(of("55 %").0 > share(&document, "A", "ch-step-6").2);
        for (words, class) in [
            ("12", "ch-step-1"),
            ("18", "ch-step-2"),
            ("33", "ch-step-5"),
            ("22", "ch-step-6"),
        ] {
            let (number, area) = (of(words), share(&document, "A", class));
            assert!(area.0 < number.0 && number.2 < area.2, "{words}");
        }
    }
}

#[test]
fn a_number_too_wide_for_its_share_is_left_out_and_counts_in_the_sum() {
    let rows = [row("A", [1.0, 40.0, 1.0, 56.0, 2.0])];
    let svg = draw(&rows, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    assert_eq!(
        texts(group(&document, "row A")),
        ["A", "40", "56", "41 %", "58 %", "1"]
    );
}

#[test]
fn no_answer_at_a_side_is_a_sum_of_zero_without_a_bar() {
    let rows = [row("A", [0.0, 0.0, 0.0, 0.0, 100.0])];
    for width in WIDTHS {
        let svg = draw(&rows, width);
        let document = Document::parse(&svg).unwrap();
        let node = group(&document, "row A");
        assert!(texts(node).contains(&"0 %"));
        assert!(marks(node, "ch-step-2").is_empty() && marks(node, "ch-step-1").is_empty());
    }
}

#[test]
fn the_narrow_format_has_the_label_above_the_bar_and_the_wide_one_beside_it() {
    let rows = [row("A", [10.0, 20.0, 15.0, 35.0, 20.0])];
    for width in WIDTHS {
        let svg = draw(&rows, width);
        let document = Document::parse(&svg).unwrap();
        let label = bounds(find(document.root(), "A"));
        let bar = share(&document, "A", "ch-step-1");
        assert_eq!(label.3 < bar.1, width == Width::Narrow);
        assert!(width == Width::Narrow || label.2 < bar.0);
    }
}

#[test]
fn the_key_is_in_the_order_of_the_shares() {
    let svg = draw(&[row("A", [10.0, 20.0, 15.0, 35.0, 20.0])], Width::Wide);
    let document = Document::parse(&svg).unwrap();
    let [far_left, left, middle, right, far_right] = OPTIONS;
    let order = [far_left, left, right, far_right, middle];
    let lefts = order.map(|option| bounds(find(document.root(), option)).0);
    assert!(lefts.is_sorted());
}

#[test]
fn forty_long_statements_stand_whole_and_in_the_order_given() {
    let rows: Vec<_> = (0..40)
        .map(|n| {
            let share = f64::from(n);
            row(
                &format!("{n}: {LONG}"),
                [share, 0.0, 61.0 - share, 39.0, 0.0],
            )
        })
        .collect();
    for width in WIDTHS {
        let svg = draw(&rows, width);
        assert_inside(&svg);
        let document = Document::parse(&svg).unwrap();
        let mut end = 0.0;
        for row in &rows {
            let node = group(&document, &row.aria);
            assert!(texts(node).join(" ").contains(&row.label));
            let drawn = node.descendants().filter(|node| node.has_attribute("fill"));
            let (top, bottom) = span(drawn);
            assert!(top >= end, "{} overlaps the row above", row.label);
            end = bottom;
        }
    }
}

fn span<'a>(nodes: impl Iterator<Item = Node<'a, 'a>>) -> (f64, f64) {
    nodes
        .map(bounds)
        .fold((f64::INFINITY, 0.0), |(top, bottom), area| {
            (top.min(area.1), bottom.max(area.3))
        })
}

#[test]
fn extreme_and_hostile_rows_stay_on_the_sheet_and_do_no_harm() {
    let rows = [
        row(HOSTILE, [100.0, 0.0, 0.0, 0.0, 0.0]),
        row("", [0.0, 0.0, 0.0, 0.0, 100.0]),
        row("Middle", [0.0, 0.0, 100.0, 0.0, 0.0]),
        row("Odd", [f64::NAN, -4.0, 0.3, 0.2, 0.1]),
    ];
    for width in WIDTHS {
        for (options, side) in [([HOSTILE; 5], HOSTILE), ([LONG; 5], LONG), ([""; 5], "")] {
            let chart = Diverging {
                frame: Frame {
                    name: HOSTILE,
                    title: HOSTILE,
                    subtitle: HOSTILE,
                    description: HOSTILE,
                    width,
                },
                options,
                sides: (side, side),
                rows: &rows,
            };
            let svg = chart.draw();
            assert_sound(svg.markup());
        }
    }
}

#[test]
fn a_chart_without_rows_keeps_its_title() {
    let svg = draw(&[], Width::Wide);
    assert_headed(&svg, ["The finding", "Of what"], "The chart in words");
}

#[test]
fn the_same_rows_make_the_same_chart() {
    let rows = [row("A", [10.0, 20.0, 15.0, 35.0, 20.0])];
    assert_eq!(draw(&rows, Width::Narrow), draw(&rows, Width::Narrow));
}
