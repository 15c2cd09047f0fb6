//! HR's view of the whole organisation, and its export.

use super::reply::{Failure, download, on};
use super::visit::Hr;
use crate::app::App;
use crate::error::Problem;
use crate::export;
use crate::ids::WaveId;
use crate::results;
use crate::text::Lang;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct NothingYet {}

/// GET `/hr/organisation`: the latest released wave.
pub async fn latest(app: web::Data<App>, hr: Hr) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    match on(&app, move |app| results::organisation(app, None, lang)).await {
        Ok(page) => hr.0.html(&app, "organisation.html", &page),
        Err(Failure(Problem::NotFound)) => {
            hr.0.html(&app, "organisation_empty.html", &NothingYet {})
        }
        Err(failure) => Err(failure),
    }
}

/// GET `/hr/waves/{id}/organisation`.
pub async fn of_wave(
    app: web::Data<App>,
    hr: Hr,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id = WaveId::parse(&id).ok_or(Problem::NotFound)?;
    let lang = hr.0.lang;
    let page = on(&app, move |app| results::organisation(app, Some(&id), lang)).await?;
    hr.0.html(&app, "organisation.html", &page)
}

/// GET `/hr/waves/{id}/results.csv`: the same figures, one a line, with English names.
pub async fn csv(
    app: web::Data<App>,
    _: Hr,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id = WaveId::parse(&id).ok_or(Problem::NotFound)?;
    let page = on(&app, move |app| {
        results::organisation(app, Some(&id), Lang::En)
    })
    .await?;
    let rows = export::organisation(&page.wave, &page.report);
    let bytes = export::tidy_csv(&rows).map_err(|error| Problem::fault("csv", error))?;
    let name = format!("gutcheck-results-{}.csv", page.short);
    Ok(download(&name, "text/csv; charset=utf-8", bytes))
}
