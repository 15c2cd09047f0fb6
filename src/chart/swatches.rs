//! Colour swatches: squares with their meaning, in the order of the shares.

use super::ink::Ink;
use super::pen::Pen;
use super::text::Lettering;

/// Side of a square in pixels.
pub(super) const SQUARE: f64 = 12.0;
const TEXT: Lettering = Lettering::new(12.0, Ink::Muted);
/// Space between a square and its text, and between an entry and the next.
const SPACES: (f64, f64) = (5.0, 18.0);
/// Space between two lines of entries.
const ROW: f64 = 4.0;

/// Squares and texts, each at its place in the block.
pub(super) struct Swatches {
    entries: Vec<Entry>,
    /// Pixels.
    pub(super) width: f64,
    /// Pixels.
    pub(super) height: f64,
}

struct Entry {
    ink: Ink,
    lines: Vec<String>,
    x: f64,
    y: f64,
}

impl Swatches {
    /// Puts entries side by side as far as they fit into `room` pixels, in lines about equally
    /// long.
    pub(super) fn fit(meanings: &[(Ink, &str)], room: f64) -> Self {
        let mut block = Self::within(meanings, room);
        loop {
            let tighter = Self::within(meanings, block.width - 1.0);
            if tighter.height > block.height || tighter.width >= block.width {
                return block;
            }
            block = tighter;
        }
    }

    fn within(meanings: &[(Ink, &str)], room: f64) -> Self {
        let (mut x, mut y) = (0.0, 0.0);
        let mut block = Self {
            entries: Vec::new(),
            width: 0.0,
            height: 0.0,
        };
        for (ink, text) in meanings {
            let before = SQUARE + SPACES.0;
            let lines = TEXT.wrap(text, room - before);
            let widths = lines.iter().map(|line| TEXT.width(line));
            let width = before + widths.fold(0.0, f64::max);
            if x > 0.0 && x + width > room {
                (x, y) = (0.0, block.height + ROW);
            }
            block.width = block.width.max(x + width);
            let height = TEXT.leading() * lines.len().max(1) as f64;
            block.height = block.height.max(y + height);
            block.entries.push(Entry {
                ink: *ink,
                lines,
                x,
                y,
            });
            x += width + SPACES.1;
        }
        block
    }

    /// Draws the block with its upper left corner at this point.
    pub(super) fn draw(&self, pen: &Pen<'_>, left: f64, top: f64) {
        for Entry { ink, lines, x, y } in &self.entries {
            let (x, y) = (left + x, top + y + TEXT.leading() / 2.0);
            // A text is centred by its small letters, and the others are taller.
            swatch(pen, *ink, x, y - 1.0);
            pen.lines(TEXT, lines, x + SQUARE + SPACES.0, y);
        }
    }
}

/// A square with its left end and its middle height here.
pub(super) fn swatch(pen: &Pen<'_>, ink: Ink, x: f64, y: f64) {
    let half = SQUARE / 2.0;
    pen.tile(ink, (x, y - half), (x + SQUARE, y + half));
}
