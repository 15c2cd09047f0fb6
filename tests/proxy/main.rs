//! The server behind nginx as the example in `docs/proxy` has it. Needs `nginx`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod nginx;
#[path = "../support/mod.rs"]
mod support;
mod through;

use actix_web::http::StatusCode;
use actix_web::rt::System;
use gutcheck::survey::Role;
use nginx::{Nginx, free};
use rand::seq::SliceRandom;
use std::net::{Ipv4Addr, SocketAddr};
use std::thread;
use support::Town;
use support::forms::filled;
use support::voter::Voter;
use through::Through;

const PEOPLE: usize = 20;

/// The example, but for the lines that are to be changed.
fn example(upstream: SocketAddr) -> String {
    let shipped = include_str!("../../docs/proxy/nginx.conf");
    // The server that leads to https listens elsewhere; only the other one is asked.
    let plain = shipped.replace("listen 80; ", &format!("listen {}; ", free()));
    let changed = [
        ("127.0.0.1:8080", upstream.to_string()),
        ("listen 443 ssl;", "listen LISTEN;".to_owned()),
        ("ssl_certificate ", "# ".to_owned()),
        ("ssl_certificate_key ", "# ".to_owned()),
        ("/var/log/nginx", "LOGS".to_owned()),
    ];
    changed.iter().fold(plain, |text, (from, to)| {
        assert!(text.contains(from), "the example has no {from}");
        text.replace(from, to)
    })
}

/// Two groups whose names differ in length, twenty people in all, and the address at which each of them is.
fn roster() -> (String, Vec<(String, Ipv4Addr)>) {
    let mut csv = String::from(
        "team,e-mail,name,role\nHarbour/Cranes,carla@harbour.example,Carla,leader\n\
         Harbour/Pilots of the northern approach,piet@harbour.example,Piet,leader\n",
    );
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        let team = ["Cranes", "Pilots of the northern approach"][number % 2];
        let email = format!("m{number}@harbour.example");
        csv.push_str(&format!("Harbour/{team},{email},Member {number},member\n"));
        people.push((email, Ipv4Addr::new(127, 0, 7, 10 + number as u8)));
    }
    (csv, people)
}

fn harbour() -> (Town, Vec<(String, Ipv4Addr)>) {
    let town = Town::new(None);
    let (csv, mut people) = roster();
    town.settle(&csv);
    town.launch("anonymous");
    people.shuffle(&mut town.app.random.fork());
    (town, people)
}

/// Serves the town's pages until the test program ends.
fn served(town: &Town) -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let app = town.app.clone();
    thread::spawn(move || System::new().block_on(gutcheck::web::serve(app, listener)));
    address
}

/// Everybody opens the answer page and votes, each from their own address.
async fn vote(town: &Town, server: SocketAddr, people: &[(String, Ipv4Addr)]) {
    let answers = filled(town.survey(), Role::Member, "4");
    for (email, from) in people {
        let who = Through {
            from: *from,
            server,
        };
        who.send(b"GET /a HTTP/1.1\r\nhost: gutcheck.example.org\r\nconnection: close\r\n\r\n");
        let voter = Voter::new(town, &who, email, town.survey(), &answers).await;
        voter.vote(&who).await;
    }
}

#[actix_web::test]
async fn the_example_for_nginx_logs_nobody_who_answers_not_even_when_the_server_is_away() {
    let (town, people) = harbour();
    let upstream = served(&town);
    for (server, there) in [(upstream, true), (free(), false)] {
        let nginx = Nginx::start(&example(server), false);
        let ask = |from: Ipv4Addr, path: &str| {
            let who = Through {
                from,
                server: nginx.address,
            };
            let head = "host: gutcheck.example.org\r\nconnection: close\r\n\r\n";
            who.send(format!("GET {path} HTTP/1.1\r\n{head}").as_bytes())
                .0
        };
        if there {
            vote(&town, nginx.address, &people).await;
        }
        let (_, member) = people[0];
        for path in [
            "/a",
            "/issue",
            "/answer/secret",
            "/leader/secret",
            "/stop/secret",
        ] {
            let away = ask(member, path) == StatusCode::BAD_GATEWAY;
            assert_eq!(away, !there, "{path}");
        }
        let hr = Ipv4Addr::new(127, 0, 7, 1);
        ask(hr, "/hr");
        let written = nginx.everything();
        assert!(
            written.contains("127.0.7.1 "),
            "nothing is logged: {written}"
        );
        for (_, address) in &people {
            assert!(!written.contains(&address.to_string()), "{written}");
        }
    }
}

#[actix_web::test]
async fn the_example_for_nginx_bounds_bodies_and_passes_the_true_address_on() {
    let (town, people) = harbour();
    let nginx = Nginx::start(&example(served(&town)), false);
    let post = |from: Ipv4Addr, path: &str, length: usize, more: &str| {
        let who = Through {
            from,
            server: nginx.address,
        };
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: gutcheck.example.org\r\nconnection: close\r\n\
             content-type: application/json\r\n{more}content-length: {length}\r\n\r\n"
        );
        let body = vec![b' '; length];
        who.send(&[head.as_bytes(), &body].concat()).0
    };
    let (one, other) = (people[0].1, people[1].1);
    let large = 100 * 1024;
    assert_eq!(
        post(one, "/issue", large, ""),
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_ne!(
        post(one, "/hr/roster/import", large, ""),
        StatusCode::PAYLOAD_TOO_LARGE
    );

    // Whoever guesses is held down, whatever address they claim to have; others are not.
    let mut guessed = 0;
    while post(
        one,
        "/issue",
        2,
        &format!("x-forwarded-for: 10.0.0.{guessed}\r\n"),
    ) != StatusCode::TOO_MANY_REQUESTS
    {
        guessed += 1;
        assert!(guessed < 200, "nobody stops who guesses");
    }
    assert_eq!(post(other, "/issue", 2, ""), StatusCode::BAD_REQUEST);
}
