//! Stopping mails: for whoever follows the link in one, and for mail programs (RFC 8058). These routes are
//! never logged and know no session.

use super::body::Fields;
use super::id::{Id, Token};
use super::reply::{Failure, on, see_other};
use super::visit::Guest;
use crate::app::App;
use crate::error::Problem;
use crate::wave::{self, Wish};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use futures_util::future::LocalBoxFuture;
use serde::Serialize;

#[derive(Serialize)]
struct StopPage {
    wave: String,
    stopped: bool,
    all: bool,
}

#[derive(Serialize)]
struct Empty {}

/// What comes with a request to stop mails: the fields of our own form, or whatever a mail program sends, which need
/// not be a form and is not looked at. It is read to the end, up to what bodies may have.
pub struct Clicked(Fields);

impl FromRequest for Clicked {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request.content_type() == "application/x-www-form-urlencoded";
        let body = web::Bytes::from_request(request, payload);
        Box::pin(async move {
            let body = body.await.map_err(|_| Problem::refused("problem-form"))?;
            let fields = is_form.then(|| serde_urlencoded::from_bytes(&body).ok());
            Ok(Self(fields.flatten().unwrap_or_default()))
        })
    }
}

/// GET `/stop/{token}`: what somebody gets now. Looking changes nothing.
pub async fn show(
    app: web::Data<App>,
    Guest(visit): Guest,
    request: HttpRequest,
    Id(Token(text)): Id<Token>,
) -> Result<HttpResponse, Failure> {
    let found = match on(&app, move |app| wave::stopping(app, &text)).await {
        Err(Failure(Problem::NotFound)) => {
            return visit.html_with(&app, StatusCode::NOT_FOUND, "stop_unknown.html", &Empty {});
        }
        found => found?,
    };
    let page = StopPage {
        wave: found.wave,
        stopped: found.stopped,
        all: found.all,
    };
    let visit = visit.preferring(&request, &found.person.locale);
    visit.html(&app, "stop.html", &page)
}

/// POST `/stop/{token}`: does what the form or the mail program wants.
pub async fn send(
    app: web::Data<App>,
    Id(Token(text)): Id<Token>,
    Clicked(fields): Clicked,
) -> Result<HttpResponse, Failure> {
    let wish = fields.iter().find(|(name, _)| name == "wish");
    let wish = match wish.map(|(_, value)| value.as_str()) {
        // One click must be enough and leaves no way to ask, so it stops the mails of this wave only.
        None => None,
        Some("not-this") => Some(Wish::NotThis),
        Some("none") => Some(Wish::None),
        Some("again") => Some(Wish::Again),
        Some(_) => return Err(Failure(Problem::refused("problem-form"))),
    };
    let page = format!("/stop/{text}");
    let wanted = wish.unwrap_or(Wish::NotThis);
    on(&app, move |app| wave::stop_mails(app, &text, wanted)).await?;
    match wish {
        None => Ok(HttpResponse::Ok().finish()),
        Some(_) => Ok(see_other(&page)),
    }
}
