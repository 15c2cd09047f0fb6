//! What a report is handed out as: charts on a page, and files to keep.

use super::compress::Compressed;
use crate::app::App;
use crate::chart::{Svg, Width};
use crate::error::{Outcome, Problem};
use crate::export::pdf::{self, Document};
use crate::export::workbook::{self, Book};
use crate::export::{self, TidyRow};
use crate::text::Markup;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use serde::Serialize;
use std::sync::Arc;

/// Charts in both formats, by the names that templates show them under.
pub struct Charts(Vec<(String, Svg)>);

impl Charts {
    /// Those of these names that `draw` has.
    pub fn of(names: &[&str], draw: impl Fn(&str, Width) -> Option<Svg>) -> Self {
        let formats = [(Width::Wide, "wide"), (Width::Narrow, "narrow")];
        let both = names
            .iter()
            .flat_map(|name| formats.map(|format| (name, format)));
        let drawn = both.filter_map(|(name, (width, format))| {
            Some((format!("{name}_{format}"), draw(name, width)?))
        });
        Self(drawn.collect())
    }

    /// As a template takes them.
    pub fn drawings(&self) -> Vec<(String, &dyn Markup)> {
        let drawings = self.0.iter();
        drawings
            .map(|(name, svg)| (name.clone(), svg as &dyn Markup))
            .collect()
    }
}

/// A kind of file: how its name ends, and its type.
pub type Kind = (&'static str, &'static str);

pub const PDF: Kind = ("pdf", "application/pdf");
pub const WORKBOOK: Kind = (
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
);
pub const CSV: Kind = ("csv", "text/csv; charset=utf-8");
pub const JSON: Kind = ("json", "application/json");

/// A document as a PDF.
pub fn pdf(app: &App, document: &Document) -> Outcome<Vec<u8>> {
    pdf::render(document, &app.fonts).map_err(|error| Problem::fault("pdf", error))
}

/// A book as a workbook.
pub fn workbook(book: &Book) -> Outcome<Vec<u8>> {
    workbook::write(book).map_err(|error| Problem::fault("workbook", error))
}

/// Figures as CSV.
pub fn csv(rows: &[TidyRow]) -> Outcome<Vec<u8>> {
    export::tidy_csv(rows).map_err(|error| Problem::fault("csv", error))
}

/// A report as JSON.
pub fn json(report: &impl Serialize) -> Outcome<Vec<u8>> {
    serde_json::to_vec_pretty(report).map_err(|error| Problem::fault("json", error))
}

/// A file for the reader to keep; `name` is made of letters, digits, `-` and `.`.
pub fn attachment(name: &str, kind: &str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .body(bytes)
}

/// How much larger than on a page a picture is, so that it can be printed.
const SCALE: f32 = 2.0;

/// A chart as a file, to be looked at.
pub enum Picture {
    Svg(Arc<Compressed>),
    Png(Vec<u8>),
}

impl Picture {
    /// The chart that `draw` has under a name, as the file `NAME.svg` or `NAME.png`. The former is drawn once:
    /// `of` names the report, which never changes.
    pub fn of(
        app: &App,
        of: &str,
        file: &str,
        draw: impl FnOnce(&str) -> Outcome<Option<Svg>>,
    ) -> Outcome<Self> {
        let (name, kind) = file.rsplit_once('.').ok_or(Problem::NotFound)?;
        let chart = || draw(name)?.ok_or(Problem::NotFound);
        match kind {
            "svg" => {
                let svg = || {
                    Compressed::of(
                        "image/svg+xml; charset=utf-8",
                        chart()?.standalone().as_bytes(),
                    )
                };
                let name = format!("chart {name} {of}");
                Ok(Self::Svg(app.cache.get_or(&name, svg)?))
            }
            "png" => {
                let png = chart()?.png(SCALE, &app.fonts.pictures);
                let png = png.map_err(|error| Problem::fault("chart", error))?;
                Ok(Self::Png(png))
            }
            _ => Err(Problem::NotFound),
        }
    }

    /// `gzip` if the browser takes it compressed.
    pub fn reply(self, gzip: bool) -> Outcome<HttpResponse> {
        match self {
            Self::Svg(svg) => svg.reply(StatusCode::OK, gzip),
            Self::Png(png) => Ok(HttpResponse::Ok().content_type("image/png").body(png)),
        }
    }
}
