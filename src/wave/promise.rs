use super::overview::Names;
use super::trustees::Bench;
use crate::answer::published_form;
use crate::app::App;
use crate::ballot::EXPONENT;
use crate::ballot::promise::{self as numbers, Asker, CellTerms, GroupKind, Root, Sheet, Terms};
use crate::ballot::seal::Context;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::store::frozen::{self, Cell, Kind, Node};
use crate::store::promise::{self as stored, Promise as Stored};
use crate::store::wave::{self, Promise, Wave};
use crate::store::{Db, Moment, act, face, invitation, sheet, slip};
use crate::survey::Survey;
use chrono::Duration;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// So long after the planned end answers may still be taken, if HR says so.
pub(super) const EXTENSION: Duration = Duration::days(14);

/// So long after the planned end there are keys at the most.
const KEYS: Duration = Duration::days(30);

/// One place for somebody who was forgotten or joins, for each of so many people.
const PEOPLE_TO_A_PLACE: i32 = 10;

/// The version of the rule by which groups are shown, and of its table of steps.
const DISCLOSURE: &str = "1";

/// A promise with the texts of its cells, in the order of their numbers.
pub(super) struct Made {
    pub root: Root,
    pub promise: Stored,
    pub cells: Vec<String>,
}

/// What a promise is made of, besides the wave and its cells.
pub(super) struct Basis {
    survey: Survey,
    /// Who asks, as it was when the roster was fixed.
    asker: Asker,
    nodes: Vec<Node>,
    names: Names,
    /// What the members of each cell are told of it.
    sheets: BTreeMap<i32, String>,
    /// By cell, how many links on paper there are.
    slips: BTreeMap<i32, i32>,
    /// By two cells, the one with the smaller number first, how many people are in both.
    shared: BTreeMap<(i32, i32), i32>,
    /// Who opens the ballots; none if the server does.
    pub trustees: Option<Bench>,
    /// The last entry of the log of acts.
    log_tip: Option<String>,
}

impl Basis {
    pub(super) fn read(c: &mut Db, wave: &Wave) -> Outcome<Self> {
        Ok(Self {
            survey: wave::survey(c, wave)?,
            asker: face::asker_of(c, &wave.id)?,
            nodes: frozen::nodes(c, &wave.id)?,
            names: Names::read(c, &wave.id)?,
            sheets: sheet::of_wave(c, &wave.id)?.into_iter().collect(),
            slips: slip::by_cell(c, &wave.id)?
                .into_iter()
                .map(|(cell, slips)| (cell, i32::try_from(slips).unwrap_or(i32::MAX)))
                .collect(),
            shared: shared(invitation::invited(c, &wave.id)?),
            trustees: Bench::read(c, &wave.id)?,
            log_tip: act::tip(c)?.map(|(no, seal)| act::short(no, &seal)),
        })
    }

    /// The other cells with which a cell has people in common.
    fn shared_with(&self, cell: i32) -> Vec<(i32, i32)> {
        let pairs = self.shared.iter();
        let with = pairs.filter_map(|(&(a, b), &people)| match cell {
            _ if a == cell => Some((b, people)),
            _ if b == cell => Some((a, people)),
            _ => None,
        });
        let mut with: Vec<(i32, i32)> = with.collect();
        with.sort_unstable();
        with
    }

    /// The leaves whose people are asked in a cell.
    fn leaves(&self, cell: i32) -> Vec<i32> {
        let leaves = self.nodes.iter().filter(|node| node.cell == Some(cell));
        leaves.map(|node| node.no).collect()
    }

    /// The leaves whose people are not asked.
    fn not_asked(&self) -> Vec<i32> {
        let leaves = self.nodes.iter().filter(|node| node.people.is_some());
        let not_asked = leaves.filter(|node| node.cell.is_none());
        not_asked.map(|node| node.no).collect()
    }
}

/// Counts the people of each two cells; `invited` is in the order of people.
fn shared(invited: Vec<(PersonId, i32)>) -> BTreeMap<(i32, i32), i32> {
    let mut shared = BTreeMap::new();
    for cells in invited.chunk_by(|(a, _), (b, _)| a == b) {
        for (at, (_, a)) in cells.iter().enumerate() {
            for (_, b) in cells.iter().skip(at + 1) {
                *shared.entry((*a.min(b), *a.max(b))).or_default() += 1;
            }
        }
    }
    shared
}

/// A node of the tree of teams, as it is promised.
#[derive(Serialize)]
struct Place<'a> {
    no: i32,
    parent: Option<i32>,
    name: &'a str,
    own: bool,
}

impl<'a> Place<'a> {
    fn of(node: &'a Node) -> Self {
        Self {
            no: node.no,
            parent: node.parent,
            name: &node.name,
            own: node.own,
        }
    }
}

/// Words the promise of a wave whose keys are made.
pub(super) fn make(app: &App, wave: &Wave, basis: &Basis, cells: &[Cell]) -> Outcome<Made> {
    let form = published_form(&basis.survey);
    let hierarchy = json(&basis.nodes.iter().map(Place::of).collect::<Vec<_>>())?;
    let trustees = basis.trustees.as_ref().map(Bench::terms);
    let key = wave.opening_key.as_deref().unwrap_or_default();
    let terms = json(&Terms {
        protocol: protocol(wave.promise).to_owned(),
        wave: wave.id.to_string(),
        wave_bytes: HEXLOWER.encode(&wave.id.bytes()),
        title: wave.title.clone(),
        asker: Some(basis.asker.clone()),
        survey: wave.instrument.clone(),
        form: hash(&form),
        page: app.answer_page.hash.clone(),
        script: app.answer_page.script_hash.clone(),
        hierarchy: hash(&hierarchy),
        k: wave.k,
        c: wave.c,
        opens: utc(wave.opens),
        closes: utc(wave.closes),
        latest_close: utc(wave.closes + EXTENSION),
        destroys_by: utc(destroys_by(wave)),
        opening_key: trustees.is_none().then(|| BASE64URL_NOPAD.encode(key)),
        trustees,
        disclosure: DISCLOSURE.to_owned(),
        not_asked: basis.not_asked(),
        members_get: match wave.members_read {
            true => numbers::REPORT,
            false => numbers::NOTHING,
        }
        .to_owned(),
        log_tip: basis.log_tip.clone(),
    })?;
    let cell = |cell: &Cell| {
        let modulus = cell.public_key.as_deref();
        json(&CellTerms {
            cell: cell.no,
            label: basis.names.label(cell.no),
            kind: match cell.kind {
                Kind::Joint => GroupKind::Joint,
                Kind::Pool => GroupKind::Pool,
                Kind::Team => GroupKind::Team,
            },
            leaves: basis.leaves(cell.no),
            invited: cell.invited,
            spare: (cell.invited / PEOPLE_TO_A_PLACE).max(1),
            slips: basis.slips.get(&cell.no).copied().unwrap_or_default(),
            shared: basis.shared_with(cell.no),
            modulus: modulus.map(|modulus| BASE64URL_NOPAD.encode(modulus)),
            exponent: modulus.map(|_| EXPONENT),
            sheet: Sheet::hash(basis.sheets.get(&cell.no).ok_or(Problem::NotFound)?),
        })
    };
    let cells: Vec<String> = cells.iter().map(cell).collect::<Outcome<_>>()?;
    let root = Root::of(&terms, cells.iter().map(String::as_str));
    Ok(Made {
        root,
        promise: Stored {
            wave: wave.id.clone(),
            root: root.to_string(),
            number: numbers::number(&root),
            terms,
            form,
            hierarchy,
            page: app.answer_page.html.clone(),
            script: app.answer_page.script.clone(),
        },
        cells,
    })
}

fn protocol(promise: Promise) -> &'static str {
    match promise {
        Promise::Anonymous => "abp2",
        Promise::Confidential => "confidential",
    }
}

fn json(value: &impl Serialize) -> Outcome<String> {
    serde_json::to_string(value).map_err(|error| Problem::fault("promise", error))
}

fn hash(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text))
}

pub(super) fn utc(moment: Moment) -> String {
    numbers::utc(moment.utc().naive_utc())
}

/// When the keys of a wave that closes as planned are destroyed, whatever happens.
pub(super) fn destroys_by(wave: &Wave) -> Moment {
    wave.closes + KEYS
}

/// The root of a wave's promise.
///
/// # Errors
/// Not found before the promise is made.
pub(super) fn root(c: &mut Db, wave: &WaveId) -> Outcome<Root> {
    let letters = stored::root(c, wave)?.ok_or(Problem::NotFound)?;
    Root::read(&letters).ok_or_else(|| Problem::broken("the root of a promise cannot be read"))
}

/// What a ballot of a cell is sealed and signed for.
pub(super) fn context(wave: &WaveId, root: &Root, cell: i32) -> Context {
    Context {
        wave: wave.bytes(),
        root: *root.bytes(),
        cell: cell.unsigned_abs(),
    }
}

/// How many bytes a text takes as JSON.
pub(super) fn written(text: &str) -> usize {
    serde_json::to_string(text).map_or(0, |json| json.len())
}
