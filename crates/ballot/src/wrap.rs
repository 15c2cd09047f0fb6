//! Wrapping of private keys at rest: AES-256-GCM with a random nonce.

use crate::aead::{self, NONCE};
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;

/// Encrypts a secret. What it is about is bound to it but not contained in it: it unwraps under the
/// same key and the same `about` alone.
///
/// The result is 28 bytes longer than the secret: nonce (12 bytes), ciphertext, tag (16 bytes). One key
/// wraps 2^32 secrets at most, so that random nonces stay distinct.
pub fn wrap(key: &[u8; 32], about: &[u8], secret: &[u8], rng: &mut impl CryptoRng) -> Vec<u8> {
    let mut nonce = [0; NONCE];
    rng.fill_bytes(&mut nonce);
    #[expect(
        clippy::expect_used,
        reason = "AES-GCM refuses only texts of more than 64 GiB"
    )]
    let ciphertext = aead::seal(key, nonce, about, secret).expect("a secret of less than 64 GiB");
    [nonce.as_slice(), &ciphertext].concat()
}

/// The secret that [`wrap`] encrypted; `None` if anything at all differs.
pub fn unwrap(key: &[u8; 32], about: &[u8], wrapped: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, ciphertext) = wrapped.split_first_chunk::<NONCE>()?;
    aead::open(key, *nonce, about, ciphertext).map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    const KEY: [u8; 32] = [7; 32];

    #[test]
    fn a_wrapped_secret_unwraps_to_itself_and_never_looks_the_same_twice() {
        let rng = &mut ChaCha20Rng::seed_from_u64(1);
        let [once, twice] = [(); 2].map(|()| wrap(&KEY, b"cell 1", b"primes", rng));
        for wrapped in [&once, &twice] {
            assert_eq!(wrapped.len(), 6 + 28);
            let secret = unwrap(&KEY, b"cell 1", wrapped).unwrap();
            assert_eq!(secret.as_slice(), b"primes");
        }
        assert_ne!(once, twice);
    }

    #[test]
    fn a_secret_unwraps_only_under_its_own_key_and_for_what_it_is_about() {
        let wrapped = wrap(
            &KEY,
            b"cell 1",
            b"primes",
            &mut ChaCha20Rng::seed_from_u64(2),
        );
        assert_eq!(unwrap(&[8; 32], b"cell 1", &wrapped), None);
        assert_eq!(unwrap(&KEY, b"cell 2", &wrapped), None);
    }

    #[test]
    fn a_wrapped_secret_with_one_altered_or_missing_byte_does_not_unwrap() {
        let wrapped = wrap(
            &KEY,
            b"cell 1",
            b"primes",
            &mut ChaCha20Rng::seed_from_u64(3),
        );
        for at in 0..wrapped.len() {
            let mut altered = wrapped.clone();
            altered[at] ^= 1;
            assert_eq!(unwrap(&KEY, b"cell 1", &altered), None, "byte {at}");
            assert_eq!(unwrap(&KEY, b"cell 1", &wrapped[..at]), None, "cut at {at}");
        }
    }
}
