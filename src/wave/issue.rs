use super::form::Standing;
use super::link::Link;
use crate::app::App;
use crate::ballot::secret::InvitationSecret;
use crate::ballot::wrap::unwrap;
use crate::ballot::{IssuingKey, KEY_BYTES, in_range};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::frozen::{self, Cell};
use crate::store::wave::{self, Promise};
use crate::store::{Db, Moment};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A message as wide as an issuing key's modulus.
pub type Block = [u8; KEY_BYTES];

/// What became of a request to sign a blinded ballot.
#[derive(Debug)]
pub enum Issued {
    /// The blind signature; the same request gets the same one again.
    Signature(Box<Block>),
    /// Something else has been signed for this link.
    Before,
    /// The wave takes no answers now.
    Shut(Standing),
    /// There is no such link.
    Unknown,
    /// The message is not below the modulus.
    Malformed,
}

/// Signs a blinded ballot for the owner of a link, who thereby uses it up. That it was used is committed
/// before anything is signed, so nobody gets two signatures by asking twice at once. There is no second one for a
/// ballot that got lost: a server that cannot see whose ballot is whose cannot tell it from one that is kept back.
pub fn issue(app: &App, token: &str, blinded: &Block) -> Outcome<Issued> {
    let Some(secret) = InvitationSecret::parse(token) else {
        return Ok(Issued::Unknown);
    };
    let (token_hash, now, message) = (secret.hash(), app.now(), *blinded);
    // Strangers are told apart without taking the one writer's time.
    if app.store.read(|c| Link::find(c, &token_hash))?.is_none() {
        return Ok(Issued::Unknown);
    }
    let marked = app
        .writer
        .write(move |c| mark(c, &token_hash, &message, now))?;
    match marked {
        Ok(cell) => sign(app, &cell, blinded),
        Err(refused) => Ok(refused),
    }
}

/// Notes what is signed for a link; the cell whose key signs it, or why none does.
fn mark(
    c: &mut Db,
    token_hash: &str,
    message: &Block,
    now: Moment,
) -> Outcome<Result<Cell, Issued>> {
    let Some(link) = Link::find(c, token_hash)? else {
        return Ok(Err(Issued::Unknown));
    };
    let wave = wave::wave(c, link.wave())?;
    let standing = Standing::of(&wave, now);
    if wave.promise != Promise::Anonymous {
        return Ok(Err(Issued::Unknown));
    }
    if standing != Standing::Open {
        return Ok(Err(Issued::Shut(standing)));
    }
    let cell = frozen::cell(c, link.wave(), link.cell())?;
    // Checked before anything is noted, so that nobody uses up a link with what cannot be signed.
    let modulus = cell.public_key.as_deref().map(Block::try_from);
    if !matches!(modulus, Some(Ok(modulus)) if in_range(message, &modulus)) {
        return Ok(Err(Issued::Malformed));
    }
    let hash = HEXLOWER.encode(&Sha256::digest(message));
    match link.use_for(c, &hash)? {
        true => Ok(Ok(cell)),
        false => Ok(Err(Issued::Before)),
    }
}

fn sign(app: &App, cell: &Cell, blinded: &Block) -> Outcome<Issued> {
    let key = issuing_key(app, cell)?;
    let signature = key.blind_sign(blinded);
    let signature = signature.map_err(|error| Problem::fault("signature", error))?;
    Ok(Issued::Signature(Box::new(signature)))
}

fn issuing_key(app: &App, cell: &Cell) -> Outcome<IssuingKey> {
    let fault = || Problem::broken("an issuing key of an open wave cannot be read");
    let wrapped = cell.private_key.as_deref().ok_or_else(fault)?;
    // What opens ballots is in another file, which is not touched here.
    let keys = app.keys.issuing(&cell.wave.bytes())?;
    let about = about(&cell.wave, cell.no);
    let bytes = unwrap(&keys.wrapping(&cell.wave.bytes()), &about, wrapped).ok_or_else(fault)?;
    IssuingKey::from_bytes(&bytes).map_err(|error| Problem::fault("issuing key", error))
}

/// What a wrapped issuing key is bound to.
pub(super) fn about(wave: &WaveId, cell: i32) -> Vec<u8> {
    [wave.bytes().as_slice(), &cell.to_be_bytes()].concat()
}
