//! Who asks for a page, as extractors: a handler's signature says who may call it.

use super::reply::{Failure, Jar, on};
use super::viewer;
use crate::access::{self, Viewer};
use crate::app::{App, House};
use crate::error::Problem;
use crate::store::access::Role;
use crate::text::Lang;
use actix_web::dev::{Payload, ServiceResponse};
use actix_web::http::header;
use actix_web::http::header::HeaderMap;
use actix_web::http::header::{AcceptEncoding, Encoding, Header};
use actix_web::http::{Method, StatusCode};
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::future::LocalBoxFuture;
use std::sync::Arc;

/// Somebody who asks for a page, signed in or not.
pub struct Visit {
    /// The language of the page: chosen here or before, else the viewer's, else the browser's.
    pub lang: Lang,
    /// Path of the page, with the chosen language.
    pub path: String,
    /// Who is signed in.
    pub viewer: Option<Viewer>,
    /// The browser takes answers that are compressed.
    pub gzip: bool,
    /// Whose surveys these are, and what their pages look like.
    pub house: Arc<House>,
    /// The token that forms of the viewer's session carry.
    pub csrf: Option<String>,
    /// What the route table calls the page.
    pub route: Option<String>,
}

/// Somebody who answers or tries the gut-check. Nothing is read or written about a session, so that the
/// time at which somebody answers is in no table.
pub struct Guest(pub Visit);

/// A survey lead. Others do not learn that the page exists.
pub struct Hr(pub Visit);

impl Hr {
    /// Who it is, for the log of acts.
    pub fn by(&self) -> String {
        self.0.by()
    }
}

/// Somebody who is signed in.
pub struct Member {
    /// The visit.
    pub visit: Visit,
    /// Who it is.
    pub viewer: Viewer,
}

impl Visit {
    /// Who is signed in, for the log of acts.
    pub fn by(&self) -> String {
        let viewer = self.viewer.as_ref();
        viewer
            .map(|viewer| viewer.person.id.to_string())
            .unwrap_or_default()
    }

    pub(super) async fn of(request: HttpRequest) -> Result<Self, Failure> {
        let cookie = secret(&request, &*app(&request)?, Jar::Session);
        Self::with_session(request, cookie).await
    }

    async fn with_session(request: HttpRequest, cookie: Option<String>) -> Result<Self, Failure> {
        let app = app(&request)?;
        let csrf = cookie.as_deref().map(|secret| access::csrf(&app, secret));
        let (viewer, house) = on(&app, move |app| {
            let viewer = cookie.map_or(Ok(None), |secret| access::viewer(app, &secret))?;
            Ok((viewer, app.house()?))
        })
        .await?;
        let chosen = chosen_language(&request, &app);
        let own = viewer
            .as_ref()
            .and_then(|viewer| Lang::parse(&viewer.person.locale));
        Ok(Self {
            lang: chosen
                .or(own)
                .unwrap_or_else(|| browser_language(request.headers())),
            path: path(&request),
            gzip: takes_gzip(&request),
            csrf: csrf.filter(|_| viewer.is_some()),
            route: request.match_pattern(),
            viewer,
            house,
        })
    }

    /// The same visit in another language, as a respondent's form prefers the respondent's.
    #[must_use]
    pub fn preferring(mut self, request: &HttpRequest, locale: &str) -> Self {
        let chosen = app(request).is_ok_and(|app| chosen_language(request, &app).is_some());
        if let (false, Some(lang)) = (chosen, Lang::parse(locale)) {
            self.lang = lang;
        }
        self
    }
}

/// The wiring, which the server gives to every request.
pub fn app(request: &HttpRequest) -> Result<web::Data<App>, Failure> {
    let app = request.app_data::<web::Data<App>>().cloned();
    app.ok_or_else(|| Failure(Problem::broken("the server has no app")))
}

/// The value of one of our cookies.
pub fn secret(request: &HttpRequest, app: &App, jar: Jar) -> Option<String> {
    request
        .cookie(jar.name(app))
        .map(|cookie| cookie.value().to_owned())
        .filter(|value| !value.is_empty())
}

/// The language that somebody chose: in the address, else on a page before.
fn chosen_language(request: &HttpRequest, app: &App) -> Option<Lang> {
    let kept = || secret(request, app, Jar::Language);
    named_language(request).or_else(|| Lang::parse(&kept()?))
}

/// The language that the address names.
fn named_language(request: &HttpRequest) -> Option<Lang> {
    let chosen = request
        .query_string()
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="));
    chosen.and_then(Lang::parse)
}

/// Keeps the language that somebody chose in the address of a page. What a preview is shown in is no choice.
pub fn keep_language<B>(app: &App, answer: &mut ServiceResponse<B>) {
    let request = answer.request();
    let read = request.method() == Method::GET && answer.status() == StatusCode::OK;
    let preview = request.path().contains("/preview");
    let Some(lang) = named_language(request).filter(|_| read && !preview) else {
        return;
    };
    let cookie = Jar::Language.cookie(app, lang.code().to_owned());
    if let Err(error) = answer.response_mut().add_cookie(&cookie) {
        tracing::error!(%error, "cookie");
    }
}

/// The language of a page that nobody's visit could be read for.
pub fn language_of(request: &HttpRequest, app: &App) -> Lang {
    chosen_language(request, app).unwrap_or_else(|| browser_language(request.headers()))
}

/// The language that the browser prefers.
fn browser_language(headers: &HeaderMap) -> Lang {
    let accepted = headers.get(header::ACCEPT_LANGUAGE);
    Lang::of_header(
        accepted
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default(),
    )
}

fn takes_gzip(request: &HttpRequest) -> bool {
    let accepted = AcceptEncoding::parse(request).ok();
    let best = accepted.and_then(|accepted| accepted.negotiate([Encoding::gzip()].iter()));
    best == Some(Encoding::gzip())
}

fn path(request: &HttpRequest) -> String {
    match named_language(request) {
        Some(lang) => format!("{}?lang={}", request.path(), lang.code()),
        None => request.path().to_owned(),
    }
}

impl FromRequest for Visit {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(Self::of(request.clone()))
    }
}

impl FromRequest for Guest {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Visit::with_session(request, None).await.map(Self) })
    }
}

impl FromRequest for Hr {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        viewer::visiting(request, |visit| {
            viewer::allow(&visit, |viewer| viewer.is(Role::Lead))?;
            Ok(Self(visit))
        })
    }
}

impl FromRequest for Member {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        viewer::visiting(request, |visit| {
            let viewer = visit.viewer.clone().ok_or(viewer::Elsewhere::SignIn)?;
            Ok(Self { visit, viewer })
        })
    }
}
