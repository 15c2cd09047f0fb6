//! What comes in with a request: forms and files.

use super::reply::{Failure, Jar};
use super::visit::{app, secret};
use crate::access;
use crate::app::App;
use crate::error::Problem;
use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use subtle::ConstantTimeEq;

/// Largest upload, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;

/// The fields of a form, from somebody who need not be signed in.
pub type Fields = Vec<(String, String)>;

/// A form, from somebody who need not be signed in.
pub struct Form<T>(pub T);

/// A form of a signed-in person: it carries the token of the session, or it is refused.
pub struct Posted<T>(pub T);

/// Any form without fields of its own.
#[derive(Deserialize)]
pub struct Nothing {}

/// An uploaded file, with the token of the session.
pub struct Upload {
    /// The content of the field `file`.
    pub bytes: Vec<u8>,
    /// What the browser calls it: only its ending is looked at.
    pub name: String,
}

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request.content_type() == "application/x-www-form-urlencoded";
        let body = web::Bytes::from_request(request, payload);
        Box::pin(async move {
            // What is wrong with a form is not logged: it may hold somebody's answers.
            let body = body.await.map_err(|_| Problem::refused("problem-form"))?;
            let form = serde_urlencoded::from_bytes(&body);
            let form = form.map_err(|_| Problem::refused("problem-form"))?;
            match is_form {
                true => Ok(Self(form)),
                false => Err(Problem::refused("problem-form").into()),
            }
        })
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Posted<T> {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let fields = Form::<Fields>::from_request(&request, payload);
        Box::pin(async move {
            let Form(fields) = fields.await?;
            let token = fields.iter().find(|(name, _)| name == "csrf");
            check(
                &request,
                token.map(|(_, value)| value.as_str()).unwrap_or_default(),
            )?;
            // A form is a list of fields; the rest of the way is that of a query string.
            let text = serde_urlencoded::to_string(&fields)
                .map_err(|error| Problem::fault("form", error))?;
            let form =
                serde_urlencoded::from_str(&text).map_err(|_| Problem::refused("problem-form"))?;
            Ok(Self(form))
        })
    }
}

impl FromRequest for Upload {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let parts = Multipart::from_request(&request, payload);
        Box::pin(async move {
            let mut parts = parts
                .await
                .map_err(|_| Problem::refused("problem-upload"))?;
            let (mut token, mut file, mut called) = (String::new(), None, String::new());
            while let Some(part) = parts.next().await {
                let mut part = part.map_err(|_| Problem::refused("problem-upload"))?;
                let name = part.name().unwrap_or_default().to_owned();
                let said = part.content_disposition();
                let said = said.and_then(|said| said.get_filename());
                let said = said.unwrap_or_default().to_owned();
                let read = part
                    .bytes(LARGEST)
                    .await
                    .map_err(|_| Problem::refused("problem-upload-large"))?;
                let bytes = read
                    .map_err(|_| Problem::refused("problem-upload"))?
                    .to_vec();
                match name.as_str() {
                    "csrf" => token = String::from_utf8_lossy(&bytes).into_owned(),
                    "file" => (file, called) = (Some(bytes), said),
                    _ => {}
                }
            }
            check(&request, &token)?;
            let bytes = file.filter(|bytes| !bytes.is_empty());
            Ok(Self {
                bytes: bytes.ok_or_else(|| Problem::refused("problem-upload-empty"))?,
                name: called,
            })
        })
    }
}

fn check(request: &HttpRequest, token: &str) -> Result<(), Failure> {
    let app = app(request)?;
    let expected = expected(&app, request).unwrap_or_default();
    let same = expected.as_bytes().ct_eq(token.as_bytes());
    match bool::from(same) && !token.is_empty() {
        true => Ok(()),
        false => {
            let route = request.match_pattern().unwrap_or_default();
            tracing::warn!(event = "form-without-token", route);
            Err(Failure(Problem::refused("problem-form-old")))
        }
    }
}

fn expected(app: &App, request: &HttpRequest) -> Option<String> {
    secret(request, app, Jar::Session).map(|secret| access::csrf(app, &secret))
}
