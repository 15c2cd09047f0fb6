//! Where labels, notes and bars stand.

use super::row::{LABEL, NOTE};
use super::{ThreeWay, ThreeWayRow, Width};
use crate::chart::canvas::MARGIN;
use crate::chart::text::Lettering;

/// Widest column of labels beside the bars.
const COLUMN: f64 = 220.0;
/// Space between labels and bars or notes.
const GUTTER: f64 = 18.0;

pub(super) struct Layout {
    pub(super) order: Order,
    /// Left and right end of a bar in pixels.
    pub(super) bar: (f64, f64),
}

/// How the parts of a row stand to each other, the same in all rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Label and note, one above the other, at the left of the bar.
    Beside,
    /// Label and note side by side above the bar.
    Above,
    /// Label, note and bar one above the other.
    Stacked,
}

impl Layout {
    /// Labels stand beside the bars where the canvas is wide and none needs more than two lines,
    /// and notes beside the labels where they cost them no line.
    pub(super) fn fit(chart: &ThreeWay<'_>, canvas: f64) -> Self {
        let (left, right) = (MARGIN, canvas - MARGIN);
        let mut column = 0.0_f64;
        let mut short = true;
        for (lettering, text) in chart.rows.iter().flat_map(texts) {
            let lines = lettering.wrap(text, COLUMN);
            short &= lines.len() <= 2;
            let widths = lines.iter().map(|line| lettering.width(line));
            column = widths.fold(column, f64::max);
        }
        if chart.frame.width == Width::Wide && short {
            return Self {
                order: Order::Beside,
                bar: (left + column + GUTTER, right),
            };
        }
        let full = right - left;
        let free = chart.rows.iter().all(|row| {
            let lines = |room| LABEL.wrap(&row.label, room).len();
            let room = full - GUTTER - NOTE.width(&row.note);
            room >= full / 2.0 && lines(room) == lines(full)
        });
        Self {
            order: if free { Order::Above } else { Order::Stacked },
            bar: (left, right),
        }
    }

    /// Room for the label of a row and for its note.
    pub(super) fn rooms(&self, row: &ThreeWayRow) -> (f64, f64) {
        let (left, right) = self.bar;
        match self.order {
            Order::Beside => (left - GUTTER - MARGIN, left - GUTTER - MARGIN),
            Order::Above => {
                let note = NOTE.width(&row.note);
                (right - left - GUTTER - note, note + 1.0)
            }
            Order::Stacked => (right - left, right - left),
        }
    }
}

fn texts(row: &ThreeWayRow) -> [(Lettering, &str); 2] {
    [(LABEL, &row.label), (NOTE, &row.note)]
}
