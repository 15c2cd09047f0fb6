//! How people answer an anonymous wave: one page for all, and the four requests of its script. None of them is
//! logged or knows a session, none has an identifier in its address, and what they get has one length for all
//! groups of a wave, so that the log of a proxy tells no group either.

use super::reply::{Failure, on};
use super::visitor::Visitor;
use crate::app::{App, FixedPage};
use crate::error::Problem;
use crate::ids::WaveId;
use crate::wave::{self, Block, Cast, Issued, SealedBallot, Standing};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, RETRY_AFTER,
};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use data_encoding::BASE64URL_NOPAD;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

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

/// Whose promise is asked for: the number of the wave or letters of its root, and the group.
#[derive(Deserialize)]
pub struct PromiseRequest {
    root: String,
    cell: i32,
}

#[derive(Serialize)]
struct PromiseReply {
    terms: String,
    cell: String,
    path: Vec<(&'static str, String)>,
    form: String,
    state: &'static str,
    chain: Vec<String>,
    pad: String,
}

/// POST `/promise`: what is promised to a group. Asking changes nothing.
pub async fn promise(
    app: web::Data<App>,
    Sent(asked): Sent<PromiseRequest>,
) -> Result<HttpResponse, Failure> {
    let Some(asked) = asked else {
        return Ok(problem(StatusCode::BAD_REQUEST, "malformed"));
    };
    let promised = on(&app, move |app| {
        wave::promised(app, &asked.root, asked.cell)
    });
    let known = match promised.await {
        Err(Failure(Problem::NotFound)) => return Ok(problem(StatusCode::NOT_FOUND, "unknown")),
        other => other?,
    };
    Ok(as_long_as_all(&PromiseReply {
        terms: known.terms,
        cell: known.cell,
        path: known.path,
        form: known.form,
        state: match known.standing {
            Standing::NotYet(_) => "early",
            Standing::Open => "open",
            Standing::Over => "closed",
            Standing::Off => "off",
        },
        chain: known.chain,
        pad: " ".repeat(known.pad),
    }))
}

/// An answer that is as long for everybody in a wave: padded where groups differ, and not compressed on its way.
fn as_long_as_all(reply: &impl Serialize) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_ENCODING, "identity"))
        .json(reply)
}

/// Whose group is asked for.
#[derive(Deserialize)]
pub struct GroupRequest {
    token: String,
}

#[derive(Serialize)]
struct GroupReply {
    sheet: String,
    chain: Vec<String>,
    pad: String,
}

/// POST `/group`: who is asked with the owner of a link, who reads, and what is judged. Asking changes nothing.
pub async fn group(
    app: web::Data<App>,
    from: Visitor,
    Sent(asked): Sent<GroupRequest>,
) -> Result<HttpResponse, Failure> {
    let Some(asked) = asked else {
        return Ok(refuse(&app, &from, StatusCode::BAD_REQUEST, "malformed"));
    };
    let group = on(&app, move |app| wave::group(app, &asked.token)).await?;
    Ok(match group {
        Some(group) => as_long_as_all(&GroupReply {
            sheet: group.sheet,
            chain: group.chain,
            pad: " ".repeat(group.pad),
        }),
        None => refuse(&app, &from, StatusCode::NOT_FOUND, "unknown"),
    })
}

/// What is to be signed for a link.
#[derive(Deserialize)]
pub struct IssueRequest {
    token: String,
    blinded: String,
}

#[derive(Serialize)]
struct IssueReply {
    signature: String,
}

/// POST `/issue`: signs a blinded ballot, once for each link. Whoever asks again for something else learns that the
/// link was used and nothing of the group, and is slowed down like whoever guesses.
pub async fn issue(
    app: web::Data<App>,
    from: Visitor,
    Sent(asked): Sent<IssueRequest>,
) -> Result<HttpResponse, Failure> {
    let blinded = asked.as_ref().and_then(|asked| block(&asked.blinded));
    let (Some(asked), Some(blinded)) = (asked, blinded) else {
        return Ok(refuse(&app, &from, StatusCode::BAD_REQUEST, "malformed"));
    };
    let issued = on(&app, move |app| wave::issue(app, &asked.token, &blinded));
    Ok(match issued.await? {
        Issued::Signature(signature) => as_long_as_all(&IssueReply {
            signature: BASE64URL_NOPAD.encode(signature.as_slice()),
        }),
        Issued::Before => refuse(&app, &from, StatusCode::CONFLICT, "issued"),
        Issued::Shut(Standing::NotYet(_)) => problem(StatusCode::FORBIDDEN, "early"),
        Issued::Shut(Standing::Off) => problem(StatusCode::GONE, "off"),
        Issued::Shut(_) => problem(StatusCode::GONE, "closed"),
        Issued::Unknown => refuse(&app, &from, StatusCode::NOT_FOUND, "unknown"),
        Issued::Malformed => refuse(&app, &from, StatusCode::BAD_REQUEST, "malformed"),
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

/// POST `/ballot`: stores a ballot. The same ballot again gets the same answer.
pub async fn cast(
    app: web::Data<App>,
    from: Visitor,
    Sent(request): Sent<CastRequest>,
) -> Result<HttpResponse, Failure> {
    let Some(ballot) = request.and_then(ballot) else {
        return Ok(refuse(&app, &from, StatusCode::BAD_REQUEST, "malformed"));
    };
    Ok(match on(&app, move |app| wave::cast(app, ballot)).await? {
        Cast::Stored(id) => as_long_as_all(&CastReply {
            receipt: id.to_string(),
        }),
        Cast::Over => problem(StatusCode::GONE, "closed"),
        Cast::Off => problem(StatusCode::GONE, "off"),
        Cast::Refused => refuse(&app, &from, StatusCode::UNPROCESSABLE_ENTITY, "refused"),
    })
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

pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(text.as_bytes()).ok()
}

#[derive(Serialize)]
struct Told {
    problem: &'static str,
}

/// What the script sends, as JSON; none if it cannot be read. The framework's own reader would write
/// such requests to a talkative log.
pub struct Sent<T>(pub(super) Option<T>);

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

/// Refuses a request, or tells whoever has had too many refused to come back later.
pub(super) fn refuse(
    app: &App,
    from: &Visitor,
    status: StatusCode,
    reason: &'static str,
) -> HttpResponse {
    match app.refusal_limit.exceeded(from.0, app.now()) {
        true => HttpResponse::TooManyRequests()
            .insert_header((RETRY_AFTER, "60"))
            .json(Told { problem: "often" }),
        false => problem(status, reason),
    }
}

/// A refusal in one word, which the script knows the sentence for.
pub(super) fn problem(status: StatusCode, problem: &'static str) -> HttpResponse {
    HttpResponse::build(status).json(Told { problem })
}
