//! HR's view of the whole organisation.

use super::reply::{Failure, on};
use super::shown::Charts;
use super::visit::Hr;
use crate::app::App;
use crate::chart::report as chart;
use crate::error::Problem;
use crate::ids::WaveId;
use crate::report::OrganisationPage;
use crate::results;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct NothingYet {}

#[derive(Serialize)]
struct View {
    base: String,
    /// The table has more rows than the chart.
    many: bool,
    #[serde(flatten)]
    report: OrganisationPage,
    /// Commitments made after the release so far, and the teams that made them.
    made: usize,
    teams: usize,
    /// Other released waves: identifier and title, the latest first.
    others: Vec<(WaveId, String)>,
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
    let Hr(visit) = hr;
    let gzip = visit.gzip;
    let page = on(&app, move |app| {
        let waves = results::released(app)?;
        let (made, teams) = results::promised(app, &id)?;
        let key = (&id, &waves, made, teams);
        visit.report(app, "organisation.html", &key, || {
            let report = results::organisation(app, &id, visit.lang)?;
            let draw = |name: &str, width| chart::of_organisation(&report, name, width, visit.lang);
            let charts = Charts::of(&chart::ORGANISATION, draw);
            let others = waves.iter().filter(|(other, _)| *other != id);
            let view = View {
                base: format!("/hr/waves/{id}"),
                many: report.report.rows.len() > chart::MOST_ROWS,
                others: others.cloned().collect(),
                report,
                made,
                teams,
            };
            Ok((view, charts))
        })
    });
    Ok(page.await?.reply(StatusCode::OK, gzip)?)
}
