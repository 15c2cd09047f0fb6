//! The heat map: which group, which topic?

mod columns;
mod heads;
mod key;
mod places;
mod rows;
#[cfg(test)]
mod tests;

use super::Svg;
use super::dumbbell::Width;
use super::heading::{MARGIN, heading};
use super::sheet::{Frame, Sheet};
use columns::Columns;

/// Groups in rows and dimensions in columns, the number in every cell, on six fixed steps from 0
/// to 100 points.
pub struct HeatMap<'a> {
    /// Unique on the page and without spaces.
    pub id: &'a str,
    /// The finding, as a short sentence.
    pub title: &'a str,
    /// Scale, order and wave, as a sentence.
    pub subtitle: &'a str,
    /// The chart in words, for a reader who does not see it.
    pub description: &'a str,
    /// From left to right, at most nine.
    pub columns: &'a [HeatColumn],
    /// Drawn in this order. A chart without rows or columns shows its title and subtitle alone.
    pub rows: &'a [HeatRow],
    pub words: HeatWords<'a>,
    pub width: Width,
}

/// One dimension.
pub struct HeatColumn {
    pub title: String,
    /// The steps of such a column are turned round, so that a colour means the same in every column. It stands
    /// apart from columns where high is good.
    pub high_is_worse: bool,
}

/// One group.
pub struct HeatRow {
    pub label: String,
    /// 0 for the organisation, 1 for a department, more for what lies within it.
    pub depth: usize,
    /// Stands small beside the label, for instance how many answered.
    pub note: String,
    /// A score from 0 to 100 points for each column; `None` where that cell is hidden.
    pub cells: Vec<Option<f64>>,
    /// Why the whole row is hidden. No score of a row with a reason is drawn.
    pub withheld: String,
    /// The row in one sentence.
    pub aria: String,
}

/// The words of the heads and of the key.
pub struct HeatWords<'a> {
    /// Marks the columns where high is worse.
    pub worse: &'a str,
    /// Says of a single hatched cell that it is hidden.
    pub hidden: &'a str,
    /// The good end of the key.
    pub better: &'a str,
    /// The poor end of the key.
    pub poorer: &'a str,
}

impl HeatMap<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        let (class, width) = self.width.format();
        let mut sheet = Sheet::new(width);
        let mut end = heading(&mut sheet, self.title, self.subtitle);
        if !self.rows.is_empty() && !self.columns.is_empty() {
            let left = match self.width {
                Width::Wide => places::label_room(self),
                Width::Narrow => MARGIN,
            };
            let columns = Columns::fit(self, left, width - MARGIN);
            end = heads::draw(&mut sheet, self, &columns, end);
            end = rows::draw(&mut sheet, self, &columns, end);
            end = key::draw(&mut sheet, self, &columns, end);
        }
        let frame = Frame {
            id: self.id,
            class,
            title: self.title,
            description: self.description,
        };
        sheet.frame(end.ceil(), &frame)
    }

    fn any_is_worse(&self) -> bool {
        self.columns.iter().any(|column| column.high_is_worse)
    }
}

impl HeatRow {
    fn is_hidden(&self) -> bool {
        !self.withheld.is_empty() || self.cells.is_empty()
    }
}
