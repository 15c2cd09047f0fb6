//! Runs: what is drawn with one font in one direction.

use crate::fonts::Fonts;
use krilla::text::KrillaGlyph;
use std::ops::Range;
use unicode_bidi::Level;

/// A piece of a word, shaped.
#[derive(Clone)]
pub(super) struct Run {
    /// The font's place among the fonts.
    pub(super) face: usize,
    /// Odd if it is read from right to left.
    pub(super) level: Level,
    pub(super) text: String,
    /// From left to right; ranges count from the start of `text`.
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// In parts of the size.
    pub(super) width: f32,
}

impl Run {
    pub(super) fn of(fonts: &Fonts, text: &str, face: usize, level: Level) -> Self {
        let font = fonts.face(face);
        let glyphs = font.map_or_else(Vec::new, |font| font.shape(text, level.is_rtl()));
        Self::shaped(text.to_owned(), glyphs, face, level)
    }

    fn shaped(text: String, glyphs: Vec<KrillaGlyph>, face: usize, level: Level) -> Self {
        Self {
            face,
            level,
            text,
            width: width(&glyphs),
            glyphs,
        }
    }

    /// The same shape for another text.
    pub(super) fn read_as(&self, text: &str) -> Self {
        let mut run = self.clone();
        for glyph in &mut run.glyphs {
            glyph.text_range = 0..text.len();
        }
        text.clone_into(&mut run.text);
        run
    }

    /// Whether both are one run.
    pub(super) fn goes_on_with(&self, next: &Self) -> bool {
        self.face == next.face && self.level == next.level && self.level.is_ltr()
    }

    /// Adds what goes on.
    pub(super) fn append(&mut self, next: &Self) {
        let start = self.text.len();
        let moved = next.glyphs.iter().cloned().map(|mut glyph| {
            glyph.text_range = glyph.text_range.start + start..glyph.text_range.end + start;
            glyph
        });
        self.glyphs.extend(moved);
        self.text.push_str(&next.text);
        self.width += next.width;
    }

    /// Equal pieces, each shaped by itself; as many as it has characters at the most.
    pub(super) fn cut(&self, fonts: &Fonts, pieces: usize) -> Vec<Self> {
        let characters: Vec<char> = self.text.chars().collect();
        let length = characters.len().div_ceil(pieces.max(1)).max(1);
        let pieces = characters.chunks(length);
        let piece = |piece: &[char]| {
            let text: String = piece.iter().collect();
            Self::of(fonts, &text, self.face, self.level)
        };
        pieces.map(piece).collect()
    }

    /// Some of its glyphs, with their text.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let glyphs = self.glyphs.get(range).unwrap_or_default();
        let start = glyphs.first().map_or(0, |first| first.text_range.start);
        let end = glyphs.last().map_or(0, |last| last.text_range.end);
        let text = self.text.get(start..end).unwrap_or_default().to_owned();
        let moved = glyphs.iter().cloned().map(|mut glyph| {
            glyph.text_range = glyph.text_range.start - start..glyph.text_range.end - start;
            glyph
        });
        Self::shaped(text, moved.collect(), self.face, self.level)
    }

    /// How many of these glyphs fit into `room`.
    pub(super) fn fitting(&self, range: &Range<usize>, room: f32) -> usize {
        let mut left = room;
        let fits = |glyph: &&KrillaGlyph| {
            left -= glyph.x_advance;
            left >= 0.0
        };
        let glyphs = self.glyphs.get(range.clone()).unwrap_or_default();
        glyphs.iter().take_while(fits).count()
    }

    /// Whether a glyph belongs to the same characters as the one before it.
    pub(super) fn shares_cluster(&self, at: usize) -> bool {
        let start = |at: usize| self.glyphs.get(at).map(|glyph| glyph.text_range.start);
        start(at) == start(at.saturating_sub(1))
    }
}

/// Width of glyphs in parts of the size.
fn width(glyphs: &[KrillaGlyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.x_advance).sum()
}

/// The runs of a part of a text whose directions are known, byte by byte. A character stays with the font of the one
/// before it if that has it, as a letter and its accent must.
pub(super) fn runs(
    fonts: &Fonts,
    text: &str,
    part: Range<usize>,
    bold: bool,
    levels: &[Level],
) -> Vec<Run> {
    let mut found: Vec<(usize, Level, Range<usize>)> = Vec::new();
    for (at, c) in text.get(part.clone()).unwrap_or_default().char_indices() {
        let at = part.start + at;
        let level = levels.get(at).copied().unwrap_or(Level::ltr());
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some((face, of, range)) if *of == level && fonts.has(*face, c) => range.end = end,
            _ => found.push((fonts.for_character(c, bold), level, at..end)),
        }
    }
    let run = |(face, level, range): (usize, Level, Range<usize>)| {
        Run::of(fonts, text.get(range).unwrap_or_default(), face, level)
    };
    found.into_iter().map(run).collect()
}
