use super::assets;
use super::reply::{Failure, Jar, on};
use super::shown::Charts;
use super::zipped::Zipped;
use crate::access::{self, Viewer};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::store::people::Organisation;
use crate::text::Lang;
use actix_web::dev::Payload;
use actix_web::http::header::{AcceptEncoding, Encoding, Header};
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use data_encoding::HEXLOWER;
use futures_util::future::LocalBoxFuture;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::sync::Arc;

const HTML: &str = "text/html; charset=utf-8";

/// Somebody who asks for a page, signed in or not.
pub struct Visit {
    /// The language of the page: chosen in the address, else the viewer's, else the browser's.
    pub lang: Lang,
    /// Path of the page, with the chosen language.
    pub path: String,
    /// Who is signed in.
    pub viewer: Option<Viewer>,
    /// The browser takes answers that are compressed.
    pub gzip: bool,
    organisation: Option<Arc<Organisation>>,
    csrf: String,
}

/// Somebody who answers or tries the gut-check. Nothing is read or written about a session, so that the
/// time at which somebody answers is in no table.
pub struct Guest(pub Visit);

/// An administrator. Others do not learn that the page exists.
pub struct Hr(pub Visit);

impl Hr {
    /// The administrator's name, for the log of acts.
    pub fn name(&self) -> String {
        let viewer = self.0.viewer.as_ref();
        viewer
            .map(|viewer| viewer.person.name.clone())
            .unwrap_or_default()
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
    async fn of(request: HttpRequest) -> Result<Self, Failure> {
        let cookie = secret(&request, &*app(&request)?, Jar::Session);
        Self::with_session(request, cookie).await
    }

    async fn with_session(request: HttpRequest, cookie: Option<String>) -> Result<Self, Failure> {
        let app = app(&request)?;
        let csrf = cookie.as_deref().map(|secret| access::csrf(&app, secret));
        let (viewer, organisation) = on(&app, move |app| {
            let viewer = cookie.map_or(Ok(None), |secret| access::viewer(app, &secret))?;
            Ok((viewer, app.organisation()?))
        })
        .await?;
        let chosen = chosen_language(&request);
        let own = viewer
            .as_ref()
            .and_then(|viewer| Lang::parse(&viewer.person.locale));
        Ok(Self {
            lang: chosen.or(own).unwrap_or_else(|| browser_language(&request)),
            path: path(&request, chosen),
            gzip: takes_gzip(&request),
            csrf: csrf.filter(|_| viewer.is_some()).unwrap_or_default(),
            viewer,
            organisation,
        })
    }

    /// The page of a template with its view.
    pub fn html(
        &self,
        app: &App,
        template: &str,
        view: &impl Serialize,
    ) -> Result<HttpResponse, Failure> {
        self.html_with(app, StatusCode::OK, template, view)
    }

    /// The page of a report, which is filled once for all visits in which nothing differs: neither what is around
    /// it nor the `key`, which stands for all that `view` is made of.
    pub fn report<V: Serialize>(
        &self,
        app: &App,
        template: &str,
        key: &impl Serialize,
        view: impl FnOnce() -> Outcome<(V, Charts)>,
    ) -> Outcome<Arc<Zipped>> {
        let page = self.page(app);
        let differs = serde_json::to_vec(&(template, key, &page));
        let differs = differs.map_err(|error| Problem::fault("page", error))?;
        let name = HEXLOWER.encode(&Sha256::digest(differs));
        app.shelf.get_or(&name, || {
            let (view, charts) = view()?;
            let framed = Framed { page, view: &view };
            let html = app.pages.render_with(template, &framed, &charts.drawings());
            let html = html.map_err(|error| Problem::fault("page", error))?;
            Zipped::of(HTML, html.as_bytes())
        })
    }

    /// The same with another status, such as 422 for a form that has to be mended.
    pub fn html_with(
        &self,
        app: &App,
        status: StatusCode,
        template: &str,
        view: &impl Serialize,
    ) -> Result<HttpResponse, Failure> {
        let framed = Framed {
            page: self.page(app),
            view,
        };
        let html = app
            .pages
            .render(template, &framed)
            .map_err(|error| Problem::fault("page", error))?;
        Ok(HttpResponse::build(status).content_type(HTML).body(html))
    }

    /// The same visit in another language, as a respondent's form prefers the respondent's.
    #[must_use]
    pub fn preferring(mut self, request: &HttpRequest, locale: &str) -> Self {
        if let (None, Some(lang)) = (chosen_language(request), Lang::parse(locale)) {
            self.lang = lang;
        }
        self
    }

    fn page(&self, app: &App) -> Page<'_> {
        let bare = self.path.split('?').next().unwrap_or_default();
        let other = |lang: &Lang| Other {
            code: lang.code(),
            name: lang.name(),
            href: format!("{bare}?lang={}", lang.code()),
        };
        Page {
            lang: self.lang.code(),
            path: &self.path,
            title_suffix: "Gutcheck",
            organisation: self
                .organisation
                .as_ref()
                .map_or("", |known| known.name.as_str()),
            viewer: self.viewer.as_ref().map(|viewer| Named {
                name: &viewer.person.name,
                is_hr: viewer.is_hr,
                leads: viewer.leads,
            }),
            csrf: &self.csrf,
            demo: app.demo,
            css: assets::url("app.css"),
            chart_css: assets::url("chart.css"),
            form_js: assets::url("form.js"),
            icon: assets::url("mark.svg"),
            other_langs: Lang::ALL
                .iter()
                .filter(|lang| **lang != self.lang)
                .map(other)
                .collect(),
        }
    }
}

/// What every page knows besides its own view.
#[derive(Serialize)]
struct Page<'a> {
    lang: &'static str,
    path: &'a str,
    title_suffix: &'static str,
    organisation: &'a str,
    viewer: Option<Named<'a>>,
    csrf: &'a str,
    demo: bool,
    css: String,
    chart_css: String,
    form_js: String,
    icon: String,
    other_langs: Vec<Other>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    is_hr: bool,
    leads: bool,
}

#[derive(Serialize)]
struct Other {
    code: &'static str,
    name: &'static str,
    href: String,
}

#[derive(Serialize)]
struct Framed<'a, V> {
    page: Page<'a>,
    #[serde(flatten)]
    view: &'a V,
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

fn chosen_language(request: &HttpRequest) -> Option<Lang> {
    let chosen = request
        .query_string()
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="));
    chosen.and_then(Lang::parse)
}

fn browser_language(request: &HttpRequest) -> Lang {
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE);
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

fn path(request: &HttpRequest, chosen: Option<Lang>) -> String {
    match chosen {
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
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::of(request).await?;
            match &visit.viewer {
                Some(viewer) if viewer.is_hr => Ok(Self(visit)),
                Some(_) => Err(Failure(Problem::NotFound).into()),
                None => Err(SignInFirst.into()),
            }
        })
    }
}

impl FromRequest for Member {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::of(request).await?;
            let viewer = visit.viewer.clone().ok_or(SignInFirst)?;
            Ok(Self { visit, viewer })
        })
    }
}

/// Sends somebody who is not signed in to the page where they can.
#[derive(Debug, thiserror::Error)]
#[error("sign in first")]
struct SignInFirst;

impl actix_web::ResponseError for SignInFirst {
    fn status_code(&self) -> StatusCode {
        StatusCode::SEE_OTHER
    }

    fn error_response(&self) -> HttpResponse {
        super::reply::see_other("/sign-in")
    }
}
