//! Who somebody is here who comes from the company.

use super::stage::{HR, LEADER, Stage, is_kept_out};
use super::support::Browser;
use super::support::chapters::went_to;
use super::support::departments::{departments, invite};
use actix_web::http::StatusCode;
use actix_web::test::{self};
use gutcheck::access;
use gutcheck::roster;
use gutcheck::store::act::Kind;
use serde_json::json;

const TAKEN: &str = "is somebody else at the company";
const UNKNOWN: &str = "nothing here is meant for you";

#[actix_web::test]
async fn an_address_counts_once_and_only_if_it_is_confirmed_and_the_subject_from_then_on() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let mut hanna = Browser::new(&service);
    for unconfirmed in [json!(false), json!(null), json!("no")] {
        stage.person(json!({"sub": "7", "email": HR, "email_verified": unconfirmed}));
        let page = stage.arrive(&mut hanna).await;
        is_kept_out(&page, "does not confirm that your address");
    }
    stage.person(json!({"sub": "7", "email_verified": true}));
    let page = stage.arrive(&mut hanna).await;
    is_kept_out(&page, "does not confirm that your address");
    stage.known_as("7", "HR@Harbour.example");
    went_to(&stage.arrive(&mut hanna).await, "/hr");
    // From now on it is the subject, whatever the address.
    stage.person(json!({"sub": "7", "email": "married@harbour.example", "email_verified": false}));
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/hr");
    // The address was given to somebody else: they are not Hanna.
    stage.known_as("8", HR);
    let page = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&page, TAKEN);
    assert_eq!(stage.refusals().last().unwrap(), "taken");
    let id = access::holder(&stage.town.app, HR).unwrap().to_string();
    let acts = stage.acts(&[Kind::CompanyTied, Kind::CompanySignedIn]);
    let signed_in = (Kind::CompanySignedIn, id.clone());
    assert_eq!(
        acts,
        [(Kind::CompanyTied, id), signed_in.clone(), signed_in]
    );
}

#[actix_web::test]
async fn whoever_only_answers_or_is_not_known_at_all_is_kept_out_and_nothing_is_kept_of_them() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    for (subject, email) in [
        ("9", "pilots0@harbour.example"),
        ("10", "stranger@elsewhere.example"),
    ] {
        stage.known_as(subject, email);
        let page = stage.arrive(&mut Browser::new(&service)).await;
        is_kept_out(&page, UNKNOWN);
        page.says("ask HR which address");
    }
    assert_eq!(stage.refusals(), ["unknown", "unknown"]);
    assert!(stage.acts(&[Kind::CompanyTied]).is_empty());
    // Who becomes a leader later is known by the address of that day.
    let promoted = departments().replace("pilots 0,member", "pilots 0,leader");
    let import = roster::stage(&stage.town.app, promoted.as_bytes()).unwrap();
    roster::apply(&stage.town.app, &import, "Hanna").unwrap();
    stage.known_as("9", "pilots0@harbour.example");
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/teams");
}

#[actix_web::test]
async fn a_roster_lets_nobody_into_the_account_of_somebody_else() {
    let stage = Stage::new();
    let app = &stage.town.app;
    let service = test::init_service(gutcheck::web::pages(app.clone())).await;
    invite(&stage.town, LEADER, &["administrator"], &[]);
    // Whoever writes the roster gives the administrator, who leads a team, an address of their own.
    let forged = departments().replace(LEADER, "forger@harbour.example");
    let person = access::holder(app, LEADER).unwrap();
    app.store
        .write(|c| {
            let known = gutcheck::store::people::person(c, &person)?;
            let email = Some("forger@harbour.example".to_owned());
            let forged = gutcheck::store::people::Person { email, ..known };
            gutcheck::store::people::change_person(c, &forged)
        })
        .unwrap();
    assert!(forged.contains("forger@harbour.example"));
    stage.known_as("666", "forger@harbour.example");
    let page = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&page, TAKEN);
    // A leader who came before is known anew once they have an account, by the address of that.
    let desk = "lead.desk@harbour.example";
    stage.known_as("5", desk);
    let mut lead = Browser::new(&service);
    went_to(&stage.arrive(&mut lead).await, "/teams");
    invite(&stage.town, desk, &["auditor"], &[]);
    stage.person(json!({"sub": "5", "email": "elsewhere@harbour.example", "email_verified": true}));
    let page = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&page, UNKNOWN);
    stage.known_as("5", desk);
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/audit");
}

#[actix_web::test]
async fn an_administrator_has_the_company_forgotten_for_somebody_who_is_then_known_anew() {
    let stage = Stage::new();
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let mut hanna = Browser::new(&service);
    stage.known_as("7", HR);
    stage.arrive(&mut hanna).await;
    let id = invite(&stage.town, "aud@harbour.example", &["auditor"], &[]);
    let page = format!("/accounts/{id}");
    hanna.get(&page).await.keeps_silent_about("/untie");
    let mut aud = Browser::new(&service);
    stage.known_as("8", "aud@harbour.example");
    went_to(&stage.arrive(&mut aud).await, "/audit");
    let all = hanna.get("/accounts").await;
    all.says("By the company or a password, no second factor");
    all.says("<td>By the company</td>");
    hanna.get(&page).await.says("/untie");
    stage.known_as("9", "aud@harbour.example");
    let out = stage.arrive(&mut Browser::new(&service)).await;
    is_kept_out(&out, TAKEN);
    went_to(&hanna.post(&format!("{page}/untie"), &[]).await, &page);
    went_to(&aud.get("/audit").await, "/sign-in");
    let again = hanna.post(&format!("{page}/untie"), &[]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/audit");
    assert_eq!(stage.acts(&[Kind::CompanyUntied]).len(), 1);
}
