//! What the log of a whole wave says: nothing about anybody who answered.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::test;
use gutcheck::store::{ballot, invitation};
use gutcheck::survey::Role;
use std::io::Write;
use std::sync::{Arc, Mutex};
use support::forms::{filled, roster};
use support::voter::Voter;
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

#[actix_web::test]
async fn the_log_of_a_whole_wave_names_nobody_and_no_moment_of_an_answer() {
    let log = Log::default();
    let writer = log.clone();
    // As talkative as can be.
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new("trace"))
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();

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
        again.issue(&service, false).await;
        again
            .cast(&service, &serde_json::json!({ "wave": "nonsense" }))
            .await;
        browser.get(&format!("/promise/{}/9999", voter.root)).await;
        browser.get(&format!("/answer/{}", voter.token)).await;
    }
    let form = town.link_to("carla@harbour.example", "/leader/");
    browser.get(&form).await;
    secrets.push(form.trim_start_matches("/leader/").to_owned());
    let (slips, ballots) = town
        .app
        .store
        .read(|c| Ok((invitation::of_wave(c, &id)?, ballot::of_wave(c, &id)?)))
        .unwrap();
    for slip in slips {
        secrets.push(slip.id.to_string());
        secrets.extend(slip.token_hash);
        secrets.extend(slip.blinded_hash);
    }
    assert_eq!(ballots.len(), 13);
    town.wait(10, 1);
    gutcheck::wave::count(&town.app, &id, "Hanna").unwrap();
    town.wait(4, 0);

    let said = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(said.contains("route=\"/\""), "nothing was logged: {said}");
    for secret in &secrets {
        assert!(!said.contains(secret.as_str()), "{secret}");
    }
    for route in [
        "/a\"", "/promise", "/issue", "/ballot", "/answer", "/leader",
    ] {
        assert!(!said.contains(route), "{route}: {said}");
    }
}
