//! What the log of a whole wave says: nothing about anybody who answered.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::test::{self, TestRequest};
use gutcheck::access;
use gutcheck::ids::PersonId;
use gutcheck::store::{ballot, invitation, people};
use gutcheck::survey::Role;
use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex};
use support::forms::{filled, roster};
use support::voter::{Voter, post};
use support::{Browser, Town};
use tracing_subscriber::EnvFilter;

/// What would be written to the terminal.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What this process logs, as talkative as can be.
fn log() -> &'static Log {
    static LOG: LazyLock<Log> = LazyLock::new(|| {
        let log = Log::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new("trace"))
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        log
    });
    &LOG
}

impl Log {
    fn said(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[actix_web::test]
async fn the_log_of_a_whole_wave_names_nobody_and_no_moment_of_an_answer() {
    let log = log();
    let town = Town::new(None);
    town.settle(&roster());
    let id = town.launch("anonymous");
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let survey = town.survey();
    let mut browser = Browser::new(&service);
    browser.get("/").await;
    let mut secrets: Vec<String> = Vec::new();
    for name in (1..=7)
        .map(|n| format!("crane{n}"))
        .chain((1..=6).map(|n| format!("pilot{n}")))
    {
        let email = format!("{name}@harbour.example");
        let answers = filled(survey, Role::Member, "4");
        let voter = Voter::new(&town, &service, &email, survey, &answers).await;
        browser.get("/a").await;
        voter.vote(&service).await;
        secrets.extend([email, name, voter.token.clone(), voter.draft.id.to_string()]);
        // Refused requests say no more than others.
        let again = Voter::new(
            &town,
            &service,
            secrets[secrets.len() - 4].as_str(),
            survey,
            &answers,
        )
        .await;
        again.issue(&service).await;
        again
            .cast(&service, &serde_json::json!({ "wave": "nonsense" }))
            .await;
        let nowhere = serde_json::json!({ "root": voter.root, "cell": 9999 });
        post(&service, "/promise", nowhere).await;
        for mangled in ["/a%23", "/a%2523", "/a/", "/A*", "/answer/%20", "/Leader//"] {
            browser.get(&format!("{mangled}{}.", voter.token)).await;
        }
        browser.get(&format!("/answer/{}", voter.token)).await;
    }
    let form = town.link_to("carla@harbour.example", "/leader/");
    browser.get(&form).await;
    secrets.push(form.trim_start_matches("/leader/").to_owned());
    let (invitations, ballots) = town
        .app
        .store
        .read(|c| Ok((invitation::of_wave(c, &id)?, ballot::of_wave(c, &id)?)))
        .unwrap();
    for invitation in invitations {
        secrets.push(invitation.id.to_string());
        secrets.extend(invitation.token_hash);
        secrets.extend(invitation.blinded_hash);
    }
    assert_eq!(ballots.len(), 13);
    town.wait(10, 1);
    gutcheck::wave::count(&town.app, &id, "Hanna").unwrap();
    town.wait(4, 0);

    let said = log.said();
    assert!(said.contains("route=\"/\""), "nothing was logged: {said}");
    for secret in &secrets {
        assert!(!said.contains(secret.as_str()), "{secret}");
    }
    for route in [
        "/a\"", "%23", "/promise", "/group\"", "/issue", "/ballot", "/answer", "/leader",
    ] {
        assert!(!said.contains(route), "{route}: {said}");
    }
}

/// A value for each variable part of an address, as somebody's own would look.
fn own(pattern: &str) -> String {
    let parts = pattern.split('/').map(|part| match part {
        "{role}" => "member",
        part if part.starts_with('{') => "thissecretisofonepersonalone",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

#[actix_web::test]
async fn the_route_table_says_which_requests_are_logged_and_no_path_ever_is() {
    let log = log();
    let town = Town::new(None);
    town.settle(&roster());
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let table = gutcheck::web::table();
    for address in &table {
        for method in &address.methods {
            // Also with a body that cannot be read.
            for (kind, body) in [
                ("application/x-www-form-urlencoded", "a=%ff"),
                ("application/json", "{"),
                ("text/plain", "?"),
            ] {
                let request = TestRequest::with_uri(&own(&address.pattern))
                    .method(method.clone())
                    .insert_header(("content-type", kind))
                    .set_payload(body);
                test::call_service(&service, request.to_request()).await;
            }
        }
    }
    let said = log.said();
    assert!(!said.contains("thissecretisofonepersonalone"));
    for address in &table {
        let line = format!("route=\"{}\"", address.pattern);
        assert_eq!(said.contains(&line), address.logged, "{}", address.pattern);
    }
}

#[actix_web::test]
async fn what_doors_refuse_is_told_to_the_operator_by_whom_it_is_about_and_without_any_address() {
    let log = log();
    let town = Town::new(None);
    town.settle(&roster());
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let hr = access::holder(&town.app, "hr@harbour.example").unwrap();
    let mut browser = Browser::new(&service);
    for email in ["hr@harbour.example", "nobody@harbour.example"] {
        let guess = [("email", email), ("password", "a wrong password")];
        browser.post("/sign-in/password", &guess).await;
    }
    browser
        .post("/sign-in/code", &[("code", "0000-0000")])
        .await;
    let cross = TestRequest::post().uri("/hr/waves").set_form([("a", "b")]);
    let cross = cross.insert_header(("sec-fetch-site", "cross-site"));
    test::call_service(&service, cross.to_request()).await;
    let rebound = TestRequest::get()
        .uri("/hr")
        .insert_header(("host", "evil.example"));
    test::call_service(&service, rebound.to_request()).await;
    let right = [
        ("email", "hr@harbour.example"),
        ("password", "a long password"),
    ];
    browser.post("/sign-in/password", &right).await;
    browser.post_without_token("/hr/waves").await;
    let mut leader = Browser::new(&service);
    leader.sign_in(&town.app, "carla@harbour.example").await;
    leader.get("/hr/roster").await;
    let carla = people_of(&town, "carla@harbour.example");
    for _ in 0..30 {
        let guess = [("email", "nobody@harbour.example"), ("password", "x")];
        browser.post("/sign-in/password", &guess).await;
    }
    let said = log.said();
    for event in [
        format!("event=\"sign-in-refused\" way=\"password\" person=\"{hr}\""),
        "event=\"sign-in-refused\" way=\"password\" person=\"unknown\"".to_owned(),
        "event=\"sign-in-refused\" way=\"code\"".to_owned(),
        "event=\"other-site\"".to_owned(),
        "event=\"other-host\"".to_owned(),
        format!("event=\"signed-in\" way=\"password\" person={hr}"),
        "event=\"form-without-token\" route=\"/hr/waves\"".to_owned(),
        format!("event=\"not-allowed\" route=\"/hr/roster\" person={carla}"),
        "event=\"too-many-tries\" door=Password".to_owned(),
    ] {
        assert!(said.contains(&event), "{event}");
    }
    assert!(!said.contains("nobody@harbour.example") && !said.contains("evil.example"));
    assert!(!said.contains("a wrong password"));
}

fn people_of(town: &Town, email: &str) -> PersonId {
    let everybody = town.app.store.read(people::everybody).unwrap();
    let mut found = everybody.into_iter();
    let found = found.find(|person| person.email.as_deref() == Some(email));
    found.unwrap().id
}

#[actix_web::test]
async fn whatever_people_answer_by_and_whatever_holds_a_secret_is_marked_as_not_logged() {
    let table = gutcheck::web::table();
    let is_logged = |pattern: &str| {
        let found = table.iter().find(|address| address.pattern == pattern);
        found.unwrap_or_else(|| panic!("no {pattern}")).logged
    };
    for pattern in [
        "/a",
        "/static/{hash}/{file}",
        "/promise",
        "/group",
        "/issue",
        "/ballot",
        "/trustee/ask",
        "/trustee/prove",
        "/trustee/canary",
        "/trustee/ballots",
        "/trustee/shares",
        "/answer/{token}",
        "/leader/{token}",
        "/stop/{token}",
        "/sign-in/link/{token}",
        "/gut-check/{role}",
        "/wave/{root}/ballots.txt",
    ] {
        assert!(!is_logged(pattern), "{pattern}");
    }
    for address in table.iter().filter(|address| address.logged) {
        for part in ["{token}", "{root}"] {
            assert!(!address.pattern.contains(part), "{}", address.pattern);
        }
    }
    assert!(is_logged("/") && is_logged("/hr/waves/{wave}/release"));
}
