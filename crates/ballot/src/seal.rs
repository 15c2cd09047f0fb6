//! Sealing of ballots: HPKE (RFC 9180) for one wave, one promise and one cell, so that a ballot opens under
//! no other wave, promise, cell or key.

use crate::PROTOCOL;
use crate::hpke;
use rand::CryptoRng;

pub use crate::hpke::{
    NoKey, OVERHEAD, PublicKey as OpeningPublicKey, SecretKey as OpeningKey, Unopened, Unsealed,
};

/// What something is sealed for. It opens for nothing else.
pub trait Purpose {
    /// What is bound to everything that is sealed for the wave in this way: `info` of RFC 9180.
    fn info(&self) -> Vec<u8>;

    /// What is bound to it besides: `aad` of RFC 9180.
    fn about(&self) -> [u8; 4];
}

/// What a ballot is sealed and signed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The bytes of the wave's identifier.
    pub wave: [u8; 16],
    /// The root of the wave's promise.
    pub root: [u8; 32],
    /// The number of the cell.
    pub cell: u32,
}

/// `"abp2" || W || R`, and `C`.
impl Purpose for Context {
    fn info(&self) -> Vec<u8> {
        [PROTOCOL.as_slice(), &self.wave, &self.root].concat()
    }

    fn about(&self) -> [u8; 4] {
        self.cell.to_be_bytes()
    }
}

/// Seals a ballot.
///
/// The result is 81 bytes longer than the plaintext: pad plaintexts to one size per wave, or the
/// length tells what was answered.
///
/// # Errors
/// [`Unsealed`] if the plaintext is longer than AES-GCM can take (64 GiB).
pub fn seal(
    key: &OpeningPublicKey,
    context: &Context,
    plaintext: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, Unsealed> {
    hpke::seal(key, &context.info(), &context.about(), plaintext, rng)
}

/// Opens what [`seal`] sealed for the same context.
///
/// # Errors
/// [`Unopened`] if anything at all differs.
pub fn open(key: &OpeningKey, context: &Context, sealed: &[u8]) -> Result<Vec<u8>, Unopened> {
    hpke::open(key, &context.info(), &context.about(), sealed)
}

#[cfg(test)]
mod tests;
