//! What the cryptography of a ballot costs.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use data_encoding::BASE64URL_NOPAD;
use gutcheck_ballot::IssuingKey;
use gutcheck_ballot::merkle;
use gutcheck_ballot::promise::{TrusteeKey, TrusteeTerms};
use gutcheck_ballot::seal::{Context, OpeningKey, open, seal};
use gutcheck_ballot::trustee::{Trustees, open_share};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use std::hint::black_box;

const CONTEXT: Context = Context {
    wave: [7; 16],
    root: [8; 32],
    cell: 5,
};

fn signatures(c: &mut Criterion) {
    let rng = &mut ChaCha20Rng::seed_from_u64(1);
    let key = IssuingKey::generate().unwrap();
    let (public, input) = (key.public(), [3; 120]);
    let mut blind = |input: &[u8]| public.blind(input, |bytes| rng.fill_bytes(bytes)).unwrap();
    let blinding = blind(&input);
    let signed = key.blind_sign(blinding.blinded()).unwrap();
    let signature = blinding.finish(&signed).unwrap();
    c.bench_function("blind", |b| b.iter(|| blind(black_box(&input))));
    c.bench_function("sign", |b| b.iter(|| key.blind_sign(blinding.blinded())));
    c.bench_function("finish", |b| b.iter(|| blinding.finish(black_box(&signed))));
    c.bench_function("verify", |b| {
        b.iter(|| public.verify(black_box(&input), &signature))
    });
    let stored = key.to_bytes().unwrap();
    c.bench_function("read an issuing key", |b| {
        b.iter(|| IssuingKey::from_bytes(black_box(stored.as_slice())))
    });
    // The search for primes takes a time of its own for each key, so many keys are made.
    c.bench_function("generate an issuing key", |b| {
        b.iter_batched(|| (), |()| IssuingKey::generate(), BatchSize::PerIteration)
    });
}

/// A ballot of the size of a diagnostic's: some choices and room for one text.
fn seals(c: &mut Criterion) {
    let rng = &mut ChaCha20Rng::seed_from_u64(2);
    let key = OpeningKey::generate_with(rng);
    let (public, answers) = (key.public(), [1; 3022]);
    let sealed = seal(public, &CONTEXT, &answers, rng).unwrap();
    c.bench_function("seal", |b| {
        b.iter(|| seal(public, &CONTEXT, black_box(&answers), rng))
    });
    c.bench_function("open", |b| {
        b.iter(|| open(&key, &CONTEXT, black_box(&sealed)))
    });
}

/// The same for two of three trustees, and what each of them does with it.
fn shares(c: &mut Criterion) {
    let rng = &mut ChaCha20Rng::seed_from_u64(3);
    let keys = [(); 3].map(|()| OpeningKey::generate_with(rng));
    let named = keys.iter().enumerate().map(|(at, key)| TrusteeKey {
        name: at.to_string(),
        key: BASE64URL_NOPAD.encode(&key.public().to_bytes()),
    });
    let terms = TrusteeTerms {
        needed: 2,
        keys: named.collect(),
    };
    let trustees = Trustees::read(&terms).unwrap();
    let sealed = trustees.seal(&CONTEXT, &[1; 3022], rng).unwrap();
    c.bench_function("seal for trustees", |b| {
        b.iter(|| trustees.seal(&CONTEXT, black_box(&[1; 3022]), rng))
    });
    let [key, ..] = &keys;
    let parts = trustees.parts(&sealed).unwrap();
    let boxed = parts.sealed_share(1).unwrap();
    c.bench_function("open a trustee's box", |b| {
        b.iter(|| open_share(key, &CONTEXT, 1, black_box(boxed)))
    });
}

fn trees(c: &mut Criterion) {
    let leaf = |number: u32| merkle::leaf(&number.to_be_bytes());
    let leaves: Vec<_> = (0..10_000).map(leaf).collect();
    c.bench_function("Merkle root of 10 000 leaves", |b| {
        b.iter(|| merkle::root(black_box(&leaves)))
    });
}

criterion_group!(benches, signatures, seals, shares, trees);
criterion_main!(benches);
