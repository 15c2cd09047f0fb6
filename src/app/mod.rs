//! Wiring: [`App::build`] is the one seam through which the program and its tests start.

mod cache;
mod clock;
mod fixed_page;
mod folder;
mod house;
mod random;
mod workers;

pub use cache::{Cache, Weigh};
pub use clock::Clock;
pub use fixed_page::FixedPage;
pub use house::House;
use house::Latest;
pub use random::Random;
pub use workers::Workers;

use crate::ballot::custody::KeyRing;
use crate::ballot::secret::ServerKey;
use crate::company::Provider;
use crate::config::Config;
use crate::error::{Outcome, Problem};
use crate::fonts::Fonts;
use crate::ids::Seed;
use crate::rate_limit::{Doors, Gate, VisitorLimit};
use crate::store::act::Seal;
use crate::store::{self, GroupCommit, Moment, Store};
use crate::survey::Library;
use crate::text::Pages;
use crate::transport::Mailer;
use std::num::NonZeroU32;
use std::time::Instant;

/// So many links that lead nowhere, or ballots that nobody signed, may come from one origin in a minute.
const REFUSALS: NonZeroU32 = match NonZeroU32::new(60) {
    Some(number) => number,
    None => NonZeroU32::MIN,
};

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
    pub writer: GroupCommit,
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
    /// The fonts of documents and pictures.
    pub fonts: Fonts,
    /// Finished things that never change.
    pub cache: Cache,
    /// Whose house this is.
    house: Latest<House>,
    /// The way mails leave.
    pub mailer: Mailer,
    /// Whoever signs the company's people in, if there is somebody.
    pub company: Option<Provider>,
    /// What was tried lately by whoever is not signed in.
    pub doors: Doors,
    /// Lets few passwords be compared at once, each in memory that is used again.
    pub hashing: Gate<Vec<argon2::Block>>,
    /// Links tried lately that lead nowhere, and ballots that nobody signed. Valid ones are never counted, so a whole
    /// office may answer at once.
    pub refusal_limit: VisitorLimit,
    /// The threads that do what falls due.
    pub workers: Workers,
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
        folder::make_private(&config.data)?;
        let keys = KeyRing::open(config.data.join("keys"))?;
        let server = keys.server_key()?;
        let store = Store::open(&config.database_url(), config.connections)?;
        let store = store.sealing(Seal::new(keys.log_key()?, keys.log_tip()));
        parts.clock.follow(store.read(store::time)?);
        let pages = Pages::load().map_err(|error| Problem::fault("templates", error))?;
        Ok(Self {
            writer: GroupCommit::start(store.clone()),
            store,
            keys,
            server,
            library: Library::load(config.surveys.as_deref())
                .map_err(|faults| Problem::fault("surveys", faults))?,
            answer_page: FixedPage::answer(&pages)?,
            trustee_page: FixedPage::build(&pages, "trustee.html", "trustee.js")?,
            fonts: Fonts::load(config.fonts.as_deref())
                .map_err(|error| Problem::fault("fonts", error))?,
            cache: Cache::default(),
            house: Latest::default(),
            pages,
            mailer: Mailer::build(&config)?,
            company: Provider::build(&config)?,
            clock: parts.clock,
            random: parts.random,
            doors: Doors::default(),
            hashing: Gate::default(),
            refusal_limit: VisitorLimit::new(REFUSALS),
            workers: Workers::default(),
            demo: parts.demo,
            config,
        })
    }

    /// The threads that are dead or stuck.
    pub fn ill(&self) -> Vec<&'static str> {
        let mut ill = self.workers.ill(Instant::now());
        if !self.writer.is_alive() {
            ill.push("writer");
        }
        ill
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
