use super::*;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

const CONTEXT: Context = Context {
    wave: *b"wave of November",
    root: [7; 32],
    cell: 7,
};

#[test]
fn a_ballot_opens_only_under_its_own_key_wave_promise_and_cell() {
    let rng = &mut ChaCha20Rng::seed_from_u64(1);
    let key = OpeningKey::generate_with(rng);
    let sealed = seal(key.public(), &CONTEXT, b"answers", rng).unwrap();

    assert_eq!(open(&key, &CONTEXT, &sealed), Ok(b"answers".to_vec()));
    for other in [
        Context { cell: 8, ..CONTEXT },
        Context {
            wave: *b"wave of February",
            ..CONTEXT
        },
        Context {
            root: [8; 32],
            ..CONTEXT
        },
    ] {
        assert_eq!(open(&key, &other, &sealed), Err(Unopened), "{other:?}");
    }
    let stranger = OpeningKey::generate_with(rng);
    assert_eq!(open(&stranger, &CONTEXT, &sealed), Err(Unopened));
}

#[test]
fn a_ballot_with_one_altered_or_missing_byte_does_not_open() {
    let rng = &mut ChaCha20Rng::seed_from_u64(2);
    let key = OpeningKey::generate_with(rng);
    let sealed = seal(key.public(), &CONTEXT, b"x", rng).unwrap();

    for at in (0..sealed.len()).step_by(5).chain([sealed.len() - 1]) {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        assert_eq!(open(&key, &CONTEXT, &altered), Err(Unopened), "byte {at}");
        let cut = open(&key, &CONTEXT, &sealed[..at]);
        assert_eq!(cut, Err(Unopened), "cut at {at}");
    }
}

#[test]
fn the_length_of_a_sealed_ballot_depends_on_the_length_of_the_plaintext_alone() {
    let rng = &mut ChaCha20Rng::seed_from_u64(3);
    let key = OpeningKey::generate_with(rng);
    for (cell, text) in [(0, [0_u8; 300]), (u32::MAX, [255; 300])] {
        let context = Context { cell, ..CONTEXT };
        let sealed = seal(key.public(), &context, &text, rng).unwrap();
        assert_eq!(sealed.len(), 300 + 81);
    }
}
