//! Diverging bars: how are the answers to statements spread? Those in the middle stand apart.

#[cfg(test)]
mod tests;

use super::heading::{MARGIN, heading};
use super::ink::Ink;
use super::key::{Entry, key};
use super::pen::Pen;
use super::shares::{BAR, Share, bar, sample, whole};
use super::sheet::{Frame, Sheet};
use super::text::Lettering;
use super::{Svg, Width};

/// Disagreement to the left and agreement to the right of one axis.
pub struct Diverging<'a> {
    /// Unique on the page and without spaces.
    pub id: &'a str,
    /// The finding, as a short sentence.
    pub title: &'a str,
    /// What the shares are of.
    pub subtitle: &'a str,
    /// The chart in words, for a reader who does not see it.
    pub description: &'a str,
    /// The options, from strongly disagree to strongly agree.
    pub options: [&'a str; 5],
    /// What the two sides of the axis stand for.
    pub sides: (&'a str, &'a str),
    /// Drawn in this order.
    pub rows: &'a [DivergingRow],
    pub width: Width,
}

/// One statement.
pub struct DivergingRow {
    pub label: String,
    /// Percent of each option; they add up to 100.
    pub shares: [f64; 5],
    /// The row in one sentence.
    pub aria: String,
}

const LABEL: Lettering = Lettering::new(13.0, Ink::Foreground);
const SUM: Lettering = Lettering::new(13.0, Ink::Foreground).bold(true);
const SIDE: Lettering = Lettering::new(12.0, Ink::Muted);
/// Room for a sum beside a bar.
const SUM_ROOM: f64 = 46.0;

/// The inks of each option's area and of the number on it.
const INKS: [(Ink, Ink); 5] = [
    (Ink::StrongNo, Ink::OnDeep),
    (Ink::No, Ink::OnPale),
    (Ink::Middle, Ink::OnPale),
    (Ink::Yes, Ink::OnPale),
    (Ink::StrongYes, Ink::OnDeep),
];

const SAMPLES: [fn(&Pen<'_>, f64, f64); 5] = [
    |pen, x, y| sample(pen, Ink::StrongNo, x, y),
    |pen, x, y| sample(pen, Ink::No, x, y),
    |pen, x, y| sample(pen, Ink::Middle, x, y),
    |pen, x, y| sample(pen, Ink::Yes, x, y),
    |pen, x, y| sample(pen, Ink::StrongYes, x, y),
];

/// Where everything stands, in pixels.
struct Places {
    /// Room for a label beside its bar; `None` where labels stand above.
    label: Option<f64>,
    axis: f64,
    /// Pixels a percent.
    unit: f64,
    /// Left end of the answers in the middle.
    middle: f64,
}

impl Diverging<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        let (class, width) = self.width.format();
        let mut sheet = Sheet::new(width);
        let end = heading(&mut sheet, self.title, self.subtitle) - 8.0;
        let entries = self.options.iter().zip(SAMPLES);
        let entries: Vec<Entry<'_>> = entries
            .map(|(text, sample)| Entry {
                width: 12.0,
                sample,
                text,
            })
            .collect();
        let top = key(&mut sheet, &entries, end) + 8.0;
        let places = self.places(sheet.width);
        let mut end = top;
        for row in self.rows {
            end = places.row(&mut sheet, row, end);
        }
        sheet.draw(|pen| {
            pen.vertical(Ink::Foreground, places.axis, (top, end));
            let (no, yes) = self.sides;
            let y = end + 12.0;
            pen.text(
                SIDE.right_aligned(),
                &format!("\u{2190} {no}"),
                places.axis - 8.0,
                y,
            );
            pen.text(SIDE, &format!("{yes} \u{2192}"), places.axis + 8.0, y);
        });
        let frame = Frame {
            id: self.id,
            class,
            title: self.title,
            description: self.description,
        };
        sheet.frame((end + 26.0).ceil(), &frame)
    }

    fn places(&self, sheet: f64) -> Places {
        let most = |side: fn(&DivergingRow) -> f64| self.rows.iter().map(side).fold(10.0, f64::max);
        let (no, yes, middle) = (
            most(DivergingRow::no),
            most(DivergingRow::yes),
            most(DivergingRow::middle),
        );
        let label = (self.width == Width::Wide).then_some(290.0);
        let left = MARGIN + label.map_or(0.0, |label| label + 12.0);
        let room = sheet - MARGIN - left - 2.0 * SUM_ROOM - 12.0;
        let unit = room / (no + yes + middle);
        let axis = left + SUM_ROOM + no * unit;
        Places {
            label,
            axis,
            unit,
            middle: axis + yes * unit + SUM_ROOM + 12.0,
        }
    }
}

impl DivergingRow {
    fn no(&self) -> f64 {
        let [strongly, tend, ..] = self.shares;
        strongly + tend
    }

    fn yes(&self) -> f64 {
        let [.., tend, strongly] = self.shares;
        tend + strongly
    }

    fn middle(&self) -> f64 {
        let [_, _, middle, _, _] = self.shares;
        middle
    }

    fn parts(&self) -> [Share; 5] {
        let mut inks = INKS.into_iter();
        self.shares.map(|percent| {
            let (fill, text) = inks.next().unwrap_or((Ink::Middle, Ink::OnPale));
            Share {
                percent,
                fill,
                text,
            }
        })
    }
}

impl Places {
    /// A statement and its bars; returns the height below.
    fn row(&self, sheet: &mut Sheet, row: &DivergingRow, top: f64) -> f64 {
        let room = self.label.unwrap_or(sheet.width - 2.0 * MARGIN);
        let lines = LABEL.wrap(&row.label, room);
        let height = LABEL.leading() * lines.len() as f64;
        let (first, middle, end) = match self.label {
            Some(_) => {
                let full = height.max(BAR) + 10.0;
                let first = top + (full - height + LABEL.leading()) / 2.0;
                (first, top + full / 2.0, top + full)
            }
            None => {
                let middle = top + height + 4.0 + BAR / 2.0;
                (
                    top + LABEL.leading() / 2.0,
                    middle,
                    middle + BAR / 2.0 + 12.0,
                )
            }
        };
        let [no_2, no_1, neither, yes_1, yes_2] = row.parts();
        sheet.group(&row.aria, |pen| {
            pen.lines(LABEL, &lines, MARGIN, first);
            let left = self.axis - row.no() * self.unit;
            bar(pen, &[no_2, no_1], left, self.unit, middle);
            let right = bar(pen, &[yes_1, yes_2], self.axis, self.unit, middle);
            let sum = |percent| format!("{} %", whole(percent));
            pen.text(SUM.right_aligned(), &sum(row.no()), left - 6.0, middle);
            pen.text(SUM, &sum(row.yes()), right + 6.0, middle);
            bar(pen, &[neither], self.middle, self.unit, middle);
        });
        end
    }
}
