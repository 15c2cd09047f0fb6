//! The dumbbell chart: where do leader and team differ?

mod legend;
mod marks;
mod narrow;
#[cfg(test)]
mod tests;
mod wide;

use super::Svg;
use super::canvas::{Frame, Width};
use super::text::points;

/// Team and leader on one scale from 0 to 100, a row for each dimension. The axis is never cut, and right is always
/// better.
pub struct Dumbbell<'a> {
    pub frame: Frame<'a>,
    pub words: DumbbellWords<'a>,
    /// Drawn below each other. A chart without rows shows its title and subtitle alone.
    pub panels: &'a [DumbbellPanel<'a>],
}

/// Dimensions that are read in the same direction.
pub struct DumbbellPanel<'a> {
    /// Stands above the rows; may be empty.
    pub title: &'a str,
    /// What 0 and 100 stand for.
    pub scale_ends: (&'a str, &'a str),
    /// High is worse, so 100 lies at the left.
    pub reversed: bool,
    /// Drawn in this order.
    pub rows: Vec<DumbbellRow>,
}

/// The words of the column heads and of the legend.
pub struct DumbbellWords<'a> {
    pub team: &'a str,
    pub leader: &'a str,
    pub gap: &'a str,
    /// What the dot in its zone means.
    pub zone_key: &'a str,
    /// What a diamond inside the zone means.
    pub inside_key: &'a str,
    /// What a diamond outside the zone means.
    pub outside_key: &'a str,
    /// What the pill around a gap means.
    pub clear_key: &'a str,
    /// What the tick means.
    pub reference_key: &'a str,
}

/// One dimension; scores in points from 0 to 100.
pub struct DumbbellRow {
    pub label: String,
    pub team: f64,
    /// Around the team's dot: where chance alone can put the leader; without a leader, the team if everybody answered
    /// once more. `None` where nothing is known.
    pub zone: Option<(f64, f64)>,
    /// What the team stands beside: a tick.
    pub reference: Option<f64>,
    /// `None` where the leader gave no answer.
    pub leader: Option<f64>,
    /// Leader minus team, in points.
    pub gap: Option<f64>,
    /// The ends of its interval, with their signs, in words.
    pub ends: String,
    /// The interval leaves zero out: the diamond is filled, and lies outside the zone.
    pub outside: bool,
    /// The gap is clear: it stands on a pill.
    pub clear: bool,
    /// The row in one sentence.
    pub aria: String,
}

impl Dumbbell<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        self.frame.around(|canvas, top| {
            if self.rows().next().is_none() {
                return top;
            }
            let drawn = self.panels.iter().filter(|panel| !panel.rows.is_empty());
            let end = drawn.enumerate().fold(top, |top, (number, panel)| {
                let first = number == 0;
                match self.frame.width {
                    Width::Wide => wide::panel(canvas, self, panel, (top, first)),
                    Width::Narrow => narrow::panel(canvas, self, panel, (top, first)),
                }
            });
            legend::draw(canvas, self, end)
        })
    }

    /// There is a leader to compare with.
    fn is_compared(&self) -> bool {
        self.rows()
            .any(|row| row.leader.is_some() || row.gap.is_some())
    }

    fn rows(&self) -> impl Iterator<Item = &DumbbellRow> {
        self.panels.iter().flat_map(|panel| &panel.rows)
    }
}

impl DumbbellRow {
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
