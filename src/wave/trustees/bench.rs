use crate::app::App;
use crate::ballot::promise::{TrusteeKey, TrusteeTerms};
use crate::ballot::seal::OVERHEAD;
use crate::ballot::trustee::Trustees;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::trustee::{self as stored, Trustee};
use crate::store::wave::{State, Wave};
use crate::store::{Db, Moment, number};
use data_encoding::BASE64URL_NOPAD;

/// The trustees of a wave.
pub struct Bench {
    /// How many it takes.
    pub needed: usize,
    /// All of them, by number.
    pub trustees: Vec<Trustee>,
}

impl Bench {
    /// The trustees of a wave; `None` if the server opens it.
    pub fn read(c: &mut Db, wave: &WaveId) -> Outcome<Option<Self>> {
        let Some(needed) = stored::needed(c, wave)? else {
            return Ok(None);
        };
        Ok(Some(Self {
            needed: number(needed),
            trustees: stored::of_wave(c, wave)?,
        }))
    }

    /// As the promise names them.
    pub fn terms(&self) -> TrusteeTerms {
        let key = |one: &Trustee| TrusteeKey {
            name: one.name.clone(),
            key: BASE64URL_NOPAD.encode(&one.key),
        };
        TrusteeTerms {
            needed: u32::try_from(self.needed).unwrap_or(u32::MAX),
            keys: self.trustees.iter().map(key).collect(),
        }
    }

    /// Their keys.
    pub fn keys(&self) -> Outcome<Trustees> {
        Trustees::read(&self.terms()).map_err(|error| Problem::fault("stored trustees", error))
    }

    /// The number of the one who has this key.
    pub fn holder(&self, key: &[u8]) -> Option<u8> {
        let one = self.trustees.iter().find(|one| one.key == key)?;
        u8::try_from(one.no).ok()
    }

    /// How many have proven their keys.
    pub fn proven(&self) -> usize {
        let proven = self.trustees.iter().filter(|one| one.proven.is_some());
        proven.count()
    }

    /// How many have handed in their shares.
    pub fn handed(&self) -> usize {
        let handed = self.trustees.iter().filter(|one| one.fits.is_some());
        handed.count()
    }

    /// How many keys can be lost before nobody can open the wave.
    pub fn spare(&self) -> usize {
        self.trustees.len().saturating_sub(self.needed)
    }

    /// What one of them is called.
    pub fn name(&self, no: i32) -> &str {
        let one = self.trustees.iter().find(|one| one.no == no);
        one.map_or("", |one| &one.name)
    }

    /// How much longer than its answers a sealed ballot is, in bytes.
    pub fn overhead(c: &mut Db, wave: &WaveId) -> Outcome<usize> {
        Ok(match Self::read(c, wave)? {
            Some(bench) => bench.keys()?.overhead(),
            None => OVERHEAD,
        })
    }

    /// Enough of them have proven their keys.
    pub fn is_proven(&self) -> bool {
        self.proven() >= self.needed
    }
}

/// The trustees of a wave and what it needs of them now; `None` if the server opens it.
pub fn trustees(app: &App, wave: &Wave) -> Outcome<Option<(Bench, Task)>> {
    let bench = app.store.read(|c| Bench::read(c, &wave.id))?;
    Ok(bench.map(|bench| (bench, Task::of(wave, app.now()))))
}

/// What a wave needs of its trustees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// To prove that their keys work.
    Prove,
    /// Nothing yet.
    Wait,
    /// To open their shares.
    Open,
    /// Nothing any more.
    Over,
}

impl Task {
    /// What a wave needs now.
    pub fn of(wave: &Wave, now: Moment) -> Self {
        match wave.state {
            State::Draft | State::Preparing | State::Open => Self::Wait,
            State::Proving | State::Frozen if now < wave.closes => Self::Prove,
            State::Closed if wave.destroy_after.is_some_and(|after| after <= now) => Self::Over,
            State::Closed if wave.ballots_root.is_none() => Self::Wait,
            State::Closed => Self::Open,
            State::Proving | State::Frozen | State::Released | State::Lapsed | State::Off => {
                Self::Over
            }
        }
    }

    /// The word for the trustees' page and in message keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Prove => "prove",
            Self::Wait => "wait",
            Self::Open => "open",
            Self::Over => "over",
        }
    }
}
