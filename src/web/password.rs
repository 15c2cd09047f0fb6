//! Setting a password by a link from a mail: the first one, or another one in its place.

use super::body::Form;
use super::id::{Id, Token};
use super::reply::{Failure, on, see_other};
use super::sign_in::go_on;
use super::visit::Visit;
use crate::access::{self, Knock};
use crate::app::App;
use crate::error::Problem;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct ForgotPage {
    sent: bool,
}

#[derive(Serialize)]
struct PasswordPage {
    email: String,
    welcome: bool,
    error: Option<String>,
}

#[derive(Serialize)]
struct SpentPage {}

/// The form that asks for a mail.
#[derive(Deserialize)]
pub struct Address {
    email: String,
}

/// The form with a new password.
#[derive(Deserialize)]
pub struct New {
    password: String,
}

/// GET `/sign-in/forgotten`.
pub async fn forgotten(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Failure> {
    visit.html(&app, "password_forgotten.html", &ForgotPage { sent: false })
}

/// POST `/sign-in/forgotten`: sends a mail if the address is that of an account; the answer is the same if not.
pub async fn ask(
    app: web::Data<App>,
    knock: Knock,
    Form(form): Form<Address>,
) -> Result<HttpResponse, Failure> {
    on(&app, move |app| access::forgot(app, &knock, &form.email)).await?;
    Ok(see_other("/sign-in/forgotten/sent"))
}

/// GET `/sign-in/forgotten/sent`.
pub async fn sent(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Failure> {
    visit.html(&app, "password_forgotten.html", &ForgotPage { sent: true })
}

/// GET `/password/{token}`: looks at a link; only the button uses it.
pub async fn show(
    app: web::Data<App>,
    visit: Visit,
    Id(Token(token)): Id<Token>,
) -> Result<HttpResponse, Failure> {
    page(&app, &visit, token, None).await
}

async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    token: String,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = match error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    match on(app, move |app| access::resetting(app, &token)).await? {
        Some(known) => {
            let view = PasswordPage {
                email: known.email,
                welcome: known.welcome,
                error,
            };
            visit.html_with(app, status, "password.html", &view)
        }
        None => visit.html_with(app, StatusCode::GONE, "sign_in_spent.html", &SpentPage {}),
    }
}

/// POST `/password/{token}`.
pub async fn set(
    app: web::Data<App>,
    visit: Visit,
    knock: Knock,
    Id(Token(token)): Id<Token>,
    Form(form): Form<New>,
) -> Result<HttpResponse, Failure> {
    let again = token.clone();
    let set = on(&app, move |app| {
        access::set_password(app, &knock, &token, &form.password)
    });
    match set.await {
        Ok(Some(entered)) => go_on(&app, entered).await,
        Ok(None) => page(&app, &visit, again, None).await,
        Err(Failure(Problem::Refused(sentence))) => {
            let error = sentence.in_lang(visit.lang);
            page(&app, &visit, again, Some(error)).await
        }
        Err(failure) => Err(failure),
    }
}
