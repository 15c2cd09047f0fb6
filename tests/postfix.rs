//! Once against a real mail server. `GUTCHECK_TEST_POSTFIX` is its port and the folder of its mailboxes, with
//! a colon between; it knows everybody of the roster but Crane1, and takes mails to whomever.

mod support;

use gutcheck::mail::{self, Returned};
use gutcheck::store::outbox::Delivery;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};
use support::forms::{links, roster};
use support::{FIRST, Town};

/// A mailbox, once something is in it.
fn mailbox(folder: &Path, name: &str) -> String {
    let begun = Instant::now();
    loop {
        if let Ok(mails) = fs::read_to_string(folder.join(name)) {
            return mails;
        }
        assert!(begun.elapsed().as_secs() < 60, "{name} got nothing");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn postfix_delivers_to_everybody_and_what_it_returns_is_noted() {
    let server = std::env::var("GUTCHECK_TEST_POSTFIX")
        .unwrap_or_else(|_| panic!("GUTCHECK_TEST_POSTFIX names no mail server"));
    let (port, folder) = server.split_once(':').unwrap();
    let folder = Path::new(folder);
    let sender = [("mail_from", "Gutcheck <gutcheck@harbour.example>")];
    let town = Town::mailing(&format!("smtp://127.0.0.1:{port}"), &sender);
    town.settle(&roster());
    let id = town.launch("confidential");

    // Postfix takes all of them; it finds out later that it does not know one address.
    let standing = mail::standing(&town.app, &id).unwrap();
    let first = standing.iter().filter(|one| FIRST.contains(&one.kind));
    assert_eq!(first.map(|one| one.at(&[Delivery::Sent])).sum::<i64>(), 18);
    for name in ["crane2", "pilot6", "cook1", "carla"] {
        let mails = mailbox(folder, name);
        assert_eq!(mails.matches("\nMessage-ID: <").count(), 1, "{mails}");
        assert!(mails.contains("\nList-Unsubscribe-Post: List-Unsubscribe=One-Click"));
        assert!(!links(&mails).is_empty(), "{mails}");
    }

    let returned = mailbox(folder, "gutcheck");
    let found = mail::returned(&town.app, returned.as_bytes()).unwrap();
    let one = Returned {
        mails: 1,
        notices: 1,
        noted: 1,
    };
    assert_eq!(found, one, "{returned}");
    let lost = mail::unreachable(&town.app, &id).unwrap();
    let addresses: Vec<&str> = lost
        .iter()
        .filter_map(|person| person.email.as_deref())
        .collect();
    assert_eq!(addresses, ["crane1@harbour.example"]);
}
