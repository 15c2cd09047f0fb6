//! A team's report for the talk about it: one thing on each slide. Nothing of the comments is here.

use super::team::changes;
use super::{OfTeam, Printed, Subject};
use crate::app::App;
use crate::chart::Width;
use crate::error::Problem;
use crate::report::{GapRow, PageKind, TeamPage, UnitReport, Verdict};
use crate::results::{self, Made};
use crate::web::download::Charts;
use crate::web::reply::{Failure, on};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct Slides {
    base: String,
    /// What is good, by name, and how much.
    best: Option<(String, i64)>,
    /// What both sides see alike, by name.
    alike: Vec<String>,
    moved: Vec<GapRow>,
    made: Made,
    #[serde(flatten)]
    page: TeamPage,
}

/// GET `/teams/{wave}/{node}/slides`.
pub async fn show(app: web::Data<App>, of: OfTeam) -> Result<HttpResponse, Failure> {
    let gzip = of.visit().gzip;
    let slides = on(&app, move |app| {
        let leader = &of.member.viewer.person.id;
        let made = results::made(app, leader, &of.wave, of.node, of.visit().lang)?;
        let key = (of.base(), results::edition(app)?, &made);
        let lang = of.visit().lang;
        of.visit().report(app, "team/slides.html", &key, || {
            let mut page = of.read(app, lang)?;
            if page.kind == PageKind::Below {
                return Err(Problem::NotFound);
            }
            let report = page.report.as_mut().ok_or(Problem::NotFound)?;
            report.share();
            let (best, alike, moved) = (report.best(lang), alike(report), changes(report).0);
            let draw = |name: &str, width: Width| page.chart(name, width, lang);
            let charts = Charts::of(&["gap"], draw);
            let slides = Slides {
                base: of.base(),
                best,
                alike,
                moved,
                made: made.clone(),
                page,
            };
            Ok((slides, charts))
        })
    });
    Ok(slides.await?.reply(StatusCode::OK, gzip)?)
}

/// What both sides see alike, by name.
fn alike(report: &UnitReport) -> Vec<String> {
    let rows = report.gaps.iter();
    let alike = rows.filter(|row| row.verdict.is_some_and(Verdict::is_alike));
    alike.map(|row| row.title.clone()).collect()
}
