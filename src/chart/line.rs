//! Lines and hatches. All inks are fills, so these are thin areas.

use super::ink::Ink;
use super::pen::Pen;

/// Distance between the lines of a hatch, along the edge.
const HATCH: f64 = 9.0;

impl Pen<'_> {
    /// A solid line through these points, with round joints.
    pub(super) fn polyline(&self, ink: Ink, points: &[(f64, f64)], thickness: f64) {
        for (from, to) in points.iter().zip(points.iter().skip(1)) {
            self.segment(ink, *from, *to, thickness);
        }
        let inner = points.len().saturating_sub(2);
        for (x, y) in points.iter().skip(1).take(inner) {
            self.disc(ink, *x, *y, thickness / 2.0);
        }
    }

    /// A line through these points in dashes that run on around the corners; `dash` is the length
    /// of a dash and of the space after it.
    pub(super) fn dashed(
        &self,
        ink: Ink,
        points: &[(f64, f64)],
        thickness: f64,
        (dash, space): (f64, f64),
    ) {
        let period = dash + space;
        let mut start = 0.0;
        for ((x, y), to) in points.iter().zip(points.iter().skip(1)) {
            let length = (to.0 - x).hypot(to.1 - y);
            let at = |way: f64| {
                let part = ((way - start) / length).clamp(0.0, 1.0);
                (x + (to.0 - x) * part, y + (to.1 - y) * part)
            };
            let end = start + length;
            let first = (start / period).floor() * period;
            let dashes = std::iter::successors(Some(first), |dash| Some(dash + period));
            for begin in dashes.take_while(|begin| *begin < end) {
                if begin + dash > start {
                    self.segment(ink, at(begin), at(begin + dash), thickness);
                }
            }
            start = end;
        }
    }

    fn segment(&self, ink: Ink, from: (f64, f64), to: (f64, f64), thickness: f64) {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        if length > 0.0 {
            let half = thickness / 2.0 / length;
            let (x, y) = ((from.1 - to.1) * half, (to.0 - from.0) * half);
            let corners = [
                (from.0 + x, from.1 + y),
                (to.0 + x, to.1 + y),
                (to.0 - x, to.1 - y),
                (from.0 - x, from.1 - y),
            ];
            self.polygon(ink, &corners);
        }
    }

    /// A rectangle filled with slanting lines, the sign of what is not shown.
    pub(super) fn hatch(&self, from: (f64, f64), to: (f64, f64)) {
        self.rectangle(Ink::Stripe, from, to);
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        // Both ends of a line run along the edges, a line's length from the upper left corner.
        let upper = |way: f64| (from.0 + way.min(width), from.1 + (way - width).max(0.0));
        let lower = |way: f64| (from.0 + (way - height).max(0.0), from.1 + way.min(height));
        let ways = std::iter::successors(Some(HATCH / 2.0), |way| Some(way + HATCH));
        for way in ways.take_while(|way| way + 1.4 < width + height) {
            let next = way + 1.4;
            let corners = [upper(way), upper(next), lower(next), lower(way)];
            self.polygon(Ink::Grid, &corners);
        }
    }
}
