//! The client's side of a blind signature (Blind and Finalize of RFC 9474, RSABSSA-SHA384-PSS).
//!
//! The random prefix of the input is the randomizer of the RFC: nothing is left to prepare.

use crate::issuing::pss::{self, SALT};
use crate::issuing::{self, BYTES, IssuingPublicKey};
use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams};
use crypto_bigint::{BitOps, BoxedUint, Odd, RandomMod};
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;
use std::fmt;

/// An input blinded for one key, and what turns the signature on it into one on the input. It is wiped
/// from memory when dropped.
pub struct Blinding {
    blinded: [u8; BYTES],
    secret: Unblinding,
}

/// What came back is not a signature of the key on what was blinded.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the server did not sign what was blinded: send nothing and ask who runs the server why")]
pub struct NotSigned;

impl Blinding {
    /// Blinds an input with a random salt and a random factor.
    pub fn new(key: &IssuingPublicKey, input: &[u8], rng: &mut impl CryptoRng) -> Self {
        let mut salt = Zeroizing::new([0; SALT]);
        loop {
            rng.fill_bytes(salt.as_mut_slice());
            let factor = BoxedUint::random_mod_vartime(rng, key.number().as_nz_ref());
            // Fails only if salt or factor shares a prime with the modulus, which does not happen.
            if let Some((blinded, secret)) = blind(key.number(), input, &salt, factor) {
                let blinded = issuing::to_bytes(&blinded);
                return Self { blinded, secret };
            }
        }
    }

    /// What the server is to sign.
    pub fn blinded(&self) -> &[u8; BYTES] {
        &self.blinded
    }

    /// The signature on the input, made of the server's signature on the blinded value.
    ///
    /// # Errors
    /// [`NotSigned`] if the result is not a signature of the key on the input.
    pub fn finish(&self, signature: &[u8; BYTES]) -> Result<[u8; BYTES], NotSigned> {
        let signature = self.secret.finish(issuing::number(signature));
        Ok(issuing::to_bytes(&signature.ok_or(NotSigned)?))
    }
}

impl fmt::Debug for Blinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Blinding(hidden)")
    }
}

/// The blinded value m·r^e and what unblinds its signature; `None` unless m and r are coprime to the
/// modulus, whose first bit is set.
fn blind(
    modulus: &Odd<BoxedUint>,
    input: &[u8],
    salt: &[u8; SALT],
    factor: BoxedUint,
) -> Option<(BoxedUint, Unblinding)> {
    let params = BoxedMontyParams::new_vartime(modulus.clone());
    let encoded = pss::encode(input, salt, modulus.bytes_precision());
    let encoded = BoxedMontyForm::new(issuing::number(&encoded), &params);
    let factor = BoxedMontyForm::new(factor, &params);
    // 1/r as m/(m·r): one inverse tells of both numbers whether they are coprime to the modulus.
    let inverse = &encoded * (&encoded * &factor).invert().into_option()?;
    let blinded = (&encoded * issuing::raise(&factor)).retrieve();
    let secret = Unblinding {
        encoded: Zeroizing::new(encoded),
        inverse: Zeroizing::new(inverse),
    };
    Some((blinded, secret))
}

/// The encoded input m and the inverse of the factor r.
struct Unblinding {
    encoded: Zeroizing<BoxedMontyForm>,
    inverse: Zeroizing<BoxedMontyForm>,
}

impl Unblinding {
    /// s = s'/r; `None` unless s^e = m.
    fn finish(&self, signature: BoxedUint) -> Option<BoxedUint> {
        let signature = BoxedMontyForm::new(signature, self.inverse.params()) * &*self.inverse;
        (issuing::raise(&signature) == *self.encoded).then(|| signature.retrieve())
    }
}

#[cfg(test)]
mod tests;
