//! Issuing keys: one RSA key of 2048 bits for each cell. The server signs blinded ballots with it
//! (BlindSign of RFC 9474) and later checks the signatures people cast.

mod private;
pub(super) mod pss;

use crypto_bigint::{Odd, U1024, U2048};
use private::PrivateKey;
use rand::CryptoRng;
use ring::signature::{RSA_PSS_2048_8192_SHA384, RsaPublicKeyComponents};
use secrecy::zeroize::Zeroizing;
use std::fmt;

pub(super) use private::raise;

/// Bytes of a modulus, a blinded value and a signature.
const BYTES: usize = U2048::BYTES;
/// The public exponent, as a verifier takes it.
const EXPONENT: &[u8] = &[1, 0, 1];

/// The RSA-2048 key that signs the ballots of one cell. It is wiped from memory when dropped.
pub struct IssuingKey(Box<PrivateKey<{ U1024::LIMBS }, { U2048::LIMBS }>>);

/// The public half of an issuing key: a modulus of exactly 2048 bits. The exponent is always 65537.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuingPublicKey {
    number: Odd<U2048>,
    bytes: [u8; BYTES],
}

/// Bytes that are no key of this kind.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no RSA key of 2048 bits")]
pub struct NoIssuingKey;

/// A blinded ballot that was not signed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsigned {
    /// No client that follows the protocol sends this.
    #[error("the blinded ballot is not a number between 1 and the modulus of the issuing key")]
    OutOfRange,
    /// The signature came out wrong and is held back: a wrong one can give the key away.
    #[error(
        "the issuing key made a signature that does not verify: the key or the machine is damaged"
    )]
    Fault,
}

impl IssuingKey {
    /// A new key.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self(Box::new(PrivateKey::generate(rng)))
    }

    /// The two primes, 128 bytes each, most significant first.
    pub fn to_bytes(&self) -> Zeroizing<[u8; BYTES]> {
        let mut bytes = Zeroizing::new([0; BYTES]);
        let (p, q) = bytes.split_at_mut(U1024::BYTES);
        for (to, prime) in [p, q].into_iter().zip(self.0.primes()) {
            to.copy_from_slice(prime.to_be_bytes().as_slice());
        }
        bytes
    }

    /// Reads back what [`to_bytes`](Self::to_bytes) wrote. It does not test again that they are prime.
    ///
    /// # Errors
    /// [`NoIssuingKey`] unless these are 256 bytes of two different odd numbers whose product has 2048
    /// bits and that can be used with the exponent 65537.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoIssuingKey> {
        let bytes: &[u8; BYTES] = bytes.try_into().map_err(|_| NoIssuingKey)?;
        let (p, q) = bytes.split_at(U1024::BYTES);
        let [p, q] = [p, q].map(|prime| Zeroizing::new(U1024::from_be_slice(prime)));
        let key = PrivateKey::new(&p, &q).ok_or(NoIssuingKey)?;
        Ok(Self(Box::new(key)))
    }

    /// The public half.
    pub fn public(&self) -> IssuingPublicKey {
        IssuingPublicKey::new(*self.0.modulus())
    }

    /// Signs a ballot without seeing it. The same blinded ballot always gets the same signature.
    ///
    /// # Errors
    /// [`Unsigned::OutOfRange`] for zero and for numbers not below the modulus; [`Unsigned::Fault`] if
    /// the signature does not verify.
    pub fn sign(
        &self,
        blinded: &[u8; BYTES],
        rng: &mut impl CryptoRng,
    ) -> Result<[u8; BYTES], Unsigned> {
        let blinded = U2048::from_be_slice(blinded);
        if blinded == U2048::ZERO || blinded >= *self.0.modulus().as_ref() {
            return Err(Unsigned::OutOfRange);
        }
        let signature = self.0.sign(&blinded, rng).ok_or(Unsigned::Fault)?;
        Ok(to_bytes(&signature))
    }
}

impl fmt::Debug for IssuingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IssuingKey(hidden)")
    }
}

impl IssuingPublicKey {
    /// Reads a modulus, most significant byte first.
    ///
    /// # Errors
    /// [`NoIssuingKey`] unless these are 256 bytes of an odd number of exactly 2048 bits.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoIssuingKey> {
        let bytes: &[u8; BYTES] = bytes.try_into().map_err(|_| NoIssuingKey)?;
        let number = U2048::from_be_slice(bytes).to_odd();
        let number = number.into_option().ok_or(NoIssuingKey)?;
        if number.as_ref().leading_zeros() > 0 {
            return Err(NoIssuingKey);
        }
        Ok(Self::new(number))
    }

    fn new(number: Odd<U2048>) -> Self {
        let bytes = to_bytes(number.as_ref());
        Self { number, bytes }
    }

    /// The modulus, most significant byte first.
    pub fn modulus(&self) -> &[u8; BYTES] {
        &self.bytes
    }

    pub(super) fn number(&self) -> &Odd<U2048> {
        &self.number
    }

    /// Whether this is a signature (RSASSA-PSS, SHA-384, salt of 48 bytes) over the input.
    pub fn verify(&self, input: &[u8], signature: &[u8]) -> bool {
        let key = RsaPublicKeyComponents {
            n: self.bytes.as_slice(),
            e: EXPONENT,
        };
        key.verify(&RSA_PSS_2048_8192_SHA384, input, signature)
            .is_ok()
    }
}

/// The number in 256 bytes, most significant first.
pub(super) fn to_bytes(number: &U2048) -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    bytes.copy_from_slice(number.to_be_bytes().as_slice());
    bytes
}

#[cfg(test)]
pub(super) mod tests;
