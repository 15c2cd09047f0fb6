//! Bars that are divided into shares.

use super::ink::Ink;
use super::pen::Pen;
use super::text::{Lettering, points};

/// Height of a bar in pixels.
pub(super) const BAR: f64 = 28.0;

/// Background between two shares, so that colour is not the only thing that parts them.
const GAP: f64 = 2.0;
/// Least space between a number and the ends of its share.
const PADDING: f64 = 1.5;
const NUMBER: Lettering = Lettering::new(12.0, Ink::Foreground).centred();

/// A share where it lies in its bar.
pub(super) struct Share {
    ink: Ink,
    /// Left end in pixels.
    from: f64,
    /// Right end in pixels.
    to: f64,
    /// `None` where the share is none in whole percent.
    number: Option<String>,
}

impl Share {
    pub(super) fn centre(&self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    /// The number, if it can stand inside.
    pub(super) fn inside(&self) -> Option<&str> {
        self.number.as_deref().filter(|number| self.fits(number))
    }

    /// The number, if it cannot stand inside.
    pub(super) fn outside(&self) -> Option<&str> {
        self.number.as_deref().filter(|number| !self.fits(number))
    }

    fn fits(&self, number: &str) -> bool {
        NUMBER.width(number) + 2.0 * PADDING <= self.to - self.from
    }
}

/// Shares in percent side by side from `left` on, `unit` pixels a percent; those of zero are left
/// out. `write` makes the number of a share.
pub(super) fn side_by_side(
    percents: &[(Ink, f64)],
    left: f64,
    unit: f64,
    write: fn(f64) -> String,
) -> Vec<Share> {
    let mut from = left;
    let drawn = percents.iter().filter(|(_, percent)| *percent > 0.0);
    let mut shares: Vec<Share> = drawn
        .map(|(ink, percent)| {
            let (start, end) = (from, from + percent * unit);
            from = end;
            Share {
                ink: *ink,
                from: start,
                to: end - GAP.min((end - start) / 3.0),
                number: (*percent >= 0.5).then(|| write(*percent)),
            }
        })
        .collect();
    if let Some(last) = shares.last_mut() {
        last.to = from;
    }
    shares
}

/// Draws a bar with its upper edge at `top`, its numbers inside where they fit. `round` says
/// whether its left and its right end are round.
pub(super) fn bar(pen: &Pen<'_>, shares: &[Share], top: f64, round: (bool, bool)) {
    let last = shares.len().saturating_sub(1);
    for (at, share) in shares.iter().enumerate() {
        let round = (round.0 && at == 0, round.1 && at == last);
        pen.block(share.ink, (share.from, top), (share.to, top + BAR), round);
        if let Some(number) = share.inside() {
            let lettering = NUMBER.in_ink(share.ink.lettering());
            pen.text(lettering, number, share.centre(), numbers(top));
        }
    }
}

/// Middle height of the numbers of a bar whose upper edge lies at `top`. A text is centred by its
/// small letters, and digits are taller.
pub(super) fn numbers(top: f64) -> f64 {
    top + BAR / 2.0 + 1.0
}

/// A percentage as a whole number with its sign.
pub(super) fn percent(share: f64) -> String {
    format!("{} %", points(share))
}

/// Left ends of texts, given as left end and width from left to right, moved as little as needed
/// so that they lie `space` apart and within `bounds`.
pub(super) fn apart(texts: &[(f64, f64)], space: f64, bounds: (f64, f64)) -> Vec<f64> {
    let mut free = bounds.0;
    let pushed: Vec<(f64, f64)> = texts
        .iter()
        .map(|(left, width)| {
            let left = left.max(free);
            free = left + width + space;
            (left, *width)
        })
        .collect();
    let mut free = bounds.1;
    let mut lefts: Vec<f64> = pushed
        .iter()
        .rev()
        .map(|(left, width)| {
            let left = left.min(free - width);
            free = left - space;
            left
        })
        .collect();
    lefts.reverse();
    lefts
}

#[cfg(test)]
mod tests;
