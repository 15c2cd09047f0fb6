use super::load::Loaded;
use crate::app::App;
use crate::ballot::promise::short;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::report::{self, Group, OrganisationReport};
use crate::store::wave::{self, State};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// HR's page of a released wave.
#[derive(Serialize)]
pub struct OrganisationPage {
    /// Identifier of the wave.
    pub id: WaveId,
    /// What people call the wave.
    pub wave: String,
    /// What respondents were promised.
    pub promise: &'static str,
    /// The root of the promise, which is the address of the wave's public page.
    pub root: Option<String>,
    /// The number of the promise.
    pub short: String,
    /// The day of the release.
    pub released: String,
    /// The table.
    pub report: OrganisationReport,
    /// Why some parts are counted together or not shown.
    pub rules: String,
    /// Other released waves: title and identifier, the latest first.
    pub others: Vec<(String, WaveId)>,
}

/// The organisation in a released wave; `None` for the latest there is.
pub fn organisation(app: &App, id: Option<&WaveId>, lang: Lang) -> Outcome<OrganisationPage> {
    let waves = app.store.read(wave::waves)?;
    let released: Vec<_> = waves
        .iter()
        .filter(|wave| wave.state == State::Released)
        .collect();
    let id = match id {
        Some(id) => id,
        None => &released.first().ok_or(Problem::NotFound)?.id,
    };
    let loaded = Loaded::read(app, id)?;
    let groups = groups(&loaded, lang)?;
    let k = usize::try_from(loaded.wave.k).unwrap_or_default();
    Ok(OrganisationPage {
        id: id.clone(),
        wave: loaded.wave.title.clone(),
        promise: loaded.wave.promise.as_str(),
        short: loaded.root.as_deref().map(short).unwrap_or_default(),
        root: loaded.root.clone(),
        released: loaded.released_on(lang),
        report: report::organisation(&loaded.survey, groups, lang),
        rules: Sentence::new("report-rules").with("k", k).in_lang(lang),
        others: released
            .iter()
            .filter(|wave| wave.id != *id)
            .map(|wave| (wave.title.clone(), wave.id.clone()))
            .collect(),
    })
}

/// Every node in the order of the tree; after a node whose rest is counted together, that rest.
fn groups(loaded: &Loaded, lang: Lang) -> Outcome<Vec<Group>> {
    let mut groups = Vec::new();
    for (number, node) in loaded.nodes.iter().enumerate() {
        let invited = loaded.invited(number);
        if loaded.release.node(number).is_none() {
            continue;
        }
        groups.push(Group {
            name: name(node.own, &node.name, lang),
            depth: depth(loaded, number),
            merged: Vec::new(),
            invited,
            shown: loaded.unit(number, lang)?,
        });
        groups.extend(rest(loaded, number, lang)?);
    }
    Ok(groups)
}

/// The small teams of a department that are counted together, as one group.
fn rest(loaded: &Loaded, node: usize, lang: Lang) -> Outcome<Option<Group>> {
    let atoms = loaded.release.partition().atoms();
    let Some(number) = atoms.iter().position(|atom| atom.home == node) else {
        return Ok(None);
    };
    let merged: Vec<String> = loaded
        .nodes
        .iter()
        .enumerate()
        .filter(|(no, _)| *no != node && loaded.release.partition().atom_of(*no) == Some(number))
        .filter(|(no, _)| {
            !loaded
                .nodes
                .iter()
                .any(|child| child.parent == i32::try_from(*no).ok())
        })
        .map(|(_, child)| name(child.own, &child.name, lang))
        .collect();
    if merged.is_empty() {
        return Ok(None);
    }
    Ok(Some(Group {
        name: lang.text("report-rest"),
        depth: depth(loaded, node) + 1,
        merged,
        invited: loaded.invited_in_atom(number),
        shown: loaded.atom(number, lang)?,
    }))
}

fn name(own: bool, name: &str, lang: Lang) -> String {
    match own {
        true => Sentence::new("report-own-team")
            .with("team", name)
            .in_lang(lang),
        false => name.to_owned(),
    }
}

fn depth(loaded: &Loaded, node: usize) -> usize {
    let above = |no: usize| {
        loaded
            .nodes
            .get(no)?
            .parent
            .map(|no| no.unsigned_abs() as usize)
    };
    std::iter::successors(above(node), |no| above(*no)).count()
}
