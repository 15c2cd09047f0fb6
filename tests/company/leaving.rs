//! Signing out: here, and at the company.

use super::stage::{HR, Stage};
use super::support::Browser;
use super::support::chapters::went_to;
use actix_web::http::StatusCode;
use actix_web::test::{self};
use serde_json::json;

#[actix_web::test]
async fn whoever_signs_out_is_shown_the_way_out_of_the_company_too() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let mut hanna = Browser::new(&service);
    stage.known_as("7", HR);
    let page = stage.arrive(&mut hanna).await;
    let cookies = page.headers.get_all("set-cookie");
    let token = cookies
        .filter_map(|one| one.to_str().ok())
        .find(|one| one.starts_with("company="));
    let token = token.unwrap();
    assert!(
        token.contains("Path=/sign-out") && token.contains("HttpOnly"),
        "{token}"
    );
    went_to(&hanna.get("/sign-out").await, "/");
    hanna.get("/account").await;
    let out = hanna.post("/sign-out", &[]).await;
    went_to(&out, "/sign-out");
    assert!(out.headers.contains_key("clear-site-data"));
    went_to(&hanna.get("/hr").await, "/sign-in");
    let gone = hanna.get("/sign-out").await;
    assert_eq!(gone.status, StatusCode::OK);
    let way_out = gone.body.split("class=\"button\" href=\"").nth(1).unwrap();
    let way_out = way_out.split('"').next().unwrap().replace("&amp;", "&");
    let way_out = url::Url::parse(&way_out).unwrap();
    assert!(
        way_out
            .as_str()
            .starts_with(&format!("{}/end?of=session&", stage.provider.issuer))
    );
    let said = |name: &str| {
        let mut pairs = way_out.query_pairs();
        pairs
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    };
    let kept = token["company=".len()..].split(';').next();
    assert_eq!(said("id_token_hint").as_deref(), kept);
    assert_eq!(said("client_id").as_deref(), Some(super::provider::CLIENT));
    let home = stage.town.app.config.link("/sign-in");
    assert_eq!(said("post_logout_redirect_uri"), Some(home));
    // The token is gone with the page.
    let again = hanna.get("/sign-out").await;
    again.keeps_silent_about("id_token_hint");
}

#[actix_web::test]
async fn a_provider_without_a_way_out_and_other_sessions_end_here() {
    let stage = Stage::new();
    stage.provider.says().itself = json!({"end_session_endpoint": null});
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let mut hanna = Browser::new(&service);
    stage.known_as("7", HR);
    stage.arrive(&mut hanna).await;
    hanna.get("/account").await;
    went_to(&hanna.post("/sign-out", &[]).await, "/sign-out");
    let gone = hanna.get("/sign-out").await;
    gone.says("You are signed out of Gutcheck");
    gone.keeps_silent_about("Sign out of the company account");
    let fields = [("email", HR), ("password", "a long password")];
    went_to(&hanna.post("/sign-in/password", &fields).await, "/hr");
    hanna.get("/account").await;
    let out = hanna.post("/sign-out", &[]).await;
    assert_eq!(out.location, "/");
}
