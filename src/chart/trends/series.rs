//! The points of a panel on its plot, in runs without a gap.

use super::TrendPoint;
use super::plot::Plot;

/// The team's score and interval, in pixels.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) x: f64,
    pub(super) y: f64,
    /// Upper and lower end of the interval.
    pub(super) band: (f64, f64),
}

impl Spot {
    pub(super) fn at(self) -> (f64, f64) {
        (self.x, self.y)
    }

    pub(super) fn has_band(self) -> bool {
        self.band.0 < self.band.1
    }
}

/// The team's runs.
pub(super) fn team(points: &[Option<TrendPoint>], plot: &Plot) -> Vec<Vec<Spot>> {
    let spots = points.iter().zip(plot.xs()).map(|(point, x)| {
        point.as_ref().map(|point| Spot {
            x,
            y: plot.y(point.team),
            band: (plot.y(point.hi), plot.y(point.lo)),
        })
    });
    runs(&spots.collect::<Vec<_>>())
}

/// The leader's runs.
pub(super) fn leader(points: &[Option<TrendPoint>], plot: &Plot) -> Vec<Vec<(f64, f64)>> {
    let places = points.iter().zip(plot.xs()).map(|(point, x)| {
        let score = point.as_ref().and_then(|point| point.leader);
        score.map(|score| (x, plot.y(score)))
    });
    runs(&places.collect::<Vec<_>>())
}

fn runs<T: Copy>(series: &[Option<T>]) -> Vec<Vec<T>> {
    let runs = series.split(Option::is_none);
    let runs = runs.map(|run| run.iter().copied().flatten().collect::<Vec<_>>());
    runs.filter(|run| !run.is_empty()).collect()
}

/// The end of each run and the beginning of the next.
pub(super) fn gaps<T: Copy>(runs: &[Vec<T>]) -> impl Iterator<Item = (T, T)> {
    let pairs = runs.iter().zip(runs.iter().skip(1));
    pairs.filter_map(|(before, after)| Some((*before.last()?, *after.first()?)))
}

/// The last point of all.
pub(super) fn last<T: Copy>(runs: &[Vec<T>]) -> Option<T> {
    runs.last()?.last().copied()
}

/// The first point of all.
pub(super) fn first<T: Copy>(runs: &[Vec<T>]) -> Option<T> {
    runs.first()?.first().copied()
}
