use super::*;
use crate::chart::canvas::MARGIN;
use crate::chart::tests::{
    HOSTILE, assert_headed, assert_inside, assert_sound, bounds, find, group, marks, texts,
};
use crate::text::Markup;
use roxmltree::Document;

const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];
const TONES: [(Tone, [&str; 3]); 2] = [
    (Tone::Involvement, ["ch-step-1", "ch-step-5", "ch-much"]),
    (Tone::Kept, ["ch-step-6", "ch-middle", "ch-step-1"]),
];

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
        frame: Frame {
            name: "three",
            title: "The finding",
            subtitle: "Of what",
            description: "The chart in words",
            width,
        },
        words: ["too little", "about right", "too much"],
        tone,
        rows,
    };
    chart.draw().markup().to_owned()
}

#[test]
fn each_share_has_its_number_and_its_part_of_the_bar() {
    for width in WIDTHS {
        for (tone, classes) in TONES {
            let shares = [20.4, 49.6, 30.0];
            let svg = draw(&[row("Team", Some(shares))], tone, width);
            let document = Document::parse(&svg).unwrap();
            let team = group(&document, "row Team");
            assert_eq!(texts(team), ["Team", "9 of 10", "20 %", "50 %", "30 %"]);
            let ends = classes.map(|class| bounds(marks(team, class)[0]));
            let full = ends[2].2 - ends[0].0;
            for ((left, _, right, _), share) in ends.into_iter().zip(shares) {
                assert!(((right - left) / full - share / 100.0).abs() < 0.01);
            }
            assert!((ends[2].2 - (width.format().1 - MARGIN)).abs() < 0.2);
        }
    }
}

#[test]
fn background_parts_neighbouring_shares() {
    for (tone, classes) in TONES {
        let rows = [row("Team", Some([40.0, 30.0, 30.0]))];
        let svg = draw(&rows, tone, Width::Narrow);
        let document = Document::parse(&svg).unwrap();
        let team = group(&document, "row Team");
        let [first, second, third] = classes.map(|class| bounds(marks(team, class)[0]));
        assert!(second.0 - first.2 >= 1.5 && third.0 - second.2 >= 1.5);
    }
}

#[test]
fn a_number_too_wide_for_its_share_stands_above_the_bar() {
    for width in WIDTHS {
        let svg = draw(
            &[row("Team", Some([1.0, 1.0, 98.0]))],
            Tone::Involvement,
            width,
        );
        let document = Document::parse(&svg).unwrap();
        let team = group(&document, "row Team");
        let bar = bounds(marks(team, "ch-much")[0]);
        let small: Vec<_> = team
            .descendants()
            .filter(|node| node.text().map(str::trim) == Some("1 %"))
            .filter(|node| node.has_tag_name("text"))
            .map(bounds)
            .collect();
        assert_eq!(small.len(), 2);
        assert!(small.iter().all(|number| number.3 <= bar.1));
        assert!(small[0].2 < small[1].0, "the numbers touch");
        let inside = bounds(find(team, "98 %"));
        assert!(bar.1 < inside.1 && inside.3 < bar.3);
    }
}

#[test]
fn a_share_of_none_has_no_number_and_no_area() {
    let rows = [row("Team", Some([0.0, 100.0, 0.0]))];
    let svg = draw(&rows, Tone::Involvement, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    let team = group(&document, "row Team");
    assert_eq!(texts(team), ["Team", "9 of 10", "100 %"]);
    assert!(marks(team, "ch-step-1").is_empty() && marks(team, "ch-much").is_empty());
}

#[test]
fn shares_fill_the_bar_whatever_they_add_up_to() {
    let rows = [
        row("Less", Some([33.0, 33.0, 33.0])),
        row("More", Some([34.0, 34.0, 34.0])),
        row("Odd", Some([f64::NAN, -3.0, 100.0])),
    ];
    let svg = draw(&rows, Tone::Kept, Width::Wide);
    let document = Document::parse(&svg).unwrap();
    let end = |name| bounds(marks(group(&document, name), "ch-step-1")[0]).2;
    assert_eq!(end("row Less"), end("row More"));
    assert_eq!(end("row Less"), end("row Odd"));
}

#[test]
fn what_may_not_be_shown_is_hatched_with_the_reason_and_without_a_number() {
    for width in WIDTHS {
        let svg = draw(&[row("Team", None)], Tone::Kept, width);
        let document = Document::parse(&svg).unwrap();
        let team = group(&document, "row Team");
        assert_eq!(texts(team), ["Team", "9 of 10", "not shown"]);
        assert_eq!(marks(team, "ch-stripe").len(), 1);
        assert!(marks(team, "ch-grid").len() > 5, "the hatch is there");
        assert!(!svg.contains("too little"), "a key without a bar");
    }
}

#[test]
fn the_key_is_in_the_order_of_the_shares() {
    let rows = [row("Team", Some([30.0, 30.0, 40.0]))];
    for (tone, classes) in TONES {
        let svg = draw(&rows, tone, Width::Wide);
        let document = Document::parse(&svg).unwrap();
        let words = ["too little", "about right", "too much"];
        let words = words.map(|word| bounds(find(document.root(), word)));
        let squares = classes.map(|class| bounds(marks(document.root(), class)[0]));
        let mut end = 0.0;
        for (word, square) in words.into_iter().zip(squares) {
            assert!(end < square.0 && square.2 < word.0);
            end = word.2;
        }
    }
}

#[test]
fn rows_stand_in_the_order_given() {
    let rows = ["C", "A", "B"].map(|label| row(label, Some([30.0, 30.0, 40.0])));
    for width in WIDTHS {
        let svg = draw(&rows, Tone::Kept, width);
        let document = Document::parse(&svg).unwrap();
        let tops = ["C", "A", "B"].map(|label| bounds(find(document.root(), label)).1);
        assert!(tops[0] < tops[1] && tops[1] < tops[2]);
    }
}

#[test]
fn a_long_label_is_shown_whole_and_touches_no_bar() {
    let label = "Every plan that takes longer than a week is talked through with the people who \
                 carry it out before it is fixed for good";
    for width in WIDTHS {
        let rows = [row(label, Some([30.0, 30.0, 40.0])), row("Short", None)];
        let svg = draw(&rows, Tone::Kept, width);
        let document = Document::parse(&svg).unwrap();
        let long = group(&document, &format!("row {label}"));
        assert!(texts(long).join(" ").contains(label));
        let bar = bounds(marks(long, "ch-step-6")[0]);
        let labels = long
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter(|node| node.attribute("class") == Some("ch-fg"));
        for text in labels.map(bounds) {
            assert!(text.3 <= bar.1);
        }
    }
}

#[test]
fn long_and_hostile_texts_stay_on_the_sheet_and_do_no_harm() {
    let long = "Go through every plan that takes longer than a week ".repeat(4);
    for width in WIDTHS {
        let mut hidden = row(&long, None);
        hidden.reason = format!("{long} {HOSTILE}");
        hidden.note = HOSTILE.to_owned();
        let rows = [
            row(&long, Some([0.0, 0.5, 99.5])),
            row(HOSTILE, Some([0.0, 0.0, 0.0])),
            row("", Some([f64::NAN, -3.0, 100.0])),
            hidden,
        ];
        let mut noted = row("A", None);
        noted.note = long.clone();
        assert_inside(&draw(&[noted], Tone::Kept, width));
        let chart = ThreeWay {
            frame: Frame {
                name: HOSTILE,
                title: HOSTILE,
                subtitle: HOSTILE,
                description: HOSTILE,
                width,
            },
            words: [HOSTILE, &long, HOSTILE],
            tone: Tone::Kept,
            rows: &rows,
        };
        let svg = chart.draw();
        assert_sound(svg.markup());
    }
}

#[test]
fn a_chart_without_rows_keeps_its_title() {
    let svg = draw(&[], Tone::Kept, Width::Wide);
    assert_headed(&svg, ["The finding", "Of what"], "The chart in words");
}

#[test]
fn the_same_rows_make_the_same_chart() {
    let rows = [row("Team", Some([1.0, 9.0, 90.0])), row("Leader", None)];
    let once = draw(&rows, Tone::Involvement, Width::Narrow);
    assert_eq!(once, draw(&rows, Tone::Involvement, Width::Narrow));
}
