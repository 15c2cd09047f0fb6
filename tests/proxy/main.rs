//! The server behind nginx: what its logs tell, and what the example in `docs/proxy` keeps out. Needs `nginx`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod nginx;
#[path = "../support/mod.rs"]
mod support;
mod through;

use actix_web::http::StatusCode;
use actix_web::rt::System;
use gutcheck::ids::WaveId;
use gutcheck::store::ballot;
use gutcheck::survey::Role;
use nginx::{Nginx, free};
use rand::seq::SliceRandom;
use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddr};
use std::thread;
use support::Town;
use support::adversary::{Truth, by_luck, found_out};
use support::forms::filled;
use support::voter::Voter;
use through::Through;

const PEOPLE: usize = 36;

/// As anybody would write it, with the log that nginx has by itself.
const PLAIN: &str = "server { listen LISTEN; location / { proxy_pass http://UPSTREAM; } }";

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

/// Two groups whose names differ in length, and the address at which each of them is.
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

fn harbour() -> (Town, WaveId, Vec<(String, Ipv4Addr)>) {
    let address = "https://gutcheck.example.org".to_owned();
    let town = Town::with(Some(("public_url", address)));
    let (csv, mut people) = roster();
    town.settle(&csv);
    let id = town.launch("anonymous");
    people.shuffle(&mut town.app.random.fork());
    (town, id, people)
}

/// Serves the town's pages until the test program ends.
fn served(town: &Town) -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let app = town.app.clone();
    thread::spawn(move || {
        System::new().block_on(async { gutcheck::web::server(app, listener).unwrap().await })
    });
    address
}

/// Everybody opens the answer page and votes, each from their own address; who cast what, and all that would
/// betray it.
async fn vote(
    town: &Town,
    server: SocketAddr,
    people: &[(String, Ipv4Addr)],
) -> (Vec<Truth>, BTreeSet<String>) {
    let (mut truth, mut secrets) = (Vec::new(), BTreeSet::new());
    let answers = filled(town.survey(), Role::Member, "4");
    for (email, from) in people {
        let who = Through {
            from: *from,
            server,
        };
        who.send(b"GET /a HTTP/1.1\r\nhost: gutcheck.example.org\r\nconnection: close\r\n\r\n");
        let voter = Voter::new(town, &who, email, town.survey(), &answers).await;
        voter.vote(&who).await;
        truth.push(Truth {
            invitation: from.to_string(),
            ballot: *voter.draft.id.bytes(),
            answer: 4,
        });
        secrets.extend([
            voter.root.clone(),
            voter.token.clone(),
            voter.wave.clone(),
            voter.draft.id.to_string(),
        ]);
    }
    (truth, secrets)
}

/// What a log says of each address, in the order of its last request: all but the time.
fn told(log: &str) -> (Vec<String>, BTreeMap<String, Vec<String>>) {
    let (mut order, mut lines) = (Vec::new(), BTreeMap::<String, Vec<String>>::new());
    for line in log.lines() {
        let (address, rest) = line.split_once(' ').unwrap();
        let request = rest.split_once("] ").unwrap().1;
        order.retain(|known| known != address);
        order.push(address.to_owned());
        let of_address = lines.entry(address.to_owned()).or_default();
        of_address.push(request.to_owned());
    }
    (order, lines)
}

#[actix_web::test]
async fn behind_nginx_with_its_default_log_no_address_can_be_tied_to_a_ballot_or_a_group() {
    let (town, id, people) = harbour();
    let upstream = served(&town).to_string();
    let nginx = Nginx::start(&PLAIN.replace("UPSTREAM", &upstream), true);
    let (truth, secrets) = vote(&town, nginx.address, &people).await;
    // A line is written after the reply has gone out.
    let whole = |log: &str| log.matches("POST /ballot ").count() == PEOPLE;
    let log = (0..500)
        .map(|_| nginx.log("access.log"))
        .find(|log| {
            whole(log) || {
                std::thread::sleep(std::time::Duration::from_millis(10));
                false
            }
        })
        .unwrap();
    let (order, lines) = told(&log);
    assert_eq!(lines.len(), PEOPLE, "not everybody is in the log:\n{log}");
    assert_eq!(log.matches("GET /a ").count(), PEOPLE);

    for secret in &secrets {
        assert!(
            !log.contains(secret.as_str()),
            "{secret} is in the log:\n{log}"
        );
    }
    // Not even the number of bytes differs from group to group.
    let kinds: BTreeSet<&Vec<String>> = lines.values().collect();
    assert_eq!(kinds.len(), 1, "people can be told apart: {kinds:#?}");

    // The list that is published has another order than the log.
    town.wait(10, 1);
    let listed = town.app.store.read(|c| ballot::ids(c, &id)).unwrap();
    assert!(found_out(&truth, &order, &listed) <= by_luck(1));
}

#[actix_web::test]
async fn the_example_for_nginx_logs_nobody_who_answers_not_even_when_the_server_is_away() {
    let (town, _, people) = harbour();
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
        let table = gutcheck::web::table().into_iter();
        let unlogged: Vec<String> = table
            .filter(|address| !address.logged)
            .map(|address| address.pattern.replace(['{', '}'], ""))
            .collect();
        assert!(unlogged.len() > 8, "{unlogged:?}");
        for path in unlogged {
            let away = ask(member, &path) == StatusCode::BAD_GATEWAY;
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
    let (town, _, people) = harbour();
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
