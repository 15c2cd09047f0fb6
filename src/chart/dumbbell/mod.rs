//! The dumbbell chart: where do leader and team differ?

mod layout;
mod marks;
mod narrow;
#[cfg(test)]
mod tests;
mod wide;

use super::Svg;
use super::heading::heading;
use super::sheet::{Frame, Sheet};
use super::text::points;

/// Team and leader on one scale from 0 to 100, a row for each dimension. The axis is never cut.
pub struct Dumbbell<'a> {
    /// Unique on the page and without spaces.
    pub id: &'a str,
    /// The finding, as a short sentence.
    pub title: &'a str,
    /// Scale, order and number of answers, as a sentence.
    pub subtitle: &'a str,
    /// The chart in words, for a reader who does not see it.
    pub description: &'a str,
    /// What 0 and 100 stand for.
    pub scale_ends: (&'a str, &'a str),
    pub words: DumbbellWords<'a>,
    /// Drawn in this order. A chart without rows shows its title and subtitle alone.
    pub rows: &'a [DumbbellRow],
    pub width: Width,
}

/// The words of the column heads and of the key.
pub struct DumbbellWords<'a> {
    pub team: &'a str,
    pub leader: &'a str,
    pub gap: &'a str,
    /// What the dot on its band means.
    pub interval_key: &'a str,
    /// What the pill around a gap means.
    pub verdict_key: &'a str,
}

/// One dimension; scores in points from 0 to 100.
pub struct DumbbellRow {
    pub label: String,
    pub team: f64,
    /// Lower end of the team's 95 % interval. An interval without width (everyone answered) draws
    /// no band.
    pub lo: f64,
    /// Upper end of the interval.
    pub hi: f64,
    /// `None` where the leader gave no answer.
    pub leader: Option<f64>,
    /// Leader minus team, in points.
    pub gap: Option<f64>,
    /// Whether the verdict is over or under: the gap stands on a pill.
    pub verdict: bool,
    /// The row in one sentence.
    pub aria: String,
}

/// The format of a chart; text is at least 12 px at its full width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 800 px, for a page or a sheet of paper.
    Wide,
    /// 344 px, for a phone 360 px wide.
    Narrow,
}

impl Width {
    /// The class of the format and its width in pixels.
    pub(super) const fn format(self) -> (&'static str, f64) {
        match self {
            Self::Wide => ("ch-wide", 800.0),
            Self::Narrow => ("ch-narrow", 344.0),
        }
    }
}

impl Dumbbell<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        let (class, width) = self.width.format();
        let mut sheet = Sheet::new(width);
        let mut end = heading(&mut sheet, self.title, self.subtitle);
        if !self.rows.is_empty() {
            end = match self.width {
                Width::Wide => wide::rows(&mut sheet, self, end),
                Width::Narrow => narrow::rows(&mut sheet, self, end),
            };
            end = layout::legend(&mut sheet, self, end);
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

impl DumbbellRow {
    fn has_interval(&self) -> bool {
        self.lo < self.hi
    }

    /// Leader minus team with its sign, or a dash.
    fn gap_text(&self) -> String {
        let Some(gap) = self.gap.map(f64::round) else {
            return DASH.to_owned();
        };
        match gap {
            _ if gap > 0.0 => format!("+{gap}"),
            _ if gap < 0.0 => format!("\u{2212}{}", -gap),
            _ => "0".to_owned(),
        }
    }
}

/// Stands where there is no number.
const DASH: &str = "\u{2014}";
