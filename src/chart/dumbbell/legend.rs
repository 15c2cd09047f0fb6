//! The legend below the rows.

use super::Dumbbell;
use crate::chart::canvas::Canvas;
use crate::chart::ink::Ink;
use crate::chart::legend::{Entry, legend};
use crate::chart::pen::Pen;
use crate::chart::text::Lettering;

/// The marks that the rows use, with their meaning; returns the height below.
pub(super) fn draw(canvas: &mut Canvas, chart: &Dumbbell<'_>, top: f64) -> f64 {
    let words = &chart.words;
    let mut entries = vec![Entry {
        width: 30.0,
        sample: team_sample,
        text: words.interval_key,
    }];
    if chart.rows.iter().any(|row| row.leader.is_some()) {
        entries.push(Entry {
            width: 16.0,
            sample: leader_sample,
            text: words.leader,
        });
    }
    if chart.rows.iter().any(|row| row.verdict) {
        entries.push(Entry {
            width: 30.0,
            sample: gap_sample,
            text: words.verdict_key,
        });
    }
    legend(canvas, &entries, top)
}

fn team_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.capsule(Ink::Band, (x, x + 30.0), y, 10.0);
    pen.dot(x + 15.0, y, 4.5);
}

fn leader_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.diamond(x + 8.0, y, 6.0);
}

fn gap_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.capsule(Ink::Pill, (x, x + 30.0), y, 16.0);
    let sign = Lettering::new(12.0, Ink::Foreground).bold(true).centred();
    pen.text(sign, "\u{00b1}", x + 15.0, y);
}
