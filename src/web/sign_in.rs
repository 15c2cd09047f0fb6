//! Signing in by mail, or by password and second factor, and out.

use super::body::{Form, Nothing, Posted};
use super::company;
use super::id::{Id, Token};
use super::reply::{Failure, Jar, on, see_other};
use super::visit::{Member, Visit, secret};
use super::wanted::SignedIn;
use crate::access::{self, Entered, Entry, Knock, Look};
use crate::app::App;
use crate::error::Problem;
use crate::store::access::{Role, Way};
use crate::text::{Lang, Sentence};
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

/// The page with all ways in.
#[derive(Default, Serialize)]
pub struct SignInPage {
    email: String,
    error: Option<String>,
    /// What the button for the company's sign-in says, if there is one.
    company: Option<String>,
    /// Nobody comes in otherwise.
    only_company: bool,
    company_error: Option<String>,
}

impl SignInPage {
    fn new(app: &App, lang: Lang) -> Self {
        let settings = &app.config;
        let button = match settings.company_button.as_str() {
            "" => lang.text("signin-company-go"),
            own => own.to_owned(),
        };
        Self {
            company: settings.has_company_sign_in().then_some(button),
            only_company: settings.require_company_sign_in,
            ..Self::default()
        }
    }

    /// With the reason why somebody who came from the company was not let in.
    pub fn after(app: &App, lang: Lang, reason: &Sentence) -> Self {
        Self {
            company_error: Some(reason.in_lang(lang)),
            ..Self::new(app, lang)
        }
    }
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

/// The form of whoever has an account.
#[derive(Deserialize)]
pub struct Credentials {
    email: String,
    password: String,
}

/// The letters of the mail, or those of an app.
#[derive(Deserialize)]
pub struct Code {
    code: String,
}

/// GET `/sign-in`.
pub async fn show(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Failure> {
    if on(&app, access::is_first_visit).await? {
        return Ok(see_other("/setup"));
    }
    visit.html(&app, "sign_in.html", &SignInPage::new(&app, visit.lang))
}

/// POST `/sign-in`: sends a mail if the address is a leader's; the answer is the same if not.
pub async fn ask(
    app: web::Data<App>,
    request: HttpRequest,
    knock: Knock,
    Form(form): Form<Address>,
) -> Result<HttpResponse, Failure> {
    let browser = secret(&request, &app, Jar::Browser).unwrap_or_else(access::cookie_secret);
    let cookie = Jar::Browser.cookie(&app, browser.clone());
    on(&app, move |app| {
        access::ask(app, &knock, &form.email, &browser)
    })
    .await?;
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

/// POST `/sign-in/code`: the letters of the mail, in the browser that asked.
pub async fn code(
    app: web::Data<App>,
    visit: Visit,
    request: HttpRequest,
    knock: Knock,
    Form(form): Form<Code>,
) -> Result<HttpResponse, Failure> {
    let browser = secret(&request, &app, Jar::Browser).unwrap_or_default();
    let entered = on(&app, move |app| {
        access::enter_code(app, &knock, &browser, &form.code)
    })
    .await?;
    match entered {
        Some(entry) => enter(&app, entry).await,
        None => wrong(&app, &visit, "sign_in_sent.html", "problem-code"),
    }
}

/// The page of a form whose code was wrong.
fn wrong(
    app: &App,
    visit: &Visit,
    template: &str,
    key: &'static str,
) -> Result<HttpResponse, Failure> {
    let error = Some(visit.lang.text(key));
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    visit.html_with(app, status, template, &SentPage { error })
}

/// POST `/sign-in/password`.
pub async fn password(
    app: web::Data<App>,
    visit: Visit,
    knock: Knock,
    Form(form): Form<Credentials>,
) -> Result<HttpResponse, Failure> {
    let email = form.email.clone();
    match on(&app, move |app| {
        access::sign_in(app, &knock, &form.email, &form.password)
    })
    .await
    {
        Ok(entered) => go_on(&app, entered).await,
        Err(Failure(Problem::Refused(sentence))) => {
            let view = SignInPage {
                email,
                error: Some(sentence.in_lang(visit.lang)),
                ..SignInPage::new(&app, visit.lang)
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

/// Lets somebody in, or asks for their second factor.
pub async fn go_on(app: &web::Data<App>, entered: Entered) -> Result<HttpResponse, Failure> {
    let pending = match entered {
        Entered::In(entry) => return enter(app, entry).await,
        Entered::Factor(pending) => pending,
    };
    let mut response = see_other("/sign-in/factor");
    response
        .add_cookie(&Jar::Pending.cookie(app, pending))
        .map_err(|error| Problem::fault("cookie", error))?;
    Ok(response)
}

/// GET `/sign-in/factor`: asks for the second factor.
pub async fn factor(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Failure> {
    visit.html(&app, "sign_in_factor.html", &SentPage { error: None })
}

/// POST `/sign-in/factor`: a code of the app, or a recovery code.
pub async fn enter_factor(
    app: web::Data<App>,
    visit: Visit,
    request: HttpRequest,
    knock: Knock,
    Form(form): Form<Code>,
) -> Result<HttpResponse, Failure> {
    let pending = secret(&request, &app, Jar::Pending).unwrap_or_default();
    let entered = on(&app, move |app| {
        access::enter_factor(app, &knock, &pending, &form.code)
    })
    .await?;
    match entered {
        Some(entry) => {
            let mut response = enter(&app, entry).await?;
            response
                .add_cookie(&Jar::Pending.empty(&app))
                .map_err(|error| Problem::fault("cookie", error))?;
            Ok(response)
        }
        None => wrong(&app, &visit, "sign_in_factor.html", "problem-factor-code"),
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
    knock: Knock,
    Id(Token(token)): Id<Token>,
) -> Result<HttpResponse, Failure> {
    let browser = secret(&request, &app, Jar::Browser);
    match on(&app, move |app| {
        access::follow(app, &knock, &token, browser.as_deref())
    })
    .await?
    {
        Some(entry) => enter(&app, entry).await,
        None => spent(&app, &visit),
    }
}

/// POST `/sign-out`: ends the session and has the browser forget what it keeps of it. Whoever came by the company reads
/// that they are still signed in there.
pub async fn out(
    app: web::Data<App>,
    request: HttpRequest,
    _: Member,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let session = secret(&request, &app, Jar::Session).unwrap_or_default();
    let way = on(&app, move |app| access::end(app, &session)).await?;
    let mut response = see_other(match way {
        Some(Way::Company) => company::GONE,
        _ => "/",
    });
    // Cookies stay: by one of them the browser is known again, and the session's is taken away by itself.
    let forget = header::HeaderValue::from_static("\"cache\", \"storage\"");
    let name = header::HeaderName::from_static("clear-site-data");
    response.headers_mut().insert(name, forget);
    response
        .add_cookie(&Jar::Session.empty(&app))
        .map_err(|error| Problem::fault("cookie", error))?;
    Ok(response)
}

/// Gives the browser its session and sends it to the page that was wanted, else to where the person works.
pub async fn enter(app: &web::Data<App>, entry: Entry) -> Result<HttpResponse, Failure> {
    let cookies = [
        Some(Jar::Session.cookie(app, entry.secret.clone())),
        entry.device.map(|device| Jar::Device.cookie(app, device)),
    ];
    let viewer = on(app, move |app| access::viewer(app, &entry.secret)).await?;
    let owes_factor = viewer.as_ref().is_some_and(|viewer| viewer.owes_factor);
    let home = viewer.map_or("/", |viewer| {
        let homes = [
            (viewer.owes_factor, "/account/factor"),
            (viewer.is(Role::Lead), "/hr"),
            (viewer.is(Role::Administrator), "/accounts"),
            (viewer.is(Role::Partner), "/parts"),
            (viewer.is(Role::Auditor), "/audit"),
        ];
        let home = homes.into_iter().find(|(is, _)| *is);
        home.map_or("/teams", |(_, home)| home)
    });
    let mut response = see_other(home);
    if !owes_factor {
        response.extensions_mut().insert(SignedIn);
    }
    for cookie in cookies.into_iter().flatten() {
        response
            .add_cookie(&cookie)
            .map_err(|error| Problem::fault("cookie", error))?;
    }
    Ok(response)
}

fn spent(app: &App, visit: &Visit) -> Result<HttpResponse, Failure> {
    visit.html_with(app, StatusCode::GONE, "sign_in_spent.html", &SpentPage {})
}
