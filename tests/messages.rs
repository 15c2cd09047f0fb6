//! What comes over the wire as no browser would send it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::rt::System;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;
use support::Town;

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
