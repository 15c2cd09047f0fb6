use super::{Place, wave};
use crate::app::App;
use crate::chart::report as chart;
use crate::error::{Outcome, Problem};
use crate::ids::{TeamId, WaveId};
use crate::report::{GapRow, TeamPage, UnitReport};
use crate::results::{self, Made};
use crate::text::{Lang, Markup};
use crate::web::reply::{Failure, on};
use crate::web::shown::{Charts, Language, Rendered};
use crate::web::team::commitment::FormView;
use crate::web::visit::Member;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::sync::Arc;

/// What of a team's page is the same for everybody who may read it, and for ever.
struct Fixed(Arc<[String]>);

/// The page around what is fixed.
#[derive(Serialize)]
struct View<'a> {
    base: String,
    team: &'a str,
    wave: &'a str,
    /// There is a report.
    shown: bool,
    made: &'a Made,
    form: FormView,
}

/// A part of the page that is rendered once.
#[derive(Serialize)]
struct Part<'a> {
    page: Language,
    base: String,
    #[serde(flatten)]
    report: &'a TeamPage,
    moved: Vec<&'a GapRow>,
    unmoved: Vec<&'a GapRow>,
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
    let (person, lang) = (member.viewer.person.id.clone(), member.visit.lang);
    let base = format!("/teams/{id}/{node}");
    let (fixed, made) = on(&app, move |app| {
        let made = results::made(app, &person, &id, node, lang)?;
        Ok((Fixed::of(app, &made.team, &id, node, lang)?, made))
    })
    .await?;
    let [team, wave, shown, before, after] = &*fixed.0 else {
        return Err(Failure(Problem::Fault(
            "a part of the page is missing".to_owned(),
        )));
    };
    let view = View {
        base,
        team,
        wave,
        shown: !shown.is_empty(),
        made: &made,
        form,
    };
    let (before, after) = (Rendered(before), Rendered(after));
    let parts: [(String, &dyn Markup); 2] =
        [("before".to_owned(), &before), ("after".to_owned(), &after)];
    member
        .visit
        .html_drawn(&app, status, "team.html", &view, &parts)
}

impl Fixed {
    /// The name of the team, that of the wave, its headline, and what stands before and after the
    /// commitments.
    fn of(app: &App, team: &TeamId, id: &WaveId, node: i32, lang: Lang) -> Outcome<Self> {
        let released = results::releases(app)?;
        let name = format!("team {id} {node} {} {released}", lang.code());
        let parts = app.shelf.get_or(&name, || {
            let page = results::team(app, team, id, node, lang)?;
            let draw = |name: &str, width| chart::of_team(&page, name, width, lang);
            let charts = Charts::of(&chart::TEAM, draw);
            let (moved, unmoved) = page.report.as_ref().map(changes).unwrap_or_default();
            let part = Part {
                page: Language::of(lang),
                base: format!("/teams/{id}/{node}"),
                report: &page,
                moved,
                unmoved,
            };
            let render = |template| {
                let html = app.pages.render_with(template, &part, &charts.drawings());
                html.map_err(|error| Problem::fault("page", error))
            };
            Ok::<_, Problem>(vec![
                page.team.clone(),
                page.wave.clone(),
                page.report
                    .as_ref()
                    .map(|report| report.headline.clone())
                    .unwrap_or_default(),
                render("team/before.html")?,
                render("team/after.html")?,
            ])
        })?;
        Ok(Self(parts))
    }
}

/// The rows with a change since the last wave: those that are more than noise, and the others.
fn changes(report: &UnitReport) -> (Vec<&GapRow>, Vec<&GapRow>) {
    let rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
    let compared = rows.filter(|row| row.change.is_some());
    compared.partition(|row| {
        row.change
            .as_ref()
            .is_some_and(|change| change.verdict != "none")
    })
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
