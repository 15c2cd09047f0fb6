use super::*;
use data_encoding::HEXLOWER;
use rand::SeedableRng;
use rand::rand_core::{TryCryptoRng, TryRng};
use rand_chacha::ChaCha20Rng;
use std::convert::Infallible;

const WAVE: [u8; 16] = *b"wave of November";

/// A source of randomness that hands out given bytes once.
struct Script(Vec<u8>);

impl TryRng for Script {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        unreachable!("the library draws bytes")
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        unreachable!("the library draws bytes")
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.copy_from_slice(&self.0.drain(..bytes.len()).collect::<Vec<_>>());
        Ok(())
    }
}

impl TryCryptoRng for Script {}

fn hex(text: &str) -> Vec<u8> {
    HEXLOWER.decode(text.as_bytes()).unwrap()
}

/// The vector of mode 0, KEM 0x0010, KDF 0x0001, AEAD 0x0002 in the `test-vectors.json` that RFC 9180
/// refers to (cfrg/draft-irtf-cfrg-hpke at 5f503c5); appendix A.3 prints only its AES-128 sibling.
#[test]
fn the_cfrg_vector_of_this_suite_is_sealed_and_opened() {
    let ikm_e = hex("a90d3417c3da9cb6c6ae19b4b5dd6cc9529a4cc24efb7ae0ace1f31887a8cd6c");
    let ikm_r = hex("a0ce15d49e28bd47a18a97e147582d814b08cbe00109fed5ec27d1b4e9f6f5e3");
    let info = hex("4f6465206f6e2061204772656369616e2055726e");
    let additional = hex("436f756e742d30");
    let text = hex("4265617574792069732074727574682c20747275746820626561757479");

    let key = OpeningKey::generate(&mut Script(ikm_r));
    assert_eq!(
        key.to_bytes().as_slice(),
        hex("317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2")
    );
    assert_eq!(
        key.public().to_bytes().as_slice(),
        hex(
            "04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f\
             853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c"
        )
    );
    let sealed = seal_with(&key.public(), &info, &additional, &text, &mut Script(ikm_e)).unwrap();
    assert_eq!(
        sealed,
        hex(
            "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e\
             0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0\
             58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d2917424\
             65e902cd216f8908da49f8f96f"
        )
    );
    assert_eq!(open_with(&key, &info, &additional, &sealed), Ok(text));
}

#[test]
fn a_ballot_opens_only_under_its_own_key_wave_and_cell() {
    let rng = &mut ChaCha20Rng::seed_from_u64(1);
    let key = OpeningKey::generate(rng);
    let sealed = seal(&key.public(), &WAVE, 7, b"answers", rng).unwrap();

    assert_eq!(open(&key, &WAVE, 7, &sealed), Ok(b"answers".to_vec()));
    assert_eq!(open(&key, &WAVE, 8, &sealed), Err(Unopened));
    assert_eq!(open(&key, b"wave of February", 7, &sealed), Err(Unopened));
    assert_eq!(
        open(&OpeningKey::generate(rng), &WAVE, 7, &sealed),
        Err(Unopened)
    );
}

#[test]
fn a_ballot_with_one_altered_or_missing_byte_does_not_open() {
    let rng = &mut ChaCha20Rng::seed_from_u64(2);
    let key = OpeningKey::generate(rng);
    let sealed = seal(&key.public(), &WAVE, 0, b"x", rng).unwrap();

    for at in (0..sealed.len()).step_by(5).chain([sealed.len() - 1]) {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        assert_eq!(open(&key, &WAVE, 0, &altered), Err(Unopened), "byte {at}");
        assert_eq!(
            open(&key, &WAVE, 0, &sealed[..at]),
            Err(Unopened),
            "cut at {at}"
        );
    }
}

#[test]
fn the_length_of_a_sealed_ballot_depends_on_the_length_of_the_plaintext_alone() {
    let rng = &mut ChaCha20Rng::seed_from_u64(3);
    let key = OpeningKey::generate(rng).public();
    for (cell, text) in [(0, [0_u8; 300]), (u32::MAX, [255; 300])] {
        assert_eq!(seal(&key, &WAVE, cell, &text, rng).unwrap().len(), 300 + 81);
    }
}

#[test]
fn a_printed_key_shows_nothing_of_itself() {
    let key = OpeningKey::generate(&mut ChaCha20Rng::seed_from_u64(4));
    assert_eq!(format!("{key:?}"), "OpeningKey(hidden)");
}
