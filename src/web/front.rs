//! What a visitor sees: the idea, and the gut-check, of which nothing is stored or logged.

use super::body::{Fields, Form};
use super::id::Id;
use super::questionnaire::Questionnaire;
use super::reply::{Failure, on, see_other};
use super::visit::{Guest, Visit};
use crate::access;
use crate::answer::Answers;
use crate::app::App;
use crate::error::Problem;
use crate::report;
use crate::survey::{GUT_CHECK, Role, Survey};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct FrontPage {}

#[derive(Serialize)]
struct GutCheckPage {
    role: Role,
    form: Questionnaire,
}

/// GET `/`.
pub async fn show(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Failure> {
    if on(&app, access::is_first_visit).await? {
        return Ok(see_other("/setup"));
    }
    visit.html(&app, "front.html", &FrontPage {})
}

/// GET `/gut-check/{role}`.
pub async fn gut_check(
    app: web::Data<App>,
    Guest(visit): Guest,
    Id(role): Id<Role>,
) -> Result<HttpResponse, Failure> {
    let form = Questionnaire::new(survey(&app)?, role, &[], visit.lang, (&Fields::new(), &[]));
    visit.html(&app, "gut_check.html", &GutCheckPage { role, form })
}

/// POST `/gut-check/{role}`: the profile at once; the answers live as long as this request.
pub async fn profile(
    app: web::Data<App>,
    Guest(visit): Guest,
    Id(role): Id<Role>,
    Form(fields): Form<Fields>,
) -> Result<HttpResponse, Failure> {
    let survey = survey(&app)?;
    match Answers::from_fields(survey, role, &fields) {
        Ok(answers) => {
            let view = report::gut_check(survey, role, &answers.values(survey), visit.lang);
            visit.html(&app, "gut_check_result.html", &view)
        }
        Err(faults) => {
            let form = Questionnaire::new(survey, role, &[], visit.lang, (&fields, &faults));
            let view = GutCheckPage { role, form };
            visit.html_with(
                &app,
                StatusCode::UNPROCESSABLE_ENTITY,
                "gut_check.html",
                &view,
            )
        }
    }
}

/// The survey of the visitors.
fn survey(app: &App) -> Result<&Survey, Failure> {
    Ok(app.library.get(GUT_CHECK).ok_or(Problem::NotFound)?)
}
