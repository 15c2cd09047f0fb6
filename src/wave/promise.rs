use super::overview::Names;
use crate::answer::published_form;
use crate::app::App;
use crate::ballot::EXPONENT;
use crate::ballot::promise::{CellTerms, Root, Terms};
use crate::error::{Outcome, Problem};
use crate::store::frozen::{self, Cell, Node};
use crate::store::promise::Promise as Stored;
use crate::store::wave::{self, Promise, Wave};
use crate::store::{Db, Moment, commitment};
use crate::survey::Survey;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A promise with the texts of its cells, in the order of their numbers.
pub(super) struct Made {
    pub promise: Stored,
    pub cells: Vec<String>,
}

/// What a promise is made of, besides the wave and its cells.
pub(super) struct Basis {
    survey: Survey,
    nodes: Vec<Node>,
    names: Names,
    /// What the members of each cell judge.
    sheets: BTreeMap<i32, String>,
}

impl Basis {
    pub(super) fn read(c: &mut Db, wave: &Wave) -> Outcome<Self> {
        Ok(Self {
            survey: wave::survey(c, wave)?,
            nodes: frozen::nodes(c, &wave.id)?,
            names: Names::read(c, &wave.id)?,
            sheets: commitment::sheets(c, &wave.id)?.into_iter().collect(),
        })
    }
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
    let key = wave.opening_key.as_deref().unwrap_or_default();
    let terms = json(&Terms {
        protocol: protocol(wave.promise).to_owned(),
        wave: wave.id.to_string(),
        wave_bytes: HEXLOWER.encode(&wave.id.bytes()),
        title: wave.title.clone(),
        survey: wave.instrument.clone(),
        form: hash(&form),
        page: app.answer_page.hash.clone(),
        script: app.answer_page.script_hash.clone(),
        hierarchy: hash(&hierarchy),
        k: wave.k,
        c: wave.c,
        opens: utc(wave.opens),
        closes: utc(wave.closes),
        opening_key: BASE64URL_NOPAD.encode(key),
    })?;
    let cell = |cell: &Cell| {
        let modulus = cell.public_key.as_deref();
        json(&CellTerms {
            cell: cell.no,
            label: basis.names.label(cell.no),
            invited: cell.invited,
            modulus: modulus.map(|modulus| BASE64URL_NOPAD.encode(modulus)),
            exponent: modulus.map(|_| EXPONENT),
            commitments: basis.sheets.get(&cell.no).map(|sheet| hash(sheet)),
        })
    };
    let cells: Vec<String> = cells.iter().map(cell).collect::<Outcome<_>>()?;
    let root = Root::of(&terms, cells.iter().map(String::as_str));
    Ok(Made {
        promise: Stored {
            wave: wave.id.clone(),
            root: root.to_string(),
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
        Promise::Anonymous => "abp1",
        Promise::Confidential => "confidential",
    }
}

fn json(value: &impl Serialize) -> Outcome<String> {
    serde_json::to_string(value).map_err(|error| Problem::fault("promise", error))
}

fn hash(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text))
}

fn utc(moment: Moment) -> String {
    moment.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
