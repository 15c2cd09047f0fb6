//! A wrong address is corrected while a wave is open.

use crate::stage::{HR, answer, chain, hr, letters, read, verified};
use crate::support::chapters::went_to;
use crate::support::sink::{Fault, Options, Phase, Sink};
use crate::support::{Browser, Town};
use actix_web::http::StatusCode;
use actix_web::test::init_service;
use gutcheck::ids::WaveId;
use gutcheck::store::outbox::Delivery;
use gutcheck::store::{frozen, people};
use gutcheck::{mail, wave};

const BEFORE: &str = include_str!("../cases/address-corrected-in-an-open-wave/before.csv");
const BOUNCE: &str = include_str!("../cases/address-corrected-in-an-open-wave/bounce.eml");
const WRONG: &str = "tom.wrong@example.org";
const RIGHT: &str = "tom.berg@example.org";

fn opened(town: &Town) -> WaveId {
    town.settle(BEFORE);
    town.launch("anonymous")
}

/// The page of somebody among those who are asked.
fn page_of(town: &Town, id: &WaveId, email: &str) -> String {
    let person = town.app.store.read(|c| people::person_by_email(c, email));
    format!("/hr/waves/{id}/people/{}", person.unwrap().unwrap().id)
}

fn invited(town: &Town, id: &WaveId) -> Vec<i32> {
    let cells = town.app.store.read(|c| frozen::cells(c, id)).unwrap();
    cells.iter().map(|cell| cell.invited).collect()
}

#[actix_web::test]
async fn the_same_invitation_goes_to_the_right_address_and_the_old_one_gets_nothing_more() {
    let town = Town::new(None);
    let id = opened(&town);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let sent = town.mails_to(WRONG).remove(0).message;
    let notice = BOUNCE.replace("{{MESSAGE-ID}}", &sent.message_id);
    assert_eq!(
        mail::returned(&town.app, notice.as_bytes()).unwrap().noted,
        1
    );
    let (before, promised) = (invited(&town, &id), letters(&town, &id));

    let mut hr = hr(&town, &service).await;
    let console = hr.get(&format!("/hr/waves/{id}")).await;
    let page = page_of(&town, &id, WRONG);
    console.says("Correct the address of Tom Berg");
    console.says(&page);
    let one = hr.get(&page).await;
    one.says("the first mail did not arrive");
    one.says("the same link, goes to the right address at once");
    went_to(
        &hr.post(&page, &[("email", " Tom.Berg@example.org ")]).await,
        &page,
    );
    hr.get(&page).await.says("a mail is on its way");
    town.run_due();

    let mails = town.mails_to(RIGHT);
    assert_eq!((mails.len(), town.mails_to(WRONG).len()), (1, 1));
    assert_eq!(town.link_to(RIGHT, "/a#"), town.link_to(WRONG, "/a#"));
    answer(&town, &service, RIGHT).await;
    assert_eq!(invited(&town, &id), before);
    assert_eq!(
        (letters(&town, &id), chain(&town, &id).len()),
        (promised, 0)
    );
    hr.get(&format!("/hr/waves/{id}"))
        .await
        .keeps_silent_about("Tom Berg");
    hr.get("/hr/log").await.says("address was corrected");
    verified(&town, &service, &letters(&town, &id)).await;
    // Reminders follow the person too.
    town.wait(9, 0);
    assert_eq!(town.mails_to(WRONG).len(), 1);
}

#[actix_web::test]
async fn a_mail_that_was_refused_goes_to_the_address_that_the_roster_has_when_it_is_sent() {
    let sink = Sink::start(Options::default());
    sink.fail_for(WRONG, Some(Fault::Answer(Phase::Rcpt, 550)));
    let town = Town::mailing(&format!("smtp://127.0.0.1:{}", sink.port()), &[]);
    let id = opened(&town);
    let lost = mail::unreachable(&town.app, &id).unwrap();
    assert_eq!(lost.len(), 1);
    // By whatever way the roster learns it.
    let correct = |c: &mut gutcheck::store::Db| {
        let mut tom = people::person_by_email(c, WRONG)?.unwrap();
        tom.email = Some(RIGHT.to_owned());
        people::change_person(c, &tom)
    };
    town.app.store.write(correct).unwrap();
    mail::again(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    let to = |address: &str| {
        sink.accepted()
            .iter()
            .filter(|one| one.to == address)
            .count()
    };
    assert_eq!((to(RIGHT), to(WRONG)), (1, 0));
    assert!(mail::unreachable(&town.app, &id).unwrap().is_empty());
}

#[actix_web::test]
async fn a_corrected_address_tells_nobody_whether_the_link_was_used() {
    let town = Town::new(None);
    let id = opened(&town);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    answer(&town, &service, "a0@example.org").await;
    let mut hr = hr(&town, &service).await;
    for name in ["a0", "a1"] {
        let page = page_of(&town, &id, &format!("{name}@example.org"));
        hr.get(&page).await;
        let right = format!("{name}.right@example.org");
        went_to(&hr.post(&page, &[("email", &right)]).await, &page);
        hr.get(&page).await.says("a mail is on its way");
        town.run_due();
        assert_eq!(town.mails_to(&right).len(), 1, "{name}");
        hr.get(&page)
            .await
            .keeps_silent_about("a mail is on its way");
    }
}

#[actix_web::test]
async fn an_address_that_is_none_or_somebody_elses_is_refused_and_nothing_is_sent() {
    let town = Town::new(None);
    let id = opened(&town);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = hr(&town, &service).await;
    let page = page_of(&town, &id, WRONG);
    hr.get(&page).await;
    for (email, why) in [
        ("tom", "This is not an e-mail address"),
        (WRONG, "stands on the roster already"),
        ("a1@example.org", "belongs to Member A1"),
        (HR, "belongs to Hanna"),
    ] {
        let refused = hr.post(&page, &[("email", email)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{email}");
        refused.says(why);
    }
    // Somebody who is not asked in this wave is not found by its pages.
    let stranger = page_of(&town, &id, HR);
    assert_eq!(hr.get(&stranger).await.status, StatusCode::NOT_FOUND);
    let sent = hr.post(&stranger, &[("email", "x@example.org")]).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
    town.run_due();
    assert_eq!(town.mails_to(WRONG).len(), 1);
    // Nor is anybody else's to correct.
    let mut ida = Browser::new(&service);
    ida.sign_in(&town.app, "ida@example.org").await;
    assert_eq!(ida.get(&page).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn everybody_who_is_asked_is_found_by_name_address_or_team_and_nobody_s_answer_shows() {
    let town = Town::new(None);
    let id = opened(&town);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    answer(&town, &service, "a0@example.org").await;
    town.wait(0, 2);
    let mut hr = hr(&town, &service).await;
    let list = format!("/hr/waves/{id}/people");
    let page = hr.get(&list).await;
    page.says("8 people are found among 8");
    page.says("Alpha (as the leader)");
    let of = |page: &crate::support::Page, name: &str| {
        let row = page
            .body
            .split("<tr>")
            .find(|row| row.contains(name))
            .unwrap();
        row.replace(name, "")
            .split("</a>")
            .nth(1)
            .unwrap()
            .replace("a0@", "")
            .replace("a1@", "")
    };
    assert_eq!(of(&page, "Member A0"), of(&page, "Member A1"));
    for (sought, found) in [
        ("tom.wr", "Tom Berg"),
        ("MEMBER a3", "a3@example.org"),
        ("alph", "Ida"),
    ] {
        hr.post(&list, &[("sought", sought)]).await.says(found);
    }
    hr.post(&list, &[("sought", "nobody")])
        .await
        .says("Nobody is found");
    // With the keys the page goes too.
    town.wait(60, 0);
    assert!(read(&town, &id).key_destroyed.is_some());
    hr.sign_in(&town.app, HR).await;
    assert_eq!(hr.get(&list).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        wave::invitees(&town.app, &id).err().map(|e| e.to_string()),
        Some("not found".to_owned())
    );
    let waiting = mail::standing(&town.app, &id).unwrap();
    assert!(waiting.iter().all(|one| one.at(&[Delivery::Bounced]) == 0));
}
