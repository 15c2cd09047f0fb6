//! The way to the provider and back: who began it, where, and when.

use super::stage::{HR, LEADER, Stage, is_kept_out};
use super::support::Browser;
use super::support::chapters::went_to;
use actix_web::http::StatusCode;
use actix_web::test::{self};
use gutcheck::access::{self, Knock};
use serde_json::json;

#[actix_web::test]
async fn whoever_comes_from_the_company_is_in_and_is_asked_for_nothing_more() {
    let stage = Stage::with(&[
        ("require_second_factor", "true"),
        ("company_button", "Harbour account"),
    ]);
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let mut hanna = Browser::new(&service);
    let page = hanna.get("/sign-in").await;
    page.says("Harbour account");
    page.says("Send me a link");
    stage.known_as("7", HR);
    went_to(&stage.arrive(&mut hanna).await, "/hr");
    assert_eq!(hanna.get("/hr/roster").await.status, StatusCode::OK);
    hanna.get("/account").await.says("by the company");
    let mut lead = Browser::new(&service);
    stage.known_as("8", LEADER);
    went_to(&stage.arrive(&mut lead).await, "/teams");
    assert_eq!(lead.get("/hr").await.status, StatusCode::NOT_FOUND);
    lead.get("/account").await.says("by the company");
    assert_eq!(
        lead.get("/account/factor").await.status,
        StatusCode::NOT_FOUND
    );
}

#[actix_web::test]
async fn who_proved_it_to_the_company_long_ago_proves_it_there_again_before_accounts() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", HR);
    let now = stage.provider.says().now;
    let proven = |ago: i64| stage.provider.says().lies = json!({"auth_time": now - ago});
    let mut hanna = Browser::new(&service);
    let sent = hanna.get("/sign-in/company").await.location;
    assert!(
        sent.contains("max_age=") && !sent.contains("prompt="),
        "{sent}"
    );
    proven(3600);
    went_to(&stage.arrive(&mut hanna).await, "/hr");
    let again = "/sign-in/again?to=/accounts";
    assert_eq!(hanna.get("/accounts").await.location, again);
    hanna.get(again).await.says("Sign in once more");
    let sent = hanna.get("/sign-in/company").await.location;
    assert!(sent.contains("prompt=login"), "{sent}");
    proven(3600);
    stage.arrive(&mut hanna).await;
    assert_eq!(hanna.get("/accounts").await.location, again);
    proven(5);
    went_to(&stage.arrive(&mut hanna).await, "/hr");
    assert_eq!(hanna.get("/accounts").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn an_answer_works_once_in_the_browser_that_asked_and_for_ten_minutes() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", HR);
    let (mut own, mut other) = (Browser::new(&service), Browser::new(&service));
    let back = stage.go(&mut own).await;
    let late = "begun in another browser";
    is_kept_out(&stage.back(&mut other, &back).await, late);
    // Somebody else's own question does not help either.
    stage.go(&mut other).await;
    is_kept_out(&stage.back(&mut other, &back).await, late);
    let mut altered = back.clone();
    altered.insert("state".into(), "0".repeat(52));
    is_kept_out(&stage.back(&mut own, &altered).await, late);
    altered.remove("state");
    is_kept_out(&stage.back(&mut own, &altered).await, late);
    went_to(&stage.back(&mut own, &back).await, "/hr");
    is_kept_out(&stage.back(&mut own, &back).await, late);
    let back = stage.go(&mut own).await;
    stage.town.wait(0, 1);
    is_kept_out(&stage.back(&mut own, &back).await, late);
    assert_eq!(stage.provider.says().asked["/token"], 1);
}

#[actix_web::test]
async fn whoever_was_somebody_else_over_there_can_sign_in_anew() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let mut hanna = Browser::new(&service);
    stage.known_as("8", "stranger@elsewhere.example");
    let page = stage.arrive(&mut hanna).await;
    page.says("href=\"/sign-in/company?anew=yes\"");
    let usual = hanna.get("/sign-in/company").await;
    assert!(!usual.location.contains("prompt="));
    let anew = hanna.get("/sign-in/company?anew=yes").await;
    assert!(anew.location.contains("prompt=login"));
    stage.known_as("7", HR);
    let back = stage.provider.sign_in(&anew.location);
    went_to(&stage.back(&mut hanna, &back).await, "/hr");
}

#[actix_web::test]
async fn whoever_signed_in_a_while_ago_proves_it_by_the_company_which_asks_once_more() {
    let stage = Stage::with(&[("require_company_sign_in", "true")]);
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let mut hanna = Browser::new(&service);
    stage.known_as("7", HR);
    went_to(&stage.arrive(&mut hanna).await, "/hr");
    assert_eq!(hanna.get("/accounts").await.status, StatusCode::OK);
    stage.town.wait(0, 1);
    stage.follow_clock();
    let again = went_to(&hanna.get("/accounts").await, "/sign-in/again");
    let page = hanna.get(&again).await;
    page.says("href=\"/sign-in/company?anew=yes\"");
    page.keeps_silent_about("type=\"password\"");
    let sent = hanna.get("/sign-in/company").await;
    assert!(sent.location.contains("prompt=login"), "the company asks");
    stage.arrive(&mut hanna).await;
    assert_eq!(hanna.get("/accounts").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_code_is_worth_nothing_with_another_question() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", HR);
    let (mut own, mut thief) = (Browser::new(&service), Browser::new(&service));
    let stolen = stage.go(&mut own).await;
    // The thief has a question of their own, and so another verifier and another nonce.
    let mut back = stage.go(&mut thief).await;
    back.insert("code".into(), stolen["code"].clone());
    is_kept_out(
        &stage.back(&mut thief, &back).await,
        "took back what it had said",
    );
    // A code that was spent is spent.
    is_kept_out(
        &stage.back(&mut own, &stolen).await,
        "took back what it had said",
    );
    assert!(stage.refusals().is_empty(), "anybody can bring that about");
}

#[actix_web::test]
async fn an_answer_of_another_provider_or_without_a_code_lets_nobody_in() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", HR);
    let mut hanna = Browser::new(&service);
    for (name, value, says) in [
        ("iss", Some("https://elsewhere.example"), "other-provider"),
        ("iss", None, "other-provider"),
        ("code", None, "did not let you through"),
    ] {
        let mut back = stage.go(&mut hanna).await;
        back.remove(name);
        back.extend(value.map(|value| (name.to_owned(), value.to_owned())));
        is_kept_out(&stage.back(&mut hanna, &back).await, says);
    }
    assert!(!stage.provider.says().asked.contains_key("/token"));
}

#[actix_web::test]
async fn without_a_company_there_is_no_way_there() {
    let town = super::support::Town::new(None);
    town.settle(&super::support::departments::departments());
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut visitor = Browser::new(&service);
    let page = visitor.get("/sign-in").await;
    page.keeps_silent_about("/sign-in/company");
    for path in ["/sign-in/company", "/sign-in/company/back?state=a&code=b"] {
        assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND);
    }
    let knock = Knock::inside();
    assert!(access::to_company(&town.app, &knock, "browser", false).is_err());
}
