//! What somebody may who is signed in to an account, as extractors. What is not theirs is not found.

use super::id::Id;
use super::reply::{Failure, Jar, see_other};
use super::visit::{Member, Visit, app, secret};
use super::visitor::Visitor;
use crate::access::{Knock, Viewer};
use crate::error::Problem;
use crate::ids::WaveId;
use crate::store::access::Role;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use futures_util::future::LocalBoxFuture;

/// An administrator.
pub struct Administrator(pub Visit);

/// An auditor or a survey lead: whoever may see what was promised and done.
pub struct Auditor(pub Visit);

/// A survey lead or an auditor: whoever may read the organisation's figures, unless a wave says otherwise.
pub struct Reader {
    /// The visit.
    pub visit: Visit,
    /// May read them only where the promise of the wave says so.
    pub by_promise: bool,
}

/// An HR partner, with the parts they look after.
pub struct Partner {
    /// The visit.
    pub visit: Visit,
    /// Who it is.
    pub viewer: Viewer,
}

/// Somebody with an account, and the secret of their session.
pub struct Holder {
    /// The visit.
    pub visit: Visit,
    /// Who it is.
    pub viewer: Viewer,
    /// The secret in the session's cookie.
    pub session: String,
}

/// Where somebody is sent who cannot have a page yet.
#[derive(Debug, thiserror::Error)]
pub enum Elsewhere {
    /// Nobody is signed in.
    #[error("sign in first")]
    SignIn,
    /// The second factor has to be set up.
    #[error("set up a second factor first")]
    Factor,
}

impl actix_web::ResponseError for Elsewhere {
    fn status_code(&self) -> StatusCode {
        StatusCode::SEE_OTHER
    }

    fn error_response(&self) -> HttpResponse {
        see_other(match self {
            Self::SignIn => "/sign-in",
            Self::Factor => "/account/factor",
        })
    }
}

/// Whether a visitor may have a page.
///
/// # Errors
/// Not found for whoever may not; whoever is not signed in, or owes a second factor, is sent to where they can.
pub fn allow(
    visit: &Visit,
    may: impl FnOnce(&Viewer) -> bool,
) -> Result<&Viewer, actix_web::Error> {
    let viewer = visit.viewer.as_ref().ok_or(Elsewhere::SignIn)?;
    match may(viewer) {
        true if viewer.owes_factor => Err(Elsewhere::Factor.into()),
        true => Ok(viewer),
        false => Err(Failure(Problem::NotFound).into()),
    }
}

type Extracted<T> = LocalBoxFuture<'static, Result<T, actix_web::Error>>;

/// What is made of a visit, by whoever may have the page.
pub fn visiting<T: 'static>(
    request: &HttpRequest,
    make: fn(Visit) -> Result<T, actix_web::Error>,
) -> Extracted<T> {
    let request = request.clone();
    Box::pin(async move { make(Visit::of(request).await?) })
}

impl FromRequest for Administrator {
    type Error = actix_web::Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        visiting(request, |visit| {
            allow(&visit, |viewer| viewer.is(Role::Administrator))?;
            Ok(Self(visit))
        })
    }
}

impl FromRequest for Auditor {
    type Error = actix_web::Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        visiting(request, |visit| {
            let may = |viewer: &Viewer| {
                let roles = [Role::Auditor, Role::Administrator, Role::Lead];
                roles.iter().any(|role| viewer.is(*role))
            };
            allow(&visit, may)?;
            Ok(Self(visit))
        })
    }
}

impl FromRequest for Reader {
    type Error = actix_web::Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        visiting(request, |visit| {
            let viewer = allow(&visit, |viewer| {
                viewer.is(Role::Lead) || viewer.is(Role::Auditor)
            })?;
            let by_promise = !viewer.is(Role::Lead);
            Ok(Self { by_promise, visit })
        })
    }
}

impl FromRequest for Partner {
    type Error = actix_web::Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        visiting(request, |visit| {
            let viewer = allow(&visit, |viewer| viewer.is(Role::Partner))?.clone();
            Ok(Self { viewer, visit })
        })
    }
}

impl FromRequest for Holder {
    type Error = actix_web::Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let member = Member::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let Member { visit, viewer } = member.await?;
            if !viewer.at_work {
                return Err(Failure(Problem::NotFound).into());
            }
            let session = secret(&request, &*app(&request)?, Jar::Session);
            Ok(Self {
                session: session.unwrap_or_default(),
                visit,
                viewer,
            })
        })
    }
}

impl FromRequest for Knock {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let from = Visitor::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let Visitor(from) = from.await?;
            let agent = request.headers().get(header::USER_AGENT);
            let agent = agent.and_then(|agent| agent.to_str().ok());
            Ok(Self {
                from,
                device: secret(&request, &*app(&request)?, Jar::Device),
                agent: agent.unwrap_or_default().to_owned(),
            })
        })
    }
}

/// A part of an HR partner in a wave, by the node it is there.
pub struct OfPart {
    /// Who asks.
    pub partner: Partner,
    /// The wave.
    pub wave: WaveId,
    /// The node.
    pub node: i32,
}

impl FromRequest for OfPart {
    type Error = actix_web::Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let partner = Partner::from_request(request, payload);
        let wave = Id::from_request(request, payload).into_inner();
        let node = Id::from_request(request, payload).into_inner();
        Box::pin(async move {
            let partner = partner.await?;
            let (Id(wave), Id(super::id::Node(node))) = (wave?, node?);
            Ok(Self {
                partner,
                wave,
                node,
            })
        })
    }
}
