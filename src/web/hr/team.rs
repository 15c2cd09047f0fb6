//! One team of the roster.

use super::refusal;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId};
use crate::roster;
use crate::store::people::Person;
use crate::web::body::Posted;
use crate::web::id::Id;
use crate::web::reply::{Failure, on, see_other};
use crate::web::visit::{Hr, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use url::form_urlencoded::byte_serialize;

/// The most people and the most teams below that the page names.
const NAMED: usize = 100;

#[derive(Serialize)]
struct TeamPage {
    id: TeamId,
    name: String,
    above: Option<String>,
    /// As in a file.
    path: String,
    /// The same as a value of a query.
    query: String,
    /// The path of the team above.
    parent: String,
    leaders: Vec<PersonLink>,
    members: Vec<PersonLink>,
    /// How many members there are.
    count: usize,
    below: Vec<(TeamId, String)>,
    /// How many teams there are below.
    teams: usize,
    error: Option<String>,
}

#[derive(Serialize)]
struct PersonLink {
    id: PersonId,
    name: String,
    email: Option<String>,
}

/// Where a team goes.
#[derive(Deserialize)]
pub struct PathForm {
    path: String,
}

/// GET `/hr/roster/teams/{team}`.
pub async fn show(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<TeamId>,
) -> Result<HttpResponse, Failure> {
    page(&app, &hr.0, id, None).await
}

/// POST `/hr/roster/teams/{team}/move`.
pub async fn relocate(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<TeamId>,
    form: Posted<PathForm>,
) -> Result<HttpResponse, Failure> {
    let (by, team) = (hr.by(), id.clone());
    let moved = on(&app, move |app| {
        roster::move_team(app, &team, &form.0.path, &by)
    })
    .await;
    match moved {
        Ok(()) => Ok(see_other(&format!("/hr/roster/teams/{id}"))),
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            page(&app, &hr.0, id, Some(error)).await
        }
    }
}

/// POST `/hr/roster/teams/{team}/close`.
pub async fn close(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<TeamId>,
    form: Posted<PathForm>,
) -> Result<HttpResponse, Failure> {
    let (by, team) = (hr.by(), id.clone());
    let into = on(&app, move |app| {
        roster::close_team(app, &team, &form.0.path, &by)
    })
    .await;
    match into {
        Ok(into) => Ok(see_other(&format!("/hr/roster/teams/{into}"))),
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            page(&app, &hr.0, id, Some(error)).await
        }
    }
}

async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    id: TeamId,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = match error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let page = on(app, move |app| read(app, id, error)).await?;
    visit.html_with(app, status, "hr/team.html", &page)
}

fn read(app: &App, id: TeamId, error: Option<String>) -> Outcome<TeamPage> {
    let team = roster::team(app, &id)?;
    let (name, above) = team.path.split_last().ok_or(Problem::NotFound)?;
    let link = |person: Person| PersonLink {
        id: person.id,
        name: person.name,
        email: person.email,
    };
    let count = team.members.len();
    let below = roster::below(app, &id)?;
    let teams = below.len();
    Ok(TeamPage {
        id,
        name: name.clone(),
        above: (!above.is_empty()).then(|| above.join(" / ")),
        query: byte_serialize(team.path.join("/").as_bytes()).collect(),
        path: team.path.join("/"),
        parent: above.join("/"),
        leaders: team.leaders.into_iter().map(link).collect(),
        members: team.members.into_iter().take(NAMED).map(link).collect(),
        count,
        below: below.into_iter().take(NAMED).collect(),
        teams,
        error,
    })
}
