//! What a released wave shows, by everything that anybody can reach, is made of its atoms and stands in steps.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::{StatusCode, header};
use actix_web::test;
use calamine::{Reader, Xlsx};
use gutcheck::ids::WaveId;
use gutcheck::store::invitation;
use gutcheck::survey::Role;
use gutcheck::wave;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::Path;
use support::forms::{filled, pairs, roster};
use support::furnished::furnished;
use support::steps::{faults, steps, tidy_faults};
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
    let person = people.iter().find(|person| person.email == email).unwrap();
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

/// The lines of figures in the tidy file and in the workbook beside some results.
async fn tidy<S: Pages>(
    service: &S,
    visitor: &mut Browser<'_, S>,
    base: &str,
) -> [Vec<Vec<String>>; 2] {
    let csv = visitor.get(&format!("{base}results.csv")).await.body;
    let mut csv = csv::Reader::from_reader(csv.as_bytes());
    let csv = csv
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    let request = test::TestRequest::get()
        .uri(&format!("{base}report.xlsx"))
        .insert_header((header::COOKIE, visitor.cookie_header()))
        .to_request();
    let book = test::read_body(test::call_service(service, request).await).await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.to_vec())).unwrap();
    let sheets = book.worksheets();
    let tidy = sheets
        .iter()
        .find(|(_, sheet)| sheet.get((0, 5)).is_some_and(|head| head == "statistic"));
    let rows = tidy.unwrap().1.rows().skip(1);
    let rows = rows.map(|row| row.iter().map(ToString::to_string).collect());
    [csv.collect(), rows.collect()]
}

/// Everything that a leader, HR and a stranger reach is made of atoms of five people or more, in the steps of the
/// table; and nobody reaches more than their own.
#[actix_web::test]
async fn whatever_can_be_reached_stands_in_steps_and_is_of_atoms() {
    let app = actix_web::web::Data::new(furnished("disclosure-demo").0);
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
                let base = path.trim_end_matches("results.json");
                for rows in tidy(&service, &mut visitor, base).await {
                    assert!(rows.len() > 10, "{path}");
                    let faults = tidy_faults(&rows, page["report"]["n"].as_u64());
                    assert_eq!(faults, Vec::<String>::new(), "{path}");
                }
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
