use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::wave::{self, Wave};
use crate::store::{frozen, promise};
use crate::survey::Survey;

/// What HR's console knows of a wave. Nobody is named and nothing below a cell is counted.
pub struct Overview {
    /// The wave.
    pub wave: Wave,
    /// The instrument.
    pub survey: Survey,
    /// Participation; empty before the freeze.
    pub cells: Vec<CellCount>,
    /// How many of the cells have their issuing key.
    pub keys: usize,
    /// The root of the promise, once it is made.
    pub root: Option<String>,
}

/// Participation of one reportable group.
pub struct CellCount {
    /// Names from the top, without the organisation's own.
    pub name: String,
    /// The names of the teams counted together, if it is more than one.
    pub merged: Vec<String>,
    /// Invited members.
    pub invited: usize,
    /// Answers at the last hourly count.
    pub answered: Option<usize>,
}

/// What is known of a wave.
pub fn overview(app: &App, id: &WaveId) -> Outcome<Overview> {
    app.store.read(|c| {
        let wave = wave::wave(c, id)?;
        let survey = wave::survey(c, &wave)?;
        let (nodes, cells) = (frozen::nodes(c, id)?, frozen::cells(c, id)?);
        Ok(Overview {
            cells: counts(&nodes, &cells),
            keys: cells
                .iter()
                .filter(|cell| cell.public_key.is_some())
                .count(),
            root: promise::of_wave(c, id)?.map(|promise| promise.root),
            wave,
            survey,
        })
    })
}

fn counts(nodes: &[frozen::Node], cells: &[frozen::Cell]) -> Vec<CellCount> {
    let count = |cell: &frozen::Cell| CellCount {
        name: path(nodes, cell.no),
        merged: merged(nodes, cells, cell.no)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        invited: cell.invited.unsigned_abs() as usize,
        answered: cell
            .answered
            .map(|answered| answered.unsigned_abs() as usize),
    };
    cells.iter().map(count).collect()
}

/// What a cell is called where it stands alone: its name, and the teams that are counted together in it.
pub(super) fn label(nodes: &[frozen::Node], cells: &[frozen::Cell], no: i32) -> String {
    let (name, merged) = (path(nodes, no), merged(nodes, cells, no));
    match merged.is_empty() {
        true => name,
        false => format!("{name} ({})", merged.join(", ")),
    }
}

/// The teams below a cell's home that are no cells of their own.
fn merged<'a>(nodes: &'a [frozen::Node], cells: &[frozen::Cell], no: i32) -> Vec<&'a str> {
    let is_cell = |no: i32| cells.iter().any(|cell| cell.no == no);
    let below = nodes
        .iter()
        .filter(|node| node.parent == Some(no) && !is_cell(node.no));
    below.map(|node| node.name.as_str()).collect()
}

/// The names from the top down to a node, without the organisation's own.
fn path(nodes: &[frozen::Node], no: i32) -> String {
    let mut names = Vec::new();
    let mut at = nodes.iter().find(|node| node.no == no);
    while let Some(node) = at {
        let parent = nodes.iter().find(|known| Some(known.no) == node.parent);
        if !node.own && (parent.is_some() || names.is_empty()) {
            names.push(node.name.as_str());
        }
        at = parent;
    }
    names.reverse();
    names.join(" / ")
}
