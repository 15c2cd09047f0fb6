//! How people answer an anonymous wave: one page for all, and the three requests of its script. None of
//! them is logged or knows a session.

use super::reply::{Failure, on};
use crate::app::{App, FixedPage};
use crate::ballot::merkle::{Hash, Side};
use crate::error::Problem;
use crate::ids::WaveId;
use crate::wave::{self, Block, Cast, Issued, SealedBallot, Standing};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, RETRY_AFTER};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use data_encoding::BASE64URL_NOPAD;
use futures_util::future::{LocalBoxFuture, Ready, ready};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::net::{IpAddr, Ipv4Addr};

/// The page may ask this server only.
const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// GET `/a`: the same bytes for everybody.
pub async fn page(app: web::Data<App>) -> HttpResponse {
    fixed(&app.answer_page)
}

/// GET `/trustee`: the same bytes for everybody.
pub async fn trustee(app: web::Data<App>) -> HttpResponse {
    fixed(&app.trustee_page)
}

fn fixed(page: &FixedPage) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "public, max-age=300"))
        .insert_header((CONTENT_SECURITY_POLICY, CONTENT_POLICY))
        .body(page.body.clone())
}

#[derive(Serialize)]
struct PromiseReply {
    terms: String,
    cell: String,
    path: Vec<(&'static str, String)>,
    form: String,
    state: &'static str,
}

/// GET `/promise/{root}/{cell}`: what is promised to a group.
pub async fn promise(
    app: web::Data<App>,
    at: web::Path<(String, i32)>,
) -> Result<HttpResponse, Failure> {
    let (root, cell) = at.into_inner();
    let promised = on(&app, move |app| wave::promised(app, &root, cell)).await;
    let known = match promised {
        Err(Failure(Problem::NotFound)) => return Ok(problem(StatusCode::NOT_FOUND, "unknown")),
        other => other?,
    };
    Ok(HttpResponse::Ok().json(PromiseReply {
        terms: known.terms,
        cell: known.cell,
        path: known.path.iter().map(step).collect(),
        form: known.form,
        state: match known.standing {
            Standing::NotYet(_) => "early",
            Standing::Open => "open",
            Standing::Over => "closed",
        },
    }))
}

fn step((side, hash): &(Side, Hash)) -> (&'static str, String) {
    let word = match side {
        Side::Left => "left",
        Side::Right => "right",
    };
    (word, BASE64URL_NOPAD.encode(hash))
}

/// Whose commitments are asked for.
#[derive(Deserialize)]
pub struct SheetRequest {
    token: String,
}

#[derive(Serialize)]
struct SheetReply {
    sheet: String,
}

/// POST `/commitments`: what the owner of a link judges. It is a POST so that the link's secret is in no
/// address; it changes nothing.
pub async fn commitments(
    app: web::Data<App>,
    from: Place,
    Sent(asked): Sent<SheetRequest>,
) -> Result<HttpResponse, Failure> {
    let Some(asked) = asked else {
        return Ok(from.refuse(&app, StatusCode::BAD_REQUEST, "malformed"));
    };
    let sheet = on(&app, move |app| wave::sheet(app, &asked.token)).await?;
    Ok(match sheet {
        Some(sheet) => HttpResponse::Ok().json(SheetReply { sheet }),
        None => from.refuse(&app, StatusCode::NOT_FOUND, "unknown"),
    })
}

/// What is to be signed for a link.
#[derive(Deserialize)]
pub struct IssueRequest {
    token: String,
    blinded: String,
    #[serde(default)]
    replace: bool,
}

#[derive(Serialize)]
struct IssueReply {
    signature: String,
}

#[derive(Serialize)]
struct Used {
    problem: &'static str,
    replaceable: bool,
}

/// POST `/issue`: signs a blinded ballot, once for each link.
pub async fn issue(
    app: web::Data<App>,
    from: Place,
    Sent(asked): Sent<IssueRequest>,
) -> Result<HttpResponse, Failure> {
    let blinded = asked.as_ref().and_then(|asked| block(&asked.blinded));
    let (Some(asked), Some(blinded)) = (asked, blinded) else {
        return Ok(from.refuse(&app, StatusCode::BAD_REQUEST, "malformed"));
    };
    let issued = on(&app, move |app| {
        wave::issue(app, &asked.token, &blinded, asked.replace)
    });
    Ok(match issued.await? {
        Issued::Signature(signature) => HttpResponse::Ok().json(IssueReply {
            signature: BASE64URL_NOPAD.encode(signature.as_slice()),
        }),
        Issued::Before { replaceable } => HttpResponse::Conflict().json(Used {
            problem: "issued",
            replaceable,
        }),
        Issued::Shut(Standing::NotYet(_)) => problem(StatusCode::FORBIDDEN, "early"),
        Issued::Shut(_) => problem(StatusCode::GONE, "closed"),
        Issued::Unknown => from.refuse(&app, StatusCode::NOT_FOUND, "unknown"),
        Issued::Malformed => from.refuse(&app, StatusCode::BAD_REQUEST, "malformed"),
    })
}

/// A sealed and signed ballot; bytes are in base64url.
#[derive(Deserialize)]
pub struct CastRequest {
    wave: String,
    cell: i32,
    prefix: String,
    signature: String,
    sealed: String,
}

#[derive(Serialize)]
struct CastReply {
    receipt: String,
}

/// PUT `/ballot/{id}`: stores a ballot. The same ballot again gets the same answer.
pub async fn cast(
    app: web::Data<App>,
    from: Place,
    id: web::Path<String>,
    Sent(request): Sent<CastRequest>,
) -> Result<HttpResponse, Failure> {
    let Some(ballot) = request.and_then(ballot) else {
        return Ok(from.refuse(&app, StatusCode::BAD_REQUEST, "malformed"));
    };
    let id = id.into_inner();
    Ok(
        match on(&app, move |app| wave::cast(app, &id, ballot)).await? {
            Cast::Stored(id) => HttpResponse::Ok().json(CastReply {
                receipt: id.to_string(),
            }),
            Cast::Over => problem(StatusCode::GONE, "closed"),
            Cast::Refused => from.refuse(&app, StatusCode::UNPROCESSABLE_ENTITY, "refused"),
        },
    )
}

fn ballot(sent: CastRequest) -> Option<SealedBallot> {
    Some(SealedBallot {
        wave: WaveId::parse(&sent.wave)?,
        cell: sent.cell,
        prefix: bytes(&sent.prefix)?.try_into().ok()?,
        signature: block(&sent.signature)?,
        sealed: bytes(&sent.sealed)?,
    })
}

fn block(text: &str) -> Option<Block> {
    bytes(text)?.try_into().ok()
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(text.as_bytes()).ok()
}

#[derive(Serialize)]
struct Told {
    problem: &'static str,
}

/// What the script sends, as JSON; none if it cannot be read. The framework's own reader would write the
/// path of such a request, which holds the ballot's identifier, to a talkative log.
pub struct Sent<T>(Option<T>);

impl<T: DeserializeOwned + 'static> FromRequest for Sent<T> {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = web::Bytes::from_request(request, payload);
        Box::pin(async move {
            let bytes = bytes.await.unwrap_or_default();
            Ok(Self(serde_json::from_slice(&bytes).ok()))
        })
    }
}

/// Where a request comes from: the peer, or whom a proxy on this machine says it speaks for.
pub struct Place(IpAddr);

impl Place {
    /// Refuses a request, or tells whoever has had too many refused to come back later.
    fn refuse(&self, app: &App, status: StatusCode, reason: &'static str) -> HttpResponse {
        let mut random = app.random.fork();
        match app.strangers.too_many(self.0, app.now(), &mut random) {
            true => HttpResponse::TooManyRequests()
                .insert_header((RETRY_AFTER, "60"))
                .json(Told { problem: "often" }),
            false => problem(status, reason),
        }
    }
}

impl FromRequest for Place {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let peer = request.peer_addr().map(|peer| peer.ip());
        let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let said = request.headers().get("x-forwarded-for");
        let said =
            said.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
        ready(Ok(Self(
            said.filter(|_| peer.is_loopback()).unwrap_or(peer),
        )))
    }
}

/// A refusal in one word, which the script knows the sentence for.
fn problem(status: StatusCode, problem: &'static str) -> HttpResponse {
    HttpResponse::build(status).json(Told { problem })
}
