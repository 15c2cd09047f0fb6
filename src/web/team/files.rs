//! A team's report as files.

use super::{Place, wave};
use crate::app::App;
use crate::error::Problem;
use crate::export;
use crate::report::TeamPage;
use crate::results;
use crate::text::Lang;
use crate::web::reply::{Failure, download, on};
use crate::web::visit::Member;
use actix_web::{HttpResponse, web};

/// GET `/teams/{wave}/{node}/results.csv`: every figure on a line of its own, with English names.
pub async fn csv(
    app: web::Data<App>,
    member: Member,
    place: Place,
) -> Result<HttpResponse, Failure> {
    let page = page(&app, &member, place, Lang::En).await?;
    let bytes = export::tidy_csv(&export::team(&page));
    let bytes = bytes.map_err(|error| Problem::fault("csv", error))?;
    Ok(download(
        &name(&page, "csv"),
        "text/csv; charset=utf-8",
        bytes,
    ))
}

/// GET `/teams/{wave}/{node}/results.json`: the whole report.
pub async fn json(
    app: web::Data<App>,
    member: Member,
    place: Place,
) -> Result<HttpResponse, Failure> {
    let page = page(&app, &member, place, member.visit.lang).await?;
    let bytes = export::json(&page).map_err(|error| Problem::fault("json", error))?;
    Ok(download(&name(&page, "json"), "application/json", bytes))
}

/// The report, for whoever was asked as the team's leader; not found where nothing may be shown.
async fn page(
    app: &web::Data<App>,
    member: &Member,
    place: Place,
    lang: Lang,
) -> Result<TeamPage, Failure> {
    let (id, node) = place.into_inner();
    let id = wave(&id)?;
    let person = member.viewer.person.id.clone();
    on(app, move |app| {
        let team = results::led(app, &person, &id, node)?;
        let page = results::team(app, &team, &id, node, lang)?;
        match page.report {
            Some(_) => Ok(page),
            None => Err(Problem::NotFound),
        }
    })
    .await
}

fn name(page: &TeamPage, kind: &str) -> String {
    export::file_name(&[&page.team, &page.wave], kind)
}
