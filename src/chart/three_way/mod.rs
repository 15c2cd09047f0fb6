//! Bars of three shares: is the leader's part too small, right or too large; was a commitment kept?

mod places;
mod row;
#[cfg(test)]
mod tests;

use super::heading::heading;
use super::ink::Ink;
use super::sheet::{Frame, Sheet};
use super::swatches::Swatches;
use super::{Svg, Width};
use places::Places;

/// A bar of 100 percent for each row.
pub struct ThreeWay<'a> {
    /// Unique on the page and without spaces.
    pub id: &'a str,
    /// The finding, as a short sentence.
    pub title: &'a str,
    /// What the shares are of.
    pub subtitle: &'a str,
    /// The chart in words, for a reader who does not see it.
    pub description: &'a str,
    /// What the three shares stand for, from left to right.
    pub words: [&'a str; 3],
    pub tone: Tone,
    /// Drawn in this order. A chart without rows shows its title and subtitle alone.
    pub rows: &'a [ThreeWayRow],
    pub width: Width,
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
        let (class, width) = self.width.format();
        let mut sheet = Sheet::new(width);
        let mut end = heading(&mut sheet, self.title, self.subtitle);
        let places = Places::fit(self, width);
        end = self.key(&mut sheet, &places, end);
        for row in self.rows {
            end = row::draw(&mut sheet, row, self.tone.inks(), &places, end);
        }
        let frame = Frame {
            id: self.id,
            class,
            title: self.title,
            description: self.description,
        };
        sheet.frame(end.ceil(), &frame)
    }

    /// What the shares mean, above the bars; returns the height below. Hatched bars need no key.
    fn key(&self, sheet: &mut Sheet, places: &Places, top: f64) -> f64 {
        if self.rows.iter().all(|row| row.shares.is_none()) {
            return top;
        }
        let [first, second, third] = self.tone.inks();
        let [one, two, three] = self.words;
        let meanings = [(first, one), (second, two), (third, three)];
        let (left, right) = places.bar;
        let key = Swatches::fit(&meanings, right - left);
        sheet.draw(|pen| key.draw(pen, left, top + 2.0));
        top + key.height + 12.0
    }
}

impl Tone {
    /// The inks of the shares. Strong and weak ones alternate, so that neighbours differ in
    /// brightness too.
    const fn inks(self) -> [Ink; 3] {
        match self {
            Self::Involvement => [Ink::Step1, Ink::Step5, Ink::Much],
            Self::Kept => [Ink::Step6, Ink::Middle, Ink::Step1],
        }
    }
}
