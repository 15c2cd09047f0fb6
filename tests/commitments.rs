//! Commitments: written down after a release, judged by the members of the next wave, counted for HR.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::init_service;
use chrono::Duration;
use gutcheck::ids::WaveId;
use gutcheck::store::{commitment, invitation, promise};
use gutcheck::survey::Role;
use gutcheck::wave;
use serde_json::{Value, json};
use support::forms::{filled, roster};
use support::voter::{Voter, post};
use support::{Browser, Page, Pages, Town};

const CARLA: &str = "carla@harbour.example";
const WHAT: &str = "Go through every plan before it starts";

/// Lets everybody answer, with `judged` as the verdict on every commitment, and publishes the results.
async fn finish<S: Pages>(town: &Town, service: &S, id: &WaveId, judged: &str) {
    let survey = town.survey().clone();
    let people = (1..=7).map(|n| format!("crane{n}@harbour.example"));
    let people = people.chain((1..=6).map(|n| format!("pilot{n}@harbour.example")));
    for email in people {
        let mut answers = filled(&survey, Role::Member, "4");
        if email.starts_with("crane") {
            let slots: Vec<&str> = survey.slots().map(|(_, item)| item.id.as_str()).collect();
            let asked = answers.iter_mut().filter(|(id, _)| slots[..2].contains(id));
            asked.for_each(|(_, value)| *value = judged.to_owned());
        }
        let voter = Voter::new(town, service, &email, &survey, &answers).await;
        voter.vote(service).await;
    }
    town.wait(11, 0);
    wave::count(&town.app, id, "Hanna").unwrap();
    town.run_due();
}

fn form<'a>(side: &'a str, what: &'a str, due: &'a str) -> [(&'a str, &'a str); 6] {
    [
        ("side", side),
        ("what", what),
        ("whom", "All cranes"),
        ("done", "Each plan has a date"),
        ("needed", "A draft two days before"),
        ("due", due),
    ]
}

fn due(town: &Town, days: i64) -> String {
    (town.app.now() + Duration::days(days)).date().to_string()
}

/// What the server says to somebody who asks with the secret of a link what there is to judge.
async fn sheet<S: Pages>(service: &S, token: &str) -> (StatusCode, Value) {
    post(service, "/group", json!({ "token": token })).await
}

fn token(town: &Town, email: &str) -> String {
    let link = town.link_to(email, "/a#");
    link.rsplit('.').next().unwrap().to_owned()
}

#[actix_web::test]
async fn what_leader_and_team_promise_is_judged_by_the_members_of_the_next_wave() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let first = town.launch("anonymous");
    finish(&town, &service, &first, "none").await;
    let team = town.link_to(CARLA, "/teams/");
    let mut carla = Browser::new(&service);
    carla.sign_in(&town.app, CARLA).await;

    // A fault in a field loses nothing and stores nothing.
    carla.get(&team).await.says("Nothing has been promised yet");
    let path = format!("{team}/commitments");
    let bad = carla
        .post(&path, &form("leader", WHAT, &due(&town, -1)))
        .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    bad.says("Choose a day after today");
    bad.says(&format!("value=\"{WHAT}\""));
    assert!(made(&town, &first).is_empty());

    let good = carla
        .post(&path, &form("leader", WHAT, &due(&town, 40)))
        .await;
    assert_eq!(good.location, format!("{team}#commitments"));
    let other = form("team", "Say early that a date will not hold", "");
    let later = due(&town, 30);
    let other =
        other.map(|(name, value)| (name, if name == "due" { later.as_str() } else { value }));
    carla.post(&path, &other).await;
    carla.get(&team).await.says(WHAT);
    let moved = made(&town, &first)
        .into_iter()
        .find(|one| one.what == WHAT)
        .unwrap();
    let renegotiate = format!("{path}/{}/renegotiate", moved.id);
    carla.post(&renegotiate, &[("due", &due(&town, 50))]).await;

    // The cranes judge both; the pilots have made none, and the kitchen is counted together with them.
    town.wait(60, 0);
    let second = town.launch_again(&first);
    let (status, reply) = sheet(&service, &token(&town, "crane1@harbour.example")).await;
    assert_eq!(status, StatusCode::OK);
    let text = reply["sheet"].as_str().unwrap();
    let read: Value = serde_json::from_str(text).unwrap();
    let entries = read["commitments"].as_array().unwrap();
    assert_eq!((entries.len(), &entries[0]["what"]), (2, &json!(WHAT)));
    assert!(entries[0]["renegotiated"].is_string() && entries[0]["first_due"].is_string());
    assert!(entries[1]["renegotiated"].is_null());
    for stranger in ["pilot1@harbour.example", "cook1@harbour.example"] {
        let (_, reply) = sheet(&service, &token(&town, stranger)).await;
        let read: Value = serde_json::from_str(reply["sheet"].as_str().unwrap()).unwrap();
        assert_eq!(read["commitments"], json!([]));
    }
    promised_to_the_cranes_alone(&town, &service, &second, text).await;

    finish(&town, &service, &second, "3").await;
    carla.sign_in(&town.app, CARLA).await;
    let report = carla.get(&town.link_to(CARLA, "/teams/")).await;
    report.says("Promised after the wave before");
    report.says(WHAT);
    report.says("Kept, in the judgement of 7 members");
    hr_and_others_never_read_it(&town, &service, &second).await;
}

/// The promise of the wave holds a hash of what the cranes judge, and nothing public holds the text.
async fn promised_to_the_cranes_alone<S: Pages>(town: &Town, service: &S, id: &WaveId, text: &str) {
    use data_encoding::HEXLOWER;
    use sha2::{Digest, Sha256};
    let hash = HEXLOWER.encode(&Sha256::digest(text));
    let root = town
        .app
        .store
        .read(|c| promise::of_wave(c, id))
        .unwrap()
        .unwrap()
        .root;
    let mut public = Browser::new(service);
    let record = public.get(&format!("/wave/{root}/record.json")).await;
    assert_eq!(record.body.matches(&hash).count(), 1);
    record.keeps_silent_about(WHAT);
    public
        .get(&format!("/wave/{root}"))
        .await
        .keeps_silent_about(WHAT);
}

async fn hr_and_others_never_read_it<S: Pages>(town: &Town, service: &S, id: &WaveId) {
    let mut hr = Browser::new(service);
    hr.sign_in(&town.app, "hr@harbour.example").await;
    let base = format!("/hr/waves/{id}");
    let page = hr.get(&format!("{base}/organisation")).await;
    page.says("2 were kept, 0 partly and 0 not");
    for path in [
        "",
        "/organisation",
        "/results.csv",
        "/results.json",
        "/preview/member",
    ] {
        let page: Page = hr.get(&format!("{base}{path}")).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        page.keeps_silent_about(WHAT);
    }
    hr.get("/hr/log").await.keeps_silent_about(WHAT);
    let team = town.link_to(CARLA, "/teams/");
    assert_eq!(hr.get(&team).await.status, StatusCode::NOT_FOUND);
    let mut piet = Browser::new(service);
    piet.sign_in(&town.app, "piet@harbour.example").await;
    piet.get("/teams").await;
    let path = format!("{team}/commitments");
    let refused = piet
        .post(&path, &form("leader", "Mine", &due(town, 9)))
        .await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}

fn made(town: &Town, wave: &WaveId) -> Vec<commitment::Commitment> {
    town.app
        .store
        .read(|c| commitment::made_after(c, wave))
        .unwrap()
}

#[actix_web::test]
async fn a_commitment_stands_after_a_day_and_its_date_moves_only_before_it() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = town.launch("anonymous");
    let node = town
        .app
        .store
        .read(|c| invitation::leader_forms(c, &id))
        .unwrap();
    let mut carla = Browser::new(&service);
    carla.sign_in(&town.app, CARLA).await;
    carla.get("/teams").await;
    for form in &node {
        let path = format!("/teams/{id}/{}/commitments", form.node);
        let early = carla
            .post(&path, &self::form("leader", WHAT, &due(&town, 9)))
            .await;
        assert_eq!(
            early.status,
            StatusCode::NOT_FOUND,
            "before the release nobody commits"
        );
    }
    finish(&town, &service, &id, "none").await;
    let team = town.link_to(CARLA, "/teams/");
    let path = format!("{team}/commitments");
    carla.sign_in(&town.app, CARLA).await;
    carla.get(&team).await;
    for what in ["One", "Two"] {
        carla
            .post(&path, &form("team", what, &due(&town, 20)))
            .await;
    }
    let third = carla
        .post(&path, &form("team", "Three", &due(&town, 20)))
        .await;
    third.says("There are two already");
    assert_eq!(made(&town, &id).len(), 2);

    let commitment = made(&town, &id).remove(0);
    carla
        .post(&format!("{path}/{}/take-back", commitment.id), &[])
        .await;
    let [kept] = &made(&town, &id)[..] else {
        panic!("one commitment is left")
    };
    town.wait(1, 0);
    carla.sign_in(&town.app, CARLA).await;
    carla.get(&team).await;
    let back = carla
        .post(&format!("{path}/{}/take-back", kept.id), &[])
        .await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    back.says("This one stands");
    let renegotiate = format!("{path}/{}/renegotiate", kept.id);
    town.wait(20, 0);
    carla.sign_in(&town.app, CARLA).await;
    carla.get(&team).await;
    let late = carla.post(&renegotiate, &[("due", &due(&town, 5))]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    late.says("has passed");
    assert_eq!(made(&town, &id)[0].due, kept.due);
}
