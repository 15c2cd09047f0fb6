use super::*;
use data_encoding::HEXLOWER;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

fn hex(text: &str) -> Vec<u8> {
    HEXLOWER.decode(text.as_bytes()).unwrap()
}

/// The vector of mode 0, KEM 0x0010, KDF 0x0001, AEAD 0x0002 in the `test-vectors.json` that RFC 9180
/// refers to (cfrg/draft-irtf-cfrg-hpke at 5f503c5); appendix A.3 prints only its AES-128 sibling.
#[test]
fn the_cfrg_vector_of_this_suite_is_sealed_and_opened() {
    let info = hex("4f6465206f6e2061204772656369616e2055726e");
    let about = hex("436f756e742d30");
    let text = hex("4265617574792069732074727574682c20747275746820626561757479");

    let secret = hex("317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2");
    let key = SecretKey::from_bytes(&secret).unwrap();
    assert_eq!(key.to_bytes().as_slice(), secret);
    assert_eq!(
        key.public().to_bytes().as_slice(),
        hex(
            "04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f\
             853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c"
        )
    );
    let ephemeral = hex("90345e3a1d116c1dd39ae76d95ab858c142223a63e44f8f85318cfa91a84858e");
    let ephemeral = SecretKey::from_bytes(&ephemeral).unwrap();
    let sealed = seal_with(&ephemeral, key.public(), &info, &about, &text).unwrap();
    assert_eq!(
        sealed,
        hex(
            "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e\
             0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0\
             58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d2917424\
             65e902cd216f8908da49f8f96f"
        )
    );
    assert_eq!(open(&key, &info, &about, &sealed), Ok(text));
}

/// NIST CAVP, ECC CDH Primitive (SP 800-56A), P-256, the first of its 25 cases.
#[test]
fn the_secret_that_two_keys_share_is_that_of_the_nist_vector() {
    let secret = hex("7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534");
    let theirs = hex(
        "04700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287\
         db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac",
    );
    let shared = SecretKey::from_bytes(&secret)
        .unwrap()
        .times(&theirs.try_into().unwrap())
        .unwrap();
    assert_eq!(
        shared.as_slice(),
        hex("46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b")
    );
}

#[test]
fn bytes_that_are_no_key_are_refused() {
    let order = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    for refused in [&[][..], &[0; 32], &[1; 31], &[1; 33], &order, &[0xff; 32]] {
        assert_eq!(SecretKey::from_bytes(refused).err(), Some(NoKey));
    }
    let key = SecretKey::generate_with(&mut ChaCha20Rng::seed_from_u64(1));
    let point = key.public().to_bytes();
    assert_eq!(PublicKey::from_bytes(&point).as_ref(), Ok(key.public()));
    let compressed = [&[2 + (point[64] & 1)], &point[1..33]].concat();
    let mut hybrid = point;
    hybrid[0] = 6 + (point[64] & 1);
    let mut beside = point;
    beside[64] ^= 1;
    for refused in [
        &[][..],
        &[0],
        &[4; 65],
        &point[..64],
        &compressed,
        &hybrid,
        &beside,
    ] {
        assert_eq!(PublicKey::from_bytes(refused), Err(NoKey), "{refused:?}");
    }
}

#[test]
fn a_printed_key_shows_nothing_of_itself() {
    let key = SecretKey::generate_with(&mut ChaCha20Rng::seed_from_u64(4));
    assert_eq!(format!("{key:?}"), "SecretKey(hidden)");
}
