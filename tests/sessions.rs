//! Sessions: how many there are, when they end, and who ends them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::{self};
use chrono::Duration;
use gutcheck::access::{self, Knock, Look};
use gutcheck::error::Problem;
use gutcheck::roster;
use gutcheck::store::act::{self, Kind};
use support::chapters::went_to;
use support::departments::{browser, departments, invite};
use support::{Browser, Page, Pages, Town};

const HR: &str = "hr@harbour.example";
const AUDITOR: &str = "aud@harbour.example";
const LEADER: &str = "lead.cranes@harbour.example";

async fn sign_in<S: Pages>(browser: &mut Browser<'_, S>) -> Page {
    browser.get("/sign-in").await;
    let fields = [("email", HR), ("password", "a long password")];
    browser.post("/sign-in/password", &fields).await
}

fn acts(town: &Town, kind: Kind) -> usize {
    let log = town.app.store.read(act::log).unwrap();
    log.iter().filter(|line| line.kind == Some(kind)).count()
}

#[actix_web::test]
async fn whoever_signs_in_where_somebody_is_signed_in_takes_the_place_of_that_session() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&departments());
    let hr = access::holder(&town.app, HR).unwrap();
    let count = || access::sessions(&town.app, &hr).unwrap().len();
    let mut laptop = Browser::new(&service);
    sign_in(&mut laptop).await;
    let (one, secret) = (count(), laptop.cookie_header());
    sign_in(&mut laptop).await;
    assert_eq!(count(), one);
    assert_ne!(laptop.cookie_header(), secret);
    let mut phone = Browser::new(&service);
    sign_in(&mut phone).await;
    assert_eq!(count(), one + 1, "another browser has a session of its own");
}

#[actix_web::test]
async fn an_administrator_ends_the_sessions_of_one_account_and_those_of_everybody() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&departments());
    let person = invite(&town, AUDITOR, &["auditor"], &[]);
    let mut hr = browser(&town, &service, HR).await;
    let mut auditor = browser(&town, &service, AUDITOR).await;
    let mut leader = browser(&town, &service, LEADER).await;
    hr.get(&format!("/accounts/{person}"))
        .await
        .says("End all sessions of this account");
    let end = format!("/accounts/{person}/sign-out");
    let stranger = hr
        .post("/accounts/00000000000000000000000000/sign-out", &[])
        .await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
    went_to(&hr.post(&end, &[]).await, &format!("/accounts/{person}"));
    went_to(&auditor.get("/audit").await, "/sign-in");
    assert_eq!(leader.get("/teams").await.status, StatusCode::OK);
    assert_eq!(acts(&town, Kind::SessionsEnded), 1);
    let mut auditor = browser(&town, &service, AUDITOR).await;
    auditor.get("/roles").await;
    let refused = auditor.post("/sessions/end-all", &[]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    hr.get("/accounts")
        .await
        .says("End the sessions of everybody");
    went_to(&hr.post("/sessions/end-all", &[]).await, "/sign-in");
    for (page, browser) in [
        ("/hr", &mut hr),
        ("/audit", &mut auditor),
        ("/teams", &mut leader),
    ] {
        went_to(&browser.get(page).await, "/sign-in");
    }
    assert_eq!(acts(&town, Kind::AllSessionsEnded), 1);
}

#[actix_web::test]
async fn a_leader_sees_where_they_are_signed_in_and_ends_the_other_sessions() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&departments());
    let mut phone = browser(&town, &service, LEADER).await;
    let mut laptop = browser(&town, &service, LEADER).await;
    let page = laptop.get("/account").await;
    assert_eq!(
        page.body.matches("/account/sessions/").count(),
        2,
        "one, and all others"
    );
    page.keeps_silent_about("name=\"old\"");
    assert_eq!(
        laptop.get("/account/factor").await.status,
        StatusCode::NOT_FOUND
    );
    laptop.get("/account").await;
    went_to(
        &laptop.post("/account/sessions/end-others", &[]).await,
        "/account",
    );
    went_to(&phone.get("/teams").await, "/sign-in");
    assert_eq!(laptop.get("/teams").await.status, StatusCode::OK);
    // Later they sign in once more before they can.
    town.app.clock.set(town.app.now() + Duration::minutes(20));
    let page = laptop.get("/account").await;
    page.keeps_silent_about("action=\"/account/");
    laptop
        .get("/sign-in/again?to=/account")
        .await
        .says("Sign in once more");
}

#[test]
fn a_session_ends_after_twelve_hours_without_a_visit_and_after_a_week_at_the_latest() {
    let town = Town::new(None);
    town.settle(&departments());
    let enter = || {
        let link = access::operator_link(&town.app, HR, Duration::minutes(10)).unwrap();
        let token = link.rsplit('/').next().unwrap();
        let entry = access::follow(&town.app, &Knock::inside(), token, None).unwrap();
        entry.unwrap().secret
    };
    let is_in = |secret: &str| access::viewer(&town.app, secret).unwrap().is_some();
    let wait = |hours| town.app.clock.set(town.app.now() + Duration::hours(hours));
    let idle = enter();
    wait(12);
    assert!(is_in(&idle));
    wait(13);
    assert!(!is_in(&idle));
    let busy = enter();
    for _ in 0..14 {
        wait(12);
        assert!(is_in(&busy));
    }
    wait(1);
    assert!(!is_in(&busy));
}

#[test]
fn a_link_that_was_mailed_is_good_for_ten_minutes_and_one_that_is_nearly_over_is_followed_by_another()
 {
    let town = Town::new(None);
    town.settle(&departments());
    let ask = |browser: &str| {
        access::ask(&town.app, &Knock::inside(), LEADER, browser).unwrap();
        town.run_due();
        town.link_to(LEADER, "/sign-in/link/")
    };
    let look = |link: &str, browser: &str| {
        let token = link.rsplit('/').next().unwrap();
        access::look(&town.app, token, Some(browser)).unwrap()
    };
    let wait = |minutes| {
        town.app
            .clock
            .set(town.app.now() + Duration::minutes(minutes))
    };
    let first = ask("hers");
    wait(4);
    assert_eq!(ask("hers"), first, "the same once more");
    wait(3);
    let second = ask("somebody else's");
    assert_ne!(second, first);
    assert_eq!(
        look(&first, "hers"),
        Look::Good,
        "nobody spoils a link by asking"
    );
    wait(2);
    ask("hers");
    wait(1);
    assert_eq!(look(&first, "hers"), Look::Spent);
    assert_eq!(look(&second, "hers"), Look::Good);
    let mails = town.mails_to(LEADER).len();
    assert_eq!(mails, 3, "no more than three in ten minutes");
}

#[actix_web::test]
async fn the_roster_that_was_downloaded_is_in_the_log() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&departments());
    let mut hr = browser(&town, &service, HR).await;
    hr.get("/hr/roster/roster.csv").await;
    assert_eq!(acts(&town, Kind::RosterDownloaded), 1);
    hr.get("/hr/log").await.says("The roster was downloaded");
}

#[test]
fn a_file_that_is_not_what_its_name_says_is_refused() {
    let text = "team,name\n".as_bytes();
    let book = b"PK\x03\x04 and so on".as_slice();
    for (name, bytes) in [
        ("roster.csv", text),
        ("ROSTER.CSV", text),
        ("people.ldif", text),
        ("export.xls", text),
        ("roster.xlsx", book),
    ] {
        assert!(roster::fits(name, bytes).is_ok(), "{name}");
    }
    for (name, bytes) in [
        ("roster.csv", book),
        ("roster.xlsx", text),
        ("roster.exe", text),
        ("roster.csv.html", text),
        ("roster", text),
        ("", book),
    ] {
        let refused = roster::fits(name, bytes);
        let refused =
            matches!(refused, Err(Problem::Refused(why)) if why.is("problem-upload-kind"));
        assert!(refused, "{name}");
    }
}
