//! What HR does with the roster, through its pages.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::init_service;
use gutcheck::roster;
use std::time::Instant;
use support::{Browser, Page, Pages, Town};

const HR: &str = "hr@harbour.example";

const ROSTER: &str = "team,number,e-mail,name,role
Harbour/Cranes,1,carla@harbour.example,Carla,leader
Harbour/Cranes,2,emil@harbour.example,Emil,member
Harbour/Cranes,3,finn@harbour.example,Finn,member
Harbour/Pilots,4,pia@harbour.example,Pia,leader
Harbour/Pilots,5,,Otto,member
";

/// Uploads a file, and returns the address of its preview with the page.
async fn upload<S: Pages>(hr: &mut Browser<'_, S>, file: &str) -> (String, Page) {
    hr.get("/hr/roster").await;
    let sent = hr.upload("/hr/roster/import", file).await;
    let page = hr.get(&sent.location).await;
    (sent.location, page)
}

/// The address of the first link with this text.
fn link(page: &Page, text: &str) -> String {
    let before = page.body.split(&format!("\">{text}</a>")).next().unwrap();
    let address = before.rsplit("href=\"").next().unwrap();
    address.split('"').next().unwrap().to_owned()
}

#[actix_web::test]
async fn hr_confirms_on_the_preview_that_a_new_address_and_a_new_name_are_the_same() {
    let town = Town::new(None);
    town.settle(
        &ROSTER
            .replace(",1,", ",,")
            .replace(",2,", ",,")
            .replace(",3,", ",,"),
    );
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let next = ROSTER
        .replace(",1,", ",,")
        .replace(",2,", ",,")
        .replace(",3,", ",,")
        .replace("Harbour/Cranes", "Harbour/Lifts")
        .replace("emil@", "e.berg@");
    let (path, page) = upload(&mut hr, &next).await;
    page.says("Probably the same teams");
    page.says("Harbour / Cranes → Harbour / Lifts");
    page.says("Probably the same people");
    page.says("e.berg@harbour.example");
    assert_eq!(page.body.matches("name=\"same\"").count(), 2);
    assert_eq!(page.body.matches(" checked>").count(), 2);
    page.keeps_silent_about("leave the roster");
    let ids: Vec<String> = page
        .body
        .split("name=\"same\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    let emil = town
        .app
        .store
        .read(|c| gutcheck::store::people::person_by_email(c, "emil@harbour.example"));
    let emil = emil.unwrap().unwrap();
    let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("same", id.as_str())).collect();
    let fields = [&[("asked", "1")], fields.as_slice()].concat();
    let applied = hr.post(&path, &fields).await;
    assert_eq!(applied.location, "/hr/roster");
    let known = hr.get(&format!("/hr/roster/people/{}", emil.id)).await;
    known.says("e.berg@harbour.example");
    known.says("Harbour/Lifts");

    let roster = hr.get("/hr/roster").await;
    roster.says("by Hanna");
    let undone = hr.post("/hr/roster/undo", &[]).await;
    assert_eq!(undone.location, "/hr/roster");
    let known = hr.get(&format!("/hr/roster/people/{}", emil.id)).await;
    known.says("emil@harbour.example");
    let log = hr.get("/hr/log").await;
    log.says("A roster was taken back");
    log.says("SHA-256 begins with");
    for name in ["Emil", "e.berg", "Carla"] {
        log.keeps_silent_about(name);
    }
}

#[actix_web::test]
async fn what_hr_unticks_is_somebody_who_leaves_and_somebody_who_joins() {
    let town = Town::new(None);
    let plain = ROSTER.replace(",2,", ",,");
    town.settle(&plain);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let (path, _) = upload(&mut hr, &plain.replace("emil@", "e.berg@")).await;
    hr.post(&path, &[("asked", "1")]).await;
    hr.get("/hr/roster/people?which=gone")
        .await
        .says("emil@harbour.example");
    hr.get("/hr/roster/people")
        .await
        .says("e.berg@harbour.example");
}

#[actix_web::test]
async fn a_file_about_one_part_takes_nobody_elsewhere_off_and_many_who_leave_are_typed() {
    let town = Town::new(None);
    let mut all = String::from("team,e-mail,name,role\n");
    for n in 0..30 {
        let team = if n < 15 { "Cranes" } else { "Pilots" };
        all.push_str(&format!(
            "Harbour/{team},p{n}@harbour.example,P{n},member\n"
        ));
    }
    town.settle(&all);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let few: String = all
        .lines()
        .take(4)
        .map(|line| format!("{line}\n"))
        .collect();
    let (path, page) = upload(&mut hr, &few).await;
    page.says("Everything in this file is in Harbour / Cranes");
    page.says("27 people would leave the roster");
    let refused = hr.post(&path, &[("asked", "1")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("type the number 27");
    let wrong = hr.post(&path, &[("asked", "1"), ("leaving", "26")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);

    let part = page.body.split("?part=").nth(1).unwrap();
    let part = part.split('"').next().unwrap().to_owned();
    let of_part = hr.get(&format!("{path}?part={part}")).await;
    of_part.says("12 people would leave the roster");
    let fields = [("asked", "1"), ("part", part.as_str()), ("leaving", "12")];
    assert_eq!(hr.post(&path, &fields).await.location, "/hr/roster");
    hr.get("/hr/roster/people").await.says("18 people");
}

#[actix_web::test]
async fn an_import_before_a_launch_cannot_be_undone_after_it() {
    let town = Town::new(None);
    town.settle(&support::adversary::crowd(8));
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    hr.get("/hr/roster").await.says("Undo this import");
    town.launch("confidential");
    let page = hr.get("/hr/roster").await;
    page.says("a wave was launched");
    page.keeps_silent_about("/hr/roster/undo");
    let refused = hr.post("/hr/roster/undo", &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("a wave was launched");
}

#[actix_web::test]
async fn hr_changes_one_person_and_reads_what_it_means_for_an_open_wave() {
    let town = Town::new(None);
    town.settle(&support::adversary::crowd(8));
    town.launch("confidential");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let found = hr.get("/hr/roster/people?q=MEMBER+3").await;
    found.says("One person");
    let path = link(&found, "Member 3");
    hr.get(&path).await.says("is asked in it, and stays so");
    let wrong = [
        ("name", "Member 3"),
        ("email", "m3"),
        ("team", "Crowd"),
        ("role", "member"),
    ];
    let refused = hr.post(&path, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Write one plain address");
    refused.says("value=\"m3\"");
    let right = [
        ("name", "Mia Three"),
        ("email", "mia@crowd.example"),
        ("team", "Crowd"),
        ("role", "member"),
    ];
    let saved = hr.post(&path, &right).await;
    assert_eq!(saved.location, format!("{path}?saved=1"));
    hr.get(&saved.location).await.says("mia@crowd.example");

    let new = [
        ("name", "Nora"),
        ("email", "nora@crowd.example"),
        ("team", "Crowd"),
        ("role", "member"),
    ];
    let added = hr.post("/hr/roster/people", &new).await;
    hr.get(&added.location).await.says("is not asked in it");
    let leave = format!("{path}/leave");
    hr.post(&leave, &[]).await;
    hr.get(&path).await.says("Not on the roster any more");
    let log = hr.get("/hr/log").await;
    log.says("Somebody was added to the roster");
    log.says("Somebody was taken off the roster");
    log.keeps_silent_about("Nora");
}

#[actix_web::test]
async fn the_roster_comes_back_as_a_file_and_people_without_an_address_are_shown_as_such() {
    let town = Town::new(None);
    town.settle(ROSTER);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let file = hr.get("/hr/roster/roster.csv").await;
    let (_, page) = upload(&mut hr, &file.body).await;
    page.says("This file matches the roster");
    let found = hr.get("/hr/roster/people?which=unaddressed").await;
    found.says("Otto");
    found.says("no address");
    found.says("One person");
}

#[actix_web::test]
async fn a_wave_goes_on_to_its_end_with_people_who_get_no_mail() {
    let town = Town::new(None);
    let roster = support::adversary::crowd(8);
    town.settle(&format!("{roster}Crowd,,Otto,member\nCrowd,,Olga,leader\n"));
    let id = town.launch("anonymous");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    for _ in 0..3 {
        hr.sign_in(&town.app, HR).await;
        let page = hr.get(&format!("/hr/waves/{id}")).await;
        assert_eq!(page.status, StatusCode::OK);
        town.wait(4, 0);
    }
    let closed = town.app.store.read(|c| gutcheck::store::wave::wave(c, &id));
    assert_eq!(closed.unwrap().state, gutcheck::store::wave::State::Closed);
    let mailed = town.app.mailer.kept().into_iter();
    let mut mailed: Vec<String> = mailed.map(|mail| mail.message.email).collect();
    mailed.sort();
    mailed.dedup();
    mailed.retain(|email| email.ends_with("@crowd.example"));
    assert_eq!(mailed.len(), 9, "{mailed:?}");
    town.mails_are_whole();
}

#[actix_web::test]
async fn a_team_is_renamed_on_its_page_and_refusals_stay_on_it() {
    let town = Town::new(None);
    town.settle(ROSTER);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let path = link(&hr.get("/hr/roster").await, "Cranes");
    hr.get(&path).await;
    let refused = hr
        .post(&format!("{path}/move"), &[("path", "Harbour/Pilots")])
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("There is a team with this path already");
    hr.post(&format!("{path}/move"), &[("path", "Harbour/Lifts")])
        .await;
    hr.get(&path).await.says("<h1>Lifts</h1>");
    hr.post(&format!("{path}/close"), &[("path", "Harbour")])
        .await;
    assert_eq!(hr.get(&path).await.status, StatusCode::NOT_FOUND);
    hr.get("/hr/roster/people?q=carla")
        .await
        .says(">Harbour</a>");
}

#[test]
fn an_import_is_applied_searched_downloaded_and_undone() {
    support::rosters::an_import_is_applied_searched_downloaded_and_undone(None);
}

/// So many people in teams of ten, in departments of twenty teams.
fn many(people: usize) -> String {
    let mut csv = String::from("team,number,e-mail,name,role\n");
    for n in 0..people {
        let (team, role) = (n / 10, if n % 10 == 0 { "leader" } else { "member" });
        let department = team / 20;
        csv.push_str(&format!(
            "Harbour/D{department}/T{team},{n},p{n}@harbour.example,Person {n},{role}\n"
        ));
    }
    csv
}

async fn timed<S: Pages>(hr: &mut Browser<'_, S>, path: &str) -> (u128, usize) {
    let begun = Instant::now();
    let page = hr.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    (begun.elapsed().as_millis(), page.body.len())
}

const LONG: [&str; 6] = [
    "/hr/roster",
    "/hr/roster/people",
    "/hr/roster/people?q=person+1234",
    "/hr/roster/people?role=leader&page=7",
    "/hr/roster/people?q=T77&sort=number",
    "/hr/log",
];

#[actix_web::test]
async fn pages_about_many_people_stay_short() {
    let town = Town::new(None);
    town.settle(&many(3_000));
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    for path in LONG {
        let (_, bytes) = timed(&mut hr, path).await;
        assert!(bytes < 150_000, "{path}: {bytes} bytes");
    }
    let first = hr.get("/hr/roster/people").await;
    first.says("3000 people");
    first.says("1 to 50 of 3000");
    let next = link(&first, "Next").replace("&amp;", "&");
    let second = hr.get(&next).await;
    second.says("51 to 100 of 3000");
    let folded = hr.get("/hr/roster").await.body;
    assert!(folded.matches("<details open>").count() <= 1);
    hr.get("/hr/roster/people?q=100%25_")
        .await
        .says("Nobody found");
}

/// Prints how long pages take with so many people: `cargo test --test roster -- --ignored --nocapture`, on the
/// database that `GUTCHECK_TEST_POSTGRES` names, if it does.
#[actix_web::test]
#[ignore = "a measurement"]
async fn how_long_pages_take_with_20_000_and_50_000_people() {
    let database = std::env::var("GUTCHECK_TEST_POSTGRES").ok();
    for people in [20_000, 50_000] {
        let town = Town::new(database.as_deref());
        let begun = Instant::now();
        town.settle(&many(people));
        println!(
            "{people} people imported in {} ms",
            begun.elapsed().as_millis()
        );
        let service = init_service(gutcheck::web::pages(town.app.clone())).await;
        let mut hr = Browser::new(&service);
        hr.sign_in(&town.app, HR).await;
        for path in LONG {
            timed(&mut hr, path).await;
            let (ms, bytes) = timed(&mut hr, path).await;
            println!("{people}: {path}: {ms} ms, {bytes} bytes");
        }
        let begun = Instant::now();
        let file = roster::download(&town.app).unwrap();
        println!(
            "downloaded {} bytes in {} ms",
            file.len(),
            begun.elapsed().as_millis()
        );
    }
}
