//! The legend of the steps.

use super::HeatMap;
use super::columns::Columns;
use crate::chart::canvas::{Canvas, MARGIN};
use crate::chart::ink::Ink;
use crate::chart::text::Lettering;
use crate::report::Step;

const SMALL: Lettering = Lettering::new(12.0, Ink::Muted);
/// Ample for a range.
const NARROWEST: f64 = 50.0;
const HEIGHT: f64 = 22.0;

/// Draws the steps below `top`, with their ranges turned round too where a column needs it;
/// returns the height below.
pub(super) fn draw(canvas: &mut Canvas, chart: &HeatMap<'_>, columns: &Columns, top: f64) -> f64 {
    let edge = columns.right().max(MARGIN + 6.0 * NARROWEST);
    let step = ((edge - MARGIN) / 6.0).min(66.0);
    let left = edge - 6.0 * step;
    let mut y = top + 24.0;
    canvas.draw(|pen| {
        let words = &chart.words;
        pen.text(SMALL, words.poorer, left, y);
        pen.text(SMALL.right_aligned(), words.better, edge, y);
        y += 12.0;
        let lefts = (0..6_u8).map(|number| left + step * f64::from(number));
        let ranges = Step::ranges().map(|(from, to)| format!("{from}\u{2013}{to}"));
        let both = ranges.iter().zip(ranges.iter().rev());
        for ((x, step_at), (range, mirrored)) in lefts.zip(Step::ALL).zip(both) {
            let ground = Ink::of_step(step_at);
            let (centre, middle) = (x + step / 2.0, y + HEIGHT / 2.0);
            pen.tile(ground, (x + 1.0, y), (x + step - 1.0, y + HEIGHT));
            pen.text(
                SMALL.in_ink(ground.lettering()).centred(),
                range,
                centre,
                middle,
            );
            if chart.any_is_worse() {
                pen.text(SMALL.centred(), mirrored, centre, middle + 22.0);
            }
        }
        y += HEIGHT;
        if chart.any_is_worse() {
            y += 22.0;
            if left - 12.0 - SMALL.width(words.worse) > MARGIN {
                pen.text(SMALL.right_aligned(), words.worse, left - 12.0, y - 11.0);
            } else {
                let lines = SMALL.wrap(words.worse, edge - MARGIN);
                pen.lines(SMALL, &lines, MARGIN, y + 6.0);
                y += SMALL.leading() * lines.len() as f64;
            }
        }
    });
    y + 10.0
}
