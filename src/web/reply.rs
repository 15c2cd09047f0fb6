use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::text::Sentence;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError, web};
use std::fmt;

/// A use case that did not happen, as an answer of the server; the middleware makes a page of it.
#[derive(Debug)]
pub struct Failure(pub Problem);

/// What the error page says besides the status; kept with the response until the page is made.
pub struct Note(pub Option<Sentence>);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self.0 {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let sentence = match &self.0 {
            Problem::Refused(sentence) => Some(sentence.clone()),
            Problem::Fault(fault) => {
                tracing::error!(%fault, "a page could not be made");
                None
            }
            Problem::NotFound | Problem::Busy => None,
        };
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(Note(sentence));
        response
    }
}

/// Runs a use case away from the threads that talk to browsers.
pub async fn on<T: Send + 'static>(
    app: &web::Data<App>,
    work: impl FnOnce(&App) -> Outcome<T> + Send + 'static,
) -> Result<T, Failure> {
    let app = app.clone();
    let done = web::block(move || work(&app)).await;
    done.map_err(|error| Problem::fault("worker", error))?
        .map_err(Failure)
}

/// Sends the browser on after a form was taken.
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .finish()
}

/// The cookies there are.
#[derive(Clone, Copy)]
pub enum Jar {
    /// The secret of a session.
    Session,
    /// Tells the browser that asked for a sign-in link.
    Browser,
    /// Whose password was right and whose second factor is missing.
    Pending,
    /// By which a browser is known again that somebody signed in with.
    Device,
    /// By which the company's sign-in knows somebody again who signs out.
    Company,
    /// The language that somebody chose.
    Language,
    /// The page that somebody wanted who has to sign in first.
    Wanted,
}

impl Jar {
    /// Its name; browsers hold `__Host-` cookies to this host and to https, and `__Secure-` ones to https.
    pub fn name(self, app: &App) -> &'static str {
        match (self, app.config.is_https()) {
            (Self::Session, true) => "__Host-session",
            (Self::Session, false) => "session",
            (Self::Browser, true) => "__Host-browser",
            (Self::Browser, false) => "browser",
            (Self::Pending, true) => "__Host-pending",
            (Self::Pending, false) => "pending",
            (Self::Language, true) => "__Host-language",
            (Self::Language, false) => "language",
            (Self::Wanted, true) => "__Host-wanted",
            (Self::Wanted, false) => "wanted",
            (Self::Device, true) => "__Host-device",
            (Self::Device, false) => "device",
            (Self::Company, true) => "__Secure-company",
            (Self::Company, false) => "company",
        }
    }

    /// The cookie that sets it.
    pub fn cookie(self, app: &App, value: String) -> Cookie<'static> {
        let cookie = Cookie::build(self.name(app), value)
            .path(match self {
                // It is long and needed nowhere else.
                Self::Company => "/sign-out",
                _ => "/",
            })
            .http_only(true)
            .secure(app.config.is_https())
            .same_site(SameSite::Lax);
        match self {
            // A browser stays known when it is closed.
            Self::Device => cookie.max_age(Duration::days(180)).finish(),
            // A choice lasts.
            Self::Language => cookie.max_age(Duration::days(365)).finish(),
            // Long enough for the mail with the link to come.
            Self::Wanted => cookie.max_age(Duration::minutes(30)).finish(),
            _ => cookie.finish(),
        }
    }

    /// The cookie that takes it away.
    pub fn empty(self, app: &App) -> Cookie<'static> {
        let mut cookie = self.cookie(app, String::new());
        cookie.set_max_age(Duration::ZERO);
        cookie
    }
}
