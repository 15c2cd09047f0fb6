use super::load::Loaded;
use crate::app::App;
use crate::ballot::promise::short;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::report::{self, NodeName, OrganisationReport};
use crate::store::frozen;
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
    let name = |node: &frozen::Node| NodeName {
        name: node.name.clone(),
        own: node.own,
    };
    let names: Vec<NodeName> = loaded.nodes.iter().map(name).collect();
    let groups = report::groups(&loaded.scores, &names, lang);
    let groups = groups.map_err(|error| Problem::fault("scores", error))?;
    let k = usize::try_from(loaded.wave.k).unwrap_or_default();
    Ok(OrganisationPage {
        id: id.clone(),
        wave: loaded.wave.title.clone(),
        promise: loaded.wave.promise.as_str(),
        short: loaded.root.as_deref().map(short).unwrap_or_default(),
        root: loaded.root.clone(),
        released: loaded.released_on(lang),
        report: report::organisation(&loaded.scores, groups, lang),
        rules: Sentence::new("report-rules").with("k", k).in_lang(lang),
        others: released
            .iter()
            .filter(|wave| wave.id != *id)
            .map(|wave| (wave.title.clone(), wave.id.clone()))
            .collect(),
    })
}
