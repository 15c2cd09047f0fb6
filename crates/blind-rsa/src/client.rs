//! The client's half: Blind and Finalize of RFC 9474, and the checking of signatures.

use crate::raw::{Context, HASH, Number, Rsa, sha384};
use crate::{BYTES, Block, Error, pss};
use std::fmt;
use zeroize::Zeroizing;

/// The public half of a key: a modulus of exactly 2048 bits. The exponent is always 65537.
pub struct PublicKey {
    rsa: Rsa,
    modulus: Block,
}

impl PublicKey {
    /// Reads a modulus, most significant byte first.
    ///
    /// # Errors
    /// [`Error::NoKey`] unless these are 256 bytes of an odd number of exactly 2048 bits.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let modulus: Block = bytes.try_into().map_err(|_| Error::NoKey)?;
        if modulus.first().is_none_or(|first| first >> 7 == 0) {
            return Err(Error::NoKey);
        }
        let rsa = Rsa::half(&Number::read(&modulus)?)?;
        Ok(Self { rsa, modulus })
    }

    /// The modulus, most significant byte first.
    pub fn modulus(&self) -> &Block {
        &self.modulus
    }

    /// Whether this is a signature (RSASSA-PSS, SHA-384, salt of 48 bytes) over the input.
    pub fn verify(&self, input: &[u8], signature: &[u8]) -> bool {
        self.rsa.verify(&sha384(&[input]), signature)
    }

    /// Blinds an input: what is to be signed, and what makes a signature on the input of the signature on
    /// it. `random` fills bytes with randomness of cryptographic quality.
    ///
    /// # Errors
    /// [`Error::Exhausted`].
    pub fn blind(
        &self,
        input: &[u8],
        mut random: impl FnMut(&mut [u8]),
    ) -> Result<Blinding, Error> {
        let mut salt = Zeroizing::new([0; pss::SALT]);
        random(salt.as_mut_slice());
        let mut factor = Zeroizing::new([0; BYTES]);
        // At least every other number of 2048 bits is below the modulus.
        while *factor >= self.modulus || *factor == [0; BYTES] {
            random(factor.as_mut_slice());
        }
        let modulus = Number::read(&self.modulus)?;
        let (blinded, inverse) = blind(&self.rsa, &modulus, input, &salt, &factor)?;
        Ok(Blinding {
            key: self.clone(),
            hash: sha384(&[input]),
            blinded,
            inverse,
        })
    }
}

impl Clone for PublicKey {
    fn clone(&self) -> Self {
        Self {
            rsa: self.rsa.share(),
            modulus: self.modulus,
        }
    }
}

impl PartialEq for PublicKey {
    fn eq(&self, other: &Self) -> bool {
        self.modulus == other.modulus
    }
}

impl Eq for PublicKey {}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PublicKey").field(&self.modulus).finish()
    }
}

/// An input blinded for one key. What undoes it is wiped from memory when dropped.
pub struct Blinding {
    key: PublicKey,
    /// Of the input.
    hash: [u8; HASH],
    blinded: Block,
    pub(crate) inverse: Zeroizing<Block>,
}

impl Blinding {
    /// What the server is to sign.
    pub fn blinded(&self) -> &Block {
        &self.blinded
    }

    /// The signature on the input, made of the signature on the blinded value.
    ///
    /// # Errors
    /// [`Error::NotSigned`] if the result is not a signature of the key on the input.
    pub fn finish(&self, signature: &Block) -> Result<Block, Error> {
        let modulus = Number::read(self.key.modulus())?;
        let bytes = unblind(&modulus, &self.inverse, signature)?;
        match self.key.rsa.verify(&self.hash, &bytes) {
            true => Ok(bytes),
            false => Err(Error::NotSigned),
        }
    }
}

impl fmt::Debug for Blinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Blinding(hidden)")
    }
}

/// The blinded value m·r^e, and 1/r, for a salt and a factor r below the modulus.
pub fn blind<const N: usize>(
    rsa: &Rsa,
    modulus: &Number,
    input: &[u8],
    salt: &[u8; pss::SALT],
    factor: &[u8; N],
) -> Result<([u8; N], Zeroizing<[u8; N]>), Error> {
    let context = &Context::new()?;
    let encoded = Number::read(pss::encode(input, salt, N).as_slice())?;
    let raised = Number::read(Zeroizing::new(rsa.public(factor)?).as_slice())?;
    let (mut blinded, mut inverse) = ([0; N], Zeroizing::new([0; N]));
    let product = encoded.times_mod(&raised, modulus, context)?;
    product.write(&mut blinded)?;
    let inverted = Number::read(factor)?.inverse_mod(modulus, context)?;
    inverted.write(inverse.as_mut_slice())?;
    Ok((blinded, inverse))
}

/// s = s'/r.
pub fn unblind<const N: usize>(
    modulus: &Number,
    inverse: &[u8; N],
    signature: &[u8; N],
) -> Result<[u8; N], Error> {
    let context = &Context::new()?;
    let signature = Number::read(signature)?;
    let finished = signature.times_mod(&Number::read(inverse)?, modulus, context)?;
    let mut bytes = [0; N];
    finished.write(&mut bytes)?;
    Ok(bytes)
}
