use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::frozen::{self, Cell, Node};
use crate::store::wave::{self, Wave};
use crate::store::{Db, invitation, promise};
use crate::survey::Survey;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Invited members, without those whom no mail reached.
    pub invited: usize,
    /// Those whom no mail reached.
    pub unreached: usize,
    /// Answers at the last hourly count.
    pub answered: Option<usize>,
}

/// What is known of a wave.
pub fn overview(app: &App, id: &WaveId) -> Outcome<Overview> {
    app.store.read(|c| {
        let wave = wave::wave(c, id)?;
        let survey = wave::survey(c, &wave)?;
        let (cells, names) = (frozen::cells(c, id)?, Names::read(c, id)?);
        Ok(Overview {
            cells: cells.iter().map(|cell| names.count(cell)).collect(),
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

/// What the groups of a wave are called.
pub(super) struct Names {
    nodes: BTreeMap<i32, Node>,
    /// By the number of a cell the nodes that people are asked about who count for it.
    places: BTreeMap<i32, BTreeSet<i32>>,
}

impl Names {
    pub fn read(c: &mut Db, id: &WaveId) -> Outcome<Self> {
        let mut places: BTreeMap<i32, BTreeSet<i32>> = BTreeMap::new();
        for (node, cell) in invitation::places(c, id)? {
            places.entry(cell).or_default().insert(node);
        }
        let nodes = frozen::nodes(c, id)?.into_iter();
        Ok(Self {
            nodes: nodes.map(|node| (node.no, node)).collect(),
            places,
        })
    }

    /// What a cell is called where it stands alone: its name, and the teams that are counted together in it.
    pub fn label(&self, cell: i32) -> String {
        let (name, merged) = (self.path(cell), self.merged(cell));
        match merged.is_empty() {
            true => name,
            false => format!("{name} ({})", merged.join(", ")),
        }
    }

    fn count(&self, cell: &Cell) -> CellCount {
        let number = |count: i32| count.unsigned_abs() as usize;
        CellCount {
            name: self.path(cell.no),
            merged: self
                .merged(cell.no)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            invited: cell.reached().max(cell.answered.map_or(0, number)),
            unreached: cell.unreached.map_or(0, number),
            answered: cell.answered.map(number),
        }
    }

    /// The teams other than the cell's own whose people count for it.
    fn merged(&self, cell: i32) -> Vec<&str> {
        let places = self.places.get(&cell).into_iter().flatten();
        let others = places.filter(|node| **node != cell);
        let others = others.filter_map(|node| self.node(Some(*node)));
        let teams = others.filter(|node| !node.own);
        teams.map(|node| node.name.as_str()).collect()
    }

    /// The names from the top down to a node, without the organisation's own.
    fn path(&self, no: i32) -> String {
        let mut names = Vec::new();
        let mut at = self.node(Some(no));
        while let Some(node) = at {
            let parent = self.node(node.parent);
            if !node.own && (parent.is_some() || names.is_empty()) {
                names.push(node.name.as_str());
            }
            at = parent;
        }
        names.reverse();
        names.join(" / ")
    }

    fn node(&self, no: Option<i32>) -> Option<&Node> {
        self.nodes.get(&no?)
    }
}
