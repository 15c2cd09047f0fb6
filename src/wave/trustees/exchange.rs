use super::super::public::{Public, public};
use super::{Bench, Task};
use crate::app::App;
use crate::ballot::merkle::Hash;
use crate::ballot::promise::cells_root;
use crate::ballot::random;
use crate::ballot::secret::derive;
use crate::ballot::trustee::{NONCE_BYTES, challenge};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::trustee::{self as stored, Trustee};
use crate::store::wave::{self, Wave};
use crate::store::{Db, ballot};
use chrono::Duration;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// How long a ticket is good.
const GOOD_FOR: Duration = Duration::hours(1);

/// Why a trustee's request was not done, in the words that the page and the command line know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such ticket, or it has run out.
    Ticket,
    /// This is not what the wave needs now.
    Task,
    /// The share of the canary is another one.
    Share,
    /// There are not as many shares as ballots, or they are none.
    Length,
    /// More than half of the shares are not what was sealed to this trustee.
    Shares,
}

impl Refused {
    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::Task => "task",
            Self::Share => "share",
            Self::Length => "length",
            Self::Shares => "shares",
        }
    }
}

/// What a trustee is told who asks about a wave.
pub struct Asked {
    /// Something that only they can read, see [`challenge`].
    pub challenge: Vec<u8>,
    /// The terms of the wave, as they were hashed.
    pub terms: String,
    /// The root over the groups of the wave.
    pub cells: Hash,
    /// The amendments, as they were hashed.
    pub chain: Vec<String>,
    /// What the wave needs.
    pub task: Task,
    /// The names of those who have done that.
    pub done: Vec<String>,
    /// How many ballots there are, once their list is final.
    pub ballots: usize,
    /// The fingerprint of that list.
    pub list: Option<String>,
}

/// Tells a trustee of the wave with these letters where it stands.
///
/// # Errors
/// Not found unless there is such a wave and this is a key of one of its trustees.
pub fn ask(app: &App, letters: &str, key: &[u8]) -> Outcome<Asked> {
    let Found {
        known,
        bench,
        holder,
    } = find(app, letters, key)?;
    let task = Task::of(&known.wave, app.now());
    let id = &known.wave.id;
    let ballots = match known.wave.ballots_root {
        Some(_) => app.store.read(|c| ballot::ids(c, id))?.len(),
        None => 0,
    };
    let is_done = |one: &&Trustee| match task {
        Task::Open | Task::Over => one.fits.is_some(),
        Task::Prove | Task::Wait => one.proven.is_some(),
    };
    let done = bench.trustees.iter().filter(is_done);
    let done: Vec<String> = done.map(|one| one.name.clone()).collect();
    let (_, challenge) = challenge_at(app, id, (&bench, holder), hour(app))?;
    let texts = known.cells.iter().filter_map(|cell| cell.terms.as_deref());
    Ok(Asked {
        challenge,
        cells: cells_root(texts),
        terms: known.promise.terms,
        chain: known.lines,
        task,
        done,
        ballots,
        list: known.wave.ballots_root,
    })
}

/// Gives a ticket to the trustee who has read the challenge; `None` for anybody else.
///
/// # Errors
/// Not found as for [`ask`].
pub fn prove(app: &App, letters: &str, key: &[u8], nonce: &[u8]) -> Outcome<Option<String>> {
    let Found {
        known,
        bench,
        holder,
    } = find(app, letters, key)?;
    let (id, hour) = (&known.wave.id, hour(app));
    let mut right = false;
    for hour in [hour, hour - 1] {
        let (expected, _) = challenge_at(app, id, (&bench, holder), hour)?;
        right |= bool::from(expected.ct_eq(nonce));
    }
    if !right {
        return Ok(None);
    }
    let mut ticket = [0; 32];
    random::system().fill_bytes(&mut ticket);
    let ticket = BASE64URL_NOPAD.encode(&ticket);
    let expires = app.now() + GOOD_FOR;
    app.store
        .write(|c| stored::add_ticket(c, &hash(&ticket), (id, holder.into()), expires))?;
    Ok(Some(ticket))
}

/// Drops the tickets that have run out.
pub fn sweep(app: &App) -> Outcome<()> {
    app.store.write(|c| stored::sweep_tickets(c, app.now()))
}

/// The wave and the trustee that a ticket is for.
pub(super) fn holding(app: &App, c: &mut Db, ticket: &str) -> Outcome<Option<(Wave, u8)>> {
    let Some((id, no)) = stored::by_ticket(c, &hash(ticket), app.now())? else {
        return Ok(None);
    };
    let holder = u8::try_from(no).map_err(|error| Problem::fault("trustee", error))?;
    Ok(Some((wave::wave(c, &id)?, holder)))
}

struct Found {
    known: Public,
    bench: Bench,
    holder: u8,
}

fn find(app: &App, letters: &str, key: &[u8]) -> Outcome<Found> {
    let known = public(app, letters)?;
    let bench = app.store.read(|c| Bench::read(c, &known.wave.id))?;
    let bench = bench.ok_or(Problem::NotFound)?;
    let holder = bench.holder(key).ok_or(Problem::NotFound)?;
    Ok(Found {
        known,
        bench,
        holder,
    })
}

fn hour(app: &App) -> i64 {
    app.now().utc().timestamp() / 3600
}

/// What a trustee is asked to read during an hour. All of it follows from the server's own secret, so that every
/// node knows what to expect and nothing has to be kept, which strangers could fill or overwrite.
fn challenge_at(
    app: &App,
    id: &WaveId,
    (bench, holder): (&Bench, u8),
    hour: i64,
) -> Outcome<([u8; NONCE_BYTES], Vec<u8>)> {
    let wave = id.bytes();
    let of_wave = derive(app.server.expose(), "trustee challenge", &wave);
    let when = u128::from(holder) << 64 | u128::from(hour.unsigned_abs());
    let seed = derive(&of_wave, "trustee hour", &when.to_be_bytes());
    let keys = bench.keys()?;
    let key = keys.key(holder).ok_or(Problem::NotFound)?;
    challenge(key, &wave, holder, &mut ChaCha20Rng::from_seed(seed))
        .map_err(|error| Problem::fault("challenge", error))
}

fn hash(ticket: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(ticket))
}
