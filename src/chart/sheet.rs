//! The sheet on which a chart grows, and the frame that makes it an accessible SVG element.

use super::Svg;
use super::ink::Ink;
use super::pen::{Pen, fragment};
use super::text::escape;

/// The marks drawn so far on a sheet as wide as the chart.
pub(super) struct Sheet {
    pub(super) width: f64,
    marks: String,
}

/// What a frame says about its chart.
pub(super) struct Frame<'a> {
    /// Unique on the page; the names of title and description derive from it.
    pub(super) id: &'a str,
    pub(super) class: &'static str,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
}

impl Sheet {
    /// An empty sheet, `width` in CSS pixels.
    pub(super) fn new(width: f64) -> Self {
        Self {
            width,
            marks: String::new(),
        }
    }

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

    /// Marks turned by so many degrees to the left around a point of the sheet.
    pub(super) fn turned(&mut self, degrees: f64, (x, y): (f64, f64), draw: impl FnOnce(&Pen<'_>)) {
        self.marks.push_str(&format!(
            "<g transform=\"rotate(-{degrees} {x:.2} {y:.2})\">\n"
        ));
        self.draw(draw);
        self.marks.push_str("</g>\n");
    }

    /// Cuts the sheet at `height` pixels and frames it.
    pub(super) fn frame(self, height: f64, frame: &Frame<'_>) -> Svg {
        let id = escape(frame.id);
        Svg(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" class=\"ch {class}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {width} {height}\" width=\"100%\" \
             font-family=\"sans-serif\">\n\
             <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n\
             <rect class=\"{ground}\" fill=\"{white}\" width=\"100%\" height=\"100%\"/>\n{marks}</svg>",
            class = frame.class,
            width = self.width,
            title = escape(frame.title),
            description = escape(frame.description),
            ground = Ink::Background.class(),
            white = Ink::Background.hex(),
            marks = self.marks,
        ))
    }
}
