//! Bars of three shares: is the leader's part too small, right or too large; was a commitment kept?

#[cfg(test)]
mod tests;

use super::heading::{MARGIN, heading};
use super::ink::Ink;
use super::key::{Entry, key};
use super::pen::Pen;
use super::shares::{BAR, Share, bar, sample};
use super::sheet::{Frame, Sheet};
use super::text::Lettering;
use super::{Svg, Width};

/// A bar for each row, as wide as the sheet.
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
    /// Drawn in this order.
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
    /// Stands small at the right of the label, such as the number of answers; may be empty.
    pub note: String,
    /// Percent, from left to right; they add up to 100. `None` where they may not be shown.
    pub shares: Option<[f64; 3]>,
    /// Stands on the hatched bar where there are no shares.
    pub reason: String,
    /// The row in one sentence.
    pub aria: String,
}

const LABEL: Lettering = Lettering::new(14.0, Ink::Foreground);
const NOTE: Lettering = Lettering::new(12.0, Ink::Muted);

impl Tone {
    /// The inks of the areas and of the numbers on them.
    const fn inks(self) -> [(Ink, Ink); 3] {
        match self {
            Self::Involvement => [
                (Ink::No, Ink::OnPale),
                (Ink::StrongYes, Ink::OnDeep),
                (Ink::Much, Ink::OnDeep),
            ],
            Self::Kept => [
                (Ink::StrongYes, Ink::OnDeep),
                (Ink::Middle, Ink::OnPale),
                (Ink::StrongNo, Ink::OnDeep),
            ],
        }
    }

    const fn samples(self) -> [fn(&Pen<'_>, f64, f64); 3] {
        match self {
            Self::Involvement => [
                |pen, x, y| sample(pen, Ink::No, x, y),
                |pen, x, y| sample(pen, Ink::StrongYes, x, y),
                |pen, x, y| sample(pen, Ink::Much, x, y),
            ],
            Self::Kept => [
                |pen, x, y| sample(pen, Ink::StrongYes, x, y),
                |pen, x, y| sample(pen, Ink::Middle, x, y),
                |pen, x, y| sample(pen, Ink::StrongNo, x, y),
            ],
        }
    }
}

impl ThreeWay<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        let (class, width) = self.width.format();
        let mut sheet = Sheet::new(width);
        let mut end = heading(&mut sheet, self.title, self.subtitle) + 4.0;
        for row in self.rows {
            end = self.row(&mut sheet, row, end);
        }
        if self.rows.iter().any(|row| row.shares.is_some()) {
            let entries = self.words.iter().zip(self.tone.samples());
            let entries: Vec<Entry<'_>> = entries
                .map(|(text, sample)| Entry {
                    width: 12.0,
                    sample,
                    text,
                })
                .collect();
            end = key(&mut sheet, &entries, end);
        }
        let frame = Frame {
            id: self.id,
            class,
            title: self.title,
            description: self.description,
        };
        sheet.frame(end.ceil(), &frame)
    }

    /// A label above its bar; returns the height below.
    fn row(&self, sheet: &mut Sheet, row: &ThreeWayRow, top: f64) -> f64 {
        let (left, right) = (MARGIN, sheet.width - MARGIN);
        let note = NOTE.width(&row.note);
        let lines = LABEL.wrap(&row.label, right - left - note - 12.0);
        let first = top + LABEL.leading() / 2.0;
        let middle = top + LABEL.leading() * lines.len() as f64 + 6.0 + BAR / 2.0;
        sheet.group(&row.aria, |pen| {
            pen.lines(LABEL, &lines, left, first);
            pen.text(NOTE.right_aligned(), &row.note, right, first);
            match row.shares {
                Some(shares) => {
                    let shares = shares.into_iter().zip(self.tone.inks());
                    let shares: Vec<Share> = shares
                        .map(|(percent, (fill, text))| Share {
                            percent,
                            fill,
                            text,
                        })
                        .collect();
                    bar(pen, &shares, left, (right - left) / 100.0, middle);
                }
                None => hidden(pen, &row.reason, (left, right), middle),
            }
        });
        middle + BAR / 2.0 + 14.0
    }
}

/// A hatched bar with the reason on a plain ground.
fn hidden(pen: &Pen<'_>, reason: &str, (left, right): (f64, f64), middle: f64) {
    pen.hatch((left, middle - BAR / 2.0), (right, middle + BAR / 2.0));
    let reason_style = NOTE.centred();
    let (half, centre) = (NOTE.width(reason) / 2.0 + 10.0, f64::midpoint(left, right));
    pen.capsule(
        Ink::Background,
        (centre - half, centre + half),
        middle,
        20.0,
    );
    pen.text(reason_style, reason, centre, middle);
}
