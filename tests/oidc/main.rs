//! Signing in by a provider that others wrote: `oidc-provider` in a Node.js process. `.ci/run` fetches it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod person;
mod provider;

use actix_web::http::StatusCode;
use actix_web::test::{self};
use gutcheck::access;
use gutcheck::store::access::Role;
use person::Person;
use provider::Provider;
use support::chapters::went_to;
use support::departments::departments;
use support::{Browser, Page, Pages, Town};

const ROLES: &str = "Survey team = lead; IT = administrator; Council = auditor";

/// A town whose people sign in by a provider that signs in this way.
fn town(provider: &Provider, algorithm: &str, secret: &str) -> Town {
    let town = Town::having(&[
        ("company_issuer", &provider.issuer),
        ("company_client", &format!("gutcheck {algorithm}")),
        ("company_secret", secret),
        ("company_scopes", "openid profile email groups"),
        ("company_roles", ROLES),
    ]);
    town.settle(&departments());
    // The provider knows no time but the machine's.
    town.app.clock.run();
    town
}

/// Presses the button, signs in over there as somebody, and comes back.
async fn arrive<S: Pages>(browser: &mut Browser<'_, S>, town: &Town, person: &mut Person) -> Page {
    let sent = browser.get("/sign-in/company").await;
    let back = person.sign_in(&went_to(&sent, "http"), &town.app.config.link("/"));
    browser.get(&back).await
}

#[actix_web::test]
async fn people_come_in_by_a_real_provider_however_it_signs_with_the_roles_of_their_groups() {
    let provider = Provider::start();
    for algorithm in ["RS256", "PS256", "ES256", "EdDSA"] {
        let town = town(&provider, algorithm, provider::SECRET);
        let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
        for (login, home, roles) in [
            ("hanna", "/hr", &[Role::Administrator, Role::Lead][..]),
            ("pilot", "/teams", &[]),
            ("nina", "/audit", &[Role::Auditor]),
        ] {
            let mut browser = Browser::new(&service);
            let mut person = Person::new(login);
            went_to(&arrive(&mut browser, &town, &mut person).await, home);
            let accounts = access::accounts(&town.app).unwrap().into_iter();
            let mut mine = accounts.filter(|one| one.email == person.email());
            assert_eq!(mine.next().map(|one| one.roles).unwrap_or_default(), roles);
            // Over there they are still signed in, and are not asked again in a browser that is not.
            let mut browser = Browser::new(&service);
            went_to(&arrive(&mut browser, &town, &mut person).await, home);
            assert_eq!(person.asked, 2, "to sign in, and to agree");
        }
    }
}

#[actix_web::test]
async fn whom_a_real_provider_does_not_vouch_for_is_kept_out() {
    let provider = Provider::start();
    let town = town(&provider, "RS256", provider::SECRET);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    for (login, says) in [
        ("liar", "does not confirm that your address"),
        ("stranger", "nothing here is meant for you"),
        ("nobody who gives up", "did not let you through"),
    ] {
        let mut browser = Browser::new(&service);
        let page = arrive(&mut browser, &town, &mut Person::new(login)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{login}");
        page.says(says);
    }
    // Over there they are still somebody who is not known here, until they sign in anew.
    let (mut browser, mut person) = (Browser::new(&service), Person::new("stranger"));
    arrive(&mut browser, &town, &mut person).await;
    let person = &mut person.become_somebody("hanna");
    let home = town.app.config.link("/");
    let sent = browser.get("/sign-in/company?anew=yes").await;
    let back = person.sign_in(&went_to(&sent, "http"), &home);
    went_to(&browser.get(&back).await, "/hr");
    // A code that was used, brought back with a question that was not.
    let mut browser = Browser::new(&service);
    let mut hanna = Person::new("hanna");
    let mut parts = Vec::new();
    for _ in 0..2 {
        let sent = browser.get("/sign-in/company").await;
        parts.push(hanna.sign_in(&sent.location, &home));
    }
    went_to(&browser.get(&parts[0]).await, "/hr");
    let of = |part: &str, back: &str| {
        back.split(part)
            .nth(1)
            .unwrap()
            .split('&')
            .next()
            .unwrap()
            .to_owned()
    };
    let (old, new) = (of("code=", &parts[0]), of("code=", &parts[1]));
    let page = browser.get(&parts[1].replace(&new, &old)).await;
    page.says("took back what it had said");
}

#[actix_web::test]
async fn a_server_that_does_not_know_the_clients_secret_gets_nothing_from_a_real_provider() {
    let provider = Provider::start();
    let town = town(&provider, "RS256", "a guess");
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut browser = Browser::new(&service);
    let page = arrive(&mut browser, &town, &mut Person::new("hanna")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.says("took back what it had said");
}

#[actix_web::test]
async fn whoever_signs_out_of_a_real_provider_is_asked_to_sign_in_there_again() {
    let provider = Provider::start();
    let town = town(&provider, "RS256", provider::SECRET);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut browser = Browser::new(&service);
    let mut hanna = Person::new("hanna");
    went_to(&arrive(&mut browser, &town, &mut hanna).await, "/hr");
    browser.get("/account").await;
    went_to(&browser.post("/sign-out", &[]).await, "/sign-out");
    let gone = browser.get("/sign-out").await;
    let way_out = gone.body.split("class=\"button\" href=\"").nth(1).unwrap();
    let way_out = way_out.split('"').next().unwrap().replace("&amp;", "&");
    let home = town.app.config.link("/");
    let back = hanna.sign_out(&way_out, &home);
    assert_eq!(back, "/sign-in");
    let before = hanna.asked;
    went_to(&arrive(&mut browser, &town, &mut hanna).await, "/hr");
    assert!(hanna.asked > before);
}
