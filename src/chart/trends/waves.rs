//! The labels of the waves below the axis.

use super::Wave;
use super::plot::Plot;
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::text::Lettering;

const LABEL: Lettering = Lettering::new(12.0, Ink::Muted);

/// Labels every wave where all fit, else the first and the last; returns the height below.
pub(super) fn draw(pen: &Pen<'_>, waves: &[Wave], plot: &Plot) -> f64 {
    let y = plot.bottom + 14.0;
    if all_fit(waves, plot) {
        for (wave, x) in waves.iter().zip(plot.xs()) {
            pen.text(LABEL.centred(), &wave.label, x, y);
        }
        return y + LABEL.leading() / 2.0;
    }
    let room = (plot.right - plot.left - 8.0) / 2.0;
    let label = |wave: Option<&Wave>| wave.map_or(Vec::new(), |wave| LABEL.wrap(&wave.label, room));
    let first = label(waves.first());
    let last = label(waves.get(1..).and_then(<[Wave]>::last));
    pen.lines(LABEL, &first, plot.left, y);
    pen.lines(LABEL.right_aligned(), &last, plot.right, y);
    y + LABEL.leading() * (first.len().max(last.len()) as f64 - 0.5)
}

fn all_fit(waves: &[Wave], plot: &Plot) -> bool {
    let mut free = plot.left - 24.0;
    let mut fit = true;
    for (wave, x) in waves.iter().zip(plot.xs()) {
        let half = LABEL.width(&wave.label) / 2.0;
        fit &= x - half >= free;
        free = x + half + 8.0;
    }
    fit && free - 8.0 <= plot.edge()
}
