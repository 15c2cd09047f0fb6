//! Diverging bars: how are the answers to statements spread? Those in the middle stand apart.

mod layout;
mod rows;
#[cfg(test)]
mod tests;

use super::Svg;
use super::canvas::{Frame, Width};
use super::ink::Ink;
use layout::Layout;

/// Disagreement to the left and agreement to the right of one axis; the answers in the middle are
/// no part of either and stand in a column of their own.
pub struct Diverging<'a> {
    pub frame: Frame<'a>,
    /// The options, from strongly disagree to strongly agree; those at the ends are empty where answers are told in
    /// three bands.
    pub options: [&'a str; 5],
    /// What the left and the right side of the axis stand for.
    pub sides: (&'a str, &'a str),
    /// Drawn in this order. A chart without rows shows its title and subtitle alone.
    pub rows: &'a [DivergingRow],
}

/// One statement.
pub struct DivergingRow {
    pub label: String,
    /// Percent of each option, in the order of the options; they need not add up to 100.
    pub shares: [f64; 5],
    /// The row in one sentence.
    pub aria: String,
}

/// The inks of the options.
const INKS: [Ink; 5] = [Ink::Step1, Ink::Step2, Ink::Middle, Ink::Step5, Ink::Step6];

impl Diverging<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        self.frame.around(|canvas, top| {
            if self.rows.is_empty() {
                return top;
            }
            let layout = Layout::fit(self, canvas.width);
            let end = rows::legend(canvas, self, &layout, top);
            let end = rows::rows(canvas, self, &layout, end);
            rows::sides(canvas, self, &layout, end)
        })
    }
}

impl DivergingRow {
    /// Percent at the left, in the middle and at the right.
    fn sums(&self) -> (f64, f64, f64) {
        let [no_2, no_1, middle, yes_1, yes_2] = self.shares.map(|share| share.max(0.0));
        (no_2 + no_1, middle, yes_1 + yes_2)
    }
}
