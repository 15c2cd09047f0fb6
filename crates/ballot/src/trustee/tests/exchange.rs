//! What a trustee and the server send each other.

use super::*;

/// Cells are numbered from 0, and a canary is about four zeros.
#[test]
fn no_ballot_opens_as_a_canary_and_no_canary_as_a_ballot() {
    let mut wave = Wave::new(2, 3);
    let canary = Canary {
        wave: CONTEXT.wave,
        root: CONTEXT.root,
    };
    assert_eq!(canary.about(), CONTEXT.about());
    let ballot = wave.cast(&CONTEXT);
    let trial = wave.trustees.seal(&canary, &[], &mut wave.rng).unwrap();
    let boxes = [&ballot, &trial].map(|sealed| {
        wave.trustees
            .parts(sealed)
            .unwrap()
            .sealed_share(1)
            .unwrap()
    });
    let key = &wave.keys[0];
    assert!(
        open_share(key, &CONTEXT, 1, boxes[0]).is_ok()
            && open_share(key, &canary, 1, boxes[1]).is_ok()
    );
    assert_eq!(open_share(key, &canary, 1, boxes[0]), Err(Unopened));
    assert_eq!(open_share(key, &CONTEXT, 1, boxes[1]), Err(Unopened));
}

#[test]
fn only_whoever_has_the_key_answers_a_challenge() {
    let mut wave = Wave::new(2, 3);
    let id = CONTEXT.wave;
    let (nonce, sealed) = challenge(wave.keys[0].public(), &id, 1, &mut wave.rng).unwrap();
    assert_eq!(sealed.len(), CHALLENGE);
    assert_eq!(answer(&wave.keys[0], &id, 1, &sealed), Ok(nonce));
    assert_eq!(answer(&wave.keys[1], &id, 1, &sealed), Err(Unopened));
    assert_eq!(answer(&wave.keys[0], &id, 2, &sealed), Err(Unopened));
    assert_eq!(answer(&wave.keys[0], &[9; 16], 1, &sealed), Err(Unopened));
    // A ballot's box is no challenge that a trustee would answer.
    let ballot = wave.cast(&CONTEXT);
    assert_eq!(answer(&wave.keys[0], &id, 1, &ballot[..BOX]), Err(Unopened));
}

#[test]
fn an_upload_that_is_not_one_of_the_list_is_refused() {
    let sound = [&[1; ANSWER][..], &[0; ANSWER]].concat();
    let read = Upload::read(sound.clone(), 2).unwrap();
    assert_eq!(
        (read.ballots(), read.share(1), read.share(2)),
        (2, None, None)
    );
    assert_eq!(read.share(0).as_deref(), Some(&[1; SHARE]));
    assert!(Upload::read(sound.clone(), 1).is_none() && Upload::read(sound.clone(), 3).is_none());
    for (at, byte) in [(0, 2), (ANSWER + 1, 1)] {
        let mut wrong = sound.clone();
        wrong[at] = byte;
        assert!(Upload::read(wrong, 2).is_none());
    }
    assert!(Upload::read(sound[1..].to_vec(), 2).is_none());
    assert!(asked(&[0; ASKED + 1]).is_none());
}
