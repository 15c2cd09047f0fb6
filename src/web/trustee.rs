//! What the trustees' page and the command line ask the server. None of it is logged or knows a session: whoever
//! can open what is sealed to a trustee's key is that trustee.

use super::ballot::{Sent, bytes, problem, refuse};
use super::reply::{Failure, on};
use super::visitor::Visitor;
use crate::app::App;
use crate::ballot::trustee::{NONCE_BYTES, Share};
use crate::error::Problem;
use crate::wave::{self, Refused};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use data_encoding::BASE64URL_NOPAD;
use futures_util::StreamExt;
use secrecy::zeroize::Zeroizing;
use serde::{Deserialize, Serialize};

/// What comes and goes as bytes.
const BYTES: &str = "application/octet-stream";

/// A wave, by the letters of its promise, and a public key of 65 bytes.
#[derive(Deserialize)]
pub struct AskRequest {
    wave: String,
    key: String,
}

#[derive(Serialize)]
struct AskReply {
    challenge: String,
    terms: String,
    cells: String,
    chain: Vec<String>,
    task: &'static str,
    done: Vec<String>,
    ballots: usize,
    list: Option<String>,
}

/// POST `/trustee/ask`: where a wave stands, for one of its trustees, and something that only they can read.
pub async fn ask(
    app: web::Data<App>,
    from: Visitor,
    Sent(asked): Sent<AskRequest>,
) -> Result<HttpResponse, Failure> {
    let read = |asked: AskRequest| Some((asked.wave, bytes(&asked.key)?));
    let Some((wave, key)) = asked.and_then(read) else {
        return Ok(refuse(&app, &from, StatusCode::BAD_REQUEST, "malformed"));
    };
    let known = match on(&app, move |app| wave::ask(app, &wave, &key)).await {
        Err(Failure(Problem::NotFound)) => return Ok(unknown(&app, &from)),
        other => other?,
    };
    Ok(HttpResponse::Ok().json(AskReply {
        challenge: BASE64URL_NOPAD.encode(&known.challenge),
        terms: known.terms,
        cells: BASE64URL_NOPAD.encode(&known.cells),
        chain: known.chain,
        task: known.task.as_str(),
        done: known.done,
        ballots: known.ballots,
        list: known.list,
    }))
}

/// What a trustee has read in the challenge.
#[derive(Deserialize)]
pub struct ProveRequest {
    wave: String,
    key: String,
    nonce: String,
}

#[derive(Serialize)]
struct ProveReply {
    ticket: String,
}

/// POST `/trustee/prove`: the right to act for an hour.
pub async fn prove(
    app: web::Data<App>,
    from: Visitor,
    Sent(asked): Sent<ProveRequest>,
) -> Result<HttpResponse, Failure> {
    let read = |asked: ProveRequest| Some((asked.wave, bytes(&asked.key)?, bytes(&asked.nonce)?));
    let Some((wave, key, nonce)) = asked.and_then(read) else {
        return Ok(refuse(&app, &from, StatusCode::BAD_REQUEST, "malformed"));
    };
    let proven = on(&app, move |app| match nonce.len() {
        NONCE_BYTES => wave::prove(app, &wave, &key, &nonce),
        _ => Ok(None),
    });
    Ok(match proven.await {
        Ok(Some(ticket)) => HttpResponse::Ok().json(ProveReply { ticket }),
        Ok(None) => refuse(&app, &from, StatusCode::FORBIDDEN, "refused"),
        Err(Failure(Problem::NotFound)) => unknown(&app, &from),
        Err(other) => return Err(other),
    })
}

/// A ticket, and with it the opened share of the ballot for trial if there is one yet.
#[derive(Deserialize)]
pub struct CanaryRequest {
    ticket: String,
    share: Option<String>,
}

#[derive(Serialize)]
struct CanaryReply {
    r#box: String,
}

#[derive(Serialize)]
struct Right {
    right: bool,
}

/// POST `/trustee/canary`: the box of the ballot for trial, or the share that was in it.
pub async fn canary(
    app: web::Data<App>,
    from: Visitor,
    Sent(asked): Sent<CanaryRequest>,
) -> Result<HttpResponse, Failure> {
    let Some(CanaryRequest { ticket, share }) = asked else {
        return Ok(refuse(&app, &from, StatusCode::BAD_REQUEST, "malformed"));
    };
    let Some(share) = share else {
        let sealed = on(&app, move |app| wave::canary_box(app, &ticket)).await?;
        return Ok(match sealed {
            Ok(sealed) => HttpResponse::Ok().json(CanaryReply {
                r#box: BASE64URL_NOPAD.encode(&sealed),
            }),
            Err(refused) => turned_away(&app, &from, refused),
        });
    };
    let share = bytes(&share).and_then(|share| Some(Share::new(share.try_into().ok()?)));
    let proven = on(&app, move |app| match share {
        Some(share) => wave::prove_canary(app, &ticket, &share),
        None => Ok(Err(Refused::Share)),
    });
    Ok(match proven.await? {
        Ok(()) => HttpResponse::Ok().json(Right { right: true }),
        Err(refused) => turned_away(&app, &from, refused),
    })
}

/// The right to act.
#[derive(Deserialize)]
pub struct BallotsRequest {
    ticket: String,
}

/// POST `/trustee/ballots`: a trustee's boxes of all ballots.
pub async fn ballots(
    app: web::Data<App>,
    from: Visitor,
    Sent(asked): Sent<BallotsRequest>,
) -> Result<HttpResponse, Failure> {
    let Some(BallotsRequest { ticket }) = asked else {
        return Ok(refuse(&app, &from, StatusCode::BAD_REQUEST, "malformed"));
    };
    Ok(
        match on(&app, move |app| wave::ballots(app, &ticket)).await? {
            Ok(boxes) => HttpResponse::Ok().content_type(BYTES).body(boxes),
            Err(refused) => turned_away(&app, &from, refused),
        },
    )
}

#[derive(Serialize)]
struct SharesReply {
    right: usize,
    wrong: usize,
}

/// POST `/trustee/shares`: a trustee's shares of all ballots, as bytes; the ticket is in the header `x-ticket`.
/// Nothing is read of what is longer than it can be.
pub async fn shares(
    app: web::Data<App>,
    from: Visitor,
    request: HttpRequest,
    body: web::Payload,
) -> Result<HttpResponse, Failure> {
    let ticket = request.headers().get("x-ticket");
    let ticket = ticket.and_then(|ticket| ticket.to_str().ok());
    let ticket = ticket.unwrap_or_default().to_owned();
    let of = ticket.clone();
    let size = match on(&app, move |app| wave::upload_size(app, &of)).await? {
        Ok(size) => size,
        Err(refused) => return Ok(turned_away(&app, &from, refused)),
    };
    let Some(shares) = read(body, size).await else {
        return Ok(turned_away(&app, &from, Refused::Length));
    };
    Ok(
        match on(&app, move |app| wave::hand_in(app, &ticket, shares)).await? {
            Ok(fit) => HttpResponse::Ok().json(SharesReply {
                right: fit.right,
                wrong: fit.wrong,
            }),
            Err(refused) => turned_away(&app, &from, refused),
        },
    )
}

/// Reads so many bytes; `None` if there are more or fewer.
async fn read(mut body: web::Payload, size: usize) -> Option<Vec<u8>> {
    // Room for all at once: a growing buffer would leave copies of shares in freed memory.
    let mut bytes = Zeroizing::new(Vec::with_capacity(size));
    while let Some(Ok(part)) = body.next().await {
        if part.len() > size - bytes.len() {
            return None;
        }
        bytes.extend_from_slice(&part);
    }
    (bytes.len() == size).then(|| std::mem::take(&mut *bytes))
}

fn unknown(app: &App, from: &Visitor) -> HttpResponse {
    refuse(app, from, StatusCode::NOT_FOUND, "unknown")
}

/// What is not a guess is not counted as one.
fn turned_away(app: &App, from: &Visitor, refused: Refused) -> HttpResponse {
    let status = match refused {
        Refused::Ticket => return refuse(app, from, StatusCode::FORBIDDEN, refused.as_str()),
        Refused::Task => StatusCode::CONFLICT,
        Refused::Share | Refused::Length | Refused::Shares => StatusCode::UNPROCESSABLE_ENTITY,
    };
    problem(status, refused.as_str())
}
