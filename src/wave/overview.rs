use super::groups;
use crate::app::App;
use crate::disclosure::{Atom, Groups, Participation, Rule};
use crate::error::Outcome;
use crate::ids::{TeamId, WaveId};
use crate::store::frozen::{self, Cell, Node, Parts};
use crate::store::wave::{self, Wave};
use crate::store::{Db, promise};
use crate::survey::Survey;
use std::collections::{BTreeMap, BTreeSet};

/// What HR's console knows of a wave. Nobody is named, and once the list of ballots is final nothing below an atom
/// is counted.
pub struct Overview {
    /// The wave.
    pub wave: Wave,
    /// The instrument.
    pub survey: Survey,
    /// Participation; empty before the freeze.
    pub cells: Vec<CellCount>,
    /// How many of the cells have their issuing key.
    pub keys: usize,
    /// The number of the promise and its root, once it is made.
    pub promise: Option<(String, String)>,
}

/// Participation of people who are counted together.
pub struct CellCount {
    /// Names from the top, without the organisation's own.
    pub name: String,
    /// The names of the teams counted together, if it is more than one.
    pub merged: Vec<String>,
    /// Different people asked, those included whom no mail reached.
    pub invited: usize,
    /// Those of them whom no mail reached.
    pub unreached: usize,
    pub answered: Answered,
}

/// What may be told of those who answered.
pub enum Answered {
    /// At the last hourly count; nothing of a group that is too small even for that.
    Live(Option<Participation>),
    /// Ballots.
    Final(usize),
}

/// What is known of a wave.
pub fn overview(app: &App, id: &WaveId) -> Outcome<Overview> {
    app.store.read(|c| {
        let wave = wave::wave(c, id)?;
        let survey = wave::survey(c, &wave)?;
        let (cells, names) = (frozen::cells(c, id)?, Names::read(c, id)?);
        let counts = match groups::final_groups(c, &wave)? {
            Some(groups) => names.counted(&groups, &cells),
            None => {
                let rule = groups::rule(&wave)?;
                cells.iter().map(|cell| names.live(cell, rule)).collect()
            }
        };
        Ok(Overview {
            cells: counts,
            keys: cells
                .iter()
                .filter(|cell| cell.public_key.is_some())
                .count(),
            promise: promise::of_wave(c, id)?.map(|promise| (promise.number, promise.root)),
            wave,
            survey,
        })
    })
}

/// Participation of the groups whose people are all in these parts of the tree; empty before the freeze.
pub fn participation_of(app: &App, id: &WaveId, parts: &[TeamId]) -> Outcome<Vec<CellCount>> {
    app.store.read(|c| {
        let wave = wave::wave(c, id)?;
        let (nodes, names) = (frozen::nodes(c, id)?, Names::read(c, id)?);
        let place = Parts::of(&nodes);
        let inside = |cell: &Cell| {
            let leaves = names.leaves.get(&cell.no).map_or(&[][..], Vec::as_slice);
            !leaves.is_empty() && leaves.iter().all(|leaf| place.holds(parts, *leaf))
        };
        let mut cells = frozen::cells(c, id)?;
        cells.retain(inside);
        let Some(groups) = groups::final_groups(c, &wave)? else {
            let rule = groups::rule(&wave)?;
            return Ok(cells.iter().map(|cell| names.live(cell, rule)).collect());
        };
        let mine: BTreeSet<usize> = cells.iter().map(|cell| groups::number(cell.no)).collect();
        let whole = |atom: &&Atom| atom.cells.iter().all(|cell| mine.contains(cell));
        let atoms = groups.atoms().iter().filter(whole);
        Ok(atoms.map(|atom| names.atom(atom, &cells)).collect())
    })
}

/// What the groups of a wave are called.
pub(super) struct Names {
    nodes: BTreeMap<i32, Node>,
    cells: BTreeMap<i32, Cell>,
    /// By the number of a cell the leaves whose people are asked in it.
    leaves: BTreeMap<i32, Vec<i32>>,
}

impl Names {
    pub fn read(c: &mut Db, id: &WaveId) -> Outcome<Self> {
        let (nodes, cells) = (frozen::nodes(c, id)?, frozen::cells(c, id)?);
        let mut leaves: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
        for node in &nodes {
            if let Some(cell) = node.cell {
                leaves.entry(cell).or_default().push(node.no);
            }
        }
        Ok(Self {
            nodes: nodes.into_iter().map(|node| (node.no, node)).collect(),
            cells: cells.into_iter().map(|cell| (cell.no, cell)).collect(),
            leaves,
        })
    }

    /// What a cell is called where it stands alone: its home, and the teams that are counted together in it.
    pub fn label(&self, cell: i32) -> String {
        let home = self.cells.get(&cell);
        let name = home.map(|known| self.path(known.home)).unwrap_or_default();
        let merged = self.merged(&[cell]);
        match merged.as_slice() {
            [_] => name,
            several => format!("{name} ({})", several.join(", ")),
        }
    }

    fn live(&self, cell: &Cell, rule: Rule) -> CellCount {
        // What is stored is told as it was counted: below the smallest group, at its upper end, or between.
        let answered = cell.answered.map(groups::number);
        let live =
            answered.and_then(|told| Participation::of(groups::number(cell.invited), told, rule));
        CellCount {
            name: self.path(cell.home),
            merged: self.several(&[cell.no]),
            invited: groups::number(cell.invited),
            unreached: cell.unreached.map_or(0, groups::number),
            answered: Answered::Live(live),
        }
    }

    /// The atoms, and the cells that are in none: of those nothing is told.
    fn counted(&self, groups: &Groups, cells: &[Cell]) -> Vec<CellCount> {
        let in_none = |cell: &&Cell| groups.atom_of(groups::number(cell.no)).is_none();
        let untold = cells.iter().filter(in_none).map(|cell| CellCount {
            name: self.path(cell.home),
            merged: self.several(&[cell.no]),
            invited: groups::number(cell.invited),
            unreached: cell.unreached.map_or(0, groups::number),
            answered: Answered::Live(None),
        });
        self.atoms(groups, cells)
            .into_iter()
            .chain(untold)
            .collect()
    }

    fn atoms(&self, groups: &Groups, cells: &[Cell]) -> Vec<CellCount> {
        let atoms = groups.atoms().iter();
        atoms.map(|atom| self.atom(atom, cells)).collect()
    }

    fn atom(&self, atom: &Atom, cells: &[Cell]) -> CellCount {
        let within = cells
            .iter()
            .filter(|cell| atom.cells.contains(&groups::number(cell.no)));
        let numbers: Vec<i32> = within.clone().map(|cell| cell.no).collect();
        let unreached = within
            .map(|cell| cell.unreached.map_or(0, groups::number))
            .sum();
        CellCount {
            name: self.path(i32::try_from(atom.home).unwrap_or(i32::MAX)),
            merged: self.several(&numbers),
            invited: atom.asked,
            unreached,
            answered: Answered::Final(atom.n),
        }
    }

    fn several(&self, cells: &[i32]) -> Vec<String> {
        match self.merged(cells).as_slice() {
            [_] => Vec::new(),
            several => several.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    /// The teams whose people are in some cells.
    fn merged(&self, cells: &[i32]) -> Vec<&str> {
        let leaves = cells.iter().filter_map(|cell| self.leaves.get(cell));
        let teams = leaves.flatten().filter_map(|no| self.nodes.get(no));
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
