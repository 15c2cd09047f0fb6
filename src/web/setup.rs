//! The first visit makes the administrator; afterwards this page is gone.

use super::body::Form;
use super::form::FormState;
use super::reply::{Failure, on};
use super::sign_in::enter;
use super::visit::Visit;
use crate::access::{self, SetUp};
use crate::app::App;
use crate::error::Problem;
use crate::text::Sentence;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono_tz::TZ_VARIANTS;
use serde::Serialize;

#[derive(Serialize)]
struct SetUpPage {
    #[serde(flatten)]
    form: FormState,
    time_zones: Vec<&'static str>,
}

/// GET `/setup`.
pub async fn show(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Failure> {
    still_open(&app).await?;
    let form = SetUp {
        locale: visit.lang.code().to_owned(),
        ..SetUp::default()
    };
    page(&app, &visit, StatusCode::OK, state(form))
}

/// POST `/setup`.
pub async fn send(
    app: web::Data<App>,
    visit: Visit,
    Form(form): Form<SetUp>,
) -> Result<HttpResponse, Failure> {
    still_open(&app).await?;
    let faults = form.faults();
    if faults.is_empty() {
        let session = on(&app, move |app| access::set_up(app, &form)).await?;
        return enter(&app, session).await;
    }
    let error = |(field, sentence): (_, Sentence)| (field, sentence.in_lang(visit.lang));
    let form = state(form).refused(faults.into_iter().map(error));
    page(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, form)
}

/// What was filled in, but for the password.
fn state(form: SetUp) -> FormState {
    FormState::of([
        ("organisation", form.organisation),
        ("name", form.name),
        ("email", form.email),
        ("locale", form.locale),
        ("time_zone", form.time_zone),
    ])
}

async fn still_open(app: &web::Data<App>) -> Result<(), Failure> {
    match on(app, access::is_first_visit).await? {
        true => Ok(()),
        false => Err(Failure(Problem::NotFound)),
    }
}

fn page(
    app: &App,
    visit: &Visit,
    status: StatusCode,
    form: FormState,
) -> Result<HttpResponse, Failure> {
    let time_zones = TZ_VARIANTS.iter().map(|zone| zone.name()).collect();
    visit.html_with(app, status, "setup.html", &SetUpPage { form, time_zones })
}
