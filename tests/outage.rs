//! The mail server is away for days: afterwards nobody gets two mails with one link on one morning.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use chrono::Duration;
use gutcheck::ids::WaveId;
use gutcheck::mail;
use gutcheck::store::Moment;
use gutcheck::store::outbox::{Delivery, Kind};
use support::Town;
use support::forms::roster;
use support::sink::{Options, Sink};

const CRANE: &str = "crane2@harbour.example";
const LEADER: &str = "carla@harbour.example";

fn started(sink: &Sink) -> (Town, WaveId) {
    let server = format!("smtp://127.0.0.1:{}", sink.port());
    let town = Town::mailing(&server, &[("mail_connections", "1")]);
    town.settle(&roster());
    let id = town.launch("confidential");
    (town, id)
}

fn until(town: &Town, moment: &str, hours: i64) {
    let moment: Moment = moment.parse().unwrap();
    while town.app.now() < moment {
        let next = town.app.now() + Duration::hours(hours);
        town.app.clock.set(next.min(moment));
        town.run_due();
    }
}

/// The subjects of the mails that somebody got.
fn got(sink: &Sink, email: &str) -> Vec<String> {
    let mails = sink.accepted().into_iter().filter(|mail| mail.to == email);
    let subject = |body: &str| {
        let head = body.replace("\r\n ", " ");
        let line = head.lines().find_map(|line| line.strip_prefix("Subject: "));
        line.unwrap().to_owned()
    };
    mails.map(|mail| subject(&mail.body)).collect()
}

fn waiting(town: &Town, id: &WaveId) -> i64 {
    let standing = mail::standing(&town.app, id).unwrap();
    standing.iter().map(|one| one.at(&[Delivery::Queued])).sum()
}

#[test]
fn after_an_outage_the_last_call_leaves_and_the_reminder_before_it_does_not() {
    let sink = Sink::start(Options::default());
    let (town, id) = started(&sink);
    assert_eq!(got(&sink, CRANE).len(), 1);
    sink.go_away();
    until(&town, "2026-06-10T10:00:00", 6);
    assert_eq!(got(&sink, CRANE).len(), 1);
    assert!(waiting(&town, &id) > 0);
    sink.come_back();
    until(&town, "2026-06-10T15:00:00", 1);
    for n in 1..=7 {
        let subjects = got(&sink, &format!("crane{n}@harbour.example"));
        assert_eq!(subjects.len(), 2, "{subjects:?}");
        assert!(subjects[1].contains("last chance"), "{subjects:?}");
    }
    // A leader has one reminder only, and that leaves late.
    assert_eq!(got(&sink, LEADER).len(), 2);
    assert_eq!(waiting(&town, &id), 0);
    let standing = mail::standing(&town.app, &id).unwrap();
    assert!(standing.iter().all(|one| one.kind != Kind::Reminder));
}

#[test]
fn after_an_outage_the_first_mail_is_not_followed_by_its_reminder_on_the_same_day() {
    let sink = Sink::start(Options {
        away: true,
        ..Options::default()
    });
    let (town, _) = started(&sink);
    until(&town, "2026-06-05T10:00:00", 6);
    sink.come_back();
    until(&town, "2026-06-09T10:00:00", 1);
    assert_eq!(got(&sink, CRANE).len(), 1);
    until(&town, "2026-06-10T15:00:00", 1);
    let subjects = got(&sink, CRANE);
    assert_eq!(subjects.len(), 2, "{subjects:?}");
    assert!(subjects[1].contains("last chance"), "{subjects:?}");
}

#[test]
fn a_mail_server_that_takes_wishes_is_told_by_what_to_name_a_mail_and_others_are_not() {
    for dsn in [false, true] {
        let sink = Sink::start(Options {
            dsn,
            ..Options::default()
        });
        let (_town, _) = started(&sink);
        let mails = sink.accepted();
        assert_eq!(mails.len(), 18, "with DSN: {dsn}");
        for mail in mails {
            let name = mail.message_id.trim_start_matches('<');
            let name = name.split('@').next().unwrap();
            let wishes = match dsn {
                true => format!(" RET=HDRS ENVID={name} NOTIFY=FAILURE"),
                false => String::new(),
            };
            assert_eq!(mail.wishes, wishes);
        }
    }
}

#[test]
fn every_mail_says_to_machines_that_it_wants_no_answer() {
    let sink = Sink::start(Options::default());
    let (town, _) = started(&sink);
    gutcheck::access::ask(
        &town.app,
        &gutcheck::access::Knock::inside(),
        LEADER,
        "browser",
    )
    .unwrap();
    town.run_due();
    let mails = sink.accepted();
    assert_eq!(mails.len(), 19);
    let said = include_str!("../docs/mail.md");
    for (name, value) in [
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply"),
    ] {
        assert!(said.contains(&format!("| `{name}` | `{value}` |")));
    }
    for mail in mails {
        let (head, _) = mail.body.split_once("\r\n\r\n").unwrap();
        assert!(
            head.contains("\r\nAuto-Submitted: auto-generated"),
            "{head}"
        );
        assert!(
            head.contains("\r\nX-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply"),
            "{head}"
        );
    }
}
