//! Several nodes on one database.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::Town;
use super::adversary::crowd;
use super::sink::{Options, Sink};
use chrono::Duration;
use gutcheck::store::{outbox, wave as stored};
use gutcheck::{mail, schedule, wave};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::thread;

/// How often each mail was accepted.
pub fn copies(sink: &Sink) -> BTreeMap<String, usize> {
    let mut copies = BTreeMap::new();
    for mail in sink.accepted() {
        *copies.entry(mail.message_id).or_default() += 1;
    }
    copies
}

/// Two nodes open a wave and send a thousand mails; a third one that had taken some has died.
pub fn share_the_work(database: Option<&str>) {
    let sink = Sink::start(Options::default());
    let settings: Vec<(&'static str, String)> = vec![
        ("smtp", format!("smtp://127.0.0.1:{}", sink.port())),
        ("mail_per_minute", "0".into()),
        ("mail_connections", "2".into()),
        ("database", database.unwrap_or_default().into()),
    ];
    let name = format!("gutcheck-nodes-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let one = Town::in_folder(folder.clone(), settings.clone());
    one.settle(&crowd(999));
    let id = wave::plan(&one.app, &one.plan("confidential")).unwrap();
    wave::freeze(&one.app, &id, "Hanna").unwrap();
    let mut other = Town::in_folder(folder, settings);
    // The folder goes with the first one.
    other.folder = PathBuf::new();

    both(
        &one,
        &other,
        |town| while schedule::run_due(&town.app).unwrap() {},
    );
    let now = one.app.now();
    let died = now + Duration::minutes(10);
    let lost = one.app.store.write(|c| outbox::lease(c, now, died, 100));
    let lost = lost.unwrap();
    assert_eq!(lost.len(), 100);
    for mail in lost.iter().take(40) {
        let begun = one.app.store.write(|c| outbox::begin(c, &mail.id, died));
        assert!(begun.unwrap());
    }
    both(
        &one,
        &other,
        |town| while mail::deliver(&town.app).unwrap() > 0 {},
    );
    assert_eq!(copies(&sink).len(), 900);
    // What it had taken and not begun is taken over soon, what it had begun only when its time is over.
    for (at, arrived) in [
        (now + Duration::seconds(31), 960),
        (died + Duration::seconds(1), 1000),
    ] {
        for town in [&one, &other] {
            town.app.clock.set(at);
        }
        both(
            &one,
            &other,
            |town| while mail::deliver(&town.app).unwrap() > 0 {},
        );
        assert_eq!(copies(&sink).len(), arrived);
    }
    let copies = copies(&sink);
    assert_eq!(copies.len(), 1000);
    assert!(copies.values().all(|copies| *copies == 1));
    // What the dead node may have sent can be seen.
    let standing = mail::standing(&one.app, &id).unwrap();
    let counts = standing.iter().flat_map(|one| &one.counts);
    let doubtful = counts.filter(|count| count.doubtful > 0);
    assert_eq!(doubtful.map(|count| count.mails).sum::<i64>(), 40);

    // A quarter later both want to make the next wave.
    wave::repeat(&one.app, &id, 3, "Hanna").unwrap();
    for town in [&one, &other] {
        town.app.clock.set(now + Duration::days(85));
    }
    both(
        &one,
        &other,
        |town| while schedule::run_due(&town.app).unwrap() {},
    );
    assert_eq!(one.app.store.read(stored::waves).unwrap().len(), 2);
}

fn both(one: &Town, other: &Town, work: fn(&Town)) {
    thread::scope(|scope| {
        for town in [one, other] {
            scope.spawn(move || work(town));
        }
    });
}
