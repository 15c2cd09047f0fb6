//! Histograms of differences, one below the other: how many teams lie where around zero.

#[cfg(test)]
mod tests;

use super::Svg;
use super::canvas::{Canvas, Frame, MARGIN, Width};
use super::ink::Ink;
use super::pen::Pen;
use super::text::{Lettering, points};

/// Counts in columns that lie alike around zero. All rows have the same columns and the same height for a count.
pub struct Histogram<'a> {
    pub frame: Frame<'a>,
    /// What the left and the right half stand for.
    pub ends: [&'a str; 2],
    /// The middle of each column, with its sign where it has one.
    pub columns: &'a [String],
    /// Drawn in this order.
    pub rows: &'a [HistogramRow],
}

/// One row of columns.
pub struct HistogramRow {
    pub label: String,
    /// One for each column.
    pub counts: Vec<usize>,
    /// The row in one sentence.
    pub aria: String,
}

/// The tallest bar, and the room for its count above it.
const BAR: f64 = 34.0;
const COUNT: f64 = 16.0;
/// Room below the line of a row.
const BELOW: f64 = 12.0;
const LABEL: Lettering = Lettering::new(14.0, Ink::Foreground);
const NUMBER: Lettering = Lettering::new(13.0, Ink::Foreground).centred();
const SMALL: Lettering = Lettering::new(12.0, Ink::Muted);
/// Room for the labels beside the columns, where there is some.
const BESIDE: f64 = 190.0;

/// Where the columns lie.
struct Place {
    left: f64,
    width: f64,
}

impl Place {
    fn centre(&self, column: usize) -> f64 {
        self.left + self.width * (column as f64 + 0.5)
    }
}

impl Histogram<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        self.frame.around(|canvas, top| {
            if self.rows.is_empty() || self.columns.is_empty() {
                return top;
            }
            let left = match self.frame.width {
                Width::Wide => MARGIN + BESIDE,
                Width::Narrow => MARGIN,
            };
            let place = Place {
                width: (canvas.width - MARGIN - left) / self.columns.len() as f64,
                left,
            };
            let end = self
                .rows
                .iter()
                .fold(top, |top, row| self.row(canvas, &place, row, top));
            self.axis(canvas, &place, end)
        })
    }

    fn row(&self, canvas: &mut Canvas, place: &Place, row: &HistogramRow, top: f64) -> f64 {
        let wide = self.frame.width == Width::Wide;
        let room = if wide {
            BESIDE - 16.0
        } else {
            canvas.width - 2.0 * MARGIN
        };
        let label = LABEL.wrap(&row.label, room);
        let above = if wide {
            0.0
        } else {
            LABEL.leading() * label.len() as f64
        };
        let ground = top + above + COUNT + BAR;
        let middle = self.columns.len() / 2;
        canvas.group(&row.aria, |pen| {
            let half = LABEL.leading() * (label.len() as f64 - 1.0) / 2.0;
            let at = if wide {
                ground - BAR / 2.0 - half
            } else {
                top + LABEL.leading() / 2.0
            };
            pen.lines(LABEL, &label, MARGIN, at);
            let (x, half) = (place.centre(middle), place.width / 2.0);
            pen.rectangle(
                Ink::Stripe,
                (x - half, ground - BAR - COUNT),
                (x + half, ground),
            );
            for (column, count) in row
                .counts
                .iter()
                .enumerate()
                .filter(|(_, count)| **count > 0)
            {
                self.bar(pen, place, (column, *count), ground);
            }
            let right = place.left + place.width * self.columns.len() as f64;
            pen.horizontal(Ink::Link, (place.left, right), ground, 1.0);
        });
        ground + BELOW
    }

    fn bar(&self, pen: &Pen<'_>, place: &Place, (column, count): (usize, usize), ground: f64) {
        let all = self.rows.iter().flat_map(|row| &row.counts);
        let most = all.copied().max().unwrap_or(1).max(1);
        let height = BAR * count as f64 / most as f64;
        let (x, half) = (place.centre(column), place.width / 2.0 - 3.0);
        pen.rectangle(Ink::Leader, (x - half, ground - height), (x + half, ground));
        pen.text(
            NUMBER,
            &points(count as f64),
            x,
            ground - height - COUNT / 2.0,
        );
    }

    /// The middles of the columns, as many as there is room for, and what the two halves stand for.
    fn axis(&self, canvas: &mut Canvas, place: &Place, top: f64) -> f64 {
        let middle = self.columns.len() / 2;
        let each = if self.frame.width == Width::Wide {
            1
        } else {
            middle.max(1)
        };
        let right = place.left + place.width * self.columns.len() as f64;
        let room = (right - place.left) / 2.0 - 8.0;
        let mut end = top;
        canvas.draw(|pen| {
            for (column, text) in self.columns.iter().enumerate() {
                if column.abs_diff(middle) % each == 0 {
                    pen.text(SMALL.centred(), text, place.centre(column), top);
                }
            }
            let [less, more] = self.ends.map(|words| SMALL.wrap(words, room));
            let y = top + SMALL.leading() + 2.0;
            pen.lines(SMALL, &less, place.left, y);
            pen.lines(SMALL.right_aligned(), &more, right, y);
            end = y + SMALL.leading() * less.len().max(more.len()) as f64;
        });
        end + 4.0
    }
}
