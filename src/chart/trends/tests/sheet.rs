//! What holds for the whole sheet.

use super::*;
use crate::chart::tests::{HOSTILE, assert_harmless, assert_inside, assert_named, assert_styled};

#[test]
fn up_to_twelve_waves_and_nine_panels_stay_on_the_sheet() {
    for count in 1..=12 {
        for width in FORMATS {
            let panels: Vec<_> = (0..9)
                .map(|number| {
                    let score = |wave: usize| ((wave * 31 + number * 17) % 101) as f64;
                    let points = (0..count).map(|wave| match (wave + number) % 4 {
                        3 => None,
                        _ => point(score(wave), Some(100.0 - score(wave))),
                    });
                    TrendPanel {
                        note: "hoch ist schlechter".to_owned(),
                        chance: None,
                        change: "keine sichtbare Veränderung seit der ersten Welle".to_owned(),
                        ..panel(
                            "Gegenseitige Verantwortlichkeit im Alltag",
                            points.collect(),
                        )
                    }
                })
                .collect();
            assert_inside(&draw(&waves(count), &panels, width));
        }
    }
}

#[test]
fn a_chart_without_panels_or_waves_keeps_its_title() {
    let panels = [panel("Trust", vec![])];
    for svg in [
        draw(&waves(2), &[], Width::Wide),
        draw(&[], &panels, Width::Narrow),
    ] {
        let document = Document::parse(&svg).unwrap();
        let shown = texts(document.root_element());
        assert_eq!(shown, ["The finding", "Score per wave"]);
    }
}

#[test]
fn hostile_text_stays_text() {
    let wave = || Wave {
        label: HOSTILE.to_owned(),
        gap: HOSTILE.to_owned(),
    };
    let hostile = TrendPanel {
        note: HOSTILE.to_owned(),
        chance: None,
        change: HOSTILE.to_owned(),
        ..panel(HOSTILE, vec![point(40.0, Some(60.0)), None])
    };
    for width in FORMATS {
        let chart = Trends {
            frame: Frame {
                name: HOSTILE,
                title: HOSTILE,
                subtitle: HOSTILE,
                description: HOSTILE,
                width,
            },
            waves: &[wave(), wave()],
            panels: std::slice::from_ref(&hostile),
            words: TrendWords {
                team: HOSTILE,
                leader: HOSTILE,
                band: HOSTILE,
                chance: "what chance can do",
            },
        };
        assert_harmless(chart.draw().markup());
    }
}

#[test]
fn the_chart_is_named_styled_and_always_the_same() {
    let points = || vec![point(40.0, Some(60.0)), None, point(50.0, Some(61.0))];
    for width in FORMATS {
        let svg = draw(&waves(3), &[panel("Trust", points())], width);
        assert_named(&svg, "The finding", "The chart in words");
        assert_styled(&svg);
        assert_eq!(svg, draw(&waves(3), &[panel("Trust", points())], width));
    }
}
