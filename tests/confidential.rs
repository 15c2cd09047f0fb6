//! Waves that were launched with the weaker promise: a plain form, no script, and never the other word.

mod support;

use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::store::{ballot, promise};
use gutcheck::survey::Role;
use support::forms::{filled, pairs, roster};
use support::voter::post;
use support::{Browser, Town};

#[actix_web::test]
async fn a_plain_form_takes_one_answer_skips_what_is_skipped_and_loses_nothing_when_one_is_wrong() {
    let town = Town::new(None);
    town.settle(&roster());
    let id = town.launch("confidential");
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let survey = town.survey();

    let mut member = Browser::new(&service);
    let link = town.link_to("pilot1@harbour.example", "/answer/");
    let form = member.get(&link).await;
    let item = survey.items.first().unwrap();
    form.says(item.wording(Role::Member).unwrap().text("de"));
    member.get(&link).await;
    let answers = filled(survey, Role::Member, "4");
    let but_a1 = |value: Option<&'static str>| -> Vec<_> {
        let kept = pairs(&answers)
            .into_iter()
            .filter(|(name, _)| *name != "A1");
        kept.chain(value.map(|value| ("A1", value))).collect()
    };
    let empty = member.post(&link, &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    empty.says("Beantworten Sie zuerst mindestens eine Aussage.");
    let back = member.post(&link, &but_a1(Some("9"))).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    let asked = survey
        .form(Role::Member)
        .filter(|(_, item)| !survey.is_slot(item));
    let chosen = asked.count() - 1;
    assert_eq!(back.body.matches("checked").count(), chosen);
    // One statement is skipped, and the form is sent twice.
    for _ in 0..2 {
        let page = member.post(&link, &but_a1(None)).await;
        assert_eq!(page.status, StatusCode::OK);
    }
    let stored = town.app.store.read(|c| ballot::of_wave(c, &id)).unwrap();
    assert_eq!(stored.len(), 1);

    // Somebody in a small team is asked about it, and told how large the group is that counts together.
    let cook = member
        .get(&town.link_to("cook1@harbour.example", "/answer/"))
        .await;
    cook.says("Kitchen");
    cook.says("one of 8");
}

#[actix_web::test]
async fn a_confidential_wave_never_calls_itself_anonymous() {
    let town = Town::new(None);
    town.settle(&roster());
    let id = town.launch("confidential");
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut member = Browser::new(&service);
    let root = town.app.store.read(|c| promise::of_wave(c, &id)).unwrap();
    let root = root.unwrap().root;
    let form = member
        .get(&town.link_to("crane1@harbour.example", "/answer/"))
        .await;
    let page = member.get(&format!("/wave/{root}")).await;
    let mail = town.mails_to("crane1@harbour.example").remove(0).message;
    for text in [form.body, page.body, mail.text, mail.html] {
        let text = text.to_lowercase();
        assert!(text.contains("confidential"), "{text}");
        // The one place where the word may stand says that it does not apply.
        for part in text.split("anonym").skip(1) {
            assert!(part.starts_with("ous"), "{part}");
        }
        let others = text
            .replace("not anonymous", "")
            .replace("not be anonymous", "");
        assert!(!others.contains("anonym"), "{others}");
    }
    let asked = serde_json::json!({ "root": root, "cell": 0 });
    assert_eq!(
        post(&service, "/promise", asked).await.0,
        StatusCode::NOT_FOUND
    );
}

#[actix_web::test]
async fn an_anonymous_wave_shows_the_server_no_form() {
    let town = Town::new(None);
    town.settle(&roster());
    town.launch("anonymous");
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut member = Browser::new(&service);
    let link = town.link_to("crane1@harbour.example", "/a#");
    let token = link.rsplit('.').next().unwrap();
    let address = format!("/answer/{token}");
    assert_eq!(member.get(&address).await.status, StatusCode::NOT_FOUND);
    let answers = filled(town.survey(), Role::Member, "4");
    let sent = member.post(&address, &pairs(&answers)).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
}
