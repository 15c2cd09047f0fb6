//! Small multiples over time: what moved since the last wave?

mod head;
mod legend;
mod panel;
mod plot;
mod series;
mod space;
#[cfg(test)]
mod tests;
mod waves;
mod words;

use super::Svg;
use super::canvas::{Canvas, Frame, MARGIN, Width};
use crate::report::ChangeVerdict;
use head::Head;
use panel::Panel;
use plot::Plot;

/// Team and leader over the waves on a scale from 0 to 100, a panel for each dimension. The axis
/// is never cut, and nothing is drawn for a wave without figures.
pub struct Trends<'a> {
    pub frame: Frame<'a>,
    /// From the first to the last.
    pub waves: &'a [Wave],
    /// Drawn in this order. A chart without panels or waves shows its title and subtitle alone.
    pub panels: &'a [TrendPanel],
    pub words: TrendWords<'a>,
}

/// One wave.
pub struct Wave {
    /// Stands below the axis; of many waves only the first and the last.
    pub label: String,
    /// Why this wave has no figures, in a word or two that stand in the gap.
    pub gap: String,
}

/// One dimension.
pub struct TrendPanel {
    pub title: String,
    /// Stands small at the panel's head, for instance that high is worse. May be empty.
    pub note: String,
    /// A point for each wave; `None` where there is none or where it cannot be compared.
    pub points: Vec<Option<TrendPoint>>,
    /// In which scores chance alone could have put the last point, seen from the one before it.
    pub chance: Option<(f64, f64)>,
    /// The change with its verdict.
    pub change: String,
    pub verdict: ChangeVerdict,
    /// The panel in one sentence.
    pub aria: String,
}

/// The scores of one wave in points from 0 to 100.
pub struct TrendPoint {
    pub team: f64,
    /// Where the team would be if everybody answered once more, 95 %: the lower end. A range without width draws no
    /// band.
    pub lo: f64,
    /// The upper end.
    pub hi: f64,
    /// `None` where the leader gave no answer.
    pub leader: Option<f64>,
}

/// The words of the legend and of the first panel.
pub struct TrendWords<'a> {
    pub team: &'a str,
    pub leader: &'a str,
    /// What the band around the team's line is.
    pub band: &'a str,
    /// What the bracket at the last wave is.
    pub chance: &'a str,
}

/// Space between two columns of panels.
const GUTTER: f64 = 26.0;

impl Trends<'_> {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Svg {
        self.frame.around(|canvas, top| {
            if self.panels.is_empty() || self.waves.is_empty() {
                return top;
            }
            let end = self.panels(canvas, top);
            legend::draw(canvas, self, end)
        })
    }

    /// Draws the panels in rows below `top`; returns the height below them.
    fn panels(&self, canvas: &mut Canvas, top: f64) -> f64 {
        // The axis is whole, so the panel is tall: a move of five points is ten pixels.
        let (columns, height) = match self.frame.width {
            Width::Wide => (self.panels.len().clamp(2, 3), 200.0),
            Width::Narrow => (1, 150.0),
        };
        let pitch = (canvas.width - 2.0 * MARGIN + GUTTER) / columns as f64;
        let mut y = top;
        for (row, panels) in self.panels.chunks(columns).enumerate() {
            let heads: Vec<Head> = panels
                .iter()
                .map(|panel| Head::fit(panel, pitch - GUTTER))
                .collect();
            let above = heads.iter().map(Head::height).fold(0.0, f64::max);
            let lefts = (0_u8..).map(|column| MARGIN + pitch * f64::from(column));
            let mut end = y;
            for (number, ((panel, head), left)) in panels.iter().zip(heads).zip(lefts).enumerate() {
                let plot = Plot::new((left, left + pitch - GUTTER), y + above, height, self);
                let first = row == 0 && number == 0;
                canvas.group(&panel.aria, |pen| {
                    head.draw(pen, left, y);
                    end = end.max(Panel::new(self, panel, &plot).draw(pen, first));
                });
            }
            y = end + 16.0;
        }
        y
    }
}
