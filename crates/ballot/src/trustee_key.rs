//! A trustee's key as a file on the trustee's own machine, under a passphrase, and on paper. The page and the
//! command line write and read the same ones.

use crate::hash::{ROUNDS, stretch};
use crate::letters::LETTERS;
use crate::random;
use crate::seal::{OpeningKey, OpeningPublicKey};
use crate::wrap;
use data_encoding::BASE64URL_NOPAD;
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;
use unicode_normalization::UnicodeNormalization;

const KIND: &str = "trustee key 1";
const PUBLIC: &str = "gutcheck-trustee-1.";
/// Letters of a passphrase at the least.
pub const SHORTEST: usize = 16;
/// Letters of the blocks on paper: the public point, the salt, and the sealed key.
const PAPER: [usize; 3] = [104, 26, 96];
/// Rounds at the most: a file with more would keep the machine busy for hours.
const MOST_ROUNDS: u32 = 100_000_000;

/// Why a key file cannot be written or used.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// Too easy to guess.
    #[error(
        "the passphrase is too short: take {SHORTEST} letters or more, such as five words that do not belong together"
    )]
    Short,
    /// Not one of these files.
    #[error("this is neither a trustee's key file nor the letters of its paper copy")]
    NoKeyFile,
    /// Another passphrase, or a damaged file.
    #[error("the passphrase does not fit this key, or the key is damaged")]
    Wrong,
}

/// The file, as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    gutcheck: String,
    /// Whose key it is; empty if it was read from paper.
    pub name: String,
    /// The public half as text, to be given to those who plan a wave.
    pub public: String,
    salt: String,
    rounds: NonZeroU32,
    sealed: String,
}

impl KeyFile {
    /// A new key under a passphrase, made by the operating system.
    ///
    /// # Errors
    /// [`KeyFileError::Short`].
    pub fn generate(name: &str, passphrase: &str) -> Result<Self, KeyFileError> {
        let key = OpeningKey::generate();
        Self::seal(name, &key, passphrase, &mut random::system())
    }

    /// Seals a key under a passphrase.
    ///
    /// # Errors
    /// [`KeyFileError::Short`].
    pub fn seal(
        name: &str,
        key: &OpeningKey,
        passphrase: &str,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, KeyFileError> {
        if passphrase.chars().count() < SHORTEST {
            return Err(KeyFileError::Short);
        }
        let mut salt = [0; 16];
        rng.fill_bytes(&mut salt);
        let under = stretched(passphrase, &salt, ROUNDS);
        let point = key.public().to_bytes();
        let sealed = wrap::wrap(&under, &point, key.to_bytes().as_slice(), rng);
        Ok(Self {
            gutcheck: KIND.to_owned(),
            name: name.to_owned(),
            public: public_text(key.public()),
            salt: BASE64URL_NOPAD.encode(&salt),
            rounds: ROUNDS,
            sealed: BASE64URL_NOPAD.encode(&sealed),
        })
    }

    /// Reads a file, or the letters of its paper copy.
    ///
    /// # Errors
    /// [`KeyFileError::NoKeyFile`].
    pub fn read(text: &str) -> Result<Self, KeyFileError> {
        let file = from_paper(text).or_else(|| serde_json::from_str(text).ok());
        let sound = |file: &Self| {
            let known = file.gutcheck == KIND && read_public(&file.public).is_some();
            known && file.rounds.get() <= MOST_ROUNDS
        };
        file.filter(sound).ok_or(KeyFileError::NoKeyFile)
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The letters of the paper copy, in three blocks.
    pub fn paper(&self) -> [String; 3] {
        let point = self.public.strip_prefix(PUBLIC).unwrap_or_default();
        [point, &self.salt, &self.sealed]
            .map(|text| LETTERS.encode(&bytes(text).unwrap_or_default()))
    }

    /// The key.
    ///
    /// # Errors
    /// [`KeyFileError::Wrong`].
    pub fn open(&self, passphrase: &str) -> Result<OpeningKey, KeyFileError> {
        let opened = || {
            let public = read_public(&self.public)?;
            let under = stretched(passphrase, &bytes(&self.salt)?, self.rounds);
            let scalar = wrap::unwrap(&under, &public.to_bytes(), &bytes(&self.sealed)?)?;
            let key = OpeningKey::from_bytes(&scalar).ok()?;
            (*key.public() == public).then_some(key)
        };
        opened().ok_or(KeyFileError::Wrong)
    }
}

/// A trustee's public key as text: what HR is given.
pub fn public_text(key: &OpeningPublicKey) -> String {
    format!("{PUBLIC}{}", BASE64URL_NOPAD.encode(&key.to_bytes()))
}

/// Reads a public key's text; `None` if it is none.
pub fn read_public(text: &str) -> Option<OpeningPublicKey> {
    let point = text.trim().strip_prefix(PUBLIC)?;
    OpeningPublicKey::from_bytes(&bytes(point)?).ok()
}

/// One passphrase may come in several encodings of its letters; all of them give the same.
fn stretched(passphrase: &str, salt: &[u8], rounds: NonZeroU32) -> Zeroizing<[u8; 32]> {
    // Room for the whole: a growing buffer would leave copies in freed memory.
    let mut text = Zeroizing::new(String::with_capacity(4 * passphrase.len()));
    text.extend(passphrase.nfc());
    stretch(text.as_bytes(), salt, rounds)
}

fn from_paper(text: &str) -> Option<KeyFile> {
    let apart = |letter: &char| !letter.is_whitespace() && *letter != '-';
    let typed: String = text.chars().filter(apart).collect();
    let (point, rest) = typed.split_at_checked(PAPER[0])?;
    let (salt, sealed) = rest.split_at_checked(PAPER[1])?;
    let read = |letters: &str| {
        let bytes = LETTERS.decode(letters.as_bytes()).ok()?;
        Some(BASE64URL_NOPAD.encode(&bytes))
    };
    (sealed.len() == PAPER[2]).then_some(())?;
    Some(KeyFile {
        gutcheck: KIND.to_owned(),
        name: String::new(),
        public: format!("{PUBLIC}{}", read(point)?),
        salt: read(salt)?,
        rounds: ROUNDS,
        sealed: read(sealed)?,
    })
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(text.as_bytes()).ok()
}
