use super::issue::about;
use super::promise;
use super::trustees::make_canary;
use crate::app::App;
use crate::ballot::IssuingKey;
use crate::ballot::custody::IssuingKeys;
use crate::ballot::random;
use crate::ballot::seal::OpeningPublicKey;
use crate::ballot::wrap::wrap;
use crate::error::{Outcome, Panic, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind};
use crate::store::frozen::{self, Cell};
use crate::store::promise as stored;
use crate::store::trustee;
use crate::store::wave::{self, Promise, State, Wave};
use rand::Rng;
use rand::seq::IteratorRandom;
use std::thread;

/// Brings a wave whose terms are fixed one step nearer to its opening: makes issuing keys, as many at a time
/// as there are processors, or, when all groups have one, the promise. Whether anything was done. Each key is
/// a transaction, so a restart goes on where the last one ended.
///
/// # Errors
/// A fault if a key does not do what it was made for; no mail has left then.
pub fn prepare(app: &App, id: &WaveId) -> Outcome<bool> {
    let (wave, cells) = app
        .store
        .read(|c| Ok((wave::wave(c, id)?, frozen::cells(c, id)?)))?;
    if wave.state != State::Preparing {
        return Ok(false);
    }
    let keys = app.keys.issuing(&id.bytes())?;
    // Any of them, so that several nodes seldom make the key of the same one.
    let bare = cells.iter().filter(|cell| cell.public_key.is_none());
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let next = bare.sample(&mut *app.random.lock(), cores);
    if next.is_empty() || wave.promise == Promise::Confidential {
        return make_promise(app, wave, &cells).map(|()| true);
    }
    thread::scope(|scope| {
        let keys = &keys;
        let make = |cell| scope.spawn(move || make_key(app, cell, keys));
        let work: Vec<_> = next.into_iter().map(make).collect();
        work.into_iter()
            .try_for_each(|key| key.join().map_err(Panic::of)?)
    })?;
    Ok(true)
}

fn make_key(app: &App, cell: &Cell, keys: &IssuingKeys) -> Outcome<()> {
    let fault = |error| Problem::fault("a new issuing key", error);
    let key = IssuingKey::generate().map_err(fault)?;
    let (public, mut random) = (key.public(), random::system());
    let blinding = public.blind(b"a trial", |bytes| random.fill_bytes(bytes));
    let blinding = blinding.map_err(fault)?;
    let signed = key.blind_sign(blinding.blinded()).map_err(fault)?;
    blinding.finish(&signed).map_err(fault)?;
    let secret = wrap(
        &keys.wrapping(&cell.wave.bytes()),
        &about(&cell.wave, cell.no),
        key.to_bytes().map_err(fault)?.as_slice(),
        &mut random,
    );
    app.store
        .write(|c| frozen::set_keys(c, &cell.wave, cell.no, public.modulus(), &secret))
}

fn make_promise(app: &App, wave: Wave, cells: &[Cell]) -> Outcome<()> {
    let public = OpeningPublicKey::from_bytes(wave.opening_key.as_deref().unwrap_or_default())
        .map_err(|error| Problem::fault("key", error))?;
    app.keys.self_test(&wave.id.bytes(), &public)?;
    let basis = app.store.read(|c| promise::Basis::read(c, &wave))?;
    let made = promise::make(app, &wave, &basis, cells)?;
    let canary = match &basis.trustees {
        Some(bench) => Some(make_canary(&bench.keys()?, &wave.id, &made.root)?),
        None => None,
    };
    app.store.write(|c| {
        if !wave::promise(c, &wave.id, canary.is_some())? {
            return Err(Problem::refused("problem-wave-fixed"));
        }
        for (cell, terms) in cells.iter().zip(&made.cells) {
            frozen::set_terms(c, &wave.id, cell.no, terms)?;
        }
        stored::add(c, &made.promise)?;
        if canary.is_some() {
            trustee::set_canary(c, &wave.id, canary.as_deref())?;
        }
        act::note(c, app.now(), "", Kind::Promised, wave.id.as_str())
    })
}
