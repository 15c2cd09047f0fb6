//! A team's report as files.

use super::{Place, wave};
use crate::app::App;
use crate::chart::{Width, report as chart};
use crate::error::{Outcome, Problem};
use crate::export::{self, Reader};
use crate::report::TeamPage;
use crate::results;
use crate::text::Lang;
use crate::web::reply::{Failure, download, on};
use crate::web::shown::{self, Kind, Picture};
use crate::web::visit::Member;
use actix_web::{HttpResponse, web};

/// GET `/teams/{wave}/{node}/report.pdf`: to print, with the guide to the conversation.
pub async fn pdf(
    app: web::Data<App>,
    member: Member,
    place: Place,
) -> Result<HttpResponse, Failure> {
    let lang = member.visit.lang;
    let write =
        move |page: &TeamPage| shown::pdf(&export::team_document(page, Reader::Leader, lang));
    file(&app, member, place, lang, (shown::PDF, write)).await
}

/// GET `/teams/{wave}/{node}/report.xlsx`: the figures as a workbook.
pub async fn xlsx(
    app: web::Data<App>,
    member: Member,
    place: Place,
) -> Result<HttpResponse, Failure> {
    let lang = member.visit.lang;
    let write = move |page: &TeamPage| shown::workbook(&export::team_book(page, lang));
    file(&app, member, place, lang, (shown::WORKBOOK, write)).await
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
    let write = |page: &TeamPage| shown::csv(&export::team(page));
    file(&app, member, place, Lang::En, (shown::CSV, write)).await
}

/// GET `/teams/{wave}/{node}/results.json`: the whole report.
pub async fn json(
    app: web::Data<App>,
    member: Member,
    place: Place,
) -> Result<HttpResponse, Failure> {
    let lang = member.visit.lang;
    let write = |page: &TeamPage| shown::json(page);
    file(&app, member, place, lang, (shown::JSON, write)).await
}

/// The report as `write` makes it, for whoever was asked as the team's leader; not found where nothing may be
/// shown.
async fn file(
    app: &web::Data<App>,
    member: Member,
    place: Place,
    lang: Lang,
    ((ending, kind), write): (
        Kind,
        impl FnOnce(&TeamPage) -> Outcome<Vec<u8>> + Send + 'static,
    ),
) -> Result<HttpResponse, Failure> {
    let (id, node) = place.into_inner();
    let id = wave(&id)?;
    let person = member.viewer.person.id;
    let (name, bytes) = on(app, move |app| {
        let team = results::led(app, &person, &id, node)?;
        let page = results::team(app, &team, &id, node, lang)?;
        if page.report.is_none() {
            return Err(Problem::NotFound);
        }
        let name = export::file_name(&[&page.team, &page.head.wave], ending);
        Ok((name, write(&page)?))
    })
    .await?;
    Ok(download(&name, kind, bytes))
}
