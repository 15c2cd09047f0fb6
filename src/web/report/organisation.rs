//! HR's view of the whole organisation.

use super::groups::Groups;
use super::{OfOrganisation, Subject, page};
use crate::app::App;
use crate::chart::report as chart;
use crate::ids::WaveId;
use crate::report::OrganisationPage;
use crate::results;
use crate::wave;
use crate::web::asked::Asked;
use crate::web::reply::{Failure, on};
use crate::web::viewer::Reader;
use crate::web::visit::Hr;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct NothingYet {}

#[derive(Serialize)]
struct Beside {
    /// The table has more rows than the chart.
    many: bool,
    /// The rows of the table that are shown.
    groups: Groups,
    /// Commitments made after the release so far, and the teams that made them.
    made: usize,
    teams: usize,
    /// Other released waves: identifier and title, the latest first.
    others: Vec<(WaveId, String)>,
}

/// GET `/hr/organisation`: the latest released wave.
pub async fn latest(app: web::Data<App>, hr: Hr, asked: Asked) -> Result<HttpResponse, Failure> {
    let waves = on(&app, results::released).await?;
    match waves.into_iter().next() {
        Some((wave, _)) => {
            let reader = Reader {
                visit: hr.0,
                by_promise: false,
            };
            show(app, OfOrganisation { reader, wave }, asked).await
        }
        None => hr.0.html(&app, "organisation_empty.html", &NothingYet {}),
    }
}

/// GET `/hr/waves/{wave}/organisation`.
pub async fn show(
    app: web::Data<App>,
    of: OfOrganisation,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    let gzip = of.visit().gzip;
    let page = on(&app, move |app| {
        of.check(app)?;
        let mut waves = results::released(app)?;
        if of.reader.by_promise {
            waves.retain(|(wave, _)| wave::auditors_read(app, wave).unwrap_or_default());
        }
        let (made, teams) = results::promised(app, &of.wave)?;
        let key = (results::edition(app)?, &waves, made, teams, asked.fields());
        page(app, &of, "organisation.html", &key, |report| {
            let others = waves.iter().filter(|(other, _)| *other != of.wave);
            Beside {
                many: has_more_rows_than_the_chart(report),
                groups: Groups::of(&report.report.rows, &asked),
                others: others.cloned().collect(),
                made,
                teams,
            }
        })
    });
    Ok(page.await?.reply(StatusCode::OK, gzip)?)
}

fn has_more_rows_than_the_chart(page: &OrganisationPage) -> bool {
    page.report.rows.len() > chart::MOST_ROWS
}
