//! The heads of the columns.

use super::columns::{Columns, Heads};
use super::{HeatColumn, HeatMap};
use crate::chart::canvas::{Canvas, MARGIN};
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::text::Lettering;

const TITLE: Lettering = Lettering::new(13.0, Ink::Foreground);
const MARK: Lettering = Lettering::new(12.0, Ink::Muted);
const NUMBER: Lettering = Lettering::new(12.0, Ink::Muted).bold(true);
/// Distance between the lines of a head.
const LEADING: f64 = 16.0;
/// Lines on a slope are broken at this length.
const LONGEST: f64 = 150.0;
/// Space between a sloping head and its column, along the slope.
pub(super) const BASE: f64 = 9.0;

/// The slope of turned heads: steep enough for three lines above a cell of 60 px.
pub(super) const SLOPE: Slope = Slope {
    degrees: 53.13,
    sine: 0.8,
    cosine: 0.6,
};

pub(super) struct Slope {
    degrees: f64,
    sine: f64,
    pub(super) cosine: f64,
}

/// The lines of a head: the title, and the mark where high is worse.
pub(super) struct Head(Vec<(Lettering, String)>);

impl Head {
    /// Whether no word of a head is wider than the room.
    pub(super) fn fits(chart: &HeatMap<'_>, column: &HeatColumn, room: f64) -> bool {
        let mut texts = texts(chart, column).into_iter();
        texts.all(|(lettering, text)| {
            let mut words = text.split_whitespace();
            words.all(|word| lettering.width(word) <= room)
        })
    }

    pub(super) fn wrapped(chart: &HeatMap<'_>, column: &HeatColumn, room: f64) -> Self {
        let texts = texts(chart, column).into_iter();
        let lines = texts.flat_map(|(lettering, text)| {
            let lines = lettering.wrap(text, room);
            lines.into_iter().map(move |line| (lettering, line))
        });
        Self(lines.collect())
    }

    pub(super) fn turned(chart: &HeatMap<'_>, column: &HeatColumn) -> Self {
        Self::wrapped(chart, column, LONGEST)
    }

    /// Length of the longest line.
    pub(super) fn length(&self) -> f64 {
        let widths = self.0.iter().map(|(lettering, line)| lettering.width(line));
        widths.fold(0.0, f64::max)
    }

    /// How far the last line of a sloping head lies right of its middle.
    pub(super) fn thickness(&self) -> f64 {
        self.height() / 2.0 / SLOPE.sine
    }

    fn height(&self) -> f64 {
        LEADING * self.0.len() as f64
    }

    /// The lines with their heights around zero.
    fn lines(&self) -> impl Iterator<Item = (&Lettering, &str, f64)> {
        let first = (LEADING - self.height()) / 2.0;
        let offsets = std::iter::successors(Some(first), |offset| Some(offset + LEADING));
        let lines = self.0.iter().zip(offsets);
        lines.map(|((lettering, line), offset)| (lettering, line.as_str(), offset))
    }
}

fn texts<'a>(chart: &'a HeatMap<'_>, column: &'a HeatColumn) -> Vec<(Lettering, &'a str)> {
    let mut texts = vec![(TITLE, column.title.as_str())];
    if column.high_is_worse {
        texts.push((MARK, chart.words.worse));
    }
    texts
}

/// Draws the heads below `top`; returns the height at which the rows begin.
pub(super) fn draw(canvas: &mut Canvas, chart: &HeatMap<'_>, columns: &Columns, top: f64) -> f64 {
    match &columns.heads {
        Heads::Wrapped(heads) => wrapped(canvas, columns, heads, top),
        Heads::Turned(heads) => turned(canvas, columns, heads, top),
        Heads::Numbered => list(canvas, chart, top),
    }
}

fn wrapped(canvas: &mut Canvas, columns: &Columns, heads: &[Head], top: f64) -> f64 {
    let highest = heads.iter().map(Head::height).fold(0.0, f64::max);
    let foot = top + 4.0 + highest;
    canvas.draw(|pen| {
        for (head, (left, right)) in heads.iter().zip(&columns.cells) {
            let centre = f64::midpoint(*left, *right);
            for (lettering, line, offset) in head.lines() {
                let y = foot - head.height() / 2.0 + offset;
                pen.text(lettering.centred(), line, centre, y);
            }
        }
    });
    foot + 6.0
}

fn turned(canvas: &mut Canvas, columns: &Columns, heads: &[Head], top: f64) -> f64 {
    let rises = heads
        .iter()
        .map(|head| SLOPE.sine * (head.length() + BASE) + 10.0);
    let foot = top + rises.fold(0.0, f64::max);
    for (head, (left, right)) in heads.iter().zip(&columns.cells) {
        let centre = f64::midpoint(*left, *right);
        canvas.turned(SLOPE.degrees, (centre, foot), |pen| {
            for (lettering, line, offset) in head.lines() {
                // All lines begin at the same height of the canvas.
                let along = BASE + offset * SLOPE.cosine / SLOPE.sine;
                pen.text(*lettering, line, centre + along, foot + offset);
            }
        });
    }
    foot + 4.0
}

fn list(canvas: &mut Canvas, chart: &HeatMap<'_>, top: f64) -> f64 {
    let left = MARGIN + 20.0;
    let room = canvas.width - MARGIN - left;
    let mut y = top + 8.0;
    canvas.draw(|pen| {
        for (number, column) in (1..).zip(chart.columns) {
            pen.text(NUMBER, &format!("{number}"), MARGIN, y);
            let end = left + TITLE.width(&column.title) + 10.0;
            let beside = column.high_is_worse && end + MARK.width(chart.words.worse) < left + room;
            if beside {
                pen.text(TITLE, &column.title, left, y);
                pen.text(MARK, chart.words.worse, end, y);
                y += LEADING + 2.0;
            } else {
                for (lettering, line, _) in Head::wrapped(chart, column, room).lines() {
                    pen.text(*lettering, line, left, y);
                    y += LEADING;
                }
                y += 2.0;
            }
        }
    });
    y
}

/// The numbers of the list in a line above the cells.
pub(super) fn numbers(pen: &Pen<'_>, columns: &Columns, y: f64) {
    for (number, (left, right)) in (1..).zip(&columns.cells) {
        let centre = f64::midpoint(*left, *right);
        pen.text(NUMBER.centred(), &format!("{number}"), centre, y);
    }
}
