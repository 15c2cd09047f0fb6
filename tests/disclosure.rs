//! What a released wave shows, by everything that anybody can reach, is made of its atoms and stands in steps.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::app::{App, Clock, Parts, Random};
use gutcheck::config::Config;
use gutcheck::demo;
use gutcheck::ids::WaveId;
use gutcheck::store::invitation;
use gutcheck::survey::Role;
use gutcheck::wave;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
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
    let results: Value = serde_json::from_str(&results.unwrap().1.1).unwrap();
    assert_eq!(results["report"]["n"], 7);
    assert_eq!(results["report"]["capped"], true);
}

/// In what steps a figure of `n` sheets stands: topic, single item, shares.
fn steps(n: u64) -> (i64, i64, Option<i64>) {
    match n {
        0..5 => panic!("a figure of {n} sheets"),
        5..10 => (5, 25, None),
        10..20 => (5, 10, None),
        20..40 => (5, 10, Some(10)),
        40..100 => (2, 5, Some(5)),
        _ => (1, 1, Some(1)),
    }
}

/// What is wrong with a report of one unit, by the table.
fn faults(report: &Value) -> Vec<String> {
    let (topic, item, share) = steps(report["n"].as_u64().unwrap());
    let mut faults = Vec::new();
    let mut check = |what: String, value: &Value, step: i64| {
        if value.as_i64().is_some_and(|value| value % step != 0) {
            faults.push(format!("{what} is {value}, in steps of {step}"));
        }
    };
    let lists = ["gaps", "traps"].map(|list| report[list].as_array().unwrap().clone());
    let rows = lists.concat().into_iter().chain([report["chaos"].clone()]);
    for row in rows.filter(Value::is_object) {
        for figure in ["team", "lo", "hi"] {
            check(format!("{} {figure}", row["id"]), &row[figure], topic);
        }
        let figures = row["figures"].as_object().unwrap();
        for (name, value) in figures {
            let place = 25.0 * (value.as_f64().unwrap() - 1.0);
            let stepped = [
                "mean",
                "interval_low",
                "interval_high",
                "bound_low",
                "bound_high",
            ];
            if stepped.contains(&name.as_str()) {
                let off = (place / topic as f64 - (place / topic as f64).round()).abs();
                assert!(off < 1e-6, "{} {name} is {place}", row["id"]);
            }
            if name.starts_with("sd_") {
                let tenths = 10.0 * value.as_f64().unwrap();
                assert!((tenths - tenths.round()).abs() < 1e-9, "{name} {value}");
                assert!(
                    report["n"].as_u64().unwrap() >= 10,
                    "{name} of {}",
                    report["n"]
                );
            }
        }
    }
    for list in ["symptoms", "pillars"] {
        for row in report[list].as_array().unwrap() {
            check(format!("{} mean", row["id"]), &row["team"], item);
            assert_eq!(row["agree"].is_null(), share.is_none(), "{row}");
            check(
                format!("{} share", row["id"]),
                &row["agree"],
                share.unwrap_or(1),
            );
        }
    }
    let shares = &report["involvement"]["shares"];
    assert_eq!(shares.is_null(), share.is_none(), "{shares}");
    for part in shares.as_array().into_iter().flatten() {
        check("involvement".to_owned(), part, share.unwrap_or(1));
    }
    faults
}

fn furnished() -> App {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("disclosure-demo");
    let _ = fs::remove_dir_all(&folder);
    let flags = vec![("data", folder.display().to_string())];
    let config = Config::load(None, |_| None, &flags).unwrap();
    let parts = Parts {
        clock: Clock::system(),
        random: Random::system(),
        demo: true,
    };
    let mut app = App::build(config, parts).unwrap();
    demo::furnish(&mut app).unwrap();
    app
}

/// Everything that a page links to on this server, without what it does when clicked.
fn linked(body: &str) -> BTreeSet<String> {
    let links = body.split("href=\"").skip(1);
    let links = links.filter_map(|rest| rest.split('"').next());
    let own = links.filter(|link| link.starts_with('/') && !link.starts_with("/static"));
    own.map(|link| link.split('#').next().unwrap().replace("&amp;", "&"))
        .collect()
}

/// Everything that somebody reaches from these pages on, but for what is printed or drawn of the same figures.
async fn crawl<S: Pages>(visitor: &mut Browser<'_, S>, from: &[&str]) -> BTreeMap<String, String> {
    let mut waiting: Vec<String> = from.iter().map(|path| (*path).to_owned()).collect();
    let mut seen = BTreeMap::new();
    while let Some(path) = waiting.pop() {
        let drawn = [".pdf", ".xlsx", ".zip", ".svg", ".png"];
        let drawn = drawn
            .iter()
            .any(|end| path.split('?').next().unwrap().ends_with(end));
        if drawn || seen.contains_key(&path) || path.contains("sign-out") {
            continue;
        }
        let page = visitor.get(&path).await;
        assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        if page.status == StatusCode::OK {
            waiting.extend(linked(&page.body));
        }
        seen.insert(path, page.body);
    }
    seen
}

/// Everything that a leader, HR and a stranger reach is made of atoms of five people or more, in the steps of the
/// table; and nobody reaches more than their own.
#[actix_web::test]
async fn whatever_can_be_reached_stands_in_steps_and_is_of_atoms() {
    let app = actix_web::web::Data::new(furnished());
    let service = test::init_service(gutcheck::web::pages(app.clone())).await;
    let mut reports = 0;
    for email in [
        "imani.okafor",
        "birgit.thomsen",
        "petra.zielinski",
        "",
        "hr",
    ] {
        let mut visitor = Browser::new(&service);
        let address = match email {
            "hr" => "marlene.ostrowski@nordwind.example".to_owned(),
            name => format!("{name}@nordwind.example"),
        };
        if !email.is_empty() {
            visitor.sign_in(&app, &address).await;
        }
        let seen = crawl(&mut visitor, &["/", "/teams", "/hr", "/hr/waves"]).await;
        let released = wave::list(&app).unwrap();
        for wave in &released {
            for (path, body) in &seen {
                let own = path.contains(wave.id.as_str()) && path.ends_with("results.json");
                if !own || !body.starts_with('{') {
                    continue;
                }
                let page: Value = serde_json::from_str(body).unwrap();
                reports += 1;
                let whole = if page["whole"].is_object() {
                    &page["whole"]
                } else {
                    &page["report"]
                };
                if whole["gaps"].is_array() {
                    assert_eq!(faults(whole), Vec::<String>::new(), "{path}");
                }
                for row in page["report"]["rows"].as_array().into_iter().flatten() {
                    let (topic, ..) = steps(row["n"].as_u64().unwrap());
                    assert!(row["sure"].as_u64().unwrap() >= 5, "{row}");
                    for cell in row["cells"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .filter(|cell| cell.is_object())
                    {
                        for figure in ["team", "lo", "hi"] {
                            assert_eq!(cell[figure].as_i64().unwrap() % topic, 0, "{path} {cell}");
                        }
                    }
                }
            }
        }
        if email.is_empty() {
            assert!(
                !seen.keys().any(|path| path.contains("results")),
                "{:?}",
                seen.keys()
            );
        }
    }
    assert!(reports >= 6, "{reports}");
}
