//! HR's view of the whole organisation.

use super::reply::{Failure, on};
use super::shown::{Charts, Language, Rendered};
use super::visit::Hr;
use crate::app::App;
use crate::chart::report as chart;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::report::OrganisationPage;
use crate::results;
use crate::text::{Lang, Markup};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::sync::Arc;

#[derive(Serialize)]
struct NothingYet {}

/// The page around the figures.
#[derive(Serialize)]
struct View<'a> {
    wave: &'a str,
    /// Commitments made after the release so far, and the teams that made them.
    made: usize,
    teams: usize,
    /// Other released waves: identifier and title, the latest first.
    others: Vec<(WaveId, String)>,
}

/// The figures, which are rendered once.
#[derive(Serialize)]
struct Part<'a> {
    page: Language,
    base: String,
    /// The table has more rows than the chart.
    many: bool,
    #[serde(flatten)]
    report: &'a OrganisationPage,
}

/// GET `/hr/organisation`: the latest released wave.
pub async fn latest(app: web::Data<App>, hr: Hr) -> Result<HttpResponse, Failure> {
    let waves = on(&app, results::released).await?;
    match waves.first() {
        Some((id, _)) => render(app, hr, id.clone()).await,
        None => hr.0.html(&app, "organisation_empty.html", &NothingYet {}),
    }
}

/// GET `/hr/waves/{id}/organisation`.
pub async fn of_wave(
    app: web::Data<App>,
    hr: Hr,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id = WaveId::parse(&id).ok_or(Problem::NotFound)?;
    render(app, hr, id).await
}

async fn render(app: web::Data<App>, hr: Hr, id: WaveId) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let (parts, waves, (made, teams), id) = on(&app, move |app| {
        let waves = results::released(app)?;
        let parts = figures(app, &id, waves.len(), lang)?;
        Ok((parts, waves, results::promised(app, &id)?, id))
    })
    .await?;
    let [wave, figures] = &*parts else {
        return Err(Failure(Problem::Fault(
            "a part of the page is missing".to_owned(),
        )));
    };
    let others = waves.into_iter().filter(|(other, _)| *other != id);
    let view = View {
        wave,
        made,
        teams,
        others: others.collect(),
    };
    let figures = Rendered(figures);
    let parts: [(String, &dyn Markup); 1] = [("figures".to_owned(), &figures)];
    hr.0.html_drawn(&app, StatusCode::OK, "organisation.html", &view, &parts)
}

/// The title of the wave and its figures; what they say of earlier waves can change with a release only.
fn figures(app: &App, id: &WaveId, releases: usize, lang: Lang) -> Outcome<Arc<[String]>> {
    let name = format!("organisation {id} {} {releases}", lang.code());
    app.shelf.get_or(&name, || {
        let page = results::organisation(app, id, lang)?;
        let draw = |name: &str, width| chart::of_organisation(&page, name, width, lang);
        let charts = Charts::of(&chart::ORGANISATION, draw);
        let part = Part {
            page: Language::of(lang),
            base: format!("/hr/waves/{id}"),
            many: page.report.rows.len() > chart::ROWS,
            report: &page,
        };
        let html = app
            .pages
            .render_with("organisation/figures.html", &part, &charts.drawings());
        let html = html.map_err(|error| Problem::fault("page", error))?;
        Ok(vec![page.wave.clone(), html])
    })
}
