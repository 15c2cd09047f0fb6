//! Signing in by mail or password, and out.

use super::body::{Form, Nothing, Posted};
use super::id::{Id, Token};
use super::reply::{Failure, Jar, on, see_other};
use super::visit::{Member, Visit, secret};
use crate::access::{self, Look};
use crate::app::App;
use crate::error::Problem;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Default, Serialize)]
struct SignInPage {
    email: String,
    error: Option<String>,
}

#[derive(Serialize)]
struct SentPage {
    error: Option<String>,
}

#[derive(Serialize)]
struct LinkPage {
    same_browser: bool,
}

#[derive(Serialize)]
struct SpentPage {}

/// The form that asks for a link.
#[derive(Deserialize)]
pub struct Address {
    email: String,
}

/// The form of an administrator.
#[derive(Deserialize)]
pub struct Credentials {
    email: String,
    password: String,
}

/// The six digits of the mail.
#[derive(Deserialize)]
pub struct Code {
    code: String,
}

/// GET `/sign-in`.
pub async fn show(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Failure> {
    if on(&app, access::is_first_visit).await? {
        return Ok(see_other("/setup"));
    }
    visit.html(&app, "sign_in.html", &SignInPage::default())
}

/// POST `/sign-in`: sends a mail if the address is known; the answer is the same if not.
pub async fn ask(
    app: web::Data<App>,
    request: HttpRequest,
    Form(form): Form<Address>,
) -> Result<HttpResponse, Failure> {
    let browser = secret(&request, &app, Jar::Browser).unwrap_or_else(access::cookie_secret);
    let cookie = Jar::Browser.cookie(&app, browser.clone());
    on(&app, move |app| access::ask(app, &form.email, &browser)).await?;
    let mut response = see_other("/sign-in/sent");
    response
        .add_cookie(&cookie)
        .map_err(|error| Problem::fault("cookie", error))?;
    Ok(response)
}

/// GET `/sign-in/sent`.
pub async fn sent(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Failure> {
    visit.html(&app, "sign_in_sent.html", &SentPage { error: None })
}

/// POST `/sign-in/code`: the six digits, in the browser that asked.
pub async fn code(
    app: web::Data<App>,
    visit: Visit,
    request: HttpRequest,
    Form(form): Form<Code>,
) -> Result<HttpResponse, Failure> {
    let browser = secret(&request, &app, Jar::Browser).unwrap_or_default();
    let session = on(&app, move |app| {
        access::enter_code(app, &browser, &form.code)
    })
    .await?;
    match session {
        Some(session) => enter(&app, session).await,
        None => {
            let view = SentPage {
                error: Some(visit.lang.text("problem-code")),
            };
            visit.html_with(
                &app,
                StatusCode::UNPROCESSABLE_ENTITY,
                "sign_in_sent.html",
                &view,
            )
        }
    }
}

/// POST `/sign-in/password`.
pub async fn password(
    app: web::Data<App>,
    visit: Visit,
    Form(form): Form<Credentials>,
) -> Result<HttpResponse, Failure> {
    let email = form.email.clone();
    match on(&app, move |app| {
        access::sign_in(app, &form.email, &form.password)
    })
    .await
    {
        Ok(session) => enter(&app, session).await,
        Err(Failure(Problem::Refused(sentence))) => {
            let view = SignInPage {
                email,
                error: Some(sentence.in_lang(visit.lang)),
            };
            visit.html_with(
                &app,
                StatusCode::UNPROCESSABLE_ENTITY,
                "sign_in.html",
                &view,
            )
        }
        Err(failure) => Err(failure),
    }
}

/// GET `/sign-in/link/{token}`: looks at a link; only the button uses it.
pub async fn link(
    app: web::Data<App>,
    visit: Visit,
    request: HttpRequest,
    Id(Token(token)): Id<Token>,
) -> Result<HttpResponse, Failure> {
    let browser = secret(&request, &app, Jar::Browser);
    match on(&app, move |app| {
        access::look(app, &token, browser.as_deref())
    })
    .await?
    {
        Look::Good => visit.html(&app, "sign_in_link.html", &LinkPage { same_browser: true }),
        Look::OtherBrowser => visit.html(
            &app,
            "sign_in_link.html",
            &LinkPage {
                same_browser: false,
            },
        ),
        Look::Spent => spent(&app, &visit),
    }
}

/// POST `/sign-in/link/{token}`: uses the link.
pub async fn follow(
    app: web::Data<App>,
    visit: Visit,
    request: HttpRequest,
    Id(Token(token)): Id<Token>,
) -> Result<HttpResponse, Failure> {
    let browser = secret(&request, &app, Jar::Browser);
    match on(&app, move |app| {
        access::follow(app, &token, browser.as_deref())
    })
    .await?
    {
        Some(session) => enter(&app, session).await,
        None => spent(&app, &visit),
    }
}

/// POST `/sign-out`.
pub async fn out(
    app: web::Data<App>,
    request: HttpRequest,
    _: Member,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let session = secret(&request, &app, Jar::Session).unwrap_or_default();
    on(&app, move |app| access::end(app, &session)).await?;
    let mut response = see_other("/");
    response
        .add_cookie(&Jar::Session.empty(&app))
        .map_err(|error| Problem::fault("cookie", error))?;
    Ok(response)
}

/// Gives the browser its session and sends it to where the person works.
pub async fn enter(app: &web::Data<App>, session: String) -> Result<HttpResponse, Failure> {
    let cookie = Jar::Session.cookie(app, session.clone());
    let viewer = on(app, move |app| access::viewer(app, &session)).await?;
    let home = if viewer.is_some_and(|viewer| viewer.is_hr) {
        "/hr"
    } else {
        "/teams"
    };
    let mut response = see_other(home);
    response
        .add_cookie(&cookie)
        .map_err(|error| Problem::fault("cookie", error))?;
    Ok(response)
}

fn spent(app: &App, visit: &Visit) -> Result<HttpResponse, Failure> {
    visit.html_with(app, StatusCode::GONE, "sign_in_spent.html", &SpentPage {})
}
