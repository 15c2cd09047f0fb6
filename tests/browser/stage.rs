//! A served demo, and the people in it who have not answered.

use actix_web::web;
use data_encoding::HEXLOWER;
use gutcheck::app::{App, Clock, Parts, Random};
use gutcheck::ballot::promise::Sheet;
use gutcheck::ballot::secret::InvitationSecret;
use gutcheck::config::Config;
use gutcheck::demo::{self, Links};
use gutcheck::ids::WaveId;
use gutcheck::store::invitation::{self, Invitation};
use gutcheck::store::{ballot, promise, wave};
use std::net::TcpListener;
use std::sync::{Mutex, OnceLock};
use std::thread;
use tokio::sync::MutexGuard;

static STAGE: OnceLock<Stage> = OnceLock::new();

static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// The demo, served for all tests of this suite.
pub struct Stage {
    pub app: web::Data<App>,
    pub links: Links,
    /// Those who have not answered the open wave.
    silent: Mutex<Vec<Invited>>,
}

/// A member with an unused link.
#[derive(Clone)]
pub struct Invited {
    pub link: String,
    /// The text of the mail with the link.
    pub text: String,
    token_hash: String,
    english: bool,
    /// There are commitments for this member to judge.
    judges: bool,
}

/// Lets one test at a time answer, so that what it counts in the database is its own doing.
pub async fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().await
}

pub fn stage() -> &'static Stage {
    STAGE.get_or_init(|| {
        let listen = format!("127.0.0.1:{}", free_port());
        let folder = std::env::temp_dir().join(format!("gutcheck-browser-{}", std::process::id()));
        let flags = vec![
            ("data", folder.display().to_string()),
            ("listen", listen.clone()),
            ("public_url", format!("http://{listen}")),
            ("grace_hours", "0".to_owned()),
        ];
        let config = Config::load(None, |_| None, &flags).unwrap();
        let clock = Clock::standing(chrono::Utc::now().into());
        let mut app = App::build(
            config,
            Parts {
                clock,
                random: Random::system(),
                demo: true,
            },
        )
        .unwrap();
        let links = demo::furnish(&mut app).unwrap();
        let app = web::Data::new(app);
        let listener = gutcheck::web::bind(&app).unwrap();
        let served = app.clone();
        thread::spawn(move || {
            actix_web::rt::System::new()
                .block_on(async { gutcheck::web::server(served, listener).unwrap().await })
        });
        let silent = Mutex::new(silent(&app));
        Stage { app, links, silent }
    })
}

fn silent(app: &App) -> Vec<Invited> {
    let wave = app.store.read(wave::waves).unwrap().remove(0).id;
    let root = root(app, &wave);
    let mails = app.mailer.kept().into_iter();
    let all = mails.filter_map(|mail| Invited::by(app, mail.message.text, &root));
    all.filter(|invited| invited.row(app).blinded_hash.is_none())
        .collect()
}

fn root(app: &App, wave: &WaveId) -> String {
    let promise = app.store.read(|c| promise::of_wave(c, wave)).unwrap();
    promise.unwrap().root
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

impl Stage {
    /// Somebody who has not answered; nobody is handed out twice.
    pub fn invited(&self) -> Invited {
        self.take(|one| !one.english && !one.judges)
    }

    /// The same, whose mail is in English.
    pub fn invited_in_english(&self) -> Invited {
        self.take(|one| one.english && !one.judges)
    }

    /// The same, of a team that has commitments to judge, or of one that has none.
    pub fn invited_to_judge(&self, judges: bool) -> Invited {
        self.take(|one| one.judges == judges)
    }

    fn take(&self, wanted: impl Fn(&Invited) -> bool) -> Invited {
        let mut silent = self.silent.lock().unwrap();
        let at = silent.iter().position(wanted);
        silent.remove(at.expect("the demo leaves enough people silent"))
    }

    /// Somebody for a look at the form alone: others may be handed the link too.
    pub fn looking(&self) -> Invited {
        self.silent.lock().unwrap().first().unwrap().clone()
    }

    /// The waves, the open one first.
    pub fn waves(&self) -> Vec<WaveId> {
        let waves = self.app.store.read(wave::waves).unwrap();
        waves.into_iter().map(|wave| wave.id).collect()
    }

    /// The public page of a wave.
    pub fn public_page(&self, wave: &WaveId) -> String {
        format!("/wave/{}", root(&self.app, wave))
    }

    /// The invitations of the open wave.
    pub fn invitations(&self) -> Vec<Invitation> {
        let wave = self.waves().remove(0);
        let all = |c: &mut _| invitation::of_wave(c, &wave);
        self.app.store.read(all).unwrap()
    }

    /// How many links of the open wave are used up.
    pub fn used(&self) -> usize {
        let all = self.invitations();
        all.iter().filter(|one| one.blinded_hash.is_some()).count()
    }

    /// The identifiers of the ballots of the open wave.
    pub fn ballots(&self) -> Vec<String> {
        let wave = self.waves().remove(0);
        let ids = self.app.store.read(|c| ballot::ids(c, &wave)).unwrap();
        ids.iter().map(|id| HEXLOWER.encode(id)).collect()
    }
}

impl Invited {
    fn by(app: &App, text: String, root: &str) -> Option<Self> {
        let link = text
            .split_whitespace()
            .find(|word| word.contains("/a#") && root.starts_with(fragment(word)[0]))?
            .to_owned();
        let secret = fragment(&link)[2];
        let token_hash = InvitationSecret::parse(secret)?.hash();
        let group = gutcheck::wave::group(app, secret).unwrap()?;
        let judges = !Sheet::read(&group.sheet).unwrap().commitments.is_empty();
        Some(Self {
            english: text.contains("enter this code at"),
            link,
            text,
            token_hash,
            judges,
        })
    }

    /// What is stored of the invitation.
    pub fn row(&self, app: &App) -> Invitation {
        let found = app
            .store
            .read(|c| invitation::by_token(c, &self.token_hash));
        found.unwrap().unwrap()
    }

    /// The link has been used up.
    pub fn used(&self) -> bool {
        self.row(&stage().app).blinded_hash.is_some()
    }
}

/// What follows the `#` of a link: the promise, the group, the secret.
fn fragment(link: &str) -> Vec<&str> {
    let (_, fragment) = link.split_once('#').unwrap_or_default();
    fragment.split('.').collect()
}
