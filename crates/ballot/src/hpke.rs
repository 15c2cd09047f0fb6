//! Hybrid public key encryption (RFC 9180): base mode, one message a key, with DHKEM(P-256, HKDF-SHA256),
//! HKDF-SHA256 and AES-256-GCM. Curve, hash and cipher are those of AWS-LC; this is how the RFC puts them
//! together.

use crate::aead::{self, NONCE, TAG};
use crate::hash::{Hash, hmac};
use crate::random;
use aws_lc_rs::agreement::{ECDH_P256, ParsedPublicKey, PrivateKey, UnparsedPublicKey, agree};
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;
use std::fmt;

/// Bytes of an encapsulated key, as of every public key: an uncompressed P-256 point.
pub const POINT: usize = 65;
/// How much longer a sealed text is than what was sealed, in bytes.
pub const OVERHEAD: usize = POINT + TAG;

/// DHKEM(P-256, HKDF-SHA256), as the key encapsulation calls itself.
const KEM: &[u8] = &[b'K', b'E', b'M', 0x00, 0x10];
/// The same with HKDF-SHA256 and AES-256-GCM, as the whole suite calls itself.
const SUITE: &[u8] = &[b'H', b'P', b'K', b'E', 0x00, 0x10, 0x00, 0x01, 0x00, 0x02];
/// Mode without a key or identity of the sender.
const BASE: &[u8] = &[0];
/// An empty salt (RFC 5869, 2.2).
const NONE: &[u8; 32] = &[0; 32];

/// The secret half of a P-256 key. It is wiped from memory when dropped.
pub struct SecretKey {
    key: PrivateKey,
    bytes: Zeroizing<[u8; 32]>,
    public: PublicKey,
}

/// The public half of a P-256 key: a point of the curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey([u8; POINT]);

/// Bytes that are no key of this kind.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no P-256 key")]
pub struct NoKey;

/// A text that could not be sealed: it is longer than AES-GCM can take.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text could not be sealed")]
pub struct Unsealed;

/// A sealed text that does not open. The reason is not told apart on purpose.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "what is sealed does not open: it was altered, or sealed for another key or something else"
)]
pub struct Unopened;

impl SecretKey {
    /// A new key, made by the operating system.
    pub fn generate() -> Self {
        Self::generate_with(&mut random::system())
    }

    /// A new key made of these random bytes.
    pub fn generate_with(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        loop {
            rng.fill_bytes(bytes.as_mut_slice());
            // One in 2^32 numbers of 32 bytes is not below the order of the group.
            if let Ok(key) = Self::from_bytes(bytes.as_slice()) {
                return key;
            }
        }
    }

    /// Reads back what [`to_bytes`](Self::to_bytes) wrote.
    ///
    /// # Errors
    /// [`NoKey`] unless these are 32 bytes of a scalar between 1 and the order of the group.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoKey> {
        let key = PrivateKey::from_private_key(&ECDH_P256, bytes).map_err(|_| NoKey)?;
        let public = key.compute_public_key().map_err(|_| NoKey)?;
        Ok(Self {
            bytes: Zeroizing::new(bytes.try_into().map_err(|_| NoKey)?),
            public: PublicKey::from_bytes(public.as_ref())?,
            key,
        })
    }

    /// The secret scalar, 32 bytes, most significant first.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        self.bytes.clone()
    }

    /// The public half.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The x coordinate of this key times a point.
    fn times(&self, point: &[u8; POINT]) -> Option<Zeroizing<[u8; 32]>> {
        let point = UnparsedPublicKey::new(&ECDH_P256, point);
        let shared = |x: &[u8]| x.try_into().map(Zeroizing::new).map_err(|_| ());
        agree(&self.key, point, (), shared).ok()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(hidden)")
    }
}

impl PublicKey {
    /// Reads a public key.
    ///
    /// # Errors
    /// [`NoKey`] unless these are 65 bytes of an uncompressed point on the curve.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoKey> {
        let point: [u8; POINT] = bytes.try_into().map_err(|_| NoKey)?;
        if point.first() != Some(&4) {
            return Err(NoKey);
        }
        let on_curve = ParsedPublicKey::try_from(UnparsedPublicKey::new(&ECDH_P256, point));
        on_curve.map(|_| Self(point)).map_err(|_| NoKey)
    }

    /// The uncompressed point: 4, x and y.
    pub fn to_bytes(&self) -> [u8; POINT] {
        self.0
    }
}

/// Seals a text to a key. Whoever opens it has to know `info` and `about` too; neither is contained in
/// the result, which is [`OVERHEAD`] bytes longer than the text.
///
/// # Errors
/// [`Unsealed`] if the text is longer than AES-GCM can take (64 GiB).
pub fn seal(
    to: &PublicKey,
    info: &[u8],
    about: &[u8],
    text: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, Unsealed> {
    seal_with(&SecretKey::generate_with(rng), to, info, about, text).ok_or(Unsealed)
}

/// Opens what [`seal`] sealed with the same `info` and `about`.
///
/// # Errors
/// [`Unopened`] if anything at all differs.
pub fn open(
    key: &SecretKey,
    info: &[u8],
    about: &[u8],
    sealed: &[u8],
) -> Result<Vec<u8>, Unopened> {
    let (point, sealed) = sealed.split_first_chunk::<POINT>().ok_or(Unopened)?;
    let point = PublicKey::from_bytes(point).map_err(|_| Unopened)?;
    let shared = key.times(&point.0).ok_or(Unopened)?;
    let (cipher, nonce) = schedule(&shared, &point, &key.public, info);
    aead::open(&cipher, nonce, about, sealed).ok_or(Unopened)
}

fn seal_with(
    ephemeral: &SecretKey,
    to: &PublicKey,
    info: &[u8],
    about: &[u8],
    text: &[u8],
) -> Option<Vec<u8>> {
    let shared = ephemeral.times(&to.0)?;
    let (cipher, nonce) = schedule(&shared, &ephemeral.public, to, info);
    let sealed = aead::seal(&cipher, nonce, about, text)?;
    Some([ephemeral.public.0.as_slice(), &sealed].concat())
}

/// Key and nonce of a message (RFC 9180, 4.1 and 5.1).
fn schedule(
    shared: &[u8; 32],
    encapsulated: &PublicKey,
    to: &PublicKey,
    info: &[u8],
) -> (Zeroizing<Hash>, [u8; NONCE]) {
    let extracted = extract(KEM, NONE, b"eae_prk", shared);
    let context = [encapsulated.0, to.0].concat();
    let shared = expand::<32>(KEM, &extracted, b"shared_secret", &context);

    let identity = extract(SUITE, NONE, b"psk_id_hash", b"");
    let info = extract(SUITE, NONE, b"info_hash", info);
    let context = [BASE, identity.as_slice(), info.as_slice()].concat();
    let secret = extract(SUITE, &shared, b"secret", b"");
    let cipher = expand::<32>(SUITE, &secret, b"key", &context);
    // The first message of a key: its number, 0, leaves the nonce as it is.
    let nonce = expand::<NONCE>(SUITE, &secret, b"base_nonce", &context);
    (cipher, *nonce)
}

/// `LabeledExtract` (RFC 9180, 4) with HKDF-SHA256 (RFC 5869).
fn extract(suite: &[u8], salt: &[u8; 32], label: &[u8], secret: &[u8]) -> Zeroizing<Hash> {
    Zeroizing::new(hmac(salt, &[b"HPKE-v1", suite, label, secret]))
}

/// `LabeledExpand` of at most 32 bytes, which are one block of HKDF.
fn expand<const N: usize>(
    suite: &[u8],
    key: &Hash,
    label: &[u8],
    info: &[u8],
) -> Zeroizing<[u8; N]> {
    let length = (N as u16).to_be_bytes();
    let block = Zeroizing::new(hmac(key, &[&length, b"HPKE-v1", suite, label, info, &[1]]));
    let mut bytes = Zeroizing::new([0; N]);
    bytes
        .iter_mut()
        .zip(block.iter())
        .for_each(|(to, from)| *to = *from);
    bytes
}

#[cfg(test)]
mod tests;
