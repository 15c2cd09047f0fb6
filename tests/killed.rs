//! The process is killed while it sends.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg(unix)]

mod support;

use chrono::{Duration, Utc};
use gutcheck::mail;
use gutcheck::store::Moment;
use gutcheck::wave::{self, PlanForm};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;
use support::Town;
use support::adversary::crowd;
use support::nodes::copies;
use support::sink::{Fault, Options, Sink};

const PEOPLE: usize = 1000;
const MAILS: usize = PEOPLE + 1;

fn settings(sink: &Sink) -> Vec<(&'static str, String)> {
    vec![
        ("smtp", format!("smtp://127.0.0.1:{}", sink.port())),
        ("mail_per_minute", "0".into()),
        ("mail_connections", "2".into()),
    ]
}

fn serve(folder: &Path, sink: &Sink) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gutcheck"));
    for (name, value) in settings(sink) {
        command.env(format!("GUTCHECK_{}", name.to_uppercase()), value);
    }
    command
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder)
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Waits until so many mails have been accepted.
fn accepted(sink: &Sink, mails: usize) {
    let begun = Instant::now();
    while sink.accepted().len() < mails {
        assert!(
            begun.elapsed().as_secs() < 60,
            "{} mails",
            sink.accepted().len()
        );
        thread::yield_now();
    }
}

#[test]
fn a_process_that_is_killed_while_it_sends_loses_no_mail_and_doubles_none_more_than_once() {
    let sink = Sink::start(Options::default());
    // So slow that something is under way whenever the process is killed.
    sink.fail(vec![
        Fault::Slow(std::time::Duration::from_millis(5));
        2 * MAILS
    ]);
    let folder = std::env::temp_dir().join(format!("gutcheck-killed-{}", std::process::id()));
    let town = Town::in_folder(folder.clone(), settings(&sink));
    town.app.clock.set(Moment::from(Utc::now()));
    town.settle(&crowd(PEOPLE));
    let local = |hours| {
        let at = town.app.now() + Duration::hours(hours);
        at.utc().format("%Y-%m-%dT%H:%M").to_string()
    };
    let plan = PlanForm {
        opens: local(-1),
        closes: local(24 * 6),
        ..town.plan("confidential")
    };
    let id = wave::plan(&town.app, &plan).unwrap();
    town.count_kitchen_with_pilots(&id);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    while wave::prepare(&town.app, &id).unwrap() {}
    wave::launch(&town.app, &id).unwrap();

    let kills = [7, 40, 90];
    for mails in kills {
        let mut process = serve(&folder, &sink);
        accepted(&sink, mails);
        process.kill().unwrap();
        process.wait().unwrap();
    }

    // Whoever comes after the leases have run out sends the rest.
    town.app
        .clock
        .set(Moment::from(Utc::now()) + Duration::minutes(11));
    town.run_due();
    let copies = copies(&sink);
    assert_eq!(copies.len(), MAILS);
    assert!(copies.values().all(|copies| *copies <= 2), "{copies:?}");
    let twice = copies.values().filter(|copies| **copies == 2).count();
    // At each kill at most as many were under way as there are connections, and what was sent in the moment
    // before had not been written down.
    assert!(twice <= 20 * kills.len(), "{twice} mails arrived twice");
    // In doubt is what was under way at a kill, over two connections, and not whatever had been taken.
    let standing = mail::standing(&town.app, &id).unwrap();
    let counts = standing.iter().flat_map(|one| &one.counts);
    let doubtful = counts.filter(|count| count.doubtful > 0);
    let doubtful: i64 = doubtful.map(|count| count.mails).sum();
    assert!(doubtful >= twice as i64, "{doubtful} of {twice}");
    assert!(
        doubtful <= 2 * kills.len() as i64,
        "{doubtful} may have arrived twice"
    );
}
