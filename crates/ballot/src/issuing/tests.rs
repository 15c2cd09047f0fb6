use super::*;
use crate::blind::Blinding;
use crypto_bigint::U64;
use data_encoding::HEXLOWER;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use serde_json::Value;
use std::sync::LazyLock;

/// Two keys, because making one takes its time.
pub static KEYS: LazyLock<[IssuingKey; 2]> = LazyLock::new(|| {
    let rng = &mut ChaCha20Rng::seed_from_u64(9474);
    [(); 2].map(|()| IssuingKey::generate(rng))
});

/// The vectors of RFC 9474 (appendix A) whose salt has 48 bytes.
pub fn vectors() -> Vec<Value> {
    let all = include_str!("../../../../tests/reference/rfc9474_vectors.json");
    let mut vectors: Vec<Value> = serde_json::from_str(all).unwrap();
    vectors.retain(|vector| vector["sLen"] == "0x30");
    assert_eq!(vectors.len(), 2);
    vectors
}

/// The bytes of one field of a vector.
pub fn field(vector: &Value, name: &str) -> Vec<u8> {
    let text = vector[name].as_str().unwrap();
    let digits = text.strip_prefix("0x").unwrap_or(text);
    HEXLOWER.decode(digits.as_bytes()).unwrap()
}

#[test]
fn the_blind_signatures_of_the_rfc_9474_vectors_are_made() {
    for vector in vectors() {
        let [p, q] = ["p", "q"].map(|name| number(&field(&vector, name)));
        let key = PrivateKey::new(&p, &q).unwrap();
        let modulus = number(&field(&vector, "n"));
        assert_eq!(*key.modulus().as_ref(), modulus);

        let blinded = number(&field(&vector, "blinded_msg"));
        let signature = key.sign(&blinded, &mut ChaCha20Rng::seed_from_u64(1));
        let expected = number(&field(&vector, "blind_sig"));
        assert_eq!(signature, Some(expected));
    }
}

#[test]
fn a_new_key_has_2048_bits_and_two_different_primes_that_suit_its_exponent() {
    for key in &*KEYS {
        let [p, q] = key.0.primes();
        assert_eq!(key.public().modulus()[0] >> 7, 1);
        let [over, under] = [p.wrapping_sub(q), q.wrapping_sub(p)];
        assert!(over.min(under).bits() > 924);
        for prime in [p, q] {
            assert_eq!(prime.bits(), 1024);
            assert!(crypto_primes::is_prime(crypto_primes::Flavor::Any, prime));
            let e = U64::from_u32(65_537).to_nz().unwrap();
            assert_ne!(prime.rem(&e), U64::ONE);
        }
    }
    assert_ne!(KEYS[0].public(), KEYS[1].public());
}

#[test]
fn a_key_read_back_signs_the_same_whatever_the_randomness() {
    let bytes = KEYS[0].to_bytes();
    let again = IssuingKey::from_bytes(bytes.as_slice()).unwrap();
    assert_eq!(again.public(), KEYS[0].public());
    let blinded = [0x5a; BYTES];
    let signature = KEYS[0].sign(&blinded, &mut ChaCha20Rng::seed_from_u64(2));
    assert!(signature.is_ok());
    assert_eq!(
        again.sign(&blinded, &mut ChaCha20Rng::seed_from_u64(3)),
        signature
    );
}

#[test]
fn zero_and_numbers_not_below_the_modulus_are_not_signed() {
    let rng = &mut ChaCha20Rng::seed_from_u64(4);
    let modulus = *KEYS[0].public().modulus();
    for blinded in [[0; BYTES], modulus, [0xff; BYTES]] {
        assert_eq!(KEYS[0].sign(&blinded, rng), Err(Unsigned::OutOfRange));
    }
    let mut below = modulus;
    below[BYTES - 1] -= 1;
    assert!(KEYS[0].sign(&below, rng).is_ok());
}

#[test]
fn a_signature_that_came_out_wrong_is_held_back() {
    let mut bytes = KEYS[0].to_bytes();
    bytes[60] ^= 1;
    let damaged = IssuingKey::from_bytes(bytes.as_slice()).unwrap();
    let signature = damaged.sign(&[0x5a; BYTES], &mut ChaCha20Rng::seed_from_u64(5));
    assert_eq!(signature, Err(Unsigned::Fault));
}

#[test]
fn bytes_that_are_no_key_are_refused() {
    let bytes = KEYS[0].to_bytes();
    let (p, q) = bytes.split_at(BYTES / 2);
    let even = |prime: &[u8]| [&prime[..127], &[prime[127] ^ 1]].concat();
    let small = |prime: &[u8]| [&[0x7f], &prime[1..]].concat();
    // 1 + 65537 · 3 · 2^1006
    let mut unsuited = [0; BYTES / 2];
    (unsuited[0], unsuited[2], unsuited[127]) = (0xc0, 0xc0, 1);
    for refused in [
        vec![],
        bytes[1..].to_vec(),
        [bytes.as_slice(), &[0]].concat(),
        [p, p].concat(),
        [even(p), q.to_vec()].concat(),
        [p.to_vec(), even(q)].concat(),
        [small(p), small(q)].concat(),
        [unsuited.as_slice(), q].concat(),
    ] {
        assert_eq!(IssuingKey::from_bytes(&refused).err(), Some(NoIssuingKey));
    }

    let modulus = *KEYS[0].public().modulus();
    for refused in [
        &modulus[1..],
        &[&modulus[..], &[1]].concat(),
        &[&modulus[..255], &[modulus[255] ^ 1]].concat(),
        &[&[modulus[0] & 0x7f], &modulus[1..]].concat(),
    ] {
        assert_eq!(IssuingPublicKey::from_bytes(refused), Err(NoIssuingKey));
    }
    assert_eq!(IssuingPublicKey::from_bytes(&modulus), Ok(KEYS[0].public()));
}

#[test]
fn a_wrong_key_an_altered_signature_and_an_altered_input_are_refused() {
    let rng = &mut ChaCha20Rng::seed_from_u64(6);
    let public = KEYS[0].public();
    let blinding = Blinding::new(&public, b"input", rng);
    let blind_signature = KEYS[0].sign(blinding.blinded(), rng).unwrap();
    let signature = blinding.finish(&blind_signature).unwrap();

    assert!(public.verify(b"input", &signature));
    assert!(!KEYS[1].public().verify(b"input", &signature));
    assert!(!public.verify(b"inputs", &signature));
    assert!(!public.verify(b"input", &signature[1..]));
    assert!(!public.verify(b"input", &blind_signature));
    for at in [0, 1, 100, 255] {
        let mut altered = signature;
        altered[at] ^= 1;
        assert!(!public.verify(b"input", &altered), "byte {at}");
    }
}

#[test]
fn a_printed_key_shows_nothing_of_itself() {
    assert_eq!(format!("{:?}", KEYS[0]), "IssuingKey(hidden)");
}
