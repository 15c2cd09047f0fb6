//! Reports as files: who gets them, and that they hold what the page holds.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use actix_web::http::{StatusCode, header};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use calamine::{Reader, Xlsx};
use flate2::read::GzDecoder;
use gutcheck::{packing, wave};
use std::io::{Cursor, Read};
use support::forms::roster;
use support::{Browser, Pages, Town};

const CARLA: &str = "carla@harbour.example";
const HR: &str = "hr@harbour.example";

/// The bytes of a file and its type.
async fn fetch<S: Pages>(
    service: &S,
    browser: &Browser<'_, S>,
    path: &str,
) -> (StatusCode, String, Vec<u8>) {
    let request = TestRequest::get()
        .uri(path)
        .insert_header((header::COOKIE, browser.cookie_header()));
    let request = match path.ends_with(".zip") {
        true => request.insert_header((header::ACCEPT_ENCODING, "gzip")),
        false => request,
    };
    let response = call_service(service, request.to_request()).await;
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE);
    let kind = kind
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    (status, kind, read_body(response).await.to_vec())
}

/// A town whose first wave is released, with the wave's identifier.
async fn released<S: Pages>(town: &Town, service: &S) -> gutcheck::ids::WaveId {
    let id = town.launch("anonymous");
    let survey = town.survey().clone();
    for number in 1..=7 {
        let email = format!("crane{number}@harbour.example");
        let mut answers = support::forms::filled(&survey, gutcheck::survey::Role::Member, "4");
        answers[0].1 = (number % 5 + 1).to_string();
        let voter = support::voter::Voter::new(town, service, &email, &survey, &answers).await;
        voter.vote(service).await;
    }
    town.wait(11, 0);
    wave::count(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    id
}

#[actix_web::test]
async fn a_leader_gets_the_report_in_every_form_and_nobody_else_does() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = released(&town, &service).await;
    let team = town.link_to(CARLA, "/teams/");
    let mut carla = Browser::new(&service);
    carla.sign_in(&town.app, CARLA).await;
    let files = [
        ("report.pdf", "application/pdf", &b"%PDF-1.7"[..]),
        (
            "report.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            b"PK",
        ),
        (
            "results.csv",
            "text/csv; charset=utf-8",
            b"\xef\xbb\xbfwave,team,role",
        ),
        ("results.json", "application/json", b"{"),
        ("charts/gap.svg", "image/svg+xml; charset=utf-8", b"<?xml"),
        ("charts/gap.png", "image/png", b"\x89PNG"),
    ];
    for (name, expected, start) in files {
        let (status, kind, bytes) = fetch(&service, &carla, &format!("{team}/{name}")).await;
        assert_eq!(
            (status, kind.as_str()),
            (StatusCode::OK, expected),
            "{name}"
        );
        assert!(bytes.starts_with(start), "{name}");
    }
    for nothing in ["charts/none.svg", "charts/gap.gif", "charts/gap"] {
        let (status, ..) = fetch(&service, &carla, &format!("{team}/{nothing}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{nothing}");
    }
    let (_, _, json) = fetch(&service, &carla, &format!("{team}/results.json")).await;
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let gap = &json["report"]["gaps"][0];
    let (_, _, book) = fetch(&service, &carla, &format!("{team}/report.xlsx")).await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).unwrap();
    let scores = book.worksheet_range("Scores").unwrap();
    let first: Vec<String> = scores
        .rows()
        .nth(1)
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(first[0], gap["title"].as_str().unwrap());
    assert_eq!(first[1], gap["team"].to_string());

    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let mut piet = Browser::new(&service);
    piet.sign_in(&town.app, "piet@harbour.example").await;
    for (name, ..) in files {
        for browser in [&hr, &piet] {
            let (status, ..) = fetch(&service, browser, &format!("{team}/{name}")).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{name}");
        }
    }
    hr_gets_the_organisation(&town, &service, &hr, &carla, &id).await;
}

async fn hr_gets_the_organisation<S: Pages>(
    town: &Town,
    service: &S,
    hr: &Browser<'_, S>,
    leader: &Browser<'_, S>,
    id: &gutcheck::ids::WaveId,
) {
    let base = format!("/hr/waves/{id}");
    let files = [
        "report.pdf",
        "report.xlsx",
        "results.csv",
        "results.json",
        "charts/heat.svg",
        "charts/heat.png",
    ];
    for name in files {
        let (status, ..) = fetch(service, hr, &format!("{base}/{name}")).await;
        assert_eq!(status, StatusCode::OK, "{name}");
        let (status, ..) = fetch(service, leader, &format!("{base}/{name}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{name}");
    }
    let mut hr = Browser::new(service);
    hr.sign_in(&town.app, HR).await;
    let page = hr.get(&format!("{base}/reports")).await;
    page.says("Pack the reports");
    assert_eq!(
        hr.get(&format!("{base}/reports.zip")).await.status,
        StatusCode::NOT_FOUND
    );
    hr.post(&format!("{base}/reports"), &[]).await;
    let page = hr.get(&format!("{base}/reports")).await;
    page.says("0 of 1 reports are packed");
    assert!(page.headers.contains_key(header::REFRESH));
    assert!(packing::work(&town.app).unwrap());
    hr.get(&format!("{base}/reports")).await.says("reports.zip");
    let (status, kind, bytes) = fetch(service, &hr, &format!("{base}/reports.zip")).await;
    assert_eq!((status, kind.as_str()), (StatusCode::OK, "application/zip"));
    assert!(
        bytes.starts_with(b"PK"),
        "packed once, whatever the browser takes"
    );
    let packed = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = packed
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(
        names,
        ["cranes-q2-2026.pdf"],
        "only what is shown by itself"
    );
}

#[actix_web::test]
async fn a_kept_page_is_the_same_compressed_and_belongs_to_one_session() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    released(&town, &service).await;
    let team = town.link_to(CARLA, "/teams/");
    let (mut here, mut there) = (Browser::new(&service), Browser::new(&service));
    let mut tokens = Vec::new();
    for browser in [&mut here, &mut there] {
        browser.sign_in(&town.app, CARLA).await;
        let page = browser.get(&team).await;
        assert!(!page.headers.contains_key(header::CONTENT_ENCODING));
        assert_eq!(inflated(&service, browser, &team).await, page.body);
        assert_eq!(browser.get(&team).await.body, page.body, "asked for again");
        tokens.push(page.hidden("csrf").unwrap());
    }
    assert_ne!(tokens[0], tokens[1]);
    for (browser, token) in [(&mut here, &tokens[1]), (&mut there, &tokens[0])] {
        browser.get(&team).await.keeps_silent_about(token);
    }
    here.post("/sign-out", &[]).await;
    let again = here.get(&team).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the session is over");
}

/// A page as a browser gets it that takes it compressed.
async fn inflated<S: Pages>(service: &S, browser: &Browser<'_, S>, path: &str) -> String {
    let request = TestRequest::get()
        .uri(path)
        .insert_header((header::COOKIE, browser.cookie_header()))
        .insert_header((header::ACCEPT_ENCODING, "gzip, deflate, br"));
    let response = call_service(service, request.to_request()).await;
    let said = |name| response.headers().get_all(name).collect::<Vec<_>>();
    assert_eq!(said(header::CONTENT_ENCODING), ["gzip"]);
    assert_eq!(said(header::VARY), ["accept-encoding"]);
    let bytes = read_body(response).await;
    let mut body = String::new();
    GzDecoder::new(&*bytes).read_to_string(&mut body).unwrap();
    body
}
