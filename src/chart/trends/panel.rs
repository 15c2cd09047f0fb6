//! One panel: its grounds and lines.

use super::plot::Plot;
use super::series::{self, Spot, gaps};
use super::space::Span;
use super::{TrendPanel, Trends, waves};
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;

/// Dash and space of the leader's line.
pub(super) const DASHES: (f64, f64) = (6.0, 3.5);
/// Dash and space of the line that only leads the eye over a gap.
const DOTS: (f64, f64) = (1.6, 3.4);
/// How far right of the last wave the bracket stands.
const BRACKET: f64 = 7.0;
/// Centres of dot and diamond lie at least this far apart.
pub(super) const CLEARANCE: f64 = 10.0;

pub(super) struct Panel<'a> {
    pub(super) chart: &'a Trends<'a>,
    pub(super) panel: &'a TrendPanel,
    pub(super) plot: &'a Plot,
    pub(super) team: Vec<Vec<Spot>>,
    pub(super) leader: Vec<Vec<(f64, f64)>>,
}

/// Waves without figures.
pub(super) struct Gap<'a> {
    /// The places of the first and the last.
    pub(super) waves: Span,
    pub(super) word: &'a str,
}

impl<'a> Panel<'a> {
    pub(super) fn new(chart: &'a Trends<'a>, panel: &'a TrendPanel, plot: &'a Plot) -> Self {
        Self {
            chart,
            panel,
            plot,
            team: series::team(&panel.points, plot),
            leader: series::leader(&panel.points, plot),
        }
    }

    /// Draws everything below the head; returns the height below. The first panel names its lines.
    pub(super) fn draw(&self, pen: &Pen<'_>, names: bool) -> f64 {
        let gaps = self.gaps();
        for gap in &gaps {
            self.plot.blank(pen, gap.waves);
        }
        self.plot.grid(pen);
        self.lines(pen);
        self.words(pen, &gaps, names);
        waves::draw(pen, self.chart.waves, self.plot)
    }

    /// The waves without figures, those with the same reason together.
    fn gaps(&self) -> Vec<Gap<'a>> {
        let given = self.panel.points.iter().map(Option::is_some);
        let given = given.chain(std::iter::repeat(false));
        let waves = self.chart.waves.iter().zip(self.plot.xs()).zip(given);
        let words: Vec<_> = waves
            .map(|((wave, x), given)| (x, (!given).then_some(wave.gap.as_str())))
            .collect();
        let runs = words.chunk_by(|before, after| before.1 == after.1);
        let gaps = runs.filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            Some(Gap {
                waves: (first.0, last.0),
                word: first.1?,
            })
        });
        gaps.collect()
    }

    fn lines(&self, pen: &Pen<'_>) {
        for run in &self.team {
            band(pen, run);
        }
        for (from, to) in gaps(&self.team) {
            pen.dashed(Ink::Link, &[from.at(), to.at()], 1.6, DOTS);
        }
        for (from, to) in gaps(&self.leader) {
            pen.dashed(Ink::Link, &[from, to], 1.6, DOTS);
        }
        for run in &self.leader {
            pen.dashed(Ink::Leader, run, 2.0, DASHES);
        }
        for run in &self.team {
            let line: Vec<_> = run.iter().map(|spot| spot.at()).collect();
            pen.polyline(Ink::Team, &line, 2.4);
        }
        self.single(pen);
        self.chance(pen);
    }

    /// An open bracket at the last wave: the move lies outside it exactly when it is more than chance can do.
    fn chance(&self, pen: &Pen<'_>) {
        let Some(((lo, hi), last)) = self.panel.chance.zip(series::last(&self.team)) else {
            return;
        };
        let (upper, lower, x) = (self.plot.y(hi), self.plot.y(lo), last.x + BRACKET);
        pen.vertical(Ink::Link, x, (upper, lower));
        for y in [upper, lower] {
            pen.horizontal(Ink::Link, (x - 4.0, x + 0.5), y, 1.0);
        }
    }

    /// Small marks where there is one wave between two gaps; the last ones get theirs later.
    fn single(&self, pen: &Pen<'_>) {
        let team = self.team.iter().flatten();
        for run in self.leader.iter().rev().skip(1) {
            if let [(x, y)] = run.as_slice() {
                let near = |spot: &Spot| spot.x == *x && (spot.y - y).abs() < CLEARANCE;
                let aside = if team.clone().any(near) { 7.0 } else { 0.0 };
                pen.diamond(x + aside, *y, 3.6);
            }
        }
        for run in self.team.iter().rev().skip(1) {
            if let [spot] = run.as_slice() {
                pen.dot(spot.x, spot.y, 3.2);
            }
        }
    }
}

/// The interval along a run; of a single wave as an upright bar.
fn band(pen: &Pen<'_>, run: &[Spot]) {
    if let [spot] = run {
        if spot.has_band() {
            let (upper, lower) = spot.band;
            pen.rectangle(Ink::Band, (spot.x - 4.0, upper), (spot.x + 4.0, lower));
        }
    } else if run.iter().any(|spot| spot.has_band()) {
        let upper = run.iter().map(|spot| (spot.x, spot.band.0));
        let lower = run.iter().rev().map(|spot| (spot.x, spot.band.1));
        pen.polygon(Ink::Band, &upper.chain(lower).collect::<Vec<_>>());
    }
}
