//! The organisation's report as files.

use super::reply::{Failure, download, on};
use super::shown::{self, Kind, Picture};
use super::visit::Hr;
use crate::app::App;
use crate::chart::{Width, report as chart};
use crate::error::{Outcome, Problem};
use crate::export;
use crate::ids::WaveId;
use crate::report::OrganisationPage;
use crate::results;
use crate::text::Lang;
use actix_web::{HttpResponse, web};

/// GET `/hr/waves/{id}/report.pdf`: to print.
pub async fn pdf(
    app: web::Data<App>,
    hr: Hr,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let write =
        move |page: &OrganisationPage| shown::pdf(&export::organisation_document(page, lang));
    file(&app, &id, lang, shown::PDF, write).await
}

/// GET `/hr/waves/{id}/report.xlsx`: the figures as a workbook.
pub async fn xlsx(
    app: web::Data<App>,
    hr: Hr,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let write =
        move |page: &OrganisationPage| shown::workbook(&export::organisation_book(page, lang));
    file(&app, &id, lang, shown::WORKBOOK, write).await
}

/// GET `/hr/waves/{id}/charts/{file}`: a chart as `NAME.svg` or `NAME.png`.
pub async fn chart(
    app: web::Data<App>,
    hr: Hr,
    of: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let (id, file) = of.into_inner();
    let id = WaveId::parse(&id).ok_or(Problem::NotFound)?;
    let lang = hr.0.lang;
    let picture = on(&app, move |app| {
        let of = format!("{id} {} {}", lang.code(), results::releases(app)?);
        Picture::of(app, &of, &file, |name| {
            let page = results::organisation(app, &id, lang)?;
            Ok(chart::of_organisation(&page, name, Width::Wide, lang))
        })
    });
    Ok(picture.await?.reply(hr.0.gzip)?)
}

/// GET `/hr/waves/{id}/results.csv`: every figure on a line of its own, with English names.
pub async fn csv(
    app: web::Data<App>,
    _: Hr,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let write =
        |page: &OrganisationPage| shown::csv(&export::organisation(&page.head.wave, &page.report));
    file(&app, &id, Lang::En, shown::CSV, write).await
}

/// GET `/hr/waves/{id}/results.json`: the whole report.
pub async fn json(
    app: web::Data<App>,
    hr: Hr,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let write = |page: &OrganisationPage| shown::json(page);
    file(&app, &id, hr.0.lang, shown::JSON, write).await
}

/// The report as `write` makes it.
async fn file(
    app: &web::Data<App>,
    id: &str,
    lang: Lang,
    (ending, kind): Kind,
    write: impl FnOnce(&OrganisationPage) -> Outcome<Vec<u8>> + Send + 'static,
) -> Result<HttpResponse, Failure> {
    let id = WaveId::parse(id).ok_or(Problem::NotFound)?;
    let (name, bytes) = on(app, move |app| {
        let page = results::organisation(app, &id, lang)?;
        let name = export::file_name(&["gutcheck", &page.head.wave], ending);
        Ok((name, write(&page)?))
    })
    .await?;
    Ok(download(&name, kind, bytes))
}
