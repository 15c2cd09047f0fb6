//! Where the parts of each row lie.

use super::columns::{Columns, Heads};
use super::{HeatMap, HeatRow};
use crate::chart::Width;
use crate::chart::canvas::MARGIN;
use crate::chart::ink::Ink;
use crate::chart::text::{Lettering, Weight};

const LABEL: Lettering = Lettering::new(14.0, Ink::Foreground);
pub(super) const NOTE: Lettering = Lettering::new(12.0, Ink::Muted);
/// Space around a note and after the labels.
const GUTTER: f64 = 14.0;
/// The label of a group is indented by this for each level below the departments.
const INDENT: f64 = 14.0;
/// In the narrow format the numbers of the columns return after so many rows.
const REPEAT: usize = 8;

/// The parts of a row; heights from the top of the canvas.
pub(super) struct RowLayout {
    /// A line across the canvas, above the row.
    pub(super) line: Option<f64>,
    /// The numbers of the columns.
    pub(super) numbers: Option<f64>,
    pub(super) label: Vec<String>,
    pub(super) indent: f64,
    /// The first line of the label.
    pub(super) label_y: f64,
    /// The right end of the note and its height.
    pub(super) note: (f64, f64),
    /// Upper and lower edge of the cells.
    pub(super) cells: (f64, f64),
    /// The lines of the reason why the row is hidden.
    pub(super) reason: Vec<String>,
    pub(super) end: f64,
}

/// How far the cells of the wide format lie from the left.
pub(super) fn label_room(chart: &HeatMap<'_>) -> f64 {
    let labels = chart
        .rows
        .iter()
        .map(|row| indent(row) + lettering(row).width(&row.label));
    MARGIN + labels.fold(80.0, f64::max).min(196.0) + GUTTER + note_room(chart)
}

fn note_room(chart: &HeatMap<'_>) -> f64 {
    let notes = chart.rows.iter().map(|row| NOTE.width(&row.note));
    let widest = notes.fold(0.0, f64::max);
    if widest > 0.0 { widest + GUTTER } else { 0.0 }
}

/// The label's weight says its level.
pub(super) fn lettering(row: &HeatRow) -> Lettering {
    LABEL.weighing(match row.depth {
        0 => Weight::Bold,
        1 => Weight::SemiBold,
        _ => Weight::Regular,
    })
}

fn indent(row: &HeatRow) -> f64 {
    INDENT * row.depth.saturating_sub(1).min(4) as f64
}

/// Rows one below the other from `top` on.
pub(super) fn row_layouts(chart: &HeatMap<'_>, columns: &Columns, top: f64) -> Vec<RowLayout> {
    let mut y = top;
    let mut above: Option<usize> = None;
    let mut layouts = Vec::new();
    for (number, row) in chart.rows.iter().enumerate() {
        let apart = above.is_some_and(|above| row.depth == 0 || above == 0);
        let line = apart.then_some(y + 6.0);
        y += match above {
            Some(_) if apart => 13.0,
            Some(_) if row.depth == 1 => 6.0,
            _ => 0.0,
        };
        let layout = match chart.frame.width {
            Width::Wide => wide(chart, columns, row, y),
            Width::Narrow => narrow(columns, row, y, number % REPEAT == 0),
        };
        y = layout.end;
        above = Some(row.depth);
        layouts.push(RowLayout { line, ..layout });
    }
    layouts
}

/// Label, note and cells side by side.
fn wide(chart: &HeatMap<'_>, columns: &Columns, row: &HeatRow, top: f64) -> RowLayout {
    let (indent, lettering) = (indent(row), lettering(row));
    let room = columns.left() - note_room(chart) - GUTTER - MARGIN - indent;
    let label = lettering.wrap(&row.label, room);
    let reason = reason(columns, row);
    let lines = lettering.leading() * label.len() as f64;
    let height = 32_f64.max(lines + 8.0).max(pill_height(&reason) + 8.0);
    let middle = top + height / 2.0;
    RowLayout {
        line: None,
        numbers: None,
        label_y: middle - (lines - lettering.leading()) / 2.0,
        label,
        indent,
        note: (columns.left() - GUTTER, middle),
        cells: (top + 1.5, top + height - 1.5),
        reason,
        end: top + height,
    }
}

/// Label and note above the cells.
fn narrow(columns: &Columns, row: &HeatRow, top: f64, numbered: bool) -> RowLayout {
    let (indent, lettering) = (indent(row), lettering(row));
    let numbered = numbered && matches!(columns.heads, Heads::Numbered);
    let right = columns.right();
    let room = right - MARGIN - indent - NOTE.width(&row.note) - 12.0;
    let label = lettering.wrap(&row.label, room.max(90.0));
    let label_y = top + lettering.leading() / 2.0 + 2.0;
    let mut cells = top + lettering.leading() * label.len() as f64 + 4.0;
    let numbers = numbered.then_some(cells + 7.0);
    if numbered {
        cells += 16.0;
    }
    let reason = reason(columns, row);
    let height = 28_f64.max(pill_height(&reason) + 6.0);
    RowLayout {
        line: None,
        numbers,
        label,
        indent,
        label_y,
        note: (right, label_y),
        cells: (cells, cells + height),
        reason,
        end: cells + height + 11.0,
    }
}

/// The lines of the reason, if the row is hidden.
fn reason(columns: &Columns, row: &HeatRow) -> Vec<String> {
    let room = columns.right() - columns.left() - 40.0;
    NOTE.wrap(&row.withheld, room)
}

/// Height of the pill on which a reason stands.
pub(super) fn pill_height(reason: &[String]) -> f64 {
    NOTE.leading() * reason.len() as f64 + 6.0
}
