//! The legend of the lines.

use super::Trends;
use super::panel::DASHES;
use crate::chart::canvas::Canvas;
use crate::chart::ink::Ink;
use crate::chart::legend::{Entry, legend};
use crate::chart::pen::Pen;

const WIDTH: f64 = 30.0;

/// The lines that the panels use, with their meaning; returns the height below.
pub(super) fn draw(canvas: &mut Canvas, chart: &Trends<'_>, top: f64) -> f64 {
    let mut points = chart
        .panels
        .iter()
        .flat_map(|panel| &panel.points)
        .flatten();
    let (mut led, mut vague) = (false, false);
    points.by_ref().for_each(|point| {
        led |= point.leader.is_some();
        vague |= point.lo < point.hi;
    });
    let entry = |sample, text| Entry {
        width: WIDTH,
        sample,
        text,
    };
    let words = &chart.words;
    let mut entries = vec![entry(team, words.team)];
    if vague {
        entries.push(entry(band, words.band));
    }
    if led {
        entries.push(entry(leader, words.leader));
    }
    if chart.panels.iter().any(|panel| panel.chance.is_some()) {
        entries.push(entry(chance, words.chance));
    }
    legend(canvas, &entries, top - 8.0)
}

fn team(pen: &Pen<'_>, x: f64, y: f64) {
    pen.horizontal(Ink::Team, (x, x + WIDTH), y, 2.4);
    pen.dot(x + WIDTH - 5.0, y, 4.2);
}

fn band(pen: &Pen<'_>, x: f64, y: f64) {
    pen.rectangle(Ink::Band, (x, y - 6.0), (x + WIDTH, y + 6.0));
}

fn leader(pen: &Pen<'_>, x: f64, y: f64) {
    pen.dashed(Ink::Leader, &[(x, y), (x + WIDTH, y)], 2.0, DASHES);
    pen.diamond(x + WIDTH - 6.0, y, 5.4);
}

fn chance(pen: &Pen<'_>, x: f64, y: f64) {
    let (x, upper, lower) = (x + WIDTH / 2.0, y - 7.0, y + 7.0);
    pen.vertical(Ink::Link, x, (upper, lower));
    for end in [upper, lower] {
        pen.horizontal(Ink::Link, (x - 4.0, x + 0.5), end, 1.0);
    }
}
