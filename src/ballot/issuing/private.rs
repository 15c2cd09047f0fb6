//! The private operation of RSA, for moduli of any size: `WHOLE` limbs, twice the `HALF` of a prime.
//!
//! Everything that touches a secret runs in constant time. Each signature is computed modulo the two
//! primes (CRT), on a base that a fresh random factor hides, and is checked before anybody sees it.

use crypto_bigint::modular::{FixedMontyForm, FixedMontyParams};
use crypto_bigint::{Odd, RandomMod, U64, Uint};
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
pub struct PrivateKey<const HALF: usize, const WHOLE: usize> {
    p: Prime<HALF>,
    q: Prime<HALF>,
    /// q⁻¹ mod p
    q_inverse: Zeroizing<FixedMontyForm<HALF>>,
    modulus: FixedMontyParams<WHOLE>,
}

impl<const HALF: usize, const WHOLE: usize> PrivateKey<HALF, WHOLE> {
    /// A new key.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        loop {
            let [p, q] = [random_prime(rng), random_prime(rng)];
            let distance = p.wrapping_sub(&q).bits().min(q.wrapping_sub(&p).bits());
            if distance <= Uint::<HALF>::BITS - APART {
                continue;
            }
            // Refuses one pair in about 33,000: a prime that is 1 mod 65537.
            if let Some(key) = Self::new(&p, &q) {
                return key;
            }
        }
    }

    /// The key of two primes, which are taken to be prime; `None` unless they are odd and different,
    /// the product has all its bits, and 65537 has an inverse.
    pub fn new(p: &Uint<HALF>, q: &Uint<HALF>) -> Option<Self> {
        let modulus = product(p, q)?.to_odd().into_option()?;
        if modulus.as_ref().leading_zeros() > 0 {
            return None;
        }
        let [p, q] = [Prime::new(p)?, Prime::new(q)?];
        let q_inverse = p.form(q.number()).invert().into_option()?;
        Some(Self {
            p,
            q,
            q_inverse: Zeroizing::new(q_inverse),
            modulus: FixedMontyParams::new_vartime(modulus),
        })
    }

    /// The two primes.
    pub fn primes(&self) -> [&Uint<HALF>; 2] {
        [self.p.number(), self.q.number()]
    }

    /// Their product.
    pub fn modulus(&self) -> &Odd<Uint<WHOLE>> {
        self.modulus.modulus()
    }

    /// `base` to the power d mod n; `None` if the result does not verify.
    ///
    /// The check of the result keeps a fault of the machine from giving a prime away (Boneh, DeMillo
    /// and Lipton 1997).
    pub fn sign(&self, base: &Uint<WHOLE>, rng: &mut impl CryptoRng) -> Option<Uint<WHOLE>> {
        let of_p = self.p.sign(base, rng)?;
        let of_q = self.q.sign(base, rng)?.retrieve();
        let quotient = (of_p - self.p.form(&of_q)) * *self.q_inverse;
        let signature =
            product(self.q.number(), &quotient.retrieve())?.wrapping_add(&of_q.resize());
        let verified = raise(&FixedMontyForm::new(&signature, &self.modulus)).retrieve() == *base;
        verified.then_some(signature)
    }
}

/// One prime of a key.
struct Prime<const HALF: usize> {
    params: Zeroizing<FixedMontyParams<HALF>>,
    /// d mod (p - 1), the inverse of 65537
    exponent: Zeroizing<Uint<HALF>>,
}

impl<const HALF: usize> Prime<HALF> {
    /// `None` unless it is odd and 65537 has an inverse.
    fn new(prime: &Uint<HALF>) -> Option<Self> {
        let odd = prime.to_odd().into_option()?;
        Some(Self {
            params: Zeroizing::new(FixedMontyParams::new(odd)),
            exponent: Zeroizing::new(inverse_exponent(&prime.wrapping_sub(&Uint::ONE))?),
        })
    }

    fn number(&self) -> &Uint<HALF> {
        self.params.modulus().as_ref()
    }

    /// A number of any size below 2^BITS, modulo the prime.
    fn form(&self, number: &Uint<HALF>) -> FixedMontyForm<HALF> {
        FixedMontyForm::new(number, &self.params)
    }

    /// `base` to the power d modulo the prime; `None` if the random factor has no inverse, which does
    /// not happen.
    ///
    /// With a random r, (base · r^e)^d · r⁻¹ is base^d: what is raised to the secret power is unknown
    /// to whoever chose the base (Kocher 1996). r is drawn for each prime separately: by the Chinese
    /// remainder theorem that is one uniform factor mod n, and two inverses of half the size cost less
    /// than one of the whole.
    fn sign<const WHOLE: usize>(
        &self,
        base: &Uint<WHOLE>,
        rng: &mut impl CryptoRng,
    ) -> Option<FixedMontyForm<HALF>> {
        let prime = self.params.modulus().as_nz_ref();
        let factor = self.form(&Uint::random_mod_vartime(rng, prime));
        let hidden = self.form(&base.rem(prime)) * raise(&factor);
        Some(hidden.pow(&self.exponent) * factor.invert().into_option()?)
    }
}

/// The power 65537.
pub fn raise<const LIMBS: usize>(base: &FixedMontyForm<LIMBS>) -> FixedMontyForm<LIMBS> {
    base.square_repeat_vartime(SQUARINGS) * base
}

/// The inverse of e = 65537 modulo an even number m; `None` if e divides it.
///
/// It is (k·m + 1) / e for the k that makes the division exact, so the only inverse to compute is one
/// modulo e. With m = a·e + b that is k·a + (k·b + 1) / e.
fn inverse_exponent<const HALF: usize>(m: &Uint<HALF>) -> Option<Uint<HALF>> {
    let e = EXPONENT.as_nz_ref();
    let (a, b) = m.div_rem(e);
    let k = b.invert_odd_mod(&EXPONENT).into_option()?.neg_mod(e);
    let rest = k.wrapping_mul(&b).wrapping_add(&U64::ONE).wrapping_div(e);
    Some(a.wrapping_mul(&k).wrapping_add(&rest.resize()))
}

/// A random prime with its two first bits set, so that the product of two has all its bits.
fn random_prime<const HALF: usize>(rng: &mut impl CryptoRng) -> Zeroizing<Uint<HALF>> {
    let bits = Uint::<HALF>::BITS;
    #[expect(
        clippy::expect_used,
        reason = "the sieve refuses only bit lengths that the type cannot hold"
    )]
    let prime = SmallFactorsSieveFactory::new(Flavor::Any, bits, SetBits::TwoMsb)
        .and_then(|sieve| sieve_and_find(rng, sieve, |_, number| is_prime(Flavor::Any, number)))
        .expect("a bit length of the type")
        .expect("a sieve without end");
    Zeroizing::new(prime)
}

/// The product in twice the limbs; `None` if `WHOLE` is another size.
fn product<const HALF: usize, const WHOLE: usize>(
    a: &Uint<HALF>,
    b: &Uint<HALF>,
) -> Option<Uint<WHOLE>> {
    let (low, high) = a.widening_mul(b);
    low.concat_checked(&high)
}
