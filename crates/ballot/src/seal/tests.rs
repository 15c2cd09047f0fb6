use super::*;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

const WAVE: [u8; 16] = *b"wave of November";

#[test]
fn a_ballot_opens_only_under_its_own_key_wave_and_cell() {
    let rng = &mut ChaCha20Rng::seed_from_u64(1);
    let key = OpeningKey::generate(rng);
    let sealed = seal(key.public(), &WAVE, 7, b"answers", rng).unwrap();

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
    let sealed = seal(key.public(), &WAVE, 0, b"x", rng).unwrap();

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
    let key = OpeningKey::generate(rng);
    for (cell, text) in [(0, [0_u8; 300]), (u32::MAX, [255; 300])] {
        assert_eq!(
            seal(key.public(), &WAVE, cell, &text, rng).unwrap().len(),
            300 + 81
        );
    }
}
