//! Stopping mails: for whoever follows the link in one, and for mail programs (RFC 8058). These routes are
//! never logged and know no session.

use super::body::{Fields, Form};
use super::id::{Id, Token};
use super::reply::{Failure, on, see_other};
use super::visit::Guest;
use crate::app::App;
use crate::error::Problem;
use crate::wave::{self, Wish};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct StopPage {
    wave: String,
    stopped: bool,
    all: bool,
}

/// GET `/stop/{token}`: what somebody gets now. Looking changes nothing.
pub async fn show(
    app: web::Data<App>,
    Guest(visit): Guest,
    request: HttpRequest,
    Id(Token(text)): Id<Token>,
) -> Result<HttpResponse, Failure> {
    let found = on(&app, move |app| wave::stopping(app, &text)).await?;
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
    Form(fields): Form<Fields>,
) -> Result<HttpResponse, Failure> {
    let has = |name: &str, value: &str| fields.iter().any(|(n, v)| n == name && v == value);
    // One click must be enough and leaves no way to ask, so it stops the mails of this wave only.
    let by_program = has("List-Unsubscribe", "One-Click");
    let wish = match () {
        () if by_program || has("wish", "not-this") => Wish::NotThis,
        () if has("wish", "none") => Wish::None,
        () if has("wish", "again") => Wish::Again,
        () => return Err(Failure(Problem::refused("problem-form"))),
    };
    let page = format!("/stop/{text}");
    on(&app, move |app| wave::stop_mails(app, &text, wish)).await?;
    match by_program {
        true => Ok(HttpResponse::Ok().finish()),
        false => Ok(see_other(&page)),
    }
}
