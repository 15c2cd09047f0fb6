//! The two fonts of a document, and how wide texts are in them.

use krilla::text::Font;
use std::sync::LazyLock;
use ttf_parser::Face;

/// One font, to draw with and to measure with.
pub struct TypeFace {
    /// `None` only if the font that is part of the program cannot be read.
    pub font: Option<Font>,
    face: Option<Face<'static>>,
}

static REGULAR: LazyLock<TypeFace> = LazyLock::new(|| TypeFace::of(notosans::REGULAR_TTF));
static BOLD: LazyLock<TypeFace> = LazyLock::new(|| TypeFace::of(notosans::BOLD_TTF));

/// Stands for a character that the fonts do not have.
const UNKNOWN: char = '?';

impl TypeFace {
    fn of(bytes: &'static [u8]) -> Self {
        Self {
            font: Font::new(bytes.into(), 0),
            face: Face::parse(bytes, 0).ok(),
        }
    }

    /// The regular or the bold font.
    pub fn weighing(bold: bool) -> &'static Self {
        if bold { &BOLD } else { &REGULAR }
    }

    /// Width of a text at a size, without kerning.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        let Some(face) = &self.face else { return 0.0 };
        let units = f32::from(face.units_per_em());
        let advance = |c| face.glyph_hor_advance(face.glyph_index(c)?);
        let sum: f32 = text.chars().filter_map(advance).map(f32::from).sum();
        sum * size / units
    }

    fn has(&self, c: char) -> bool {
        self.face
            .as_ref()
            .is_some_and(|face| face.glyph_index(c).is_some())
    }
}

/// The text with nothing in it that the fonts cannot show.
pub fn printable(text: &str) -> String {
    let known = |c: char| match c {
        _ if c.is_whitespace() => ' ',
        _ if REGULAR.has(c) && BOLD.has(c) => c,
        _ => UNKNOWN,
    };
    text.chars()
        .filter(|c| !c.is_control() || c.is_whitespace())
        .map(known)
        .collect()
}

/// Breaks a text into lines of at most `room`; a longer word is broken where the line ends.
pub fn wrap(text: &str, size: f32, bold: bool, room: f32) -> Vec<String> {
    let face = TypeFace::weighing(bold);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in printable(text).split_whitespace() {
        let longer = format!("{line} {word}");
        if !line.is_empty() && face.width(&longer, size) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut width = 0.0;
        for c in word.chars() {
            width += face.width(c.encode_utf8(&mut [0; 4]), size);
            if width > room && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                width = face.width(c.encode_utf8(&mut [0; 4]), size);
            }
            line.push(c);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
