//! The legend below the rows.

use super::marks::tick;
use super::{Dumbbell, DumbbellRow};
use crate::chart::canvas::Canvas;
use crate::chart::ink::Ink;
use crate::chart::legend::{Entry, legend};
use crate::chart::pen::Pen;
use crate::chart::text::Lettering;

/// The marks that the rows use, with their meaning; returns the height below.
pub(super) fn draw(canvas: &mut Canvas, chart: &Dumbbell<'_>, top: f64) -> f64 {
    let words = &chart.words;
    let some = |row: fn(&DumbbellRow) -> bool| chart.rows().any(row);
    let marks: [(bool, f64, Sample, &str); 5] = [
        (true, 30.0, team_sample, words.zone_key),
        (some(inside), 16.0, inside_sample, words.inside_key),
        (some(outside), 16.0, outside_sample, words.outside_key),
        (some(|row| row.clear), 30.0, gap_sample, words.clear_key),
        (
            some(|row| row.reference.is_some()),
            8.0,
            reference_sample,
            words.reference_key,
        ),
    ];
    let used = marks.into_iter().filter(|(used, ..)| *used);
    let entries = used.map(|(_, width, sample, text)| Entry {
        width,
        sample,
        text,
    });
    legend(canvas, &entries.collect::<Vec<_>>(), top)
}

type Sample = fn(&Pen<'_>, f64, f64);

fn inside(row: &DumbbellRow) -> bool {
    row.leader.is_some() && !row.outside
}

fn outside(row: &DumbbellRow) -> bool {
    row.leader.is_some() && row.outside
}

fn team_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.capsule(Ink::Band, (x, x + 30.0), y, 10.0);
    pen.dot(x + 15.0, y, 4.5);
}

fn inside_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.hollow_diamond(x + 8.0, y, 7.0);
}

fn outside_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.diamond(x + 8.0, y, 7.0);
}

fn reference_sample(pen: &Pen<'_>, x: f64, y: f64) {
    tick(pen, x + 4.0, y);
}

fn gap_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.capsule(Ink::Pill, (x, x + 30.0), y, 16.0);
    let sign = Lettering::new(12.0, Ink::Foreground).bold(true).centred();
    pen.text(sign, "\u{00b1}", x + 15.0, y);
}
