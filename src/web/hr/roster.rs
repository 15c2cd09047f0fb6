use super::import_view::ImportPage;
use super::refusal;
use crate::app::App;
use crate::error::Problem;
use crate::ids::{ImportId, TeamId};
use crate::roster::{self, TeamRow};
use crate::web::body::{Nothing, Posted, Upload};
use crate::web::download::attachment;
use crate::web::id::Id;
use crate::web::reply::{Failure, on, see_other};
use crate::web::visit::{Hr, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// A roster to start from: it can be imported as it is.
const SAMPLE: &str = include_str!("sample.csv");

#[derive(Serialize)]
struct RosterPage {
    teams: Vec<TeamLine>,
    people: usize,
    error: Option<String>,
}

#[derive(Serialize)]
struct TeamLine {
    id: String,
    name: String,
    depth: usize,
    leaders: Option<String>,
    members: usize,
}

#[derive(Serialize)]
struct TeamPage {
    name: String,
    above: Option<String>,
    leaders: Vec<(String, Option<String>)>,
    members: Vec<(String, Option<String>)>,
}

/// GET `/hr/roster`.
pub async fn show(app: web::Data<App>, hr: Hr) -> Result<HttpResponse, Failure> {
    page(&app, &hr.0, StatusCode::OK, None).await
}

/// POST `/hr/roster/import`: keeps the file and shows what it would change.
pub async fn upload(
    app: web::Data<App>,
    hr: Hr,
    file: Result<Upload, Failure>,
) -> Result<HttpResponse, Failure> {
    let staged = match file {
        Ok(file) => on(&app, move |app| roster::stage(app, &file.bytes)).await,
        Err(failure) => Err(failure),
    };
    match staged {
        Ok(id) => Ok(see_other(&format!("/hr/roster/import/{id}"))),
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            page(&app, &hr.0, StatusCode::UNPROCESSABLE_ENTITY, Some(error)).await
        }
    }
}

/// GET `/hr/roster/import/{import}`: what the file would change, or what is wrong with it.
pub async fn preview(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<ImportId>,
) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let path = format!("/hr/roster/import/{id}");
    let preview = on(&app, move |app| roster::preview(app, &id)).await?;
    hr.0.html(
        &app,
        "hr/import.html",
        &ImportPage::new(path, preview, lang),
    )
}

/// POST `/hr/roster/import/{import}`: makes the file the roster in force.
pub async fn apply(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<ImportId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let by = hr.by();
    match on(&app, move |app| roster::apply(app, &id, &by)).await {
        Ok(()) => Ok(see_other("/hr/roster")),
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            page(&app, &hr.0, StatusCode::UNPROCESSABLE_ENTITY, Some(error)).await
        }
    }
}

/// GET `/hr/roster/sample.csv`.
pub async fn sample(_: Hr) -> HttpResponse {
    // Spreadsheets take a file for UTF-8 only with a byte order mark.
    let bytes = format!("\u{feff}{SAMPLE}").into_bytes();
    attachment("roster.csv", "text/csv; charset=utf-8", bytes)
}

/// GET `/hr/roster/teams/{team}`: the people of a team.
pub async fn team(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<TeamId>,
) -> Result<HttpResponse, Failure> {
    let team = on(&app, move |app| roster::team(app, &id)).await?;
    let (name, above) = team.path.split_last().ok_or(Problem::NotFound)?;
    let view = TeamPage {
        name: name.clone(),
        above: (!above.is_empty()).then(|| above.join(" / ")),
        leaders: team.leaders,
        members: team.members,
    };
    hr.0.html(&app, "hr/team.html", &view)
}

async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    status: StatusCode,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let (teams, people) = on(app, |app| {
        Ok((roster::teams(app)?, roster::headcount(app)?))
    })
    .await?;
    let teams = teams.into_iter().map(TeamLine::of).collect();
    visit.html_with(
        app,
        status,
        "hr/roster.html",
        &RosterPage {
            teams,
            people,
            error,
        },
    )
}

impl TeamLine {
    fn of(row: TeamRow) -> Self {
        Self {
            id: row.id.to_string(),
            name: row.path.last().cloned().unwrap_or_default(),
            depth: row.depth,
            leaders: (!row.leaders.is_empty()).then(|| row.leaders.join(", ")),
            members: row.members,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SAMPLE;
    use crate::roster::sheet;

    #[test]
    fn the_sample_is_a_roster_without_faults() {
        let sheet = sheet::parse(SAMPLE.as_bytes()).unwrap();
        assert!(sheet.faults.is_empty() && sheet.leaderless.is_empty());
    }
}
