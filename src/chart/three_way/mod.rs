//! Bars of three shares: is the leader's part too small, right or too large; was a commitment kept?

mod layout;
mod row;
#[cfg(test)]
mod tests;

use super::Svg;
use super::canvas::{Canvas, Frame, Width};
use super::ink::Ink;
use super::swatches::Swatches;
use layout::Layout;

/// A bar of 100 percent for each row.
pub struct ThreeWay<'a> {
    pub frame: Frame<'a>,
    /// What the three shares stand for, from left to right.
    pub words: [&'a str; 3],
    pub tone: Tone,
    /// Drawn in this order. A chart without rows shows its title and subtitle alone.
    pub rows: &'a [ThreeWayRow],
}

/// Where the good share lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// In the middle, between too little and too much.
    Involvement,
    /// At the left: kept, partly, not.
    Kept,
}

/// One bar.
pub struct ThreeWayRow {
    pub label: String,
    /// Stands small by the label, such as the number of answers; may be empty.
    pub note: String,
    /// Percent, from left to right; they add up to 100, or nearly so where they are rounded.
    /// `None` where they may not be shown.
    pub shares: Option<[f64; 3]>,
    /// Stands on the hatched bar where there are no shares; may be empty.
    pub reason: String,
    /// The row in one sentence.
    pub aria: String,
}

impl ThreeWay<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        self.frame.around(|canvas, top| {
            let layout = Layout::fit(self, canvas.width);
            let mut end = self.legend(canvas, &layout, top);
            for row in self.rows {
                end = row::draw(canvas, row, self.tone.inks(), &layout, end);
            }
            end
        })
    }

    /// What the shares mean, above the bars; returns the height below. Hatched bars need no legend.
    fn legend(&self, canvas: &mut Canvas, layout: &Layout, top: f64) -> f64 {
        if self.rows.iter().all(|row| row.shares.is_none()) {
            return top;
        }
        let [first, second, third] = self.tone.inks();
        let [one, two, three] = self.words;
        let meanings = [(first, one), (second, two), (third, three)];
        let (left, right) = layout.bar;
        let legend = Swatches::fit(&meanings, right - left);
        canvas.draw(|pen| legend.draw(pen, left, top + 2.0));
        top + legend.height + 12.0
    }
}

impl Tone {
    /// The inks of the shares. Strong and weak ones alternate, so that neighbours differ in
    /// brightness too.
    pub(crate) const fn inks(self) -> [Ink; 3] {
        match self {
            Self::Involvement => [Ink::Step1, Ink::Step5, Ink::Much],
            Self::Kept => [Ink::Step6, Ink::Middle, Ink::Step1],
        }
    }
}
