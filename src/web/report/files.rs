//! Reports as files.

use super::{Printed, Subject};
use crate::app::App;
use crate::chart::Width;
use crate::error::{Outcome, Problem};
use crate::export;
use crate::results;
use crate::text::Lang;
use crate::web::download::{self, Kind, Picture, attachment};
use crate::web::id::{FileName, Id};
use crate::web::letterhead;
use crate::web::reply::{Failure, on};
use actix_web::{HttpResponse, web};

/// GET `…/report.pdf`: to print; a team's with the guide to the conversation.
pub async fn pdf<S: Subject>(app: web::Data<App>, of: S) -> Result<HttpResponse, Failure> {
    let lang = of.visit().lang;
    let write = move |app: &App, report: &S::Report| {
        let mut document = report.document(S::READER, lang);
        let house = app.house()?;
        document.logo = letterhead::logo(&house);
        download::pdf(app, &document)
    };
    file(&app, of, lang, download::PDF, write).await
}

/// GET `…/report.xlsx`: the figures as a workbook.
pub async fn xlsx<S: Subject>(app: web::Data<App>, of: S) -> Result<HttpResponse, Failure> {
    let lang = of.visit().lang;
    let write = move |app: &App, report: &S::Report| {
        let mut book = report.book(lang);
        book.logo = app.house()?.face.logo.clone();
        download::workbook(&book)
    };
    file(&app, of, lang, download::WORKBOOK, write).await
}

/// GET `…/results.csv`: every figure on a line of its own, with English names.
pub async fn csv<S: Subject>(app: web::Data<App>, of: S) -> Result<HttpResponse, Failure> {
    let write = |_: &App, report: &S::Report| download::csv(&report.rows());
    file(&app, of, Lang::En, download::CSV, write).await
}

/// GET `…/results.json`: the whole report.
pub async fn json<S: Subject>(app: web::Data<App>, of: S) -> Result<HttpResponse, Failure> {
    let lang = of.visit().lang;
    let write = |_: &App, report: &S::Report| download::json(report);
    file(&app, of, lang, download::JSON, write).await
}

/// GET `…/charts/{file}`: a chart as `NAME.svg` or `NAME.png`.
pub async fn chart<S: Subject>(
    app: web::Data<App>,
    of: S,
    Id(FileName(file)): Id<FileName>,
) -> Result<HttpResponse, Failure> {
    let (lang, gzip) = (of.visit().lang, of.visit().gzip);
    let picture = on(&app, move |app| {
        of.check(app)?;
        // What is said of earlier waves can change with a release.
        let name = format!("{} {} {}", of.base(), lang.code(), results::edition(app)?);
        Picture::of(app, &name, &file, |name| {
            let report = of.read(app, lang)?;
            Ok(report.chart(name, Width::Wide, lang))
        })
    });
    Ok(picture.await?.reply(gzip)?)
}

/// The report as `write` makes it; not found where nothing may be shown.
async fn file<S: Subject>(
    app: &web::Data<App>,
    of: S,
    lang: Lang,
    (ending, kind): Kind,
    write: impl FnOnce(&App, &S::Report) -> Outcome<Vec<u8>> + Send + 'static,
) -> Result<HttpResponse, Failure> {
    let (name, bytes) = on(app, move |app| {
        let report = of.read(app, lang)?;
        if !report.is_shown() {
            return Err(Problem::NotFound);
        }
        let name = export::file_name(&report.name(), ending);
        let bytes = write(app, &report)?;
        of.downloaded(app)?;
        Ok((name, bytes))
    })
    .await?;
    Ok(attachment(&name, kind, bytes))
}
