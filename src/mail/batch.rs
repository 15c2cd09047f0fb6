use super::after::{self, Fate};
use super::deliver::Addressees;
use crate::app::{App, House};
use crate::ballot::custody::IssuingKeys;
use crate::ballot::promise::{self as numbers, Asker};
use crate::ballot::secret::MailKey;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::invitation::Invitation;
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, amendment, face, promise};
use crate::transport::Letterhead;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What the mails of one run have in common, read once.
pub(super) struct Batch<'a> {
    pub app: &'a App,
    /// Whose mails they are.
    pub house: Arc<House>,
    /// What that house writes on all its mails.
    pub letterhead: Arc<Letterhead>,
    /// The members who get a mail.
    pub members: Addressees,
    waves: Once<WaveFacts>,
    fates: Once<BTreeMap<i32, Arc<Fate>>>,
}

/// What is read of each wave once.
type Once<T> = Mutex<BTreeMap<WaveId, Arc<T>>>;

fn once<T>(known: &Once<T>, id: &WaveId, read: impl FnOnce() -> Outcome<T>) -> Outcome<Arc<T>> {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(thing) = known.get(id) {
        return Ok(thing.clone());
    }
    let thing = Arc::new(read()?);
    known.insert(id.clone(), thing.clone());
    Ok(thing)
}

/// What is known of a wave.
pub(super) struct WaveFacts {
    pub wave: Wave,
    pub minutes: u8,
    /// Who asks.
    pub asker: Asker,
    /// The number of the promise and the letters of its root, once it is made.
    pub promise: Option<(String, String)>,
    /// How often the wave was amended.
    pub amendments: usize,
    /// None before the freeze, and when they are destroyed.
    keys: Option<IssuingKeys>,
}

impl<'a> Batch<'a> {
    pub fn open(app: &'a App, members: Addressees) -> Outcome<Self> {
        let house = app.house()?;
        let set = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let letterhead = Letterhead {
            sender: set(&house.face.sender),
            reply_to: set(&house.face.reply_to),
            logo: house.face.logo.clone(),
        };
        Ok(Self {
            app,
            house,
            letterhead: Arc::new(letterhead),
            members,
            waves: Once::default(),
            fates: Once::default(),
        })
    }

    /// What is known of a wave.
    pub fn facts(&self, id: &WaveId) -> Outcome<Arc<WaveFacts>> {
        let read = |c: &mut Db| {
            let wave = wave::wave(c, id)?;
            let promise = promise::of_wave(c, id)?;
            Ok(WaveFacts {
                minutes: wave::shared_survey(c, &wave)?.minutes,
                asker: face::asker_of(c, id)?,
                amendments: amendment::of_wave(c, id)?.len(),
                promise: promise.map(|promise| (promise.number, promise.root)),
                keys: self.app.keys.issuing(&id.bytes()).ok(),
                wave,
            })
        };
        once(&self.waves, id, || self.app.store.read(read))
    }

    /// What became of the group in which somebody was asked in a released wave.
    pub fn fate(&self, of: &Invitation) -> Outcome<Arc<Fate>> {
        let read = || self.app.store.read(|c| after::fates(c, &of.wave));
        let fates = once(&self.fates, &of.wave, read)?;
        let fate = fates.get(&of.cell).cloned();
        Ok(fate.unwrap_or_else(|| Arc::new(Fate::of("nothing"))))
    }
}

impl WaveFacts {
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
        keys.ok_or_else(|| Problem::broken("mail: the key file of the wave is not there"))
    }

    /// The number of the promise.
    pub fn short(&self) -> Outcome<String> {
        let (number, _) = self.promise.as_ref().ok_or(Problem::NotFound)?;
        Ok(numbers::short(number))
    }

    /// How the promise stands in a link.
    pub fn in_link(&self) -> Outcome<&str> {
        let (_, root) = self.promise.as_ref().ok_or(Problem::NotFound)?;
        Ok(numbers::in_link(root))
    }
}
