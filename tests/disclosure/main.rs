//! What a released wave shows, by everything that anybody can reach, is made of its atoms and stands in steps.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod crawl;

use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::ids::WaveId;
use gutcheck::store::invitation;
use gutcheck::survey::Role;
use gutcheck::wave;
use serde_json::Value;
use std::fs;
use std::path::Path;
use support::forms::{filled, pairs, roster};
use support::{Browser, Pages, Town};

const HR: &str = "hr@harbour.example";
const CARLA: &str = "carla@harbour.example";

/// Every file and page of a team's and of the organisation's results.
const TEAM: [&str; 8] = [
    "",
    "/guide",
    "/report.pdf",
    "/report.xlsx",
    "/results.csv",
    "/results.json",
    "/charts/gap-wide.svg",
    "/charts/trend-wide.svg",
];
const ORGANISATION: [&str; 7] = [
    "/organisation",
    "/report.pdf",
    "/report.xlsx",
    "/results.csv",
    "/results.json",
    "/reports.zip",
    "/charts/heat-wide.svg",
];

/// Sends the plain form of somebody in a confidential wave.
async fn answer<S: Pages>(town: &Town, service: &S, name: &str, value: &str, alter: Option<&str>) {
    let survey = town.survey();
    let mut answers = filled(survey, Role::Member, value);
    for (_, other) in answers.iter_mut().filter(|(id, _)| *id == "T1") {
        alter.inspect(|value| *other = (*value).to_owned());
    }
    let link = town.link_to(&format!("{name}@harbour.example"), "/answer/");
    let mut member = Browser::new(service);
    member.get(&link).await;
    let sent = member.post(&link, &pairs(&answers)).await;
    assert_eq!(sent.status, StatusCode::OK, "{name}");
}

fn node_of(town: &Town, id: &WaveId, email: &str) -> i32 {
    let forms = town.app.store.read(|c| invitation::leader_forms(c, id));
    let forms = forms.unwrap();
    let people = town
        .app
        .store
        .read(gutcheck::store::people::people)
        .unwrap();
    let person = people
        .iter()
        .find(|person| person.email.as_deref() == Some(email))
        .unwrap();
    forms
        .iter()
        .find(|form| form.person == person.id)
        .unwrap()
        .node
}

fn paths(town: &Town, id: &WaveId) -> (Vec<String>, Vec<String>) {
    let team = format!("/teams/{id}/{}", node_of(town, id, CARLA));
    let of_team = TEAM.iter().map(|end| format!("{team}{end}"));
    let of_all = ORGANISATION
        .iter()
        .map(|end| format!("/hr/waves/{id}{end}"));
    (of_team.collect(), of_all.collect())
}

/// Before the close, and after it until the release, nobody is shown a result, and nobody can publish early.
#[actix_web::test]
async fn nothing_is_shown_or_published_before_the_close_to_any_role() {
    let town = Town::new(None);
    town.settle(&roster());
    let id = town.launch("confidential");
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    for n in 1..=7 {
        answer(&town, &service, &format!("crane{n}"), "4", None).await;
    }
    let (of_team, of_all) = paths(&town, &id);
    for closed in [false, true] {
        for role in [None, Some(CARLA), Some(HR)] {
            let mut visitor = Browser::new(&service);
            if let Some(email) = role {
                visitor.sign_in(&town.app, email).await;
            }
            for path in of_team.iter().chain(&of_all) {
                let status = visitor.get(path).await.status;
                let refused = [StatusCode::NOT_FOUND, StatusCode::SEE_OTHER];
                assert!(refused.contains(&status), "{role:?} {path}: {status}");
            }
            let publish = format!("/hr/waves/{id}/release");
            visitor.get("/").await;
            if !closed {
                let status = visitor.post(&publish, &[]).await.status;
                assert!(!status.is_success(), "{role:?}: {status}");
            }
        }
        assert!(
            town.app
                .store
                .read(|c| gutcheck::store::result::published(c, &id))
                .is_err()
        );
        assert_eq!(
            closed,
            wave::count(&town.app, &id, "Hanna").is_ok() && closed
        );
        if !closed {
            town.wait(10, 0);
            town.run_due();
        }
    }
}

/// A folder as it is now, for another process to begin with.
fn copied(from: &Path, name: &str) -> std::path::PathBuf {
    let to = from.with_file_name(format!(
        "{}-{name}",
        from.file_name().unwrap().to_str().unwrap()
    ));
    copy(from, &to);
    to
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    fs::set_permissions(to, fs::metadata(from).unwrap().permissions()).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => fs::copy(entry.path(), &target).map(drop).unwrap(),
        }
    }
}

/// Two truths that clip alike: in one of them everybody agrees on a statement, in the other all but one or two.
/// Every byte of every page and file is the same.
#[actix_web::test]
async fn two_truths_with_the_same_clipped_counts_print_the_same_bytes() {
    let town = Town::new(None);
    town.settle(&roster());
    let id = town.launch("confidential");
    let links: Vec<String> = ["crane6", "crane7"]
        .map(|name| town.link_to(&format!("{name}@harbour.example"), "/answer/"))
        .into();
    {
        let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
        for n in 1..=5 {
            answer(&town, &service, &format!("crane{n}"), "5", None).await;
        }
        for n in 1..=6 {
            answer(&town, &service, &format!("pilot{n}"), "3", None).await;
        }
    }
    let (of_team, of_all) = paths(&town, &id);
    let mut printed = Vec::new();
    for (name, last) in [
        ("all", ["5", "5"]),
        ("but-one", ["5", "4"]),
        ("but-two", ["4", "4"]),
    ] {
        let fork = Town::in_folder(copied(&town.folder, name), None);
        fork.app.clock.set(town.app.now());
        let service = test::init_service(gutcheck::web::pages(fork.app.clone())).await;
        for (link, value) in links.iter().zip(last) {
            let survey = fork.survey();
            let mut answers = filled(survey, Role::Member, "5");
            let differing = answers.iter_mut().filter(|(id, _)| *id == "T1");
            differing.for_each(|(_, answer)| *answer = value.to_owned());
            let mut member = Browser::new(&service);
            member.get(link).await;
            let sent = member.post(link, &pairs(&answers)).await;
            assert_eq!(sent.status, StatusCode::OK);
        }
        fork.wait(10, 0);
        wave::count(&fork.app, &id, "Hanna").unwrap();
        let mut bytes = Vec::new();
        for (email, paths) in [(CARLA, &of_team), (HR, &of_all)] {
            let mut visitor = Browser::new(&service);
            visitor.sign_in(&fork.app, email).await;
            for path in paths {
                let page = visitor.get(path).await;
                let token = page.hidden("csrf").unwrap_or_default();
                let body = match token.is_empty() {
                    true => page.body,
                    false => page.body.replace(&token, ""),
                };
                bytes.push((path.clone(), (page.status, body)));
            }
        }
        printed.push(bytes);
    }
    for other in &printed[1..] {
        for ((path, one), (_, other)) in printed[0].iter().zip(other) {
            assert!(one == other, "{path} tells them apart");
        }
    }
    let results = printed[0]
        .iter()
        .find(|(path, _)| path.ends_with("results.json"));
    assert_eq!(results.unwrap().1.0, StatusCode::OK);
    let results: Value = serde_json::from_str(&results.unwrap().1.1).unwrap();
    assert_eq!(results["report"]["n"], 7);
    assert_eq!(results["report"]["capped"], true);
}
