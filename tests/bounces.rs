//! Notices of mails that came back, as many mail servers write them: failures are noted, and nothing else is.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use gutcheck::ids::WaveId;
use gutcheck::mail::{self, Returned};
use gutcheck::store::outbox::Delivery;
use gutcheck::survey::Role;
use gutcheck::wave;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use support::forms::{filled, roster};
use support::{FIRST, Town};

/// Whose mail comes back.
const PERSON: &str = "crane2@harbour.example";

/// The notices in a folder below `tests`, by name.
fn notices(folder: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(folder);
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let named = files.filter(|path| path.extension().is_some_and(|kind| kind == "eml"));
    let text = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(&path).unwrap())
    };
    named.map(text).collect()
}

fn started(settings: &[(&'static str, &str)]) -> (Town, WaveId) {
    let settings = settings
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()));
    let folder = std::env::temp_dir().join(format!(
        "gutcheck-bounces-{}-{:?}",
        std::process::id(),
        std::thread::current().id()
    ));
    let town = Town::in_folder(folder, settings);
    town.settle(&roster());
    let id = town.launch("confidential");
    (town, id)
}

fn message_id(town: &Town) -> String {
    town.mails_to(PERSON).remove(0).message.message_id
}

/// A notice about the mail to that person.
fn about(town: &Town, notice: &str) -> String {
    notice
        .replace("{{MESSAGE-ID}}", &message_id(town))
        .replace("person@example.org", PERSON)
}

fn came_back(town: &Town, id: &WaveId) -> i64 {
    let standing = mail::standing(&town.app, id).unwrap();
    let first = standing.iter().filter(|one| FIRST.contains(&one.kind));
    first.map(|one| one.at(&[Delivery::Bounced])).sum()
}

/// Sends again what came back, so that it can come back again.
fn mended(town: &Town, id: &WaveId) {
    mail::again(&town.app, id, "Hanna").unwrap();
    town.run_due();
    assert_eq!(came_back(town, id), 0);
}

fn read(town: &Town, mailbox: &str) -> Returned {
    mail::returned(&town.app, mailbox.as_bytes()).unwrap()
}

#[test]
fn the_notices_of_fifty_mail_servers_are_noted_once_each() {
    let (town, id) = started(&[]);
    let all = notices("bounces/failed");
    assert!(all.len() >= 50);
    let mut missed = Vec::new();
    for (name, notice) in &all {
        let notice = about(&town, notice);
        let found = read(&town, &notice);
        let once = Returned {
            mails: 1,
            notices: 1,
            noted: 1,
        };
        if found != once || came_back(&town, &id) != 1 {
            missed.push(name);
            continue;
        }
        let lost = mail::unreachable(&town.app, &id).unwrap();
        assert_eq!(lost[0].email.as_deref(), Some(PERSON));
        assert_eq!(read(&town, &notice).noted, 0, "{name} again");
        mended(&town, &id);
    }
    assert_eq!(missed, Vec::<&String>::new());
}

#[test]
fn delays_absences_receipts_complaints_and_what_people_pass_on_are_no_failures() {
    let (town, id) = started(&[]);
    let all = notices("bounces/other");
    assert!(all.len() >= 25);
    for (name, mail) in &all {
        let found = read(&town, &about(&town, mail));
        assert_eq!((found.notices, found.noted), (0, 0), "{name}");
    }
    assert_eq!(came_back(&town, &id), 0);
}

#[test]
fn the_cases_of_a_relay_that_replaces_identifiers_and_of_words_without_a_report_are_noted() {
    let (town, id) = started(&[]);
    for case in ["bounce-exim-text", "bounce-id-replaced", "bounce-opensmtpd"] {
        for notice in notices(&format!("cases/{case}")).values() {
            let found = read(&town, &about(&town, notice));
            assert_eq!((found.notices, found.noted), (1, 1), "{case}");
        }
        mended(&town, &id);
    }
}

#[test]
fn without_an_identifier_the_last_mail_before_the_notice_came_back_and_nobody_elses() {
    let (town, id) = started(&[]);
    let notice = &notices("cases/bounce-id-replaced")["notice"];
    let at = |day: &str| {
        about(&town, notice)
            .replace("30 Nov 2026", day)
            .replace("Mon, ", "")
    };
    // Somebody whom no wave has asked.
    let stranger = at("2 Jun 2026").replace(PERSON, "hr@harbour.example");
    assert_eq!(read(&town, &stranger).noted, 0);
    // The reminder has left on the fifth; the notice is older, and so is its mail.
    town.wait(8, 0);
    assert_eq!(town.mails_to(PERSON).len(), 2);
    assert_eq!(read(&town, &at("2 Jun 2026")).noted, 1);
    assert_eq!(came_back(&town, &id), 1);
    assert_eq!(read(&town, &at("2 Jun 2026")).noted, 0);
    // That of the reminder is another one, and the invitation stays as it is.
    mended(&town, &id);
    let again = at("10 Jun 2026");
    assert_eq!(read(&town, &again).noted, 1);
    assert_eq!(read(&town, &again).noted, 0);
}

#[test]
fn a_return_address_of_its_own_tells_which_mail_came_back_whatever_the_notice_says() {
    let (town, id) = started(&[("mail_return", "bounces+{}@example.org")]);
    let own = town.mails_to(PERSON).remove(0).return_path;
    let all = town.app.mailer.kept();
    let mut different: Vec<&str> = all.iter().map(|mail| mail.return_path.as_str()).collect();
    different.sort_unstable();
    different.dedup();
    assert_eq!(different.len(), all.len());
    for known in ["crane", "harbour", id.as_str()] {
        assert!(!own.contains(known), "{own} tells who gets it");
    }
    // Words of a server that nobody knows, without a word of the mail, to that address.
    let notice = format!(
        "Return-Path: <>\nDelivered-To: {own}\nFrom: mailer-daemon@mx.example\nSubject: Undeliverable\n\n\
         Nobody lives here.\n"
    );
    assert_eq!(
        read(&town, &notice.replace("Undeliverable", "Delayed")).noted,
        0
    );
    let away = notice.replace("mailer-daemon", "ada");
    assert_eq!(read(&town, &away).noted, 0);
    // Whoever knows the address of a person cannot write a notice about them.
    let forged = about(&town, &notices("cases/bounce-id-replaced")["notice"]);
    assert_eq!(read(&town, &forged).noted, 0);
    assert_eq!(read(&town, &notice).noted, 1);
    assert_eq!(came_back(&town, &id), 1);
    // And mails without one are known as before.
    mended(&town, &id);
    let usual = &notices("bounces/failed")["postfix"];
    assert_eq!(read(&town, &about(&town, usual)).noted, 1);
}

#[test]
fn that_a_mail_came_back_is_noted_for_whoever_answered_as_for_others() {
    let (town, id) = started(&[]);
    let link = town.link_to(PERSON, "/answer/");
    let fields = filled(town.survey(), Role::Member, "4");
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    wave::answer_as_member(&town.app, link.trim_start_matches("/answer/"), &fields).unwrap();
    let notice = &notices("cases/bounce-id-replaced")["notice"];
    assert_eq!(read(&town, &about(&town, notice)).noted, 1);
    assert_eq!(came_back(&town, &id), 1);
}

#[test]
fn the_command_reads_mailboxes_single_mails_and_folders_of_mails() {
    let (town, id) = started(&[]);
    let texts: Vec<String> = notices("bounces/failed")
        .values()
        .take(3)
        .map(|notice| about(&town, notice))
        .collect();
    let folder = town.folder.join("mails");
    for below in ["new", "cur", "tmp"] {
        fs::create_dir_all(folder.join(below)).unwrap();
    }
    fs::write(folder.join("new/1.eml"), &texts[0]).unwrap();
    fs::write(folder.join("cur/2:2,S"), &texts[1]).unwrap();
    fs::write(folder.join("tmp/3"), &texts[2]).unwrap();
    let mailbox = town.folder.join("mailbox");
    let line = "From MAILER-DAEMON  Tue Jun  2 09:05:00 2026";
    fs::write(
        &mailbox,
        format!("\n{line}\n{}\n{line}\n{}", texts[0], texts[1]),
    )
    .unwrap();
    let (data, came) = (town.folder.clone(), came_back(&town, &id));
    assert_eq!(came, 0);
    let run = |path: &Path| {
        let output = Command::new(env!("CARGO_BIN_EXE_gutcheck"))
            .args(["bounces", "--data"])
            .arg(&data)
            .arg(path)
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let said = run(&folder);
    assert_eq!(
        said,
        "2 mails read, 2 undeliverable, 1 of them newly noted\n"
    );
    assert_eq!(
        run(&mailbox),
        "2 mails read, 2 undeliverable, 0 of them newly noted\n"
    );
}
