use super::people::{People, differing, union};
use super::rule::{DisclosureError, Rule};
use super::tree::Tree;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How people came to be counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Teams that HR counts together, or that would tell of each other.
    Joint,
    /// What is too small by itself, in the lowest node where it is enough together.
    Pool,
    /// One team.
    Team,
}

/// The people who hold one kind of ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The team, or the node its teams are counted together in.
    pub home: usize,
    pub kind: Kind,
    /// The teams whose people it holds, in ascending order.
    pub leaves: Vec<usize>,
    /// Different people.
    pub people: People,
}

/// What becomes of a team that is too small by itself, where HR says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// It is counted with that team.
    With(usize),
    /// Its people are not asked.
    Out,
}

/// The people who are asked, by the group they are counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    /// In the order of home, kind and leaves.
    pub cells: Vec<Cell>,
    /// Teams whose people get no invitation for them, in ascending order.
    pub not_asked: Vec<usize>,
}

/// Teams that are counted together, on their way up.
struct Group {
    home: usize,
    leaves: Vec<usize>,
}

impl Cells {
    /// Groups the people of each leaf of `tree`, by sizes and `choices` alone.
    ///
    /// # Errors
    /// When people or a choice belong to a node that the tree does not have.
    pub fn of(
        tree: &Tree,
        people: &BTreeMap<usize, People>,
        choices: &BTreeMap<usize, Choice>,
        rule: Rule,
    ) -> Result<Self, DisclosureError> {
        let outside = |node: &&usize| **node >= tree.len();
        if let Some(&node) = people.keys().chain(choices.keys()).find(outside) {
            return Err(DisclosureError::NoSuchNode { node });
        }
        let out = |leaf: &usize| choices.get(leaf) == Some(&Choice::Out);
        let mut freeze = Freeze {
            tree,
            people,
            k: rule.k(),
            cells: Vec::new(),
            left: BTreeMap::new(),
            not_asked: people.keys().copied().filter(out).collect(),
        };
        for leaves in freeze.chosen(choices) {
            freeze.place(leaves);
        }
        freeze.rise();
        freeze.join_twins();
        Ok(Self {
            cells: freeze.cells,
            not_asked: freeze.not_asked.into_iter().collect(),
        })
    }

    /// The cell that holds the people of a leaf; `None` if they are not asked.
    pub fn of_leaf(&self, leaf: usize) -> Option<usize> {
        self.cells
            .iter()
            .position(|cell| cell.leaves.contains(&leaf))
    }
}

struct Freeze<'a> {
    tree: &'a Tree,
    people: &'a BTreeMap<usize, People>,
    k: usize,
    cells: Vec<Cell>,
    /// By node, the leaves that are left over there.
    left: BTreeMap<usize, Vec<usize>>,
    not_asked: BTreeSet<usize>,
}

impl Freeze<'_> {
    /// The leaves that are asked, those together that HR counts together.
    fn chosen(&self, choices: &BTreeMap<usize, Choice>) -> Vec<Vec<usize>> {
        let asked = |leaf: &&usize| !self.not_asked.contains(*leaf);
        let mut group_of: BTreeMap<usize, usize> = self
            .people
            .keys()
            .filter(asked)
            .map(|&leaf| (leaf, leaf))
            .collect();
        for (leaf, choice) in choices {
            let Choice::With(host) = choice else { continue };
            if let (Some(&from), Some(&to)) = (group_of.get(leaf), group_of.get(host)) {
                let moved = group_of.values_mut().filter(|group| **group == from);
                moved.for_each(|group| *group = to);
            }
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (leaf, group) in group_of {
            groups.entry(group).or_default().push(leaf);
        }
        groups.into_values().collect()
    }

    fn place(&mut self, leaves: Vec<usize>) {
        let alone = leaves.len() == 1;
        let Some(home) = self.lowest(&leaves) else {
            return;
        };
        let kind = if alone { Kind::Team } else { Kind::Joint };
        let group = Group { home, leaves };
        if self.of(&group.leaves).len() >= self.k {
            self.cells.push(self.cell(group, kind));
        } else {
            let up = if alone { self.tree.above(home) } else { None };
            let left = self.left.entry(up.unwrap_or(home)).or_default();
            left.extend(group.leaves);
        }
    }

    /// From the bottom to the root: enough left over at a node is a pool there.
    fn rise(&mut self) {
        for home in (0..self.tree.len()).rev() {
            let Some(mut leaves) = self.left.remove(&home) else {
                continue;
            };
            leaves.sort_unstable();
            if self.of(&leaves).len() >= self.k {
                self.cells
                    .push(self.cell(Group { home, leaves }, Kind::Pool));
            } else if let Some(above) = self.tree.above(home) {
                self.left.entry(above).or_default().extend(leaves);
            } else {
                self.give_to_pool(home, leaves);
            }
        }
    }

    /// What is left at a root joins the pool nearest to it, which moves there.
    fn give_to_pool(&mut self, root: usize, leaves: Vec<usize>) {
        let pools = self.cells.iter().enumerate();
        let pools = pools.filter(|(_, cell)| cell.kind == Kind::Pool);
        let rank = |cell: &Cell| (self.tree.depth(cell.home), cell.people.len(), cell.home);
        let Some((at, _)) = pools.min_by_key(|(_, cell)| rank(cell)) else {
            self.not_asked.extend(leaves);
            return;
        };
        let pool = self.cells.swap_remove(at);
        let mut group = Group { home: root, leaves };
        group.leaves.extend(pool.leaves);
        self.cells.push(self.cell(group, Kind::Pool));
    }

    /// Two groups that share people and differ by fewer than k would tell of those few: they become one.
    fn join_twins(&mut self) {
        self.sort();
        while let Some((a, b)) = self.first_twins() {
            let (second, first) = (self.cells.remove(b), self.cells.remove(a));
            let pool = first.kind == Kind::Pool || second.kind == Kind::Pool;
            let leaves = [first.leaves, second.leaves].concat();
            let home = self.tree.meeting(first.home, second.home);
            let kind = if pool { Kind::Pool } else { Kind::Joint };
            self.cells.push(self.cell(Group { home, leaves }, kind));
            self.sort();
        }
    }

    fn first_twins(&self) -> Option<(usize, usize)> {
        let mut cells_of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, cell) in self.cells.iter().enumerate() {
            for person in &cell.people {
                cells_of.entry(*person).or_default().push(at);
            }
        }
        let mut pairs = BTreeSet::new();
        for sharing in cells_of.values().filter(|sharing| sharing.len() > 1) {
            for (place, &a) in sharing.iter().enumerate() {
                pairs.extend(sharing.iter().skip(place + 1).map(|&b| (a, b)));
            }
        }
        let twins = |&(a, b): &(usize, usize)| {
            let pair = self.cells.get(a).zip(self.cells.get(b));
            pair.is_some_and(|(a, b)| (1..self.k).contains(&differing(&a.people, &b.people)))
        };
        pairs.into_iter().find(twins)
    }

    fn sort(&mut self) {
        self.cells
            .sort_by(|a, b| (a.home, a.kind, &a.leaves).cmp(&(b.home, b.kind, &b.leaves)));
    }

    fn cell(&self, mut group: Group, kind: Kind) -> Cell {
        group.leaves.sort_unstable();
        Cell {
            home: group.home,
            kind,
            people: self.of(&group.leaves),
            leaves: group.leaves,
        }
    }

    fn of(&self, leaves: &[usize]) -> People {
        union(leaves.iter().filter_map(|leaf| self.people.get(leaf)))
    }

    /// The lowest node that all leaves are in.
    fn lowest(&self, leaves: &[usize]) -> Option<usize> {
        let mut leaves = leaves.iter().copied();
        let first = leaves.next()?;
        Some(leaves.fold(first, |node, leaf| self.tree.meeting(node, leaf)))
    }
}
