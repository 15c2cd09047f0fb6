//! Diverging bars: how are the answers to statements spread? Those in the middle stand apart.

mod places;
mod rows;
#[cfg(test)]
mod tests;

use super::heading::heading;
use super::ink::Ink;
use super::sheet::{Frame, Sheet};
use super::{Svg, Width};
use places::Places;

/// Disagreement to the left and agreement to the right of one axis; the answers in the middle are
/// no part of either and stand in a column of their own.
pub struct Diverging<'a> {
    /// Unique on the page and without spaces.
    pub id: &'a str,
    /// The finding, as a short sentence.
    pub title: &'a str,
    /// What the shares are of.
    pub subtitle: &'a str,
    /// The chart in words, for a reader who does not see it.
    pub description: &'a str,
    /// The options, from strongly disagree to strongly agree; those at the ends are empty where answers are told in
    /// three bands.
    pub options: [&'a str; 5],
    /// What the left and the right side of the axis stand for.
    pub sides: (&'a str, &'a str),
    /// Drawn in this order. A chart without rows shows its title and subtitle alone.
    pub rows: &'a [DivergingRow],
    pub width: Width,
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
const INKS: [Ink; 5] = [
    Ink::StrongNo,
    Ink::No,
    Ink::Middle,
    Ink::Yes,
    Ink::StrongYes,
];

impl Diverging<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        let (class, width) = self.width.format();
        let mut sheet = Sheet::new(width);
        let mut end = heading(&mut sheet, self.title, self.subtitle);
        if !self.rows.is_empty() {
            let places = Places::fit(self, width);
            let first = rows::key(&mut sheet, self, &places, end);
            end = rows::rows(&mut sheet, self, &places, first);
            end = rows::sides(&mut sheet, self, &places, end);
        }
        let frame = Frame {
            id: self.id,
            class,
            title: self.title,
            description: self.description,
        };
        sheet.frame(end.ceil(), &frame)
    }
}

impl DivergingRow {
    /// Percent at the left, in the middle and at the right.
    fn sums(&self) -> (f64, f64, f64) {
        let [no_2, no_1, middle, yes_1, yes_2] = self.shares.map(|share| share.max(0.0));
        (no_2 + no_1, middle, yes_1 + yes_2)
    }
}
