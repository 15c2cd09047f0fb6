//! Ways back to a page: after signing in, after a form was refused, and from a reminder to what it is about.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::{Method, StatusCode};
use actix_web::test::init_service;
use chrono::Duration;
use gutcheck::ids::WaveId;
use gutcheck::store::commitment::{self, Commitment};
use gutcheck::wave;
use gutcheck::web::table;
use std::collections::BTreeSet;
use support::chapters::answer;
use support::forms::roster;
use support::{Browser, Pages, Town};

const CARLA: &str = "carla@harbour.example";

/// A released wave, and the address of the cranes' report in it.
async fn released<S: Pages>(town: &Town, service: &S) -> (WaveId, String) {
    let id = town.launch("anonymous");
    let survey = town.survey().clone();
    let people = (1..=7).map(|n| format!("crane{n}@harbour.example"));
    for email in people.chain((1..=6).map(|n| format!("pilot{n}@harbour.example"))) {
        answer(town, service, &survey, &email, "4").await;
    }
    town.wait(11, 0);
    wave::count(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    (id, town.link_to(CARLA, "/teams/"))
}

/// The browser of the cranes' leader, on the report.
async fn on_report<'a, S: Pages>(town: &Town, service: &'a S, team: &str) -> Browser<'a, S> {
    let mut carla = Browser::new(service);
    carla.sign_in(&town.app, CARLA).await;
    carla.get(team).await;
    carla
}

/// The commitments that were made after a wave.
fn made(town: &Town, id: &WaveId) -> Vec<Commitment> {
    let read = |c: &mut _| commitment::made_after(c, id);
    town.app.store.read(read).unwrap()
}

fn form<'a>(what: &'a str, due: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("side", "leader"),
        ("what", what),
        ("whom", "All cranes"),
        ("done", "Each plan has a date"),
        ("due", due),
    ]
}

fn due(town: &Town, days: i64) -> String {
    (town.app.now() + Duration::days(days)).date().to_string()
}

#[actix_web::test]
async fn the_address_of_every_form_that_was_refused_can_be_opened_again() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let pages = table();
    let pages = pages
        .iter()
        .filter(|one| one.methods.contains(&Method::GET));
    let pages: BTreeSet<&str> = pages.map(|one| one.pattern.as_str()).collect();
    let mut visitor = Browser::new(&service);
    let (mut seen, table) = (0, table());
    // What is not logged is asked by the scripts of fixed pages.
    for form in table
        .iter()
        .filter(|one| one.logged && !one.methods.contains(&Method::GET))
    {
        let answer = visitor.get(&form.pattern.replace(['{', '}'], "")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", form.pattern);
        let page = answer.location.split('#').next().unwrap();
        let known = |pattern: &&&str| pattern.replace(['{', '}'], "") == page;
        assert!(
            pages.iter().any(|one| known(&one)),
            "{} leads to {page}",
            form.pattern
        );
        seen += 1;
    }
    assert!(seen > 30, "{seen}");
}

#[actix_web::test]
async fn a_commitment_that_has_to_be_corrected_is_shown_where_it_is_filled_in() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let (id, team) = released(&town, &service).await;
    let mut carla = Browser::new(&service);
    carla.sign_in(&town.app, CARLA).await;
    // The browser goes to the errors, which stand in the form.
    let page = carla.get(&team).await;
    page.says(&format!("action=\"{team}/commitments#faults\""));
    let path = format!("{team}/commitments");
    let refused = carla.post(&path, &form("", &due(&town, -1))).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("<details open>");
    let (_, inside) = refused.body.split_once("<details open>").unwrap();
    let (inside, _) = inside.split_once("</form>").unwrap();
    assert!(inside.contains("id=\"faults\""));
    for field in ["what", "due"] {
        assert!(
            inside.contains(&format!("id=\"commitment-{field}-error\"")),
            "{field}"
        );
        assert!(
            inside.contains(&format!("href=\"#commitment-{field}\"")),
            "{field}"
        );
    }
    assert!(
        inside.contains("value=\"All cranes\""),
        "what was filled in is kept"
    );
    let again = carla.get(&path).await;
    assert_eq!(again.location, format!("{team}#commitments"));

    // So is a new date that is none.
    carla.post(&path, &form("One", &due(&town, 20))).await;
    let made = made(&town, &id);
    let one = &made.first().unwrap().id;
    let moved = format!("{path}/{one}/renegotiate");
    carla.get(&team).await.says(&format!("{moved}#moved-{one}"));
    let refused = carla.post(&moved, &[("due", &due(&town, -1))]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says(&format!("aria-describedby=\"moved-{one}\""));
}

#[actix_web::test]
async fn whoever_has_to_sign_in_first_lands_on_the_page_they_wanted() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let (_, team) = released(&town, &service).await;
    let mut carla = Browser::new(&service);
    for page in [&team, "/teams"] {
        let first = carla.get(&format!("{page}/")).await;
        assert_ne!(first.status, StatusCode::OK);
        assert_eq!(carla.get(page).await.location, "/sign-in");
        carla.post("/sign-in", &[("email", CARLA)]).await;
        town.run_due();
        let link = town.link_to(CARLA, "/sign-in/link/");
        carla.get(&link).await;
        assert_eq!(&carla.post(&link, &[]).await.location, page);
        carla.get(page).await;
        carla.post("/sign-out", &[]).await;
        town.wait(0, 1);
    }
    // What another page has put into the browser leads nowhere else.
    for evil in [
        "//evil.example/hr",
        "https://evil.example",
        "/\\\\evil.example",
    ] {
        let mut other = Browser::new(&service);
        other.keep("wanted", evil);
        let link = gutcheck::access::operator_link(&town.app, CARLA, Duration::hours(1)).unwrap();
        let path = link.strip_prefix(&town.app.config.link("")).unwrap();
        assert_eq!(other.post(path, &[]).await.location, "/teams", "{evil}");
    }
}

#[actix_web::test]
async fn a_language_that_somebody_chose_stays_and_wins_over_the_roster_and_the_browser() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut visitor = Browser::new(&service);
    visitor.get("/sign-in").await.says("<html lang=\"en\"");
    visitor.get("/sign-in?lang=de").await;
    for page in ["/sign-in", "/nowhere"] {
        visitor.get(page).await.says("<html lang=\"de\"");
    }
    visitor.get("/sign-in?lang=xx").await;
    visitor.get("/sign-in").await.says("<html lang=\"de\"");
    // Somebody's own language counts until they choose another.
    let mut carla = Browser::new(&service);
    carla.sign_in(&town.app, CARLA).await;
    carla.get("/teams").await.says("<html lang=\"en\"");
    carla.get("/teams?lang=de").await;
    carla.get("/teams").await.says("<html lang=\"de\"");
}

#[actix_web::test]
async fn a_leader_is_reminded_once_a_week_before_a_commitment_is_due() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let (id, team) = released(&town, &service).await;
    let mut carla = on_report(&town, &service, &team).await;
    let path = format!("{team}/commitments");
    carla.post(&path, &form("One", &due(&town, 20))).await;
    carla.post(&path, &form("Two", &due(&town, 5))).await;
    let reminders = || {
        let mails = town.mails_to(CARLA).into_iter();
        mails
            .filter(|mail| mail.message.subject.contains("is due on"))
            .count()
    };
    town.wait(9, 0);
    assert_eq!(
        reminders(),
        0,
        "one is far away, the other was made in its last week"
    );
    // A new date moves it.
    let made = made(&town, &id);
    let one = made.iter().find(|one| one.what == "One").unwrap();
    carla.sign_in(&town.app, CARLA).await;
    carla.get(&team).await;
    let moved = format!("{path}/{}/renegotiate", one.id);
    carla.post(&moved, &[("due", &due(&town, 21))]).await;
    town.wait(6, 0);
    assert_eq!(reminders(), 0);
    town.wait(9, 0);
    assert_eq!(reminders(), 1);
    assert_eq!(town.link_to(CARLA, &path), path, "it leads to the page");
    town.wait(20, 0);
    assert_eq!(reminders(), 1);
    town.mails_are_whole();
}

#[actix_web::test]
async fn a_commitment_that_was_taken_back_or_is_another_leaders_brings_no_reminder() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let (id, team) = released(&town, &service).await;
    let mut carla = on_report(&town, &service, &team).await;
    let path = format!("{team}/commitments");
    for what in ["One", "Two"] {
        carla.post(&path, &form(what, &due(&town, 20))).await;
    }
    let made = made(&town, &id);
    let one = made.first().unwrap();
    carla
        .post(&format!("{path}/{}/take-back", one.id), &[])
        .await;
    let import = roster()
        .replace("Carla;leader", "Carla;member")
        .replace("Crane1;member", "Crane1;leader");
    let import = gutcheck::roster::stage(&town.app, import.as_bytes()).unwrap();
    gutcheck::roster::apply(&town.app, &import, "Hanna").unwrap();
    town.wait(30, 0);
    for email in [CARLA, "crane1@harbour.example"] {
        let mut mails = town.mails_to(email).into_iter();
        assert!(
            !mails.any(|mail| mail.message.subject.contains("is due on")),
            "{email}"
        );
    }
}
