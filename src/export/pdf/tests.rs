mod hostile;
mod paging;
mod scripts;

use super::marks::{Mark, Placed, Tree};
use super::strip::Strip;
use super::*;
use crate::fonts::Fonts;
use krilla::tagging::TagKind;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" class="ch" viewBox="0 0 800 300" width="100%">
<rect fill="#fff" width="100%" height="100%"/><g transform="scale(0.125)"><text x="128" y="180"
dy="0.5ex" text-anchor="middle" font-family="sans-serif" font-size="152" fill="#1F2933">TEXT</text></g></svg>"##;

fn figure(text: &str) -> Figure {
    Figure {
        svg: PICTURE.replace("TEXT", text),
        alt: "Bars of two groups".to_owned(),
    }
}

fn column(head: &str, weight: f32) -> Column {
    Column {
        head: head.to_owned(),
        numbers: true,
        weight,
    }
}

fn table(rows: usize) -> Table {
    Table {
        columns: vec![column("Topic", 3.0), column("Group", 1.0)],
        rows: (0..rows)
            .map(|n| vec![format!("Row{n}"), "2.5".to_owned()])
            .collect(),
    }
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Platform".to_owned(),
        subtitle: "Third quarter".to_owned(),
        lang: "en".to_owned(),
        author: "Nordwind".to_owned(),
        logo: None,
        running: "Survey".to_owned(),
        created: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        blocks,
    }
}

fn every_block(text: &str) -> Vec<Block> {
    let texts = || vec![text.to_owned(), "second".to_owned()];
    let mut table = table(3);
    table.columns[0].head = text.to_owned();
    table.rows[1] = vec![text.to_owned(), text.to_owned()];
    table.rows[2] = vec![];
    vec![
        Block::Heading(text.to_owned()),
        Block::Figure(figure("a")),
        Block::Lead(text.to_owned()),
        Block::Paragraph(text.to_owned()),
        Block::Muted(text.to_owned()),
        Block::Bullets(texts()),
        Block::Subheading(text.to_owned()),
        Block::Numbered(texts()),
        Block::Table(table),
        Block::PageBreak,
        Block::Lines(4),
    ]
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::load(None).unwrap());

fn flow(blocks: Vec<Block>) -> flow::Flow<'static> {
    flow::flow(&document(blocks), &FONTS).unwrap()
}

fn pages(blocks: Vec<Block>) -> Vec<Vec<Placed>> {
    let flow = flow(blocks);
    pages::pages(flow.strips, &flow.heads)
}

fn text(placed: &Placed) -> Option<String> {
    match &placed.mark {
        Mark::Text { line, .. } => Some(line.text()),
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
                Tree::Leaf(_, leaf) | Tree::Heading(_, _, leaf) | Tree::Figure(_, leaf) => {
                    found.push(*leaf);
                }
            }
        }
    }
    let flow = flow(blocks);
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for placed in flow.strips.iter().flat_map(|strip: &Strip| &strip.marks) {
        if let (Some(leaf), Some(text)) = (placed.leaf, text(placed)) {
            texts.entry(leaf).or_default().push_str(&text);
        }
    }
    let mut order = Vec::new();
    leaves(&flow.tree, &mut order);
    order.iter().filter_map(|leaf| texts.remove(leaf)).collect()
}

/// The writer refuses a document that breaks a rule of PDF/UA-1, so that it prints is the test.
#[test]
fn every_part_of_a_document_is_accessible_and_always_printed_the_same() {
    let bytes = render(&document(every_block("Some words")), &FONTS).unwrap();
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
        "/S/LBody",
        "/Scope/Row",
        "/Scope/Column",
        "D:20261123",
    ] {
        assert!(file.contains(sign), "{sign}");
    }
    assert_eq!(
        render(&document(every_block("Some words")), &FONTS).unwrap(),
        bytes
    );
}

#[test]
fn a_document_without_a_title_or_with_an_undescribed_picture_is_refused() {
    let mut untitled = document(vec![]);
    untitled.title = " \u{7}".to_owned();
    assert!(matches!(render(&untitled, &FONTS), Err(PdfError::Rule(_))));
    let mut undescribed = figure("a");
    undescribed.alt = " ".to_owned();
    let refused = render(&document(vec![Block::Figure(undescribed)]), &FONTS);
    assert!(matches!(refused, Err(PdfError::Rule(_))));
    let mut unreadable = figure("a");
    unreadable.svg = "<svg".to_owned();
    let refused = render(&document(vec![Block::Figure(unreadable)]), &FONTS);
    assert!(matches!(refused, Err(PdfError::Picture(_))));
}

#[test]
fn parts_are_read_in_the_order_in_which_they_were_given() {
    let found = read(every_block("Some words"));
    let expected = [
        "Platform",
        "Third quarter",
        "Some words",
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
        "Group",
        "Row0",
        "2.5",
        "Some words",
        "Some words",
        "",
        "",
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
    let heading = || Block::Heading("a".to_owned());
    let smaller = || Block::Subheading("a".to_owned());
    let flow = flow(vec![smaller(), smaller(), heading(), smaller()]);
    let levels = flow.tree.iter().filter_map(|part| match part {
        Tree::Heading(level, ..) => Some(*level),
        _ => None,
    });
    assert_eq!(levels.collect::<Vec<_>>(), [1, 2, 3, 2, 3]);
}

#[test]
fn a_row_has_a_cell_for_every_column() {
    let mut table = table(0);
    table.rows = vec![vec![], ["a", "b", "c"].map(str::to_owned).to_vec()];
    let flow = flow(vec![Block::Table(table)]);
    let Some(Tree::Group(TagKind::Table(_), parts)) = flow.tree.last() else {
        panic!("a table")
    };
    let Some(Tree::Group(TagKind::TBody(_), rows)) = parts.last() else {
        panic!("rows")
    };
    for row in rows {
        let Tree::Group(TagKind::TR(_), cells) = row else {
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

/// What a camera reads in a picture of so many points a module.
fn seen(svg: &str, scale: f32) -> String {
    let tree = resvg::usvg::Tree::from_str(svg, &resvg::usvg::Options::default()).unwrap();
    let side = (tree.size().width() * scale) as u32;
    let mut pixels = resvg::tiny_skia::Pixmap::new(side, side).unwrap();
    pixels.fill(resvg::tiny_skia::Color::WHITE);
    let transform = resvg::tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    let grey = |x: usize, y: usize| pixels.pixel(x as u32, y as u32).unwrap().red();
    let side = side as usize;
    let mut camera = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    let found = camera.detect_grids();
    assert_eq!(found.len(), 1);
    found[0].decode().unwrap().1
}

#[test]
fn the_square_on_a_slip_is_read_as_its_link() {
    let root = "k7q29mxt4hda8wzn0c3v5e6f8g1j2k4m6n9p3r7s";
    for base in [
        "https://umfrage.nordwind.example",
        "http://127.0.0.1:8080",
        "https://a.example",
    ] {
        for cell in ["0", "17", "123456789"] {
            let link = format!("{base}/a#{root}.{cell}.7b3g7mra4c1tsjyxn8v3x8xdq8");
            let svg = slips::qr(&link).unwrap();
            for scale in [3.0, 8.0] {
                assert_eq!(seen(&svg, scale), link);
            }
        }
    }
}

#[test]
fn slips_are_six_to_a_sheet_and_each_pile_begins_on_its_own() {
    let slip = PaperSlip {
        link: "https://a.example/a#x".to_owned(),
        typed: vec!["K7Q2-9MXT-4HDA-8WZN.".to_owned(), "3.7b3g-7mra".to_owned()],
    };
    let pile = |count: usize| SlipPile {
        group: "Kitchen".to_owned(),
        notes: vec!["Slips".to_owned()],
        slips: vec![slip.clone(); count],
    };
    let sheets = SlipSheets {
        title: "Slips".to_owned(),
        lang: "en".to_owned(),
        owner: "Nordwind".to_owned(),
        logo: None,
        wave: "Q3 2026".to_owned(),
        how: vec!["Scan".to_owned()],
        promised: vec!["Sealed".to_owned()],
        created: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        piles: vec![pile(5), pile(6), pile(1)],
    };
    // Each pile has one more on top: 6, 7 and 2 places.
    let bytes = slips::slips(&sheets, &FONTS).unwrap();
    let pages = bytes
        .windows(11)
        .filter(|window| *window == b"/Type/Page/")
        .count();
    assert!(bytes.starts_with(b"%PDF"));
    assert_eq!(pages, 4);
}

/// One blue pixel beside a white one.
fn logo() -> Logo {
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 2, 1);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&[0, 0, 200, 255, 255, 255])
        .unwrap();
    writer.finish().unwrap();
    Logo {
        png,
        alt: "Nordwind".to_owned(),
    }
}

#[test]
fn the_logo_stands_above_the_title_of_the_first_page_and_is_read_by_its_name() {
    let mut printed = document(vec![Block::PageBreak, Block::Paragraph("b".to_owned())]);
    printed.logo = Some(logo());
    let flow = flow::flow(&printed, &FONTS).unwrap();
    let first = &flow.tree[0];
    assert!(matches!(first, Tree::Figure(alt, _) if alt == "Nordwind"));
    assert!(matches!(&flow.tree[1], Tree::Heading(1, title, _) if title == "Platform"));
    let pages = pages::pages(flow.strips, &flow.heads);
    let on = |page: &[Placed]| {
        let marks = page.iter();
        marks
            .filter(|placed| matches!(placed.mark, Mark::Logo { .. }))
            .count()
    };
    assert_eq!(
        pages.iter().map(|page| on(page)).collect::<Vec<_>>(),
        [1, 0]
    );
    let with = render(&printed, &FONTS).unwrap();
    assert!(with.windows(14).any(|window| window == b"/Subtype/Image"));
    printed.logo = None;
    let without = render(&printed, &FONTS).unwrap();
    assert!(
        !without
            .windows(14)
            .any(|window| window == b"/Subtype/Image")
    );
    printed.logo = Some(Logo {
        png: b"no picture".to_vec(),
        ..logo()
    });
    assert!(matches!(render(&printed, &FONTS), Err(PdfError::Logo)));
}
