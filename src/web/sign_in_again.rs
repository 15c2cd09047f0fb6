//! Proving again who one is, before what would hurt most in the hands of whoever finds an open browser.

use super::asked::Asked;
use super::body::Posted;
use super::reply::{Failure, Jar, on, see_other};
use super::visit::Member;
use crate::access::{self, Knock};
use crate::app::App;
use crate::error::Problem;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct AgainPage {
    /// Where it goes on.
    to: String,
    /// They have a password to type; whoever has none signs in once more.
    has_password: bool,
    factor: bool,
    /// They can prove it by the company.
    company: bool,
    error: Option<String>,
}

/// The form of whoever proves it.
#[derive(Deserialize)]
pub struct Proof {
    to: String,
    password: String,
    #[serde(default)]
    code: String,
}

/// GET `/sign-in/again`.
pub async fn show(
    app: web::Data<App>,
    member: Member,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    let to = own_page(asked.text("to"));
    page(&app, member, to, None).await
}

/// A page of this server, and no other.
fn own_page(to: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/-.".contains(letter);
    let own = to.starts_with('/') && !to.starts_with("//") && to.chars().all(plain);
    if own { to } else { "/account" }.to_owned()
}

async fn page(
    app: &web::Data<App>,
    Member { visit, viewer }: Member,
    to: String,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = match error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let view = on(app, move |app| {
        let me = &viewer.person.id;
        let mut accounts = access::accounts(app)?.into_iter();
        let account = accounts.find(|one| one.person == *me && viewer.at_work);
        Ok(AgainPage {
            has_password: account.is_some_and(|one| one.password)
                && !app.config.require_company_sign_in,
            factor: access::factor_state(app, me)?.app,
            company: app.config.has_company_sign_in(),
            to,
            error,
        })
    })
    .await?;
    visit.html_with(app, status, "sign_in_again.html", &view)
}

/// POST `/sign-in/again`.
pub async fn prove(
    app: web::Data<App>,
    member: Member,
    knock: Knock,
    Posted(proof): Posted<Proof>,
) -> Result<HttpResponse, Failure> {
    let (viewer, to) = (member.viewer.clone(), own_page(&proof.to));
    let proven = on(&app, move |app| {
        access::prove(app, &knock, &viewer, (&proof.password, &proof.code))
    });
    let key = match proven.await {
        Ok(Some(entry)) => return enter(&app, &to, entry.secret),
        Ok(None) => member.visit.lang.text("problem-factor-code"),
        Err(Failure(Problem::Refused(sentence))) => sentence.in_lang(member.visit.lang),
        Err(failure) => return Err(failure),
    };
    page(&app, member, to, Some(key)).await
}

fn enter(app: &App, to: &str, session: String) -> Result<HttpResponse, Failure> {
    let mut response = see_other(to);
    response
        .add_cookie(&Jar::Session.cookie(app, session))
        .map_err(|error| Problem::fault("cookie", error))?;
    Ok(response)
}
