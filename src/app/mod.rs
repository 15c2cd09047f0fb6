//! Wiring: [`App::build`] is the one seam through which the program and its tests start.

mod clock;
mod exports;
mod fixed_page;
mod organisation;
mod random;
mod shelf;

pub use clock::Clock;
pub use fixed_page::FixedPage;
pub use random::Random;
pub use shelf::{Keep, Shelf};

use crate::access::{Attempts, Strangers};
use crate::ballot::custody::KeyRing;
use crate::ballot::secret::ServerKey;
use crate::config::Config;
use crate::error::{Outcome, Problem};
use crate::ids::Seed;
use crate::mail::{Forms, Post};
use crate::store::{self, Group, Moment, Store};
use crate::survey::Library;
use crate::text::Pages;
use std::fs::DirBuilder;
use std::path::Path;

/// What differs between a real start, a demo and a test.
pub struct Parts {
    /// Where the time comes from.
    pub clock: Clock,
    /// Where randomness comes from.
    pub random: Random,
    /// Shows the mailbox page and says on every page that this is a demo.
    pub demo: bool,
}

impl Parts {
    /// The clock and the randomness of the machine.
    pub fn real() -> Self {
        Self {
            clock: Clock::system(),
            random: Random::system(),
            demo: false,
        }
    }
}

/// Everything a use case needs.
pub struct App {
    /// Settings.
    pub config: Config,
    /// The database.
    pub store: Store,
    /// Commits what respondents send, many at once.
    pub writer: Group,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub random: Random,
    /// Key files.
    pub keys: KeyRing,
    /// The secret from which sign-in links and form tokens are derived.
    pub server: ServerKey,
    /// The surveys there are.
    pub library: Library,
    /// Templates.
    pub pages: Pages,
    /// The page on which people answer anonymous waves.
    pub answer_page: FixedPage,
    /// The page on which trustees make their keys and use them.
    pub trustee_page: FixedPage,
    /// Finished things that never change.
    pub shelf: Shelf,
    /// The way mails leave.
    pub post: Post,
    /// Mails without what differs from person to person.
    pub forms: Forms,
    /// Passwords tried lately.
    pub attempts: Attempts,
    /// Links tried lately that lead nowhere.
    pub strangers: Strangers,
    /// This is a demo.
    pub demo: bool,
}

impl App {
    /// Opens the database and the keys and loads surveys and templates.
    ///
    /// # Errors
    /// A fault that says what is wrong with the settings, a file or the database.
    pub fn build(config: Config, parts: Parts) -> Outcome<Self> {
        config.check()?;
        make_private(&config.data)?;
        let keys = KeyRing::open(config.data.join("keys"))?;
        let server = keys.server_key(&mut *parts.random.lock())?;
        let store = Store::open(&config.database_url(), config.connections)?;
        parts.clock.follow(store.read(store::time)?);
        let pages = Pages::load().map_err(|error| Problem::fault("templates", error))?;
        Ok(Self {
            writer: Group::start(store.clone()),
            store,
            keys,
            server,
            library: Library::load(config.surveys.as_deref())
                .map_err(|faults| Problem::fault("surveys", faults))?,
            answer_page: FixedPage::build(&pages, "a.html", "ballot.js")?,
            trustee_page: FixedPage::build(&pages, "trustee.html", "trustee.js")?,
            shelf: Shelf::default(),
            pages,
            post: Post::build(&config)?,
            forms: Forms::default(),
            clock: parts.clock,
            random: parts.random,
            attempts: Attempts::default(),
            strangers: Strangers::default(),
            demo: parts.demo,
            config,
        })
    }

    /// Now, in UTC.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Sets the clock by the database's, so that all nodes agree on what is due.
    pub fn follow_database(&self) -> Outcome<()> {
        let time = self.store.read(store::time)?;
        self.clock.follow(time);
        Ok(())
    }

    /// Random bytes for a new identifier.
    pub fn seed(&self) -> Seed {
        self.random.bytes()
    }
}

/// Makes the folder for the database, the keys and kept mails, for this account alone. A folder that is
/// there already stays as it is.
fn make_private(folder: &Path) -> Outcome<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|error| Problem::fault(&folder.display().to_string(), error))
}
