//! Where labels, bars and the answers in the middle stand.

use super::rows::SUM;
use super::{Diverging, DivergingRow, INKS, Width};
use crate::chart::canvas::MARGIN;
use crate::chart::shares::percent;
use crate::chart::swatches::{SQUARE, Swatches};

/// Least room for labels beside the bars.
const LABEL: f64 = 236.0;
/// Space between labels, bars and the answers in the middle.
const GUTTER: f64 = 14.0;
/// Space between a bar and its sum.
pub(super) const SUM_SPACE: f64 = 6.0;
/// Most pixels a percent.
const LARGEST: f64 = 3.2;
/// Widest head above the answers in the middle.
const HEAD: f64 = 110.0;

pub(super) struct Layout {
    /// Room for a label.
    pub(super) label: f64,
    pub(super) axis: f64,
    /// Pixels a percent, on all bars of the chart.
    pub(super) unit: f64,
    /// Left end of the answers in the middle.
    pub(super) middle: f64,
    /// Right end of everything.
    pub(super) right: f64,
}

impl Layout {
    /// The largest unit at which the longest bars fit.
    pub(super) fn fit(chart: &Diverging<'_>, canvas: f64) -> Self {
        let most = |part: fn(&DivergingRow) -> f64| {
            // Where all shares are small, a bar need not fill the canvas.
            chart.rows.iter().map(part).fold(10.0, f64::max)
        };
        let no = most(|row| row.sums().0);
        let yes = most(|row| row.sums().2);
        let neutral = most(|row| row.sums().1);
        let sum = SUM.width(&percent(no.max(yes))) + SUM_SPACE;
        let (left, right) = (MARGIN, canvas - MARGIN);
        if chart.frame.width == Width::Narrow {
            let middle = right - SQUARE - SUM_SPACE - SUM.width(&percent(neutral));
            let unit = ((middle - GUTTER - left - 2.0 * sum) / (no + yes)).min(LARGEST);
            return Self {
                label: right - left,
                axis: middle - GUTTER - sum - yes * unit,
                unit,
                middle,
                right,
            };
        }
        let head = neutral_head(chart).width;
        let room = right - left - LABEL - 2.0 * sum - 2.0 * GUTTER;
        let together = room / (no + yes + neutral);
        let unit = if neutral * together < head {
            (room - head) / (no + yes)
        } else {
            together
        };
        let unit = unit.min(LARGEST);
        let middle = right - head.max(neutral * unit);
        let axis = middle - GUTTER - sum - yes * unit;
        Self {
            label: axis - no * unit - sum - GUTTER - left,
            axis,
            unit,
            middle,
            right,
        }
    }
}

/// What the answers in the middle mean.
pub(super) fn neutral_head(chart: &Diverging<'_>) -> Swatches {
    let ([_, _, ink, _, _], [_, _, option, _, _]) = (INKS, chart.options);
    Swatches::fit(&[(ink, option)], HEAD)
}
