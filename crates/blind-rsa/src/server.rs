//! The server's half: keys, and signing without seeing what (BlindSign of RFC 9474).

use crate::client::PublicKey;
use crate::exponent;
use crate::raw::{Context, Number, Rsa};
use crate::{BYTES, Block, Error};
use std::fmt;
use std::thread;
use zeroize::Zeroizing;

/// Bytes of a prime.
pub const PRIME: usize = BYTES / 2;
/// Two primes must differ within this many of their first bytes: 96 bits, where FIPS 186-5 (A.1.3) asks for
/// 100 of those who make keys.
const APART: usize = 12;

/// A key that signs. It is wiped from memory when dropped.
pub struct SecretKey {
    rsa: Rsa,
    public: PublicKey,
}

impl SecretKey {
    /// A new key.
    ///
    /// It is made on a thread of its own. The library has a generator for each thread, which it seeds from
    /// the operating system when the thread first asks (`rand_state_initialize` in its `rand.c`): so no
    /// picture that was taken of the memory before gives the key away.
    ///
    /// # Errors
    /// [`Error::Exhausted`].
    pub fn generate() -> Result<Self, Error> {
        let made = thread::scope(|scope| {
            let maker = thread::Builder::new().spawn_scoped(scope, || Self::new(Rsa::generate()?));
            maker.ok()?.join().ok()
        });
        made.unwrap_or(Err(Error::Exhausted))
    }

    fn new(rsa: Rsa) -> Result<Self, Error> {
        let public = PublicKey::from_bytes(&rsa.modulus()?)?;
        Ok(Self { rsa, public })
    }

    /// The two primes, 128 bytes each, most significant first.
    ///
    /// # Errors
    /// [`Error::NoKey`]; it does not happen for a key that exists.
    pub fn to_bytes(&self) -> Result<Zeroizing<Block>, Error> {
        let mut bytes = Zeroizing::new([0; BYTES]);
        let (p, q) = bytes.split_at_mut(PRIME);
        self.rsa.primes(p, q)?;
        Ok(bytes)
    }

    /// Reads back what [`to_bytes`](Self::to_bytes) wrote. It does not test again that they are prime.
    ///
    /// # Errors
    /// [`Error::NoKey`] unless these are 256 bytes of two odd numbers that differ within their first 12
    /// bytes, whose product has 2048 bits and that can be used with the exponent 65537.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let bytes: &Block = bytes.try_into().map_err(|_| Error::NoKey)?;
        let (p, q) = bytes.split_at(PRIME);
        // The greater one first, so that the other is below it without a division.
        let (p, q) = if p < q { (q, p) } else { (p, q) };
        let odd = |prime: &[u8]| prime.last().is_some_and(|last| last & 1 == 1);
        let same = p.iter().zip(q).take(APART).all(|(p, q)| p == q);
        if !odd(p) || !odd(q) || same {
            return Err(Error::NoKey);
        }
        let context = &Context::new()?;
        Self::new(whole::<PRIME, BYTES>(
            &Number::read(p)?,
            &Number::read(q)?,
            context,
        )?)
    }

    /// The public half.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Signs without seeing what. The same blinded value always gets the same signature.
    ///
    /// # Errors
    /// [`Error::OutOfRange`], or [`Error::Fault`] if s^e is not m.
    pub fn blind_sign(&self, blinded: &Block) -> Result<Block, Error> {
        if !in_range(blinded, self.public.modulus()) {
            return Err(Error::OutOfRange);
        }
        // The library checks the result before it takes its own random factor away; this is the check of
        // the RFC, on what leaves.
        let signature = self.rsa.private(blinded)?;
        match self.rsa.public(&signature) {
            Ok(again) if again == *blinded => Ok(signature),
            _ => Err(Error::Fault),
        }
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(hidden)")
    }
}

/// Whether a key of that modulus signs a number: 0, 1, n - 1, and n and above are [`Error::OutOfRange`].
pub fn in_range(blinded: &Block, modulus: &Block) -> bool {
    let Some((last, rest)) = modulus.split_last() else {
        return false;
    };
    let is = |last: u8, rest: &[u8]| blinded.split_last() == Some((&last, rest));
    let zeros = [0; BYTES - 1];
    // The modulus is odd, so one less changes its last byte only.
    let edge = is(0, &zeros) || is(1, &zeros) || is(last & 0xfe, rest);
    !edge && blinded < modulus
}

/// The key of two odd numbers, the greater one first, of P bytes and a product of N. The library checks
/// that what is computed here fits.
pub fn whole<const P: usize, const N: usize>(
    p: &Number,
    q: &Number,
    context: &Context,
) -> Result<Rsa, Error> {
    let (below_p, below_q) = (p.less(1)?, q.less(1)?);
    Rsa::whole(
        &p.times(q, context)?,
        &inverse::<N>(&below_p.times(&below_q, context)?)?,
        [p, q],
        [&inverse::<P>(&below_p)?, &inverse::<P>(&below_q)?],
        // x to the power p - 2 is the inverse of x modulo a prime (Fermat).
        &p.power(q, &p.less(2)?, context)?,
    )
}

/// The inverse of 65537 modulo an even number.
fn inverse<const N: usize>(modulus: &Number) -> Result<Number, Error> {
    let mut bytes = Zeroizing::new([0; N]);
    modulus.write(bytes.as_mut_slice())?;
    exponent::inverse(bytes.as_mut_slice());
    Number::read(bytes.as_slice())
}
