//! The private operation of RSA, for moduli of any size.
//!
//! Everything that touches a secret runs in constant time. Each signature is computed modulo the two
//! primes (CRT), on a base that a fresh random factor hides, and is checked before anybody sees it.
//!
//! The numbers are boxed: their code is compiled in their own crate, so it can be optimized there in
//! every profile. The exponents and the inverse are wiped when dropped. The primes stand in
//! `BoxedMontyParams`, which cannot be wiped, and the numbers in between are not wiped either.

use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams};
use crypto_bigint::{BoxedUint, ConcatenatingMul, Odd, RandomMod, U64};
use crypto_primes::hazmat::{SetBits, SmallFactorsSieveFactory};
use crypto_primes::{Flavor, is_prime, sieve_and_find};
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;

/// The public exponent, 65537: sixteen squarings and one product.
const EXPONENT: Odd<U64> = Odd::<U64>::from_be_hex("0000000000010001");
const SQUARINGS: u32 = 16;
/// Two primes must differ within this many of their first bits (FIPS 186-5, A.1.3).
const APART: u32 = 100;

/// A private key, with all that does not depend on what is signed computed once.
pub struct PrivateKey {
    p: Prime,
    q: Prime,
    /// q⁻¹ mod p
    q_inverse: Zeroizing<BoxedMontyForm>,
    modulus: BoxedMontyParams,
}

impl PrivateKey {
    /// A new key of two primes of so many bits.
    pub fn generate(bits: u32, rng: &mut impl CryptoRng) -> Self {
        loop {
            let [p, q] = [random_prime(bits, rng), random_prime(bits, rng)];
            let distance = p.wrapping_sub(&*q).bits().min(q.wrapping_sub(&*p).bits());
            if distance <= bits - APART {
                continue;
            }
            // Refuses one pair in about 33,000: a prime that is 1 mod 65537.
            if let Some(key) = Self::new(&p, &q) {
                return key;
            }
        }
    }

    /// The key of two numbers of the same precision, which are taken to be prime; `None` unless they
    /// are odd and different, the product has all its bits, and 65537 has an inverse.
    pub fn new(p: &BoxedUint, q: &BoxedUint) -> Option<Self> {
        let modulus = p.concatenating_mul(q).into_odd().into_option()?;
        if modulus.as_ref().leading_zeros() > 0 {
            return None;
        }
        let [p, q] = [Prime::new(p)?, Prime::new(q)?];
        let q_inverse = p.form(q.number().clone()).invert().into_option()?;
        Some(Self {
            p,
            q,
            q_inverse: Zeroizing::new(q_inverse),
            modulus: BoxedMontyParams::new_vartime(modulus),
        })
    }

    /// The two primes.
    pub fn primes(&self) -> [&BoxedUint; 2] {
        [self.p.number(), self.q.number()]
    }

    /// Their product.
    pub fn modulus(&self) -> &Odd<BoxedUint> {
        self.modulus.modulus()
    }

    /// `base`, of the precision of the modulus, to the power d mod n; `None` if the result does not
    /// verify.
    ///
    /// The check of the result keeps a fault of the machine from giving a prime away (Boneh, DeMillo
    /// and Lipton 1997).
    pub fn sign(&self, base: &BoxedUint, rng: &mut impl CryptoRng) -> Option<BoxedUint> {
        let of_p = self.p.sign(base, rng)?;
        let of_q = self.q.sign(base, rng)?.retrieve();
        let quotient = (of_p - self.p.form(of_q.clone())) * &*self.q_inverse;
        let signature = quotient.retrieve().concatenating_mul(self.q.number());
        let signature = signature.wrapping_add(&of_q);
        let verified = raise(&BoxedMontyForm::new(signature.clone(), &self.modulus));
        (verified.retrieve() == *base).then_some(signature)
    }
}

/// One prime of a key.
struct Prime {
    params: BoxedMontyParams,
    /// d mod (p - 1), the inverse of 65537
    exponent: Zeroizing<BoxedUint>,
}

impl Prime {
    /// `None` unless it is odd and 65537 has an inverse.
    fn new(prime: &BoxedUint) -> Option<Self> {
        let odd = prime.to_odd().into_option()?;
        let below = Zeroizing::new(prime.wrapping_sub(BoxedUint::one()));
        let exponent = inverse_exponent(&below)?;
        Some(Self {
            params: BoxedMontyParams::new(odd),
            exponent: Zeroizing::new(exponent),
        })
    }

    fn number(&self) -> &BoxedUint {
        self.params.modulus()
    }

    /// A number of the precision of the prime, modulo the prime.
    fn form(&self, number: BoxedUint) -> BoxedMontyForm {
        BoxedMontyForm::new(number, &self.params)
    }

    /// `base` to the power d modulo the prime; `None` if the random factor has no inverse, which does
    /// not happen.
    ///
    /// With a random r, (base · r^e)^d · r⁻¹ is base^d: what is raised to the secret power is unknown
    /// to whoever chose the base (Kocher 1996). r is drawn for each prime separately: by the Chinese
    /// remainder theorem that is one uniform factor mod n, and two inverses of half the size cost less
    /// than one of the whole.
    fn sign(&self, base: &BoxedUint, rng: &mut impl CryptoRng) -> Option<BoxedMontyForm> {
        let prime = self.params.modulus().as_nz_ref();
        let factor = self.form(BoxedUint::random_mod_vartime(rng, prime));
        let hidden = self.form(base.rem(prime)) * raise(&factor);
        Some(hidden.pow(&self.exponent) * factor.invert().into_option()?)
    }
}

/// The power 65537.
pub fn raise(base: &BoxedMontyForm) -> BoxedMontyForm {
    (0..SQUARINGS).fold(base.clone(), |power, _| power.square()) * base
}

/// The inverse of e = 65537 modulo an even number m; `None` if e divides it.
///
/// It is (k·m + 1) / e for the k that makes the division exact, so the only inverse to compute is one
/// modulo e. With m = a·e + b that is k·a + (k·b + 1) / e.
fn inverse_exponent(m: &BoxedUint) -> Option<BoxedUint> {
    let e = EXPONENT.as_nz_ref();
    let (a, b) = m.div_rem(e);
    let k = b.invert_odd_mod(&EXPONENT).into_option()?.neg_mod(e);
    let rest = k.wrapping_mul(&b).wrapping_add(&U64::ONE).wrapping_div(e);
    Some(a.wrapping_mul(k).wrapping_add(rest))
}

/// A random prime with its two first bits set, so that the product of two has all its bits.
fn random_prime(bits: u32, rng: &mut impl CryptoRng) -> Zeroizing<BoxedUint> {
    #[expect(
        clippy::expect_used,
        reason = "the sieve refuses only lengths below two bits"
    )]
    let prime = SmallFactorsSieveFactory::new(Flavor::Any, bits, SetBits::TwoMsb)
        .and_then(|sieve| sieve_and_find(rng, sieve, |_, number| is_prime(Flavor::Any, number)))
        .expect("a length above one bit")
        .expect("a sieve without end");
    Zeroizing::new(prime)
}
