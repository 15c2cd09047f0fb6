//! Custody of keys: two files for each wave, and the server's own secret, in a directory of their own.
//!
//! The files stand beside the database, never inside it or its backup: whoever has the one without the
//! other opens no ballot. What hands out ballots and what opens them are two files, so that the one is not
//! read where the other is needed. A key file is whole or absent, even after a crash.

use crate::key_file::{self, Lock, NewFile};
use crate::letters;
use crate::random;
use crate::seal::{self, Context, OpeningKey, OpeningPublicKey};
use crate::secret::{self, LogKey, MailKey, ServerKey};
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;
use std::path::{Path, PathBuf};

const ISSUING: &[u8] = b"gutcheck issuing key 1\n";
const OPENING: &[u8] = b"gutcheck opening key 1\n";
const SERVER: &[u8] = b"gutcheck server key 1\n";
const LOG: &[u8] = b"gutcheck log key 1\n";

/// What one wave needs kept secret until it ends.
#[derive(Debug)]
pub struct WaveKeys {
    /// Opens the ballots, once, after the close; where trustees do, it opens what they uploaded until then.
    pub opening: OpeningKey,
    /// What it takes to hand out ballots.
    pub issuing: IssuingKeys,
}

impl WaveKeys {
    /// New keys for a wave, made by the operating system.
    pub fn generate() -> Self {
        Self::generate_with(&mut random::system())
    }

    /// New keys for a wave, made of these random bytes.
    pub fn generate_with(rng: &mut impl CryptoRng) -> Self {
        Self {
            opening: OpeningKey::generate_with(rng),
            issuing: IssuingKeys {
                mail: MailKey::generate_with(rng),
            },
        }
    }
}

/// What one wave needs while answers are taken. It opens no ballot.
#[derive(Debug)]
pub struct IssuingKeys {
    /// Makes the secrets of the wave's links.
    pub mail: MailKey,
}

impl IssuingKeys {
    /// The key under which the issuing keys of the wave are kept in the database.
    pub fn wrapping(&self, wave: &[u8; 16]) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(secret::derive(self.mail.expose(), "wrap", wave))
    }

    /// By this the opening key's file knows these keys. They do not follow from it.
    fn fingerprint(&self, wave: &[u8; 16]) -> [u8; 32] {
        secret::derive(self.mail.expose(), "fingerprint", wave)
    }
}

/// The directory of the key files.
#[derive(Clone, Debug)]
pub struct KeyRing {
    directory: PathBuf,
}

impl KeyRing {
    /// Uses a directory, making it (mode 0700) if it is not there.
    ///
    /// # Errors
    /// [`CustodyError`] if it cannot be made or other accounts may enter it.
    pub fn open(directory: impl Into<PathBuf>) -> Result<Self, CustodyError> {
        let directory = directory.into();
        key_file::make_directory(&directory)?;
        Ok(Self { directory })
    }

    /// Writes the keys of a wave. What a process left that was killed while it did this is replaced: those
    /// keys were never used.
    ///
    /// # Errors
    /// [`CustodyError::Exists`] if the wave has keys already: they are never overwritten.
    /// [`CustodyError::Missing`] if one of its two files was there once and is lost.
    pub fn create(&self, wave: &[u8; 16], keys: &WaveKeys) -> Result<(), CustodyError> {
        let lock = Lock::of(&self.directory)?;
        let (issuing, opening) = (self.file(wave, "issuing"), self.file(wave, "opening"));
        match (key_file::exists(&issuing)?, key_file::exists(&opening)?) {
            (false, false) => {}
            (true, true) => return Err(CustodyError::Exists { path: opening }),
            (true, false) => return Err(CustodyError::Missing { path: opening }),
            // The one for issuing gets its name last. Until then its draft is there.
            (false, true) if key_file::drafts(&lock, &issuing)?.is_empty() => {
                return Err(CustodyError::Missing { path: issuing });
            }
            (false, true) => {}
        }
        key_file::destroy(&lock, &opening)?;
        key_file::destroy(&lock, &issuing)?;
        let fingerprint = keys.issuing.fingerprint(wave);
        let opening = NewFile {
            path: &opening,
            header: OPENING,
            keys: &[&keys.opening.to_bytes(), &fingerprint],
        };
        let issuing = NewFile {
            path: &issuing,
            header: ISSUING,
            keys: &[keys.issuing.mail.expose()],
        };
        key_file::create(&lock, &[opening, issuing])
    }

    /// What it takes to hand out a wave's ballots. The file that opens them is not touched.
    ///
    /// # Errors
    /// [`CustodyError::Missing`] if it was never made or has been destroyed.
    pub fn issuing(&self, wave: &[u8; 16]) -> Result<IssuingKeys, CustodyError> {
        let keys = key_file::read::<1>(&self.file(wave, "issuing"), ISSUING)?;
        let [mail] = &*keys;
        let mail = MailKey::from_bytes(mail);
        Ok(IssuingKeys { mail })
    }

    /// The key that opens a wave's ballots, or what its trustees uploaded.
    ///
    /// # Errors
    /// [`CustodyError::Missing`] if it was never made or has been destroyed.
    pub fn opening(&self, wave: &[u8; 16]) -> Result<OpeningKey, CustodyError> {
        Ok(self.read_opening(wave)?.0)
    }

    /// Destroys the keys of a wave: overwritten with zeros, then removed. Keys that are already gone
    /// are no error. A file system that writes elsewhere than in place, and every copy somebody made,
    /// can keep the old bytes.
    ///
    /// # Errors
    /// [`CustodyError::Io`] if a file is there but cannot be removed. The other one is removed all the same.
    pub fn destroy(&self, wave: &[u8; 16]) -> Result<(), CustodyError> {
        let lock = Lock::of(&self.directory)?;
        let opening = key_file::destroy(&lock, &self.file(wave, "opening"));
        let issuing = key_file::destroy(&lock, &self.file(wave, "issuing"));
        opening.and(issuing)
    }

    /// Seals a canary to the wave's public key and opens it with the one key file, and compares the other
    /// one with what this knows of it.
    ///
    /// # Errors
    /// [`CustodyError::Mismatch`] if a file holds another key, or why it cannot be read.
    pub fn self_test(
        &self,
        wave: &[u8; 16],
        public: &OpeningPublicKey,
    ) -> Result<(), CustodyError> {
        const CANARY: &[u8] = b"canary";
        let (opening, fingerprint) = self.read_opening(wave)?;
        let context = Context {
            wave: *wave,
            root: [0; 32],
            cell: 0,
        };
        let sealed = seal::seal(public, &context, CANARY, &mut random::system());
        let opened = sealed
            .ok()
            .and_then(|sealed| seal::open(&opening, &context, &sealed).ok());
        let mismatch = |name| {
            let path = self.file(wave, name);
            Err(CustodyError::Mismatch { path })
        };
        if opened.as_deref() != Some(CANARY) {
            return mismatch("opening");
        }
        if self.issuing(wave)?.fingerprint(wave) != fingerprint {
            return mismatch("issuing");
        }
        Ok(())
    }

    /// The server's own secret, made at the first start. When several servers start on one directory,
    /// all of them get the key of the first.
    ///
    /// # Errors
    /// [`CustodyError`] if it cannot be read or made.
    pub fn server_key(&self) -> Result<ServerKey, CustodyError> {
        let key = self.own_key("server.key", SERVER)?;
        Ok(ServerKey::from_bytes(&key))
    }

    /// The key under which the log of acts is written, made like the server's own secret.
    ///
    /// # Errors
    /// [`CustodyError`] if it cannot be read or made.
    pub fn log_key(&self) -> Result<LogKey, CustodyError> {
        let key = self.own_key("log.key", LOG)?;
        Ok(LogKey::from_bytes(&key))
    }

    /// Where the last entry of the log of acts is kept, outside the database.
    pub fn log_tip(&self) -> PathBuf {
        self.directory.join("log.tip")
    }

    fn own_key(&self, name: &str, header: &[u8]) -> Result<Zeroizing<[u8; 32]>, CustodyError> {
        let path = self.directory.join(name);
        let lock = Lock::of(&self.directory)?;
        match key_file::read::<1>(&path, header) {
            Err(CustodyError::Missing { .. }) => {}
            found => {
                return found.map(|keys| {
                    let [key] = &*keys;
                    Zeroizing::new(*key)
                });
            }
        }
        key_file::destroy(&lock, &path)?;
        let key = ServerKey::generate();
        let file = NewFile {
            path: &path,
            header,
            keys: &[key.expose()],
        };
        key_file::create(&lock, &[file])?;
        Ok(Zeroizing::new(*key.expose()))
    }

    fn read_opening(&self, wave: &[u8; 16]) -> Result<(OpeningKey, [u8; 32]), CustodyError> {
        let path = self.file(wave, "opening");
        let keys = key_file::read::<2>(&path, OPENING)?;
        let [opening, fingerprint] = &*keys;
        let opening = OpeningKey::from_bytes(opening);
        let opening = opening.map_err(|_| CustodyError::Damaged { path })?;
        Ok((opening, *fingerprint))
    }

    fn file(&self, wave: &[u8; 16], what: &str) -> PathBuf {
        let name = format!("{}.{what}", letters::of_id(*wave));
        self.directory.join(name)
    }
}

/// Why a key file could not be used. Each sentence says where and what to do.
#[derive(Debug, thiserror::Error)]
pub enum CustodyError {
    /// The file system refused.
    #[error(
        "cannot {doing} {}: {source}. Check that the directory belongs to the account that runs Gutcheck and that the disk is not full", path.display()
    )]
    Io {
        /// What was being done, as in "write".
        doing: &'static str,
        /// The file or directory.
        path: PathBuf,
        /// The reason.
        source: std::io::Error,
    },
    /// Other accounts of the machine may read the keys.
    #[error(
        "{} is open to other accounts (mode {mode:03o}): run `chmod {mend} '{}'`", path.display(), path.display()
    )]
    Exposed {
        /// The file or directory.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
        /// The bits it should have, as in "600".
        mend: &'static str,
    },
    /// Keys are never overwritten.
    #[error("{} exists already and is not overwritten: destroy this wave's keys first, or make another wave", path.display())]
    Exists {
        /// The key file.
        path: PathBuf,
    },
    /// There is no such key file.
    #[error("there is no key file {}: put it back from its safe copy; without it ballots cannot be handed out or opened", path.display())]
    Missing {
        /// The key file.
        path: PathBuf,
    },
    /// The file is not what was written.
    #[error("{} is not a key file of this version of Gutcheck, or is damaged: put it back from its safe copy", path.display())]
    Damaged {
        /// The key file.
        path: PathBuf,
    },
    /// The file holds a key that does not open this wave.
    #[error("{} does not hold the key of this wave: put the right file back from its safe copy before the wave closes", path.display())]
    Mismatch {
        /// The key file.
        path: PathBuf,
    },
}

impl CustodyError {
    pub(crate) fn io(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::Io {
            doing,
            path: path.to_owned(),
            source,
        }
    }
}

#[cfg(test)]
mod tests;
