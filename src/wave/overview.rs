use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::wave::{self, Wave};
use crate::store::{Db, frozen};
use crate::survey::Survey;

/// What HR's console knows of a wave. Nobody is named and nothing below a cell is counted.
pub struct Overview {
    /// The wave.
    pub wave: Wave,
    /// The instrument.
    pub survey: Survey,
    /// Participation; empty before the freeze.
    pub cells: Vec<CellCount>,
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
        Ok(Overview {
            cells: cells(c, id)?,
            wave,
            survey,
        })
    })
}

fn cells(c: &mut Db, id: &WaveId) -> Outcome<Vec<CellCount>> {
    let nodes = frozen::nodes(c, id)?;
    let cells = frozen::cells(c, id)?;
    let is_cell = |no: i32| cells.iter().any(|cell| cell.no == no);
    let count = |cell: &frozen::Cell| {
        let below = |node: &&frozen::Node| node.parent == Some(cell.no) && !is_cell(node.no);
        CellCount {
            name: path(&nodes, cell.no),
            merged: nodes
                .iter()
                .filter(below)
                .map(|node| node.name.clone())
                .collect(),
            invited: cell.invited.unsigned_abs() as usize,
            answered: cell
                .answered
                .map(|answered| answered.unsigned_abs() as usize),
        }
    };
    Ok(cells.iter().map(count).collect())
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
