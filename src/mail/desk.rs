use super::deliver::Addressees;
use crate::app::App;
use crate::ballot::custody::WaveKeys;
use crate::ballot::promise as numbers;
use crate::ballot::secret::MailKey;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::wave::{self, State, Wave};
use crate::store::{people, promise};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What the mails of one run have in common, read once.
pub(super) struct Desk<'a> {
    pub app: &'a App,
    /// The organisation's name.
    pub organisation: String,
    /// The members who get a mail.
    pub members: Addressees,
    waves: Mutex<BTreeMap<WaveId, Arc<Facts>>>,
}

/// What is known of a wave.
pub(super) struct Facts {
    pub wave: Wave,
    pub minutes: u8,
    /// Letters of the promise; empty before it is made.
    pub root: String,
    /// None before the freeze, and when they are destroyed.
    keys: Option<WaveKeys>,
}

impl<'a> Desk<'a> {
    pub fn open(app: &'a App, members: Addressees) -> Outcome<Self> {
        let known = app.store.read(people::organisation)?;
        Ok(Self {
            app,
            organisation: known.map(|known| known.name).unwrap_or_default(),
            members,
            waves: Mutex::default(),
        })
    }

    /// What is known of a wave.
    pub fn facts(&self, id: &WaveId) -> Outcome<Arc<Facts>> {
        let mut known = self.waves.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(facts) = known.get(id) {
            return Ok(facts.clone());
        }
        let facts = self.app.store.read(|c| {
            let wave = wave::wave(c, id)?;
            let root = promise::of_wave(c, id)?.map(|promise| promise.root);
            Ok(Arc::new(Facts {
                minutes: wave::shared_survey(c, &wave)?.minutes,
                root: root.unwrap_or_default(),
                keys: self.app.keys.read(&id.bytes()).ok(),
                wave,
            }))
        })?;
        known.insert(id.clone(), facts.clone());
        Ok(facts)
    }
}

impl Facts {
    /// Whether answers are taken now.
    pub fn is_open(&self, app: &App) -> bool {
        self.wave.state == State::Open && app.now() < self.wave.closes
    }

    /// The key from which links are made.
    ///
    /// # Errors
    /// A fault if the key file is gone.
    pub fn key(&self) -> Outcome<&MailKey> {
        let keys = self.keys.as_ref().map(|keys| &keys.mail);
        keys.ok_or_else(|| Problem::Fault("mail: the key file of the wave is not there".to_owned()))
    }

    /// The number of the promise.
    pub fn short(&self) -> String {
        match self.root.is_empty() {
            true => String::new(),
            false => numbers::short(&self.root),
        }
    }

    /// How the promise stands in a link.
    pub fn in_link(&self) -> Outcome<&str> {
        match self.root.is_empty() {
            true => Err(Problem::NotFound),
            false => Ok(numbers::in_link(&self.root)),
        }
    }
}
