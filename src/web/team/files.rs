//! A team's report as files.

use super::{Place, wave};
use crate::app::App;
use crate::chart::{Width, report as chart};
use crate::error::Problem;
use crate::export::{self, Reader};
use crate::report::TeamPage;
use crate::results;
use crate::text::Lang;
use crate::web::reply::{Failure, download, on};
use crate::web::shown::{Picture, printed, written};
use crate::web::visit::Member;
use actix_web::{HttpResponse, web};

/// GET `/teams/{wave}/{node}/report.pdf`: to print, with the guide to the conversation.
pub async fn pdf(
    app: web::Data<App>,
    member: Member,
    place: Place,
) -> Result<HttpResponse, Failure> {
    let lang = member.visit.lang;
    let page = page(&app, &member, place, lang).await?;
    let document = export::team_document(&page, Reader::Leader, lang);
    printed(&app, &name(&page, "pdf"), document).await
}

/// GET `/teams/{wave}/{node}/report.xlsx`: the figures as a workbook.
pub async fn xlsx(
    app: web::Data<App>,
    member: Member,
    place: Place,
) -> Result<HttpResponse, Failure> {
    let lang = member.visit.lang;
    let page = page(&app, &member, place, lang).await?;
    let book = export::team_book(&page, lang);
    written(&app, &name(&page, "xlsx"), book).await
}

/// GET `/teams/{wave}/{node}/charts/{file}`: a chart as `NAME.svg` or `NAME.png`.
pub async fn chart(
    app: web::Data<App>,
    member: Member,
    of: web::Path<(String, i32, String)>,
) -> Result<HttpResponse, Failure> {
    let (id, node, file) = of.into_inner();
    let id = wave(&id)?;
    let (person, lang) = (member.viewer.person.id.clone(), member.visit.lang);
    let picture = on(&app, move |app| {
        let team = results::led(app, &person, &id, node)?;
        let of = format!("{id} {node} {} {}", lang.code(), results::releases(app)?);
        Picture::of(app, &of, &file, |name| {
            let page = results::team(app, &team, &id, node, lang)?;
            Ok(chart::of_team(&page, name, Width::Wide, lang))
        })
    });
    Ok(picture.await?.reply(member.visit.gzip)?)
}

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
