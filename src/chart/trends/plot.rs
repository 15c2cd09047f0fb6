//! The plot of a panel: waves from left to right, scores from 0 to 100 upwards.

use super::Trends;
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::text::{Lettering, points};

const TICK: Lettering = Lettering::new(12.0, Ink::Muted);
/// Room for the numbers of the axis.
const TICKS: f64 = 28.0;
/// Room for the last scores.
const LAST: f64 = 44.0;
/// Space between the ends of the axis and the first and last wave.
const INSET: f64 = 8.0;

/// The edges of the plot in pixels.
pub(super) struct Plot {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    waves: usize,
}

impl Plot {
    /// A plot between the edges of a panel, `height` pixels from 100 down to 0.
    pub(super) fn new(edges: (f64, f64), top: f64, height: f64, chart: &Trends<'_>) -> Self {
        Self {
            left: edges.0 + TICKS,
            right: edges.1 - LAST,
            top,
            bottom: top + height,
            waves: chart.waves.len(),
        }
    }

    /// Where the panel ends at the right.
    pub(super) fn edge(&self) -> f64 {
        self.right + LAST
    }

    /// The places of the waves; a single one stands in the middle.
    pub(super) fn xs(&self) -> impl Iterator<Item = f64> {
        let (first, room) = (self.left + INSET, self.right - self.left - 2.0 * INSET);
        let waves = self.waves;
        (0..waves).map(move |wave| match waves {
            1 => first + room / 2.0,
            _ => first + room * wave as f64 / (waves - 1) as f64,
        })
    }

    /// The place of a score.
    pub(super) fn y(&self, score: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * score.clamp(0.0, 100.0) / 100.0
    }

    /// A pale background for waves without figures, from the first to the last.
    pub(super) fn blank(&self, pen: &Pen<'_>, (first, last): (f64, f64)) {
        let half = (self.right - self.left) / (2 * self.waves) as f64;
        let left = (first - half.min(14.0)).max(self.left);
        let right = (last + half.min(14.0)).min(self.right);
        pen.rectangle(Ink::Stripe, (left, self.top), (right, self.bottom));
    }

    /// Level lines with their numbers, fainter ones between.
    pub(super) fn grid(&self, pen: &Pen<'_>) {
        let ends = (self.left, self.right);
        for score in [0.0, 50.0, 100.0] {
            let y = self.y(score);
            pen.horizontal(Ink::Grid, ends, y, 1.0);
            pen.text(TICK.right_aligned(), &points(score), self.left - 6.0, y);
        }
        for score in [25.0, 75.0] {
            pen.horizontal(Ink::Grid, ends, self.y(score), 0.5);
        }
    }
}
