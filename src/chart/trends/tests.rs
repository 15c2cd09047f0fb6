mod sheet;

use super::*;
use crate::chart::tests::{Bounds, bounds, find, group, marks, texts};
use crate::text::Markup;
use roxmltree::{Document, Node};

const FORMATS: [Width; 2] = [Width::Wide, Width::Narrow];

fn waves(count: usize) -> Vec<Wave> {
    let wave = |number| Wave {
        label: format!("Q{number}"),
        gap: "not shown".to_owned(),
    };
    (1..=count).map(wave).collect()
}

/// A point with an interval of 10 points to both sides.
fn point(team: f64, leader: Option<f64>) -> Option<TrendPoint> {
    Some(TrendPoint {
        team,
        lo: team - 10.0,
        hi: team + 10.0,
        leader,
    })
}

fn panel(title: &str, points: Vec<Option<TrendPoint>>) -> TrendPanel {
    TrendPanel {
        title: title.to_owned(),
        note: String::new(),
        points,
        chance: None,
        change: "+6".to_owned(),
        verdict: ChangeVerdict::Up,
        aria: format!("{title} in a sentence"),
    }
}

fn draw(waves: &[Wave], panels: &[TrendPanel], width: Width) -> String {
    let chart = Trends {
        frame: Frame {
            name: "trend",
            title: "The finding",
            subtitle: "Score per wave",
            description: "The chart in words",
            width,
        },
        waves,
        panels,
        words: TrendWords {
            team: "Team",
            leader: "Leader",
            band: "interval",
            chance: "what chance can do",
        },
    };
    chart.draw().markup().to_owned()
}

/// Draws one panel and hands its group to the check.
fn with_panel(panel: TrendPanel, waves: &[Wave], width: Width, check: impl Fn(Node<'_, '_>)) {
    let sentence = panel.aria.clone();
    let svg = draw(waves, &[panel], width);
    let document = Document::parse(&svg).unwrap();
    check(group(&document, &sentence));
}

fn overlap(first: Bounds, second: Bounds) -> bool {
    first.0 < second.2 && second.0 < first.2 && first.1 < second.3 && second.1 < first.3
}

/// The places of the waves, told by the bands of a panel whose waves all stand alone.
fn xs(width: Width, count: usize) -> Vec<f64> {
    let each = (0..count).map(|alone| {
        let points = (0..count).map(|wave| {
            if wave == alone {
                point(50.0, None)
            } else {
                None
            }
        });
        let svg = draw(&waves(count), &[panel("Alone", points.collect())], width);
        let document = Document::parse(&svg).unwrap();
        let band = bounds(marks(group(&document, "Alone in a sentence"), "ch-band")[0]);
        f64::midpoint(band.0, band.2)
    });
    each.collect()
}

#[test]
fn the_axis_is_whole_whatever_the_scores() {
    let points = || vec![point(48.0, Some(51.0)), point(49.0, Some(50.0))];
    for width in FORMATS {
        with_panel(panel("Trust", points()), &waves(2), width, |group| {
            let ticks: Vec<Bounds> = ["100", "50", "0"]
                .map(|tick| bounds(find(group, tick)))
                .to_vec();
            let heights: Vec<f64> = ticks.iter().map(|tick| tick.1).collect();
            let middle = f64::midpoint(heights[0], heights[2]);
            assert!(heights[0] < heights[1] && (heights[1] - middle).abs() < 0.2);
        });
    }
}

#[test]
fn an_interval_beyond_the_scale_ends_at_the_axis() {
    let points = vec![point(3.0, None), point(98.0, None)];
    with_panel(panel("Trust", points), &waves(2), Width::Wide, |group| {
        let middle = |tick| {
            let (_, top, _, bottom) = bounds(find(group, tick));
            f64::midpoint(top, bottom)
        };
        let (_, top, _, bottom) = bounds(marks(group, "ch-band")[0]);
        assert!((top - middle("100")).abs() < 0.2 && (bottom - middle("0")).abs() < 0.2);
    });
}

#[test]
fn the_last_scores_the_change_and_the_note_stand_in_the_panel() {
    for width in FORMATS {
        let panel = TrendPanel {
            note: "high is worse".to_owned(),
            chance: None,
            change: "no visible change".to_owned(),
            verdict: ChangeVerdict::NotVisible,
            ..panel(
                "Trust",
                vec![point(30.0, Some(70.0)), point(47.4, Some(82.6))],
            )
        };
        with_panel(panel, &waves(2), width, |group| {
            let shown = texts(group);
            for text in ["Trust", "47", "83", "high is worse", "no visible change"] {
                assert!(shown.contains(&text), "{text} is missing in {shown:?}");
            }
        });
    }
}

#[test]
fn a_gap_is_bridged_by_dots_and_by_no_line() {
    let points = || {
        vec![
            point(30.0, Some(80.0)),
            point(32.0, Some(80.0)),
            None,
            point(60.0, Some(85.0)),
            point(62.0, Some(85.0)),
        ]
    };
    for width in FORMATS {
        let gap = xs(width, 5)[2];
        with_panel(panel("Trust", points()), &waves(5), width, |group| {
            for class in ["ch-team", "ch-leader", "ch-band"] {
                for mark in marks(group, class) {
                    let (left, _, right, _) = bounds(mark);
                    assert!(right < gap || gap < left, "a {class} lies across the gap");
                }
            }
            let dots = marks(group, "ch-link");
            assert!(dots.len() > 8);
            assert!(dots.iter().all(|dot| bounds(*dot).2 - bounds(*dot).0 < 3.0));
            let word = bounds(find(group, "not shown"));
            assert!(word.0 < gap && gap < word.2);
        });
    }
}

#[test]
fn a_wave_without_a_point_at_either_end_is_a_gap_without_dots() {
    for points in [
        vec![None, point(50.0, None), point(60.0, None)],
        vec![point(50.0, None), point(60.0, None), None],
        vec![point(50.0, None), point(60.0, None)],
    ] {
        with_panel(panel("Trust", points), &waves(3), Width::Wide, |group| {
            assert!(marks(group, "ch-link").is_empty());
            assert!(texts(group).contains(&"not shown"));
            assert!(texts(group).contains(&"60"));
        });
    }
}

#[test]
fn a_leader_who_gave_no_answer_leaves_a_gap_too() {
    let points = vec![
        point(50.0, Some(80.0)),
        point(50.0, None),
        point(50.0, Some(80.0)),
        point(50.0, None),
    ];
    let places = xs(Width::Wide, 4);
    with_panel(panel("Trust", points), &waves(4), Width::Wide, |group| {
        for mark in marks(group, "ch-leader") {
            let (left, _, right, _) = bounds(mark);
            assert!(right < places[1] || (places[1] < left && right < places[3]));
        }
        assert!(texts(group).contains(&"80"));
        assert!(!texts(group).contains(&"not shown"));
    });
}

#[test]
fn a_point_between_two_gaps_is_a_dot_with_its_interval() {
    let points = vec![
        point(30.0, None),
        None,
        point(50.0, None),
        None,
        point(60.0, None),
    ];
    let middle = xs(Width::Wide, 5)[2];
    with_panel(panel("Trust", points), &waves(5), Width::Wide, |group| {
        let here = |node: &&Node<'_, '_>| {
            let (left, _, right, _) = bounds(**node);
            left < middle && middle < right
        };
        let (dots, bands) = (marks(group, "ch-team"), marks(group, "ch-band"));
        let dots: Vec<_> = dots.iter().filter(here).collect();
        assert_eq!(dots.len(), 1);
        assert!(dots[0].has_tag_name("circle"));
        assert_eq!(bands.iter().filter(here).count(), 1);
    });
}

#[test]
fn an_interval_without_width_draws_no_band() {
    let exact = |team| {
        Some(TrendPoint {
            team,
            lo: team,
            hi: team,
            leader: None,
        })
    };
    for points in [vec![exact(50.0), exact(60.0)], vec![exact(50.0), None]] {
        let svg = draw(&waves(2), &[panel("Trust", points)], Width::Wide);
        let document = Document::parse(&svg).unwrap();
        assert!(marks(document.root_element(), "ch-band").is_empty());
        assert!(!texts(document.root_element()).contains(&"interval"));
    }
}

#[test]
fn labels_of_many_waves_give_way_to_the_first_and_the_last() {
    for (count, labelled) in [(3, vec!["Q1", "Q2", "Q3"]), (12, vec!["Q1", "Q12"])] {
        let points = (0..count).map(|_| point(50.0, None)).collect();
        with_panel(
            panel("Trust", points),
            &waves(count),
            Width::Wide,
            |group| {
                let shown = texts(group);
                let labels: Vec<_> = shown.iter().filter(|text| text.starts_with('Q')).collect();
                assert_eq!(labels, labelled.iter().collect::<Vec<_>>());
            },
        );
    }
}

#[test]
fn near_scores_leave_both_marks_and_numbers_to_be_seen() {
    for (team, leader) in [
        (50.0, 50.0),
        (50.0, 52.0),
        (50.4, 49.6),
        (1.0, 4.0),
        (99.0, 97.0),
    ] {
        for width in FORMATS {
            let points = vec![point(40.0, Some(60.0)), point(team, Some(leader))];
            with_panel(panel("Trust", points), &waves(2), width, |group| {
                let number = |ink: &str| {
                    let mut of_ink = group.descendants().filter(|node| {
                        node.has_tag_name("text") && node.attribute("class") == Some(ink)
                    });
                    let digits = |node: &Node<'_, '_>| {
                        let text = node.text().unwrap_or_default().trim();
                        text.parse::<f64>().is_ok() && !text.starts_with('+')
                    };
                    bounds(of_ink.rfind(digits).unwrap())
                };
                assert!(!overlap(number("ch-team"), number("ch-leader")));
                let dot = bounds(*marks(group, "ch-team").last().unwrap());
                let diamond = bounds(*marks(group, "ch-leader").last().unwrap());
                let covered = diamond.0 < f64::midpoint(dot.0, dot.2)
                    && f64::midpoint(dot.0, dot.2) < diamond.2
                    && overlap(dot, diamond);
                assert!(!covered, "{team} and {leader}");
            });
        }
    }
}

#[test]
fn the_arrow_follows_the_direction() {
    for (direction, arrows) in [
        (ChangeVerdict::Up, 1),
        (ChangeVerdict::Down, 1),
        (ChangeVerdict::NotVisible, 0),
    ] {
        let panel = TrendPanel {
            verdict: direction,
            ..panel("Trust", vec![None, None])
        };
        with_panel(panel, &waves(2), Width::Wide, |group| {
            let found = marks(group, "ch-team");
            assert_eq!(found.len(), arrows);
            for arrow in found {
                let (_, top, _, bottom) = bounds(arrow);
                let corners = arrow.attribute("points").unwrap().split_whitespace();
                let tip = corners.last().unwrap().split_once(',').unwrap().1;
                let tip = tip.parse::<f64>().unwrap() / 8.0;
                let up = tip - top < bottom - tip;
                assert_eq!(up, direction == ChangeVerdict::Up);
            }
        });
    }
}

#[test]
fn words_in_the_panel_do_not_cover_each_other() {
    let wide_gaps = |number: usize| Wave {
        label: format!("Q{number}"),
        gap: ["not shown", "other items", "no wave"][number % 3].to_owned(),
    };
    let waves: Vec<Wave> = (0..12).map(wide_gaps).collect();
    let points = || {
        let wave = |number: usize| point(20.0 + 4.0 * number as f64, Some(80.0));
        (0..12)
            .map(|number| if number % 3 == 1 { None } else { wave(number) })
            .collect()
    };
    for width in FORMATS {
        with_panel(panel("Trust", points()), &waves, width, |group| {
            let words: Vec<Bounds> = group
                .descendants()
                .filter(|node| node.has_tag_name("text"))
                .map(bounds)
                .collect();
            for (number, word) in words.iter().enumerate() {
                let mut others = words.iter().skip(number + 1);
                assert!(!others.any(|other| overlap(*word, *other)));
            }
        });
    }
}

#[test]
fn without_a_leader_the_chart_does_not_speak_of_one() {
    let points = vec![point(40.0, None), point(50.0, None)];
    let svg = draw(&waves(2), &[panel("Trust", points)], Width::Narrow);
    let document = Document::parse(&svg).unwrap();
    assert!(marks(document.root_element(), "ch-leader").is_empty());
    assert!(!texts(document.root_element()).contains(&"Leader"));
}
