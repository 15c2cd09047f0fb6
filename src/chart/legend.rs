//! The legend below a chart: what its marks mean.

use super::canvas::{Canvas, MARGIN};
use super::ink::Ink;
use super::pen::Pen;
use super::text::Lettering;

const TEXT: Lettering = Lettering::new(12.0, Ink::Muted);

/// A mark and its meaning.
pub(super) struct Entry<'a> {
    /// Width of the sample in pixels.
    pub(super) width: f64,
    /// Draws a sample of the mark, its left end and middle height given.
    pub(super) sample: fn(&Pen<'_>, f64, f64),
    pub(super) text: &'a str,
}

/// The entries side by side as far as they fit; returns the height below.
pub(super) fn legend(canvas: &mut Canvas, entries: &[Entry<'_>], top: f64) -> f64 {
    let right = canvas.width - MARGIN;
    let (mut x, mut y, mut end) = (MARGIN, top + 18.0, top);
    canvas.draw(|pen| {
        for Entry {
            width,
            sample,
            text,
        } in entries
        {
            let full = width + 8.0 + TEXT.width(text);
            if x > MARGIN && x + full > right {
                x = MARGIN;
                y = end + 10.0;
            }
            let lines = TEXT.wrap(text, right - x - width - 8.0);
            sample(pen, x, y);
            pen.lines(TEXT, &lines, x + width + 8.0, y);
            end = end.max(y + TEXT.leading() * lines.len() as f64);
            x += full + 24.0;
        }
    });
    end + 6.0
}
