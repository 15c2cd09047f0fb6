//! What the script of the answer page does, for those who answer without a browser: the demo, the load
//! harness and the tests.

use crate::id::{BallotId, signed_input};
use crate::promise::{CellTerms, Root, Terms};
use crate::seal::{Context, OpeningPublicKey, seal};
use crate::trustee::Trustees;
use crate::{Blinding, IssuingPublicKey, KEY_BYTES, SigningError};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use rand::CryptoRng;

/// Terms that cannot be used: nothing may be sent.
#[derive(Debug, thiserror::Error)]
#[error("the promise is not one that ballots can be sealed for")]
pub struct Unusable;

/// What is needed to seal ballots for one group.
pub struct Booth {
    context: Context,
    opening: Opening,
    issuing: IssuingPublicKey,
}

/// Who opens the ballots.
enum Opening {
    Server(OpeningPublicKey),
    Trustees(Trustees),
}

impl Booth {
    /// Reads the texts of a promise whose root was compared with them.
    ///
    /// # Errors
    /// [`Unusable`] if they are not those of an anonymous wave.
    pub fn read(root: &Root, terms: &str, cell: &str) -> Result<Self, Unusable> {
        let terms: Terms = serde_json::from_str(terms).map_err(|_| Unusable)?;
        let cell: CellTerms = serde_json::from_str(cell).map_err(|_| Unusable)?;
        let read = || {
            let bytes = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).ok();
            let wave = HEXLOWER.decode(terms.wave_bytes.as_bytes()).ok()?;
            let opening = match (&terms.opening_key, &terms.trustees) {
                (Some(key), None) => {
                    Opening::Server(OpeningPublicKey::from_bytes(&bytes(key)?).ok()?)
                }
                (None, Some(trustees)) => Opening::Trustees(Trustees::read(trustees).ok()?),
                _ => return None,
            };
            Some(Self {
                context: Context {
                    wave: wave.try_into().ok()?,
                    root: *root.bytes(),
                    cell: u32::try_from(cell.cell).ok()?,
                },
                opening,
                issuing: IssuingPublicKey::from_bytes(&bytes(&cell.modulus?)?).ok()?,
            })
        };
        read().ok_or(Unusable)
    }

    /// Seals canonical answers and blinds what is to be signed.
    ///
    /// # Errors
    /// [`Unusable`] if the answers are too long to be sealed, or no memory is left.
    pub fn seal(&self, answers: &[u8], rng: &mut impl CryptoRng) -> Result<Draft, Unusable> {
        let sealed = match &self.opening {
            Opening::Server(key) => seal(key, &self.context, answers, rng),
            Opening::Trustees(trustees) => trustees.seal(&self.context, answers, rng),
        };
        let sealed = sealed.map_err(|_| Unusable)?;
        let mut prefix = [0; 32];
        rng.fill_bytes(&mut prefix);
        let input = signed_input(&prefix, &self.context, &sealed);
        let blinding = self.issuing.blind(&input, |bytes| rng.fill_bytes(bytes));
        Ok(Draft {
            blinding: blinding.map_err(|_| Unusable)?,
            id: BallotId::of(&input),
            prefix,
            sealed,
        })
    }
}

/// A sealed ballot whose signature is still to be asked for.
pub struct Draft {
    /// Its identifier.
    pub id: BallotId,
    /// The random bytes in it.
    pub prefix: [u8; 32],
    /// The sealed answers.
    pub sealed: Vec<u8>,
    blinding: Blinding,
}

impl Draft {
    /// What the server is asked to sign.
    pub fn blinded(&self) -> &[u8; KEY_BYTES] {
        self.blinding.blinded()
    }

    /// The signature of the ballot from what the server signed.
    ///
    /// # Errors
    /// [`SigningError::NotSigned`] if the server signed something else or with another key.
    pub fn finish(&self, signature: &[u8; KEY_BYTES]) -> Result<[u8; KEY_BYTES], SigningError> {
        self.blinding.finish(signature)
    }
}

#[cfg(test)]
mod tests;
