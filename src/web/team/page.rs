use super::{Place, wave};
use crate::app::App;
use crate::chart::report as chart;
use crate::error::Problem;
use crate::report::{ChangeRow, GapRow, TeamPage, UnitReport};
use crate::results::{self, Made};
use crate::web::reply::{Failure, on};
use crate::web::shown::Charts;
use crate::web::team::commitment::FormView;
use crate::web::visit::Member;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct View {
    base: String,
    #[serde(flatten)]
    report: TeamPage,
    moved: Vec<GapRow>,
    unmoved: Vec<GapRow>,
    made: Made,
    form: FormView,
}

/// GET `/teams/{wave}/{node}`: the report, for whoever was asked as the leader; others find nothing.
pub async fn show(
    app: web::Data<App>,
    member: Member,
    place: Place,
) -> Result<HttpResponse, Failure> {
    render(app, member, place, FormView::empty(), StatusCode::OK).await
}

/// The page with a commitment that has to be mended, if there is one.
pub async fn render(
    app: web::Data<App>,
    member: Member,
    place: Place,
    form: FormView,
    status: StatusCode,
) -> Result<HttpResponse, Failure> {
    let (id, node) = place.into_inner();
    let id = wave(&id)?;
    let Member { visit, viewer } = member;
    let gzip = visit.gzip;
    let page = on(&app, move |app| {
        let made = results::made(app, &viewer.person.id, &id, node, visit.lang)?;
        // What is said of earlier waves can change with a release.
        let key = (&id, node, results::releases(app)?, &made, &form);
        visit.report(app, "team.html", &key, || {
            let report = results::team(app, &made.team, &id, node, visit.lang)?;
            let draw = |name: &str, width| chart::of_team(&report, name, width, visit.lang);
            let charts = Charts::of(&chart::TEAM, draw);
            let (moved, unmoved) = report.report.as_ref().map(changes).unwrap_or_default();
            let view = View {
                base: format!("/teams/{id}/{node}"),
                report,
                moved,
                unmoved,
                made: made.clone(),
                form: form.clone(),
            };
            Ok((view, charts))
        })
    });
    Ok(page.await?.reply(status, gzip)?)
}

/// The rows with a change since the last wave: those that are more than noise, and the others.
fn changes(report: &UnitReport) -> (Vec<GapRow>, Vec<GapRow>) {
    let rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
    let compared = rows.filter(|row| row.change.is_some()).cloned();
    compared.partition(|row| row.change.as_ref().is_some_and(ChangeRow::is_visible))
}

#[derive(Serialize)]
struct Guide {
    base: String,
    #[serde(flatten)]
    report: TeamPage,
}

/// GET `/teams/{wave}/{node}/guide`: the conversation about the report, to be printed.
pub async fn guide(
    app: web::Data<App>,
    member: Member,
    place: Place,
) -> Result<HttpResponse, Failure> {
    let (id, node) = place.into_inner();
    let id = wave(&id)?;
    let (person, lang) = (member.viewer.person.id.clone(), member.visit.lang);
    let base = format!("/teams/{id}/{node}");
    let page = on(&app, move |app| {
        let team = results::led(app, &person, &id, node)?;
        let page = results::team(app, &team, &id, node, lang)?;
        match page.report {
            Some(_) => Ok(page),
            None => Err(Problem::NotFound),
        }
    });
    let view = Guide {
        base,
        report: page.await?,
    };
    member.visit.html(&app, "team/guide.html", &view)
}
