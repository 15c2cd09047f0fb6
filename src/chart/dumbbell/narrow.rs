//! The narrow format: the label above its line, the numbers below their marks.

use super::marks::{Scale, axis, captions, gap, grid, marks};
use super::{Dumbbell, DumbbellPanel, points};
use crate::chart::canvas::{Canvas, MARGIN};
use crate::chart::ink::Ink;
use crate::chart::text::Lettering;

/// Room for the gap at the right of the label.
const GAP: f64 = 60.0;
const ENDS: Lettering = Lettering::new(12.0, Ink::Muted);
const LABEL: Lettering = Lettering::new(14.0, Ink::Foreground);
const NUMBER: Lettering = Lettering::new(13.0, Ink::Foreground).bold(true).centred();

/// Draws rows and axis below `top`; returns the height below them. The first panel names the marks.
pub(super) fn panel(
    canvas: &mut Canvas,
    chart: &Dumbbell<'_>,
    panel: &DumbbellPanel<'_>,
    (top, leading): (f64, bool),
) -> f64 {
    let scale = Scale {
        left: MARGIN + 10.0,
        right: canvas.width - MARGIN - 10.0,
        reversed: panel.reversed,
    };
    let edges = (MARGIN, canvas.width - MARGIN);
    let centre = edges.1 - 24.0;
    let head = Lettering::new(12.0, Ink::Foreground).bold(true);
    let title = head.wrap(panel.title, edges.1 - edges.0);
    let above = head.leading() * title.len().saturating_sub(1) as f64;
    let first = top + 22.0 + above;
    let mut y = first;
    let mut placed = Vec::new();
    for row in &panel.rows {
        let label = LABEL
            .bold(row.outside)
            .wrap(&row.label, edges.1 - edges.0 - GAP - ENDS.width(&row.ends));
        let middle = y + 27.0 + LABEL.leading() * label.len() as f64;
        placed.push((row, label, y, middle));
        y = middle + 38.0;
    }
    let mut end = y;
    canvas.draw(|pen| {
        pen.lines(head, &title, MARGIN, first - 8.0 - above);
        if chart.is_compared() {
            pen.text(head.right_aligned(), chart.words.gap, edges.1, first - 8.0);
        }
        end = axis(pen, panel, scale, y);
    });
    for (number, (row, label, y, middle)) in placed.into_iter().enumerate() {
        canvas.group(&row.aria, |pen| {
            pen.horizontal(Ink::Grid, edges, y, 1.0);
            pen.lines(LABEL.bold(row.outside), &label, MARGIN, y + 18.0);
            if chart.is_compared() {
                gap(pen, row, centre, y + 18.0);
            }
            let beside = centre - 30.0;
            pen.text(ENDS.right_aligned(), &row.ends, beside, y + 18.0);
            grid(pen, scale, (middle - 14.0, middle + 14.0));
            marks(pen, scale, row, middle);
            let (team, leader) = (row.team, row.leader.unwrap_or_default());
            let mut texts = [points(team), points(leader)];
            if leading && number == 0 {
                texts = [
                    format!("{} {}", chart.words.team, points(team)),
                    format!("{} {}", chart.words.leader, points(leader)),
                ];
            }
            let texts = texts.each_ref().map(String::as_str);
            captions(pen, scale, row, NUMBER, texts, middle + 24.0);
        });
    }
    end
}
