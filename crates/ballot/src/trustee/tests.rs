mod exchange;

use super::*;
use crate::promise::TrusteeKey;
use crate::seal::Context;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

const CONTEXT: Context = Context {
    wave: [1; 16],
    root: [2; 32],
    cell: 0,
};
const ANSWERS: &[u8] = b"answers";
/// All ways to choose two of the three trustees of [`Wave`].
const PAIRS: [[u8; 2]; 3] = [[1, 2], [1, 3], [2, 3]];

/// A wave that two of three trustees open.
struct Wave {
    rng: ChaCha20Rng,
    keys: Vec<OpeningKey>,
    trustees: Trustees,
}

impl Wave {
    fn new(needed: u32, count: usize) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(79);
        let keys = (0..count).map(|_| OpeningKey::generate_with(&mut rng));
        let keys: Vec<OpeningKey> = keys.collect();
        let trustees = Trustees::read(&terms(needed, &keys)).unwrap();
        Self {
            rng,
            keys,
            trustees,
        }
    }

    fn cast(&mut self, context: &Context) -> Vec<u8> {
        self.trustees.seal(context, ANSWERS, &mut self.rng).unwrap()
    }

    fn share(&self, holder: u8, context: &Context, sealed: &[u8]) -> Option<Share> {
        let parts = self.trustees.parts(sealed).unwrap();
        let sealed = parts.sealed_share(holder).unwrap();
        open_share(&self.keys[usize::from(holder) - 1], context, holder, sealed).ok()
    }

    fn upload(&self, holder: u8, ballots: &[(Context, Vec<u8>)]) -> Upload {
        let bytes = ballots.iter().flat_map(|(context, sealed)| {
            let parts = self.trustees.parts(sealed).unwrap();
            let sealed = parts.sealed_share(holder).unwrap();
            Asked {
                sealed,
                cell: context.cell,
            }
            .bytes()
        });
        let bytes: Vec<u8> = bytes.collect();
        let key = &self.keys[usize::from(holder) - 1];
        let asked = asked(&bytes).unwrap();
        Upload::open(key, (&CONTEXT.wave, &CONTEXT.root), holder, &asked, || {})
    }

    fn judge(&self, holder: u8, ballots: &[(Context, Vec<u8>)], upload: &Upload) -> Fit {
        let ballots: Vec<_> = ballots
            .iter()
            .map(|(context, sealed)| (*context, sealed.as_slice()))
            .collect();
        judge(&self.trustees, holder, &ballots, upload)
    }

    /// What these trustees give of a ballot.
    fn open(
        &self,
        context: &Context,
        sealed: &[u8],
        shares: &[(u8, Option<Share>)],
    ) -> Option<Vec<u8>> {
        let parts = self.trustees.parts(sealed)?;
        let shares: Vec<_> = shares
            .iter()
            .map(|(holder, share)| (*holder, share.as_ref()))
            .collect();
        open_ballot(&self.trustees, context, &parts, &shares)
    }

    fn shares(&self, holders: &[u8], context: &Context, sealed: &[u8]) -> Vec<(u8, Option<Share>)> {
        holders
            .iter()
            .map(|holder| (*holder, self.share(*holder, context, sealed)))
            .collect()
    }
}

fn terms(needed: u32, keys: &[OpeningKey]) -> TrusteeTerms {
    let keys = keys.iter().enumerate().map(|(at, key)| TrusteeKey {
        name: format!("trustee {at}"),
        key: BASE64URL_NOPAD.encode(&key.public().to_bytes()),
    });
    TrusteeTerms {
        needed,
        keys: keys.collect(),
    }
}

fn random(rng: &mut impl Rng) -> Share {
    Zeroizing::new(rng.random())
}

/// Ballots of three cells.
fn ballots(wave: &mut Wave, count: u32) -> Vec<(Context, Vec<u8>)> {
    let context = |at| Context {
        cell: at % 3,
        ..CONTEXT
    };
    (0..count)
        .map(|at| (context(at), wave.cast(&context(at))))
        .collect()
}

#[test]
fn any_as_many_as_are_needed_open_every_ballot() {
    for (needed, count) in [(2, 2), (2, 3), (3, 5), (9, 9)] {
        let mut wave = Wave::new(needed, count);
        let sealed = wave.cast(&CONTEXT);
        assert_eq!(sealed.len(), ANSWERS.len() + wave.trustees.overhead());
        let all: Vec<u8> = wave.trustees.holders().collect();
        for set in 0_u32..1 << count {
            let came = all
                .iter()
                .copied()
                .filter(|holder| set >> (holder - 1) & 1 == 1);
            let came: Vec<u8> = came.collect();
            let opened = wave.open(&CONTEXT, &sealed, &wave.shares(&came, &CONTEXT, &sealed));
            let enough = came.len() >= wave.trustees.needed();
            assert_eq!(opened.as_deref(), enough.then_some(ANSWERS), "{came:?}");
        }
    }
}

/// The server has everything but the trustees' keys.
#[test]
fn one_too_few_and_the_server_open_nothing() {
    let mut wave = Wave::new(3, 4);
    let sealed = wave.cast(&CONTEXT);
    let parts = wave.trustees.parts(&sealed).unwrap();
    for pair in [[1, 2], [1, 4], [3, 4]] {
        let shares = wave.shares(&pair, &CONTEXT, &sealed);
        let known: Vec<&Share> = shares
            .iter()
            .map(|(_, share)| share.as_ref().unwrap())
            .collect();
        // As if two were enough, and with guesses of the third.
        let key = shamir::combine(&shamir::weights(&pair, 0), known.iter().copied());
        assert_eq!(parts.open(&CONTEXT, &key), None);
        let absent = wave
            .trustees
            .holders()
            .find(|holder| !pair.contains(holder))
            .unwrap();
        for _ in 0..100 {
            let guess = random(&mut wave.rng);
            let all = [pair[0], pair[1], absent];
            let key = shamir::combine(
                &shamir::weights(&all, 0),
                known.iter().copied().chain([&guess]),
            );
            assert_eq!(parts.open(&CONTEXT, &key), None);
            let mut shares = shares.clone();
            shares.push((absent, Some(guess)));
            assert_eq!(wave.open(&CONTEXT, &sealed, &shares), None);
        }
        // Nor does another trustee's key open the box of the third.
        let boxed = parts.sealed_share(absent).unwrap();
        for key in pair.map(|holder| &wave.keys[usize::from(holder) - 1]) {
            assert!(open_share(key, &CONTEXT, absent, boxed).is_err());
        }
    }
}

#[test]
fn one_who_gives_other_shares_is_named_even_if_no_more_came_than_are_needed() {
    let mut wave = Wave::new(2, 3);
    let ballots = ballots(&mut wave, 12);
    let honest = wave.upload(2, &ballots);
    assert_eq!(
        wave.judge(2, &ballots, &honest),
        Fit {
            right: 12,
            wrong: 0
        }
    );
    let lies: Vec<u8> = ballots
        .iter()
        .flat_map(|_| {
            let mut answer = vec![1];
            answer.extend(random(&mut wave.rng).iter());
            answer
        })
        .collect();
    let silent = vec![0; 12 * ANSWER];
    for upload in [lies, silent] {
        let upload = Upload::read(upload, 12).unwrap();
        let fit = wave.judge(1, &ballots, &upload);
        assert_eq!(
            fit,
            Fit {
                right: 0,
                wrong: 12
            }
        );
        assert!(fit.refused());
        // Without them the other two open everything; with them nobody is misled.
        for (at, (context, sealed)) in ballots.iter().enumerate() {
            let lie = (1, upload.share(at));
            let mut shares = vec![lie.clone(), (2, honest.share(at))];
            assert_eq!(wave.open(context, sealed, &shares), None);
            shares.push((3, wave.share(3, context, sealed)));
            assert_eq!(
                wave.open(context, sealed, &shares).as_deref(),
                Some(ANSWERS)
            );
        }
    }
    // Another wave's shares are lies too.
    let swapped: Vec<u8> = honest.bytes().to_vec();
    assert!(
        wave.judge(1, &ballots, &Upload::read(swapped, 12).unwrap())
            .refused()
    );
}

#[test]
fn a_sender_who_frames_a_trustee_in_one_ballot_does_not() {
    let mut wave = Wave::new(2, 3);
    let mut ballots = ballots(&mut wave, 6);
    let mark = 3 * BOX;
    for (at, byte) in [(0, 5), (1, 0), (2, mark)] {
        ballots[at].1[byte] ^= 1;
    }
    let upload = wave.upload(1, &ballots);
    let fit = wave.judge(1, &ballots, &upload);
    assert_eq!(fit, Fit { right: 3, wrong: 3 });
    assert!(!fit.refused(), "not even in half of the ballots");
    for holder in [2, 3] {
        let fit = wave.judge(holder, &ballots, &wave.upload(holder, &ballots));
        assert_eq!(fit, Fit { right: 6, wrong: 0 });
    }
    // What one sender spoilt the two others open.
    for (context, sealed) in &ballots {
        let all = wave.shares(&[1, 2, 3], context, sealed);
        assert_eq!(wave.open(context, sealed, &all).as_deref(), Some(ANSWERS));
    }
}

/// A sender can also seal a share that is beside the others and mark it as right.
#[test]
fn a_share_that_its_sender_made_wrong_does_not_keep_others_from_opening() {
    let mut wave = Wave::new(2, 3);
    let mut sealed = wave.cast(&CONTEXT);
    let beside = random(&mut wave.rng);
    let boxed = hpke::seal(
        wave.keys[0].public(),
        &info(&CONTEXT, 1),
        &CONTEXT.about(),
        beside.as_slice(),
        &mut wave.rng,
    );
    sealed[..BOX].copy_from_slice(&boxed.unwrap());
    sealed[3 * BOX..3 * BOX + MARK].copy_from_slice(&mark(&CONTEXT, 1, &beside));
    for pair in PAIRS {
        let opened = wave.open(&CONTEXT, &sealed, &wave.shares(&pair, &CONTEXT, &sealed));
        let sound = !pair.contains(&1);
        assert_eq!(opened.as_deref(), sound.then_some(ANSWERS), "{pair:?}");
    }
    let all = wave.shares(&[1, 2, 3], &CONTEXT, &sealed);
    assert_eq!(wave.open(&CONTEXT, &sealed, &all).as_deref(), Some(ANSWERS));
}

#[test]
fn shares_open_for_their_own_trustee_wave_promise_and_cell_alone() {
    let mut wave = Wave::new(2, 3);
    let sealed = wave.cast(&CONTEXT);
    let parts = wave.trustees.parts(&sealed).unwrap();
    let boxed = parts.sealed_share(1).unwrap();
    let share = open_share(&wave.keys[0], &CONTEXT, 1, boxed).unwrap();
    assert!(parts.fits(&CONTEXT, 1, &share));
    assert!(
        !parts.fits(&CONTEXT, 2, &share)
            && !parts.fits(&CONTEXT, 0, &share)
            && !parts.fits(&CONTEXT, 4, &share)
    );
    for other in [
        Context { cell: 1, ..CONTEXT },
        Context {
            wave: [3; 16],
            ..CONTEXT
        },
        Context {
            root: [3; 32],
            ..CONTEXT
        },
    ] {
        assert_eq!(open_share(&wave.keys[0], &other, 1, boxed), Err(Unopened));
        assert!(!parts.fits(&other, 1, &share));
        let shares = wave.shares(&[1, 2], &CONTEXT, &sealed);
        assert_eq!(wave.open(&other, &sealed, &shares), None);
    }
    assert_eq!(open_share(&wave.keys[0], &CONTEXT, 2, boxed), Err(Unopened));
    assert_eq!(open_share(&wave.keys[1], &CONTEXT, 1, boxed), Err(Unopened));
    assert!(parts.sealed_share(0).is_none() && parts.sealed_share(4).is_none());
    let least = wave.trustees.overhead();
    assert!(wave.trustees.parts(&sealed[..least]).is_some());
    assert!(wave.trustees.parts(&sealed[..least - 1]).is_none());
}

#[test]
fn trustees_as_no_wave_may_have_them_are_refused() {
    let wave = Wave::new(2, 3);
    let sound = || terms(2, &wave.keys);
    assert!(Trustees::read(&sound()).is_ok());
    for needed in [0, 1, 4, 258] {
        let number = Trustees::read(&terms(needed, &wave.keys)).unwrap_err();
        assert_eq!(number, NoTrustees::Number { needed, count: 3 });
    }
    let crowd = Wave::new(2, 9);
    let mut many = terms(2, &crowd.keys);
    many.keys.push(TrusteeKey {
        name: "one more".to_owned(),
        key: sound().keys[0].key.clone(),
    });
    assert!(matches!(
        Trustees::read(&many),
        Err(NoTrustees::Number { count: 10, .. })
    ));
    let changed = |change: fn(&mut TrusteeTerms)| {
        let mut terms = sound();
        change(&mut terms);
        Trustees::read(&terms).unwrap_err()
    };
    assert!(matches!(
        changed(|t| t.keys[1].name = t.keys[0].name.clone()),
        NoTrustees::Twice(_)
    ));
    assert!(matches!(
        changed(|t| t.keys[1].key = t.keys[0].key.clone()),
        NoTrustees::Twice(_)
    ));
    assert!(matches!(
        changed(|t| t.keys[1].key.truncate(80)),
        NoTrustees::Key(_)
    ));
    assert!(matches!(
        changed(|t| t.keys[1].name = " ".to_owned()),
        NoTrustees::Key(_)
    ));
}
