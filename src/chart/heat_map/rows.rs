//! The rows of cells.

use super::columns::Columns;
use super::heads::numbers;
use super::layout::{NOTE, RowLayout, lettering, pill_height, row_layouts};
use super::{HeatMap, HeatRow};
use crate::chart::canvas::{Canvas, MARGIN};
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::text::{Lettering, points};
use crate::report::Step;

/// Draws the rows below `top`; returns the height below them.
pub(super) fn draw(canvas: &mut Canvas, chart: &HeatMap<'_>, columns: &Columns, top: f64) -> f64 {
    let layouts = row_layouts(chart, columns, top);
    for (row, layout) in chart.rows.iter().zip(&layouts) {
        canvas.group(&row.aria, |pen| {
            head(pen, columns, row, layout);
            if row.is_hidden() {
                hidden(pen, columns, layout);
            } else {
                scores(pen, chart, columns, row, layout);
            }
        });
        if !row.is_hidden() {
            gaps(canvas, chart, columns, row, layout);
        }
    }
    layouts.last().map_or(top, |layout| layout.end)
}

/// Line, label and note.
fn head(pen: &Pen<'_>, columns: &Columns, row: &HeatRow, layout: &RowLayout) {
    if let Some(y) = layout.line {
        pen.horizontal(Ink::Link, (MARGIN, columns.right()), y, 1.0);
    }
    if let Some(y) = layout.numbers {
        numbers(pen, columns, y);
    }
    let x = MARGIN + layout.indent;
    pen.lines(lettering(row), &layout.label, x, layout.label_y);
    let (right, y) = layout.note;
    pen.text(NOTE.right_aligned(), &row.note, right, y);
}

/// A hatch instead of the cells, and the reason on a plain pill.
fn hidden(pen: &Pen<'_>, columns: &Columns, layout: &RowLayout) {
    let (upper, lower) = layout.cells;
    let (left, right) = (columns.left(), columns.right());
    pen.hatch((left, upper), (right, lower));
    let widths = layout.reason.iter().map(|line| NOTE.width(line));
    let half = widths.fold(0.0, f64::max) / 2.0 + 14.0;
    let (centre, middle) = (f64::midpoint(left, right), f64::midpoint(upper, lower));
    if !layout.reason.is_empty() {
        let ends = (centre - half, centre + half);
        let height = pill_height(&layout.reason);
        pen.capsule(Ink::Background, ends, middle, height);
        let first = middle - NOTE.leading() * (layout.reason.len() as f64 - 1.0) / 2.0;
        pen.lines(NOTE.centred(), &layout.reason, centre, first);
    }
}

fn scores(
    pen: &Pen<'_>,
    chart: &HeatMap<'_>,
    columns: &Columns,
    row: &HeatRow,
    layout: &RowLayout,
) {
    let (upper, lower) = layout.cells;
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
fn gaps(
    canvas: &mut Canvas,
    chart: &HeatMap<'_>,
    columns: &Columns,
    row: &HeatRow,
    layout: &RowLayout,
) {
    let (upper, lower) = layout.cells;
    let given = row.cells.iter().chain(std::iter::repeat(&None));
    let cells = chart.columns.iter().zip(&columns.cells).zip(given);
    for ((column, (left, right)), cell) in cells {
        if cell.is_none() {
            let sentence = format!("{}, {}: {}", row.label, column.title, chart.words.hidden);
            canvas.group(&sentence, |pen| pen.hatch((*left, upper), (*right, lower)));
        }
    }
}
