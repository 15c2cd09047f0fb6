use super::atoms::{Atom, atoms, comment_groups, guarded};
use super::cells::{Cell, Cells, Kind};
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

impl Asked {
    /// Teams that have nobody in common and that nobody chose anything for; `sizes` are those of the leaves.
    ///
    /// # Errors
    /// When a leaf is not in the tree.
    pub fn apart(
        tree: Tree,
        sizes: &BTreeMap<usize, usize>,
        rule: Rule,
    ) -> Result<Self, DisclosureError> {
        let mut people = BTreeMap::new();
        let mut next = 0;
        for (&leaf, &size) in sizes {
            let size = u32::try_from(size).unwrap_or(u32::MAX);
            people.insert(leaf, (next..next + size).collect());
            next += size;
        }
        let cells = Cells::of(&tree, &people, &BTreeMap::new(), rule)?.cells;
        let leaves = sizes.clone();
        Ok(Self {
            tree,
            leaves,
            cells,
        })
    }
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
    /// What follows from the above.
    pub(super) index: Index,
}

/// Who is where, so that nothing has to be looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Index {
    /// By node, its atoms and its leaves.
    figures: Vec<Vec<usize>>,
    below: Vec<Vec<usize>>,
    cell_of_leaf: BTreeMap<usize, usize>,
    atom_of_cell: BTreeMap<usize, usize>,
    /// The leaves with a report of their own.
    own: BTreeMap<usize, usize>,
}

/// Where the people of a leaf are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    In(usize),
    /// They were asked, but are in no figure.
    Nowhere,
    NotAsked,
}

/// What those who lead a leaf read of a wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// The report of its own people.
    Own,
    /// The figures of the atom in which it was asked together with others.
    Together(usize),
    /// No figures: too few answered.
    Nothing,
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
            index: Index::default(),
        }
        .indexed();
        let sum = |node| {
            let mut cells: Vec<usize> = groups
                .figure(node)
                .iter()
                .filter_map(|&atom| groups.atoms.get(atom))
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

    /// The same, so that it can be asked.
    pub(super) fn indexed(self) -> Self {
        let mut index = Index {
            figures: vec![Vec::new(); self.tree.len()],
            below: vec![Vec::new(); self.tree.len()],
            ..Index::default()
        };
        let put = |lists: &mut Vec<Vec<usize>>, from: usize, number: usize| {
            for node in self.tree.path(from) {
                if let Some(list) = lists.get_mut(node) {
                    list.push(number);
                }
            }
        };
        for (number, atom) in self.atoms.iter().enumerate() {
            put(&mut index.figures, atom.home, number);
            let cells = atom.cells.iter().map(|&cell| (cell, number));
            index.atom_of_cell.extend(cells);
            if atom.kind == Kind::Team {
                index.own.insert(atom.home, number);
            }
        }
        for &leaf in self.leaves.keys() {
            put(&mut index.below, leaf, leaf);
        }
        for (number, part) in self.cells.iter().enumerate() {
            let leaves = part.leaves.iter().map(|&leaf| (leaf, number));
            index.cell_of_leaf.extend(leaves);
        }
        Self { index, ..self }
    }

    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    pub fn atoms(&self) -> &[Atom] {
        &self.atoms
    }

    /// The atoms that the figure of a node is the sum of: those at home in it or below; none if it shows
    /// nothing.
    pub fn figure(&self, node: usize) -> &[usize] {
        self.index.figures.get(node).map_or(&[], Vec::as_slice)
    }

    /// Whether a node shows anything.
    pub fn shows(&self, node: usize) -> bool {
        !self.figure(node).is_empty()
    }

    /// The leaves at a node or below it whose people are not in its figure.
    pub fn without(&self, node: usize) -> Vec<usize> {
        let missing = |leaf: &usize| match self.counted(*leaf) {
            Counted::In(atom) => self.figure(node).binary_search(&atom).is_err(),
            Counted::Nowhere | Counted::NotAsked => true,
        };
        let below = self.index.below.get(node).into_iter().flatten();
        below.copied().filter(missing).collect()
    }

    /// The atom that is the report of one leaf alone.
    pub fn own_report(&self, leaf: usize) -> Option<usize> {
        self.index.own.get(&leaf).copied()
    }

    /// What those who lead a leaf read of it. Members were told who reads the report of their cell, so its leaders
    /// do not read what cells show that came together only because too few answered.
    pub fn read_of(&self, leaf: usize) -> Read {
        let Counted::In(number) = self.counted(leaf) else {
            return Read::Nothing;
        };
        match self.atoms.get(number) {
            Some(atom) if atom.kind == Kind::Team => Read::Own,
            Some(atom) if atom.cells.len() == 1 => Read::Together(number),
            _ => Read::Nothing,
        }
    }

    /// Where the people of a leaf are counted.
    pub fn counted(&self, leaf: usize) -> Counted {
        match self.index.cell_of_leaf.get(&leaf) {
            None => Counted::NotAsked,
            Some(&cell) => self.atom_of(cell).map_or(Counted::Nowhere, Counted::In),
        }
    }

    /// The atom that a cell is part of.
    pub fn atom_of(&self, cell: usize) -> Option<usize> {
        self.index.atom_of_cell.get(&cell).copied()
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

    /// The group of comments that is of one atom alone.
    pub fn comment_group_of(&self, atom: usize) -> Option<usize> {
        let alone = |(_, atoms): &(usize, Vec<usize>)| atoms.as_slice() == [atom];
        self.comments.iter().position(alone)
    }

    /// The groups whose comments a node shows: those at home in it or below.
    pub fn comment_groups(&self, node: usize) -> Vec<usize> {
        let groups = self.comments.iter().enumerate();
        let within =
            |(_, (home, _)): &(usize, &(usize, Vec<usize>))| self.tree.is_within(*home, node);
        groups.filter(within).map(|(group, _)| group).collect()
    }
}
