use super::form::Standing;
use crate::app::App;
use crate::ballot::audit::{Ballots, Counts, Proof, Receipt, Record};
use crate::ballot::merkle::{Hash, Side};
use crate::ballot::promise;
use crate::error::{Outcome, Problem};
use crate::store::Db;
use crate::store::ballot::{self, Ballot};
use crate::store::frozen::{self, Cell};
use crate::store::promise::{self as stored, Promise};
use crate::store::wave::{self, Promise as Anonymity, Wave};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};

/// What the answer page needs to know of a wave and one of its groups.
pub struct Promised {
    /// The terms of the wave, as they were hashed.
    pub terms: String,
    /// Those of the group, as they were hashed.
    pub cell: String,
    /// The way from the group to the root of all groups.
    pub path: Vec<(Side, Hash)>,
    /// The form.
    pub form: String,
    /// Whether answers are taken now.
    pub standing: Standing,
}

/// What everybody may know of a wave.
pub struct Public {
    /// The wave.
    pub wave: Wave,
    /// Its promise.
    pub promise: Promise,
    /// Its groups.
    pub cells: Vec<Cell>,
}

/// The promise of an anonymous wave whose root begins with these letters, for somebody of one group; not
/// found if there is none.
pub fn promised(app: &App, letters: &str, cell: i32) -> Outcome<Promised> {
    let known = public(app, letters)?;
    if known.wave.promise != Anonymity::Anonymous {
        return Err(Problem::NotFound);
    }
    let index = known.cells.iter().position(|one| one.no == cell);
    let index = index.ok_or(Problem::NotFound)?;
    let texts = texts(&known.cells);
    Ok(Promised {
        path: promise::path(&texts, index),
        cell: texts
            .get(index)
            .map(|text| (*text).to_owned())
            .unwrap_or_default(),
        terms: known.promise.terms,
        form: known.promise.form,
        standing: Standing::of(&known.wave, app.now()),
    })
}

/// The wave whose promise begins with these letters; not found if there is none.
pub fn public(app: &App, letters: &str) -> Outcome<Public> {
    let letters = promise::read_letters(letters).ok_or(Problem::NotFound)?;
    app.store.read(|c| {
        let promise = stored::by_root(c, &letters)?.ok_or(Problem::NotFound)?;
        Ok(Public {
            wave: wave::wave(c, &promise.wave)?,
            cells: frozen::cells(c, &promise.wave)?,
            promise,
        })
    })
}

/// The identifiers of the ballots as soon as their list is final, sorted, in hexadecimal digits.
pub fn receipts(app: &App, letters: &str) -> Outcome<Vec<String>> {
    let wave = public(app, letters)?.wave;
    if wave.ballots_root.is_none() {
        return Err(Problem::NotFound);
    }
    let ids = app.store.read(|c| ballot::ids(c, &wave.id))?;
    Ok(ids.iter().map(|id| HEXLOWER.encode(id)).collect())
}

/// The public record of a wave.
pub fn record(app: &App, letters: &str) -> Outcome<Record> {
    let known = public(app, letters)?;
    let (wave, cells) = (known.wave, known.cells);
    let (survey, ballots) = app.store.read(|c| {
        let survey = wave::survey(c, &wave)?;
        Ok((survey.source, ballots(c, &wave, &cells)?))
    })?;
    Ok(Record {
        root: known.promise.root,
        terms: known.promise.terms,
        cells: texts(&cells).into_iter().map(str::to_owned).collect(),
        form: known.promise.form,
        hierarchy: known.promise.hierarchy,
        survey,
        page: known.promise.page,
        script: known.promise.script,
        ballots,
        result_hash: wave.result_hash,
        key_destroyed: wave.key_destroyed.map(|day| day.to_string()),
    })
}

fn texts(cells: &[Cell]) -> Vec<&str> {
    cells
        .iter()
        .filter_map(|cell| cell.terms.as_deref())
        .collect()
}

fn ballots(c: &mut Db, wave: &Wave, cells: &[Cell]) -> Outcome<Option<Ballots>> {
    let Some(root) = wave.ballots_root.clone() else {
        return Ok(None);
    };
    let counts = |cell: &Cell| Counts {
        cell: cell.no,
        invited: cell.invited,
        issued: cell.issued.unwrap_or_default(),
        ballots: cell.ballots.unwrap_or_default(),
        replaced: cell.replaced.unwrap_or_default(),
    };
    Ok(Some(Ballots {
        root,
        counts: cells.iter().map(counts).collect(),
        list: ballot::of_wave(c, &wave.id)?.iter().map(receipt).collect(),
    }))
}

fn receipt(ballot: &Ballot) -> Receipt {
    let text = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
    let proof = || {
        Some(Proof {
            prefix: text(ballot.prefix.as_deref()?),
            sealed_hash: text(&Sha256::digest(ballot.sealed.as_deref()?)),
            signature: text(ballot.signature.as_deref()?),
        })
    };
    Receipt {
        id: HEXLOWER.encode(&ballot.id),
        cell: ballot.cell,
        proof: proof(),
    }
}
