//! Parts of pages that are rendered once and kept.

use super::reply::{Failure, download, on};
use crate::app::App;
use crate::chart::{Svg, Width};
use crate::error::Problem;
use crate::export::pdf::{self, Document};
use crate::export::workbook::{self, Book};
use crate::text::{Lang, Markup};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// Markup that was rendered before.
pub struct Rendered<'a>(pub &'a str);

impl Markup for Rendered<'_> {
    fn markup(&self) -> &str {
        self.0
    }
}

/// What a part of a page knows of its page.
#[derive(Serialize)]
pub struct Language {
    lang: &'static str,
}

impl Language {
    pub fn of(lang: Lang) -> Self {
        Self { lang: lang.code() }
    }
}

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

/// The type of a workbook.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A document as a PDF to keep.
pub async fn printed(
    app: &web::Data<App>,
    name: &str,
    document: Document,
) -> Result<HttpResponse, Failure> {
    let bytes = on(app, move |_| {
        pdf::print(&document).map_err(|error| Problem::fault("pdf", error))
    });
    Ok(download(name, "application/pdf", bytes.await?))
}

/// A workbook to keep.
pub async fn written(
    app: &web::Data<App>,
    name: &str,
    book: Book,
) -> Result<HttpResponse, Failure> {
    let bytes = on(app, move |_| {
        workbook::write(&book).map_err(|error| Problem::fault("workbook", error))
    });
    Ok(download(name, WORKBOOK, bytes.await?))
}

/// How much larger than on a page a picture is, so that it can be printed.
const SCALE: f32 = 2.0;

/// A chart as the file `NAME.svg` or `NAME.png`.
pub async fn picture(
    app: &web::Data<App>,
    file: &str,
    draw: impl FnOnce(&str) -> Option<Svg> + Send + 'static,
) -> Result<HttpResponse, Failure> {
    let (name, kind) = file.rsplit_once('.').ok_or(Problem::NotFound)?;
    let (name, is_png) = match kind {
        "svg" => (name.to_owned(), false),
        "png" => (name.to_owned(), true),
        _ => return Err(Failure(Problem::NotFound)),
    };
    let bytes = on(app, move |_| {
        let chart = draw(&name).ok_or(Problem::NotFound)?;
        match is_png {
            true => chart
                .png(SCALE)
                .map_err(|error| Problem::fault("chart", error)),
            false => Ok(chart.standalone().into_bytes()),
        }
    });
    let kind = if is_png { "image/png" } else { "image/svg+xml" };
    Ok(HttpResponse::Ok().content_type(kind).body(bytes.await?))
}
