//! Names in scripts that are not European.

use super::*;
use std::path::Path;

static MORE: LazyLock<Fonts> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fonts");
    Fonts::load(Some(&folder)).unwrap()
});

fn lines(text: &str, room: f32) -> Vec<line::Line> {
    line::wrap(&MORE, text, false, room)
}

/// What is drawn from left to right, run by run.
fn drawn(text: &str) -> Vec<String> {
    let lines = lines(text, f32::INFINITY);
    let runs = lines[0].drawn();
    runs.map(|run| run.text.clone()).collect()
}

#[test]
fn a_name_in_any_script_is_printed_with_its_letters() {
    let names = "王小明, 田中さくら, ליד דנה כהן, ليلى حداد";
    let printed = render(&document(every_block("王小明 דנה ليلى")), &MORE);
    assert!(printed.is_ok(), "{printed:?}");
    for line in lines(names, 20.0) {
        let missing = |run: &run::Run| run.glyphs.iter().any(|glyph| glyph.glyph_id.to_u32() == 0);
        assert!(!line.drawn().any(missing), "{}", line.text());
    }
}

#[test]
fn what_is_read_from_the_right_is_drawn_from_the_right_within_its_sentence() {
    assert_eq!(
        drawn("Report of דנה כהן"),
        ["Report of ", "כהן", " ", "דנה"]
    );
    // Glyphs of a word too: the last letter stands at the left.
    let line = &lines("דנה", f32::INFINITY)[0];
    let starts: Vec<usize> = line
        .drawn()
        .flat_map(|run| &run.glyphs)
        .map(|glyph| glyph.text_range.start)
        .collect();
    assert_eq!(starts, [4, 2, 0]);
}

#[test]
fn arabic_letters_are_joined() {
    let glyphs = |text: &str| -> Vec<u32> {
        let lines = lines(text, f32::INFINITY);
        lines[0]
            .drawn()
            .flat_map(|run| &run.glyphs)
            .map(|glyph| glyph.glyph_id.to_u32())
            .collect()
    };
    let alone: Vec<u32> = "حداد"
        .chars()
        .rev()
        .flat_map(|c| glyphs(&c.to_string()))
        .collect();
    assert_ne!(glyphs("حداد"), alone);
}

#[test]
fn scripts_without_spaces_break_between_characters_and_without_a_hyphen() {
    let text = "王小明田中さくら";
    let broken = lines(text, 3.2);
    let said: Vec<String> = broken.iter().map(line::Line::text).collect();
    assert_eq!(said, ["王小明", "田中さ", "くら"]);
}

#[test]
fn a_word_from_the_right_that_is_longer_than_a_line_is_cut_and_loses_nothing() {
    let word = "דנה".repeat(20);
    let broken = lines(&word, 4.0);
    assert!(broken.len() > 5 && broken.iter().all(|line| line.width <= 4.0));
    assert_eq!(
        broken.iter().map(line::Line::text).collect::<String>(),
        word
    );
}

#[test]
fn a_picture_has_the_letters_too() {
    let chart = |text: &str| {
        let tree = resvg::usvg::Tree::from_str(&figure(text).svg, &MORE.pictures).unwrap();
        let mut pixels = resvg::tiny_skia::Pixmap::new(800, 300).unwrap();
        resvg::render(&tree, Default::default(), &mut pixels.as_mut());
        pixels
    };
    assert_ne!(chart("王小明").data(), chart("田中さ").data());
}
