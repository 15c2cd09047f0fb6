//! The first visit, with the code that the terminal shows, makes the administrator; afterwards this page is gone.

use super::body::Form;
use super::form::FormState;
use super::reply::{Failure, on};
use super::sign_in::enter;
use super::visit::Visit;
use crate::access::{self, Knock, SetUp};
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
    knock: Knock,
    Form(form): Form<SetUp>,
) -> Result<HttpResponse, Failure> {
    still_open(&app).await?;
    let sent = form.clone();
    // Without the code nobody learns what else would be refused.
    let (field, sentence) = match on(&app, move |app| access::set_up(app, &knock, &form)).await {
        Ok(entry) => return enter(&app, entry).await,
        Err(Failure(Problem::Refused(sentence))) => ("code", sentence),
        Err(failure) => return Err(failure),
    };
    let faults = match sent.faults() {
        faults if faults.iter().any(|(_, fault)| *fault == sentence) => faults,
        _ => vec![(field, sentence)],
    };
    let error = |(field, sentence): (_, Sentence)| (field, sentence.in_lang(visit.lang));
    let form = state(sent).refused(faults.into_iter().map(error));
    page(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, form)
}

/// What was filled in, but for the password.
fn state(form: SetUp) -> FormState {
    FormState::of([
        ("code", form.code),
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
