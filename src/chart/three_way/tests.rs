use super::*;
use crate::chart::inspect::{HOSTILE, assert_harmless, assert_inside, group, marks, texts};
use crate::text::Markup;
use roxmltree::Document;

fn row(label: &str, shares: Option<[f64; 3]>) -> ThreeWayRow {
    ThreeWayRow {
        label: label.to_owned(),
        note: "9 of 10".to_owned(),
        shares,
        reason: "not shown".to_owned(),
        aria: format!("row {label}"),
    }
}

fn draw(rows: &[ThreeWayRow], tone: Tone, width: Width) -> String {
    let chart = ThreeWay {
        id: "three",
        title: "The finding",
        subtitle: "Of what",
        description: "The chart in words",
        words: ["too little", "about right", "too much"],
        tone,
        rows,
        width,
    };
    chart.draw().markup().to_owned()
}

#[test]
fn each_share_has_its_number_and_its_part_of_the_bar() {
    for width in [Width::Wide, Width::Narrow] {
        let svg = draw(
            &[row("Team", Some([20.0, 50.0, 30.0]))],
            Tone::Involvement,
            width,
        );
        let document = Document::parse(&svg).unwrap();
        let team = group(&document, "row Team");
        assert_eq!(texts(team), ["Team", "9 of 10", "20", "50", "30"]);
        let wide = |class| -> f64 {
            marks(team, class)[0]
                .attribute("width")
                .unwrap()
                .parse::<f64>()
                .unwrap()
                / 8.0
        };
        let full = width.format().1 - 2.0 * MARGIN;
        for (class, share) in [("ch-no-1", 0.2), ("ch-yes-2", 0.5), ("ch-much", 0.3)] {
            assert!((wide(class) - share * full).abs() < 2.0, "{class}");
        }
    }
}

#[test]
fn what_may_not_be_shown_is_hatched_with_the_reason_and_without_a_number() {
    let svg = draw(&[row("Team", None)], Tone::Kept, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    assert_eq!(
        texts(group(&document, "row Team")),
        ["Team", "9 of 10", "not shown"]
    );
    assert!(!svg.contains("too little"), "a key without a bar");
}

#[test]
fn long_and_hostile_texts_stay_on_the_sheet_and_do_no_harm() {
    let long =
        "Go through every plan that takes longer than a week with the people who do it ".repeat(3);
    for width in [Width::Wide, Width::Narrow] {
        let rows = [
            row(&long, Some([0.0, 0.5, 99.5])),
            row(HOSTILE, Some([100.0, 0.0, 0.0])),
        ];
        let svg = draw(&rows, Tone::Kept, width);
        assert_harmless(&svg);
        assert_inside(&svg);
    }
}
