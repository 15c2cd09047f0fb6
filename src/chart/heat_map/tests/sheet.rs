//! What holds for the whole sheet.

use super::*;
use crate::chart::tests::{HOSTILE, assert_harmless, assert_inside, assert_named, assert_styled};

#[test]
fn sixty_rows_and_nine_long_columns_stay_on_the_sheet() {
    let cells = [Some(100.0); 9];
    let label = "Kaufmännische Leitung und Finanzverantwortung Nord";
    let rows: Vec<_> = (0..60)
        .map(|number| match number % 7 {
            6 => withheld(label, &[]),
            depth => row(label, depth, &cells),
        })
        .collect();
    for width in FORMATS {
        assert_inside(&draw(&long_columns(), &rows, width));
        assert_inside(&draw(&[column("Trust", true)], &rows, width));
    }
}

#[test]
fn a_chart_without_rows_or_columns_keeps_its_title() {
    let columns = [column("Trust", false)];
    let rows = [row("Sales", 2, &[Some(50.0)])];
    for svg in [
        draw(&columns, &[], Width::Wide),
        draw(&[], &rows, Width::Narrow),
    ] {
        let document = Document::parse(&svg).unwrap();
        let shown = texts(document.root_element());
        assert_eq!(shown, ["The finding", "Score per team"]);
    }
}

#[test]
fn hostile_text_stays_text() {
    let hidden = HeatRow {
        withheld: HOSTILE.to_owned(),
        ..row(HOSTILE, 1, &[])
    };
    let rows = [row(HOSTILE, 0, &[Some(50.0), None]), hidden];
    for width in FORMATS {
        let chart = HeatMap {
            frame: Frame {
                name: HOSTILE,
                title: HOSTILE,
                subtitle: HOSTILE,
                description: HOSTILE,
                width,
            },
            columns: &[column(HOSTILE, false), column(HOSTILE, true)],
            rows: &rows,
            words: HeatWords {
                worse: HOSTILE,
                hidden: HOSTILE,
                better: HOSTILE,
                poorer: HOSTILE,
            },
        };
        assert_harmless(chart.draw().markup());
    }
}

#[test]
fn the_chart_is_named_styled_and_always_the_same() {
    let cells = [
        Some(5.0),
        Some(25.0),
        Some(45.0),
        Some(60.0),
        Some(70.0),
        Some(90.0),
        None,
    ];
    let rows = [row("Firm", 0, &cells), withheld("Legal", &[])];
    for width in FORMATS {
        let svg = draw(&long_columns(), &rows, width);
        assert_named(&svg, "The finding", "The chart in words");
        assert_styled(&svg);
        assert_eq!(svg, draw(&long_columns(), &rows, width));
    }
}
