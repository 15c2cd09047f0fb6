use super::super::promise;
use super::Bench;
use super::bench::Task;
use super::exchange::{Refused, holding};
use crate::app::App;
use crate::ballot::promise::Root;
use crate::ballot::random;
use crate::ballot::trustee::{Canary, Parts, Share, Trustees};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::Db;
use crate::store::act::{self, Kind};
use crate::store::trustee as stored;
use crate::store::wave::{self, Wave};
use rand::Rng;

/// Random bytes that stand for answers.
const CONTENT: usize = 32;

/// A ballot for trial that is sealed to the trustees of a wave as the real ones will be.
pub fn make(trustees: &Trustees, wave: &WaveId, root: &Root) -> Outcome<Vec<u8>> {
    let mut random = random::system();
    let mut content = [0; CONTENT];
    random.fill_bytes(&mut content);
    let sealed = trustees.seal(&about(wave, root), &content, &mut random);
    sealed.map_err(|error| Problem::fault("canary", error))
}

/// The share of the ballot for trial that only the owner of a ticket can open.
pub fn canary_box(app: &App, ticket: &str) -> Outcome<Result<Vec<u8>, Refused>> {
    app.store.read(|c| {
        let trial = match Trial::read(app, c, ticket)? {
            Ok(trial) => trial,
            Err(refused) => return Ok(Err(refused)),
        };
        let sealed = trial.parts()?.sealed_share(trial.holder);
        Ok(Ok(sealed.ok_or(Problem::NotFound)?.to_vec()))
    })
}

/// Notes that the owner of a ticket can open what is sealed to their key.
pub fn prove_canary(app: &App, ticket: &str, share: &Share) -> Outcome<Result<(), Refused>> {
    let now = app.now();
    app.store.write(|c| {
        let trial = match Trial::read(app, c, ticket)? {
            Ok(trial) => trial,
            Err(refused) => return Ok(Err(refused)),
        };
        let (id, no) = (&trial.wave.id, i32::from(trial.holder));
        if !trial.parts()?.fits(&trial.about, trial.holder, share) {
            return Ok(Err(Refused::Share));
        }
        if stored::prove(c, id, no, now.date())? {
            let name = trial.bench.name(no);
            act::note(c, now, name, Kind::TrusteeProven, id.as_str())?;
        }
        Ok(Ok(()))
    })
}

/// Lets a wave wait for its opening only, once enough trustees have proven their keys; whether it did.
pub fn admit(app: &App, id: &WaveId) -> Outcome<bool> {
    let enough = |c: &mut Db| {
        let bench = Bench::read(c, id)?;
        let in_time = wave::wave(c, id)?.closes > app.now();
        Ok(in_time && bench.is_none_or(|bench| bench.is_proven()))
    };
    // This is asked every second, and hardly ever there is something to write.
    match app.store.read(enough)? {
        true => app.store.write(|c| wave::admit(c, id)),
        false => Ok(false),
    }
}

/// Somebody who is to open a share of the ballot for trial.
struct Trial {
    wave: Wave,
    bench: Bench,
    keys: Trustees,
    holder: u8,
    about: Canary,
    sealed: Vec<u8>,
}

impl Trial {
    fn read(app: &App, c: &mut Db, ticket: &str) -> Outcome<Result<Self, Refused>> {
        let Some((wave, holder)) = holding(app, c, ticket)? else {
            return Ok(Err(Refused::Ticket));
        };
        let canary = stored::canary(c, &wave.id)?;
        let (Task::Prove, Some(sealed)) = (Task::of(&wave, app.now()), canary) else {
            return Ok(Err(Refused::Task));
        };
        let bench = Bench::read(c, &wave.id)?.ok_or(Problem::NotFound)?;
        Ok(Ok(Self {
            keys: bench.keys()?,
            about: about(&wave.id, &promise::root(c, &wave.id)?),
            wave,
            bench,
            holder,
            sealed,
        }))
    }

    fn parts(&self) -> Outcome<Parts<'_>> {
        let parts = self.keys.parts(&self.sealed);
        parts.ok_or_else(|| Problem::broken("a stored canary is too short"))
    }
}

fn about(wave: &WaveId, root: &Root) -> Canary {
    Canary {
        wave: wave.bytes(),
        root: *root.bytes(),
    }
}
