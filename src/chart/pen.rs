//! Drawing with plotters in CSS pixels and inks.

use super::ink::Ink;
use super::text::{Lettering, Weight, printable};
use plotters::coord::Shift;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;
use plotters::style::text_anchor::{Pos, VPos};
use std::f64::consts::FRAC_PI_2;

/// Plotters draws at whole numbers: this many of its units make a pixel.
const UNITS: f64 = 8.0;
/// Far larger than any chart: plotters asks for a size before it draws and moves to the edge what lies beyond, and how
/// high a chart is shows only when it is drawn. [`super::canvas`] writes the real size.
const CANVAS: (u32, u32) = (1_000_000, 1_000_000);
/// Plotters' SVG backend writes a font size divided by this.
const FONT_FACTOR: f64 = 1.24;
/// Chords that stand for a quarter of an ellipse: fewer where it is small, up to so many pixels.
const CHORDS: (u8, u8) = (3, 8);
const SMALL: f64 = 4.0;

/// Draws and returns the elements without a frame around them, in pixels and with classes.
pub(super) fn fragment(draw: impl FnOnce(&Pen<'_>)) -> String {
    let mut framed = String::new();
    draw(&Pen(
        SVGBackend::with_string(&mut framed, CANVAS).into_drawing_area()
    ));
    let body = framed.split_once(">\n").map_or("", |(_, body)| body);
    let body = body.trim_end().trim_end_matches("</svg>");
    // A text cannot be taken for an attribute: the quotes in it are escaped.
    let classed = Ink::ALL.iter().fold(body.to_owned(), |body, ink| {
        let fill = format!("fill=\"{}\"", ink.hex());
        body.replace(&fill, &format!("class=\"{}\" {fill}", ink.class()))
    });
    // Plotters has no weight between regular and bold. Semibold is drawn as oblique, which no chart has otherwise.
    let weighted = classed.replace("font-style=\"oblique\"", "font-weight=\"600\"");
    let plain = REDUNDANT
        .iter()
        .fold(weighted, |body, attribute| body.replace(attribute, ""));
    let dense = plain.replace(">\n", ">").replace("\n<", "<");
    format!("<g transform=\"scale({})\">{dense}</g>\n", 1.0 / UNITS)
}

/// Attributes that plotters writes on every mark although they are the default or stand on the frame.
const REDUNDANT: [&str; 5] = [
    " opacity=\"1\"",
    " stroke=\"none\"",
    " stroke-width=\"1\"",
    " text-anchor=\"start\"",
    " font-family=\"sans-serif\"",
];

/// Puts marks on a fragment; all measures are CSS pixels from the upper left corner.
pub(super) struct Pen<'a>(DrawingArea<SVGBackend<'a>, Shift>);

impl Pen<'_> {
    /// A text whose middle height lies at `y`.
    pub(super) fn text(&self, lettering: Lettering, text: &str, x: f64, y: f64) {
        let text = printable(text);
        if text.is_empty() {
            return;
        }
        let weight = match lettering.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::SemiBold => FontStyle::Oblique,
            Weight::Bold => FontStyle::Bold,
        };
        let size = lettering.size * UNITS * FONT_FACTOR;
        let colour = lettering.ink.light();
        let style = TextStyle::from(("sans-serif", size).into_font().style(weight))
            .color(&colour)
            .pos(Pos::new(lettering.anchor, VPos::Center));
        self.put(&Text::new(text, point(x, y), style));
    }

    /// Lines of text, the first at `y`.
    pub(super) fn lines(&self, lettering: Lettering, lines: &[String], x: f64, y: f64) {
        let ys = std::iter::successors(Some(y), |y| Some(y + lettering.leading()));
        for (line, y) in lines.iter().zip(ys) {
            self.text(lettering, line, x, y);
        }
    }

    /// A horizontal line of the given thickness, its middle at `y`.
    pub(super) fn horizontal(&self, ink: Ink, (from, to): (f64, f64), y: f64, thickness: f64) {
        let half = thickness / 2.0;
        self.rectangle(ink, (from, y - half), (to, y + half));
    }

    /// A vertical line one pixel thick, its middle at `x`.
    pub(super) fn vertical(&self, ink: Ink, x: f64, (from, to): (f64, f64)) {
        self.rectangle(ink, (x - 0.5, from), (x + 0.5, to));
    }

    /// A rectangle between two corners.
    pub(super) fn rectangle(&self, ink: Ink, from: (f64, f64), to: (f64, f64)) {
        let corners = [point(from.0, from.1), point(to.0, to.1)];
        self.put(&Rectangle::new(corners, ink.light().filled()));
    }

    /// A bar with round ends from `from` to `to`, its middle at `y`.
    pub(super) fn capsule(&self, ink: Ink, (from, to): (f64, f64), y: f64, height: f64) {
        let (across, up) = ((height / 2.0).min((to - from) / 2.0), height / 2.0);
        let round = (across, up);
        self.rounded(ink, (from, y - up), (to, y + up), (round, round));
    }

    /// A rectangle between two corners, its own corners slightly round.
    pub(super) fn tile(&self, ink: Ink, from: (f64, f64), to: (f64, f64)) {
        self.block(ink, from, to, (true, true));
    }

    /// A rectangle between two corners, its left and its right corners slightly round if so asked.
    pub(super) fn block(
        &self,
        ink: Ink,
        from: (f64, f64),
        to: (f64, f64),
        (left, right): (bool, bool),
    ) {
        let radius = 3.5_f64.min((to.0 - from.0) / 2.0);
        let corner = |round: bool| if round { (radius, radius) } else { (0.0, 0.0) };
        self.rounded(ink, from, to, (corner(left), corner(right)));
    }

    /// A rectangle whose left and right corners are quarters of ellipses with these half axes.
    fn rounded(
        &self,
        ink: Ink,
        from: (f64, f64),
        to: (f64, f64),
        (left, right): ((f64, f64), (f64, f64)),
    ) {
        let quarters = [
            (to.0 - right.0, from.1 + right.1, right),
            (to.0 - right.0, to.1 - right.1, right),
            (from.0 + left.0, to.1 - left.1, left),
            (from.0 + left.0, from.1 + left.1, left),
        ];
        let mut outline = Vec::new();
        for (quarter, (x, y, (across, up))) in (0_u8..).zip(quarters) {
            let (few, many) = CHORDS;
            let chords = if across.max(up) > SMALL { many } else { few };
            for chord in 0..=chords {
                let turn = f64::from(quarter) + f64::from(chord) / f64::from(chords);
                let (sine, cosine) = ((turn - 1.0) * FRAC_PI_2).sin_cos();
                outline.push((x + across * cosine, y + up * sine));
            }
        }
        // A corner without radius is one point.
        outline.dedup();
        self.polygon(ink, &outline);
    }

    /// The area within a line through these corners and back to the first.
    pub(super) fn polygon(&self, ink: Ink, corners: &[(f64, f64)]) {
        let corners = corners.iter().map(|(x, y)| point(*x, *y)).collect();
        self.put(&Polygon::new::<Vec<_>, _>(corners, ink.light()));
    }

    pub(super) fn disc(&self, ink: Ink, x: f64, y: f64, radius: f64) {
        let disc = Circle::new(point(x, y), units(radius), ink.light().filled());
        self.put(&disc);
    }

    /// The team's mark with a rim of background around it.
    pub(super) fn dot(&self, x: f64, y: f64, radius: f64) {
        for (ink, radius) in [(Ink::Background, radius + 1.6), (Ink::Team, radius)] {
            self.disc(ink, x, y, radius);
        }
    }

    /// The leader's mark with a rim of background around it.
    pub(super) fn diamond(&self, x: f64, y: f64, radius: f64) {
        for (ink, r) in [(Ink::Background, radius + 2.2), (Ink::Leader, radius)] {
            let corners = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)];
            self.polygon(ink, &corners);
        }
    }

    /// The leader's mark as an outline: what chance alone can do.
    pub(super) fn hollow_diamond(&self, x: f64, y: f64, radius: f64) {
        self.diamond(x, y, radius);
        let r = radius - 3.0;
        let corners = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)];
        self.polygon(Ink::Background, &corners);
    }

    fn put<'e, E>(&self, element: &'e E)
    where
        &'e E: PointCollection<'e, (i32, i32)>,
        for<'b> E: Drawable<SVGBackend<'b>>,
    {
        let drawn = self.0.draw(element);
        debug_assert!(drawn.is_ok(), "a string takes every mark");
    }
}

fn point(x: f64, y: f64) -> (i32, i32) {
    (units(x), units(y))
}

fn units(pixels: f64) -> i32 {
    (pixels * UNITS).round() as i32
}
