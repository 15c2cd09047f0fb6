//! What happens around every page.

use super::reply::{self, Note};
use super::visit::{app, keep_language, language_of};
use super::{page, routes, wanted};
use crate::app::App;
use crate::error::Problem;
use crate::text::{Lang, Sentence};
use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse};
use serde::Serialize;
use std::time::Instant;

const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Refuses requests that come from another site, makes a page of a failure, sets the headers, and writes one
/// line to the log.
pub async fn around<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let started = Instant::now();
    let app = app(request.request())?;
    let mut response = if is_for_another_host(&request, &app) {
        tracing::warn!(event = "other-host");
        let refusal = reply::Failure(Problem::refused("problem-other-host"));
        request.error_response(refusal).map_into_right_body()
    } else if comes_from_elsewhere(&request, &app) {
        tracing::warn!(event = "other-site");
        let refusal = reply::Failure(Problem::refused("problem-other-site"));
        request.error_response(refusal).map_into_right_body()
    } else {
        match next.call(request).await {
            Ok(response) => response.map_into_left_body(),
            Err(error) => return Err(error),
        }
    };
    let note = response.response_mut().extensions_mut().remove::<Note>();
    if let Some(note) = note {
        let (request, response_was) = response.into_parts();
        let lang = language_of(&request, &app);
        let page = error_page(&app, lang, response_was.status(), note.0);
        response = ServiceResponse::new(request, page).map_into_right_body();
    }
    keep_language(&app, &mut response);
    wanted::lead(&app, &mut response);
    set_headers(&app, response.headers_mut());
    log(&response, started);
    Ok(response)
}

/// The name by which a browser has found this server is one of its own: a page of somebody else whose name leads here
/// could otherwise read everything. Whoever watches the process may ask by any name.
fn is_for_another_host(request: &ServiceRequest, app: &App) -> bool {
    let host = request.headers().get(header::HOST);
    let host = host.map_or(Some(""), |host| host.to_str().ok());
    request.path() != "/health" && host.is_none_or(|host| !app.config.answers_to(host))
}

/// A browser says where a request comes from. A program need not, but it has no session of somebody else's
/// that it could misuse, and forms carry a token besides.
fn comes_from_elsewhere(request: &ServiceRequest, app: &App) -> bool {
    if [Method::GET, Method::HEAD].contains(request.method()) {
        return false;
    }
    let said = |name: &str| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    match (said("sec-fetch-site"), said("origin")) {
        (Some(site), _) => !["same-origin", "none"].contains(&site),
        (None, Some(origin)) => origin != "null" && origin != app.config.origin(),
        (None, None) => false,
    }
}

#[derive(Serialize)]
struct ErrorView {
    status: u16,
    title: String,
    sentence: String,
    what_to_do: String,
}

fn error_page(app: &App, lang: Lang, status: StatusCode, note: Option<Sentence>) -> HttpResponse {
    let family = match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::SERVICE_UNAVAILABLE => "busy",
        StatusCode::INTERNAL_SERVER_ERROR => "fault",
        _ => "refused",
    };
    let text = |part: &str| lang.text(&format!("error-{family}-{part}"));
    let view = ErrorView {
        status: status.as_u16(),
        title: text("title"),
        sentence: note.map_or_else(|| text("sentence"), |sentence| sentence.in_lang(lang)),
        what_to_do: text("what-to-do"),
    };
    let mut response = HttpResponse::build(status);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.insert_header((header::RETRY_AFTER, "2"));
    }
    match page::bare(app, lang, "error.html", &view) {
        Ok(html) => response.content_type("text/html; charset=utf-8").body(html),
        Err(error) => {
            tracing::error!(%error, "error page");
            response.body(view.sentence)
        }
    }
}

fn set_headers(app: &App, headers: &mut HeaderMap) {
    let fixed = [
        ("content-security-policy", CONTENT_POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), microphone=(), geolocation=()",
        ),
    ];
    for (name, value) in fixed {
        let name = HeaderName::from_static(name);
        // The answer page has a policy of its own.
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if app.config.is_https() {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
}

/// The pattern of the route is logged, never the path: a path can hold a secret.
fn log<B>(response: &ServiceResponse<B>, started: Instant) {
    let request = response.request();
    let route = request
        .match_pattern()
        .unwrap_or_else(|| "(none)".to_owned());
    if !routes::is_logged(&route) {
        return;
    }
    let milliseconds = started.elapsed().as_millis();
    tracing::info!(method = %request.method(), route, status = response.status().as_u16(), milliseconds);
}
