//! Groups of the company's directory that give roles.

use super::stage::{HR, LEADER, ROLES, Stage, is_kept_out};
use super::support::Browser;
use super::support::chapters::went_to;
use super::support::departments::invite;
use actix_web::http::StatusCode;
use actix_web::test::{self};
use gutcheck::access;
use gutcheck::store::access::Role;
use gutcheck::store::act::Kind;
use serde_json::json;

fn roles(stage: &Stage, email: &str) -> Vec<Role> {
    let accounts = access::accounts(&stage.town.app).unwrap();
    let found = accounts.into_iter().find(|one| one.email == email);
    found.map(|one| one.roles).unwrap_or_default()
}

#[actix_web::test]
async fn roles_come_and_go_with_groups_at_each_sign_in_and_old_sessions_end() {
    let stage = Stage::with(&[("company_roles", ROLES)]);
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let new = "nina@harbour.example";
    stage.known_as("7", new);
    stage.in_groups(&["Canteen"]);
    let out = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&out, "nothing here is meant for you");
    assert!(access::holder(&stage.town.app, new).is_err());
    // Nobody knew her, and her group gives her an account.
    stage.in_groups(&["Canteen", "Survey team", "Council"]);
    let mut nina = Browser::new(&service);
    went_to(&stage.arrive(&mut nina).await, "/hr");
    assert_eq!(roles(&stage, new), [Role::Lead, Role::Auditor]);
    // The same groups change nothing, and both sessions go on.
    let mut second = Browser::new(&service);
    went_to(&stage.arrive(&mut second).await, "/hr");
    assert_eq!(nina.get("/hr/roster").await.status, StatusCode::OK);
    stage.in_groups(&["HR Dock"]);
    let mut third = Browser::new(&service);
    went_to(&stage.arrive(&mut third).await, "/parts");
    went_to(&nina.get("/hr").await, "/sign-in");
    third.get("/parts").await.says("Harbour / Dock");
    assert_eq!(third.get("/hr").await.status, StatusCode::NOT_FOUND);
    // No group any more: no role, no way in, and what she had is over.
    stage.in_groups(&[]);
    let out = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&out, "nothing here is meant for you");
    went_to(&third.get("/parts").await, "/sign-in");
    assert!(roles(&stage, new).is_empty());
    let id = access::holder(&stage.town.app, new).unwrap();
    let acts = stage.acts(&[Kind::CompanyRoles]).into_iter();
    let said: Vec<String> = acts.map(|(_, subject)| subject).collect();
    let of = |roles: &str| format!("{id} {roles}");
    assert_eq!(said, [of("lead auditor"), of("partner"), of("")]);
}

#[actix_web::test]
async fn roles_that_no_group_gives_stay_as_they_were_given_here() {
    let stage = Stage::with(&[("company_roles", "Council = auditor")]);
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let lea = "lea@harbour.example";
    invite(&stage.town, lea, &["lead", "auditor"], &[]);
    stage.known_as("7", lea);
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/hr");
    assert_eq!(roles(&stage, lea), [Role::Lead]);
    stage.in_groups(&["Council"]);
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/hr");
    assert_eq!(roles(&stage, lea), [Role::Lead, Role::Auditor]);
}

#[actix_web::test]
async fn the_last_administrator_stays_whatever_the_groups_say_and_others_do_not() {
    let stage = Stage::with(&[("company_roles", ROLES)]);
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", HR);
    stage.in_groups(&["Canteen"]);
    went_to(
        &stage.arrive(&mut Browser::new(&service)).await,
        "/accounts",
    );
    went_to(
        &stage.arrive(&mut Browser::new(&service)).await,
        "/accounts",
    );
    assert_eq!(roles(&stage, HR), [Role::Administrator]);
    assert_eq!(stage.acts(&[Kind::CompanyKept]).len(), 1);
    // Somebody else comes from IT: Hanna is told, and is the last no longer.
    stage.known_as("8", "ida@harbour.example");
    stage.in_groups(&["IT"]);
    went_to(
        &stage.arrive(&mut Browser::new(&service)).await,
        "/accounts",
    );
    stage.town.run_due();
    let told = stage.town.mails_to(HR).pop().unwrap().message;
    assert!(told.subject.contains("administrator"), "{}", told.subject);
    stage.known_as("7", HR);
    stage.in_groups(&["Canteen"]);
    let out = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&out, "nothing here is meant for you");
    assert!(roles(&stage, HR).is_empty());
}

#[actix_web::test]
async fn groups_that_are_left_out_or_unknown_here_give_and_take_nothing() {
    let unknown_part = format!("{ROLES}; HR Moon = partner:Harbour/Moon");
    let stage = Stage::with(&[("company_roles", &unknown_part)]);
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.person(json!({
        "sub": "7", "email": HR, "email_verified": true, "_claim_names": {"groups": "src1"},
    }));
    let out = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&out, "so many groups");
    assert_eq!(roles(&stage, HR), [Role::Administrator, Role::Lead]);
    assert_eq!(stage.refusals(), ["groups-left-out"]);
    stage.known_as("8", "moon@harbour.example");
    stage.in_groups(&["HR Moon"]);
    let out = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&out, "nothing here is meant for you");
}

#[actix_web::test]
async fn a_leader_whose_group_gives_a_role_gets_an_account_and_stays_a_leader_without_it() {
    let stage = Stage::with(&[("company_roles", ROLES)]);
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.known_as("7", LEADER);
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/teams");
    assert!(access::holder(&stage.town.app, LEADER).is_err());
    stage.in_groups(&["Council"]);
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/audit");
    stage.in_groups(&[]);
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/teams");
    // An account has an address, and so it has to be confirmed.
    let desk = "lead.desk@harbour.example";
    stage.known_as("8", desk);
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/teams");
    stage.person(json!({"sub": "8", "groups": ["Council"]}));
    let out = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&out, "does not confirm that your address");
}
