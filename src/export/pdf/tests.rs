use super::*;
use crate::chart::{ThreeWay, ThreeWayRow, Tone, Width};
use crate::text::Markup;

fn chart() -> Figure {
    let row = ThreeWayRow {
        label: "Grüße \u{1F600} \u{202E}abc".to_owned(),
        note: "9 of 10".to_owned(),
        shares: Some([30.0, 30.0, 40.0]),
        reason: String::new(),
        aria: "row".to_owned(),
    };
    let chart = ThreeWay {
        id: "x",
        title: "The finding",
        subtitle: "Of what",
        description: "In words",
        words: ["a", "b", "c"],
        tone: Tone::Kept,
        rows: &[row],
        width: Width::Wide,
    };
    let svg = chart.draw();
    Figure {
        size: svg.size(),
        svg: svg.markup().to_owned(),
        alt: "In words".to_owned(),
    }
}

fn table(rows: usize) -> Block {
    let column = |head: &str, number, weight| Column {
        head: head.to_owned(),
        number,
        weight,
    };
    Block::Table(Table {
        columns: vec![column("Topic", false, 3.0), column("Team", true, 1.0)],
        rows: (0..rows)
            .map(|n| vec![format!("Topic {n}"), n.to_string()])
            .collect(),
    })
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Platform".to_owned(),
        subtitle: "Q3 2026".to_owned(),
        lang: "en",
        author: "Nordwind".to_owned(),
        foot: "Platform, Q3 2026".to_owned(),
        day: (2026, 11, 23),
        blocks,
    }
}

fn every_block(text: &str) -> Vec<Block> {
    let texts = || vec![text.to_owned(), "second".to_owned()];
    vec![
        Block::Heading(2, text.to_owned()),
        Block::Figure(chart()),
        Block::Lead(text.to_owned()),
        Block::Paragraph(text.to_owned()),
        Block::Muted(text.to_owned()),
        Block::Bullets(texts()),
        Block::Heading(3, "smaller".to_owned()),
        Block::Numbered(texts()),
        table(3),
        Block::PageBreak,
        Block::Lines(4),
    ]
}

/// The writer refuses a document that breaks a rule of PDF/UA-1, so that it prints is the test.
#[test]
fn every_part_of_a_document_is_accessible() {
    let bytes = print(&document(every_block("Some words"))).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    for sign in [
        "/StructTreeRoot",
        "/MarkInfo",
        "/Lang",
        "/Outlines",
        "/FontFile2",
    ] {
        assert!(text.contains(sign), "{sign}");
    }
    assert_eq!(print(&document(every_block("Some words"))).unwrap(), bytes);
}

#[test]
fn hostile_texts_are_printed_somehow() {
    let long = "x".repeat(10_000);
    for text in [
        "",
        " ",
        "\u{0}\u{1b}\u{fffe}",
        "שלום עולם",
        "日本語",
        "<svg>&amp;",
        &long,
    ] {
        let bytes = print(&document(every_block(text)));
        assert!(bytes.is_ok(), "{text:?}: {:?}", bytes.err());
    }
}

#[test]
fn a_long_table_goes_on_with_its_head_repeated() {
    let sheets = flow::lay_out(&document(vec![table(120)]));
    assert!(sheets.pages.len() > 2);
    let heads = |page: &Vec<sheet::Placed>| {
        let texts = page.iter().filter(
            |placed| matches!(&placed.mark, sheet::Mark::Text { text, .. } if text == "Team"),
        );
        texts.map(|placed| placed.said).collect::<Vec<_>>()
    };
    let found: Vec<_> = sheets.pages.iter().map(heads).collect();
    assert_eq!(found[0], [true]);
    assert!(found[1..].iter().all(|said| *said == [false]), "{found:?}");
}

#[test]
fn nothing_leaves_the_text_area() {
    let long = "A sentence of several words that goes on for a while. ".repeat(60);
    for page in flow::lay_out(&document(every_block(&long))).pages {
        for placed in page {
            let (left, right, bottom) = match placed.mark {
                sheet::Mark::Text {
                    text,
                    size,
                    bold,
                    x,
                    y,
                    ..
                } => {
                    let width = type_face::TypeFace::weighing(bold).width(&text, size);
                    (x, x + width, y)
                }
                sheet::Mark::Rule { x, y, width, .. } => (x, x + width, y),
                sheet::Mark::Picture {
                    x,
                    y,
                    width,
                    height,
                    ..
                } => (x, x + width, y + height),
            };
            assert!(left >= sheet::MARGIN && right <= sheet::WIDTH - sheet::MARGIN + 1.0);
            assert!(bottom <= sheet::BOTTOM + 1.0);
        }
    }
}
