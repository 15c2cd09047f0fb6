//! Mails that HR has sent again to one person, and what is planned and queued.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::init_service;
use chrono::Duration;
use gutcheck::ids::WaveId;
use gutcheck::mail;
use gutcheck::store::outbox::{Delivery, Kind};
use support::chapters::hr_again;
use support::forms::roster;
use support::{Browser, Town};

const CRANE: &str = "crane2@harbour.example";

fn opened(promise: &str) -> (Town, WaveId) {
    let town = Town::new(None);
    town.settle(&roster());
    let id = town.launch(promise);
    (town, id)
}

#[actix_web::test]
async fn hr_has_the_mail_to_one_person_sent_again_and_learns_nothing_by_it() {
    let (town, id) = opened("confidential");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr_again(&mut hr).await;
    let page = format!("/hr/waves/{id}/mail-one");
    hr.get(&format!("/hr/waves/{id}")).await.says(&page);
    hr.get(&page).await.keeps_silent_about("Crane2");
    let found = hr.post(&page, &[("name", "crane")]).await;
    found.says("7 found");
    found.says("asked about Cranes");
    let all = hr.post(&page, &[("name", "harbour")]).await;
    all.says("More than 10 found");
    let one = hr.post(&page, &[("name", " CRANE2 ")]).await;
    one.says("One person found");
    let slip = one.hidden("slip").unwrap();
    hr.post(&page, &[("name", "nobody-of-us")])
        .await
        .says("Nobody found");

    // Just after the first mail there is nothing to be sent again.
    let fields = [("name", "crane2"), ("slip", slip.as_str())];
    let refused = hr.post(&page, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("less than an hour ago");
    let an_hour = |town: &Town| {
        town.app.clock.set(town.app.now() + Duration::minutes(61));
        town.run_due();
    };
    an_hour(&town);
    hr.post(&page, &fields)
        .await
        .says("The mail to Crane2 is sent again");
    town.run_due();
    let mails = town.mails_to(CRANE);
    assert_eq!(mails.len(), 2);
    assert_eq!(
        mails[0].message.text, mails[1].message.text,
        "the same words, the same link"
    );
    assert_ne!(
        mails[0].message.message_id, mails[1].message.message_id,
        "a mail program would not show it a second time"
    );
    hr.post(&page, &fields).await.says("less than an hour ago");

    // Whoever wants none gets none; whoever has answered gets it like others. Page and counts say the same.
    let names = ["crane3", "crane4", "crane5"];
    let mut guest = Browser::new(&service);
    guest
        .post(
            &town.link_to_stop("crane3@harbour.example"),
            &[("wish", "not-this")],
        )
        .await;
    let link = town.link_to("crane4@harbour.example", "/answer/");
    let answers = support::forms::filled(town.survey(), gutcheck::survey::Role::Member, "4");
    guest.post(&link, &support::forms::pairs(&answers)).await;
    let mut said = Vec::new();
    for name in names {
        let found = hr.post(&page, &[("name", name)]).await;
        let slip = found.hidden("slip").unwrap();
        let before = hr.get(&format!("/hr/waves/{id}")).await.body;
        let done = hr.post(&page, &[("name", name), ("slip", &slip)]).await;
        town.run_due();
        let after = hr.get(&format!("/hr/waves/{id}")).await.body;
        let cut = |body: &str| body.split("id=\"mail\"").nth(1).unwrap().to_owned();
        assert_eq!(cut(&before), cut(&after), "{name}");
        said.push(
            done.body
                .replace(&slip, "")
                .replace(name, "x")
                .replace(&name.replace('c', "C"), "x"),
        );
    }
    assert!(said.iter().all(|page| *page == said[0]));
    let got = names.map(|name| town.mails_to(&format!("{name}@harbour.example")).len());
    assert_eq!(got, [1, 2, 2]);

    // Not without end, not for another wave's people, and not when the wave is over.
    for _ in 0..4 {
        an_hour(&town);
        hr.post(&page, &fields).await.says("is sent again");
        town.run_due();
    }
    an_hour(&town);
    hr.post(&page, &fields).await.says("five times");
    assert_eq!(town.mails_to(CRANE).len(), 6);
    let nobody = hr.post(&page, &[("slip", id.as_str())]).await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    gutcheck::wave::close(&town.app, &id, "Hanna").unwrap();
    hr.post(&page, &fields).await.says("not open");
    town.mails_are_whole();
}

#[actix_web::test]
async fn what_came_back_is_sent_again_to_one_person_as_the_mail_that_counts() {
    let (town, id) = opened("confidential");
    let message_id = town.mails_to(CRANE).remove(0).message.message_id;
    let notice = format!(
        "From: mailer-daemon@mx.example\nContent-Type: multipart/report; boundary=b\n\n--b\n\
         Content-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1\n\n--b\n\
         Content-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\n\n--b--\n"
    );
    assert_eq!(
        mail::returned(&town.app, notice.as_bytes()).unwrap().noted,
        1
    );
    let found = mail::search(&town.app, &id, "crane2").unwrap();
    mail::resend(&town.app, &id, &found[0].slip, "Hanna").unwrap();
    town.run_due();
    assert_eq!(town.mails_to(CRANE).len(), 2);
    assert!(mail::unreachable(&town.app, &id).unwrap().is_empty());
    let leader = mail::search(&town.app, &id, "carla").unwrap();
    assert!(leader[0].leads);
    town.app.clock.set(town.app.now() + Duration::hours(2));
    mail::resend(&town.app, &id, &leader[0].slip, "Hanna").unwrap();
    town.run_due();
    let mails = town.mails_to("carla@harbour.example");
    assert_eq!(mails[0].message.text, mails[1].message.text);
}

/// How many of a kind wait for their day.
fn planned(town: &Town, id: &WaveId, kind: Kind) -> i64 {
    let standing = mail::standing(&town.app, id).unwrap();
    let of_kind = standing.iter().find(|one| one.kind == kind);
    of_kind
        .and_then(|one| one.planned)
        .map_or(0, |planned| planned.mails)
}

fn queued(town: &Town, id: &WaveId) -> i64 {
    let standing = mail::standing(&town.app, id).unwrap();
    standing.iter().map(|one| one.at(&[Delivery::Queued])).sum()
}

#[actix_web::test]
async fn planned_mails_have_their_day_and_what_will_not_be_sent_any_more_is_not_counted() {
    let (town, id) = opened("confidential");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr_again(&mut hr).await;
    let console = format!("/hr/waves/{id}");
    let page = hr.get(&console).await;
    page.says("Planned");
    page.says("5 June 2026");
    page.says("10 June 2026");
    assert_eq!(
        (planned(&town, &id, Kind::Reminder), queued(&town, &id)),
        (15, 0)
    );

    // Who has answered is counted like others; who has left or wants none is not.
    let link = town.link_to(CRANE, "/answer/");
    let answers = support::forms::filled(town.survey(), gutcheck::survey::Role::Member, "4");
    let mut guest = Browser::new(&service);
    guest.post(&link, &support::forms::pairs(&answers)).await;
    assert_eq!(planned(&town, &id, Kind::Reminder), 15);
    guest
        .post(
            &town.link_to_stop("crane3@harbour.example"),
            &[("wish", "not-this")],
        )
        .await;
    assert_eq!(planned(&town, &id, Kind::Reminder), 14);
    assert_eq!(planned(&town, &id, Kind::LastCall), 14);

    gutcheck::wave::close(&town.app, &id, "Hanna").unwrap();
    assert_eq!(planned(&town, &id, Kind::LastCall), 0);
    assert_eq!(queued(&town, &id), 0);
    let page = hr.get(&console).await;
    page.keeps_silent_about("Planned");
    page.keeps_silent_about("/mail-one");
}
