//! The first visit makes the administrator; afterwards this page is gone.

use super::reply::{Failure, on};
use super::sign_in::enter;
use super::visit::Visit;
use crate::access::{self, SetUp};
use crate::app::App;
use crate::error::Problem;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono_tz::TZ_VARIANTS;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct SetUpPage {
    values: Values,
    errors: BTreeMap<&'static str, String>,
    time_zones: Vec<&'static str>,
}

#[derive(Default, Serialize)]
struct Values {
    organisation: String,
    name: String,
    email: String,
    locale: String,
    time_zone: String,
}

/// GET `/setup`.
pub async fn show(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Failure> {
    still_open(&app).await?;
    let values = Values {
        locale: visit.lang.code().to_owned(),
        ..Values::default()
    };
    page(&app, &visit, StatusCode::OK, values, BTreeMap::new())
}

/// POST `/setup`.
pub async fn send(
    app: web::Data<App>,
    visit: Visit,
    form: web::Form<SetUp>,
) -> Result<HttpResponse, Failure> {
    still_open(&app).await?;
    let form = form.into_inner();
    let faults = form.faults();
    if faults.is_empty() {
        let session = on(&app, move |app| access::set_up(app, &form)).await?;
        return enter(&app, session).await;
    }
    let errors = faults
        .iter()
        .map(|(field, sentence)| (*field, sentence.in_lang(visit.lang)))
        .collect();
    let values = Values {
        organisation: form.organisation,
        name: form.name,
        email: form.email,
        locale: form.locale,
        time_zone: form.time_zone,
    };
    page(
        &app,
        &visit,
        StatusCode::UNPROCESSABLE_ENTITY,
        values,
        errors,
    )
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
    values: Values,
    errors: BTreeMap<&'static str, String>,
) -> Result<HttpResponse, Failure> {
    let time_zones = TZ_VARIANTS.iter().map(|zone| zone.name()).collect();
    visit.html_with(
        app,
        status,
        "setup.html",
        &SetUpPage {
            values,
            errors,
            time_zones,
        },
    )
}
