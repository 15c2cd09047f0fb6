use super::amend;
use super::form::Standing;
use super::promise::written;
use crate::app::{App, Weigh};
use crate::ballot::amend::{Amended, Amendment};
use crate::ballot::audit::{Amendments, Ballots, Counts, Proof, Receipt, Record};
use crate::ballot::merkle::{Hash, Side};
use crate::ballot::promise::{self, CellTerms, Root, Terms};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::ballot::{self, Ballot};
use crate::store::frozen::{self, Cell};
use crate::store::promise::{self as stored, Promise};
use crate::store::wave::{self, Promise as Anonymity, Wave};
use crate::store::{Db, amendment};
use crate::survey::Survey;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What the answer page needs to know of a wave and one of its groups.
pub struct Promised {
    /// The root of the promise.
    pub root: Root,
    /// The terms of the wave, as they were hashed.
    pub terms: String,
    /// Those of the group, as they were hashed.
    pub cell: String,
    /// The way from the group to the root of all groups: on which side a sibling stands, `left` or `right`, and
    /// its hash in base64url.
    pub path: Vec<(&'static str, String)>,
    /// The form.
    pub form: String,
    /// Whether answers are taken now.
    pub standing: Standing,
    /// The amendments so far.
    pub chain: Vec<String>,
    /// How many bytes longer what is promised to other groups is, at most.
    pub pad: usize,
}

/// What everybody may know of a wave.
pub struct Public {
    /// The wave.
    pub wave: Wave,
    /// Its promise.
    pub promise: Promise,
    /// Its terms.
    pub terms: Terms,
    /// What is asked.
    pub survey: Survey,
    /// Its groups, as they are asked.
    pub cells: Vec<Cell>,
    /// What is promised to each of them.
    pub cell_terms: Vec<CellTerms>,
    /// Its groups, as they are counted, once the list of ballots is final.
    pub counts: Vec<Counts>,
    /// What was changed since, as the lines of the chain.
    pub lines: Vec<String>,
    /// Where it stands after them.
    pub amended: Amended,
}

/// The promise of a wave by group, as it is handed out. It never changes.
struct Leaflets {
    root: Root,
    terms: String,
    form: String,
    cells: BTreeMap<i32, Leaflet>,
    longest: usize,
}

struct Leaflet {
    text: String,
    path: Vec<(&'static str, String)>,
    bytes: usize,
}

impl Weigh for Leaflets {
    fn bytes(&self) -> usize {
        let cells: usize = self.cells.values().map(|one| one.bytes).sum();
        self.terms.len() + self.form.len() + cells
    }
}

impl Leaflets {
    fn read(c: &mut Db, wave: &WaveId) -> Outcome<Self> {
        let known = stored::of_wave(c, wave)?.ok_or(Problem::NotFound)?;
        let cells = frozen::cells(c, wave)?;
        let texts = texts(&cells);
        let leaflet = |(at, cell): (usize, &Cell)| {
            let text = texts.get(at).copied().unwrap_or_default();
            let path: Vec<_> = promise::path(&texts, at).iter().map(step).collect();
            let steps = serde_json::to_string(&path).map_or(0, |json| json.len());
            let leaflet = Leaflet {
                text: text.to_owned(),
                bytes: written(text) + steps,
                path,
            };
            (cell.no, leaflet)
        };
        let cells: BTreeMap<i32, Leaflet> = cells.iter().enumerate().map(leaflet).collect();
        Ok(Self {
            root: Root::read(&known.root)
                .ok_or_else(|| Problem::broken("the root of a promise cannot be read"))?,
            terms: known.terms,
            form: known.form,
            longest: cells
                .values()
                .map(|one| one.bytes)
                .max()
                .unwrap_or_default(),
            cells,
        })
    }
}

fn step((side, hash): &(Side, Hash)) -> (&'static str, String) {
    let word = match side {
        Side::Left => "left",
        Side::Right => "right",
    };
    (word, BASE64URL_NOPAD.encode(hash))
}

/// The promise of an anonymous wave with this number or with a root that begins with these letters, for somebody
/// of one group; not found if there is none.
pub fn promised(app: &App, letters: &str, cell: i32) -> Outcome<Promised> {
    let letters = promise::read_letters(letters).ok_or(Problem::NotFound)?;
    let (wave, chain) = app.store.read(|c| {
        let id = stored::wave(c, &letters)?.ok_or(Problem::NotFound)?;
        Ok((wave::wave(c, &id)?, amendment::of_wave(c, &id)?))
    })?;
    if wave.promise != Anonymity::Anonymous {
        return Err(Problem::NotFound);
    }
    let name = format!("promise {}", wave.id);
    let read = || app.store.read(|c| Leaflets::read(c, &wave.id));
    let all = app.cache.get_or(&name, read)?;
    let own = all.cells.get(&cell).ok_or(Problem::NotFound)?;
    Ok(Promised {
        root: all.root,
        terms: all.terms.clone(),
        cell: own.text.clone(),
        path: own.path.clone(),
        form: all.form.clone(),
        standing: Standing::of(&wave, app.now()),
        chain,
        pad: all.longest - own.bytes,
    })
}

/// The wave whose promise has this number or begins with these letters; not found if there is none.
pub fn public(app: &App, letters: &str) -> Outcome<Public> {
    let letters = promise::read_letters(letters).ok_or(Problem::NotFound)?;
    app.store.read(|c| {
        let id = stored::wave(c, &letters)?.ok_or(Problem::NotFound)?;
        let promise = stored::of_wave(c, &id)?.ok_or(Problem::NotFound)?;
        let (wave, cells) = (wave::wave(c, &id)?, frozen::cells(c, &id)?);
        let lines = amendment::of_wave(c, &id)?;
        let amended = amend::amended(&promise, &cells, &lines)?;
        let cell_terms = amend::cell_terms(&cells)?;
        Ok(Public {
            terms: amend::terms(&promise)?,
            survey: wave::survey(c, &wave)?,
            counts: match wave.ballots_root {
                Some(_) => counts(&cells, &cell_terms, &amended),
                None => Vec::new(),
            },
            cell_terms,
            wave,
            promise,
            cells,
            lines,
            amended,
        })
    })
}

impl Public {
    /// What was changed since the promise was made.
    pub fn changes(&self) -> impl Iterator<Item = Amendment> {
        let lines = self.lines.iter();
        lines.filter_map(|line| serde_json::from_str(line).ok())
    }

    /// The day on which it was called off.
    pub fn called_off(&self) -> Option<String> {
        match self.changes().last()? {
            Amendment::CallOff { day } => Some(day),
            _ => None,
        }
    }
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
    let (survey, ballots) = app.store.read(|c| {
        let survey = wave::survey(c, &known.wave)?;
        Ok((survey.source, ballots(c, &known)?))
    })?;
    Ok(Record {
        called_off: known.called_off(),
        root: known.promise.root,
        terms: known.promise.terms,
        cells: texts(&known.cells).into_iter().map(str::to_owned).collect(),
        form: known.promise.form,
        hierarchy: known.promise.hierarchy,
        survey,
        page: known.promise.page,
        script: known.promise.script,
        amendments: Amendments {
            tip: HEXLOWER.encode(&known.amended.tip),
            lines: known.lines,
        },
        ballots,
        result_hash: known.wave.result_hash,
        spoilt: known.wave.spoilt,
        key_destroyed: known.wave.key_destroyed.map(|day| day.to_string()),
    })
}

fn texts(cells: &[Cell]) -> Vec<&str> {
    cells
        .iter()
        .filter_map(|cell| cell.terms.as_deref())
        .collect()
}

/// The counts of each group that is shown. A cell that counts with others has none of its own, and one that counts
/// nowhere has none at all.
fn counts(cells: &[Cell], terms: &[CellTerms], amended: &Amended) -> Vec<Counts> {
    let mut counts: BTreeMap<i32, Counts> = BTreeMap::new();
    for (cell, terms) in cells.iter().zip(terms) {
        let Some(atom) = cell.atom else { continue };
        let sum = counts.entry(atom).or_default();
        sum.cells.push(cell.no);
        sum.invited += terms.invited;
        sum.spare += amended.taken(cell.no);
        sum.issued += cell.issued.unwrap_or_default();
        sum.ballots += cell.ballots.unwrap_or_default();
    }
    counts.into_values().collect()
}

fn ballots(c: &mut Db, known: &Public) -> Outcome<Option<Ballots>> {
    let Some(root) = known.wave.ballots_root.clone() else {
        return Ok(None);
    };
    let list = ballot::of_wave(c, &known.wave.id)?;
    Ok(Some(Ballots {
        root,
        list: list
            .iter()
            .map(|ballot| receipt(ballot, &known.counts))
            .collect(),
        counts: known.counts.clone(),
    }))
}

/// What shows that a ballot was allowed also tells of which cell it is, so only one that counts alone has it.
fn receipt(ballot: &Ballot, counts: &[Counts]) -> Receipt {
    let text = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
    let proof = || {
        Some(Proof {
            prefix: text(ballot.prefix.as_deref()?),
            sealed_hash: text(&Sha256::digest(ballot.sealed.as_deref()?)),
            signature: text(ballot.signature.as_deref()?),
        })
    };
    let mut groups = counts.iter().enumerate();
    let group = groups.find(|(_, counts)| counts.cells.contains(&ballot.cell));
    let alone = group.is_some_and(|(_, counts)| counts.cells.len() == 1);
    Receipt {
        id: HEXLOWER.encode(&ballot.id),
        group: group.map(|(at, _)| at),
        proof: alone.then(proof).flatten(),
    }
}
