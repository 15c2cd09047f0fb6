//! Browsers that use the public pages of an app, without a network.

use actix_web::body::MessageBody;
use actix_web::cookie::Cookie;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::test;
use chrono::Duration;
use gutcheck::access;
use gutcheck::app::App;
use std::collections::BTreeMap;

/// What a page answered.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub location: String,
    pub headers: header::HeaderMap,
    pub body: String,
}

impl Page {
    /// The value of the hidden field with this name.
    pub fn hidden(&self, name: &str) -> Option<String> {
        let tag = self
            .body
            .split("<input")
            .find(|tag| tag.contains(&format!("name=\"{name}\"")))?;
        Some(tag.split("value=\"").nth(1)?.split('"').next()?.to_owned())
    }

    #[track_caller]
    pub fn says(&self, text: &str) {
        assert!(
            self.body.contains(text),
            "{:?} is not on the page:\n{}",
            text,
            self.body
        );
    }

    #[track_caller]
    pub fn keeps_silent_about(&self, text: &str) {
        assert!(
            !self.body.contains(text),
            "{text:?} is on the page:\n{}",
            self.body
        );
    }
}

/// The pages of an app, as a service that is called without a network.
pub trait Pages:
    Service<
        actix_http::Request,
        Response = ServiceResponse<<Self as Pages>::Body>,
        Error = actix_web::Error,
    >
{
    type Body: MessageBody;
}

impl<S, B> Pages for S
where
    S: Service<actix_http::Request, Response = ServiceResponse<B>, Error = actix_web::Error>,
    B: MessageBody,
{
    type Body = B;
}

/// A name for a file, by what it is.
fn called(content: &[u8]) -> &'static str {
    match content {
        [b'P', b'K', ..] => "roster.xlsx",
        [0xd0, 0xcf, ..] => "roster.xls",
        _ => "roster.csv",
    }
}

/// A browser that keeps cookies and the token of the last form.
pub struct Browser<'a, S> {
    service: &'a S,
    cookies: BTreeMap<String, String>,
    csrf: String,
}

impl<'a, S: Pages> Browser<'a, S> {
    pub fn new(service: &'a S) -> Self {
        Self {
            service,
            cookies: BTreeMap::new(),
            csrf: String::new(),
        }
    }

    /// The cookies as a browser sends them.
    pub fn cookie_header(&self) -> String {
        let pairs = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// Puts a cookie into it, as somebody else could.
    pub fn keep(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Signs somebody in by a link.
    pub async fn sign_in(&mut self, app: &App, email: &str) {
        let link = access::operator_link(app, email, Duration::hours(1)).unwrap();
        let path = link.strip_prefix(&app.config.link("")).unwrap().to_owned();
        self.get(&path).await;
        self.post(&path, &[]).await;
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.ask(test::TestRequest::get().uri(path)).await
    }

    /// Posts fields with the token of the last page.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = vec![("csrf", self.csrf.clone())];
        form.extend(
            fields
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned())),
        );
        self.ask(test::TestRequest::post().uri(path).set_form(form))
            .await
    }

    /// Posts a form that lacks the token of the session.
    pub async fn post_without_token(&mut self, path: &str) -> Page {
        self.ask(test::TestRequest::post().uri(path).set_form([("a", "b")]))
            .await
    }

    /// Uploads a file with the token of the last page.
    pub async fn upload(&mut self, path: &str, content: impl AsRef<[u8]>) -> Page {
        let edge = "xxxxxxxx";
        let part = |name: &str, more: &str, content: &[u8]| {
            let head = format!(
                "--{edge}\r\ncontent-disposition: form-data; name=\"{name}\"{more}\r\n\r\n"
            );
            [head.as_bytes(), content, b"\r\n"].concat()
        };
        let body = [
            part("csrf", "", self.csrf.as_bytes()),
            part(
                "file",
                &format!("; filename=\"{}\"", called(content.as_ref())),
                content.as_ref(),
            ),
            format!("--{edge}--\r\n").into_bytes(),
        ]
        .concat();
        let request = test::TestRequest::post()
            .uri(path)
            .insert_header((
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={edge}"),
            ))
            .set_payload(body);
        self.ask(request).await
    }

    async fn ask(&mut self, request: test::TestRequest) -> Page {
        let cookies = self.cookies.iter();
        let request = cookies.fold(request, |request, (name, value)| {
            request.cookie(Cookie::new(name.clone(), value.clone()))
        });
        let response = self.service.call(request.to_request()).await.unwrap();
        for cookie in response.response().cookies() {
            self.cookies
                .insert(cookie.name().to_owned(), cookie.value().to_owned());
        }
        let (status, headers) = (response.status(), response.headers().clone());
        let location = headers
            .get(header::LOCATION)
            .and_then(|value| value.to_str().ok());
        let location = location.unwrap_or_default().to_owned();
        let body = String::from_utf8_lossy(&test::read_body(response).await).into_owned();
        let page = Page {
            status,
            location,
            headers,
            body,
        };
        if let Some(token) = page.hidden("csrf") {
            self.csrf = token;
        }
        page
    }
}
