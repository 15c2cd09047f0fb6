//! EMSA-PSS (RFC 8017, 9.1.1) with SHA-384, MGF1 and a salt as long as the hash.

use sha2::{Digest, Sha384};

/// Bytes of the hash and of the salt.
pub const SALT: usize = 48;
/// The last byte of every encoding.
const TRAILER: u8 = 0xbc;

/// Encodes an input for a modulus of `length` bytes (at least 98) whose first bit is set: the result
/// has as many bytes and is below the modulus.
pub fn encode(input: &[u8], salt: &[u8; SALT], length: usize) -> Vec<u8> {
    let hash = Sha384::new_with_prefix([0; 8])
        .chain_update(Sha384::digest(input))
        .chain_update(salt)
        .finalize();
    let mut encoded = vec![0; length.saturating_sub(SALT + hash.len() + 2)];
    encoded.push(1);
    encoded.extend(salt);
    mask(&mut encoded, &hash);
    if let Some(first) = encoded.first_mut() {
        *first &= 0x7f;
    }
    encoded.extend(hash);
    encoded.push(TRAILER);
    encoded
}

/// MGF1 (RFC 8017, B.2.1), applied in place.
fn mask(bytes: &mut [u8], seed: &[u8]) {
    for (counter, block) in (0_u32..).zip(bytes.chunks_mut(SALT)) {
        let mask = Sha384::new_with_prefix(seed)
            .chain_update(counter.to_be_bytes())
            .finalize();
        block
            .iter_mut()
            .zip(mask)
            .for_each(|(byte, mask)| *byte ^= mask);
    }
}
