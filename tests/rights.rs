//! What nobody gets by a detour: rights, the end of an account, and words of others.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::{self};
use support::Town;
use support::chapters::went_to;
use support::departments::{browser, departments, invite};

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
