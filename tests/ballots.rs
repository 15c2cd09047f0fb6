//! The protocol between the answer page and the server: what is taken, what is refused, and what is not
//! lost when something breaks.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::dev::Service;
use actix_web::http::StatusCode;
use actix_web::test;
use data_encoding::BASE64URL_NOPAD;
use gutcheck::app::App;
use gutcheck::ballot::client::Booth;
use gutcheck::ballot::random;
use gutcheck::ballot::seal::OVERHEAD;
use gutcheck::ids::WaveId;
use gutcheck::store::act::{self, Kind};
use gutcheck::store::frozen::{self, Cell};
use gutcheck::store::wave::{self as stored, State};
use gutcheck::store::{ballot, invitation};
use gutcheck::survey::Role;
use gutcheck::wave::{self, Issued};
use gutcheck::{access, schedule};
use serde_json::Value;
use std::process::Command;
use std::thread;
use support::forms::{filled, roster};
use support::voter::Voter;
use support::{Browser, Pages, Town};

const CRANE: &str = "crane1@harbour.example";

fn harbour() -> (Town, WaveId) {
    let town = Town::new(None);
    town.settle(&roster());
    let id = town.launch("anonymous");
    (town, id)
}

async fn voter<S: Pages>(town: &Town, service: &S, email: &str) -> Voter {
    let survey = town.survey();
    let answers = filled(survey, Role::Member, "4");
    Voter::new(town, service, email, survey, &answers).await
}

fn ballots(town: &Town, id: &WaveId) -> usize {
    town.app
        .store
        .read(|c| ballot::of_wave(c, id))
        .unwrap()
        .len()
}

fn cells(app: &App, id: &WaveId) -> Vec<Cell> {
    app.store.read(|c| frozen::cells(c, id)).unwrap()
}

#[actix_web::test]
async fn a_ballot_that_was_altered_in_any_part_is_refused() {
    let (town, id) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let crane = voter(&town, &service, CRANE).await;
    let pilot = voter(&town, &service, "pilot1@harbour.example").await;
    assert_ne!(crane.cell, pilot.cell);
    let (_, issued) = crane.issue(&service).await;
    let sound = crane.ballot(&issued);
    let (_, other) = pilot.issue(&service).await;
    let foreign = pilot.ballot(&other);
    let altered = |name: &str| {
        let mut bytes = BASE64URL_NOPAD
            .decode(sound[name].as_str().unwrap().as_bytes())
            .unwrap();
        bytes[20] ^= 1;
        BASE64URL_NOPAD.encode(&bytes).into()
    };
    let changes: [(&str, Value); 8] = [
        ("prefix", altered("prefix")),
        ("signature", altered("signature")),
        ("sealed", altered("sealed")),
        ("sealed", "AAAA".into()),
        ("signature", foreign["signature"].clone()),
        ("cell", pilot.cell.into()),
        ("cell", 77.into()),
        ("wave", "00000000000000000000000000".into()),
    ];
    for (name, value) in changes {
        let mut ballot = sound.clone();
        ballot[name] = value;
        let (status, said) = crane.cast(&service, &ballot).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert_eq!(said["problem"], "refused");
    }
    assert_eq!(ballots(&town, &id), 0);
    assert_eq!(crane.cast(&service, &sound).await.0, StatusCode::OK);

    // A key of another group does not pass for the one that was promised.
    assert!(crane.draft.finish(&signature(&other)).is_err());
}

fn signature(issued: &Value) -> [u8; 256] {
    let text = issued["signature"].as_str().unwrap();
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
    bytes.try_into().unwrap()
}

#[actix_web::test]
async fn whoever_asks_with_a_wrong_link_or_nonsense_spends_nothing() {
    let (town, id) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut crane = voter(&town, &service, CRANE).await;
    let token = std::mem::replace(&mut crane.token, "0".repeat(26));
    let (status, said) = crane.issue(&service).await;
    assert_eq!(
        (status, &said["problem"]),
        (StatusCode::NOT_FOUND, &"unknown".into())
    );
    let cells = cells(&town.app, &id);
    let cell = cells.iter().find(|cell| cell.no == crane.cell).unwrap();
    let (mut one, mut all_but_one) = (vec![0; 256], cell.public_key.clone().unwrap());
    *one.last_mut().unwrap() += 1;
    *all_but_one.last_mut().unwrap() -= 1;
    let [one, all_but_one] = [one, all_but_one].map(|number| BASE64URL_NOPAD.encode(&number));
    let (great, zero) = ("_".repeat(342), "A".repeat(342));
    for blinded in ["", "AAAA", &great, &zero, &one, &all_but_one] {
        let body = serde_json::json!({ "token": token, "blinded": blinded });
        let request = test::TestRequest::post().uri("/issue").set_json(body);
        let response = service.call(request.to_request()).await.unwrap();
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{blinded}");
    }
    let request = test::TestRequest::post()
        .uri("/issue")
        .insert_header(("content-type", "application/json"))
        .set_payload("{");
    let response = service.call(request.to_request()).await.unwrap();
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    let invitations = town
        .app
        .store
        .read(|c| invitation::of_wave(c, &id))
        .unwrap();
    assert!(
        invitations
            .iter()
            .all(|invitation| invitation.blinded_hash.is_none())
    );
}

#[actix_web::test]
async fn a_ballot_on_its_way_is_taken_for_a_quarter_of_an_hour_and_no_longer() {
    let (town, id) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut waiting = Vec::new();
    for number in [1, 2, 3] {
        let email = format!("crane{number}@harbour.example");
        let crane = voter(&town, &service, &email).await;
        let (_, issued) = crane.issue(&service).await;
        let ballot = crane.ballot(&issued);
        waiting.push((crane, ballot));
    }
    let late = voter(&town, &service, "crane4@harbour.example").await;
    let closes = town
        .app
        .store
        .read(|c| stored::wave(c, &id))
        .unwrap()
        .closes;
    let minutes_after = |minutes| {
        town.app
            .clock
            .set(closes + chrono::Duration::minutes(minutes));
        town.run_due();
    };
    minutes_after(0);
    assert_eq!(late.issue(&service).await.0, StatusCode::GONE);
    let keys = cells(&town.app, &id);
    assert!(keys.iter().all(|cell| cell.private_key.is_none()));
    minutes_after(14);
    let (crane, ballot) = &waiting[0];
    assert_eq!(crane.cast(&service, ballot).await.0, StatusCode::OK);
    // Until then nothing is opened, so that no ballot comes after the count.
    assert!(wave::count(&town.app, &id, "Hanna").is_err());
    minutes_after(15);
    let (crane, ballot) = &waiting[1];
    assert_eq!(crane.cast(&service, ballot).await.0, StatusCode::GONE);
    assert_eq!(ballots(&town, &id), 1);
    let wave = town.app.store.read(|c| stored::wave(c, &id)).unwrap();
    assert!(wave.ballots_root.is_some());
}

#[actix_web::test]
async fn a_ballot_of_nonsense_is_left_out_and_keeps_no_other_from_being_counted() {
    let (town, id) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut spoiler = voter(&town, &service, CRANE).await;
    let promised = wave::promised(&town.app, &spoiler.root, spoiler.cell).unwrap();
    let booth = Booth::read(&promised.root, &promised.terms, &promised.cell).unwrap();
    let size = spoiler.draft.sealed.len() - OVERHEAD;
    spoiler.draft = booth.seal(&vec![9; size], &mut random::system()).unwrap();
    spoiler.vote(&service).await;
    for number in 2..=7 {
        let email = format!("crane{number}@harbour.example");
        voter(&town, &service, &email).await.vote(&service).await;
    }
    town.wait(10, 0);
    wave::count(&town.app, &id, "Hanna").unwrap();
    let wave = town.app.store.read(|c| stored::wave(c, &id)).unwrap();
    assert_eq!((wave.state, wave.spoilt), (State::Released, Some(1)));
    let mut anybody = Browser::new(&service);
    let page = anybody.get(&format!("/wave/{}", spoiler.root)).await;
    page.says("left out of the results");
}

#[actix_web::test]
async fn of_many_who_use_one_link_at_once_one_gets_a_signature() {
    let (town, _) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut voters = Vec::new();
    for _ in 0..24 {
        voters.push(voter(&town, &service, CRANE).await);
    }
    let signed: Vec<bool> = thread::scope(|scope| {
        let ask = |voter: &Voter| {
            let (token, blinded) = (voter.token.clone(), *voter.draft.blinded());
            let app = town.app.clone();
            scope.spawn(move || {
                let issued = wave::issue(&app, &token, &blinded).unwrap();
                matches!(issued, Issued::Signature(_))
            })
        };
        let work: Vec<_> = voters.iter().map(ask).collect();
        work.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(signed.iter().filter(|signed| **signed).count(), 1);
}

#[actix_web::test]
async fn preparing_a_wave_goes_on_where_a_restart_has_ended_it() {
    let town = Town::new(None);
    town.settle(&roster());
    let id = wave::plan(&town.app, &town.plan("anonymous")).unwrap();
    town.count_kitchen_with_pilots(&id);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    // The process dies when the first group has its key.
    let before = cells(&town.app, &id);
    assert!(before.len() > 1 && before.iter().all(|cell| cell.public_key.is_none()));
    let (no, key) = (before[0].no, vec![255; 256]);
    town.app
        .store
        .write(|c| frozen::set_keys(c, &id, no, &key, b"wrapped"))
        .unwrap();
    let state = |app: &App| app.store.read(|c| stored::wave(c, &id)).unwrap().state;
    let town = town.restarted();
    assert_eq!(state(&town.app), State::Preparing);
    town.run_due();
    assert_eq!(state(&town.app), State::Open);
    let after = cells(&town.app, &id);
    assert!(after.iter().all(|cell| cell.terms.is_some()));
    assert_eq!(after[0].public_key.as_ref(), Some(&key));
    assert!(after[1].public_key.is_some());
}

#[actix_web::test]
async fn a_key_file_that_does_not_fit_is_found_at_night_and_hr_is_told() {
    let (town, id) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    schedule::tidy(&town.app);
    let wave = || town.app.store.read(|c| stored::wave(c, &id)).unwrap();
    assert_eq!(wave().key_sound, Some(true));
    town.wait(1, 0);
    let file = town.folder.join("keys").join(format!("{id}.opening"));
    std::fs::write(&file, b"not a key").unwrap();
    schedule::tidy(&town.app);
    assert_eq!(wave().key_sound, Some(false));
    let link = access::operator_link(&town.app, "hr@harbour.example", chrono::Duration::hours(1));
    let link = link.unwrap();
    let path = link.strip_prefix(&town.app.config.link("")).unwrap();
    let mut hr = Browser::new(&service);
    hr.get(path).await;
    hr.post(path, &[]).await;
    hr.get(&format!("/hr/waves/{id}"))
        .await
        .says("failed its test");
    hr.get("/hr/log").await.says("failed its test");
}

#[actix_web::test]
async fn the_log_of_acts_shows_when_somebody_has_changed_it() {
    use diesel::prelude::*;
    let (town, id) = harbour();
    let log = town.app.store.read(act::log).unwrap();
    let kinds: Vec<Kind> = log.iter().filter_map(|act| act.kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::SetUp,
            Kind::SignedIn,
            Kind::Roster,
            Kind::Grouped,
            Kind::Frozen,
            Kind::Promised,
            Kind::Opened
        ]
    );
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, "hr@harbour.example").await;
    hr.get("/hr/log").await.says("All 9 entries are intact.");
    town.app
        .store
        .write(|c| {
            let forged = format!(
                "UPDATE act SET actor = 'Nobody' WHERE kind = 'frozen' AND subject = '{id}'"
            );
            diesel::sql_query(forged).execute(c)?;
            Ok(())
        })
        .unwrap();
    let page = hr.get("/hr/log").await;
    page.says("one of 9 entries was changed");
    assert_eq!(page.body.matches("<strong>Changed").count(), 1);
}

/// The public record, by the program that anybody can check it with.
#[actix_web::test]
async fn the_record_of_a_wave_holds_and_a_form_that_its_survey_file_does_not_give_is_named() {
    let (town, _) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let crane = voter(&town, &service, CRANE).await;
    let address = format!("/wave/{}/record.json", crane.root);
    let record = Browser::new(&service).get(&address).await.body;
    let (held, said) = verified(&town, &crane.root, &record);
    assert!(held, "{said}");
    assert!(said.contains("[holds] The form asks what the survey file says."));

    let mut altered: Value = serde_json::from_str(&record).unwrap();
    altered["form"] = "{}".into();
    let (held, said) = verified(&town, &crane.root, &altered.to_string());
    assert!(!held);
    assert!(said.contains("[DOES NOT HOLD] The form asks"), "{said}");
}

/// Whether `gutcheck verify` is content with a record, and what it printed.
fn verified(town: &Town, number: &str, record: &str) -> (bool, String) {
    let file = town.folder.join("record.json");
    std::fs::write(&file, record).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_gutcheck"))
        .args(["verify", "--number", number, "--wave"])
        .arg(file)
        .output()
        .unwrap();
    let said = String::from_utf8(done.stdout).unwrap();
    (done.status.success(), said)
}
