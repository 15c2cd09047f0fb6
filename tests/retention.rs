//! What goes when its time is over, what a person can have of their data, and what erasing takes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test;
use chrono::Duration;
use diesel::connection::SimpleConnection;
use gutcheck::access;
use gutcheck::ids::{CommentId, PersonId, WaveId};
use gutcheck::results;
use gutcheck::retention;
use gutcheck::roster;
use gutcheck::schedule;
use gutcheck::store::act::{self, Kind};
use gutcheck::store::result::{self, Comment};
use gutcheck::store::{Db, people};
use gutcheck::survey::Role;
use gutcheck::text::Lang;
use gutcheck::wave;
use support::chapters::went_to;
use support::departments::{browser, departments, invite};
use support::forms::filled;
use support::{Town, files};

fn who(town: &Town, email: &str) -> PersonId {
    let found = town.app.store.read(|c| people::person_by_email(c, email));
    found.unwrap().unwrap().id
}

fn is_known(town: &Town, id: &PersonId) -> bool {
    town.app.store.read(|c| people::person(c, id)).is_ok()
}

/// Lets nights go by, one after the other.
fn nights(town: &Town, days: i64) {
    for _ in 0..days {
        night_after(town, 1);
    }
}

/// Lets days go by and does what is due in the night after them.
fn night_after(town: &Town, days: i64) {
    town.app.clock.set(town.app.now() + Duration::days(days));
    town.run_due();
    schedule::tidy(&town.app);
}

/// Whether a text stands anywhere in the database's files.
fn on_disk(town: &Town, text: &str) -> bool {
    let needle = text.as_bytes();
    files(&town.folder)
        .iter()
        .filter(|file| file.to_string_lossy().contains("sqlite"))
        .map(|file| std::fs::read(file).unwrap())
        .any(|bytes| bytes.windows(needle.len()).any(|some| some == needle))
}

fn kinds(town: &Town) -> Vec<Kind> {
    let log = town.app.store.read(act::log).unwrap();
    log.iter().filter_map(|act| act.kind).collect()
}

fn report(town: &Town, id: &WaveId) -> String {
    let page = results::organisation(&town.app, id, Lang::En).unwrap();
    serde_json::to_string(&page).unwrap()
}

#[actix_web::test]
async fn whoever_left_goes_after_their_days_from_every_byte_and_no_released_figure_changes() {
    let (town, first) = released(Town::new(None));
    let gone = who(&town, "cranes3@harbour.example");
    let before = report(&town, &first);
    roster::deactivate(&town.app, &gone, "").unwrap();
    night_after(&town, 1);
    night_after(&town, 90);
    assert!(is_known(&town, &gone), "the ninetieth day is not over");
    assert!(on_disk(&town, "cranes3@harbour.example"));
    night_after(&town, 1);
    assert!(!is_known(&town, &gone));
    assert!(!on_disk(&town, "cranes3@harbour.example"));
    assert_eq!(report(&town, &first), before);
    let log = town.app.store.read(act::log).unwrap();
    let tidied = log
        .iter()
        .rfind(|act| act.kind == Some(Kind::Tidied))
        .unwrap();
    assert!(tidied.subject.contains("leavers=1"), "{}", tidied.subject);
    assert!(log.iter().all(|act| act.sound));
    assert!(is_known(&town, &who(&town, "cranes2@harbour.example")));
}

#[actix_web::test]
async fn whoever_comes_back_in_time_stays_and_a_running_wave_keeps_who_it_asked() {
    let town = Town::with(Some(("keep_leavers_days", "3".to_owned())));
    town.settle(&departments());
    let (back, asked) = (
        who(&town, "desk1@harbour.example"),
        who(&town, "desk2@harbour.example"),
    );
    let id = town.launch("anonymous");
    roster::deactivate(&town.app, &back, "").unwrap();
    roster::deactivate(&town.app, &asked, "").unwrap();
    nights(&town, 2);
    let import = roster::stage(&town.app, departments().as_bytes()).unwrap();
    roster::apply(&town.app, &import, "").unwrap();
    roster::deactivate(&town.app, &asked, "").unwrap();
    nights(&town, 8);
    assert!(is_known(&town, &back) && is_known(&town, &asked));
    // Nobody publishes it: its keys go thirty days after its end, and then who was asked.
    night_after(&town, 31);
    night_after(&town, 1);
    assert!(
        town.app
            .store
            .read(|c| gutcheck::store::wave::wave(c, &id))
            .unwrap()
            .key_destroyed
            .is_some()
    );
    assert!(!is_known(&town, &asked));
    assert!(is_known(&town, &back));
}

#[actix_web::test]
async fn comments_leaders_answers_mails_and_waves_go_in_their_time_and_the_log_stays_whole() {
    let town = Town::with(Some(("keep_log_months", "12".to_owned())));
    let (town, id) = released(town);
    let comments = || {
        town.app
            .store
            .read(|c| result::comments(c, &id))
            .unwrap()
            .len()
    };
    let (before, full) = (comments(), report(&town, &id));
    assert_eq!(before, 1);
    night_after(&town, 300);
    assert_eq!(comments(), before);
    let acts = kinds(&town).len();
    night_after(&town, 80);
    assert_eq!(comments(), 0);
    assert!(kinds(&town).len() < acts, "old entries of the log went");
    assert!(town.app.store.read(act::check).is_ok());
    assert!(town.app.store.read(act::beginning).unwrap().0 > 0);
    night_after(&town, 400);
    let answers = town
        .app
        .store
        .read(|c| gutcheck::store::invitation::leader_forms(c, &id));
    assert!(answers.unwrap().iter().all(|form| form.answers.is_none()));
    assert_ne!(
        report(&town, &id),
        full,
        "its report shows the members only"
    );
    night_after(&town, 400);
    assert!(results::organisation(&town.app, &id, Lang::En).is_err());
    assert!(wave::list(&town.app).unwrap().is_empty());
    assert!(town.app.store.read(act::check).is_ok());
}

/// A town with one released wave with a comment and leaders' answers, whose keys are destroyed.
fn released(town: Town) -> (Town, WaveId) {
    town.settle(&departments());
    invite(&town, "ada@harbour.example", &["administrator"], &[]);
    invite(&town, "lea@harbour.example", &["lead"], &[]);
    invite(&town, "aud@harbour.example", &["auditor"], &[]);
    let id = town.launch("anonymous");
    support::adversary::vote(&town, &id, |_| {});
    let sheet = filled(town.survey(), Role::Leader, "5");
    let sheet: Vec<(String, String)> = sheet
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    for team in ["cranes", "pilots", "desk", "legal"] {
        let link = town.link_to(&format!("lead.{team}@harbour.example"), "/leader/");
        let token = link.rsplit('/').next().unwrap();
        let taken = wave::answer_as_leader(&town.app, token, &sheet).unwrap();
        assert!(matches!(taken, wave::Answered::Taken), "{taken:?}");
    }
    town.wait(10, 0);
    wave::count(&town.app, &id, "").unwrap();
    let comment = Comment {
        id: CommentId::new([1; 16]),
        wave: id.clone(),
        question: "open".to_owned(),
        circle: 0,
        words: "The crane squeaks".to_owned(),
    };
    let added = town.app.store.write(|c| result::add_comment(c, &comment));
    added.unwrap();
    town.wait(4, 0);
    (town, id)
}

#[actix_web::test]
async fn a_night_is_one_act_with_counts_and_no_name_and_a_second_one_does_nothing() {
    let (town, id) = released(Town::new(None));
    assert!(!kinds(&town).contains(&Kind::Tidied));
    night_after(&town, 400);
    schedule::tidy(&town.app);
    schedule::tidy(&town.app);
    let log = town.app.store.read(act::log).unwrap();
    let nights: Vec<_> = log
        .iter()
        .filter(|act| act.kind == Some(Kind::Tidied))
        .collect();
    assert_eq!(nights.len(), 1);
    let said = &nights.first().unwrap().subject;
    assert!(said.contains("mails=") && said.contains("undo=1"), "{said}");
    assert!(!said.contains('@') && !said.contains(id.as_str()), "{said}");
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = browser(&town, &service, "hr@harbour.example").await;
    let page = hr.get("/retention").await;
    page.says("the records of");
    page.says("90 days");
    page.says("What is never kept");
    hr.get("/hr/log")
        .await
        .says("What had been kept long enough was deleted");
}

#[actix_web::test]
async fn a_log_whose_beginning_somebody_else_took_off_is_not_whole() {
    let (town, _) = released(Town::with(Some(("keep_log_months", "1".to_owned()))));
    night_after(&town, 60);
    let (no, hash) = town.app.store.read(act::beginning).unwrap();
    assert!(no > 0 && town.app.store.read(act::check).is_ok());
    access::note(&town.app, "", Kind::LogDownloaded, "").unwrap();
    let damage = format!(
        "DELETE FROM act WHERE no = {next}; UPDATE act_anchor SET no = {next}, hash = '{hash}'",
        next = no + 1
    );
    let done = town.app.store.write(|c| match c {
        Db::Sqlite(c) => Ok(c.batch_execute(&damage)?),
        Db::Postgres(_) => unreachable!("towns are on SQLite"),
    });
    done.unwrap();
    assert!(town.app.store.read(act::check).is_err());
}

#[actix_web::test]
async fn a_person_gets_all_that_is_known_of_them_and_never_whether_they_answered() {
    let (town, _) = released(Town::new(None));
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut lead = browser(&town, &service, "lea@harbour.example").await;
    let mut ada = browser(&town, &service, "ada@harbour.example").await;
    let member = who(&town, "cranes0@harbour.example");
    let page = lead.get("/data?q=cranes0").await;
    page.says(&format!("/data/{member}"));
    let copy = lead.get(&format!("/data/{member}/copy.json")).await;
    copy.says("cranes0@harbour.example");
    copy.says("Harbour/Dock/Cranes");
    copy.says("\"invitation\": 1");
    for silent in [
        "invitation sent",
        "reminder",
        "last-call",
        "blinded",
        "token",
        "\"answered",
    ] {
        copy.keeps_silent_about(silent);
    }
    // Who answered and who did not have the same fields: the wave's state and nothing else.
    let other = who(&town, "cranes5@harbour.example");
    let other = lead.get(&format!("/data/{other}/copy.json")).await;
    let keys = |page: &support::Page| page.body.matches("\": ").count();
    assert_eq!(keys(&copy), keys(&other));
    // A leader's own words: for the lead once they are published, never for an administrator.
    let leader = who(&town, "lead.cranes@harbour.example");
    let path = format!("/data/{leader}/copy.json");
    let null = "\"answers\": null";
    lead.get(&path).await.keeps_silent_about(null);
    ada.get(&path).await.says(null);
    assert_eq!(
        kinds(&town)
            .iter()
            .filter(|kind| **kind == Kind::DataDownloaded)
            .count(),
        4
    );
    // One's own, from the page of one's account.
    ada.get("/account").await.says("/account/data.json");
    let own = ada.get("/account/data.json").await;
    own.says("ada@harbour.example");
    own.says("\"wants_no_mails\": false");
    own.keeps_silent_about("lea@harbour.example");
    let mut auditor = browser(&town, &service, "aud@harbour.example").await;
    assert_eq!(auditor.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn somebody_is_erased_at_once_while_a_wave_runs_and_what_cannot_go_is_said() {
    let (town, first) = released(Town::new(None));
    let open = {
        let plan = wave::PlanForm {
            opens: "2026-06-15T09:00".to_owned(),
            closes: "2026-06-24T18:00".to_owned(),
            title: "Q3 2026".to_owned(),
            ..town.plan("anonymous")
        };
        wave::plan(&town.app, &plan).unwrap()
    };
    wave::freeze(&town.app, &open, "").unwrap();
    town.run_due();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut lead = browser(&town, &service, "lea@harbour.example").await;
    let gone = who(&town, "pilots2@harbour.example");
    let before = report(&town, &first);
    let link = town.link_to("pilots2@harbour.example", "/a#");
    let page = lead.get(&format!("/data/{gone}")).await;
    for said in [
        "What goes at once",
        "Q3 2026",
        "What stays, and why",
        "they come back with it",
    ] {
        page.says(said);
    }
    let path = format!("/data/{gone}/erase");
    let unsure = lead.post(&path, &[]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    unsure.says("Nothing was erased");
    assert!(is_known(&town, &gone));
    went_to(
        &lead.post(&path, &[("sure", "yes")]).await,
        "/data?erased=1",
    );
    assert!(!is_known(&town, &gone));
    assert!(!on_disk(&town, "pilots2@harbour.example"));
    lead.get("/hr/log").await.says("A person was erased");
    let again = lead.post(&path, &[("sure", "yes")]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    let token = link.rsplit('.').next().unwrap();
    assert!(
        wave::group(&town.app, token).unwrap().is_none(),
        "the link leads nowhere"
    );
    let mails = town.mails_to("pilots2@harbour.example").len();
    town.wait(10, 0);
    assert_eq!(town.mails_to("pilots2@harbour.example").len(), mails);
    wave::count(&town.app, &open, "").ok();
    assert_eq!(report(&town, &first), before, "no released figure changed");
}

#[actix_web::test]
async fn an_erased_leaders_own_side_goes_and_the_last_administrator_stays() {
    let (town, first) = released(Town::new(None));
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut lead = browser(&town, &service, "lea@harbour.example").await;
    let page = format!("/hr/waves/{first}/organisation");
    let kept = lead.get(&page).await.body;
    let leader = who(&town, "lead.cranes@harbour.example");
    let before = report(&town, &first);
    retention::erase(&town.app, &leader, "", false).unwrap();
    assert_ne!(
        lead.get(&page).await.body,
        kept,
        "no page is kept from before"
    );
    assert!(!on_disk(&town, "lead.cranes@harbour.example"));
    assert_ne!(
        report(&town, &first),
        before,
        "the report is read anew without them"
    );
    let ada = who(&town, "ada@harbour.example");
    let hanna = who(&town, "hr@harbour.example");
    // Ada has not followed her invitation, so Hanna is the last.
    assert!(retention::erasure(&town.app, &hanna).unwrap().last);
    assert!(retention::erase(&town.app, &hanna, "", true).is_err());
    assert!(is_known(&town, &hanna));
    retention::erase(&town.app, &ada, "", true).unwrap();
    assert!(access::holder(&town.app, "ada@harbour.example").is_err());
}
