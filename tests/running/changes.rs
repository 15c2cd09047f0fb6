//! The end of a wave, one person more, and that there will be none: through HR's pages, and what everybody reads.

use crate::stage::{answer, chain, hr, import, letters, read, verified};
use crate::support::chapters::went_to;
use crate::support::forms::{filled, roster};
use crate::support::voter::{Voter, post};
use crate::support::{Browser, Pages, Town, amendments};
use actix_web::http::StatusCode;
use actix_web::test::init_service;
use gutcheck::ids::WaveId;
use gutcheck::mail;
use gutcheck::store::outbox::{Delivery, Kind};
use gutcheck::store::wave::State;
use gutcheck::survey::Role;
use gutcheck::wave::{self, PlanForm};
use serde_json::{Value, json};

fn opened(promise: &str) -> (Town, WaveId) {
    let town = Town::new(None);
    town.settle(&roster());
    let id = town.launch(promise);
    (town, id)
}

/// Launches a wave with these times.
fn launched(promise: &str, opens: &str, closes: &str) -> (Town, WaveId) {
    let town = Town::new(None);
    town.settle(&roster());
    let plan = PlanForm {
        opens: opens.into(),
        closes: closes.into(),
        ..town.plan(promise)
    };
    let id = wave::plan(&town.app, &plan).unwrap();
    town.count_kitchen_with_pilots(&id);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    (town, id)
}

fn count(town: &Town, id: &WaveId, kind: Kind, state: Delivery) -> i64 {
    let standing = mail::standing(&town.app, id).unwrap();
    let of_kind = standing.iter().filter(|one| one.kind == kind);
    of_kind.map(|one| one.at(&[state])).sum()
}

/// What the answer page is told for the link that went to an address.
async fn promise<S: Pages>(town: &Town, service: &S, email: &str) -> Value {
    let link = town.link_to(email, "/a#");
    let parts: Vec<&str> = link.strip_prefix("/a#").unwrap().split('.').collect();
    let asked = json!({ "root": parts[0], "cell": parts[1].parse::<i32>().unwrap() });
    let (status, said) = post(service, "/promise", asked).await;
    assert_eq!(status, StatusCode::OK);
    said
}

async fn public<S: Pages>(town: &Town, service: &S, id: &WaveId) -> crate::support::Page {
    let page = format!("/wave/{}", letters(town, id));
    Browser::new(service).get(&page).await
}

#[actix_web::test]
async fn an_extended_wave_says_so_everywhere_and_calls_once_more_whoever_has_not_answered() {
    let (town, id) = opened("anonymous");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    answer(&town, &service, "crane1@harbour.example").await;
    town.wait(9, 1);
    assert_eq!(count(&town, &id, Kind::LastCall, Delivery::Sent), 14);
    let (console, mut hr) = (format!("/hr/waves/{id}"), hr(&town, &service).await);
    let extend = format!("{console}/extend");
    hr.get(&console)
        .await
        .says("24 June 2026, 18:00 (Europe/Berlin) at the latest");
    for (closes, why) in [
        ("2026-06-24T18:01", "not after 2026-06-24 16:00:00 UTC"),
        ("2026-06-10T18:00", "later than the present one"),
        ("2026-06-09T18:00", "later than the present one"),
        ("soon", "The end is missing"),
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
    assert_eq!(count(&town, &id, Kind::SecondCall, Delivery::Sent), 0);
    town.wait(0, 3);
    assert_eq!(count(&town, &id, Kind::SecondCall, Delivery::Sent), 13);
    let to = |name: &str| town.mails_to(&format!("{name}@harbour.example"));
    assert_eq!((to("crane1").len(), to("crane2").len()), (1, 3));
    let last = to("crane3").pop().unwrap().message;
    assert!(last.subject.contains("was extended"), "{}", last.subject);
    assert!(last.text.contains("17 June 2026, 18:00"), "{}", last.text);
    town.mails_are_whole();
    answer(&town, &service, "crane3@harbour.example").await;
    town.wait(0, 11);
    assert_eq!(read(&town, &id).state, State::Closed);
    hr.sign_in(&town.app, crate::stage::HR).await;
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
    assert_eq!(count(&town, &id, Kind::LastCall, Delivery::Sent), 0);
    town.wait(7, 0);
    assert_eq!(count(&town, &id, Kind::LastCall, Delivery::Sent), 15);
    assert_eq!(count(&town, &id, Kind::SecondCall, Delivery::Sent), 0);
    // A wave that waits for its opening has no mails that could wait.
    let (town, id) = launched("confidential", "2026-06-08T09:00", "2026-06-12T18:00");
    let form = wave::ExtendForm {
        closes: "2026-06-19T18:00".into(),
    };
    wave::extend(&town.app, &id, &form, "Hanna").unwrap();
    town.wait(7, 0);
    assert_eq!(read(&town, &id).state, State::Open);
    assert_eq!(count(&town, &id, Kind::LastCall, Delivery::Queued), 15);
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
        let (fixed, changed) = page.body.split_once("What was changed since").unwrap();
        assert!(
            fixed.contains("from 1 June 2026, 07:00 UTC to 1 June 2027, 16:00 UTC"),
            "{fixed}"
        );
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
                let said = self::promise(&town, &service, "crane1@harbour.example").await;
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

#[actix_web::test]
async fn a_wave_that_was_launched_by_mistake_is_called_off_before_anybody_is_asked() {
    let (town, id) = launched("anonymous", "2026-06-29T09:00", "2026-07-09T18:00");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    assert_eq!(read(&town, &id).state, State::Frozen);
    let (console, mut hr) = (format!("/hr/waves/{id}"), hr(&town, &service).await);
    hr.get(&console)
        .await
        .says("Nobody has been asked yet, so nobody gets a mail.");
    went_to(
        &hr.post(&format!("{console}/call-off"), &[]).await,
        &console,
    );
    hr.get(&console).await.says("This wave was called off");
    town.wait(60, 0);
    assert!(town.app.mailer.kept().is_empty());
    public(&town, &service, &id)
        .await
        .says("This wave was called off on 1 June 2026");
    let said = verified(&town, &service, &letters(&town, &id)).await;
    assert!(
        said.contains("[holds] A wave that was called off says so"),
        "{said}"
    );
    // One that trustees have still to prove can be stopped as well.
    let town = crate::support::trustees::harbour(None);
    let (id, _) = crate::support::trustees::launch(&town, &crate::support::trustees::three());
    assert_eq!(read(&town, &id).state, State::Proving);
    wave::call_off(&town.app, &id, "Hanna").unwrap();
    town.wait(40, 0);
    assert!(town.app.mailer.kept().is_empty());
}

#[actix_web::test]
async fn whoever_was_asked_gets_one_mail_that_the_wave_was_called_off_and_nothing_is_ever_opened() {
    let (town, id) = opened("anonymous");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let crane = "crane1@harbour.example";
    answer(&town, &service, crane).await;
    // One was not reached, and one wants no mails.
    let lost = town
        .mails_to("crane2@harbour.example")
        .remove(0)
        .message
        .message_id;
    let notice = include_str!("../cases/address-corrected-in-an-open-wave/bounce.eml")
        .replace("{{MESSAGE-ID}}", &lost);
    assert_eq!(
        mail::returned(&town.app, notice.as_bytes()).unwrap().noted,
        1
    );
    let stop = town.link_to_stop("crane3@harbour.example");
    Browser::new(&service)
        .post(&stop, &[("wish", "none")])
        .await;
    // Somebody holds a signed ballot that has not arrived yet.
    let answers = filled(town.survey(), Role::Member, "4");
    let late = Voter::new(
        &town,
        &service,
        "crane4@harbour.example",
        town.survey(),
        &answers,
    )
    .await;
    let (_, issued) = late.issue(&service, false).await;
    let ballot = late.ballot(&issued);

    let (console, mut hr) = (format!("/hr/waves/{id}"), hr(&town, &service).await);
    hr.get(&console)
        .await
        .says("17 people have been asked; each gets one mail that says so.");
    went_to(
        &hr.post(&format!("{console}/call-off"), &[]).await,
        &console,
    );
    town.run_due();
    let told = |name: &str| {
        let mails = town.mails_to(&format!("{name}@harbour.example"));
        mails
            .iter()
            .filter(|one| {
                one.message.subject.contains("called off")
                    || one.message.subject.contains("abgesagt")
            })
            .count()
    };
    for name in ["crane1", "crane4", "pilot1", "carla"] {
        assert_eq!(told(name), 1, "{name}");
    }
    assert_eq!((told("crane2"), told("crane3"), told("hr")), (0, 0, 0));
    let words = |name: &str| {
        town.mails_to(&format!("{name}@harbour.example"))
            .pop()
            .unwrap()
            .message
            .text
            .replace("Crane", "")
            .replace(['1', '5'], "")
    };
    let stops = |text: String| {
        text.lines()
            .filter(|line| !line.contains("/stop/"))
            .collect::<String>()
    };
    assert_eq!(
        stops(words("crane1")),
        stops(words("crane5")),
        "who answered is told nothing else"
    );
    assert!(words("crane1").contains("destroyed unopened"));
    town.mails_are_whole();

    let twice = hr.post(&format!("{console}/call-off"), &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    twice.says("cannot be called off");
    for verb in ["extend", "close", "add", "release"] {
        let form = [("closes", "2026-06-12T18:00"), ("who", "x")];
        let refused = hr.post(&format!("{console}/{verb}"), &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{verb}");
    }
    // Three places say one thing.
    assert_eq!(promise(&town, &service, crane).await["state"], "off");
    assert_eq!(late.cast(&service, &ballot).await.0, StatusCode::GONE);
    public(&town, &service, &id)
        .await
        .says("nothing of it can ever be opened");
    let said = verified(&town, &service, &letters(&town, &id)).await;
    assert!(
        said.contains("[holds] A wave that was called off"),
        "{said}"
    );
    assert!(town.app.keys.opening(&id.bytes()).is_err());
    assert_eq!(crate::support::chapters::ballots(&town, &id), 0);
    let before = town.app.mailer.kept().len();
    town.wait(20, 0);
    assert_eq!(town.app.mailer.kept().len(), before);
}

#[test]
fn of_several_changes_at_once_each_is_lawful_after_the_one_before() {
    amendments::changes_at_once_make_one_lawful_chain(None);
    amendments::the_last_place_is_given_once(None);
    amendments::a_wave_ends_once(None);
}
