//! The rows of cells.

use super::columns::Columns;
use super::heads::numbers;
use super::places::{NOTE, Place, lettering, pill_height, places};
use super::{HeatMap, HeatRow};
use crate::chart::heading::MARGIN;
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::sheet::Sheet;
use crate::chart::text::{Lettering, points};
use crate::report::Step;

/// Draws the rows below `top`; returns the height below them.
pub(super) fn draw(sheet: &mut Sheet, chart: &HeatMap<'_>, columns: &Columns, top: f64) -> f64 {
    let places = places(chart, columns, top);
    for (row, place) in chart.rows.iter().zip(&places) {
        sheet.group(&row.aria, |pen| {
            head(pen, columns, row, place);
            if row.is_hidden() {
                hidden(pen, columns, place);
            } else {
                scores(pen, chart, columns, row, place);
            }
        });
        if !row.is_hidden() {
            gaps(sheet, chart, columns, row, place);
        }
    }
    places.last().map_or(top, |place| place.end)
}

/// Line, label and note.
fn head(pen: &Pen<'_>, columns: &Columns, row: &HeatRow, place: &Place) {
    if let Some(y) = place.line {
        pen.horizontal(Ink::Link, (MARGIN, columns.right()), y, 1.0);
    }
    if let Some(y) = place.numbers {
        numbers(pen, columns, y);
    }
    let x = MARGIN + place.indent;
    pen.lines(lettering(row), &place.label, x, place.label_y);
    let (right, y) = place.note;
    pen.text(NOTE.right_aligned(), &row.note, right, y);
}

/// A hatch instead of the cells, and the reason on a plain pill.
fn hidden(pen: &Pen<'_>, columns: &Columns, place: &Place) {
    let (upper, lower) = place.cells;
    let (left, right) = (columns.left(), columns.right());
    pen.hatch((left, upper), (right, lower));
    let widths = place.reason.iter().map(|line| NOTE.width(line));
    let half = widths.fold(0.0, f64::max) / 2.0 + 14.0;
    let (centre, middle) = (f64::midpoint(left, right), f64::midpoint(upper, lower));
    if !place.reason.is_empty() {
        let ends = (centre - half, centre + half);
        let height = pill_height(&place.reason);
        pen.capsule(Ink::Background, ends, middle, height);
        let first = middle - NOTE.leading() * (place.reason.len() as f64 - 1.0) / 2.0;
        pen.lines(NOTE.centred(), &place.reason, centre, first);
    }
}

fn scores(pen: &Pen<'_>, chart: &HeatMap<'_>, columns: &Columns, row: &HeatRow, place: &Place) {
    let (upper, lower) = place.cells;
    let cells = chart.columns.iter().zip(&columns.cells).zip(&row.cells);
    for ((column, (left, right)), cell) in cells {
        if let Some(score) = cell {
            let ground = Ink::of_step(Step::of(score.round() as i64, column.high_is_worse));
            pen.tile(ground, (*left, upper), (*right, lower));
            let number = Lettering::new(13.0, ground.lettering())
                .bold(row.depth == 0)
                .centred();
            let centre = f64::midpoint(*left, *right);
            pen.text(number, &points(*score), centre, f64::midpoint(upper, lower));
        }
    }
}

/// A hatch for each cell without a score, with its own sentence.
fn gaps(sheet: &mut Sheet, chart: &HeatMap<'_>, columns: &Columns, row: &HeatRow, place: &Place) {
    let (upper, lower) = place.cells;
    let given = row.cells.iter().chain(std::iter::repeat(&None));
    let cells = chart.columns.iter().zip(&columns.cells).zip(given);
    for ((column, (left, right)), cell) in cells {
        if cell.is_none() {
            let sentence = format!("{}, {}: {}", row.label, column.title, chart.words.hidden);
            sheet.group(&sentence, |pen| pen.hatch((*left, upper), (*right, lower)));
        }
    }
}
