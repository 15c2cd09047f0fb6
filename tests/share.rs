//! What the members of a group get to read of its result.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::init_service;
use gutcheck::ids::WaveId;
use gutcheck::store::wave as stored;
use gutcheck::wave::{self, PlanForm};
use serde_json::{Value, json};
use support::forms::roster;
use support::voter::post;
use support::{Browser, Pages, Town};

const CRANE: &str = "crane1@harbour.example";

/// A wave in which members always get the report of their group, open.
fn promising(town: &Town, promise: &str) -> WaveId {
    let plan = PlanForm {
        members: wave::ALWAYS.into(),
        ..town.plan(promise)
    };
    let id = wave::plan(&town.app, &plan).unwrap();
    town.count_kitchen_with_pilots(&id);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    id
}

/// What the promise behind a mailed link says that members get.
async fn members_get<S: Pages>(town: &Town, service: &S) -> Value {
    let link = town.link_to(CRANE, "/a#");
    let mut parts = link.trim_start_matches("/a#").split('.');
    let root = parts.next().unwrap();
    let cell: i32 = parts.next().unwrap().parse().unwrap();
    let (status, reply) = post(service, "/promise", json!({ "root": root, "cell": cell })).await;
    assert_eq!(status, StatusCode::OK);
    let terms: Value = serde_json::from_str(reply.get("terms").unwrap().as_str().unwrap()).unwrap();
    terms.get("members_get").unwrap().clone()
}

#[actix_web::test]
async fn whether_members_get_the_report_is_promised_before_they_answer() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = promising(&town, "anonymous");
    assert_eq!(members_get(&town, &service).await, "report");
    let root = town
        .app
        .store
        .read(|c| gutcheck::store::promise::root(c, &id))
        .unwrap();
    let page = Browser::new(&service)
        .get(&format!("/wave/{}", root.unwrap()))
        .await;
    page.says("Members get the report of their group when the results are released");
    // The next wave begins with what was promised in this one.
    let next = wave::retake(&town.app, &id).unwrap();
    assert!(
        town.app
            .store
            .read(|c| stored::wave(c, &next))
            .unwrap()
            .members_read
    );

    let other = Town::new(None);
    other.settle(&roster());
    other.launch("anonymous");
    let service = init_service(gutcheck::web::pages(other.app.clone())).await;
    assert_eq!(members_get(&other, &service).await, "nothing");
}

#[actix_web::test]
async fn a_plain_form_says_what_members_and_their_leader_are_promised() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    promising(&town, "confidential");
    let mut browser = Browser::new(&service);
    let form = browser.get(&town.link_to(CRANE, "/answer/")).await;
    form.says("When the results are released, you get the report of your group");
    let form = browser
        .get(&town.link_to("carla@harbour.example", "/leader/"))
        .await;
    form.says("and so do the members of your team");
}
