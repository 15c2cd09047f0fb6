use super::*;
use client::{blind, unblind};
use data_encoding::HEXLOWER;
use raw::{Context, Number, Rsa};
use serde_json::Value;
use server::{PRIME, whole};
use std::sync::LazyLock;

static KEYS: LazyLock<[SecretKey; 2]> =
    LazyLock::new(|| [(); 2].map(|()| SecretKey::generate().unwrap()));

/// Bytes that look random enough for a test, and are others for every call.
fn random() -> impl FnMut(&mut [u8]) {
    let mut count = 0_u64;
    move |bytes| {
        for part in bytes.chunks_mut(48) {
            count += 1;
            part.copy_from_slice(&raw::sha384(&[&count.to_le_bytes()])[..part.len()]);
        }
    }
}

/// The vectors of RFC 9474 (appendix A) whose salt has 48 bytes.
fn vectors() -> Vec<Value> {
    let all = include_str!("../tests/rfc9474_vectors.json");
    let mut vectors: Vec<Value> = serde_json::from_str(all).unwrap();
    vectors.retain(|vector| vector["sLen"] == "0x30");
    assert_eq!(vectors.len(), 2);
    vectors
}

fn field(vector: &Value, name: &str) -> Vec<u8> {
    let text = vector[name].as_str().unwrap();
    let digits = text.strip_prefix("0x").unwrap_or(text);
    HEXLOWER.decode(digits.as_bytes()).unwrap()
}

#[test]
fn keys_blinding_signing_finalizing_and_verifying_follow_the_rfc_9474_vectors() {
    // Their moduli have 4096 bits.
    const P: usize = 256;
    const N: usize = 512;
    for vector in vectors() {
        let bytes = |name| field(&vector, name);
        let block = |name| <[u8; N]>::try_from(bytes(name)).unwrap();
        let number = |name| Number::read(&bytes(name)).unwrap();
        let context = &Context::new().unwrap();
        let (input, modulus) = (bytes("input_msg"), number("n"));
        let mut primes = [bytes("p"), bytes("q")];
        primes.sort();
        let [q, p] = primes.map(|prime| Number::read(&prime).unwrap());
        let rsa = whole::<P, N>(&p, &q, context).unwrap();

        let mut factor = [0; N];
        let inverted = number("inv").inverse_mod(&modulus, context).unwrap();
        inverted.write(&mut factor).unwrap();
        let salt = bytes("salt").try_into().unwrap();
        let (blinded, inverse) = blind(&rsa, &modulus, &input, &salt, &factor).unwrap();
        assert_eq!(blinded, block("blinded_msg"));
        assert_eq!(*inverse, block("inv"));

        let signature = rsa.private(&blinded).unwrap();
        assert_eq!(signature, block("blind_sig"));
        assert_eq!(rsa.public(&signature).unwrap(), blinded);

        let finished = unblind(&modulus, &inverse, &signature).unwrap();
        assert_eq!(finished, block("sig"));
        let public = Rsa::half(&modulus).unwrap();
        assert!(public.verify(&raw::sha384(&[&input]), &finished));
    }
}

#[test]
fn the_exponent_is_that_of_the_library() {
    for key in &*KEYS {
        let again = SecretKey::from_bytes(key.to_bytes().unwrap().as_slice()).unwrap();
        assert_eq!(again.public(), key.public());
        let blinded = [0x5a; BYTES];
        assert_eq!(again.blind_sign(&blinded), key.blind_sign(&blinded));
        assert!(again.blind_sign(&blinded).is_ok());
    }
}

#[test]
fn a_signature_blinded_signed_and_finalized_verifies() {
    let public = KEYS[0].public();
    let mut random = random();
    for input in [b"".as_slice(), b"input", &[9; 1000]] {
        let blinding = public.blind(input, &mut random).unwrap();
        let signature = KEYS[0].blind_sign(blinding.blinded()).unwrap();
        let finished = blinding.finish(&signature).unwrap();
        assert!(public.verify(input, &finished));
        assert!(!public.verify(b"other", &finished));
        assert!(!public.verify(input, &finished[1..]));
        assert!(!public.verify(input, &signature));
        assert!(!KEYS[1].public().verify(input, &finished));
        let mut altered = signature;
        altered[255] ^= 1;
        for wrong in [altered, [0; BYTES], *blinding.blinded()] {
            assert_eq!(blinding.finish(&wrong), Err(Error::NotSigned));
        }
    }
}

/// A key made for one person alone does not go unnoticed (P7).
#[test]
fn a_signature_of_another_key_or_on_something_else_is_not_finished() {
    let mut random = random();
    let mut blind = || KEYS[0].public().blind(b"input", &mut random).unwrap();
    let (blinding, other) = (blind(), blind());
    let of_other = KEYS[0].blind_sign(other.blinded()).unwrap();
    assert_eq!(blinding.finish(&of_other), Err(Error::NotSigned));
    // One that happens to be below the other modulus too, and so gets a signature of that key.
    let (blinding, of_other_key) = std::iter::repeat_with(blind)
        .find_map(|blinding| {
            let signature = KEYS[1].blind_sign(blinding.blinded()).ok()?;
            Some((blinding, signature))
        })
        .unwrap();
    assert_eq!(blinding.finish(&of_other_key), Err(Error::NotSigned));
}

/// P2: whatever was blinded could have become any of the finished signatures, so the server learns
/// nothing from seeing both, even with the private key.
#[test]
fn every_issuance_has_a_blinding_factor_for_every_finished_ballot() {
    const N: u8 = 8;
    let (key, mut random) = (&KEYS[0], random());
    let context = &Context::new().unwrap();
    let modulus = &Number::read(key.public().modulus()).unwrap();
    let secret = whole_of(key, context);
    let times = |one: &Block, other: &Block| {
        let [one, other] = [one, other].map(|block| Number::read(block).unwrap());
        block(&one.times_mod(&other, modulus, context).unwrap())
    };
    let inverse = |of: &Block| {
        let of = Number::read(of).unwrap();
        block(&of.inverse_mod(modulus, context).unwrap())
    };

    let (mut issuances, mut ballots) = (Vec::new(), Vec::new());
    for number in 0..N {
        let blinding = key.public().blind(&[number; 100], &mut random).unwrap();
        let blind_signature = key.blind_sign(blinding.blinded()).unwrap();
        let signature = blinding.finish(&blind_signature).unwrap();
        let encoded = secret.public(&signature).unwrap();
        issuances.push((*blinding.blinded(), blind_signature));
        ballots.push((encoded, *blinding.inverse, signature));
    }

    for (of, (blinded, blind_signature)) in issuances.iter().enumerate() {
        for (to, (encoded, inverted, signature)) in ballots.iter().enumerate() {
            // r = (z / m)^d
            let power = times(blinded, &inverse(encoded));
            let factor = secret.private(&power).unwrap();
            let raised = secret.public(&factor).unwrap();
            assert_eq!(times(encoded, &raised), *blinded, "{of} to {to}");
            let found = inverse(&factor);
            assert_eq!(times(blind_signature, &found), *signature, "{of} to {to}");
            assert_eq!(found == *inverted, of == to);
        }
    }
}

fn whole_of(key: &SecretKey, context: &Context) -> Rsa {
    let bytes = key.to_bytes().unwrap();
    let mut primes = [&bytes[..PRIME], &bytes[PRIME..]];
    primes.sort();
    let [q, p] = primes.map(|prime| Number::read(prime).unwrap());
    whole::<PRIME, BYTES>(&p, &q, context).unwrap()
}

fn block(number: &Number) -> Block {
    let mut block = [0; BYTES];
    number.write(&mut block).unwrap();
    block
}

#[test]
fn the_same_input_is_never_blinded_the_same_twice() {
    let mut random = random();
    let [one, two] = [(); 2].map(|()| KEYS[0].public().blind(b"input", &mut random).unwrap());
    assert_ne!(one.blinded(), two.blinded());
    assert_ne!(*one.inverse, *two.inverse);
}

#[test]
fn a_new_key_has_2048_bits_and_is_another_one_each_time() {
    for key in &*KEYS {
        assert_eq!(key.public().modulus()[0] >> 7, 1);
    }
    assert_ne!(KEYS[0].public(), KEYS[1].public());
}

#[test]
fn numbers_out_of_range_are_not_signed() {
    let modulus = *KEYS[0].public().modulus();
    let (mut one, mut below, mut two_below) = ([0; BYTES], modulus, modulus);
    one[BYTES - 1] = 1;
    below[BYTES - 1] -= 1;
    for blinded in [[0; BYTES], one, below, modulus, [0xff; BYTES]] {
        assert_eq!(KEYS[0].blind_sign(&blinded), Err(Error::OutOfRange));
    }
    // n - 2, without a borrow only if the last byte allows it.
    if two_below[BYTES - 1] >= 2 {
        two_below[BYTES - 1] -= 2;
        assert!(KEYS[0].blind_sign(&two_below).is_ok());
    }
    let mut two = [0; BYTES];
    two[BYTES - 1] = 2;
    assert!(KEYS[0].blind_sign(&two).is_ok());
}

#[test]
fn a_damaged_key_gives_no_signature_away() {
    let mut bytes = KEYS[0].to_bytes().unwrap();
    bytes[60] ^= 1;
    // The number is no prime any more, so the inverse by Fermat does not fit.
    assert_eq!(
        SecretKey::from_bytes(bytes.as_slice()).err(),
        Some(Error::NoKey)
    );
}

#[test]
fn bytes_that_are_no_key_are_refused() {
    let bytes = KEYS[0].to_bytes().unwrap();
    let (p, q) = bytes.split_at(PRIME);
    let even = |prime: &[u8]| [&prime[..127], &[prime[127] ^ 1]].concat();
    let small = |prime: &[u8]| [&[0x7f], &prime[1..]].concat();
    // 1 + 65537 · 3 · 2^1006: the exponent has no inverse.
    let mut unsuited = [0; PRIME];
    (unsuited[0], unsuited[2], unsuited[127]) = (0xc0, 0xc0, 1);
    for refused in [
        [unsuited.as_slice(), q].concat(),
        vec![],
        bytes[1..].to_vec(),
        [bytes.as_slice(), &[0]].concat(),
        [p, p].concat(),
        [even(p), q.to_vec()].concat(),
        [p.to_vec(), even(q)].concat(),
        [small(p), small(q)].concat(),
        vec![0; BYTES],
        vec![0xff; BYTES],
    ] {
        assert_eq!(SecretKey::from_bytes(&refused).err(), Some(Error::NoKey));
    }
    let modulus = KEYS[0].public().modulus();
    for refused in [
        &modulus[1..],
        &[&modulus[..], &[1]].concat(),
        &[&modulus[..255], &[modulus[255] ^ 1]].concat(),
        &[&[modulus[0] & 0x7f], &modulus[1..]].concat(),
    ] {
        assert_eq!(PublicKey::from_bytes(refused).err(), Some(Error::NoKey));
    }
}

#[test]
fn a_key_is_used_by_many_threads_at_once() {
    let blinded = [0x5a; BYTES];
    let expected = KEYS[0].blind_sign(&blinded);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope
                .spawn(|| (0..50).for_each(|_| assert_eq!(KEYS[0].blind_sign(&blinded), expected)));
        }
    });
}

#[test]
fn a_printed_key_shows_nothing_of_itself() {
    assert_eq!(format!("{:?}", KEYS[0]), "SecretKey(hidden)");
    let blinding = KEYS[0].public().blind(b"input", random()).unwrap();
    assert_eq!(format!("{blinding:?}"), "Blinding(hidden)");
}
