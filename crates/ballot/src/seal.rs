//! Sealing of ballots: a ballot is sealed for one wave and one cell, and opens under no other wave, cell or
//! key.

use crate::PROTOCOL;
use crate::hpke;
use rand::CryptoRng;

pub use crate::hpke::{
    NoKey, OVERHEAD, PublicKey as OpeningPublicKey, SecretKey as OpeningKey, Unopened, Unsealed,
};

/// Seals a ballot for one wave and one cell.
///
/// The result is 81 bytes longer than the plaintext: pad plaintexts to one size per wave, or the
/// length tells what was answered.
///
/// # Errors
/// [`Unsealed`] if the plaintext is longer than AES-GCM can take (64 GiB).
pub fn seal(
    key: &OpeningPublicKey,
    wave: &[u8; 16],
    cell: u32,
    plaintext: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, Unsealed> {
    hpke::seal(key, &info(wave), &cell.to_be_bytes(), plaintext, rng)
}

/// Opens what [`seal`] sealed for the same wave and cell.
///
/// # Errors
/// [`Unopened`] if anything at all differs.
pub fn open(
    key: &OpeningKey,
    wave: &[u8; 16],
    cell: u32,
    sealed: &[u8],
) -> Result<Vec<u8>, Unopened> {
    hpke::open(key, &info(wave), &cell.to_be_bytes(), sealed)
}

fn info(wave: &[u8; 16]) -> Vec<u8> {
    [PROTOCOL.as_slice(), wave].concat()
}

#[cfg(test)]
mod tests;
