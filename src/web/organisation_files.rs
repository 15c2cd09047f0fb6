//! The organisation's report as files.

use super::reply::{Failure, download, on};
use super::shown::{Picture, printed, written};
use super::visit::Hr;
use crate::app::App;
use crate::chart::{Width, report as chart};
use crate::error::Problem;
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
    let page = page(&app, &id, lang).await?;
    let document = export::organisation_document(&page, lang);
    printed(&app, &name(&page, "pdf"), document).await
}

/// GET `/hr/waves/{id}/report.xlsx`: the figures as a workbook.
pub async fn xlsx(
    app: web::Data<App>,
    hr: Hr,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let page = page(&app, &id, lang).await?;
    let book = export::organisation_book(&page, lang);
    written(&app, &name(&page, "xlsx"), book).await
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
    let page = page(&app, &id, Lang::En).await?;
    let bytes = export::tidy_csv(&export::organisation(&page.wave, &page.report));
    let bytes = bytes.map_err(|error| Problem::fault("csv", error))?;
    Ok(download(
        &name(&page, "csv"),
        "text/csv; charset=utf-8",
        bytes,
    ))
}

/// GET `/hr/waves/{id}/results.json`: the whole report.
pub async fn json(
    app: web::Data<App>,
    hr: Hr,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let page = page(&app, &id, hr.0.lang).await?;
    let bytes = export::json(&page).map_err(|error| Problem::fault("json", error))?;
    Ok(download(&name(&page, "json"), "application/json", bytes))
}

async fn page(app: &web::Data<App>, id: &str, lang: Lang) -> Result<OrganisationPage, Failure> {
    let id = WaveId::parse(id).ok_or(Problem::NotFound)?;
    on(app, move |app| results::organisation(app, &id, lang)).await
}

fn name(page: &OrganisationPage, kind: &str) -> String {
    export::file_name(&["gutcheck", &page.wave], kind)
}
