use super::atoms::{Atom, atoms, comment_groups, guarded};
use super::cells::{Cell, Kind};
use super::enough::{Came, Enough};
use super::people::{People, union};
use super::rule::{DisclosureError, Rule};
use super::tree::Tree;
use std::collections::BTreeMap;

/// Comments are shown of this many different people or more.
pub const COMMENTED: usize = 10;

/// Whom a wave asks: the tree, how many people each leaf has, and the groups they are counted in.
#[derive(Debug, Clone)]
pub struct Asked {
    pub tree: Tree,
    /// Different people by leaf, also of those that are not asked.
    pub leaves: BTreeMap<usize, usize>,
    /// In the order of home, kind and leaves.
    pub cells: Vec<Cell>,
}

/// A cell as everybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub kind: Kind,
    pub leaves: Vec<usize>,
}

/// What a node shows: the sum of its atoms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sum {
    /// At least so many different people answered.
    pub sure: usize,
    /// Different people asked.
    pub asked: usize,
    /// It differs from a group that was shown a short while ago by fewer people than a group has.
    pub guarded: bool,
}

/// Which atoms there are, which nodes are sums of which, and who is missing where. It depends on sizes only: a
/// choice that looked at answers would give them away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    pub(super) tree: Tree,
    pub(super) leaves: BTreeMap<usize, usize>,
    pub(super) cells: Vec<Part>,
    pub(super) atoms: Vec<Atom>,
    /// By atom.
    pub(super) guarded: Vec<bool>,
    /// By node; `None` without any atom.
    pub(super) sums: Vec<Option<Sum>>,
    /// Cells that are in no figure.
    pub(super) nowhere: Vec<usize>,
    /// The groups whose comments are shown: the home and the atoms of each.
    pub(super) comments: Vec<(usize, Vec<usize>)>,
}

/// Where the people of a leaf are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    In(usize),
    /// They were asked, but are in no figure.
    Nowhere,
    NotAsked,
}

impl Groups {
    /// From what came in by cell; `shown` are the people of every group that a wave showed a short while ago.
    ///
    /// # Errors
    /// When the counts do not fit the cells.
    pub fn of(
        asked: &Asked,
        came: &[Came],
        shown: &[People],
        rule: Rule,
    ) -> Result<Self, DisclosureError> {
        let Asked { tree, cells, .. } = asked;
        let (atoms, nowhere) = atoms(tree, cells, came, rule)?;
        let for_comments = Rule::new(rule.k().max(COMMENTED), rule.c())?;
        let comments = comment_groups(tree, cells, came, &atoms, for_comments)?;
        let enough = Enough::of(cells, came, rule)?;
        let people = |set: &[usize]| -> People {
            union(
                set.iter()
                    .filter_map(|&cell| cells.get(cell))
                    .map(|cell| &cell.people),
            )
        };
        let part = |cell: &Cell| Part {
            kind: cell.kind,
            leaves: cell.leaves.clone(),
        };
        let mut groups = Self {
            tree: tree.clone(),
            leaves: asked.leaves.clone(),
            cells: cells.iter().map(part).collect(),
            guarded: atoms
                .iter()
                .map(|atom| guarded(&people(&atom.cells), shown, rule))
                .collect(),
            sums: Vec::new(),
            atoms,
            nowhere,
            comments,
        };
        let sum = |node| {
            let mut cells: Vec<usize> = groups
                .figure(node)
                .filter_map(|atom| groups.atoms.get(atom))
                .flat_map(|atom| atom.cells.iter().copied())
                .collect();
            cells.sort_unstable();
            let people = people(&cells);
            (!cells.is_empty()).then(|| Sum {
                sure: enough.sure(&cells),
                asked: people.len(),
                guarded: guarded(&people, shown, rule),
            })
        };
        groups.sums = (0..tree.len()).map(sum).collect();
        Ok(groups)
    }

    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    pub fn atoms(&self) -> &[Atom] {
        &self.atoms
    }

    /// The atoms that the figure of a node is the sum of: those at home in it or below; none if it shows
    /// nothing.
    pub fn figure(&self, node: usize) -> impl Iterator<Item = usize> {
        let atoms = self.atoms.iter().enumerate();
        let within = move |(_, atom): &(usize, &Atom)| self.tree.is_within(atom.home, node);
        atoms.filter(within).map(|(number, _)| number)
    }

    /// Whether a node shows anything.
    pub fn shows(&self, node: usize) -> bool {
        self.figure(node).next().is_some()
    }

    /// The leaves at a node or below it whose people are not in its figure.
    pub fn without(&self, node: usize) -> Vec<usize> {
        let figure: Vec<usize> = self.figure(node).collect();
        let missing = |leaf: &usize| match self.counted(*leaf) {
            Counted::In(atom) => !figure.contains(&atom),
            Counted::Nowhere | Counted::NotAsked => true,
        };
        let leaves = self.leaves.keys().copied();
        let below = leaves.filter(|leaf| self.tree.is_within(*leaf, node));
        below.filter(missing).collect()
    }

    /// The atom that is the report of one leaf alone.
    pub fn own_report(&self, leaf: usize) -> Option<usize> {
        let alone = |atom: &Atom| atom.kind == Kind::Team && atom.home == leaf;
        self.atoms.iter().position(alone)
    }

    /// Where the people of a leaf are counted.
    pub fn counted(&self, leaf: usize) -> Counted {
        let holds = |part: &Part| part.leaves.contains(&leaf);
        match self.cells.iter().position(holds) {
            None => Counted::NotAsked,
            Some(cell) => self.atom_of(cell).map_or(Counted::Nowhere, Counted::In),
        }
    }

    /// The atom that a cell is part of.
    pub fn atom_of(&self, cell: usize) -> Option<usize> {
        let holds = |atom: &Atom| atom.cells.binary_search(&cell).is_ok();
        self.atoms.iter().position(holds)
    }

    /// How many people a leaf has, whether they are asked or not.
    pub fn people(&self, leaf: usize) -> usize {
        self.leaves.get(&leaf).copied().unwrap_or(0)
    }

    /// The leaves whose people are in an atom, in ascending order.
    pub fn leaves(&self, atom: usize) -> Vec<usize> {
        let cells = self.atoms.get(atom).map_or(&[][..], |atom| &atom.cells);
        let cells = cells.iter().filter_map(|&cell| self.cells.get(cell));
        let mut leaves: Vec<usize> = cells.flat_map(|part| &part.leaves).copied().collect();
        leaves.sort_unstable();
        leaves
    }

    /// Cells whose people are in no figure, because too few answered.
    pub fn nowhere(&self) -> &[usize] {
        &self.nowhere
    }

    /// The group that the comments of a cell are shown with.
    pub fn comment_group(&self, cell: usize) -> Option<usize> {
        let atom = self.atom_of(cell)?;
        let holds = |(_, atoms): &(usize, Vec<usize>)| atoms.contains(&atom);
        self.comments.iter().position(holds)
    }

    /// The groups whose comments a node shows: those at home in it or below.
    pub fn comment_groups(&self, node: usize) -> Vec<usize> {
        let groups = self.comments.iter().enumerate();
        let within =
            |(_, (home, _)): &(usize, &(usize, Vec<usize>))| self.tree.is_within(*home, node);
        groups.filter(within).map(|(group, _)| group).collect()
    }
}
