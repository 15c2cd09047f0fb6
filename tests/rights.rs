//! What nobody gets by a detour: rights, the end of an account, and words of others.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::{self};
use gutcheck::access;
use support::Town;
use support::chapters::went_to;
use support::departments::{browser, departments, invite, town};

const LEADER: &str = "lead.cranes@harbour.example";

#[actix_web::test]
async fn a_session_from_before_an_invitation_has_no_part_in_its_rights() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&departments());
    let mut before = browser(&town, &service, LEADER).await;
    assert_eq!(before.get("/teams").await.status, StatusCode::OK);
    invite(&town, LEADER, &["administrator"], &[]);
    for page in ["/accounts", "/teams", "/account"] {
        went_to(&before.get(page).await, "/sign-in");
    }
}

#[actix_web::test]
async fn a_survey_lead_erases_nobody_with_an_account() {
    let (town, _) = town();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut lead = browser(&town, &service, "lea@harbour.example").await;
    let ada = access::holder(&town.app, "ada@harbour.example").unwrap();
    let path = format!("/data/{ada}");
    let page = lead.get(&path).await;
    page.says("Ask an administrator");
    page.keeps_silent_about("name=\"sure\"");
    let sure = [("sure", "yes")];
    let refused = lead.post(&format!("{path}/erase"), &sure).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Ask an administrator");
    assert!(access::holder(&town.app, "ada@harbour.example").is_ok());
    let mut hr = browser(&town, &service, "hr@harbour.example").await;
    hr.get(&path).await.says("name=\"sure\"");
    let erased = hr.post(&format!("{path}/erase"), &sure).await;
    went_to(&erased, "/data?erased=1");
    assert!(access::holder(&town.app, "ada@harbour.example").is_err());
}
