use super::App;
use crate::error::{Outcome, Problem};
use crate::face::Accent;
use crate::store::face::{self, Face};
use crate::store::people::{self, Organisation};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// For so long nobody asks the database whether another node has changed something.
const FRESH: Duration = Duration::from_secs(5);

/// Whose surveys these are, and what their pages, mails and files look like.
#[derive(Default)]
pub struct House {
    /// The organisation, once somebody has set it up.
    pub organisation: Option<Arc<Organisation>>,
    /// Its face, as it is stored.
    pub face: Face,
    /// What HR says to those who are asked, by language.
    pub words: BTreeMap<String, String>,
    /// The logo.
    pub logo: Option<File>,
    /// The accent colour on light and on dark ground.
    pub accent: Option<[String; 2]>,
    /// The stylesheet with it.
    pub style: Option<File>,
}

/// A file of the house.
pub struct File {
    /// Its address, which changes with its content.
    pub url: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl File {
    fn new(name: &str, bytes: Vec<u8>) -> Self {
        let hash = Sha256::digest(&bytes);
        let short = HEXLOWER.encode(hash.get(..6).unwrap_or_default());
        Self {
            url: format!("/face/{short}/{name}"),
            bytes,
        }
    }
}

impl House {
    fn new(organisation: Option<Organisation>, face: Face) -> Outcome<Self> {
        let words = serde_json::from_str(&face.words);
        let accent = Accent::stored(&face.accent, &face.accent_dark)?;
        let style = accent.map(|accent| accent.stylesheet().into_bytes());
        Ok(Self {
            organisation: organisation.map(Arc::new),
            words: words.map_err(|error| Problem::fault("face", error))?,
            logo: face.logo.clone().map(|logo| File::new("logo.png", logo)),
            accent: accent.map(|accent| accent.colours()),
            style: style.map(|style| File::new("face.css", style)),
            face,
        })
    }

    /// What the organisation is called; empty before it is set up.
    pub fn name(&self) -> &str {
        let known = self.organisation.as_ref();
        known.map_or("", |known| known.name.as_str())
    }
}

impl App {
    /// Whose house this is. What another node changes is seen within seconds.
    pub fn house(&self) -> Outcome<Arc<House>> {
        let version = || self.store.read(face::version);
        let read = || {
            let (organisation, face) = self
                .store
                .read(|c| Ok((people::organisation(c)?, face::read(c)?)))?;
            // Before the set-up there is nothing to keep.
            let version = organisation.as_ref().map(|_| face.version);
            Ok((version, House::new(organisation, face)?))
        };
        self.house.get(Instant::now(), version, read)
    }

    /// Whose house this was when somebody asked last; it never waits for the database.
    pub fn house_lately(&self) -> Arc<House> {
        self.house.lately()
    }

    /// Something was changed: the next one who asks is told.
    pub fn renew_house(&self) {
        self.house.renew();
    }

    /// The organisation, once somebody has set it up.
    pub fn organisation(&self) -> Outcome<Option<Arc<Organisation>>> {
        Ok(self.house()?.organisation.clone())
    }
}

/// The last version of a thing that is read again when there is another one.
pub struct Latest<T>(Mutex<Kept<T>>);

struct Kept<T> {
    /// When it was known to be the latest.
    known: Option<Instant>,
    version: Option<i32>,
    thing: Arc<T>,
}

impl<T: Default> Default for Latest<T> {
    fn default() -> Self {
        Self(Mutex::new(Kept {
            known: None,
            version: None,
            thing: Arc::default(),
        }))
    }
}

impl<T> Latest<T> {
    fn get(
        &self,
        now: Instant,
        version: impl FnOnce() -> Outcome<i32>,
        read: impl FnOnce() -> Outcome<(Option<i32>, T)>,
    ) -> Outcome<Arc<T>> {
        let (known, old, thing) = {
            let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            (kept.known, kept.version, kept.thing.clone())
        };
        let is_fresh = known.is_some_and(|known| now.saturating_duration_since(known) < FRESH);
        if old.is_some() && is_fresh {
            return Ok(thing);
        }
        let same = old.is_some() && old == Some(version()?);
        let kept = match same {
            true => Kept {
                known: Some(now),
                version: old,
                thing,
            },
            false => {
                let (version, thing) = read()?;
                Kept {
                    known: Some(now),
                    version,
                    thing: Arc::new(thing),
                }
            }
        };
        let thing = kept.thing.clone();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = kept;
        Ok(thing)
    }

    fn lately(&self) -> Arc<T> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.thing.clone()
    }

    fn renew(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).known = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_another_node_is_seen_within_seconds_and_one_of_ones_own_at_once() {
        let latest: Latest<String> = Latest::default();
        let begin = Instant::now();
        let at = |seconds: u64, version: i32| {
            let read = || Ok((Some(version), format!("version {version}")));
            let now = begin + Duration::from_secs(seconds);
            latest.get(now, || Ok(version), read).unwrap().to_string()
        };
        assert_eq!(at(0, 1), "version 1");
        assert_eq!(at(4, 2), "version 1");
        assert_eq!(at(6, 2), "version 2");
        latest.renew();
        assert_eq!(at(6, 3), "version 3");
        assert_eq!(*latest.lately(), "version 3");
    }

    #[test]
    fn what_has_no_version_yet_is_read_every_time() {
        let latest: Latest<u32> = Latest::default();
        let now = Instant::now();
        for number in 1..4 {
            let unset = || Err(Problem::NotFound);
            let read = latest.get(now, unset, || Ok((None, number)));
            assert_eq!(read.ok().map(|number| *number), Some(number));
        }
    }
}
