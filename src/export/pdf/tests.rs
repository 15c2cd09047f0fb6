mod hostile;
mod paging;

use super::marks::{Ink, Mark, Meaning, Placed, Tree};
use super::strip::Strip;
use super::*;
use std::collections::BTreeMap;

const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" class="ch" viewBox="0 0 800 300" width="100%">
<rect fill="#fff" width="100%" height="100%"/><g transform="scale(0.125)"><text x="128" y="180"
dy="0.5ex" text-anchor="middle" font-family="sans-serif" font-size="152" fill="#1F2933">TEXT</text></g></svg>"##;

fn figure(text: &str) -> Figure {
    Figure {
        svg: PICTURE.replace("TEXT", text),
        alt: "Bars of two groups".to_owned(),
        caption: "Eight of ten answered".to_owned(),
    }
}

fn column(head: &str, weight: f32) -> Column {
    Column {
        head: head.to_owned(),
        align: Align::Right,
        weight,
    }
}

fn table(rows: usize) -> Table {
    Table {
        caption: "Means".to_owned(),
        columns: vec![column("Topic", 3.0), column("Group", 1.0)],
        rows: (0..rows)
            .map(|n| vec![format!("Row{n}").into(), "2.5".into()])
            .collect(),
        row_heads: true,
    }
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Platform".to_owned(),
        subtitle: "Third quarter".to_owned(),
        lang: "en".to_owned(),
        author: "Nordwind".to_owned(),
        running: "Survey".to_owned(),
        page_of: "{page} / {pages}".to_owned(),
        created: Some((2026, 11, 23, 9, 5)),
        blocks,
    }
}

fn every_block(text: &str) -> Vec<Block> {
    let texts = || vec![text.to_owned(), "second".to_owned()];
    let mut table = table(3);
    table.caption = text.to_owned();
    table.columns[0].head = text.to_owned();
    table.rows[1] = vec![
        text.into(),
        Cell {
            text: text.to_owned(),
            look: Look::Step(5),
        },
    ];
    table.rows[2] = vec![];
    vec![
        Block::Heading(2, text.to_owned()),
        Block::Figure(figure("a")),
        Block::Lead(text.to_owned()),
        Block::Paragraph(text.to_owned()),
        Block::Muted(text.to_owned()),
        Block::Bullets(texts()),
        Block::Heading(3, text.to_owned()),
        Block::Numbered(texts()),
        Block::Table(table),
        Block::Callout {
            title: text.to_owned(),
            text: text.to_owned(),
        },
        Block::PageBreak,
        Block::Lines(4),
    ]
}

fn flow(blocks: Vec<Block>) -> flow::Flow {
    flow::flow(&document(blocks), type_face::fonts().unwrap()).unwrap()
}

fn pages(blocks: Vec<Block>) -> Vec<Vec<Placed>> {
    let flow = flow(blocks);
    pages::pages(flow.strips, &flow.heads)
}

fn text(placed: &Placed) -> Option<&str> {
    match &placed.mark {
        Mark::Text { line, .. } => Some(&line.text),
        _ => None,
    }
}

fn words(count: usize) -> String {
    "sentence of words ".repeat(count)
}

/// What is read, leaf by leaf in the order of the structure.
fn read(blocks: Vec<Block>) -> Vec<String> {
    fn leaves(tree: &[Tree], found: &mut Vec<usize>) {
        for part in tree {
            match part {
                Tree::Group(_, parts) => leaves(parts, found),
                Tree::Leaf(_, leaf) => found.push(*leaf),
            }
        }
    }
    let flow = flow(blocks);
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for placed in flow.strips.iter().flat_map(|strip: &Strip| &strip.marks) {
        if let (Some(leaf), Some(text)) = (placed.leaf, text(placed)) {
            texts.entry(leaf).or_default().push_str(text);
        }
    }
    let mut order = Vec::new();
    leaves(&flow.tree, &mut order);
    order.iter().filter_map(|leaf| texts.remove(leaf)).collect()
}

/// The writer refuses a document that breaks a rule of PDF/UA-1, so that it prints is the test.
#[test]
fn every_part_of_a_document_is_accessible_and_always_printed_the_same() {
    let bytes = render(&document(every_block("Some words"))).unwrap();
    let file = String::from_utf8_lossy(&bytes);
    for sign in [
        "/StructTreeRoot",
        "/MarkInfo",
        "/Lang(en)",
        "/Outlines",
        "/FontFile2",
        "/DisplayDocTitle true",
        "/S/H1",
        "/S/H2",
        "/S/H3",
        "/S/Figure",
        "/Alt(Bars of two groups)",
        "/S/THead",
        "/S/TBody",
        "/S/Caption",
        "/S/LBody",
        "/Scope/Row",
        "/Scope/Column",
        "D:202611230905",
    ] {
        assert!(file.contains(sign), "{sign}");
    }
    assert_eq!(render(&document(every_block("Some words"))).unwrap(), bytes);
}

#[test]
fn a_document_without_a_day_has_none() {
    let mut document = document(vec![]);
    document.created = None;
    let bytes = render(&document).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("/CreationDate"));
}

#[test]
fn a_document_without_a_title_or_with_an_undescribed_picture_is_refused() {
    let mut untitled = document(vec![]);
    untitled.title = " \u{7}".to_owned();
    assert!(matches!(render(&untitled), Err(PdfError::Rule(_))));
    let mut undescribed = figure("a");
    undescribed.alt = " ".to_owned();
    let refused = render(&document(vec![Block::Figure(undescribed)]));
    assert!(matches!(refused, Err(PdfError::Rule(_))));
    let mut unreadable = figure("a");
    unreadable.svg = "<svg".to_owned();
    let refused = render(&document(vec![Block::Figure(unreadable)]));
    assert!(matches!(refused, Err(PdfError::Picture(_))));
}

#[test]
fn parts_are_read_in_the_order_in_which_they_were_given() {
    let found = read(every_block("Some words"));
    let expected = [
        "Platform",
        "Third quarter",
        "Some words",
        "Eight of ten answered",
        "Some words",
        "Some words",
        "Some words",
        "\u{2022}",
        "Some words",
        "\u{2022}",
        "second",
        "Some words",
        "1.",
        "Some words",
        "2.",
        "second",
        "Some words",
        "Some words",
        "Group",
        "Row0",
        "2.5",
        "Some words",
        "Some words",
        "",
        "",
        "Some words",
        "Some words",
    ];
    assert_eq!(found, expected);
}

#[test]
fn lines_are_read_as_one_text() {
    let sentence = words(40).trim_end().to_owned();
    assert_eq!(read(vec![Block::Paragraph(sentence.clone())])[2], sentence);
    let long = "Verantwortung".repeat(30);
    let found = read(vec![Block::Paragraph(long.clone())]);
    assert!(found[2].contains('\u{AD}'), "a broken word shows a hyphen");
    assert_eq!(found[2].replace('\u{AD}', ""), long);
}

#[test]
fn levels_of_headings_have_no_gap() {
    let heading = |level| Block::Heading(level, "a".to_owned());
    let flow = flow(vec![heading(3), heading(3), heading(1), heading(9)]);
    let levels = flow.tree.iter().filter_map(|part| match part {
        Tree::Leaf(Meaning::Heading(level, _), _) => Some(*level),
        _ => None,
    });
    assert_eq!(levels.collect::<Vec<_>>(), [1, 2, 3, 2, 3]);
}

#[test]
fn a_row_has_a_cell_for_every_column() {
    let mut table = table(0);
    table.rows = vec![vec![], vec!["a".into(), "b".into(), "c".into()]];
    let flow = flow(vec![Block::Table(table)]);
    let Some(Tree::Group(Meaning::Table, parts)) = flow.tree.last() else {
        panic!("a table")
    };
    let Some(Tree::Group(Meaning::Rows, rows)) = parts.last() else {
        panic!("rows")
    };
    for row in rows {
        let Tree::Group(Meaning::Row, cells) = row else {
            panic!("a row")
        };
        assert_eq!(cells.len(), 2);
    }
}

#[test]
fn a_column_has_room_for_its_longest_word() {
    let mut table = table(1);
    table.columns = vec![
        column("Topic", 90.0),
        column("Verantwortung", 1.0),
        column("Mut", 1.0),
    ];
    let heads = read(vec![Block::Table(table)]);
    assert!(heads.contains(&"Verantwortung".to_owned()), "{heads:?}");
}

/// Relative luminance and contrast of WCAG 2.2.
#[test]
fn text_can_be_read_on_its_ground() {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    let luminance = |ink: Ink| {
        let (red, green, blue) = ink.rgb();
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    };
    let steps = (0..=6).map(|step| (Ink::OnStep(step), Ink::Step(step)));
    for (text, ground) in steps.chain([(Ink::Text, Ink::Box)]) {
        let (a, b) = (luminance(text) + 0.05, luminance(ground) + 0.05);
        assert!(f64::max(a, b) / f64::min(a, b) >= 4.5);
    }
    assert!(1.05 / (luminance(Ink::Muted) + 0.05) >= 4.5, "on paper");
}
