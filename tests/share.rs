//! What the members of a group get to read of its result.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::{StatusCode, header};
use actix_web::test::init_service;
use gutcheck::ids::WaveId;
use gutcheck::store::wave as stored;
use gutcheck::wave::{self, PlanForm};
use serde_json::{Value, json};
use support::chapters::answer;
use support::forms::roster;
use support::voter::post;
use support::{Browser, Pages, Town};

const CRANE: &str = "crane1@harbour.example";
const CARLA: &str = "carla@harbour.example";

fn crane(n: usize) -> String {
    format!("crane{n}@harbour.example")
}

/// So many cranes and five pilots answer, and the results are released.
async fn finish<S: Pages>(town: &Town, service: &S, id: &WaveId, cranes: usize) {
    let survey = town.survey().clone();
    let people = (1..=cranes).map(crane);
    let people = people.chain((1..=5).map(|n| format!("pilot{n}@harbour.example")));
    for email in people {
        answer(town, service, &survey, &email, "4").await;
    }
    town.wait(11, 0);
    wave::count(&town.app, id, "Hanna").unwrap();
    town.run_due();
}

/// The texts of the mails to somebody that have this in them.
fn mails(town: &Town, email: &str, part: &str) -> Vec<String> {
    let mails = town.mails_to(email).into_iter();
    let texts = mails.map(|mail| mail.message.text);
    texts.filter(|text| text.contains(part)).collect()
}

/// A mail without what is only for the one it went to.
fn common(text: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.starts_with("Hello") && !line.contains("/stop/"));
    lines.collect::<Vec<_>>().join("\n")
}

/// A wave in which members always get the report of their group, open.
fn promising(town: &Town, promise: &str) -> WaveId {
    let plan = PlanForm {
        members: wave::ALWAYS.into(),
        ..town.plan(promise)
    };
    let id = wave::plan(&town.app, &plan).unwrap();
    town.count_kitchen_with_pilots(&id);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    id
}

/// What the promise behind a mailed link says that members get.
async fn members_get<S: Pages>(town: &Town, service: &S) -> Value {
    let link = town.link_to(CRANE, "/a#");
    let mut parts = link.trim_start_matches("/a#").split('.');
    let root = parts.next().unwrap();
    let cell: i32 = parts.next().unwrap().parse().unwrap();
    let (status, reply) = post(service, "/promise", json!({ "root": root, "cell": cell })).await;
    assert_eq!(status, StatusCode::OK);
    let terms: Value = serde_json::from_str(reply.get("terms").unwrap().as_str().unwrap()).unwrap();
    terms.get("members_get").unwrap().clone()
}

#[actix_web::test]
async fn whether_members_get_the_report_is_promised_before_they_answer() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = promising(&town, "anonymous");
    assert_eq!(members_get(&town, &service).await, "report");
    let root = town
        .app
        .store
        .read(|c| gutcheck::store::promise::root(c, &id))
        .unwrap();
    let page = Browser::new(&service)
        .get(&format!("/wave/{}", root.unwrap()))
        .await;
    page.says("Members get the report of their group when the results are released");
    // The next wave begins with what was promised in this one.
    let next = wave::retake(&town.app, &id).unwrap();
    assert!(
        town.app
            .store
            .read(|c| stored::wave(c, &next))
            .unwrap()
            .members_read
    );

    let other = Town::new(None);
    other.settle(&roster());
    other.launch("anonymous");
    let service = init_service(gutcheck::web::pages(other.app.clone())).await;
    assert_eq!(members_get(&other, &service).await, "nothing");
}

#[actix_web::test]
async fn a_plain_form_says_what_members_and_their_leader_are_promised() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    promising(&town, "confidential");
    let mut browser = Browser::new(&service);
    let form = browser.get(&town.link_to(CRANE, "/answer/")).await;
    form.says("When the results are released, you get the report of your group");
    let form = browser
        .get(&town.link_to("carla@harbour.example", "/leader/"))
        .await;
    form.says("and so do the members of your team");
}

#[actix_web::test]
async fn a_leader_shares_a_report_with_everybody_who_was_asked_and_takes_it_back() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = town.launch("anonymous");
    let mut stopped = Browser::new(&service);
    let stop = town.link_to_stop(&crane(7));
    stopped.post(&stop, &[("wish", "not-this")]).await;
    finish(&town, &service, &id, 5).await;
    // Who was asked is known still when the keys are gone, and who answered is not.
    town.wait(4, 0);
    let team = town.link_to(CARLA, "/teams/");
    let mut carla = Browser::new(&service);
    carla.sign_in(&town.app, CARLA).await;
    carla.get(&team).await.says("7 people get the mail");
    let path = format!("{team}/share");
    for _ in 0..2 {
        let done = carla.post(&path, &[]).await;
        assert_eq!(done.location, format!("{team}#share"));
        town.run_due();
    }
    let texts: Vec<String> = (1..=6)
        .map(|n| {
            let found = mails(&town, &crane(n), "/shared/");
            assert_eq!(found.len(), 1, "one mail for each");
            common(&found[0])
        })
        .collect();
    assert!(
        texts.iter().all(|text| *text == texts[0]),
        "the silent get the same"
    );
    for other in [crane(7), "pilot1@harbour.example".into(), CARLA.into()] {
        assert!(mails(&town, &other, "/shared/").is_empty(), "{other}");
    }

    let link = town.link_to(CRANE, "/shared/");
    let mut anybody = Browser::new(&service);
    let page = anybody.get(&link).await;
    assert_eq!(page.status, StatusCode::OK);
    page.says("Cranes");
    page.says("5 of 7");
    page.says("<svg");
    page.says("How the team sees the work");
    for kept in ["/teams/", "Comments", "report.pdf", "csrf", "/sign-in"] {
        page.keeps_silent_about(kept);
    }
    let said = |name: &str| page.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(said("cache-control"), "no-store");
    assert_eq!(said("x-robots-tag"), "noindex");
    assert!(page.headers.get(header::SET_COOKIE).is_none());

    carla.get(&team).await.says("Shared with the team since");
    carla.post(&format!("{path}/end"), &[]).await;
    let gone = anybody.get(&link).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    gone.says("not here any more");

    // Shared once more it has another secret, and HR takes it back.
    carla.post(&path, &[]).await;
    town.run_due();
    let again = town.link_to(CRANE, "/shared/");
    assert_ne!(again, link);
    assert_eq!(anybody.get(&link).await.status, StatusCode::NOT_FOUND);
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, "hr@harbour.example").await;
    let console = hr.get(&format!("/hr/waves/{id}")).await;
    let end = console
        .body
        .split('"')
        .find(|part| part.ends_with("/end") && part.contains("/shares/"));
    hr.post(end.unwrap(), &[]).await;
    assert_eq!(anybody.get(&again).await.status, StatusCode::NOT_FOUND);
    // Everybody was told twice; nobody gets a third mail.
    carla.get(&team).await.says("shared and taken back twice");
    let third = carla.post(&path, &[]).await;
    assert_eq!(third.status, StatusCode::UNPROCESSABLE_ENTITY);
    town.run_due();
    assert_eq!(mails(&town, CRANE, "/shared/").len(), 2);
    let log = hr.get("/hr/log").await;
    assert_eq!(log.body.matches("shared with members").count(), 2);
    assert_eq!(log.body.matches("taken back").count(), 2);
}

#[actix_web::test]
async fn a_report_is_shared_by_its_own_leader_alone_and_not_for_others() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = town.launch("anonymous");
    finish(&town, &service, &id, 5).await;
    let cranes = town.link_to(CARLA, "/teams/");
    let mut piet = Browser::new(&service);
    piet.sign_in(&town.app, "piet@harbour.example").await;
    piet.get("/teams").await;
    let foreign = piet.post(&format!("{cranes}/share"), &[]).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    // The pilots are counted together with the kitchen: its leader's answers are in the report too.
    let joint = town.link_to("piet@harbour.example", "/teams/");
    piet.get(&format!("{joint}?lang=en"))
        .await
        .says("none of you can share it for all");
    let refused = piet.post(&format!("{joint}/share"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut anybody = Browser::new(&service);
    let stranger = anybody.post_without_token(&format!("{cranes}/share")).await;
    assert_ne!(stranger.location, format!("{cranes}#share"));
    town.run_due();
    let all = (1..=7).map(crane).chain([
        "pilot1@harbour.example".into(),
        "cook1@harbour.example".into(),
    ]);
    for email in all {
        assert!(mails(&town, &email, "/shared/").is_empty(), "{email}");
    }
    // Whoever guesses is slowed down.
    let mut tried = 0;
    loop {
        let guess = anybody.get(&format!("/shared/{tried:0>52}")).await;
        if guess.status == StatusCode::UNPROCESSABLE_ENTITY {
            break;
        }
        assert_eq!(guess.status, StatusCode::NOT_FOUND);
        tried += 1;
        assert!(tried < 600, "nobody was slowed down");
    }
}

#[actix_web::test]
async fn at_the_release_everybody_is_told_what_happens_next_whether_they_answered_or_not() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = town.launch("anonymous");
    finish(&town, &service, &id, 5).await;
    let told: Vec<String> = (1..=7)
        .map(|n| {
            let found = mails(&town, &crane(n), "now with Carla");
            assert_eq!(found.len(), 1, "crane {n}");
            common(&found[0])
        })
        .collect();
    assert!(told.iter().all(|text| *text == told[0]));
    let pilot = mails(
        &town,
        "pilot1@harbour.example",
        "mit anderen Teams zusammen",
    );
    assert!(pilot.len() == 1 && pilot[0].contains("Kim, Piet"));
    assert_eq!(
        mails(&town, "cook1@harbour.example", "together with other teams").len(),
        1
    );
    town.mails_are_whole();

    // Too few cranes: nothing of them is shown, and they are told so.
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = town.launch("anonymous");
    finish(&town, &service, &id, 2).await;
    let told: Vec<usize> = (1..=7)
        .map(|n| mails(&town, &crane(n), "Too few people").len())
        .collect();
    assert_eq!(told, [1; 7]);
}

#[actix_web::test]
async fn what_was_promised_reaches_every_member_with_the_release_and_ends_with_the_next() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = promising(&town, "anonymous");
    finish(&town, &service, &id, 5).await;
    let mut anybody = Browser::new(&service);
    let link = town.link_to(&crane(7), "/shared/");
    assert_eq!(link, town.link_to(CRANE, "/shared/"));
    assert_eq!(mails(&town, CRANE, "/shared/").len(), 1);
    anybody.get(&link).await.says("5 of 7");
    // Teams that are counted together read one page about both.
    let joint = town.link_to("cook1@harbour.example", "/shared/");
    assert_eq!(joint, town.link_to("pilot1@harbour.example", "/shared/"));
    anybody.get(&joint).await.says("Kitchen");
    let mut carla = Browser::new(&service);
    carla.sign_in(&town.app, CARLA).await;
    let team = town.link_to(CARLA, "/teams/");
    carla.get(&team).await.says("it was promised");
    let kept = carla.post(&format!("{team}/share/end"), &[]).await;
    assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY);
    anybody.get(&link).await.says("5 of 7");

    let next = town.launch_again(&id);
    anybody.get(&link).await.says("5 of 7");
    finish(&town, &service, &next, 6).await;
    assert_eq!(anybody.get(&link).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_wave_that_nobody_releases_ends_with_word_to_everybody_who_was_asked() {
    let town = Town::new(None);
    town.settle(&roster());
    town.launch("anonymous");
    town.wait(11, 0);
    town.wait(31, 0);
    for email in (1..=7).map(crane).chain(["cook1@harbour.example".into()]) {
        assert_eq!(
            mails(&town, &email, "nobody sees any results").len(),
            1,
            "{email}"
        );
    }
    assert_eq!(mails(&town, CARLA, "nobody sees any results").len(), 0);
}

#[actix_web::test]
async fn the_slides_show_one_thing_each_without_a_script_and_nothing_of_the_comments() {
    let town = Town::new(None);
    town.settle(&roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = town.launch("anonymous");
    finish(&town, &service, &id, 5).await;
    let team = town.link_to(CARLA, "/teams/");
    let mut carla = Browser::new(&service);
    carla.sign_in(&town.app, CARLA).await;
    for page in [&team, &format!("{team}/guide")] {
        carla.get(page).await.says(&format!("{team}/slides"));
    }
    let slides = carla.get(&format!("{team}/slides")).await;
    assert_eq!(slides.status, StatusCode::OK);
    // Each leads to the next by a link.
    let count = slides.body.matches("<section class=\"slide").count();
    assert_eq!(count, 7);
    for number in 1..=count {
        slides.says(&format!("id=\"slide-{number}\""));
        slides.says(&format!("href=\"#slide-{number}\""));
    }
    slides.says("How the team sees the work");
    slides.says("This is the first time");
    slides.keeps_silent_about("Comments");
    slides.keeps_silent_about(" hidden");
    let mut piet = Browser::new(&service);
    piet.sign_in(&town.app, "piet@harbour.example").await;
    let foreign = piet.get(&format!("{team}/slides")).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
}
