//! How many keys are made, read and used in a second of one processor (Linux only; what other programs do
//! at the same time makes little difference). `cargo run --release --example speed`

use gutcheck_blind_rsa::{BYTES, Error, PublicKey, SecretKey};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long each thing is done.
const TIME: Duration = Duration::from_secs(2);

/// Nanoseconds of processor time that this thread has used.
fn used() -> f64 {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let first = said.split(' ').next();
    first
        .and_then(|first| first.parse().ok())
        .unwrap_or(f64::NAN)
}

fn show<T>(what: &str, work: impl Fn() -> T) {
    let (started, before) = (Instant::now(), used());
    let done = std::iter::repeat_with(|| black_box(work()))
        .take_while(|_| started.elapsed() < TIME)
        .count();
    let each = (used() - before) / 1e3 / done as f64;
    println!("{what:32}{:10.0}/s{each:10.1} us", 1e6 / each);
}

fn main() -> Result<(), Error> {
    let key = SecretKey::generate()?;
    let public = key.public();
    let bytes = key.to_bytes()?;
    let blinding = public.blind(b"input", |bytes| bytes.fill(0x55))?;
    let signature = key.blind_sign(blinding.blinded())?;
    let finished = blinding.finish(&signature)?;
    let read = || SecretKey::from_bytes(bytes.as_slice());
    let read_public = || PublicKey::from_bytes(public.modulus());
    show("keys made", SecretKey::generate);
    show("keys read", read);
    show("signatures", || key.blind_sign(&[1; BYTES]));
    show("signatures, key read each time", || {
        read().map(|key| key.blind_sign(&[1; BYTES]))
    });
    show("checks", || public.verify(b"input", &finished));
    show("checks, key read each time", || {
        read_public().map(|public| public.verify(b"input", &finished))
    });
    show("blindings", || {
        public.blind(b"input", |bytes| bytes.fill(0x55))
    });
    show("finishings", || blinding.finish(&signature));
    Ok(())
}
