//! What somebody may who is signed in to an account, as extractors. What is not theirs is not found.

use super::id::Id;
use super::reply::{Failure, Jar, see_other};
use super::visit::{Member, Visit, app, secret};
use super::visitor::Visitor;
use super::wanted::SignInFirst;
use crate::access::{Knock, Viewer};
use crate::error::Problem;
use crate::ids::WaveId;
use crate::retention::Reader as Copier;
use crate::store::access::Role;
use actix_web::dev::Payload;
use actix_web::http::{Method, StatusCode, header};
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

/// A survey lead or an administrator who has signed in a few minutes ago: whoever gives people a copy of their data,
/// and erases them.
pub struct Keeper {
    /// The visit.
    pub visit: Visit,
    /// What of a copy they may read.
    pub reads: Copier,
    /// Runs the installation, and so may erase people with an account.
    pub administrates: bool,
}

/// An HR partner, with the parts they look after.
pub struct Partner {
    /// The visit.
    pub visit: Visit,
    /// Who it is.
    pub viewer: Viewer,
}

/// Somebody with an account, who has proven a few minutes ago who they are, and the secret of their session.
pub struct Holder {
    /// The visit.
    pub visit: Visit,
    /// Who it is.
    pub viewer: Viewer,
    /// The secret in the session's cookie.
    pub session: String,
}

/// Somebody who has signed in a few minutes ago, or has just proven again who they are: for what would hurt most in the
/// hands of whoever finds an open browser.
pub struct Fresh(pub Member);

/// Where somebody is sent who cannot have a page yet.
#[derive(Debug, thiserror::Error)]
pub enum Elsewhere {
    /// Nobody is signed in.
    #[error("sign in first")]
    SignIn,
    /// The second factor has to be set up.
    #[error("set up a second factor first")]
    Factor,
    /// They have to prove again who they are, and come back to this page.
    #[error("prove who you are first")]
    Again(String),
}

impl actix_web::ResponseError for Elsewhere {
    fn status_code(&self) -> StatusCode {
        StatusCode::SEE_OTHER
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Self::SignIn => {
                let mut answer = see_other("/sign-in");
                answer.extensions_mut().insert(SignInFirst);
                answer
            }
            Self::Factor => see_other("/account/factor"),
            Self::Again(page) => see_other(&format!("/sign-in/again?to={page}")),
        }
    }
}

/// Sends whoever signed in a while ago to prove again who they are.
///
/// # Errors
/// With the page to come back to: a form that was sent is filled in once more.
fn fresh(viewer: &Viewer, request: &HttpRequest) -> Result<(), actix_web::Error> {
    if viewer.fresh {
        return Ok(());
    }
    let path = request.path();
    let page = match request.method() == Method::GET {
        true => path,
        false if path.starts_with("/accounts") || path.starts_with("/sessions") => "/accounts",
        false => "/account",
    };
    Err(Elsewhere::Again(page.to_owned()).into())
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
        false => Err(not_allowed(visit, viewer)),
    }
}

/// What is not theirs does not exist for them; the operator learns who tried.
fn not_allowed(visit: &Visit, viewer: &Viewer) -> actix_web::Error {
    let (route, person) = (
        visit.route.as_deref().unwrap_or_default(),
        &viewer.person.id,
    );
    tracing::warn!(event = "not-allowed", route, %person);
    Failure(Problem::NotFound).into()
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
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::of(request.clone()).await?;
            let viewer = allow(&visit, |viewer| viewer.is(Role::Administrator))?;
            fresh(viewer, &request)?;
            Ok(Self(visit))
        })
    }
}

impl FromRequest for Fresh {
    type Error = actix_web::Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let member = Member::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let member = member.await?;
            fresh(&member.viewer, &request)?;
            Ok(Self(member))
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

impl FromRequest for Keeper {
    type Error = actix_web::Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::of(request.clone()).await?;
            let viewer = allow(&visit, |viewer| {
                viewer.is(Role::Lead) || viewer.is(Role::Administrator)
            })?;
            fresh(viewer, &request)?;
            let administrates = viewer.is(Role::Administrator);
            let reads = match viewer.is(Role::Lead) {
                true => Copier::Lead,
                false => Copier::Administrator,
            };
            Ok(Self {
                reads,
                administrates,
                visit,
            })
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
        let fresh = Fresh::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let Fresh(Member { visit, viewer }) = fresh.await?;
            if !viewer.at_work {
                return Err(not_allowed(&visit, &viewer));
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
            let app = app(&request)?;
            Ok(Self {
                from,
                device: secret(&request, &app, Jar::Device),
                agent: agent.unwrap_or_default().to_owned(),
                session: secret(&request, &app, Jar::Session),
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
