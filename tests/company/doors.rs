//! Where everybody signs in by the company, the other doors are shut, but for the operator's.

use super::stage::{HR, LEADER, Stage};
use super::support::Browser;
use super::support::chapters::went_to;
use super::support::departments::invite;
use actix_web::http::StatusCode;
use actix_web::test::{self};
use gutcheck::access::{self, Knock};
use gutcheck::config::{Config, Flags};

const ONLY: [(&str, &str); 1] = [("require_company_sign_in", "true")];

#[actix_web::test]
async fn nobody_comes_in_by_password_or_mail_and_everybody_by_the_company() {
    let stage = Stage::with(&ONLY);
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let mut visitor = Browser::new(&service);
    let page = visitor.get("/sign-in").await;
    page.says("Sign in with your company account");
    page.keeps_silent_about("type=\"password\"");
    page.keeps_silent_about("Send me a link");
    let token = "0".repeat(52);
    for (path, fields) in [
        ("/sign-in", &[("email", LEADER)][..]),
        ("/sign-in/code", &[("code", "0000-0000")]),
        (
            "/sign-in/password",
            &[("email", HR), ("password", "a long password")],
        ),
        ("/sign-in/factor", &[("code", "000000")]),
        ("/sign-in/forgotten", &[("email", HR)]),
        (
            &*format!("/password/{token}"),
            &[("password", "tin kettle over seven hills")],
        ),
    ] {
        let page = visitor.post(path, fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        page.says("Here everybody signs in with their company account");
    }
    stage.town.run_due();
    assert!(stage.town.mails_to(LEADER).is_empty() && stage.town.mails_to(HR).is_empty());
    for (email, subject, home) in [(HR, "7", "/hr"), (LEADER, "8", "/teams")] {
        stage.known_as(subject, email);
        let mut browser = Browser::new(&service);
        went_to(&stage.arrive(&mut browser).await, home);
    }
}

#[actix_web::test]
async fn the_link_of_the_terminal_stays_as_the_door_for_emergencies() {
    let stage = Stage::with(&ONLY);
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    stage.provider.says().broken = Some((500, String::new()));
    let mut hanna = Browser::new(&service);
    hanna.sign_in(&stage.town.app, HR).await;
    assert_eq!(hanna.get("/hr").await.status, StatusCode::OK);
    let own = hanna.get("/account").await;
    own.keeps_silent_about("type=\"password\"");
    own.says("by a link of the operator");
}

#[actix_web::test]
async fn links_and_sessions_from_before_are_over_once_the_company_is_required() {
    let stage = Stage::new();
    let (password, mail) = {
        let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
        let mut hanna = Browser::new(&service);
        let fields = [("email", HR), ("password", "a long password")];
        went_to(&hanna.post("/sign-in/password", &fields).await, "/hr");
        access::ask(&stage.town.app, &Knock::inside(), LEADER, "browser").unwrap();
        stage.town.run_due();
        let link = stage.town.link_to(LEADER, "/sign-in/link/");
        let session = hanna.cookie_header();
        let session = session.split("session=").nth(1).unwrap();
        (session.split(';').next().unwrap().to_owned(), link)
    };
    let app = &stage.town.app;
    assert!(access::viewer(app, &password).unwrap().is_some());
    let token = mail.rsplit('/').next().unwrap();
    let look = |app| access::look(app, token, Some("browser")).unwrap();
    assert_eq!(look(app), access::Look::Good);
    let strict = super::support::Town::in_folder(
        stage.town.folder.clone(),
        [
            ("company_issuer", stage.provider.issuer.clone()),
            ("company_client", "a".to_owned()),
            ("company_secret", "b".to_owned()),
            ("require_company_sign_in", "true".to_owned()),
        ],
    );
    assert!(access::viewer(&strict.app, &password).unwrap().is_none());
    assert_eq!(look(&strict.app), access::Look::Spent);
    let followed = access::follow(&strict.app, &Knock::inside(), token, Some("browser"));
    assert!(followed.unwrap().is_none());
}

#[actix_web::test]
async fn whoever_is_invited_is_told_to_sign_in_by_the_company() {
    let stage = Stage::with(&ONLY);
    let service = test::init_service(gutcheck::web::pages(stage.town.app.clone())).await;
    let mut hanna = Browser::new(&service);
    stage.known_as("7", HR);
    stage.arrive(&mut hanna).await;
    hanna
        .get("/accounts")
        .await
        .says("and use their company account there");
    let aud = "aud@harbour.example";
    let id = invite(&stage.town, aud, &["auditor"], &[]);
    hanna.get("/accounts").await.says("Invited");
    hanna.get(&format!("/accounts/{id}")).await;
    went_to(
        &hanna.post(&format!("/accounts/{id}/invite"), &[]).await,
        "/accounts/",
    );
    stage.town.run_due();
    stage.town.mails_are_whole();
    let mails = stage.town.mails_to(aud);
    assert_eq!(mails.len(), 2, "the invitation, and once more");
    let text = &mails[0].message.text;
    assert!(text.contains("sign in with your company account"), "{text}");
    assert!(text.contains("/sign-in\n") && !text.contains("/password/"));
    stage.known_as("8", aud);
    went_to(&stage.arrive(&mut Browser::new(&service)).await, "/audit");
    // A password is no way in any more, so only whoever came by the company counts as somebody who can administrate.
    let refused = access::end_account(
        &stage.town.app,
        "operator",
        &access::holder(&stage.town.app, HR).unwrap(),
    );
    assert!(refused.is_err());
}

#[test]
fn settings_that_contradict_each_other_are_refused_by_name() {
    let issuer = ("company_issuer", "https://login.harbour.example");
    let client = ("company_client", "gutcheck");
    let secret = ("company_secret", "secret");
    let check = |settings: &[(&'static str, &str)]| {
        let flags: Flags = settings
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        let config = Config::load(None, |_| None, &flags).and_then(|config| config.check());
        config.map_err(|problem| problem.to_string())
    };
    assert_eq!(check(&[issuer, client, secret]), Ok(()));
    assert_eq!(
        check(&[("company_issuer", "http://127.0.0.1:8081"), client, secret]),
        Ok(())
    );
    for (settings, says) in [
        (&[issuer, client][..], "company_secret is not"),
        (&[issuer, secret], "company_client is not"),
        (&[client], "company_client is set and company_issuer is not"),
        (&[secret], "company_secret is set and company_issuer is not"),
        (
            &[("company_roles", "IT = administrator")],
            "company_roles is set",
        ),
        (&ONLY, "require_company_sign_in is set"),
        (
            &[("company_issuer", "login"), client, secret],
            "not the address of a sign-in",
        ),
        (
            &[("company_issuer", "http://login.example"), client, secret],
            "it has to be https",
        ),
        (
            &[
                (
                    "company_issuer",
                    "https://login.example/.well-known/openid-configuration",
                ),
                client,
                secret,
            ],
            "leave out /.well-known/",
        ),
        (
            &[issuer, client, secret, ("company_scopes", "email")],
            "without openid",
        ),
        (
            &[issuer, client, secret, ("company_roles", "IT = boss")],
            "“boss” is no role",
        ),
    ] {
        let refused = check(settings).unwrap_err();
        assert!(refused.contains(says), "{refused}");
        assert!(!refused.contains("secret ="), "{refused}");
    }
}
