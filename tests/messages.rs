//! What goes over the wire, besides what the pages are about.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use actix_web::http::{Method, StatusCode, header};
use actix_web::rt::System;
use actix_web::test::{self, TestRequest};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;
use support::forms::roster;
use support::{Browser, Town};

/// The addresses of the route table, with something for their variable parts.
fn paths() -> Vec<String> {
    let path = |pattern: &str| {
        let parts = pattern.split('/').map(|part| match part {
            "{role}" => "member",
            part if part.starts_with('{') => "00000000000000000000000000",
            part => part,
        });
        parts.collect::<Vec<_>>().join("/")
    };
    let table = gutcheck::web::table().into_iter();
    table.map(|address| path(&address.pattern)).collect()
}

/// All that the server answers to these bytes until it closes the connection or has nothing more to say.
fn answer(address: SocketAddr, bytes: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(bytes.as_bytes()).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(2)))
        .unwrap();
    let (mut all, mut part) = (Vec::new(), [0; 4096]);
    while let Ok(read @ 1..) = stream.read(&mut part) {
        all.extend_from_slice(&part[..read]);
    }
    String::from_utf8_lossy(&all).into_owned()
}

#[test]
fn a_message_that_could_end_in_two_places_is_refused_and_nothing_behind_it_is_read() {
    let town = Town::new(None);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let app = town.app.clone();
    thread::spawn(move || {
        System::new().block_on(async { gutcheck::web::server(app, listener).unwrap().await })
    });
    let whole = "GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    assert!(answer(address, whole).starts_with("HTTP/1.1 200"));
    let behind = "GET /health?smuggled HTTP/1.1\r\nhost: localhost\r\n\r\n";
    for lengths in [
        "content-length: 4\r\ntransfer-encoding: chunked\r\n",
        "content-length: 0\r\ncontent-length: 50\r\n",
        "content-length: +5\r\n",
        "transfer-encoding: chunked, identity\r\n",
    ] {
        let head = format!("POST /sign-in HTTP/1.1\r\nhost: localhost\r\n{lengths}\r\n");
        let said = answer(address, &format!("{head}0\r\n\r\n{behind}"));
        assert!(said.starts_with("HTTP/1.1 4"), "{lengths}: {said}");
        assert_eq!(said.matches("HTTP/1.1").count(), 1, "{lengths}: {said}");
    }
}

#[actix_web::test]
async fn every_answer_says_what_it_is_and_in_which_letters() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&roster());
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, "hr@harbour.example").await;
    let files = ["app.css", "ballot.js", "mark.svg"].map(gutcheck::assets::url);
    for path in paths().into_iter().chain(files) {
        let page = hr.get(&path).await;
        let kind = page.headers.get(header::CONTENT_TYPE);
        let kind = kind.map(|kind| kind.to_str().unwrap()).unwrap_or_default();
        assert!(page.body.is_empty() || !kind.is_empty(), "{path}");
        let is_text = kind.starts_with("text/") || kind.contains("+xml");
        assert!(
            !is_text || kind.ends_with("charset=utf-8"),
            "{path}: {kind}"
        );
    }
}

#[actix_web::test]
async fn a_method_that_a_page_does_not_have_is_refused_and_says_nothing_back() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    for method in [Method::TRACE, Method::PUT, Method::DELETE, Method::OPTIONS] {
        for path in paths() {
            let request = TestRequest::with_uri(&path)
                .method(method.clone())
                .insert_header(("x-secret", "told to nobody"));
            let answer = test::call_service(&service, request.to_request()).await;
            let refused = [StatusCode::METHOD_NOT_ALLOWED, StatusCode::NOT_FOUND];
            assert!(
                refused.contains(&answer.status()),
                "{method} {path}: {}",
                answer.status()
            );
            let body = test::read_body(answer).await;
            assert!(!String::from_utf8_lossy(&body).contains("told to nobody"));
        }
    }
}
