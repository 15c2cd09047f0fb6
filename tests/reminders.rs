//! Who gets which mail, who wants none, and whose came back.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::init_service;
use chrono::Duration;
use gutcheck::ids::WaveId;
use gutcheck::mail;
use gutcheck::store::outbox::{Delivery, Kind};
use gutcheck::store::{Moment, invitation};
use gutcheck::survey::Role;
use gutcheck::transport::Delivered;
use gutcheck::wave::{self, Answered, PlanForm};
use support::forms::{filled, links, roster};
use support::outbox::mails;
use support::{Browser, Town};

fn until(town: &Town, moment: &str) {
    let moment: Moment = moment.parse().unwrap();
    while town.app.now() < moment {
        let next = town.app.now() + Duration::minutes(30);
        town.app.clock.set(next.min(moment));
        town.run_due();
    }
}

fn email(name: &str) -> String {
    format!("{name}@harbour.example")
}

fn answers(town: &Town, name: &str) {
    let link = town.link_to(&email(name), "/answer/");
    let fields: Vec<_> = filled(town.survey(), Role::Member, "4")
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    let token = link.strip_prefix("/answer/").unwrap();
    let taken = wave::answer_as_member(&town.app, token, &fields).unwrap();
    assert!(matches!(taken, Answered::Taken));
}

/// How many mails of a kind have been sent.
fn sent(town: &Town, id: &WaveId, kind: Kind) -> i64 {
    mails(town, id, kind, Delivery::Sent)
}

fn opened() -> (Town, WaveId) {
    let town = Town::new(None);
    let abroad = "Harbour/Cranes;crane1@harbour.example;Crane1;member;en;";
    let roster = roster().replace(
        &format!("{abroad}Europe/Berlin"),
        &format!("{abroad}America/New_York"),
    );
    town.settle(&roster);
    let id = town.launch("confidential");
    (town, id)
}

/// The value of a header that stands on one line.
fn header(mail: &Delivered, name: &str) -> Option<String> {
    let (head, _) = mail.raw.split_once("\r\n\r\n").unwrap();
    let unfolded = head.replace("\r\n ", " ");
    let mut values = unfolded.lines().filter_map(|line| line.split_once(": "));
    let found = values.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some(found.1.to_owned())
}

#[test]
fn reminders_go_on_working_mornings_where_people_live_to_those_who_have_not_answered() {
    let (town, id) = opened();
    answers(&town, "crane2");
    // Friday, 5 June, nine o'clock in Berlin; three in the morning in New York.
    until(&town, "2026-06-05T06:59:00");
    assert_eq!(sent(&town, &id, Kind::Reminder), 0);
    until(&town, "2026-06-05T07:00:00");
    assert_eq!(sent(&town, &id, Kind::Reminder), 13);
    assert_eq!(sent(&town, &id, Kind::LeaderReminder), 3);
    assert_eq!(town.mails_to(&email("crane2")).len(), 1);
    assert_eq!(town.mails_to(&email("crane1")).len(), 1);
    until(&town, "2026-06-05T13:00:00");
    let mails = town.mails_to(&email("crane1"));
    assert_eq!(mails.len(), 2);
    assert_eq!(
        links(&mails[0].message.text)[0],
        links(&mails[1].message.text)[0],
        "a reminder has the same link"
    );
    // Another one answers; on the last morning, a Wednesday, nobody is left out or asked in vain.
    answers(&town, "crane3");
    until(&town, "2026-06-10T07:00:00");
    assert_eq!(sent(&town, &id, Kind::LastCall), 12);
    assert_eq!(town.mails_to(&email("crane3")).len(), 2);
    until(&town, "2026-06-10T15:59:00");
    assert_eq!(sent(&town, &id, Kind::LastCall), 13);
    assert_eq!(town.mails_to(&email("crane4")).len(), 3);
    town.mails_are_whole();
}

#[test]
fn who_was_reminded_is_forgotten_with_the_keys() {
    let (town, id) = opened();
    for n in 1..=6 {
        answers(&town, &format!("crane{n}"));
        answers(&town, &format!("pilot{n}"));
    }
    until(&town, "2026-06-10T17:00:00");
    assert_eq!(sent(&town, &id, Kind::Reminder), 3);
    wave::count(&town.app, &id, "Hanna").unwrap();
    town.wait(4, 0);
    let kinds: Vec<Kind> = mail::standing(&town.app, &id)
        .unwrap()
        .iter()
        .map(|one| one.kind)
        .collect();
    assert_eq!(
        kinds,
        [
            Kind::Invitation,
            Kind::LeaderForm,
            Kind::Results,
            Kind::Word
        ]
    );
}

#[actix_web::test]
async fn one_click_in_a_mail_program_stops_the_mails_of_a_wave_and_the_link_stays_good() {
    let (town, id) = opened();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mail = town.mails_to(&email("crane2")).remove(0);
    assert_eq!(
        header(&mail, "List-Unsubscribe-Post").as_deref(),
        Some("List-Unsubscribe=One-Click")
    );
    let address = header(&mail, "List-Unsubscribe").unwrap();
    let here = town.app.config.link("");
    let path = address
        .trim_matches(['<', '>'])
        .strip_prefix(&here)
        .unwrap();
    let mut program = Browser::new(&service);
    // Scanners follow links; looking stops nothing.
    program.get(path).await.says("Q2 2026");
    let done = program
        .post(path, &[("List-Unsubscribe", "One-Click")])
        .await;
    assert_eq!(done.status, StatusCode::OK);
    until(&town, "2026-06-10T15:59:00");
    assert_eq!(town.mails_to(&email("crane2")).len(), 1);
    assert_eq!(sent(&town, &id, Kind::Reminder), 14);
    answers(&town, "crane2");

    // The next wave asks again.
    let next = wave::retake(&town.app, &id).unwrap();
    wave::freeze(&town.app, &next, "Hanna").unwrap();
    let asked = town.app.store.read(|c| invitation::of_wave(c, &next));
    assert_eq!(asked.unwrap().len(), 15);
}

#[actix_web::test]
async fn whoever_wants_no_mails_is_not_asked_and_nobody_is_told() {
    let (town, id) = opened();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let stop = town.link_to_stop(&email("crane2"));
    let mut crane = Browser::new(&service);
    crane.post(&stop, &[("wish", "none")]).await;
    crane.get(&stop).await.says("no mails of any wave");
    town.run_due();

    let invited = |id: &WaveId| {
        let asked = town.app.store.read(|c| invitation::of_wave(c, id)).unwrap();
        asked.len()
    };
    let next = wave::retake(&town.app, &id).unwrap();
    wave::freeze(&town.app, &next, "Hanna").unwrap();
    assert_eq!(invited(&next), 14);
    // HR's pages of the wave say how many, not who.
    let mut hr = Browser::new(&service);
    support::chapters::hr_again(&mut hr).await;
    for id in [&id, &next] {
        let page = hr.get(&format!("/hr/waves/{id}")).await;
        page.keeps_silent_about("Crane2");
    }
    // A link that was tampered with leads nowhere; the right one lets mails come again.
    let wrong = stop.replace("/stop/", "/stop/0");
    assert_eq!(crane.get(&wrong).await.status, StatusCode::NOT_FOUND);
    crane.post(&stop, &[("wish", "again")]).await;
    let third = wave::retake(&town.app, &id).unwrap();
    wave::freeze(&town.app, &third, "Hanna").unwrap();
    assert_eq!(invited(&third), 15);
}

/// A notice as a mail server sends it.
fn notice(message_id: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mail.example\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=cut\r\n\r\n\
         --cut\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n\
         Final-Recipient: rfc822; somebody@harbour.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n\
         --cut\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message_id}\r\n\r\n--cut--\r\n"
    )
}

#[test]
fn who_got_a_mail_back_counts_as_asked_all_the_same_and_nothing_tells_whether_they_answered() {
    let (town, id) = opened();
    answers(&town, "crane1");
    let message_id = |name: &str| town.mails_to(&email(name)).remove(0).message.message_id;
    let noted = |text: String| mail::returned(&town.app, text.as_bytes()).unwrap().noted;
    assert_eq!(noted(notice(&message_id("crane1"))), 1);
    assert_eq!(noted(notice(&message_id("crane2"))), 1);
    assert_eq!(noted(notice(&message_id("crane2"))), 0, "once is enough");
    let foreign = message_id("crane3").replace('@', "@elsewhere.");
    assert_eq!(noted(notice(&foreign)), 0);

    let lost = mail::unreachable(&town.app, &id).unwrap();
    assert_eq!(lost.len(), 2);
    until(&town, "2026-06-10T17:00:00");
    assert_eq!(
        town.mails_to(&email("crane2")).len(),
        1,
        "no reminder follows"
    );
    let cells = wave::overview(&town.app, &id).unwrap().cells;
    let unreached: usize = cells.iter().map(|cell| cell.unreached).sum();
    let invited: usize = cells.iter().map(|cell| cell.invited).sum();
    // Two came back, one of them from somebody who has answered.
    assert_eq!((unreached, invited), (2, 15));
}

#[test]
fn no_name_can_add_a_header_to_a_mail() {
    let town = Town::new(None);
    let evil = ";\"Bcc: all@harbour.example, Two <x@y.example>, \u{e000}\";";
    town.settle(&roster().replace(";Crane2;", evil));
    let plan = PlanForm {
        title: "Q2\r\nBcc: all@harbour.example\r\n\r\nHello".into(),
        ..town.plan("confidential")
    };
    let id = wave::plan(&town.app, &plan).unwrap();
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    let mails = town.mails_to(&email("crane2"));
    assert_eq!(mails.len(), 1);
    let (head, _) = mails[0].raw.split_once("\r\n\r\n").unwrap();
    let names: Vec<&str> = head
        .split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split_once(':').unwrap().0)
        .collect();
    let mut known = names.clone();
    known.dedup();
    assert_eq!(names, known);
    assert!(
        !names.iter().any(|name| name.eq_ignore_ascii_case("bcc")),
        "{head}"
    );
    assert_eq!(names.iter().filter(|name| **name == "To").count(), 1);
}

#[test]
fn mails_are_signed_where_there_is_a_key() {
    let key = std::env::temp_dir().join(format!("gutcheck-dkim-{}.pem", std::process::id()));
    // The key of RFC 8032, section 7.1, test 1, as PKCS #8.
    let pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
    std::fs::write(&key, pem).unwrap();
    let town = Town::in_folder(
        std::env::temp_dir().join(format!("gutcheck-dkim-{}", std::process::id())),
        [
            ("dkim_key", key.display().to_string()),
            (
                "mail_from",
                "Gutcheck <gutcheck@harbour.example>".to_owned(),
            ),
        ],
    );
    town.settle(&roster());
    town.launch("confidential");
    let mail = town.mails_to(&email("crane1")).remove(0);
    let signature = header(&mail, "DKIM-Signature").unwrap();
    assert!(signature.contains("d=harbour.example"), "{signature}");
    for name in [
        "From",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "Message-ID",
    ] {
        assert!(
            signature.contains(name),
            "{name} is not signed: {signature}"
        );
    }
    std::fs::remove_file(key).unwrap();
}
