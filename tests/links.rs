//! Links as mail programs and people pass them on, and how mails are stopped.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::{Method, StatusCode, header};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use chrono::Duration;
use gutcheck::ids::WaveId;
use gutcheck::mail;
use gutcheck::store::outbox::Kind;
use support::forms::roster;
use support::{Browser, Pages, Town};

const CRANE: &str = "crane2@harbour.example";

fn opened(promise: &str) -> (Town, WaveId) {
    let town = Town::new(None);
    town.settle(&roster());
    let id = town.launch(promise);
    (town, id)
}

/// A link with what stands before and behind it.
fn mangled(path: &str) -> Vec<String> {
    let (page, secret) = path.rsplit_once('/').unwrap();
    let (half, rest) = secret.split_at(secret.len() / 2);
    vec![
        format!("{path}."),
        format!("{path},"),
        format!("{path}/"),
        format!("{path}%20"),
        format!("{path}%3E"),
        format!("{path}]"),
        format!("{path}&utm_source=mail"),
        format!("{path}?utm_source=mail"),
        format!("{path}%3Futm_source%3Dmail"),
        format!("{page}/%20{secret}"),
        format!("{page}//{secret}"),
        format!("{page}/{half}%E2%80%8B{rest}"),
        format!("{page}/{half}%0D%0A{rest}"),
        format!("{}/{}", page.to_uppercase(), secret.to_uppercase()),
    ]
}

#[actix_web::test]
async fn mangled_links_of_leaders_members_and_to_stop_or_sign_in_lead_where_they_were_meant_to() {
    let (town, _) = opened("confidential");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut guest = Browser::new(&service);
    let sign_in =
        gutcheck::access::operator_link(&town.app, "hr@harbour.example", Duration::hours(1));
    let sign_in = sign_in.unwrap().replace(&town.app.config.link(""), "");
    for link in [
        town.link_to("carla@harbour.example", "/leader/"),
        town.link_to(CRANE, "/answer/"),
        town.link_to_stop(CRANE),
        sign_in,
    ] {
        let right = guest.get(&link).await;
        assert_eq!(right.status, StatusCode::OK, "{link}");
        let title = right
            .body
            .split("<h1")
            .nth(1)
            .unwrap()
            .split("</h1>")
            .next();
        for path in mangled(&link) {
            let page = guest.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            page.says(title.unwrap());
        }
    }
}

#[actix_web::test]
async fn a_link_that_lost_its_secret_says_what_to_do() {
    let (town, _) = opened("confidential");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut guest = Browser::new(&service);
    for (page, status, words) in [
        (
            "/leader",
            StatusCode::NOT_FOUND,
            "Open the link again from the mail",
        ),
        (
            "/answer",
            StatusCode::NOT_FOUND,
            "Open the link again from the mail",
        ),
        ("/stop", StatusCode::NOT_FOUND, "again from the mail itself"),
        ("/sign-in/link", StatusCode::GONE, "/sign-in"),
    ] {
        for path in [
            "",
            "/",
            "/cut0ff",
            "/a/b",
            "/%20",
            "/7b3g7mra4c1tsjyxn8v3x8xdq8.",
        ] {
            let answer = guest.get(&format!("{page}{path}")).await;
            assert_eq!(answer.status, status, "{page}{path}");
            answer.says(words);
        }
    }
}

#[actix_web::test]
async fn every_form_of_an_anonymous_link_gets_the_same_bytes_and_the_server_keeps_no_letter_of_it()
{
    let (town, _) = opened("anonymous");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut guest = Browser::new(&service);
    let link = town.link_to(CRANE, "/a#");
    let fragment = link.strip_prefix("/a#").unwrap();
    let token = fragment.rsplit('.').next().unwrap();
    let right = guest.get("/a").await;
    assert_eq!(right.status, StatusCode::OK);
    for path in [
        format!("/a%23{fragment}"),
        format!("/a%2523{fragment}"),
        format!("/a/%23{fragment}."),
        format!("/A%23{fragment}&utm_source=mail"),
        format!("/a?utm_source=mail%23{fragment}"),
        format!("/a{fragment}"),
        format!("/a*{fragment}__;Iw"),
        "/a/".to_owned(),
        "/A".to_owned(),
        "/a.".to_owned(),
    ] {
        let page = guest.get(&path).await;
        assert_eq!(page.status, right.status, "{path}");
        assert_eq!(page.body, right.body, "{path}");
        assert_eq!(page.headers.len(), right.headers.len(), "{path}");
        assert_eq!(page.headers.get("referrer-policy").unwrap(), "no-referrer");
        assert!(page.headers.get(header::SET_COOKIE).is_none());
    }
    right.keeps_silent_about(token);
}

/// The request of RFC 8058, section 8.2.
const STANDARD: &str = include_str!("cases/one-click-multipart/request.txt");

/// What mail programs send for one click.
const CLICKS: [(Option<&str>, &str); 8] = [
    (Some("multipart/form-data; boundary=---Bound"), "standard"),
    (
        Some("multipart/form-data; boundary=---Bound"),
        "-----Bound\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n-----Bound--\r\n",
    ),
    (
        Some("application/x-www-form-urlencoded"),
        "List-Unsubscribe=One-Click",
    ),
    (Some("application/x-www-form-urlencoded"), ""),
    (Some("text/plain"), "List-Unsubscribe=One-Click"),
    (Some("multipart/form-data"), "no boundary"),
    (None, "List-Unsubscribe=One-Click"),
    (None, ""),
];

async fn click<S: Pages>(service: &S, path: &str, kind: Option<&str>, body: &str) -> StatusCode {
    let mut request = TestRequest::with_uri(path)
        .method(Method::POST)
        .set_payload(body.to_owned());
    if let Some(kind) = kind {
        request = request.insert_header((header::CONTENT_TYPE, kind));
    }
    let answer = call_service(service, request.to_request()).await;
    let status = answer.status();
    read_body(answer).await;
    status
}

#[actix_web::test]
async fn one_click_in_a_mail_program_stops_the_mails_in_every_form_of_the_standard() {
    for (kind, body) in CLICKS {
        let (town, _) = opened("confidential");
        let service = init_service(gutcheck::web::pages(town.app.clone())).await;
        let stop = town.link_to_stop(CRANE);
        let mut guest = Browser::new(&service);
        // Scanners follow the link.
        guest.get(&stop).await.says("reminders of Q2 2026");
        guest.get(&stop).await.says("reminders of Q2 2026");
        let body = match body {
            "standard" => STANDARD.split_once("\r\n\r\n").unwrap().1,
            other => other,
        };
        let status = click(&service, &stop, kind, body).await;
        assert_eq!(status, StatusCode::OK, "{kind:?} {body}");
        guest.get(&stop).await.says("no more mails of Q2 2026");
        town.wait(8, 0);
        assert_eq!(town.mails_to(CRANE).len(), 1, "{kind:?} {body}");
        assert_eq!(town.mails_to("crane3@harbour.example").len(), 2);
    }
}

#[actix_web::test]
async fn a_body_without_end_and_a_wish_that_nobody_has_are_refused_and_stop_nothing() {
    let (town, _) = opened("confidential");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let stop = town.link_to_stop(CRANE);
    let long = "x".repeat(300 * 1024);
    for (kind, body) in [
        ("text/plain", long.as_str()),
        ("multipart/form-data; boundary=b", &long),
        ("application/x-www-form-urlencoded", "wish=everything"),
    ] {
        let status = click(&service, &stop, Some(kind), body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut guest = Browser::new(&service);
    guest.get(&stop).await.says("reminders of Q2 2026");
    let wrong = stop.replace("/stop/", "/stop/0");
    assert_eq!(
        click(&service, &wrong, None, "").await,
        StatusCode::NOT_FOUND
    );
}

#[actix_web::test]
async fn none_ever_is_asked_for_twice_confirmed_by_one_mail_and_nothing_follows() {
    let (town, id) = opened("confidential");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let stop = town.link_to_stop(CRANE);
    let mut guest = Browser::new(&service);
    let page = guest.get(&stop).await;
    page.says("No mails of any wave, ever</summary>");
    page.says("one last mail that confirms it");
    for _ in 0..3 {
        guest.post(&stop, &[("wish", "none")]).await;
        town.run_due();
    }
    let mails = town.mails_to(CRANE);
    assert_eq!(
        mails.len(),
        2,
        "one mail confirms it, however often it is pressed"
    );
    assert_eq!(
        mails[1].message.subject,
        "You get no more mails of Gutcheck waves"
    );
    assert!(
        mails[1].message.text.contains(&stop),
        "the way back is in it"
    );
    town.wait(12, 0);
    assert_eq!(town.mails_to(CRANE).len(), 2, "nothing follows");
    // It is in no count that HR sees.
    let kinds: Vec<Kind> = mail::standing(&town.app, &id)
        .unwrap()
        .iter()
        .map(|one| one.kind)
        .collect();
    assert!(!kinds.contains(&Kind::Stopped));
    // Who goes to and fro does not fill a mailbox.
    for _ in 0..6 {
        guest.post(&stop, &[("wish", "again")]).await;
        guest.post(&stop, &[("wish", "none")]).await;
        town.run_due();
    }
    assert_eq!(town.mails_to(CRANE).len(), 4);
    // One click stops one wave, and the mail program says so itself.
    let other = town.link_to_stop("crane3@harbour.example");
    click(&service, &other, None, "").await;
    town.run_due();
    assert_eq!(
        town.mails_to("crane3@harbour.example").len(),
        1,
        "no other mail follows it"
    );
    town.mails_are_whole();
}
