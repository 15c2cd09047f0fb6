//! Lines of words, as wide as the font makes them.

use super::letters::drawable;
use super::type_face::{Fonts, TypeFace};
use krilla::text::{GlyphId, KrillaGlyph};

/// A word that is broken leaves at least so many glyphs on either line.
const PART: usize = 3;

/// A line that is ready to be drawn.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// In parts of the size, without the space at the end.
    pub(super) width: f32,
    pub(super) bold: bool,
}

impl Line {
    const fn new(bold: bool) -> Self {
        Self {
            text: String::new(),
            glyphs: Vec::new(),
            width: 0.0,
            bold,
        }
    }

    /// A text on one line, however long it is.
    pub(super) fn whole(fonts: &Fonts, text: &str, bold: bool) -> Self {
        let mut lines = wrap(fonts, text, bold, f32::INFINITY);
        lines.pop().unwrap_or(Self::new(bold))
    }

    /// Adds glyphs of `text`, whose ranges count from its start.
    fn push(&mut self, text: &str, glyphs: &[KrillaGlyph]) {
        let start = self.text.len();
        let moved = |glyph: &KrillaGlyph| {
            let mut glyph = glyph.clone();
            glyph.text_range = glyph.text_range.start + start..glyph.text_range.end + start;
            glyph
        };
        self.text.push_str(text);
        self.glyphs.extend(glyphs.iter().map(moved));
        self.width += width(glyphs);
    }

    /// Adds `text` with the shape of `like`.
    fn push_one(&mut self, text: &str, like: Option<(GlyphId, f32)>) {
        if let Some((glyph, advance)) = like {
            let range = 0..text.len();
            let glyph = KrillaGlyph::new(glyph, advance, 0.0, 0.0, 0.0, range, None);
            self.push(text, &[glyph]);
        }
    }

    /// Ends the line with a space that is there to be read and takes no room.
    fn close(&mut self, face: &TypeFace) {
        let width = self.width;
        self.push_one(" ", face.glyph(' '));
        self.width = width;
    }
}

/// Breaks a text into lines of at most `room`, in parts of the size; none for a blank text. A word
/// is broken only if it is longer than a line.
pub(super) fn wrap(fonts: &Fonts, text: &str, bold: bool, room: f32) -> Vec<Line> {
    let face = fonts.weighing(bold);
    let space = face.glyph(' ');
    let advance = space.map_or(0.0, |(_, advance)| advance);
    let mut lines = Vec::new();
    let mut line = Line::new(bold);
    for word in words(&drawable(fonts, text)) {
        let glyphs = face.shape(word);
        let wide = width(&glyphs);
        if !line.glyphs.is_empty() && line.width + advance + wide > room {
            line.close(face);
            lines.push(std::mem::replace(&mut line, Line::new(bold)));
        }
        if !line.glyphs.is_empty() {
            line.push_one(" ", space);
        }
        if wide > room {
            lines.extend(broken(face, word, glyphs, room, &mut line));
        } else {
            line.push(word, &glyphs);
        }
    }
    if !line.glyphs.is_empty() {
        lines.push(line);
    }
    lines
}

/// Words, which only spaces part that may break.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|word| !word.is_empty())
}

/// Width of glyphs in parts of the size.
fn width(glyphs: &[KrillaGlyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.x_advance).sum()
}

/// Full lines of a word that is longer than `room`; the rest of it begins `line`.
fn broken(
    face: &TypeFace,
    word: &str,
    glyphs: Vec<KrillaGlyph>,
    room: f32,
    line: &mut Line,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let hyphen = face.glyph('-');
    let room_before = room - hyphen.map_or(0.0, |(_, advance)| advance);
    let mut rest = glyphs.as_slice();
    while rest.len() > 1 && room_for(rest, room) < rest.len() {
        let mut end = room_for(rest, room_before).clamp(1, rest.len() - 1);
        if rest.len() - end < PART && end > 2 * PART {
            end = rest.len() - PART;
        }
        // Glyphs of one cluster, such as a letter and its accent, stay together.
        while end > 1 && shares_cluster(rest, end) {
            end -= 1;
        }
        let (part, after) = rest.split_at(end);
        push_part(line, word, part);
        if line.text.ends_with(char::is_alphanumeric) {
            // Read as a soft hyphen, so that the word is found as one.
            line.push_one("\u{AD}", hyphen);
        }
        lines.push(std::mem::replace(line, Line::new(line.bold)));
        rest = after;
    }
    push_part(line, word, rest);
    lines
}

/// How many glyphs fit into `room`.
fn room_for(glyphs: &[KrillaGlyph], room: f32) -> usize {
    let mut left = room;
    let fits = |glyph: &&KrillaGlyph| {
        left -= glyph.x_advance;
        left >= 0.0
    };
    glyphs.iter().take_while(fits).count()
}

fn shares_cluster(glyphs: &[KrillaGlyph], at: usize) -> bool {
    let start = |at: usize| glyphs.get(at).map(|glyph| glyph.text_range.start);
    start(at) == start(at.saturating_sub(1))
}

fn push_part(line: &mut Line, word: &str, part: &[KrillaGlyph]) {
    let (Some(first), Some(last)) = (part.first(), part.last()) else {
        return;
    };
    let (start, end) = (first.text_range.start, last.text_range.end);
    let from_start = |glyph: &KrillaGlyph| {
        let mut glyph = glyph.clone();
        glyph.text_range = glyph.text_range.start - start..glyph.text_range.end - start;
        glyph
    };
    let part: Vec<_> = part.iter().map(from_start).collect();
    line.push(word.get(start..end).unwrap_or_default(), &part);
}
