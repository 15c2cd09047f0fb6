//! A town to test in: an app with its own folder, clock and mailbox, and browsers that use its public pages.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(dead_code, reason = "each suite uses its part")]

pub mod adversary;
pub mod amendments;
pub mod attacks;
pub mod browser;
pub mod chapters;
pub mod damage;
pub mod departments;
pub mod forms;
pub mod furnished;
pub mod lists;
pub mod migrations;
pub mod nodes;
pub mod outbox;
pub mod packing;
pub mod races;
pub mod record;
pub mod rosters;
pub mod sink;
pub mod steps;
pub mod trustees;
pub mod voter;

use actix_web::web;
pub use browser::{Browser, Page, Pages};
use chrono::Duration;
use gutcheck::access;
use gutcheck::app::{App, Clock, Parts, Random};
use gutcheck::config::Config;
use gutcheck::ids::WaveId;
use gutcheck::mail;
use gutcheck::roster;
use gutcheck::schedule;
use gutcheck::store::Moment;
use gutcheck::store::outbox::Kind;
use gutcheck::survey::Survey;
use gutcheck::transport::Delivered;
use gutcheck::wave::{self, Choosing, PlanForm};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static TOWNS: AtomicU32 = AtomicU32::new(0);

/// An app on a database of its own.
pub struct Town {
    pub app: web::Data<App>,
    pub folder: PathBuf,
}

impl Town {
    /// On SQLite, or on the PostgreSQL database that is given.
    pub fn new(database: Option<&str>) -> Self {
        Self::with(database.map(|url| ("database", url.to_owned())))
    }

    /// With one setting that differs.
    pub fn with(setting: Option<(&'static str, String)>) -> Self {
        Self::in_folder(new_folder(), setting)
    }

    /// With these settings.
    pub fn having(settings: &[(&'static str, &str)]) -> Self {
        let settings = settings.iter().copied();
        let settings = settings.map(|(name, value)| (name, value.to_owned()));
        Self::in_folder(new_folder(), settings)
    }

    /// Whose mails go to a mail server.
    pub fn mailing(server: &str, settings: &[(&'static str, &str)]) -> Self {
        let settings = settings.iter().copied().chain([("smtp", server)]);
        let settings = settings.map(|(name, value)| (name, value.to_owned()));
        Self::in_folder(new_folder(), settings)
    }

    /// In a folder that may be there already.
    pub fn in_folder(
        folder: PathBuf,
        settings: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Self {
        let mut flags = vec![
            ("data", folder.display().to_string()),
            // Where signing in is not the point, a password is enough; `tests/sign_in.rs` asks for both.
            ("require_second_factor", "false".to_owned()),
        ];
        flags.extend(settings);
        let config = Config::load(None, |_| None, &flags).unwrap();
        let clock = Clock::standing(monday());
        let parts = Parts {
            clock,
            random: Random::seeded([7; 32]),
            demo: false,
        };
        let mut app = App::build(config, parts).unwrap();
        if !flags.iter().any(|(name, _)| *name == "smtp") {
            app.mailer.keep_in_memory();
        }
        Self {
            app: web::Data::new(app),
            folder,
        }
    }

    /// Lets days and hours go by, and does what falls due then.
    pub fn wait(&self, days: i64, hours: i64) {
        self.app
            .clock
            .set(self.app.now() + Duration::days(days) + Duration::hours(hours));
        self.run_due();
    }

    /// Does everything that is due, until nothing is left to send.
    pub fn run_due(&self) {
        while schedule::run_due(&self.app).unwrap() | (mail::deliver(&self.app).unwrap() > 0) {}
    }

    /// Makes the organisation with this roster.
    pub fn settle(&self, csv: &str) {
        let set_up = access::SetUp {
            code: access::setup_code(&self.app),
            organisation: "Harbour".into(),
            name: "Hanna".into(),
            email: "hr@harbour.example".into(),
            password: "a long password".into(),
            locale: "en".into(),
            time_zone: "Europe/Berlin".into(),
        };
        access::set_up(&self.app, &access::Knock::inside(), &set_up).unwrap();
        let import = roster::stage(&self.app, csv.as_bytes()).unwrap();
        roster::apply(&self.app, &import, "Hanna").unwrap();
    }

    /// Plans and launches a wave that is open from now on for ten days; its mails are delivered.
    pub fn launch(&self, promise: &str) -> WaveId {
        let id = wave::plan(&self.app, &self.plan(promise)).unwrap();
        self.count_kitchen_with_pilots(&id);
        wave::freeze(&self.app, &id, "Hanna").unwrap();
        self.run_due();
        id
    }

    /// Launches the wave after a released one, anonymous and open from now on for ten days.
    pub fn launch_again(&self, before: &WaveId) -> WaveId {
        let next = wave::retake(&self.app, before).unwrap();
        let local = |days| {
            let at = self.app.now() + Duration::days(days);
            at.utc().format("%Y-%m-%dT%H:%M").to_string()
        };
        let plan = PlanForm {
            title: "Q3 2026".into(),
            opens: local(0),
            closes: local(10),
            ..self.plan("anonymous")
        };
        wave::replan(&self.app, &next, &plan).unwrap();
        wave::freeze(&self.app, &next, "Hanna").unwrap();
        self.wait(0, 3);
        next
    }

    /// What HR wants of the one team of the story that is too small by itself, if the roster has it.
    pub fn count_kitchen_with_pilots(&self, id: &WaveId) {
        let known = wave::preview_groups(&self.app, id).unwrap().unwrap();
        let named = |name| known.teams.iter().find(|team| team.name == name);
        if let (Some(kitchen), Some(pilots)) = (named("Kitchen"), named("Pilots")) {
            let choice = Choosing {
                team: kitchen.team.to_string(),
                with: pilots.team.to_string(),
            };
            wave::choose(&self.app, id, &choice, "Hanna").unwrap();
        }
    }

    /// The plan of that wave.
    pub fn plan(&self, promise: &str) -> PlanForm {
        PlanForm {
            survey: "team-diagnostic".into(),
            title: "Q2 2026".into(),
            opens: "2026-06-01T09:00".into(),
            closes: "2026-06-10T18:00".into(),
            promise: promise.into(),
            ..PlanForm::default()
        }
    }

    /// The same town after the process was ended and started again.
    pub fn restarted(mut self) -> Self {
        let folder = std::mem::take(&mut self.folder);
        drop(self);
        Self::in_folder(folder, None)
    }

    /// The survey of that wave.
    pub fn survey(&self) -> &Survey {
        self.app.library.get("team-diagnostic").unwrap()
    }

    /// No mail lacks a message or what a message is filled with.
    pub fn mails_are_whole(&self) {
        for mail in self.app.mailer.kept() {
            let message = mail.message;
            for words in [&message.subject, &message.text, &message.html] {
                assert!(
                    !words.contains("{$") && !words.contains("[mail-"),
                    "{words}"
                );
            }
            assert!(!message.subject.is_empty());
        }
    }

    /// The mails to an address, the newest last.
    pub fn mails_to(&self, email: &str) -> Vec<Delivered> {
        let kept = self.app.mailer.kept().into_iter();
        kept.filter(|mail| mail.message.email == email).collect()
    }

    /// The path of the link with which the mails to an address can be stopped.
    pub fn link_to_stop(&self, email: &str) -> String {
        let here = self.app.config.link("");
        let mail = self.mails_to(email).pop().unwrap();
        let stop = mail.message.stop.unwrap();
        stop.strip_prefix(&here).unwrap().to_owned()
    }

    /// The path of the link in the newest mail to an address that has one with this start.
    pub fn link_to(&self, email: &str, start: &str) -> String {
        let here = self.app.config.link("");
        let mails = self.mails_to(email);
        let lines = mails
            .iter()
            .rev()
            .flat_map(|mail| mail.message.text.lines());
        let path = lines
            .filter_map(|line| line.trim().strip_prefix(&here))
            .find(|path| path.starts_with(start));
        path.unwrap_or_else(|| panic!("no mail to {email} with a link to {start}"))
            .to_owned()
    }
}

/// The name of a folder that no other town has.
fn new_folder() -> PathBuf {
    let number = TOWNS.fetch_add(1, Ordering::Relaxed);
    let name = format!("gutcheck-test-{}-{number}", std::process::id());
    std::env::temp_dir().join(name)
}

/// The first mail that brings somebody a link.
pub const FIRST: [Kind; 2] = [Kind::Invitation, Kind::LeaderForm];

impl Drop for Town {
    fn drop(&mut self) {
        if !self.folder.as_os_str().is_empty() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

/// 1 June 2026, 07:00 UTC: nine in the morning in Berlin.
fn monday() -> Moment {
    "2026-06-01T07:00:00".parse().unwrap()
}

/// The files below a folder, for a look at what is on the disk.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| {
            if entry.path().is_dir() {
                files(&entry.path())
            } else {
                vec![entry.path()]
            }
        })
        .collect()
}
