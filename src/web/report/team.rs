//! A team's report as pages: for the leader to read, and for the conversation about it.

use super::department::{Around, department};
use super::share::ShareCard;
use super::{OfTeam, Subject, page};
use crate::app::App;
use crate::error::Problem;
use crate::report::{ChangeRow, GapRow, GuideStep, PageKind, TeamPage, UnitReport};
use crate::results::{self, Made};
use crate::web::commitment::CommitmentForm;
use crate::web::reply::{Failure, on};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct Beside {
    moved: Vec<GapRow>,
    unmoved: Vec<GapRow>,
    made: Made,
    form: CommitmentForm,
    sharing: ShareCard,
}

/// GET `/teams/{wave}/{node}`: the report.
pub async fn show(app: web::Data<App>, of: OfTeam) -> Result<HttpResponse, Failure> {
    render(app, of, CommitmentForm::empty(), StatusCode::OK).await
}

/// The page with a commitment that has to be corrected, if there is one.
pub async fn render(
    app: web::Data<App>,
    of: OfTeam,
    form: CommitmentForm,
    status: StatusCode,
) -> Result<HttpResponse, Failure> {
    let gzip = of.visit().gzip;
    let page = on(&app, move |app| {
        let leader = &of.member.viewer.person.id;
        of.check(app)?;
        if results::kind(app, &of.wave, of.node)? == PageKind::Below {
            let direct = results::direct(app, &of.wave, of.node)?;
            let direct = direct.filter(|node| results::led(app, leader, &of.wave, *node).is_ok());
            let around = Around {
                home: "/teams".to_owned(),
                home_title: "teams-title",
                own: true,
                direct: direct.map(|node| format!("/teams/{}/{node}", of.wave)),
            };
            return department(app, &of, &around);
        }
        let made = results::made(app, leader, &of.wave, of.node, of.visit().lang)?;
        let sharing = ShareCard::read(app, &of.wave, of.node, of.visit().lang)?;
        // What is said of earlier waves can change with a release.
        let key = (results::edition(app)?, &made, &form, &sharing);
        page(app, &of, "team.html", &key, |page| {
            let (moved, unmoved) = page.report.as_ref().map(changes).unwrap_or_default();
            Beside {
                moved,
                unmoved,
                made: made.clone(),
                form: form.clone(),
                sharing: sharing.clone(),
            }
        })
    });
    Ok(page.await?.reply(status, gzip)?)
}

/// The rows with a change since the last wave: those that are more than noise, and the others.
pub fn changes(report: &UnitReport) -> (Vec<GapRow>, Vec<GapRow>) {
    let rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
    let compared = rows.filter(|row| row.change.is_some()).cloned();
    compared.partition(|row| row.change.as_ref().is_some_and(ChangeRow::is_visible))
}

#[derive(Serialize)]
struct Guide {
    base: String,
    steps: Vec<GuideStep>,
    #[serde(flatten)]
    report: TeamPage,
}

/// GET `/teams/{wave}/{node}/guide`: the conversation about the report, to be printed.
pub async fn guide(app: web::Data<App>, of: OfTeam) -> Result<HttpResponse, Failure> {
    let (of, view) = on(&app, move |app| {
        let report = of.read(app, of.visit().lang)?;
        let steps = match &report.report {
            Some(found) => found.guide.clone(),
            None => report.plain_guide.clone(),
        };
        if steps.is_empty() {
            return Err(Problem::NotFound);
        }
        let base = of.base();
        let guide = Guide {
            base,
            steps,
            report,
        };
        Ok((of, guide))
    })
    .await?;
    of.visit().html(&app, "team/guide.html", &view)
}
