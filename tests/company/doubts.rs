//! What a provider can say that is not believed, one by one.

use super::keys::Signing;
use super::stage::{HR, Stage, is_kept_out};
use super::support::Browser;
use super::support::chapters::went_to;
use actix_web::test::{self};
use serde_json::{Value, json};

/// What a provider says in a token, and the word for what is wrong with it; none if nothing is.
fn lies(now: i64, issuer: &str) -> Vec<(Value, Option<&'static str>)> {
    let client = super::provider::CLIENT;
    vec![
        (json!({"aud": "another service"}), Some("audience")),
        (json!({"aud": ["another service"]}), Some("audience")),
        (json!({"aud": null}), Some("incomplete")),
        (json!({"aud": [client, "another"]}), Some("audience")),
        (
            json!({"aud": [client, "another"], "azp": "another"}),
            Some("audience"),
        ),
        (json!({"azp": "another"}), Some("audience")),
        (json!({"azp": 7}), Some("audience")),
        (json!({"aud": [client, "another"], "azp": client}), None),
        (json!({"iss": "https://elsewhere.example"}), Some("issuer")),
        (json!({"iss": format!("{issuer}/")}), Some("issuer")),
        (
            json!({"iss": [issuer, "https://elsewhere.example"]}),
            Some("issuer"),
        ),
        (json!({"iss": null}), Some("incomplete")),
        (json!({"exp": now - 121}), Some("expired")),
        (json!({"exp": now - 119}), None),
        (json!({"exp": null}), Some("incomplete")),
        (json!({"exp": "tomorrow"}), Some("incomplete")),
        (json!({"iat": now + 121}), Some("early")),
        (json!({"iat": now + 119}), None),
        (json!({"iat": null}), Some("incomplete")),
        (json!({"nbf": now + 121}), Some("early")),
        (json!({"nbf": now + 119}), None),
        (json!({"nonce": "of another question"}), Some("nonce")),
        (json!({"nonce": null}), Some("nonce")),
        (json!({"sub": ""}), Some("incomplete")),
        (json!({"sub": null}), Some("incomplete")),
        (json!({"sub": 7}), Some("incomplete")),
        (json!({"sub": "7".repeat(256)}), Some("incomplete")),
    ]
}

#[actix_web::test]
async fn a_token_that_is_not_for_us_now_lets_nobody_in_and_each_time_the_log_says_why() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", HR);
    let now = stage.provider.says().now;
    for (lie, wrong) in lies(now, &stage.provider.issuer.clone()) {
        stage.provider.says().lies = lie.clone();
        let mut hanna = Browser::new(&service);
        let page = stage.arrive(&mut hanna).await;
        match wrong {
            None => drop(went_to(&page, "/hr")),
            Some(word) => {
                is_kept_out(&page, &format!("with this word: {word}."));
                assert_eq!(
                    stage.refusals().last().map(String::as_str),
                    Some(word),
                    "{lie}"
                );
            }
        }
    }
    let mut hanna = Browser::new(&service);
    stage.provider.says().lies = json!({});
    stage.arrive(&mut hanna).await;
    let log = hanna.get("/hr/log").await;
    log.says("was not let in: the answer was too old");
    log.keeps_silent_about("[hr-log");
}

#[actix_web::test]
async fn a_token_that_the_provider_has_not_signed_lets_nobody_in() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", HR);
    for signing in [Signing::OtherKey, Signing::None, Signing::PublicKeyAsSecret] {
        stage.provider.says().signing = signing;
        let page = stage.arrive(&mut Browser::new(&service)).await;
        is_kept_out(&page, "with this word: signature.");
    }
    assert_eq!(stage.refusals(), ["signature"; 3]);
    stage.provider.says().signing = Signing::Right;
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/hr");
}

#[actix_web::test]
async fn a_new_key_is_asked_for_once_a_minute_and_an_old_one_is_forgotten() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", HR);
    let asked = || stage.provider.says().asked["/keys"];
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/hr");
    assert_eq!(asked(), 1);
    // Somebody else's key: the keys were asked for a moment ago, and are not asked for again.
    stage.provider.says().key = 1;
    let page = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&page, "with this word: unknown-key.");
    assert_eq!(asked(), 1);
    // A minute later it is the provider's own.
    let later = stage.town.app.now() + chrono::Duration::minutes(1);
    stage.town.app.clock.set(later);
    stage.follow_clock();
    stage.provider.says().listed = vec![2, 1];
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/hr");
    assert_eq!(asked(), 2);
    // The old one counts no longer, and what the new one signs is believed without asking.
    stage.provider.says().key = 0;
    let page = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&page, "with this word: unknown-key.");
    stage.provider.says().key = 2;
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/hr");
    assert_eq!(asked(), 2);
    // What was found out an hour ago is asked for again.
    stage.town.wait(0, 1);
    stage.follow_clock();
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/hr");
    assert_eq!(asked(), 3);
    let itself = stage.provider.says().asked["/.well-known/openid-configuration"];
    assert_eq!(itself, 2);
}

#[actix_web::test]
async fn a_provider_that_is_broken_gives_a_page_with_the_other_ways_in() {
    let huge = format!("{{\"issuer\": \"{}\"}}", "x".repeat(1_100_000));
    for broken in [
        (500, "{}".to_owned()),
        (302, "{}".to_owned()),
        (200, "no JSON".to_owned()),
        (200, "{}".to_owned()),
        (200, huge),
    ] {
        let stage = Stage::new();
        let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
        stage.known_as("7", HR);
        let mut hanna = Browser::new(&service);
        // It knows the way there, and breaks meanwhile.
        let back = stage.go(&mut hanna).await;
        stage.provider.says().broken = Some(broken.clone());
        let page = stage.back(&mut hanna, &back).await;
        is_kept_out(&page, "does not answer");
        page.says("Send me a link");
        // Nothing is known of it any more.
        let cold = Stage::new();
        cold.provider.says().broken = Some(broken);
        let service = test::init_service(gutcheck::web::pages(cold.town.app.clone())).await;
        let page = Browser::new(&service).get("/sign-in/company").await;
        is_kept_out(&page, "does not answer");
        assert!(stage.refusals().is_empty());
    }
}

#[actix_web::test]
async fn a_provider_that_nobody_can_reach_or_that_calls_itself_otherwise_is_not_used() {
    let nobody = super::http::serve(|_| (200, String::new()));
    let town = super::support::Town::having(&[
        // A port at which nobody listens.
        ("company_issuer", "http://127.0.0.1:1"),
        ("company_client", "a"),
        ("company_secret", "b"),
    ]);
    town.settle(&super::support::departments::departments());
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let page = Browser::new(&service).get("/sign-in/company").await;
    is_kept_out(&page, "does not answer");
    for itself in [
        json!({"issuer": nobody}),
        json!({"token_endpoint": "ftp://elsewhere.example/token"}),
        json!({"jwks_uri": null}),
    ] {
        let stage = Stage::new();
        stage.provider.says().itself = itself;
        let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
        let page = Browser::new(&service).get("/sign-in/company").await;
        is_kept_out(&page, "does not answer");
    }
}

#[actix_web::test]
async fn what_a_token_leaves_out_is_asked_for_and_is_about_the_same_person() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", HR);
    stage.provider.says().told_apart = vec!["email", "email_verified"];
    stage.provider.says().about = Some(json!({"sub": "8", "email": HR, "email_verified": true}));
    let page = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&page, "with this word: other-person.");
    stage.provider.says().about = None;
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/hr");
    assert_eq!(stage.provider.says().asked["/userinfo"], 2);
}

#[actix_web::test]
async fn the_clients_secret_is_given_in_the_form_where_it_is_wanted_there() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", HR);
    stage.provider.says().itself =
        json!({"token_endpoint_auth_methods_supported": ["client_secret_post"]});
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/hr");
}
