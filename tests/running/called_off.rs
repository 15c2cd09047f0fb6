//! A wave that is called off, before anybody is asked and afterwards.

use crate::stage::{answer, hr, launched, letters, opened, promise, public, read, verified};
use crate::support::Browser;
use crate::support::chapters::{ballots, went_to};
use crate::support::forms::filled;
use crate::support::trustees::{harbour, launch, three};
use crate::support::voter::Voter;
use actix_web::http::StatusCode;
use actix_web::test::init_service;
use gutcheck::store::wave::State;
use gutcheck::survey::Role;
use gutcheck::{mail, wave};

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
    let town = harbour(None);
    let (id, _) = launch(&town, &three());
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
    let (_, issued) = late.issue(&service).await;
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
    assert_eq!(ballots(&town, &id), 0);
    let before = town.app.mailer.kept().len();
    town.wait(20, 0);
    assert_eq!(town.app.mailer.kept().len(), before);
}
