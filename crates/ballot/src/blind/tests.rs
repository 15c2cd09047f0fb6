use super::*;
use crate::issuing::tests::{KEYS, field, vectors};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use ring::signature::{RSA_PSS_2048_8192_SHA384, RsaPublicKeyComponents};

#[test]
fn the_client_follows_the_rfc_9474_vectors() {
    for vector in vectors() {
        let bytes = |name| field(&vector, name);
        let number = |name| issuing::number(&bytes(name));
        let modulus = number("n").to_odd().unwrap();
        let factor = number("inv").invert_odd_mod(&modulus).unwrap();
        let salt = bytes("salt").try_into().unwrap();
        let input = bytes("input_msg");
        assert_eq!([bytes("msg_prefix"), bytes("msg")].concat(), input);

        let (blinded, secret) = blind(&modulus, &input, &salt, factor).unwrap();
        assert_eq!(blinded, number("blinded_msg"));
        assert_eq!(secret.inverse.retrieve(), number("inv"));
        let signature = secret.finish(number("blind_sig")).unwrap();
        assert_eq!(signature, number("sig"));

        let key = RsaPublicKeyComponents {
            n: bytes("n"),
            e: bytes("e"),
        };
        let verified = key.verify(&RSA_PSS_2048_8192_SHA384, &input, &bytes("sig"));
        assert_eq!(verified, Ok(()));
    }
}

#[test]
fn a_signature_blinded_signed_and_finished_verifies() {
    let rng = &mut ChaCha20Rng::seed_from_u64(1);
    let public = KEYS[0].public();
    for input in [b"".as_slice(), b"input", &[9; 1000]] {
        let blinding = Blinding::new(&public, input, rng);
        let signature = KEYS[0].sign(blinding.blinded(), rng).unwrap();
        let signature = blinding.finish(&signature).unwrap();
        assert!(public.verify(input, &signature));
    }
}

#[test]
fn what_the_server_did_not_sign_is_not_finished() {
    let rng = &mut ChaCha20Rng::seed_from_u64(2);
    let blinding = Blinding::new(&KEYS[0].public(), b"input", rng);
    let other = Blinding::new(&KEYS[0].public(), b"input", rng);
    let of_other = KEYS[0].sign(other.blinded(), rng).unwrap();
    let mut altered = KEYS[0].sign(blinding.blinded(), rng).unwrap();
    altered[255] ^= 1;
    for wrong in [of_other, altered, [0; 256], *blinding.blinded()] {
        assert_eq!(blinding.finish(&wrong), Err(NotSigned));
    }
}

/// A key made for one person alone does not go unnoticed (P7).
#[test]
fn a_signature_of_another_key_is_not_finished() {
    let rng = &mut ChaCha20Rng::seed_from_u64(3);
    let blinding = Blinding::new(&KEYS[0].public(), b"input", rng);
    // Signed at all because this blinded value happens to be below the other modulus too.
    let signature = KEYS[1].sign(blinding.blinded(), rng).unwrap();
    assert_eq!(blinding.finish(&signature), Err(NotSigned));
}

/// P2: whatever was blinded could have become any of the finished signatures, so the server learns
/// nothing from seeing both, even with the private key.
#[test]
fn every_issuance_has_a_blinding_factor_for_every_finished_ballot() {
    const N: usize = 8;
    let rng = &mut ChaCha20Rng::seed_from_u64(4);
    let params = BoxedMontyParams::new_vartime(KEYS[0].public().number().clone());
    let form = |bytes: &[u8]| BoxedMontyForm::new(issuing::number(bytes), &params);

    let mut issuances = Vec::new();
    let mut ballots = Vec::new();
    for number in 0..N {
        let blinding = Blinding::new(&KEYS[0].public(), &[number as u8; 100], rng);
        let blind_signature = KEYS[0].sign(blinding.blinded(), rng).unwrap();
        let signature = blinding.finish(&blind_signature).unwrap();
        issuances.push((form(blinding.blinded()), form(&blind_signature)));
        ballots.push((
            blinding.secret.encoded.clone(),
            blinding.secret.inverse.clone(),
            form(&signature),
        ));
    }

    for (of, (blinded, blind_signature)) in issuances.iter().enumerate() {
        for (to, (encoded, inverse, signature)) in ballots.iter().enumerate() {
            // r = (z / m)^d
            let power = (blinded * encoded.invert().unwrap()).retrieve();
            let factor = KEYS[0].sign(&issuing::to_bytes(&power), rng).unwrap();
            let factor = form(&factor);
            assert_eq!(
                &**encoded * issuing::raise(&factor),
                *blinded,
                "{of} to {to}"
            );
            let found = factor.invert().unwrap();
            assert_eq!(blind_signature * &found, *signature, "{of} to {to}");
            assert_eq!(found == **inverse, of == to);
        }
    }
}

#[test]
fn the_same_input_is_never_blinded_the_same_twice() {
    let rng = &mut ChaCha20Rng::seed_from_u64(5);
    let [one, two] = [(); 2].map(|()| Blinding::new(&KEYS[0].public(), b"input", rng));
    assert_ne!(one.blinded(), two.blinded());
    assert_ne!(*one.secret.encoded, *two.secret.encoded);
    assert_ne!(*one.secret.inverse, *two.secret.inverse);
}

#[test]
fn a_printed_blinding_shows_nothing_of_itself() {
    let rng = &mut ChaCha20Rng::seed_from_u64(6);
    let blinding = Blinding::new(&KEYS[0].public(), b"input", rng);
    assert_eq!(format!("{blinding:?}"), "Blinding(hidden)");
}
