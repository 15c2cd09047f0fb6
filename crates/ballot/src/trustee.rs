//! Ballots that only trustees open, so many of them together: the answers are sealed with a key of their own,
//! which is split (Shamir), and each share is sealed to one trustee.
//!
//! A sealed ballot is `box 1 || … || box n || mark 1 || … || mark n || body`. The body is the answers under
//! a fresh key K (AES-256-GCM, nonce of zeros: K seals nothing else); box i is trustee i's share of K by
//! HPKE with the info `"abp2" || W || R || i`; mark i is the beginning of
//! SHA-256(`"abp2 share" || "abp2" || W || R || C || i ||` share), so that a trustee who gives another share is
//! known even where only as many came as are needed. A share is 256 random bits, so its mark tells nothing.

mod exchange;
mod opening;

use crate::aead::{self, NONCE, TAG};
use crate::hash::sha256;
use crate::hpke::{self, OVERHEAD};
use crate::promise::TrusteeTerms;
use crate::seal::{OpeningKey, OpeningPublicKey, Purpose, Unopened, Unsealed};
use crate::shamir::{self, SHARE};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use data_encoding::BASE64URL_NOPAD;
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;

pub use crate::shamir::Share;
pub use exchange::{
    ANSWER, ASKED, Asked, CHALLENGE, Canary, NONCE_BYTES, Upload, answer, asked, challenge,
};
pub use opening::{Fit, judge, open_ballot};

/// Bytes of a share that is sealed to its trustee.
pub const BOX: usize = OVERHEAD + SHARE;
/// Bytes of a share's mark.
const MARK: usize = 16;
/// Trustees of one wave at the most.
pub const MOST: usize = 9;

/// The trustees of a wave.
#[derive(Clone, Debug)]
pub struct Trustees {
    needed: u8,
    keys: Vec<OpeningPublicKey>,
}

/// Trustees as no wave may have them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoTrustees {
    /// Fewer than two are needed, more than there are, or there are too many.
    #[error(
        "of {count} trustees {needed} are needed: it takes two at the least and all at the most, and {MOST} is the most there can be"
    )]
    Number {
        /// How many have to come.
        needed: u32,
        /// How many there are.
        count: usize,
    },
    /// A name is empty, or a key is no key.
    #[error("\"{0}\" has no name or no P-256 key")]
    Key(String),
    /// Two have one name or one key.
    #[error("\"{0}\" is named twice, or has another trustee's key")]
    Twice(String),
}

impl Trustees {
    /// Reads the trustees that a promise names.
    ///
    /// # Errors
    /// [`NoTrustees`] says what is wrong with them.
    pub fn read(terms: &TrusteeTerms) -> Result<Self, NoTrustees> {
        let (needed, count) = (terms.needed, terms.keys.len());
        let number = || NoTrustees::Number { needed, count };
        let needed = u8::try_from(needed).map_err(|_| number())?;
        if needed < 2 || usize::from(needed) > count || count > MOST {
            return Err(number());
        }
        let mut keys: Vec<OpeningPublicKey> = Vec::new();
        for (at, trustee) in terms.keys.iter().enumerate() {
            let bytes = BASE64URL_NOPAD.decode(trustee.key.as_bytes()).ok();
            let key = bytes.and_then(|bytes| OpeningPublicKey::from_bytes(&bytes).ok());
            let key = key.filter(|_| !trustee.name.trim().is_empty());
            let key = key.ok_or_else(|| NoTrustees::Key(trustee.name.clone()))?;
            let mut before = terms.keys.iter().take(at);
            if before.any(|one| one.name == trustee.name) || keys.contains(&key) {
                return Err(NoTrustees::Twice(trustee.name.clone()));
            }
            keys.push(key);
        }
        Ok(Self { needed, keys })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.keys.len()
    }

    /// How many have to open together.
    pub fn needed(&self) -> usize {
        self.needed.into()
    }

    /// The numbers of all, from 1.
    pub fn holders(&self) -> impl Iterator<Item = u8> {
        (1..=u8::MAX).take(self.count())
    }

    /// The key of a trustee, counted from 1.
    pub fn key(&self, holder: u8) -> Option<&OpeningPublicKey> {
        self.keys.get(place(holder)?)
    }

    /// How much longer a sealed ballot is than what was sealed, in bytes.
    pub fn overhead(&self) -> usize {
        self.count() * (BOX + MARK) + TAG
    }

    /// Seals a ballot so that any [`needed`](Self::needed) of the trustees open it together.
    ///
    /// # Errors
    /// [`Unsealed`] if the plaintext is longer than AES-GCM can take (64 GiB).
    pub fn seal(
        &self,
        purpose: &impl Purpose,
        plaintext: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, Unsealed> {
        let mut key = Zeroizing::new([0; SHARE]);
        rng.fill_bytes(key.as_mut_slice());
        let count = u8::try_from(self.count()).map_err(|_| Unsealed)?;
        let shares = shamir::split(&key, self.needed, count, rng);
        let mut sealed = Vec::with_capacity(self.overhead() + plaintext.len());
        for ((holder, share), to) in self.holders().zip(&shares).zip(&self.keys) {
            let (info, about) = (info(purpose, holder), purpose.about());
            sealed.extend(hpke::seal(to, &info, &about, share.as_slice(), rng)?);
        }
        for (holder, share) in self.holders().zip(&shares) {
            sealed.extend(mark(purpose, holder, share));
        }
        let body = aead::seal(&key, [0; NONCE], &body(purpose), plaintext);
        sealed.extend(body.ok_or(Unsealed)?);
        Ok(sealed)
    }

    /// Parts of a sealed ballot; `None` if it is too short to be one.
    pub fn parts<'a>(&self, sealed: &'a [u8]) -> Option<Parts<'a>> {
        let (boxes, rest) = sealed.split_at_checked(self.count() * BOX)?;
        let (marks, body) = rest.split_at_checked(self.count() * MARK)?;
        (body.len() >= TAG).then_some(Parts { boxes, marks, body })
    }
}

/// A ballot that is sealed to trustees, in its parts.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    boxes: &'a [u8],
    marks: &'a [u8],
    body: &'a [u8],
}

impl<'a> Parts<'a> {
    /// The box of a trustee, counted from 1.
    pub fn sealed_share(&self, holder: u8) -> Option<&'a [u8]> {
        self.boxes.chunks_exact(BOX).nth(place(holder)?)
    }

    /// Whether this is the share that the sender says was sealed to a trustee, counted from 1.
    pub fn fits(&self, purpose: &impl Purpose, holder: u8, share: &Share) -> bool {
        let said = place(holder).and_then(|at| self.marks.chunks_exact(MARK).nth(at));
        let made = mark(purpose, holder, share);
        said.is_some_and(|said| verify_slices_are_equal(said, &made).is_ok())
    }

    /// The answers, by the key that the trustees' shares gave.
    fn open(&self, purpose: &impl Purpose, key: &Share) -> Option<Vec<u8>> {
        aead::open(key, [0; NONCE], &body(purpose), self.body)
    }
}

/// Opens a trustee's share of a ballot, on the trustee's own machine.
///
/// # Errors
/// [`Unopened`] if it was sealed to another trustee, or for something else.
pub fn open_share(
    key: &OpeningKey,
    purpose: &impl Purpose,
    holder: u8,
    sealed: &[u8],
) -> Result<Share, Unopened> {
    let opened = hpke::open(key, &info(purpose, holder), &purpose.about(), sealed)?;
    let opened = Zeroizing::new(opened);
    let share = opened.as_slice().try_into().map_err(|_| Unopened)?;
    Ok(Zeroizing::new(share))
}

/// The place of a trustee in a list.
fn place(holder: u8) -> Option<usize> {
    usize::from(holder).checked_sub(1)
}

fn info(purpose: &impl Purpose, holder: u8) -> Vec<u8> {
    [purpose.info().as_slice(), &[holder]].concat()
}

fn body(purpose: &impl Purpose) -> Vec<u8> {
    [purpose.info().as_slice(), &purpose.about()].concat()
}

fn mark(purpose: &impl Purpose, holder: u8, share: &Share) -> [u8; MARK] {
    let parts: [&[u8]; 4] = [b"abp2 share", &body(purpose), &[holder], share.as_slice()];
    let mut mark = [0; MARK];
    let hash = sha256(&parts);
    mark.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    mark
}

#[cfg(test)]
mod tests;
