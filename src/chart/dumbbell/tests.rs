use super::*;
use crate::text::Markup;
use roxmltree::{Document, Node};

const HOSTILE: &str = "</text><script>alert(1)</script><style>*{}</style>\" style=\"x\" 'a' & \u{0}\u{1b}\u{ffff} fill=\"#0068A8\"";

fn row(label: &str, team: f64, zone: (f64, f64), leader: Option<f64>) -> DumbbellRow {
    let outside = leader.is_some_and(|leader| leader < zone.0 || leader > zone.1);
    DumbbellRow {
        label: label.to_owned(),
        team,
        zone: (zone.0 < zone.1).then_some(zone),
        reference: None,
        leader,
        gap: leader.map(|leader| leader - team),
        ends: leader.map_or_else(String::new, |_| format!("ends of {label}")),
        outside,
        clear: outside,
        aria: format!("{label} in a sentence"),
    }
}

fn draw(rows: &[DumbbellRow], width: Width) -> String {
    let panel = DumbbellPanel {
        title: "",
        scale_ends: ("fully disagree", "fully agree"),
        reversed: false,
        rows: rows.iter().map(again).collect(),
    };
    let chart = Dumbbell {
        panels: &[panel],
        ..empty(width)
    };
    chart.draw().markup().to_owned()
}

fn empty<'a>(width: Width) -> Dumbbell<'a> {
    Dumbbell {
        frame: Frame {
            name: "gap",
            title: "The finding",
            subtitle: "Score per dimension",
            description: "The chart in words",
            width,
        },
        words: DumbbellWords {
            team: "Team",
            leader: "Leader",
            gap: "Gap",
            zone_key: "team mean in what chance can do",
            inside_key: "leader inside",
            outside_key: "leader outside",
            clear_key: "clear",
            reference_key: "the organisation",
        },
        panels: &[],
    }
}

fn again(row: &DumbbellRow) -> DumbbellRow {
    DumbbellRow {
        label: row.label.clone(),
        ends: row.ends.clone(),
        aria: row.aria.clone(),
        ..*row
    }
}

fn texts<'a>(document: &'a Document<'_>) -> Vec<&'a str> {
    let texts = document.descendants().filter(|n| n.has_tag_name("text"));
    texts.filter_map(|n| n.text()).map(str::trim).collect()
}

/// The marks of an ink that lie in the group of the row with this label.
fn marks<'a>(document: &'a Document<'_>, label: &str, class: &str) -> Vec<Node<'a, 'a>> {
    let sentence = format!("{label} in a sentence");
    let title = document
        .descendants()
        .find(|n| n.has_tag_name("title") && n.text() == Some(&sentence))
        .unwrap();
    let group = title.parent().unwrap();
    group
        .descendants()
        .filter(|n| n.attribute("class") == Some(class) && !n.has_tag_name("text"))
        .collect()
}

#[test]
fn every_number_of_a_row_stands_in_the_chart() {
    let rows = [
        row("Conflict", 47.4, (35.2, 60.0), Some(82.6)),
        row("Results", 73.0, (65.0, 80.0), Some(55.0)),
        row("Goals", 64.2, (50.0, 70.0), Some(63.9)),
    ];
    let svg = draw(&rows, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    let shown = texts(&document);
    for text in [
        "47",
        "ends of Conflict",
        "83",
        "+35",
        "73",
        "ends of Results",
        "55",
        "−18",
        "64",
        "0",
    ] {
        assert!(shown.contains(&text), "{text} is missing in {shown:?}");
    }
    let svg = draw(&rows, Width::Narrow);
    let document = Document::parse(&svg).unwrap();
    let shown = texts(&document);
    for text in ["Team 47", "Leader 83", "+35", "73", "55", "−18", "64", "0"] {
        assert!(shown.contains(&text), "{text} is missing in {shown:?}");
    }
}

#[test]
fn the_axis_is_whole_whatever_the_scores() {
    for width in [Width::Wide, Width::Narrow] {
        let svg = draw(&[row("Trust", 48.0, (47.0, 49.0), Some(50.0))], width);
        let document = Document::parse(&svg).unwrap();
        let shown = texts(&document);
        let ticks = ["0", "25", "50", "75", "100"];
        assert!(ticks.iter().all(|tick| shown.contains(tick)), "{shown:?}");
    }
}

#[test]
fn marks_lie_where_the_scale_says() {
    let rows = [
        row("Low", 0.0, (0.0, 0.0), Some(100.0)),
        row("Half", 50.0, (50.0, 50.0), Some(25.0)),
        row("High", 100.0, (100.0, 100.0), Some(0.0)),
    ];
    let svg = draw(&rows, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    let dot = |label| -> f64 {
        let dots = marks(&document, label, "ch-team");
        dots[0].attribute("cx").unwrap().parse().unwrap()
    };
    let (low, half, high) = (dot("Low"), dot("Half"), dot("High"));
    assert!(0.0 < low && high < 8.0 * 800.0);
    assert!((half - (low + high) / 2.0).abs() <= 1.0);
}

#[test]
fn where_high_is_worse_the_scale_is_turned_so_that_right_is_better() {
    let panel = |reversed| DumbbellPanel {
        title: "",
        scale_ends: ("none", "all"),
        reversed,
        rows: vec![row("Trap", 90.0, (80.0, 100.0), Some(20.0))],
    };
    for width in [Width::Wide, Width::Narrow] {
        let places = [false, true].map(|reversed| {
            let chart = Dumbbell {
                panels: &[panel(reversed)],
                ..empty(width)
            };
            let svg = chart.draw().markup().to_owned();
            let document = Document::parse(&svg).unwrap();
            let dot = marks(&document, "Trap", "ch-team")[0].attribute("cx");
            dot.unwrap().parse::<f64>().unwrap()
        });
        assert!(places[0] > places[1], "{places:?}");
    }
}

#[test]
fn a_missing_leader_is_a_dash_and_no_diamond() {
    let rows = [
        row("Silent", 40.0, (30.0, 50.0), None),
        row("Heard", 40.0, (30.0, 50.0), Some(60.0)),
    ];
    for width in [Width::Wide, Width::Narrow] {
        let svg = draw(&rows, width);
        let document = Document::parse(&svg).unwrap();
        assert_eq!(marks(&document, "Silent", "ch-leader").len(), 0);
        assert!(marks(&document, "Heard", "ch-leader").len() > 1);
        assert!(texts(&document).contains(&DASH));
    }
}

#[test]
fn a_mean_that_nothing_is_known_of_has_no_zone() {
    let rows = [
        row("Exact", 40.0, (40.0, 40.0), Some(60.0)),
        row("Vague", 40.0, (30.0, 50.0), Some(60.0)),
    ];
    let svg = draw(&rows, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    assert_eq!(marks(&document, "Exact", "ch-band").len(), 0);
    assert_eq!(marks(&document, "Vague", "ch-band").len(), 1);
}

#[test]
fn a_diamond_inside_the_zone_is_hollow_and_one_outside_it_is_filled() {
    let rows = [
        row("Outside", 40.0, (30.0, 50.0), Some(60.0)),
        row("Inside", 40.0, (30.0, 50.0), Some(45.0)),
    ];
    for width in [Width::Wide, Width::Narrow] {
        let svg = draw(&rows, width);
        let document = Document::parse(&svg).unwrap();
        // The rim is of background in both, the hole only in one.
        let holes = |label| marks(&document, label, "ch-bg").len();
        assert_eq!(holes("Inside"), holes("Outside") + 1);
        let shown = texts(&document);
        assert!(shown.contains(&"leader inside") && shown.contains(&"leader outside"));
    }
}

#[test]
fn the_pill_stands_only_on_a_clear_gap() {
    let rows = [
        row("Over", 40.0, (30.0, 50.0), Some(60.0)),
        row("Within", 40.0, (30.0, 50.0), Some(45.0)),
    ];
    let svg = draw(&rows, Width::Narrow);
    let document = Document::parse(&svg).unwrap();
    assert_eq!(marks(&document, "Over", "ch-pill").len(), 1);
    assert_eq!(marks(&document, "Within", "ch-pill").len(), 0);
}

#[test]
fn equal_scores_leave_both_marks_to_be_seen() {
    let rows = [row("Same", 40.0, (30.0, 50.0), Some(40.0))];
    let svg = draw(&rows, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    let dot = marks(&document, "Same", "ch-team")[0];
    let number = |name| -> f64 { dot.attribute(name).unwrap().parse().unwrap() };
    let diamond = marks(&document, "Same", "ch-leader")[0];
    let corners = diamond.attribute("points").unwrap().split_whitespace();
    let top = corners
        .map(|corner| corner.split_once(',').unwrap().1.parse::<f64>().unwrap())
        .fold(f64::INFINITY, f64::min);
    assert!(top >= number("cy") + number("r"), "the marks overlap");
}

#[test]
fn a_long_label_goes_on_in_a_second_line() {
    let label = "Verantwortungsübernahme und gegenseitige Rechenschaft";
    for width in [Width::Wide, Width::Narrow] {
        let svg = draw(&[row(label, 40.0, (30.0, 50.0), None)], width);
        let document = Document::parse(&svg).unwrap();
        let shown = texts(&document).join(" ");
        assert!(!texts(&document).contains(&label));
        assert!(shown.contains(label), "{shown}");
    }
}

#[test]
fn a_chart_without_rows_keeps_its_title() {
    let svg = draw(&[], Width::Wide);
    let document = Document::parse(&svg).unwrap();
    assert_eq!(texts(&document), ["The finding", "Score per dimension"]);
}

#[test]
fn hostile_text_stays_text() {
    let rows = [row(HOSTILE, 40.0, (30.0, 50.0), Some(60.0))];
    for width in [Width::Wide, Width::Narrow] {
        let chart = Dumbbell {
            frame: Frame {
                name: HOSTILE,
                title: HOSTILE,
                subtitle: HOSTILE,
                description: HOSTILE,
                width,
            },
            words: DumbbellWords {
                team: HOSTILE,
                leader: HOSTILE,
                gap: HOSTILE,
                zone_key: HOSTILE,
                inside_key: HOSTILE,
                outside_key: HOSTILE,
                clear_key: HOSTILE,
                reference_key: HOSTILE,
            },
            panels: &[DumbbellPanel {
                title: HOSTILE,
                scale_ends: (HOSTILE, HOSTILE),
                reversed: true,
                rows: rows.iter().map(again).collect(),
            }],
        };
        let svg = chart.draw();
        let document = Document::parse(svg.markup()).unwrap();
        for node in document.descendants().filter(Node::is_element) {
            let known = [
                "svg", "g", "title", "desc", "rect", "circle", "polygon", "text",
            ];
            assert!(known.contains(&node.tag_name().name()), "{node:?}");
            assert!(!node.has_attribute("style"));
        }
        for forbidden in ["<style", "style=\"", "<script"] {
            assert!(!svg.markup().contains(forbidden));
        }
    }
}

#[test]
fn the_chart_names_itself_to_assistive_technology() {
    let svg = draw(&[row("Trust", 40.0, (30.0, 50.0), None)], Width::Wide);
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let named = root.attribute("aria-labelledby").unwrap().split(' ');
    let said = named.map(|id| {
        let node = document
            .descendants()
            .find(|n| n.attribute("id") == Some(id))
            .unwrap();
        node.text().unwrap()
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        ["The finding", "The chart in words"]
    );
}

#[test]
fn no_text_is_smaller_than_12_px_and_every_mark_has_a_class_of_the_stylesheet() {
    let css = include_str!("../../../static/chart.css");
    for width in [Width::Wide, Width::Narrow] {
        let svg = draw(&[row("Trust", 40.0, (30.0, 50.0), Some(90.0))], width);
        let document = Document::parse(&svg).unwrap();
        for node in document.descendants().filter(|n| n.has_attribute("fill")) {
            let class = node.attribute("class").unwrap();
            let rules = css.matches(&format!(".{class} {{")).count();
            assert_eq!(rules, 2, "{class} needs a light and a dark rule");
            if let Some(size) = node.attribute("font-size") {
                assert!(size.parse::<f64>().unwrap() / 8.0 >= 12.0);
            }
        }
    }
}

#[test]
fn the_reference_is_a_quiet_tick_at_its_place_and_explained_only_where_there_is_one() {
    let plain = row("Trust", 50.0, (40.0, 60.0), Some(70.0));
    let compared = DumbbellRow {
        reference: Some(25.0),
        ..again(&plain)
    };
    for width in [Width::Wide, Width::Narrow] {
        let without = draw(std::slice::from_ref(&plain), width);
        assert!(!without.contains("the organisation"));
        let with = draw(std::slice::from_ref(&compared), width);
        let document = Document::parse(&with).unwrap();
        assert!(texts(&document).contains(&"the organisation"));
        let ticks = marks(&document, "Trust", "ch-link");
        assert_eq!(
            ticks.len(),
            marks(&Document::parse(&without).unwrap(), "Trust", "ch-link").len() + 1
        );
    }
}
