//! Accounts: how people get one, what becomes of it, and what is written down about it.

mod support;

use actix_web::http::StatusCode;
use actix_web::test::{self};
use gutcheck::access;
use gutcheck::ids::PersonId;
use gutcheck::store::access::Role;
use gutcheck::store::act::{self, Kind};
use gutcheck::store::people;
use gutcheck::wave;
use std::sync::Barrier;
use std::thread;
use support::chapters::went_to;
use support::departments::{account, browser, departments, invite, nodes, town};
use support::{Browser, Town};

const HR: &str = "hr@harbour.example";

#[actix_web::test]
async fn somebody_is_invited_by_mail_chooses_a_password_works_and_is_removed() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&departments());
    let mut hr = browser(&town, &service, HR).await;
    let form = hr.get("/accounts").await;
    form.says("Send the invitation");
    let fields = [
        ("email", "new@harbour.example"),
        ("name", "Nina New"),
        ("locale", "en"),
        ("role", "auditor"),
    ];
    for (wrong, says) in [
        (
            [("email", "nonsense"), fields[1], fields[2], fields[3]],
            "e-mail address",
        ),
        (
            [fields[0], ("name", ""), fields[2], fields[3]],
            "add their name",
        ),
        (
            [fields[0], fields[1], fields[2], ("role", "none")],
            "at least one role",
        ),
        (
            [fields[0], fields[1], fields[2], ("role", "partner")],
            "at least one part",
        ),
    ] {
        let refused = hr.post("/accounts", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says(says);
    }
    went_to(&hr.post("/accounts", &fields).await, "/accounts");
    hr.post("/accounts", &fields)
        .await
        .says("account with this address already");
    town.run_due();
    let link = town.link_to("new@harbour.example", "/password/");
    let mut nina = Browser::new(&service);
    nina.get(&link).await.says("new@harbour.example");
    let weak = nina.post(&link, &[("password", "aaaaaaaaaaaa")]).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    let strong = [("password", "tin kettle over seven hills")];
    went_to(&nina.post(&link, &strong).await, "/audit");
    assert_eq!(nina.get("/hr/log").await.status, StatusCode::OK);
    assert_eq!(nina.get("/hr/roster").await.status, StatusCode::NOT_FOUND);
    nina.get("/roles").await.says("Nina New");
    let again = Browser::new(&service).get(&link).await;
    assert_eq!(again.status, StatusCode::GONE, "a link works once");

    // Other roles: the session is over, and the next one has them.
    let id = access::holder(&town.app, "new@harbour.example").unwrap();
    hr.get(&format!("/accounts/{id}")).await;
    let roles = [("role", "lead"), ("role", "administrator")];
    went_to(
        &hr.post(&format!("/accounts/{id}/roles"), &roles).await,
        "/accounts",
    );
    went_to(&nina.get("/audit").await, "/sign-in");
    town.run_due();
    let told = town.mails_to(HR).pop().unwrap().message;
    assert!(told.text.contains("Nina New") && told.subject.contains("administrator"));
    let mut nina = browser(&town, &service, "new@harbour.example").await;
    assert_eq!(nina.get("/hr/roster").await.status, StatusCode::OK);
    went_to(
        &hr.post(&format!("/accounts/{id}/remove"), &[]).await,
        "/accounts",
    );
    went_to(&nina.get("/hr").await, "/sign-in");
    assert!(access::holder(&town.app, "new@harbour.example").is_err());
}

#[actix_web::test]
async fn the_last_who_can_administrate_stays() {
    let town = Town::new(None);
    town.settle(&departments());
    let hanna = access::holder(&town.app, HR).unwrap();
    let refused = |person: &PersonId| {
        let only_lead = account(HR, &["lead"], &[]);
        let demoted = access::reform(&town.app, "operator", person, &only_lead);
        demoted.is_err() && access::end_account(&town.app, "operator", person).is_err()
    };
    assert!(refused(&hanna));
    // Whoever has not followed the invitation yet cannot administrate.
    let ada = invite(&town, "ada@harbour.example", &["administrator"], &[]);
    assert!(refused(&hanna));
    town.run_due();
    let link = town.link_to("ada@harbour.example", "/password/");
    let token = link.rsplit('/').next().unwrap();
    let password = "tin kettle over seven hills";
    access::set_password(&town.app, &access::Knock::inside(), token, password).unwrap();
    // Two who remove each other at once: one stays.
    let both = Barrier::new(2);
    let removed = thread::scope(|scope| {
        let app = &town.app;
        let both = &both;
        let remove = |person: PersonId| {
            scope.spawn(move || {
                both.wait();
                access::end_account(app, "operator", &person).is_ok()
            })
        };
        let work = [remove(ada.clone()), remove(hanna.clone())];
        work.map(|one| one.join().unwrap())
    });
    assert_eq!(removed.iter().filter(|removed| **removed).count(), 1);
}

#[actix_web::test]
async fn the_log_knows_sign_ins_roles_plans_and_downloads_by_who_did_them() {
    let (town, [first, _]) = town();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut lea = browser(&town, &service, "lea@harbour.example").await;
    lea.get(&format!("/hr/waves/{first}/results.csv")).await;
    let mut dot = browser(&town, &service, "dot@harbour.example").await;
    let tree = nodes(&town, &first);
    let cranes = tree.iter().find(|node| node.name == "Cranes").unwrap().no;
    let file = dot
        .get(&format!("/parts/{first}/{cranes}/results.json"))
        .await;
    assert_eq!(file.status, StatusCode::OK);
    lea.get("/hr/waves/new").await;
    let plan = [
        ("survey", "team-diagnostic"),
        ("title", "Next"),
        ("opens", "2026-09-01T09:00"),
        ("closes", "2026-09-10T09:00"),
        ("promise", "confidential"),
        ("readers", "auditors"),
    ];
    let draft = went_to(&lea.post("/hr/waves", &plan).await, "/hr/waves/");
    lea.get(&draft).await;
    lea.post(&format!("{draft}/change"), &plan).await;
    lea.post(&format!("{draft}/drop"), &[]).await;
    let log = town.app.store.read(act::log).unwrap();
    assert!(log.iter().all(|line| line.sound));
    let id = |email: &str| access::holder(&town.app, email).unwrap().to_string();
    let (lea_id, dot_id) = (id("lea@harbour.example"), id("dot@harbour.example"));
    let noted = |actor: &str, kind: Kind| {
        log.iter()
            .any(|line| line.actor == actor && line.kind == Some(kind))
    };
    for (actor, kind) in [
        (&*id(HR), Kind::SetUp),
        ("operator", Kind::Invited),
        ("operator", Kind::OperatorLink),
        (&*lea_id, Kind::SignedIn),
        (&*lea_id, Kind::Downloaded),
        (&*dot_id, Kind::Downloaded),
        (&*lea_id, Kind::Planned),
        (&*lea_id, Kind::Replanned),
        (&*lea_id, Kind::Dropped),
    ] {
        assert!(noted(actor, kind), "{actor} {kind:?}");
    }
    let mut auditor = browser(&town, &service, "aud@harbour.example").await;
    let page = auditor.get("/hr/log").await;
    page.says("Results of Wave 1 were downloaded");
    page.says("lea");
    page.keeps_silent_about(&lea_id);
    let csv = auditor.get("/hr/log.csv").await;
    csv.says("signed-in");
    csv.keeps_silent_about("[account");
    auditor.get("/hr/log").await.says("This log was downloaded");
}

#[actix_web::test]
async fn a_mail_to_survey_leads_tells_where_the_log_ends_so_that_a_shorter_one_is_noticed() {
    let town = Town::new(None);
    town.settle(&departments());
    let id = town.launch("confidential");
    town.wait(11, 0);
    town.wait(16, 0);
    let mails = town.mails_to(HR);
    let told = mails
        .iter()
        .find(|mail| mail.message.text.contains("The log of what was done"));
    let (no, seal) = town.app.store.read(act::tip).unwrap().unwrap();
    let text = &told
        .unwrap_or_else(|| panic!("no mail about {id}"))
        .message
        .text;
    assert!(text.contains(&act::short(no, &seal)), "{text}");
}

#[actix_web::test]
async fn eight_who_launch_a_wave_at_once_launch_it_once_and_nobody_sees_a_fault() {
    use gutcheck::error::Problem;
    let town = Town::new(None);
    town.settle(&departments());
    let id = wave::plan(&town.app, &town.plan("anonymous")).unwrap();
    let together = Barrier::new(8);
    let done = thread::scope(|scope| {
        let launch = || {
            together.wait();
            wave::freeze(&town.app, &id, "Hanna")
        };
        let launches = [(); 8].map(|()| scope.spawn(launch));
        launches.map(|one| one.join().unwrap())
    });
    assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1);
    for refused in done.into_iter().filter_map(Result::err) {
        assert!(
            matches!(refused, Problem::Refused(_) | Problem::Busy),
            "{refused}"
        );
    }
}

#[actix_web::test]
async fn an_account_keeps_its_address_and_its_rights_whatever_a_roster_says() {
    let town = Town::new(None);
    town.settle(&departments());
    let ada = invite(&town, "ada@harbour.example", &["auditor"], &[]);
    let with = format!(
        "{}Harbour/Dock,ada@harbour.example,Ada,member\n",
        departments()
    );
    for roster in [with, departments()] {
        let import = gutcheck::roster::stage(&town.app, roster.as_bytes()).unwrap();
        gutcheck::roster::apply(&town.app, &import, "Hanna").unwrap();
        let person = town.app.store.read(|c| people::person(c, &ada)).unwrap();
        assert!(person.active);
        let known = access::who_may_see_what(&town.app).unwrap();
        let auditors = known.iter().find(|one| one.role == Role::Auditor).unwrap();
        assert_eq!(auditors.holders.len(), 1);
        assert_eq!(
            access::holder(&town.app, "ada@harbour.example").unwrap(),
            ada
        );
    }
}

#[test]
fn the_operator_makes_lists_changes_and_removes_accounts_and_the_log_says_so() {
    use std::process::{Command, Output};
    let town = Town::new(None);
    town.settle(&departments());
    let run = |arguments: &[&str]| -> Output {
        Command::new(env!("CARGO_BIN_EXE_gutcheck"))
            .args(["account", "--data"])
            .arg(&town.folder)
            .args(arguments)
            .output()
            .unwrap()
    };
    let said = |arguments: &[&str]| {
        let done = run(arguments);
        let wrong = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{arguments:?}: {wrong}");
        String::from_utf8(done.stdout).unwrap()
    };
    let add = [
        "add",
        "ada@harbour.example",
        "--name",
        "Ada",
        "--role",
        "partner",
    ];
    let link = said(&[&add[..], &["--part", "Harbour/Dock", "--role", "auditor"]].concat());
    assert!(
        link.starts_with(&town.app.config.link("/password/")),
        "{link}"
    );
    let twice = run(&add);
    assert!(!twice.status.success());
    let list = said(&["list"]);
    let ada = "ada@harbour.example\tpartner,auditor\tHarbour/Dock\tinvited\n";
    assert!(list.contains(ada), "{list}");
    said(&["role", "ada@harbour.example", "--role", "lead"]);
    assert!(said(&["list"]).contains("ada@harbour.example\tlead\t\tinvited\n"));
    said(&["remove", "ada@harbour.example"]);
    assert!(!said(&["list"]).contains("ada@"));
    let last = run(&["remove", HR]);
    let why = String::from_utf8(last.stderr).unwrap();
    assert!(why.contains("last account that can administrate"), "{why}");
    let log = town.app.store.read(act::log).unwrap();
    let of_operator = log.iter().filter(|line| line.actor == act::OPERATOR);
    let kinds: Vec<Kind> = of_operator.filter_map(|line| line.kind).collect();
    assert_eq!(kinds, [Kind::Invited, Kind::Granted, Kind::Removed]);
    assert!(log.iter().all(|line| line.sound));
}
