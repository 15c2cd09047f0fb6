mod sheet;

use super::*;
use crate::chart::tests::{bounds, find, group, marks, texts};
use crate::text::Markup;
use roxmltree::{Document, Node};

const FORMATS: [Width; 2] = [Width::Wide, Width::Narrow];

fn column(title: &str, high_is_worse: bool) -> HeatColumn {
    HeatColumn {
        title: title.to_owned(),
        high_is_worse,
    }
}

fn row(label: &str, depth: usize, cells: &[Option<f64>]) -> HeatRow {
    HeatRow {
        label: label.to_owned(),
        depth,
        note: "7 of 9".to_owned(),
        cells: cells.to_vec(),
        withheld: String::new(),
        aria: format!("{label} in a sentence"),
    }
}

fn withheld(label: &str, cells: &[Option<f64>]) -> HeatRow {
    HeatRow {
        withheld: "fewer than five answers".to_owned(),
        ..row(label, 2, cells)
    }
}

fn draw(columns: &[HeatColumn], rows: &[HeatRow], width: Width) -> String {
    let chart = HeatMap {
        frame: Frame {
            name: "heat",
            title: "The finding",
            subtitle: "Score per team",
            description: "The chart in words",
            width,
        },
        columns,
        rows,
        words: HeatWords {
            worse: "high is worse",
            hidden: "hidden cell",
            better: "better",
            poorer: "poorer",
        },
    };
    chart.draw().markup().to_owned()
}

/// Nine columns with long words, two of them turned round.
fn long_columns() -> Vec<HeatColumn> {
    let titles = [
        "Psychologische Sicherheit",
        "Offener Konflikt",
        "Verbindlichkeit",
        "Verantwortlichkeit",
        "Ergebnisorientierung",
        "Klarheit der Ziele und Rollen",
        "Zusammenarbeit",
        "Arbeitsbelastung",
        "Wechselabsicht",
    ];
    let numbered = titles.iter().enumerate();
    numbered
        .map(|(number, title)| column(title, number > 6))
        .collect()
}

/// The classes of the cells in the row with this label.
fn steps<'a>(document: &'a Document<'_>, label: &str) -> Vec<&'a str> {
    let group = group(document, &format!("{label} in a sentence"));
    let classes = group
        .descendants()
        .filter_map(|node| node.attribute("class"));
    classes
        .filter(|class| class.starts_with("ch-step"))
        .collect()
}

#[test]
fn every_score_stands_in_its_cell() {
    let columns = [column("Trust", false), column("Goals", false)];
    let rows = [row("Sales", 2, &[Some(47.4), Some(82.6)])];
    for width in FORMATS {
        let svg = draw(&columns, &rows, width);
        let document = Document::parse(&svg).unwrap();
        let group = group(&document, "Sales in a sentence");
        let cells = marks(group, "ch-step-3")
            .into_iter()
            .chain(marks(group, "ch-step-6"));
        for (cell, score) in cells.zip(["47", "83"]) {
            let (cell, number) = (bounds(cell), bounds(find(group, score)));
            assert!(cell.0 < number.0 && number.2 < cell.2, "{score}");
            assert!(cell.1 < number.1 && number.3 < cell.3, "{score}");
        }
        for text in ["Sales", "7 of 9"] {
            assert!(texts(group).contains(&text), "{text}");
        }
    }
}

#[test]
fn the_steps_are_fixed_and_follow_the_number_shown() {
    let columns = [column("Trust", false)];
    for (score, class) in [
        (0.0, "ch-step-1"),
        (19.4, "ch-step-1"),
        (19.6, "ch-step-2"),
        (34.0, "ch-step-2"),
        (35.0, "ch-step-3"),
        (49.4, "ch-step-3"),
        (50.0, "ch-step-4"),
        (64.0, "ch-step-4"),
        (65.0, "ch-step-5"),
        (79.0, "ch-step-5"),
        (79.5, "ch-step-6"),
        (100.0, "ch-step-6"),
    ] {
        let svg = draw(&columns, &[row("Sales", 2, &[Some(score)])], Width::Wide);
        let document = Document::parse(&svg).unwrap();
        assert_eq!(steps(&document, "Sales"), [class], "{score}");
    }
}

#[test]
fn where_high_is_worse_the_steps_are_turned_round() {
    let columns = [column("Trust", false), column("Load", true)];
    for score in [3.0, 25.0, 40.0, 57.0, 70.0, 98.0] {
        let cells = [Some(score), Some(100.0 - score)];
        let svg = draw(&columns, &[row("Sales", 2, &cells)], Width::Wide);
        let document = Document::parse(&svg).unwrap();
        let steps = steps(&document, "Sales");
        assert_eq!(steps[0], steps[1], "{score}");
    }
}

#[test]
fn columns_where_high_is_worse_are_marked_and_stand_apart() {
    let plain = [column("Trust", false), column("Goals", false)];
    let mixed = [column("Trust", false), column("Load", true)];
    let rows = [row("Sales", 2, &[Some(90.0), Some(5.0)])];
    for width in FORMATS {
        let space = |columns: &[HeatColumn]| {
            let svg = draw(columns, &rows, width);
            let document = Document::parse(&svg).unwrap();
            let group = group(&document, "Sales in a sentence");
            let cells = group.descendants().filter(|node| {
                let class = node.attribute("class").unwrap_or_default();
                class.starts_with("ch-step")
            });
            let cells: Vec<_> = cells.map(bounds).collect();
            let marks = texts(document.root_element());
            let marks = marks
                .iter()
                .filter(|text| **text == "high is worse")
                .count();
            (cells[1].0 - cells[0].2, marks)
        };
        let ((close, unmarked), (apart, marked)) = (space(&plain), space(&mixed));
        assert!(apart > close + 5.0, "{apart} after {close}");
        assert_eq!((unmarked, marked), (0, 2), "in the head and in the key");
    }
}

#[test]
fn a_hidden_row_gives_its_reason_and_no_number() {
    let columns = [column("Trust", false), column("Goals", false)];
    let rows = [
        withheld("Legal", &[]),
        withheld("Board", &[Some(11.0), Some(22.0)]),
    ];
    for width in FORMATS {
        let svg = draw(&columns, &rows, width);
        let document = Document::parse(&svg).unwrap();
        for label in ["Legal", "Board"] {
            let group = group(&document, &format!("{label} in a sentence"));
            assert_eq!(texts(group), [label, "7 of 9", "fewer than five answers"]);
            assert!(steps(&document, label).is_empty());
            assert!(marks(group, "ch-grid").len() > 5, "the hatch is missing");
        }
    }
}

#[test]
fn a_hidden_cell_is_hatched_and_its_word_is_only_said() {
    let columns = [
        column("Trust", false),
        column("Goals", false),
        column("Will", false),
    ];
    // The last column has no entry at all.
    let rows = [row("Sales", 2, &[Some(90.0), None])];
    for width in FORMATS {
        let svg = draw(&columns, &rows, width);
        let document = Document::parse(&svg).unwrap();
        for title in ["Goals", "Will"] {
            let cell = group(&document, &format!("Sales, {title}: hidden cell"));
            assert!(marks(cell, "ch-grid").len() > 1);
            assert!(texts(cell).is_empty());
        }
        assert_eq!(steps(&document, "Sales"), ["ch-step-6"]);
        assert!(!texts(document.root_element()).contains(&"hidden cell"));
    }
}

#[test]
fn levels_differ_in_weight_and_indent() {
    let columns = [column("Trust", false)];
    let cells = [Some(50.0)];
    let labels = ["Firm", "Works", "Line", "Shift"];
    let numbered = labels.iter().enumerate();
    let rows: Vec<_> = numbered
        .map(|(depth, label)| row(label, depth, &cells))
        .collect();
    let svg = draw(&columns, &rows, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    let label = |label| find(root, label);
    let weights = labels.map(|text| label(text).attribute("font-weight"));
    assert_eq!(weights, [Some("bold"), Some("600"), None, None]);
    let lefts = labels.map(|text| bounds(label(text)).0);
    assert!(lefts[0] == lefts[1] && lefts[1] < lefts[2] && lefts[2] < lefts[3]);
    let lines = |label| {
        marks(
            group(&document, &format!("{label} in a sentence")),
            "ch-link",
        )
        .len()
    };
    assert_eq!(
        labels.map(lines),
        [0, 1, 0, 0],
        "one line below the organisation"
    );
}

#[test]
fn the_key_gives_the_range_of_every_step_and_its_reverse_where_needed() {
    let rows = [row("Sales", 2, &[Some(90.0)])];
    let ranges = ["0–19", "20–34", "35–49", "50–64", "65–79", "80–100"];
    for width in FORMATS {
        for (worse, times) in [(false, 1), (true, 2)] {
            let svg = draw(&[column("Trust", worse)], &rows, width);
            let document = Document::parse(&svg).unwrap();
            let shown = texts(document.root_element());
            for range in ranges {
                let found = shown.iter().filter(|text| **text == range).count();
                assert_eq!(found, times, "{range}");
            }
        }
    }
}

#[test]
fn heads_that_do_not_fit_are_numbered_in_the_narrow_format() {
    let cells = [Some(50.0); 9];
    let rows: Vec<_> = (0..9).map(|_| row("Sales", 2, &cells)).collect();
    let svg = draw(&long_columns(), &rows, Width::Narrow);
    let document = Document::parse(&svg).unwrap();
    let shown = texts(document.root_element());
    for (number, column) in (1..).zip(long_columns()) {
        let number = format!("{number}");
        assert!(shown.contains(&column.title.as_str()), "{shown:?}");
        // In the list, above the first row and again after eight rows.
        assert_eq!(shown.iter().filter(|text| **text == number).count(), 3);
    }
}

/// Relative luminance by WCAG of a class in one scheme of the stylesheet.
fn luminance(scheme: &str, class: &str) -> f64 {
    let rule = format!(".{class} {{ fill: #");
    let (_, colour) = scheme.split_once(&rule).unwrap();
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(first: f64, second: f64) -> f64 {
    (first.max(second) + 0.05) / (first.min(second) + 0.05)
}

#[test]
fn both_ends_of_the_steps_stand_out_from_the_page_in_both_schemes() {
    let css = include_str!("../../../static/chart.css");
    let (light, dark) = css.split_once("prefers-color-scheme: dark").unwrap();
    for scheme in [light, dark] {
        let page = luminance(scheme, "ch-bg");
        assert!(contrast(page, luminance(scheme, "ch-muted")) >= 4.5);
        for side in [[3, 2, 1], [4, 5, 6]] {
            let mut before = page;
            for number in side {
                let ground = luminance(scheme, &format!("ch-step-{number}"));
                assert!((ground - page).abs() > (before - page).abs());
                assert!(before == page || contrast(ground, before) > 1.15);
                before = ground;
            }
        }
    }
}

#[test]
fn the_row_is_a_group_under_its_sentence() {
    let rows = [row("Sales", 2, &[Some(50.0)]), withheld("Legal", &[])];
    let svg = draw(&[column("Trust", false)], &rows, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    let sentences: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name("g"))
        .filter_map(|node| node.children().find(|child| child.has_tag_name("title")))
        .filter_map(|title: Node<'_, '_>| title.text())
        .collect();
    assert_eq!(sentences, ["Sales in a sentence", "Legal in a sentence"]);
}
