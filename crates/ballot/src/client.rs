//! What the script of the answer page does, for those who answer without a browser: the demo, the load
//! harness and the tests.

use crate::id::{BallotId, signed_input};
use crate::promise::{CellTerms, Terms};
use crate::seal::{OpeningPublicKey, seal};
use crate::{Blinding, IssuingPublicKey, KEY_BYTES, SigningError};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use rand::CryptoRng;

/// Terms that cannot be used: nothing may be sent.
#[derive(Debug, thiserror::Error)]
#[error("the promise is not one that ballots can be sealed for")]
pub struct Unusable;

/// What is needed to seal ballots for one group.
pub struct Booth {
    wave: [u8; 16],
    cell: u32,
    opening: OpeningPublicKey,
    issuing: IssuingPublicKey,
}

impl Booth {
    /// Reads the texts of a promise.
    ///
    /// # Errors
    /// [`Unusable`] if they are not those of an anonymous wave.
    pub fn read(terms: &str, cell: &str) -> Result<Self, Unusable> {
        let terms: Terms = serde_json::from_str(terms).map_err(|_| Unusable)?;
        let cell: CellTerms = serde_json::from_str(cell).map_err(|_| Unusable)?;
        let bytes = |text: &str| {
            BASE64URL_NOPAD
                .decode(text.as_bytes())
                .map_err(|_| Unusable)
        };
        let wave = HEXLOWER.decode(terms.wave_bytes.as_bytes());
        Ok(Self {
            wave: wave
                .map_err(|_| Unusable)?
                .try_into()
                .map_err(|_| Unusable)?,
            cell: cell.cell.unsigned_abs(),
            opening: OpeningPublicKey::from_bytes(&bytes(&terms.opening_key)?)
                .map_err(|_| Unusable)?,
            issuing: IssuingPublicKey::from_bytes(&bytes(&cell.modulus.ok_or(Unusable)?)?)
                .map_err(|_| Unusable)?,
        })
    }

    /// Seals canonical answers and blinds what is to be signed.
    ///
    /// # Errors
    /// [`Unusable`] if the answers are too long to be sealed, or no memory is left.
    pub fn seal(&self, answers: &[u8], rng: &mut impl CryptoRng) -> Result<Draft, Unusable> {
        let sealed = seal(&self.opening, &self.wave, self.cell, answers, rng);
        let sealed = sealed.map_err(|_| Unusable)?;
        let mut prefix = [0; 32];
        rng.fill_bytes(&mut prefix);
        let input = signed_input(&prefix, &self.wave, self.cell, &sealed);
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
