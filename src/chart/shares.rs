//! Bars that are divided into shares.

use super::ink::Ink;
use super::pen::Pen;
use super::text::Lettering;

/// A share in percent and the inks of its area and of the number on it.
#[derive(Clone, Copy)]
pub(super) struct Share {
    pub(super) percent: f64,
    pub(super) fill: Ink,
    pub(super) text: Ink,
}

/// Height of a bar.
pub(super) const BAR: f64 = 26.0;

const NUMBER: Lettering = Lettering::new(13.0, Ink::Foreground).centred();
/// Background between two shares, so that colour is not the only thing that parts them.
const GAP: f64 = 1.5;

/// Draws shares side by side from `x` on, `unit` pixels a percent, each with its number where that fits.
/// Returns the right end.
pub(super) fn bar(pen: &Pen<'_>, shares: &[Share], x: f64, unit: f64, middle: f64) -> f64 {
    let mut left = x;
    for share in shares.iter().filter(|share| share.percent > 0.0) {
        let right = left + share.percent * unit;
        let (top, bottom) = (middle - BAR / 2.0, middle + BAR / 2.0);
        let gap = GAP.min((right - left) / 3.0);
        pen.rectangle(share.fill, (left, top), (right - gap, bottom));
        let number = whole(share.percent);
        if NUMBER.width(&number) + 6.0 <= right - left {
            let at = f64::midpoint(left, right - gap);
            pen.text(NUMBER.in_ink(share.text), &number, at, middle);
        }
        left = right;
    }
    left
}

/// A percentage as a whole number.
pub(super) fn whole(percent: f64) -> String {
    // Adding zero turns a negative zero into a plain one.
    format!("{}", percent.round() + 0.0)
}

/// A small square of an ink, for keys.
pub(super) fn sample(pen: &Pen<'_>, ink: Ink, x: f64, y: f64) {
    pen.rectangle(ink, (x, y - 6.0), (x + 12.0, y + 6.0));
}
