//! What a trustee and the server send each other: proofs of holding a key, a trial of it, and the boxes and
//! shares of a wave's ballots.

use super::{BOX, open_share};
use crate::hpke;
use crate::seal::{Context, OpeningKey, OpeningPublicKey, Purpose, Unopened, Unsealed};
use crate::shamir::{SHARE, Share};
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;

/// Bytes that prove who holds a key.
pub const NONCE_BYTES: usize = 32;
/// Bytes of a [`challenge`].
pub const CHALLENGE: usize = hpke::OVERHEAD + NONCE_BYTES;
/// Bytes of one ballot in what a trustee is asked to open: a box and the number of the cell.
pub const ASKED: usize = BOX + 4;
/// Bytes of one ballot in what a trustee uploads: 1 and the share, or zeros where the box did not open.
pub const ANSWER: usize = 1 + SHARE;

/// What a ballot is sealed for that only proves, before the first mail, that trustees can open. Nothing that
/// is sealed for a ballot opens as such a canary, so the server can have no ballot opened as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Canary {
    /// The bytes of the wave's identifier.
    pub wave: [u8; 16],
    /// The root of the wave's promise.
    pub root: [u8; 32],
}

/// `"abp2 canary" || W || R`, and four zeros.
impl Purpose for Canary {
    fn info(&self) -> Vec<u8> {
        [b"abp2 canary".as_slice(), &self.wave, &self.root].concat()
    }

    fn about(&self) -> [u8; 4] {
        [0; 4]
    }
}

/// Something that only a trustee, counted from 1, can read, and what they read.
///
/// # Errors
/// [`Unsealed`] never for a text of this length.
pub fn challenge(
    key: &OpeningPublicKey,
    wave: &[u8; 16],
    holder: u8,
    rng: &mut impl CryptoRng,
) -> Result<([u8; NONCE_BYTES], Vec<u8>), Unsealed> {
    let mut nonce = [0; NONCE_BYTES];
    rng.fill_bytes(&mut nonce);
    let sealed = hpke::seal(key, &challenge_info(wave, holder), &[], &nonce, rng)?;
    Ok((nonce, sealed))
}

/// What a trustee reads in a [`challenge`].
///
/// # Errors
/// [`Unopened`] if it is for somebody else, or for another wave.
pub fn answer(
    key: &OpeningKey,
    wave: &[u8; 16],
    holder: u8,
    sealed: &[u8],
) -> Result<[u8; NONCE_BYTES], Unopened> {
    let opened = hpke::open(key, &challenge_info(wave, holder), &[], sealed)?;
    opened.try_into().map_err(|_| Unopened)
}

fn challenge_info(wave: &[u8; 16], holder: u8) -> Vec<u8> {
    [b"abp2 trustee".as_slice(), wave, &[holder]].concat()
}

/// What a trustee is asked to open of one ballot.
pub struct Asked<'a> {
    /// The box.
    pub sealed: &'a [u8],
    /// The number of the cell.
    pub cell: u32,
}

impl Asked<'_> {
    /// The bytes in which it is sent.
    pub fn bytes(&self) -> Vec<u8> {
        [self.sealed, &self.cell.to_be_bytes()].concat()
    }
}

/// Reads what a trustee is asked to open; `None` unless it is whole.
pub fn asked(bytes: &[u8]) -> Option<Vec<Asked<'_>>> {
    let (ballots, rest) = bytes.as_chunks::<ASKED>();
    let ballot = |bytes| {
        let (sealed, cell) = <[u8]>::split_last_chunk::<4>(bytes)?;
        let cell = u32::from_be_bytes(*cell);
        Some(Asked { sealed, cell })
    };
    let all: Option<Vec<Asked<'_>>> = ballots.iter().map(|bytes| ballot(bytes)).collect();
    all.filter(|_| rest.is_empty())
}

/// The shares of one trustee for all ballots of a wave, in the order of their list.
#[derive(Debug)]
pub struct Upload(Zeroizing<Vec<u8>>);

impl Upload {
    /// Opens a trustee's boxes, one after the other; `tell` is called after each.
    pub fn open(
        key: &OpeningKey,
        (wave, root): (&[u8; 16], &[u8; 32]),
        holder: u8,
        asked: &[Asked<'_>],
        mut tell: impl FnMut(),
    ) -> Self {
        // Room for all at once: a growing buffer would leave copies in freed memory.
        let mut bytes = Zeroizing::new(Vec::with_capacity(asked.len() * ANSWER));
        for Asked { sealed, cell } in asked {
            let (wave, root, cell) = (*wave, *root, *cell);
            match open_share(key, &Context { wave, root, cell }, holder, sealed) {
                Ok(share) => {
                    bytes.push(1);
                    bytes.extend(share.iter());
                }
                Err(Unopened) => bytes.extend([0; ANSWER]),
            }
            tell();
        }
        Self(bytes)
    }

    /// Reads the bytes of an upload for so many ballots; `None` if it is none.
    pub fn read(bytes: Vec<u8>, ballots: usize) -> Option<Self> {
        let bytes = Zeroizing::new(bytes);
        let (answers, rest) = bytes.as_chunks::<ANSWER>();
        let sound = |answer: &[u8; ANSWER]| match answer.split_first() {
            Some((1, _)) => true,
            Some((0, share)) => share.iter().all(|byte| *byte == 0),
            _ => false,
        };
        let whole = rest.is_empty() && answers.len() == ballots && answers.iter().all(sound);
        whole.then_some(Self(bytes))
    }

    /// The bytes in which it is sent.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// How many ballots it is for.
    pub fn ballots(&self) -> usize {
        self.0.len() / ANSWER
    }

    /// The share of a ballot, by its place in the list; `None` if its box did not open.
    pub fn share(&self, ballot: usize) -> Option<Share> {
        let (answers, _) = self.0.as_chunks::<ANSWER>();
        let (opened, share) = answers.get(ballot)?.split_first_chunk::<1>()?;
        let share = Zeroizing::new(share.try_into().ok()?);
        (*opened == [1]).then_some(share)
    }
}
