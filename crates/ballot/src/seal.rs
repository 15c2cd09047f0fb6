//! Sealing of ballots: HPKE base mode (RFC 9180) with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and
//! AES-256-GCM.
//!
//! A ballot is sealed for one wave and one cell; it opens under no other wave, cell or key.

use crate::PROTOCOL;
use hpke::aead::{AeadTag, AesGcm256};
use hpke::inout::InOutBuf;
use hpke::kdf::HkdfSha256;
use hpke::kem::DhP256HkdfSha256;
use hpke::{Deserializable, HpkeError, Kem, OpModeR, OpModeS, Serializable};
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;
use std::fmt;

type PrivateKey = <DhP256HkdfSha256 as Kem>::PrivateKey;
type PublicKey = <DhP256HkdfSha256 as Kem>::PublicKey;
type EncappedKey = <DhP256HkdfSha256 as Kem>::EncappedKey;

/// Bytes of an encapsulated key: an uncompressed P-256 point.
const ENCAPPED: usize = 65;
/// Bytes of an AES-GCM tag.
const TAG: usize = 16;

/// How much longer a sealed ballot is than what was sealed, in bytes.
pub const OVERHEAD: usize = ENCAPPED + TAG;

/// The secret half of a wave's opening key. It is wiped from memory when dropped.
pub struct OpeningKey(PrivateKey);

/// The public half of a wave's opening key: an uncompressed P-256 point, 65 bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningPublicKey(PublicKey);

/// Bytes that are no key of this kind.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no P-256 key")]
pub struct NoKey;

/// A ballot that could not be sealed: it is longer than AES-GCM can take.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the ballot could not be sealed")]
pub struct Unsealed;

/// A ballot that does not open. The reason is not told apart on purpose.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sealed ballot does not open: it was altered or sealed for another key, wave or cell")]
pub struct Unopened;

impl OpeningKey {
    /// A new key.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self(DhP256HkdfSha256::gen_keypair_with_rng(rng).0)
    }

    /// Reads back what [`to_bytes`](Self::to_bytes) wrote.
    ///
    /// # Errors
    /// [`NoKey`] unless these are 32 bytes of a scalar between 1 and the order of the group.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoKey> {
        PrivateKey::from_bytes(bytes).map(Self).map_err(|_| NoKey)
    }

    /// The secret scalar, 32 bytes, most significant first.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes().into())
    }

    /// The public half.
    pub fn public(&self) -> OpeningPublicKey {
        OpeningPublicKey(DhP256HkdfSha256::sk_to_pk(&self.0))
    }
}

impl fmt::Debug for OpeningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpeningKey(hidden)")
    }
}

impl OpeningPublicKey {
    /// Reads a public key.
    ///
    /// # Errors
    /// [`NoKey`] unless these are 65 bytes of an uncompressed point on the curve.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoKey> {
        PublicKey::from_bytes(bytes).map(Self).map_err(|_| NoKey)
    }

    /// The uncompressed point: 4, x and y.
    pub fn to_bytes(&self) -> [u8; ENCAPPED] {
        self.0.to_bytes().into()
    }
}

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
    seal_with(key, &info(wave), &cell.to_be_bytes(), plaintext, rng).map_err(|_| Unsealed)
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
    open_with(key, &info(wave), &cell.to_be_bytes(), sealed)
}

fn info(wave: &[u8; 16]) -> Vec<u8> {
    [PROTOCOL.as_slice(), wave].concat()
}

fn seal_with(
    key: &OpeningPublicKey,
    info: &[u8],
    additional: &[u8],
    plaintext: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, HpkeError> {
    let mut text = plaintext.to_vec();
    let (encapped, tag) =
        hpke::single_shot_seal_inout_detached_with_rng::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
            &OpModeS::Base,
            &key.0,
            info,
            InOutBuf::from(text.as_mut_slice()),
            additional,
            rng,
        )?;
    Ok([encapped.to_bytes().as_slice(), &text, &tag.to_bytes()].concat())
}

fn open_with(
    key: &OpeningKey,
    info: &[u8],
    additional: &[u8],
    sealed: &[u8],
) -> Result<Vec<u8>, Unopened> {
    let (encapped, rest) = sealed.split_first_chunk::<ENCAPPED>().ok_or(Unopened)?;
    let (text, tag) = rest.split_last_chunk::<TAG>().ok_or(Unopened)?;
    let mut text = text.to_vec();
    hpke::single_shot_open_inout_detached::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
        &OpModeR::Base,
        &key.0,
        &EncappedKey::from_bytes(encapped).map_err(|_| Unopened)?,
        info,
        InOutBuf::from(text.as_mut_slice()),
        additional,
        &AeadTag::from_bytes(tag).map_err(|_| Unopened)?,
    )
    .map_err(|_| Unopened)?;
    Ok(text)
}

#[cfg(test)]
mod tests;
