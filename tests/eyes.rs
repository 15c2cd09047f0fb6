//! Two pairs of eyes: a launch takes two survey leads, and both saw the same.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::access;
use gutcheck::ids::{PersonId, WaveId};
use gutcheck::roster;
use gutcheck::store::act::{self, Kind};
use gutcheck::store::face::{self, Face};
use gutcheck::store::people;
use gutcheck::store::wave::State;
use gutcheck::wave;
use std::sync::Barrier;
use std::thread;
use support::Town;
use support::chapters::went_to;
use support::departments::{browser, departments, invite};

const HANNA: &str = "hr@harbour.example";
const LEA: &str = "lea@harbour.example";

/// A town where a launch takes two, with two survey leads who have signed in, and a draft.
fn two() -> (Town, PersonId, PersonId, WaveId) {
    let town = Town::with(Some(("two_pairs_of_eyes", "true".to_owned())));
    town.settle(&departments());
    let lea = lead(&town, LEA);
    let hanna = access::holder(&town.app, HANNA).unwrap();
    let id = wave::plan(&town.app, &town.plan("anonymous")).unwrap();
    (town, hanna, lea, id)
}

fn lead(town: &Town, email: &str) -> PersonId {
    let id = invite(town, email, &["lead"], &[]);
    town.run_due();
    let link = town.link_to(email, "/password/");
    let token = link.rsplit('/').next().unwrap();
    let password = "tin kettle over seven hills";
    access::set_password(&town.app, &access::Knock::inside(), token, password).unwrap();
    id
}

fn state(town: &Town, id: &WaveId) -> State {
    wave::overview(&town.app, id).unwrap().wave.state
}

/// What the page of somebody who confirms has in its form.
fn seen(town: &Town, id: &WaveId) -> String {
    wave::launch_request(&town.app, id, "")
        .unwrap()
        .unwrap()
        .seen
}

#[actix_web::test]
async fn one_asks_another_sees_and_confirms_and_nobody_launches_alone() {
    let (town, _, _, id) = two();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hanna = browser(&town, &service, HANNA).await;
    let mut lea = browser(&town, &service, LEA).await;
    let page = format!("/hr/waves/{id}");
    hanna.get(&page).await.says("Ask for the launch");
    went_to(&hanna.post(&format!("{page}/launch"), &[]).await, &page);
    assert_eq!(state(&town, &id), State::Draft);
    town.run_due();
    let mail = town.mails_to(LEA).pop().unwrap().message;
    assert!(mail.subject.contains("Please look"), "{}", mail.subject);
    let seen = seen(&town, &id);
    let alone = hanna
        .post(&format!("{page}/confirm"), &[("seen", &seen)])
        .await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    alone.says("another survey lead has to confirm");
    let shown = lea.get(&page).await;
    for said in [
        "Hanna asked for this launch",
        "people on today",
        "Who asks",
        "Fingerprint",
        "lea (",
        &seen,
    ] {
        shown.says(said);
    }
    let other = lea
        .post(&format!("{page}/confirm"), &[("seen", "something else")])
        .await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(state(&town, &id), State::Draft);
    went_to(
        &lea.post(&format!("{page}/confirm"), &[("seen", &seen)])
            .await,
        &page,
    );
    assert_eq!(state(&town, &id), State::Preparing);
    let log = town.app.store.read(act::log).unwrap();
    let both: Vec<_> = log
        .iter()
        .filter(|act| matches!(act.kind, Some(Kind::LaunchAsked | Kind::LaunchConfirmed)))
        .map(|act| act.actor.clone())
        .collect();
    assert_eq!(both.len(), 2);
    assert_ne!(both.first(), both.last());
}

/// What somebody changes while a launch is asked for.
type Change<'a> = Box<dyn Fn() + 'a>;

/// Somebody changes what is said to those who are asked.
fn say(town: &Town) {
    let face = town.app.store.write(|c| {
        let face = face::read(c)?;
        let words = "{\"en\":\"You have to answer.\"}".to_owned();
        face::change(c, &Face { words, ..face })
    });
    face.unwrap();
}

#[actix_web::test]
async fn any_change_of_plan_roster_asker_or_readers_in_between_voids_the_request() {
    let (town, hanna, lea, id) = two();
    let (app, by, other) = (&town.app, hanna.as_str(), lea.as_str());
    let member = app
        .store
        .read(|c| people::person_by_email(c, "desk1@harbour.example"));
    let member = member.unwrap().unwrap().id;
    let later = wave::PlanForm {
        title: "Q2 2026, later".to_owned(),
        ..town.plan("anonymous")
    };
    let changes: [(&str, Change<'_>); 5] = [
        (
            "the plan",
            Box::new(|| wave::replan(app, &id, &later).unwrap()),
        ),
        (
            "a person",
            Box::new(|| roster::deactivate(app, &member, by).unwrap()),
        ),
        (
            "an import",
            Box::new(|| {
                let import = roster::stage(app, departments().as_bytes()).unwrap();
                roster::apply(app, &import, by).unwrap();
            }),
        ),
        (
            "a reader",
            Box::new(|| drop(lead(&town, "new@harbour.example"))),
        ),
        ("the words of whoever asks", Box::new(|| say(&town))),
    ];
    for (what, change) in changes {
        wave::launch_or_ask(app, &id, by).unwrap();
        let seen = seen(&town, &id);
        assert!(
            wave::launch_request(app, &id, other)
                .unwrap()
                .unwrap()
                .stands
        );
        change();
        let confirmed = wave::confirm_launch(app, &id, other, &seen);
        assert!(confirmed.is_err(), "{what}");
        assert!(
            !wave::launch_request(app, &id, other)
                .unwrap()
                .unwrap()
                .stands,
            "{what}"
        );
        assert_eq!(state(&town, &id), State::Draft, "{what}");
    }
    // A roster that is taken back to what was seen is what was seen.
    wave::launch_or_ask(app, &id, by).unwrap();
    wave::confirm_launch(app, &id, other, &seen(&town, &id)).unwrap();
}

#[actix_web::test]
async fn a_launch_is_sent_back_with_a_word_and_asked_for_again() {
    let (town, hanna, _, id) = two();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut lea = browser(&town, &service, LEA).await;
    let page = format!("/hr/waves/{id}");
    wave::launch_or_ask(&town.app, &id, hanna.as_str()).unwrap();
    let seen = seen(&town, &id);
    lea.get(&page).await.says("What should be looked at again?");
    let wordless = lea
        .post(&format!("{page}/send-back"), &[("word", " ")])
        .await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let word = [("word", "Legal is missing <b>somebody</b>")];
    went_to(&lea.post(&format!("{page}/send-back"), &word).await, &page);
    let late = lea
        .post(&format!("{page}/confirm"), &[("seen", &seen)])
        .await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    town.run_due();
    let mail = town.mails_to(HANNA).pop().unwrap().message;
    assert!(mail.subject.contains("sent back"), "{}", mail.subject);
    let mut hanna = browser(&town, &service, HANNA).await;
    let shown = hanna.get(&page).await;
    shown.says("lea sent the launch back");
    shown.says("Legal is missing &lt;b&gt;");
    shown.says("Ask for the launch");
}

#[actix_web::test]
async fn two_who_confirm_at_once_launch_it_once_and_a_change_at_the_same_time_is_before_or_after() {
    let (town, hanna, lea, id) = two();
    let third = lead(&town, "new@harbour.example");
    wave::launch_or_ask(&town.app, &id, hanna.as_str()).unwrap();
    let seen = seen(&town, &id);
    let together = Barrier::new(2);
    let confirm = |by: &PersonId| {
        together.wait();
        wave::confirm_launch(&town.app, &id, by.as_str(), &seen).is_ok()
    };
    let done = thread::scope(|scope| {
        let both = [&lea, &third].map(|by| scope.spawn(move || confirm(by)));
        both.map(|one| one.join().unwrap())
    });
    assert_eq!(done.iter().filter(|done| **done).count(), 1);

    let next = wave::plan(&town.app, &town.plan("anonymous")).unwrap();
    wave::launch_or_ask(&town.app, &next, hanna.as_str()).unwrap();
    let seen = wave::launch_request(&town.app, &next, "")
        .unwrap()
        .unwrap()
        .seen;
    let plan = wave::PlanForm {
        title: "Another".to_owned(),
        ..town.plan("anonymous")
    };
    let together = Barrier::new(2);
    let (launched, changed) = thread::scope(|scope| {
        let launched = scope.spawn(|| {
            together.wait();
            wave::confirm_launch(&town.app, &next, lea.as_str(), &seen).is_ok()
        });
        let changed = scope.spawn(|| {
            together.wait();
            wave::replan(&town.app, &next, &plan).is_ok()
        });
        (launched.join().unwrap(), changed.join().unwrap())
    });
    assert!(
        launched != changed,
        "launched {launched}, changed {changed}"
    );
}

#[actix_web::test]
async fn whoever_is_the_only_lead_is_told_what_is_missing() {
    let town = Town::with(Some(("two_pairs_of_eyes", "true".to_owned())));
    town.settle(&departments());
    let id = wave::plan(&town.app, &town.plan("anonymous")).unwrap();
    // Somebody who has not followed the invitation cannot confirm.
    invite(&town, LEA, &["lead"], &[]);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut browser = browser(&town, &service, HANNA).await;
    browser.get(&format!("/hr/waves/{id}")).await;
    let launch = format!("/hr/waves/{id}/launch");
    let refused = browser.post(&launch, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("takes two survey leads");
    // Nor can somebody who has left, account or not.
    let tilda = lead(&town, "tilda@harbour.example");
    let leave = |c: &mut _| people::set_active(c, &tilda, false);
    town.app.store.write(leave).unwrap();
    let refused = browser.post(&launch, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("takes two survey leads");
}
