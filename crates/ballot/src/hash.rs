//! SHA-256 (FIPS 180-4), HMAC with it (RFC 2104) and PBKDF2 with that (RFC 8018), by AWS-LC.

use aws_lc_rs::{digest, hmac, pbkdf2};
use secrecy::zeroize::Zeroizing;
use std::num::NonZeroU32;

/// A hash of 32 bytes.
pub type Hash = [u8; 32];

/// SHA-256 of these parts, one after the other.
pub fn sha256(parts: &[&[u8]]) -> Hash {
    let mut state = digest::Context::new(&digest::SHA256);
    parts.iter().for_each(|part| state.update(part));
    whole(state.finish().as_ref())
}

/// HMAC-SHA256 of these parts, one after the other.
pub fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> Hash {
    let mut state = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, key));
    parts.iter().for_each(|part| state.update(part));
    whole(state.sign().as_ref())
}

/// Rounds of [`stretch`] that make guessing dear.
pub const ROUNDS: NonZeroU32 = match NonZeroU32::new(600_000) {
    Some(rounds) => rounds,
    None => NonZeroU32::MIN,
};

/// PBKDF2-HMAC-SHA256 of a secret.
pub fn stretch<const N: usize>(
    secret: &[u8],
    salt: &[u8],
    rounds: NonZeroU32,
) -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0; N]);
    let algorithm = pbkdf2::PBKDF2_HMAC_SHA256;
    pbkdf2::derive(algorithm, rounds, salt, secret, bytes.as_mut_slice());
    bytes
}

/// All 32 bytes of a result.
fn whole(result: &[u8]) -> Hash {
    let mut hash = [0; 32];
    hash.copy_from_slice(result);
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::HEXLOWER;

    #[test]
    fn the_examples_of_fips_180_4_and_rfc_4231_hold() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        for parts in [&[b"abc".as_slice()][..], &[b"a", b"", b"bc"]] {
            assert_eq!(HEXLOWER.encode(&sha256(parts)), abc);
        }
        // RFC 4231, 4.2 and 4.3, with their short keys filled up with zeros as RFC 2104 does.
        let mut key = [0; 32];
        key[..20].fill(0x0b);
        assert_eq!(
            HEXLOWER.encode(&hmac(&key, &[b"Hi ", b"There"])),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        );
    }

    #[test]
    fn the_example_of_rfc_7914_holds() {
        // Section 11: PBKDF2-HMAC-SHA256 with P = "Password", S = "NaCl", c = 80000.
        let stretched = stretch::<64>(b"Password", b"NaCl", NonZeroU32::new(80_000).unwrap());
        assert_eq!(
            HEXLOWER.encode(stretched.as_slice()),
            "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56\
             a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"
        );
    }
}
