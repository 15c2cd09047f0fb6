//! Texts and numbers that nobody should have given.

use super::*;

#[test]
fn hostile_texts_are_printed_somehow() {
    let long = "x".repeat(10_000);
    let many = words(600);
    let marks = "e\u{301}".repeat(5_000);
    for text in [
        "",
        " ",
        "\u{0}\u{1b}\u{fffe}\u{feff}\u{ffff}",
        "שלום עולם",
        "مرحبا \u{202E}abc",
        "日本語 \u{1F600}",
        "\u{E000}\u{F8FF}\u{10FFFD}",
        "a\u{200B}b\u{AD}c\u{A0}d",
        "<svg>&amp;]]>",
        "(\\)%",
        "नमस्ते",
        "f\u{200D}i ffi ﬁ",
        &long,
        &many,
        &marks,
    ] {
        let mut document = document(every_block(text));
        document.title = format!("T{text}");
        for part in [
            &mut document.subtitle,
            &mut document.author,
            &mut document.running,
        ] {
            *part = text.to_owned();
        }
        let bytes = render(&document, &FONTS);
        let start: String = text.chars().take(20).collect();
        assert!(bytes.is_ok(), "{start:?}: {:?}", bytes.err());
    }
}

#[test]
fn hostile_numbers_are_printed_somehow() {
    let mut table = table(2);
    table
        .columns
        .extend((0..60).map(|_| column("Verantwortung", 1.0)));
    let blocks = vec![
        Block::Table(table),
        Block::Table(Table::default()),
        Block::Lines(usize::MAX),
        Block::PageBreak,
        Block::PageBreak,
    ];
    let mut document = document(blocks);
    document.created = NaiveDate::MAX;
    assert!(render(&document, &FONTS).is_ok());
}

#[test]
fn a_picture_with_letters_that_the_fonts_lack_is_printed() {
    for text in [
        "Grüße \u{1F600} \u{202E}abc",
        "&#x5E9;&#1513;&#0;&#7;",
        "&#60;b&#62; &lt;",
        "&#",
        "&#x;&#99999999;",
    ] {
        let printed = render(&document(vec![Block::Figure(figure(text))]), &FONTS);
        assert!(
            !matches!(printed, Err(PdfError::Rule(_))),
            "{text}: {printed:?}"
        );
    }
}

#[test]
fn a_character_that_the_fonts_lack_is_shown_as_such() {
    let found = read(vec![Block::Paragraph(
        "a\u{5E9}\u{202E}b\u{7}\tc\u{A0}d".to_owned(),
    )]);
    assert_eq!(found[2], "a\u{FFFD}b c\u{A0}d");
}
