use super::issue::Block;
use super::promise;
use super::trustees::Bench;
use crate::answer::canonical_size;
use crate::app::App;
use crate::ballot::IssuingPublicKey;
use crate::ballot::amend::LATE;
use crate::ballot::id::{BallotId, signed_input};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::ballot::{self, Ballot};
use crate::store::wave::{self, Promise, State, Wave};
use crate::store::{Moment, frozen};
use crate::survey::Role;

/// A ballot as a browser sends it.
pub struct SealedBallot {
    /// The wave.
    pub wave: WaveId,
    /// Number of the cell.
    pub cell: i32,
    /// Random bytes that go into the identifier.
    pub prefix: [u8; 32],
    /// The unblinded signature.
    pub signature: Block,
    /// The sealed answers.
    pub sealed: Vec<u8>,
}

/// What became of a ballot that was sent.
#[derive(Debug, PartialEq, Eq)]
pub enum Cast {
    /// It is stored; it may have been before.
    Stored(BallotId),
    /// The wave takes no ballots any more.
    Over,
    /// The wave was called off.
    Off,
    /// Nobody was allowed to send this: a wrong signature, cell or size.
    Refused,
}

/// Stores a sealed and signed ballot under the identifier that follows from it. Nothing is known about
/// who sent it: the signature says only that it is one of those who may.
pub fn cast(app: &App, sent: SealedBallot) -> Outcome<Cast> {
    let known = app.store.read(|c| {
        let wave = wave::wave(c, &sent.wave)?;
        let size = canonical_size(&*wave::shared_survey(c, &wave)?, Role::Member);
        let size = size + Bench::overhead(c, &sent.wave)?;
        let cell = frozen::cell(c, &sent.wave, sent.cell)?;
        Ok((wave.promise, size, cell, promise::root(c, &sent.wave)?))
    });
    let (anonymity, size, cell, root) = match known {
        Err(Problem::NotFound) => return Ok(Cast::Refused),
        other => other?,
    };
    let context = promise::context(&sent.wave, &root, sent.cell);
    let input = signed_input(&sent.prefix, &context, &sent.sealed);
    let key = cell.public_key.as_deref().map(IssuingPublicKey::from_bytes);
    let signed = matches!(key, Some(Ok(key)) if key.verify(&input, &sent.signature));
    if anonymity != Promise::Anonymous || sent.sealed.len() != size || !signed {
        return Ok(Cast::Refused);
    }
    store(app, BallotId::of(&input), sent)
}

fn store(app: &App, id: BallotId, sent: SealedBallot) -> Outcome<Cast> {
    let now = app.now();
    app.writer.write(move |c| {
        let wave = wave::wave(c, &sent.wave)?;
        if wave.state == State::Off {
            return Ok(Cast::Off);
        }
        if !takes_ballots(&wave, now) {
            return Ok(Cast::Over);
        }
        let row = Ballot {
            id: id.bytes().to_vec(),
            wave: sent.wave.clone(),
            cell: sent.cell,
            prefix: Some(sent.prefix.to_vec()),
            signature: Some(sent.signature.to_vec()),
            sealed: Some(sent.sealed.clone()),
        };
        ballot::add(c, &row)?;
        Ok(Cast::Stored(id))
    })
}

/// Whether ballots are taken: while the wave is open, and for a while afterwards, so that nobody is cut
/// off between the signature and the ballot.
fn takes_ballots(wave: &Wave, now: Moment) -> bool {
    let in_time = now < wave.closes + LATE && wave.ballots_root.is_none();
    matches!(wave.state, State::Open | State::Closed) && in_time
}
