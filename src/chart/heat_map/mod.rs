//! The heat map: which group, which topic?

mod columns;
mod heads;
mod layout;
mod legend;
mod rows;
#[cfg(test)]
mod tests;

use super::Svg;
use super::canvas::{Frame, MARGIN, Width};
use columns::Columns;

/// Groups in rows and dimensions in columns, the number in every cell, on six fixed steps from 0
/// to 100 points.
pub struct HeatMap<'a> {
    pub frame: Frame<'a>,
    /// From left to right, at most nine.
    pub columns: &'a [HeatColumn],
    /// Drawn in this order. A chart without rows or columns shows its title and subtitle alone.
    pub rows: &'a [HeatRow],
    pub words: HeatWords<'a>,
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

/// The words of the heads and of the legend.
pub struct HeatWords<'a> {
    /// Marks the columns where high is worse.
    pub worse: &'a str,
    /// Says of a single hatched cell that it is hidden.
    pub hidden: &'a str,
    /// The good end of the legend.
    pub better: &'a str,
    /// The poor end of the legend.
    pub poorer: &'a str,
}

impl HeatMap<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        self.frame.around(|canvas, top| {
            if self.rows.is_empty() || self.columns.is_empty() {
                return top;
            }
            let left = match self.frame.width {
                Width::Wide => layout::label_room(self),
                Width::Narrow => MARGIN,
            };
            let columns = Columns::fit(self, left, canvas.width - MARGIN);
            let end = heads::draw(canvas, self, &columns, top);
            let end = rows::draw(canvas, self, &columns, end);
            legend::draw(canvas, self, &columns, end)
        })
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
