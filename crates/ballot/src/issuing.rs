//! Issuing keys: one RSA key of 2048 bits for each cell. The server signs blinded ballots with it
//! (BlindSign of RFC 9474) and later checks the signatures people cast.

mod private;
pub(crate) mod pss;

use crypto_bigint::{BoxedUint, Odd};
use private::PrivateKey;
use rand::CryptoRng;
use ring::signature::{RSA_PSS_2048_8192_SHA384, RsaPublicKeyComponents};
use secrecy::zeroize::Zeroizing;
use std::fmt;

pub(crate) use private::raise;

/// Bytes of a modulus, a blinded value and a signature.
pub(crate) const BYTES: usize = 256;
/// Bits of a prime.
const PRIME_BITS: u32 = 1024;
/// The public exponent, as a verifier takes it.
const EXPONENT: &[u8] = &[1, 0, 1];

/// The RSA-2048 key that signs the ballots of one cell. When it is dropped, its exponents are wiped from
/// memory, but not its primes.
pub struct IssuingKey(PrivateKey);

/// The public half of an issuing key: a modulus of exactly 2048 bits. The exponent is always 65537.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuingPublicKey {
    number: Odd<BoxedUint>,
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
        Self(PrivateKey::generate(PRIME_BITS, rng))
    }

    /// The two primes, 128 bytes each, most significant first.
    pub fn to_bytes(&self) -> Zeroizing<[u8; BYTES]> {
        let mut bytes = Zeroizing::new([0; BYTES]);
        let (p, q) = bytes.split_at_mut(BYTES / 2);
        for (to, prime) in [p, q].into_iter().zip(self.0.primes()) {
            to.copy_from_slice(&Zeroizing::new(prime.to_be_bytes()));
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
        let (p, q) = bytes.split_at(BYTES / 2);
        let [p, q] = [p, q].map(|prime| Zeroizing::new(number(prime)));
        PrivateKey::new(&p, &q).map(Self).ok_or(NoIssuingKey)
    }

    /// The public half.
    pub fn public(&self) -> IssuingPublicKey {
        IssuingPublicKey::new(self.0.modulus().clone())
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
        let blinded = number(blinded);
        if blinded.is_zero().to_bool() || blinded >= *self.0.modulus() {
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
        let number = number(bytes).into_odd().into_option();
        let number = number.ok_or(NoIssuingKey)?;
        if number.as_ref().leading_zeros() > 0 {
            return Err(NoIssuingKey);
        }
        Ok(Self::new(number))
    }

    fn new(number: Odd<BoxedUint>) -> Self {
        let bytes = to_bytes(number.as_ref());
        Self { number, bytes }
    }

    /// The modulus, most significant byte first.
    pub fn modulus(&self) -> &[u8; BYTES] {
        &self.bytes
    }

    pub(crate) fn number(&self) -> &Odd<BoxedUint> {
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

/// The number in these bytes, most significant first. The time this takes depends on their count alone.
pub(crate) fn number(bytes: &[u8]) -> BoxedUint {
    BoxedUint::from_be_slice_vartime(bytes)
}

/// The number, which has a precision of 256 bytes, most significant first.
pub(crate) fn to_bytes(number: &BoxedUint) -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    bytes.copy_from_slice(&number.to_be_bytes());
    bytes
}

#[cfg(test)]
pub(crate) mod tests;
