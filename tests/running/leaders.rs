//! A leader who is replaced while a wave is open, or later; and which leaders have answered.

use crate::stage::{HR, answer, chain, hr, import, lead, letters, read, verified};
use crate::support::chapters::went_to;
use crate::support::voter::post;
use crate::support::{Browser, Pages, Town};
use actix_web::http::StatusCode;
use actix_web::test::init_service;
use gutcheck::ids::WaveId;
use gutcheck::store::act::{self, Kind};
use gutcheck::store::invitation;
use gutcheck::wave;
use serde_json::{Value, json};

const BEFORE: &str = include_str!("../cases/leader-replaced-in-an-open-wave/before.csv");
const AFTER: &str = include_str!("../cases/leader-replaced-in-an-open-wave/after.csv");
const IDA: &str = "ida@example.org";
const OLGA: &str = "olga@example.org";

fn opened() -> (Town, WaveId) {
    let town = Town::new(None);
    town.settle(BEFORE);
    let id = town.launch("anonymous");
    (town, id)
}

async fn all_answer<S: Pages>(town: &Town, service: &S) {
    for number in 0..6 {
        answer(town, service, &format!("a{number}@example.org")).await;
    }
}

async fn released<S: Pages>(town: &Town, service: &S, id: &WaveId) {
    town.wait(10, 0);
    let mut hr = hr(town, service).await;
    let console = format!("/hr/waves/{id}");
    hr.get(&console).await;
    went_to(&hr.post(&format!("{console}/release"), &[]).await, &console);
    town.run_due();
}

/// Whom a member is shown as a reader of their team's report.
async fn readers<S: Pages>(town: &Town, service: &S, email: &str) -> Value {
    let link = town.link_to(email, "/a#");
    let token = link.rsplit('.').next().unwrap();
    let (_, group) = post(service, "/group", json!({ "token": token })).await;
    let sheet: Value = serde_json::from_str(group["sheet"].as_str().unwrap()).unwrap();
    sheet["leaders"].clone()
}

async fn report<S: Pages>(town: &Town, service: &S, email: &str, path: &str) -> StatusCode {
    let mut leader = Browser::new(service);
    leader.sign_in(&town.app, email).await;
    leader.get(path).await.status
}

fn node(town: &Town, id: &WaveId) -> String {
    let forms = town.app.store.read(|c| invitation::leader_forms(c, id));
    forms.unwrap().first().unwrap().node.to_string()
}

#[actix_web::test]
async fn whoever_leads_at_the_release_gets_the_mail_and_reads_and_who_led_before_does_not() {
    let (town, id) = opened();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    all_answer(&town, &service).await;
    import(&town, AFTER);
    released(&town, &service, &id).await;
    assert!(
        town.mails_to(IDA)
            .iter()
            .all(|mail| !mail.message.text.contains("/teams/"))
    );
    let path = town.link_to(OLGA, "/teams/");
    assert_eq!(report(&town, &service, OLGA, &path).await, StatusCode::OK);
    // Everybody can see that somebody else reads than was promised by name.
    assert!(chain(&town, &id)[0].starts_with(r#"{"what":"lead","cell":0,"#));
    let root = letters(&town, &id);
    let page = Browser::new(&service).get(&format!("/wave/{root}")).await;
    page.says("somebody else leads Alpha and will read its report");
    let said = verified(&town, &service, &root).await;
    assert!(said.contains("Others lead, and read the report"), "{said}");
}

#[actix_web::test]
async fn a_leader_who_was_moved_to_another_team_opens_the_old_one_no_more() {
    let town = Town::new(None);
    let beta = "Example/Beta,bea@example.org,Bea,leader\n".to_owned()
        + &(0..6)
            .map(|n| format!("Example/Beta,b{n}@example.org,B {n},member\n"))
            .collect::<String>();
    town.settle(&format!("{BEFORE}{beta}"));
    let id = town.launch("anonymous");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    all_answer(&town, &service).await;
    released(&town, &service, &id).await;
    let path = town.link_to(IDA, "/teams/");
    assert_eq!(report(&town, &service, IDA, &path).await, StatusCode::OK);
    // After the release the two change places.
    let swapped =
        format!("{AFTER}{beta}").replace("bea@example.org,Bea", "ida@example.org,Ida Brandt");
    import(&town, &swapped);
    assert_eq!(
        report(&town, &service, IDA, &path).await,
        StatusCode::NOT_FOUND
    );
    let mut ida = Browser::new(&service);
    ida.sign_in(&town.app, IDA).await;
    ida.get("/teams").await.keeps_silent_about("Alpha");
    for below in [
        "guide",
        "report.pdf",
        "report.xlsx",
        "results.csv",
        "results.json",
    ] {
        let file = ida.get(&format!("{path}/{below}")).await;
        assert_eq!(file.status, StatusCode::NOT_FOUND, "{below}");
    }
    let commit = ida
        .post(&format!("{path}/commitments"), &[("side", "leader")])
        .await;
    assert_eq!(commit.status, StatusCode::NOT_FOUND);
    // Until the lists are destroyed HR can let the new one read, which is public.
    assert_ne!(report(&town, &service, OLGA, &path).await, StatusCode::OK);
    let mut hr = hr(&town, &service).await;
    let console = format!("/hr/waves/{id}");
    hr.get(&console).await.says("Let Olga Maier read");
    let node = path.rsplit('/').next().unwrap();
    let done = hr
        .post(&format!("{console}/hand-on"), &[("node", node)])
        .await;
    went_to(&done, &console);
    town.run_due();
    assert_eq!(town.link_to(OLGA, "/teams/"), path);
    assert_eq!(report(&town, &service, OLGA, &path).await, StatusCode::OK);
    assert_eq!(chain(&town, &id).len(), 1);
    verified(&town, &service, &letters(&town, &id)).await;
    town.wait(4, 0);
    assert!(read(&town, &id).key_destroyed.is_some());
    import(&town, &format!("{BEFORE}{beta}"));
    let late = wave::hand_on(&town.app, &id, node.parse().unwrap(), "Hanna").unwrap_err();
    assert!(
        late.to_string().contains("can no longer be changed"),
        "{late}"
    );
}

#[actix_web::test]
async fn the_form_is_handed_on_with_a_link_of_its_own_and_the_members_see_who_reads() {
    let (town, id) = opened();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    answer(&town, &service, "a0@example.org").await;
    assert_eq!(
        readers(&town, &service, "a1@example.org").await,
        json!(["Ida Brandt"])
    );
    let console = format!("/hr/waves/{id}");
    let mut hr = hr(&town, &service).await;
    let node = node(&town, &id);
    hr.get(&console)
        .await
        .keeps_silent_about("has changed hands");
    let same = hr
        .post(&format!("{console}/hand-on"), &[("node", &node)])
        .await;
    assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
    same.says("Nobody else leads this team");

    import(&town, AFTER);
    let page = hr.get(&console).await;
    page.says("Alpha has changed hands");
    page.says("Olga Maier leads it. The members were told: Ida Brandt.");
    page.says("a link of their own; the old link stops working");
    went_to(
        &hr.post(&format!("{console}/hand-on"), &[("node", &node)])
            .await,
        &console,
    );
    town.run_due();
    // The old link says what happened; the new one works.
    let old = town.link_to(IDA, "/leader/");
    let shown = Browser::new(&service).get(&old).await;
    assert_eq!(shown.status, StatusCode::GONE);
    shown.says("This form was handed on");
    assert_eq!(lead(&town, &service, IDA).await.status, StatusCode::GONE);
    assert_ne!(town.link_to(OLGA, "/leader/"), old);
    assert_eq!(lead(&town, &service, OLGA).await.status, StatusCode::OK);
    assert_eq!(
        readers(&town, &service, "a1@example.org").await,
        json!(["Olga Maier"])
    );
    // Who has not answered yet is shown a group that fits the promise and its change.
    for number in 1..6 {
        answer(&town, &service, &format!("a{number}@example.org")).await;
    }
    // Nobody is reminded of a form that is not theirs any more.
    let before = town.mails_to(IDA).len();
    released(&town, &service, &id).await;
    assert_eq!(town.mails_to(IDA).len(), before);
    let path = town.link_to(OLGA, "/teams/");
    let mut olga = Browser::new(&service);
    olga.sign_in(&town.app, OLGA).await;
    olga.get(&path).await.says("6 of 6");
    assert_eq!(chain(&town, &id).len(), 1);
    let said = verified(&town, &service, &letters(&town, &id)).await;
    assert!(said.contains("Others lead"), "{said}");
    let log = town.app.store.read(act::log).unwrap();
    assert!(log.iter().any(|act| act.kind == Some(Kind::HandedOn)));
}

#[actix_web::test]
async fn what_a_leader_answered_before_leaving_stays_and_nobody_is_asked_twice_about_one_side() {
    let (town, id) = opened();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    assert_eq!(lead(&town, &service, IDA).await.status, StatusCode::OK);
    all_answer(&town, &service).await;
    import(&town, AFTER);
    let console = format!("/hr/waves/{id}");
    let mut hr = hr(&town, &service).await;
    let page = hr.get(&console).await;
    page.says("Somebody who leads the team no more has answered");
    page.says("1 of 1 leaders have answered");
    let node = node(&town, &id);
    went_to(
        &hr.post(&format!("{console}/hand-on"), &[("node", &node)])
            .await,
        &console,
    );
    town.run_due();
    assert!(town.mails_to(OLGA).is_empty());
    // The answers are there to stay, not to be changed by somebody who has left.
    assert_eq!(lead(&town, &service, IDA).await.status, StatusCode::GONE);
    released(&town, &service, &id).await;
    let path = town.link_to(OLGA, "/teams/");
    let mut olga = Browser::new(&service);
    olga.sign_in(&town.app, OLGA).await;
    let csv = olga.get(&format!("{path}/results.csv")).await.body;
    assert!(csv.contains("Alpha,leader,"), "{csv}");
}

#[actix_web::test]
async fn a_team_that_nobody_leads_at_the_release_has_no_reader_until_hr_names_one() {
    let (town, id) = opened();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    all_answer(&town, &service).await;
    let nobody: String = BEFORE
        .lines()
        .filter(|line| !line.contains("Ida"))
        .map(|line| format!("{line}\n"))
        .collect();
    import(&town, &nobody);
    town.wait(10, 0);
    let console = format!("/hr/waves/{id}");
    let mut hr = hr(&town, &service).await;
    hr.get(&console)
        .await
        .says("nobody leads it now, so nobody will read its report");
    went_to(&hr.post(&format!("{console}/release"), &[]).await, &console);
    town.run_due();
    let node = node(&town, &id);
    let refused = hr
        .post(&format!("{console}/hand-on"), &[("node", &node)])
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    import(&town, AFTER);
    hr.get(&console).await.says("Let Olga Maier read");
    went_to(
        &hr.post(&format!("{console}/hand-on"), &[("node", &node)])
            .await,
        &console,
    );
    town.run_due();
    let path = town.link_to(OLGA, "/teams/");
    assert_eq!(report(&town, &service, OLGA, &path).await, StatusCode::OK);
    assert_eq!(chain(&town, &id).len(), 2);
    verified(&town, &service, &letters(&town, &id)).await;
}

#[actix_web::test]
async fn hr_sees_which_leaders_have_answered_and_reminds_the_others_once_and_nothing_of_members() {
    let town = Town::new(None);
    town.settle(&crate::support::forms::roster());
    let id = town.launch("anonymous");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    answer(&town, &service, "crane1@harbour.example").await;
    assert_eq!(
        lead(&town, &service, "carla@harbour.example").await.status,
        StatusCode::OK
    );
    let console = format!("/hr/waves/{id}");
    let mut hr = hr(&town, &service).await;
    let page = hr.get(&console).await;
    page.says("1 of 3 leaders have answered");
    page.says("has not answered yet");
    page.keeps_silent_about("Crane1");
    let remind = format!("{console}/remind-leaders");
    went_to(&hr.post(&remind, &[]).await, &console);
    town.run_due();
    let nudged = |name: &str| {
        let mails = town.mails_to(&format!("{name}@harbour.example"));
        let asks = |mail: &&gutcheck::transport::Delivered| {
            mail.message.text.contains("never which members")
                || mail.message.text.contains("aber nie, welche Mitglieder")
        };
        mails.iter().filter(asks).count()
    };
    assert_eq!((nudged("carla"), nudged("piet"), nudged("kim")), (0, 1, 1));
    assert_eq!(nudged("crane2"), 0);
    let again = hr.post(&remind, &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.says("nobody left to remind");
    town.mails_are_whole();
    // Leaders of teams that count together by choice are named to all their members.
    let piet = readers(&town, &service, "cook1@harbour.example").await;
    assert_eq!(piet, json!(["Kim", "Piet"]));
    town.wait(10, 0);
    hr.sign_in(&town.app, HR).await;
    let closed = hr.get(&console).await;
    closed.keeps_silent_about("Remind those");
    assert!(wave::remind_leaders(&town.app, &id, "Hanna").is_err());
}
