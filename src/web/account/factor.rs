//! Setting up the app whose codes are the second factor.

use super::renewed;
use crate::access;
use crate::app::App;
use crate::error::Problem;
use crate::web::body::Posted;
use crate::web::reply::{Failure, on};
use crate::web::viewer::Holder;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct FactorPage {
    seed: String,
    secret: String,
    qr: String,
    size: usize,
    /// There is an app already; the new one takes its place.
    replaces: bool,
    owed: bool,
    error: Option<String>,
}

#[derive(Serialize)]
struct CodesPage {
    codes: Vec<String>,
}

/// The form with the first code of an app.
#[derive(Deserialize)]
pub struct FactorForm {
    seed: String,
    code: String,
    #[serde(default)]
    password: String,
}

/// The form for other recovery codes.
#[derive(Deserialize)]
pub struct RecoveryForm {
    password: String,
}

/// GET `/account/factor`.
pub async fn show(app: web::Data<App>, holder: Holder) -> Result<HttpResponse, Failure> {
    page(&app, holder, None, None).await
}

async fn page(
    app: &web::Data<App>,
    holder: Holder,
    seed: Option<String>,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = match error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let viewer = holder.viewer;
    let view = on(app, move |app| {
        let enrolment = access::enrol(app, &viewer, seed.as_deref())?;
        let (qr, size) = enrolment.qr;
        Ok(FactorPage {
            seed: enrolment.seed,
            secret: enrolment.secret,
            qr,
            size,
            replaces: access::factor_state(app, &viewer.person.id)?.app,
            owed: viewer.owes_factor,
            error,
        })
    })
    .await?;
    holder
        .visit
        .html_with(app, status, "account/factor.html", &view)
}

/// POST `/account/factor`: takes the app, and shows the recovery codes once.
pub async fn confirm(
    app: web::Data<App>,
    holder: Holder,
    Posted(form): Posted<FactorForm>,
) -> Result<HttpResponse, Failure> {
    let (viewer, session, seed) = (
        holder.viewer.clone(),
        holder.session.clone(),
        form.seed.clone(),
    );
    let confirmed = on(&app, move |app| {
        let given = (&*form.seed, &*form.code, &*form.password);
        access::confirm(app, &viewer, &session, given)
    });
    match confirmed.await {
        Ok((session, codes)) => {
            // The page carries the token of a session that has just got another secret, so it has no form.
            let view = CodesPage { codes };
            let html = holder.visit.html(&app, "account/codes.html", &view)?;
            renewed(&app, html, session)
        }
        Err(Failure(Problem::Refused(sentence))) => {
            let error = sentence.in_lang(holder.visit.lang);
            page(&app, holder, Some(seed), Some(error)).await
        }
        Err(failure) => Err(failure),
    }
}

/// POST `/account/recovery`: other recovery codes, shown once.
pub async fn recovery(
    app: web::Data<App>,
    holder: Holder,
    Posted(form): Posted<RecoveryForm>,
) -> Result<HttpResponse, Failure> {
    let viewer = holder.viewer.clone();
    let codes = on(&app, move |app| {
        access::new_recovery(app, &viewer, &form.password)
    });
    let view = CodesPage {
        codes: codes.await?,
    };
    holder.visit.html(&app, "account/codes.html", &view)
}
