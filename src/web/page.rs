//! What stands around every view: the head, the navigation and the foot of a page.

use super::assets;
use super::compress::Compressed;
use super::download::Charts;
use super::face::Facade;
use super::reply::Failure;
use super::visit::Visit;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::store::access::Role;
use crate::text::Lang;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::sync::Arc;

const HTML: &str = "text/html; charset=utf-8";

/// What every template knows besides its own view.
#[derive(Serialize)]
pub struct Frame<'a> {
    lang: &'static str,
    path: &'a str,
    house: Facade,
    viewer: Option<Named<'a>>,
    csrf: Option<&'a str>,
    demo: bool,
    css: String,
    chart_css: String,
    form_js: String,
    print_js: String,
    slides_js: String,
    icon: String,
    other_langs: Vec<Other>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    is_hr: bool,
    is_administrator: bool,
    is_partner: bool,
    is_auditor: bool,
    at_work: bool,
    owes_factor: bool,
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
    page: Frame<'a>,
    #[serde(flatten)]
    view: &'a V,
}

impl Frame<'_> {
    /// The frame of a page that knows nothing about the viewer.
    fn bare(app: &App, lang: Lang) -> Self {
        Self {
            lang: lang.code(),
            path: "/",
            house: Facade::from(&*app.house_lately()),
            viewer: None,
            csrf: None,
            demo: app.demo,
            css: assets::url("app.css"),
            chart_css: assets::url("chart.css"),
            form_js: assets::url("form.js"),
            print_js: assets::url("print.js"),
            slides_js: assets::url("slides.js"),
            icon: assets::url("mark.svg"),
            other_langs: Vec::new(),
        }
    }
}

/// The page of a template for nobody in particular.
pub fn bare(app: &App, lang: Lang, template: &str, view: &impl Serialize) -> Outcome<String> {
    fill(app, template, Frame::bare(app, lang), view)
}

fn fill(app: &App, template: &str, page: Frame<'_>, view: &impl Serialize) -> Outcome<String> {
    let html = app.pages.render(template, &Framed { page, view });
    html.map_err(|error| Problem::fault("page", error))
}

impl Visit {
    /// The page of a template with its view.
    pub fn html(
        &self,
        app: &App,
        template: &str,
        view: &impl Serialize,
    ) -> Result<HttpResponse, Failure> {
        self.html_with(app, StatusCode::OK, template, view)
    }

    /// The same with another status, such as 422 for a form that has to be corrected.
    pub fn html_with(
        &self,
        app: &App,
        status: StatusCode,
        template: &str,
        view: &impl Serialize,
    ) -> Result<HttpResponse, Failure> {
        let html = fill(app, template, self.frame(app), view)?;
        Ok(HttpResponse::build(status).content_type(HTML).body(html))
    }

    /// The page of a report, which is filled once for all visits in which nothing differs: neither the frame
    /// nor the `key`, which stands for all that `view` is made of.
    pub fn report<V: Serialize>(
        &self,
        app: &App,
        template: &str,
        key: &impl Serialize,
        view: impl FnOnce() -> Outcome<(V, Charts)>,
    ) -> Outcome<Arc<Compressed>> {
        let page = self.frame(app);
        let differs = serde_json::to_vec(&(template, key, &page));
        let differs = differs.map_err(|error| Problem::fault("page", error))?;
        let name = HEXLOWER.encode(&Sha256::digest(differs));
        app.cache.get_or(&name, || {
            let (view, charts) = view()?;
            let framed = Framed { page, view: &view };
            let html = app.pages.render_with(template, &framed, &charts.drawings());
            let html = html.map_err(|error| Problem::fault("page", error))?;
            Compressed::of(HTML, html.as_bytes())
        })
    }

    fn frame(&self, app: &App) -> Frame<'_> {
        let bare = self.path.split('?').next().unwrap_or_default();
        let other = |lang: Lang| Other {
            code: lang.code(),
            name: lang.name(),
            href: format!("{bare}?lang={}", lang.code()),
        };
        let others = Lang::ALL.into_iter().filter(|lang| *lang != self.lang);
        Frame {
            path: &self.path,
            house: Facade::from(&*self.house),
            viewer: self.viewer.as_ref().map(|viewer| Named {
                name: &viewer.person.name,
                is_hr: viewer.is(Role::Lead),
                is_administrator: viewer.is(Role::Administrator),
                is_partner: viewer.is(Role::Partner),
                is_auditor: viewer.is(Role::Auditor),
                at_work: viewer.at_work,
                owes_factor: viewer.owes_factor,
                leads: viewer.leads,
            }),
            csrf: self.csrf.as_deref(),
            other_langs: others.map(other).collect(),
            ..Frame::bare(app, self.lang)
        }
    }
}
