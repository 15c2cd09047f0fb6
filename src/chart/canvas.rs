//! The canvas that a chart is drawn on, and the frame that makes it an accessible SVG element.

use super::Svg;
use super::ink::Ink;
use super::pen::{Pen, fragment};
use super::text::{Lettering, escape};

/// Empty space at the left and right of the canvas.
pub(super) const MARGIN: f64 = 16.0;

/// The marks drawn so far on a canvas as wide as the chart.
pub(super) struct Canvas {
    pub(super) width: f64,
    marks: String,
}

/// What names a chart and stands above it.
pub struct Frame<'a> {
    /// Unique on the page in each format, and without spaces.
    pub name: &'a str,
    /// The finding, as a short sentence.
    pub title: &'a str,
    /// What is drawn, of whom and on which scale, as a sentence.
    pub subtitle: &'a str,
    /// The chart in words, for a reader who does not see it.
    pub description: &'a str,
    pub width: Width,
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
    /// Its name and its width in pixels.
    pub(super) const fn format(self) -> (&'static str, f64) {
        match self {
            Self::Wide => ("wide", 800.0),
            Self::Narrow => ("narrow", 344.0),
        }
    }
}

impl Frame<'_> {
    /// Draws title and subtitle and, from the height below them on, the chart itself; `draw` returns the height
    /// that it reaches.
    pub(super) fn around(&self, draw: impl FnOnce(&mut Canvas, f64) -> f64) -> Svg {
        let (format, width) = self.width.format();
        let mut canvas = Canvas {
            width,
            marks: String::new(),
        };
        let top = self.heading(&mut canvas);
        let height = draw(&mut canvas, top).ceil();
        let markup = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" class=\"ch ch-{format}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {width} {height}\" width=\"100%\" \
             font-family=\"sans-serif\">\n\
             <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n\
             <rect class=\"{ground}\" fill=\"{white}\" width=\"100%\" height=\"100%\"/>\n{marks}</svg>",
            id = escape(&format!("{}-{format}", self.name)),
            title = escape(self.title),
            description = escape(self.description),
            ground = Ink::Background.class(),
            white = Ink::Background.hex(),
            marks = canvas.marks,
        );
        Svg {
            markup,
            size: (width, height),
        }
    }

    /// Title and subtitle; returns the height below them.
    fn heading(&self, canvas: &mut Canvas) -> f64 {
        let room = canvas.width - 2.0 * MARGIN;
        let large = match self.width {
            Width::Wide => 19.0,
            Width::Narrow => 17.0,
        };
        let large = Lettering::new(large, Ink::Foreground).bold(true);
        let small = Lettering::new(13.0, Ink::Muted);
        let mut y = 10.0;
        canvas.draw(|pen| {
            for (lettering, text) in [(large, self.title), (small, self.subtitle)] {
                let lines = lettering.wrap(text, room);
                pen.lines(lettering, &lines, MARGIN, y + lettering.leading() / 2.0);
                y += lettering.leading() * lines.len() as f64 + 4.0;
            }
        });
        y + 6.0
    }
}

impl Canvas {
    /// Marks at their places.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&Pen<'_>)) {
        self.marks.push_str(&fragment(draw));
    }

    /// Marks that belong together under a sentence of their own.
    pub(super) fn group(&mut self, sentence: &str, draw: impl FnOnce(&Pen<'_>)) {
        self.marks
            .push_str(&format!("<g><title>{}</title>\n", escape(sentence)));
        self.draw(draw);
        self.marks.push_str("</g>\n");
    }

    /// Marks turned by so many degrees to the left around a point of the canvas.
    pub(super) fn turned(&mut self, degrees: f64, (x, y): (f64, f64), draw: impl FnOnce(&Pen<'_>)) {
        self.marks.push_str(&format!(
            "<g transform=\"rotate(-{degrees} {x:.2} {y:.2})\">\n"
        ));
        self.draw(draw);
        self.marks.push_str("</g>\n");
    }
}
