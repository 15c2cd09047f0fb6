//! Dots with ranges: where something is likely to stand, beside the mean of all.

#[cfg(test)]
mod tests;

use super::Svg;
use super::canvas::{Canvas, Frame, MARGIN, Width};
use super::ink::Ink;
use super::legend::{Entry, legend};
use super::pen::Pen;
use super::text::{Lettering, points};

/// One scale from 0 to 100 for all rows, which is never cut. Right is always better.
pub struct Ranges<'a> {
    pub frame: Frame<'a>,
    pub words: RangeWords<'a>,
    /// Drawn in this order.
    pub rows: &'a [RangeRow],
}

/// The words of the axis and of the legend.
pub struct RangeWords<'a> {
    pub worse: &'a str,
    pub better: &'a str,
    pub range: &'a str,
    pub mean: &'a str,
}

/// One row; figures from 0 to 100.
pub struct RangeRow {
    /// Stands above the note; empty where it is that of the row before.
    pub label: String,
    pub note: String,
    pub at: f64,
    pub range: (f64, f64),
    pub mean: f64,
    /// High is worse, so 100 lies at the left.
    pub reversed: bool,
    /// The row in one sentence.
    pub aria: String,
}

const LABEL: Lettering = Lettering::new(14.0, Ink::Foreground).bold(true);
const NOTE: Lettering = Lettering::new(13.0, Ink::Foreground);
const SMALL: Lettering = Lettering::new(12.0, Ink::Muted);
const NUMBER: Lettering = Lettering::new(14.0, Ink::Team).centred();
/// Room for the texts beside the scale, where there is some, and for the number after it.
const BESIDE: f64 = 250.0;
const AFTER: f64 = 44.0;
const ROW: f64 = 34.0;

/// Where the scale lies.
#[derive(Clone, Copy)]
struct Scale {
    left: f64,
    right: f64,
}

impl Scale {
    fn x(self, score: f64, reversed: bool) -> f64 {
        let part = score.clamp(0.0, 100.0) / 100.0;
        let part = if reversed { 1.0 - part } else { part };
        self.left + (self.right - self.left) * part
    }
}

impl Ranges<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        self.frame.around(|canvas, top| {
            if self.rows.is_empty() {
                return top;
            }
            let scale = Scale {
                left: match self.frame.width {
                    Width::Wide => MARGIN + BESIDE,
                    Width::Narrow => MARGIN + 8.0,
                },
                right: canvas.width - MARGIN - AFTER,
            };
            let end = self
                .rows
                .iter()
                .fold(top, |top, row| self.row(canvas, scale, row, top));
            let end = self.axis(canvas, scale, end);
            let entry = |width, sample, text| Entry {
                width,
                sample,
                text,
            };
            let entries = [
                entry(30.0, range_sample, self.words.range),
                entry(12.0, mean_sample, self.words.mean),
            ];
            legend(canvas, &entries, end)
        })
    }

    fn row(&self, canvas: &mut Canvas, scale: Scale, row: &RangeRow, top: f64) -> f64 {
        let wide = self.frame.width == Width::Wide;
        let room = if wide {
            BESIDE - 20.0
        } else {
            canvas.width - 2.0 * MARGIN
        };
        let (label, note) = (LABEL.wrap(&row.label, room), NOTE.wrap(&row.note, room));
        let texts = LABEL.leading() * label.len() as f64 + NOTE.leading() * note.len() as f64;
        let (middle, end) = match wide {
            true => (top + texts.max(ROW) / 2.0, top + texts.max(ROW) + 10.0),
            false => (top + texts + ROW / 2.0, top + texts + ROW + 6.0),
        };
        canvas.group(&row.aria, |pen| {
            let first = if wide { middle - texts / 2.0 } else { top } + LABEL.leading() / 2.0;
            pen.lines(LABEL, &label, MARGIN, first);
            let second = first + LABEL.leading() * label.len() as f64;
            pen.lines(NOTE, &note, MARGIN, second);
            pen.horizontal(Ink::Grid, (scale.left, scale.right), middle, 1.0);
            let (a, b) = (
                scale.x(row.range.0, row.reversed),
                scale.x(row.range.1, row.reversed),
            );
            pen.capsule(Ink::Band, (a.min(b), a.max(b)), middle, 14.0);
            mean(pen, scale.x(row.mean, row.reversed), middle);
            pen.dot(scale.x(row.at, row.reversed), middle, 6.0);
            pen.text(NUMBER, &points(row.at), scale.right + AFTER / 2.0, middle);
        });
        end
    }

    fn axis(&self, canvas: &mut Canvas, scale: Scale, top: f64) -> f64 {
        let y = top + SMALL.leading() / 2.0;
        canvas.draw(|pen| {
            pen.text(SMALL, self.words.worse, scale.left, y);
            pen.text(SMALL.right_aligned(), self.words.better, scale.right, y);
        });
        y + SMALL.leading() / 2.0
    }
}

fn mean(pen: &Pen<'_>, x: f64, y: f64) {
    pen.rectangle(Ink::Foreground, (x - 1.0, y - 10.0), (x + 1.0, y + 10.0));
}

fn range_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.capsule(Ink::Band, (x, x + 30.0), y, 10.0);
    pen.dot(x + 15.0, y, 4.5);
}

fn mean_sample(pen: &Pen<'_>, x: f64, y: f64) {
    mean(pen, x + 6.0, y);
}
