//! Custody of keys: one file for each wave, and the server's own secret, in a directory of their own.
//!
//! The files stand beside the database, never inside it or its backup: whoever has the one without the
//! other opens no ballot. A key file is whole or absent, even after a crash.

use crate::key_file;
use crate::letters;
use crate::seal::{self, OpeningKey, OpeningPublicKey};
use crate::secret::{self, MailKey, ServerKey};
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

const WAVE_HEADER: &[u8] = b"gutcheck wave keys 1\n";
const SERVER_HEADER: &[u8] = b"gutcheck server key 1\n";
/// How often, and after which pause, a starter looks again for the key another one is writing.
const LOOKS: usize = 50;
const PAUSE: Duration = Duration::from_millis(20);

/// What one wave needs kept secret until its key is destroyed.
#[derive(Debug)]
pub struct WaveKeys {
    /// Opens the ballots, once, after the close.
    pub opening: OpeningKey,
    /// Makes the secrets of the wave's links.
    pub mail: MailKey,
}

impl WaveKeys {
    /// New keys for a wave.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self {
            opening: OpeningKey::generate(rng),
            mail: MailKey::generate(rng),
        }
    }

    /// The key under which the issuing keys of the wave are kept in the database.
    pub fn wrapping(&self, wave: &[u8; 16]) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(secret::derive(self.mail.expose(), "wrap", wave))
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

    /// Writes the keys of a wave.
    ///
    /// # Errors
    /// [`CustodyError::Exists`] if the wave has keys already: they are never overwritten.
    pub fn create(&self, wave: &[u8; 16], keys: &WaveKeys) -> Result<(), CustodyError> {
        let opening = keys.opening.to_bytes();
        key_file::create(
            &self.wave_file(wave),
            WAVE_HEADER,
            &[&opening, keys.mail.expose()],
        )
    }

    /// The keys of a wave.
    ///
    /// # Errors
    /// [`CustodyError::Missing`] if they were never made or have been destroyed.
    pub fn read(&self, wave: &[u8; 16]) -> Result<WaveKeys, CustodyError> {
        let path = self.wave_file(wave);
        let keys = key_file::read::<2>(&path, WAVE_HEADER)?;
        let [opening, mail] = &*keys;
        Ok(WaveKeys {
            opening: OpeningKey::from_bytes(opening)
                .map_err(|_| CustodyError::Damaged { path: path.clone() })?,
            mail: MailKey::from_bytes(mail),
        })
    }

    /// Destroys the keys of a wave: overwritten with zeros, then removed. Keys that are already gone
    /// are no error. A file system that writes elsewhere than in place, and every copy somebody made,
    /// can keep the old bytes.
    ///
    /// # Errors
    /// [`CustodyError::Io`] if the file is there but cannot be removed.
    pub fn destroy(&self, wave: &[u8; 16]) -> Result<(), CustodyError> {
        key_file::destroy(&self.wave_file(wave))
    }

    /// Seals a canary to the wave's public key and opens it with the key file.
    ///
    /// # Errors
    /// [`CustodyError::Mismatch`] if the file holds another key, or why it cannot be read.
    pub fn self_test(
        &self,
        wave: &[u8; 16],
        public: &OpeningPublicKey,
        rng: &mut impl CryptoRng,
    ) -> Result<(), CustodyError> {
        const CANARY: &[u8] = b"canary";
        let opening = self.read(wave)?.opening;
        let opened = seal::seal(public, wave, 0, CANARY, rng)
            .ok()
            .and_then(|sealed| seal::open(&opening, wave, 0, &sealed).ok());
        if opened.as_deref() == Some(CANARY) {
            return Ok(());
        }
        Err(CustodyError::Mismatch {
            path: self.wave_file(wave),
        })
    }

    /// The server's own secret, made at the first start. When several servers start on one directory,
    /// all of them get the key of the first.
    ///
    /// # Errors
    /// [`CustodyError`] if it cannot be read or made.
    pub fn server_key(&self, rng: &mut impl CryptoRng) -> Result<ServerKey, CustodyError> {
        let path = self.directory.join("server.key");
        for _ in 0..LOOKS {
            match key_file::read::<1>(&path, SERVER_HEADER) {
                Err(CustodyError::Missing { .. }) => {}
                found => {
                    return found.map(|keys| {
                        let [key] = &*keys;
                        ServerKey::from_bytes(key)
                    });
                }
            }
            let key = ServerKey::generate(rng);
            match key_file::create(&path, SERVER_HEADER, &[key.expose()]) {
                Err(CustodyError::Exists { .. } | CustodyError::Unfinished { .. }) => {
                    thread::sleep(PAUSE);
                }
                made => return made.map(|()| key),
            }
        }
        Err(CustodyError::Unfinished {
            path: key_file::draft_of(&path),
        })
    }

    fn wave_file(&self, wave: &[u8; 16]) -> PathBuf {
        self.directory
            .join(format!("{}.key", letters::of_id(*wave)))
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
    /// Another process is writing the same file, or died while it did.
    #[error("{} was begun and not finished: if no other Gutcheck is running on this directory, delete that file and try again", path.display())]
    Unfinished {
        /// The draft of the key file.
        path: PathBuf,
    },
    /// There is no such key file.
    #[error("there is no key file {}: put it back from its safe copy; without it the ballots of the wave cannot be opened", path.display())]
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
    #[error("{} does not open what is sealed for this wave: put the right file back from its safe copy before the wave closes", path.display())]
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
