//! The end of a wave, and one person more: through HR's pages, and what everybody reads.

use crate::stage::{
    HR, answer, chain, hr, import, launched, letters, opened, promise, public, read, verified,
};
use crate::support::chapters::went_to;
use crate::support::forms::roster;
use crate::support::outbox::mails;
use crate::support::voter::post;
use crate::support::{Browser, amendments};
use actix_web::http::StatusCode;
use actix_web::test::init_service;
use gutcheck::store::outbox::{Delivery, Kind};
use gutcheck::store::wave::State;
use gutcheck::wave;
use serde_json::{Value, json};

#[actix_web::test]
async fn an_extended_wave_says_so_everywhere_and_calls_once_more_whoever_has_not_answered() {
    let (town, id) = opened("anonymous");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    answer(&town, &service, "crane1@harbour.example").await;
    town.wait(9, 1);
    assert_eq!(mails(&town, &id, Kind::LastCall, Delivery::Sent), 14);
    let (console, mut hr) = (format!("/hr/waves/{id}"), hr(&town, &service).await);
    let extend = format!("{console}/extend");
    hr.get(&console)
        .await
        .says("24 June 2026, 18:00 (Europe/Berlin) at the latest");
    for (closes, why) in [
        ("2026-06-24T18:01", "not after 2026-06-24 16:00:00 UTC"),
        ("2026-06-10T18:00", "later than the present one"),
        ("2026-06-09T18:00", "later than the present one"),
        ("soon", "The end is not a time that exists"),
    ] {
        let refused = hr.post(&extend, &[("closes", closes)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{closes}");
        refused.says(why);
    }
    assert_eq!(chain(&town, &id).len(), 0);
    went_to(
        &hr.post(&extend, &[("closes", "2026-06-17T18:00")]).await,
        &console,
    );
    hr.get(&console)
        .await
        .says("accepts answers until 17 June 2026, 18:00");
    public(&town, &service, &id)
        .await
        .says("HR extended the wave; answers are accepted until 17 June 2026, 16:00");
    let said = promise(&town, &service, "crane2@harbour.example").await;
    assert!(
        said["chain"][0]
            .as_str()
            .unwrap()
            .contains("2026-06-17T16:00:00Z")
    );
    let said = verified(&town, &service, &letters(&town, &id)).await;
    assert!(
        said.contains("from 2026-06-10T16:00:00Z to 2026-06-17T16:00:00Z"),
        "{said}"
    );

    // One more last call on the last working morning, to those who have not answered by then.
    answer(&town, &service, "crane2@harbour.example").await;
    town.wait(6, 20);
    assert_eq!(mails(&town, &id, Kind::SecondCall, Delivery::Sent), 0);
    town.wait(0, 3);
    assert_eq!(mails(&town, &id, Kind::SecondCall, Delivery::Sent), 13);
    let to = |name: &str| town.mails_to(&format!("{name}@harbour.example"));
    // The reminder was due on the same day as the last call, so it did not leave.
    assert_eq!((to("crane1").len(), to("crane2").len()), (1, 2));
    let last = to("crane3").pop().unwrap().message;
    assert!(last.subject.contains("was extended"), "{}", last.subject);
    assert!(last.text.contains("17 June 2026, 18:00"), "{}", last.text);
    town.mails_are_whole();
    answer(&town, &service, "crane3@harbour.example").await;
    town.wait(0, 11);
    assert_eq!(read(&town, &id).state, State::Closed);
    hr.sign_in(&town.app, HR).await;
    hr.get(&console).await;
    let late = hr.post(&extend, &[("closes", "2026-06-20T18:00")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    late.says("can no longer be changed");
}

#[actix_web::test]
async fn a_wave_that_is_extended_before_its_last_call_calls_once_before_the_new_end() {
    let (town, id) = opened("confidential");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let (console, mut hr) = (format!("/hr/waves/{id}"), hr(&town, &service).await);
    hr.get(&console).await;
    went_to(
        &hr.post(
            &format!("{console}/extend"),
            &[("closes", "2026-06-17T18:00")],
        )
        .await,
        &console,
    );
    let form = town.link_to("crane1@harbour.example", "/answer/");
    Browser::new(&service)
        .get(&form)
        .await
        .says("until 17 June 2026");
    town.wait(9, 2);
    assert_eq!(mails(&town, &id, Kind::LastCall, Delivery::Sent), 0);
    town.wait(7, 0);
    assert_eq!(mails(&town, &id, Kind::LastCall, Delivery::Sent), 15);
    assert_eq!(mails(&town, &id, Kind::SecondCall, Delivery::Sent), 0);
    // A wave that waits for its opening has no mails that could wait.
    let (town, id) = launched("confidential", "2026-06-08T09:00", "2026-06-12T18:00");
    let form = wave::ExtendForm {
        closes: "2026-06-19T18:00".into(),
    };
    wave::extend(&town.app, &id, &form, "Hanna").unwrap();
    town.wait(7, 0);
    assert_eq!(read(&town, &id).state, State::Open);
    assert_eq!(mails(&town, &id, Kind::LastCall, Delivery::Queued), 15);
}

#[actix_web::test]
async fn somebody_who_was_forgotten_is_asked_on_a_spare_place_and_everybody_sees_it() {
    let (town, id) = opened("anonymous");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let (console, mut hr) = (format!("/hr/waves/{id}"), hr(&town, &service).await);
    hr.get(&console)
        .await
        .says("roster is missing, or no place is left");
    let more = "Harbour/Cranes;nora@harbour.example;Nora;member;en;Europe/Berlin\n\
                Harbour/Cranes;nils@harbour.example;Nils;member;en;Europe/Berlin\n";
    import(&town, &format!("{}{more}", roster()));
    let page = hr.get(&console).await;
    let key = |name: &str| {
        let option = page
            .body
            .split("<option value=\"")
            .find(|one| one.contains(name))
            .unwrap();
        option.split('"').next().unwrap().to_owned()
    };
    let (nora, nils) = (key("Nora"), key("Nils"));
    let add = format!("{console}/add");
    went_to(&hr.post(&add, &[("who", &nora)]).await, &console);
    town.run_due();
    // Asked twice, on a place that there is not, or as somebody nobody knows: refused.
    for (who, why) in [
        (nora.as_str(), "asked already"),
        (nils.as_str(), "cannot be added"),
        ("nobody.1", "cannot be added"),
    ] {
        let refused = hr.post(&add, &[("who", who)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{who}");
        refused.says(why);
    }
    assert_eq!(chain(&town, &id).len(), 1);
    assert_eq!(town.mails_to("nora@harbour.example").len(), 1);
    assert!(town.mails_to("nils@harbour.example").is_empty());
    let page = public(&town, &service, &id).await;
    page.says("is asked too, in Cranes. Places used there so far: 1 of 1");
    let said = verified(&town, &service, &letters(&town, &id)).await;
    assert!(said.contains("1 of 1 spare places in \"Cranes\""), "{said}");
    // Those who have still to answer see the name, and the new one's answer counts.
    let link = town.link_to("crane2@harbour.example", "/a#");
    let token = link.rsplit('.').next().unwrap();
    let (_, group) = post(&service, "/group", json!({ "token": token })).await;
    let sheet: Value = serde_json::from_str(group["sheet"].as_str().unwrap()).unwrap();
    let names: Vec<&str> = sheet["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect();
    assert!(names.contains(&"Nora") && names.len() == 8, "{names:?}");
    for who in ["nora", "crane1", "crane2", "crane3", "crane4", "crane5"] {
        answer(&town, &service, &format!("{who}@harbour.example")).await;
    }
    town.wait(10, 0);
    let late = wave::AddForm { who: nils };
    assert!(wave::add_person(&town.app, &id, &late, "Hanna").is_err());
    wave::count(&town.app, &id, "Hanna").unwrap();
    verified(&town, &service, &letters(&town, &id)).await;
}

#[actix_web::test]
async fn a_wave_that_was_closed_early_says_one_thing_in_all_places() {
    for promise in ["anonymous", "confidential"] {
        let (town, id) = launched(promise, "2026-06-01T09:00", "2027-06-01T18:00");
        let service = init_service(gutcheck::web::pages(town.app.clone())).await;
        town.wait(2, 0);
        let (console, mut hr) = (format!("/hr/waves/{id}"), hr(&town, &service).await);
        hr.get(&console)
            .await
            .says("a closed wave cannot be opened again");
        went_to(&hr.post(&format!("{console}/close"), &[]).await, &console);
        let twice = hr.post(&format!("{console}/close"), &[]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        hr.get(&console)
            .await
            .says("It closed on 3 June 2026, 09:00");

        let page = public(&town, &service, &id).await;
        let (before, changed) = page.body.split_once("What was changed since").unwrap();
        let (short, fixed) = before.split_once("Answers are accepted from").unwrap();
        let end = |day: &str| format!("{day}, 07:00 UTC</time>");
        assert!(short.contains(&end("3 June 2026")), "{short}");
        assert!(!short.contains("June 2027"), "{short}");
        assert!(fixed.contains(&end("1 June 2026")), "{fixed}");
        assert!(fixed.contains("1 June 2027, 16:00 UTC</time>"), "{fixed}");
        assert!(!fixed.contains("3 June 2026"), "{fixed}");
        assert!(
            changed.contains("HR closed the wave before its promised end, on 3 June 2026, 07:00")
        );
        let said = verified(&town, &service, &letters(&town, &id)).await;
        assert!(
            said.contains("on 2026-06-03T07:00:00Z and not on 2027-06-01T16:00:00Z"),
            "{said}"
        );
        match promise {
            "anonymous" => {
                let said = crate::stage::promise(&town, &service, "crane1@harbour.example").await;
                assert_eq!(said["state"], "closed");
                let line: Value = serde_json::from_str(said["chain"][0].as_str().unwrap()).unwrap();
                assert_eq!(
                    (&line["what"], &line["closes"]),
                    (&"close".into(), &"2026-06-03T07:00:00Z".into())
                );
            }
            _ => {
                let link = town.link_to("crane1@harbour.example", "/answer/");
                Browser::new(&service)
                    .get(&link)
                    .await
                    .says("It closed on 3 June 2026");
            }
        }
        // Whatever was to be sent later is not.
        let before = town.mails_to("crane1@harbour.example").len();
        town.wait(40, 0);
        assert_eq!(town.mails_to("crane1@harbour.example").len(), before);
    }
}

#[test]
fn of_several_changes_at_once_each_is_lawful_after_the_one_before() {
    amendments::changes_at_once_make_one_lawful_chain(None);
    amendments::the_last_place_is_given_once(None);
    amendments::a_wave_ends_once(None);
}
