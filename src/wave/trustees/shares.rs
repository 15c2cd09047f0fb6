use super::super::promise;
use super::Bench;
use super::bench::Task;
use super::exchange::{Refused, holding};
use crate::app::App;
use crate::ballot::hpke;
use crate::ballot::promise::Root;
use crate::ballot::random;
use crate::ballot::seal::{Context, OpeningKey, OpeningPublicKey};
use crate::ballot::trustee::{ANSWER, Asked, Fit, Trustees, Upload, judge};
use crate::error::{Outcome, Problem};
use crate::store::Db;
use crate::store::act::{self, Kind};
use crate::store::ballot::{self, Ballot};
use crate::store::trustee as stored;
use crate::store::wave::Wave;

/// The boxes of the owner of a ticket, one of each ballot in the order of the public list, each with the number of
/// its group.
pub fn ballots(app: &App, ticket: &str) -> Outcome<Result<Vec<u8>, Refused>> {
    app.store.read(|c| {
        let share = match Portion::read(app, c, ticket)? {
            Ok(share) => share,
            Err(refused) => return Ok(Err(refused)),
        };
        let asked = |(context, sealed): (Context, &[u8])| {
            let parts = share.keys.parts(sealed)?;
            let sealed = parts.sealed_share(share.holder)?;
            let cell = context.cell;
            Some(Asked { sealed, cell }.bytes())
        };
        let asked: Option<Vec<_>> = share.sealed().map(asked).collect();
        let asked = asked.ok_or_else(|| Problem::broken("a stored ballot is too short"))?;
        Ok(Ok(asked.concat()))
    })
}

/// How many bytes the owner of a ticket is to hand in.
pub fn upload_size(app: &App, ticket: &str) -> Outcome<Result<usize, Refused>> {
    app.store.read(|c| {
        let wave = match opening(app, c, ticket)? {
            Ok((wave, _)) => wave,
            Err(refused) => return Ok(Err(refused)),
        };
        Ok(Ok(ballot::ids(c, &wave.id)?.len() * ANSWER))
    })
}

/// Takes the opened shares of the owner of a ticket, in the order of the public list: compares them with the
/// ballots, and keeps them sealed until the count. Shares that are mostly wrong are refused, and that is noted.
pub fn hand_in(app: &App, ticket: &str, shares: Vec<u8>) -> Outcome<Result<Fit, Refused>> {
    let portion = match app.store.read(|c| Portion::read(app, c, ticket))? {
        Ok(portion) => portion,
        Err(refused) => return Ok(Err(refused)),
    };
    let Some(upload) = Upload::read(shares, portion.ballots.len()) else {
        return Ok(Err(Refused::Length));
    };
    let sealed: Vec<_> = portion.sealed().collect();
    let fit = judge(&portion.keys, portion.holder, &sealed, &upload);
    let content = seal(&portion.wave, portion.holder, &upload)?;
    let (now, id, no) = (app.now(), &portion.wave.id, i32::from(portion.holder));
    app.store.write(|c| {
        // It may have been counted meanwhile.
        if let Err(refused) = opening(app, c, ticket)? {
            return Ok(Err(refused));
        }
        let name = portion.bench.name(no);
        if fit.refused() {
            stored::set_refused(c, id, no, Some(now.date()))?;
            act::note(c, now, name, Kind::TrusteeRefused, id.as_str())?;
            return Ok(Err(Refused::Shares));
        }
        let new = stored::Upload {
            wave: id.clone(),
            trustee: no,
            content,
            fits: small(fit.right),
            misfits: small(fit.wrong),
        };
        stored::set_upload(c, &new)?;
        stored::set_refused(c, id, no, None)?;
        act::note(c, now, name, Kind::TrusteeOpened, id.as_str())?;
        Ok(Ok(fit))
    })
}

/// The ballots of a wave that the owner of a ticket is to open their shares of.
struct Portion {
    wave: Wave,
    holder: u8,
    bench: Bench,
    keys: Trustees,
    root: Root,
    ballots: Vec<Ballot>,
}

impl Portion {
    fn read(app: &App, c: &mut Db, ticket: &str) -> Outcome<Result<Self, Refused>> {
        let (wave, holder) = match opening(app, c, ticket)? {
            Ok(found) => found,
            Err(refused) => return Ok(Err(refused)),
        };
        let bench = Bench::read(c, &wave.id)?.ok_or(Problem::NotFound)?;
        Ok(Ok(Self {
            keys: bench.keys()?,
            root: promise::root(c, &wave.id)?,
            ballots: ballot::of_wave(c, &wave.id)?,
            wave,
            holder,
            bench,
        }))
    }

    fn sealed(&self) -> impl Iterator<Item = (Context, &[u8])> {
        self.ballots.iter().map(|ballot| {
            let context = promise::context(&self.wave.id, &self.root, ballot.cell);
            (context, ballot.sealed.as_deref().unwrap_or_default())
        })
    }
}

/// The wave and the trustee of a ticket, if shares are to be opened now.
fn opening(app: &App, c: &mut Db, ticket: &str) -> Outcome<Result<(Wave, u8), Refused>> {
    let Some((wave, holder)) = holding(app, c, ticket)? else {
        return Ok(Err(Refused::Ticket));
    };
    let open = Task::of(&wave, app.now()) == Task::Open && stored::needed(c, &wave.id)?.is_some();
    Ok(match open {
        true => Ok((wave, holder)),
        false => Err(Refused::Task),
    })
}

/// Seals shares for the wave's opening key, which is a file of its own: the database alone tells nothing of them.
fn seal(wave: &Wave, holder: u8, upload: &Upload) -> Outcome<Vec<u8>> {
    let fault = |error| Problem::fault("key", error);
    let key = wave.opening_key.as_deref().unwrap_or_default();
    let key = OpeningPublicKey::from_bytes(key).map_err(fault)?;
    let (info, about) = purpose(wave, holder);
    hpke::seal(&key, &info, &about, upload.bytes(), &mut random::system())
        .map_err(|error| Problem::fault("upload", error))
}

/// Opens what [`hand_in`] has sealed for so many ballots.
pub(super) fn unseal(
    key: &OpeningKey,
    wave: &Wave,
    stored: &stored::Upload,
    ballots: usize,
) -> Outcome<(u8, Upload)> {
    let holder = u8::try_from(stored.trustee).map_err(|error| Problem::fault("upload", error))?;
    let (info, about) = purpose(wave, holder);
    let opened = hpke::open(key, &info, &about, &stored.content);
    let opened = opened.map_err(|error| Problem::fault("upload", error))?;
    let upload = Upload::read(opened, ballots);
    let upload = upload.ok_or_else(|| Problem::broken("an upload is not one of this wave"))?;
    Ok((holder, upload))
}

/// An upload is for one trustee and one final list of ballots.
fn purpose(wave: &Wave, holder: u8) -> (Vec<u8>, Vec<u8>) {
    let info = [b"gutcheck upload".as_slice(), &wave.id.bytes(), &[holder]].concat();
    let list = wave.ballots_root.as_deref().unwrap_or_default();
    (info, list.as_bytes().to_vec())
}

fn small(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
