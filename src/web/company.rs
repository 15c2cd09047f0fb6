//! Signing in by the company, and what is said after signing out of here.

use super::reply::{Failure, Jar, on, see_other};
use super::sign_in::{SignInPage, enter};
use super::visit::{Visit, secret};
use crate::access::{self, Answer, Knock};
use crate::app::App;
use crate::error::Problem;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

/// Where somebody reads that they are still signed in at the company.
pub const GONE: &str = "/sign-out";

/// Bytes of the longest token that is kept in a cookie; browsers take 4096 with name and path.
const LONGEST: usize = 3800;

#[derive(Serialize)]
struct GonePage {
    /// Where one signs out of the company's sign-in too.
    way_out: Option<String>,
}

/// How somebody is sent to the company's sign-in.
#[derive(Deserialize)]
pub struct Going {
    anew: Option<String>,
}

/// What the company's sign-in has a browser bring back.
#[derive(Deserialize)]
pub struct Back {
    #[serde(default)]
    state: String,
    code: Option<String>,
    iss: Option<String>,
}

/// GET `/sign-in/company`: sends the browser to the company's sign-in. It is a link and no form, because browsers let
/// no form lead to another site.
pub async fn go(
    app: web::Data<App>,
    visit: Visit,
    request: HttpRequest,
    knock: Knock,
    web::Query(going): web::Query<Going>,
) -> Result<HttpResponse, Failure> {
    let anew = going.anew.is_some();
    let browser = secret(&request, &app, Jar::Browser).unwrap_or_else(access::cookie_secret);
    let cookie = Jar::Browser.cookie(&app, browser.clone());
    let address = on(&app, move |app| {
        access::to_company(app, &knock, &browser, anew)
    });
    match address.await {
        Ok(address) => {
            let mut response = see_other(&address);
            response
                .add_cookie(&cookie)
                .map_err(|error| Problem::fault("cookie", error))?;
            Ok(response)
        }
        Err(failure) => not_in(&app, &visit, failure),
    }
}

/// GET `/sign-in/company/back`: lets somebody in who was signed in there.
pub async fn back(
    app: web::Data<App>,
    visit: Visit,
    request: HttpRequest,
    knock: Knock,
    web::Query(back): web::Query<Back>,
) -> Result<HttpResponse, Failure> {
    let browser = secret(&request, &app, Jar::Browser).unwrap_or_default();
    let answer = Answer {
        state: back.state,
        code: back.code,
        issuer: back.iss,
    };
    let arrived = on(&app, move |app| {
        access::from_company(app, &knock, &browser, answer)
    });
    let arrived = match arrived.await {
        Ok(arrived) => arrived,
        Err(failure) => return not_in(&app, &visit, failure),
    };
    let cookie = match arrived.id_token.len() <= LONGEST {
        true => Jar::Company.cookie(&app, arrived.id_token),
        false => Jar::Company.empty(&app),
    };
    let mut response = enter(&app, arrived.entry).await?;
    response
        .add_cookie(&cookie)
        .map_err(|error| Problem::fault("cookie", error))?;
    Ok(response)
}

/// The page for signing in, with the reason and the other ways.
fn not_in(app: &App, visit: &Visit, failure: Failure) -> Result<HttpResponse, Failure> {
    let Failure(Problem::Refused(reason)) = &failure else {
        return Err(failure);
    };
    let view = SignInPage::after(app, visit.lang, reason);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    visit.html_with(app, status, "sign_in.html", &view)
}

/// GET `/sign-out`: says that one is signed out here, and where one signs out of the company's sign-in too.
pub async fn gone(
    app: web::Data<App>,
    visit: Visit,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    if visit.viewer.is_some() {
        return Ok(see_other("/"));
    }
    let token = secret(&request, &app, Jar::Company);
    let way_out = on(&app, move |app| {
        let company = app.company.as_ref();
        Ok(company.and_then(|company| company.way_out(token.as_deref(), app.now())))
    });
    let view = GonePage {
        way_out: way_out.await?,
    };
    let mut response = visit.html(&app, "signed_out.html", &view)?;
    response
        .add_cookie(&Jar::Company.empty(&app))
        .map_err(|error| Problem::fault("cookie", error))?;
    Ok(response)
}
