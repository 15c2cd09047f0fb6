use super::cells::{Cell, Kind};
use super::enough::{Came, Enough};
use super::people::{People, differing, union};
use super::rule::{DisclosureError, Rule};
use super::tree::Tree;
use std::collections::BTreeMap;

/// The smallest group that can be told from the released numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom {
    /// The node whose figure it is part of, as of all above.
    pub home: usize,
    pub kind: Kind,
    /// In ascending order.
    pub cells: Vec<usize>,
    /// Answer sheets.
    pub n: usize,
    /// At least so many different people answered.
    pub sure: usize,
    /// How much of unanimity its counts hide: fewer than c members hold fewer sheets than that.
    pub c: usize,
    /// Different people asked.
    pub asked: usize,
    /// How many of the ballots replaced another one.
    pub replaced: usize,
}

/// A set of groups on its way to becoming an atom.
#[derive(Clone)]
struct Set {
    home: usize,
    kind: Kind,
    parts: Vec<usize>,
}

/// Groups parts of the people from the bottom of a tree to its root: those that are enough stay, the others
/// join each other or a pool.
struct Gathering<'a> {
    tree: &'a Tree,
    enough: &'a Enough<'a>,
    /// The cells of each part.
    parts: &'a [Vec<usize>],
    settled: Vec<Set>,
    nowhere: Vec<usize>,
}

/// The atoms of a wave, in the order of home, kind and cells, and the cells that are counted nowhere.
pub(super) fn atoms(
    tree: &Tree,
    cells: &[Cell],
    came: &[Came],
    rule: Rule,
) -> Result<(Vec<Atom>, Vec<usize>), DisclosureError> {
    let enough = Enough::of(cells, came, rule)?;
    let parts: Vec<Vec<usize>> = (0..cells.len()).map(|cell| vec![cell]).collect();
    let answered = cells.iter().zip(came).enumerate();
    let answered = answered.filter(|(_, (_, came))| came.ballots > 0);
    let sets = answered.map(|(part, (cell, _))| Set {
        home: cell.home,
        kind: cell.kind,
        parts: vec![part],
    });
    let (settled, nowhere) = Gathering::of(tree, &enough, &parts, sets);
    let people = |set: &Set| union(set.parts.iter().filter_map(|&cell| people(cells, cell)));
    let atom = |set: Set| Atom {
        n: enough.ballots(&set.parts),
        sure: enough.sure(&set.parts),
        c: enough.coalition(&set.parts),
        asked: people(&set).len(),
        replaced: enough.replaced(&set.parts),
        home: set.home,
        kind: set.kind,
        cells: set.parts,
    };
    Ok((settled.into_iter().map(atom).collect(), nowhere))
}

/// The same rule once more over the atoms with a larger k: the groups whose comments are shown, each its home
/// and its atoms.
pub(super) fn comment_groups(
    tree: &Tree,
    cells: &[Cell],
    came: &[Came],
    atoms: &[Atom],
    rule: Rule,
) -> Result<Vec<(usize, Vec<usize>)>, DisclosureError> {
    let enough = Enough::of(cells, came, rule)?;
    let parts: Vec<Vec<usize>> = atoms.iter().map(|atom| atom.cells.clone()).collect();
    let sets = atoms.iter().enumerate().map(|(part, atom)| Set {
        home: atom.home,
        kind: atom.kind,
        parts: vec![part],
    });
    let (settled, _) = Gathering::of(tree, &enough, &parts, sets);
    Ok(settled
        .into_iter()
        .map(|set| (set.home, set.parts))
        .collect())
}

/// Whether some people differ from one of `groups` by fewer than k, and by somebody.
pub(super) fn guarded(people: &People, groups: &[People], rule: Rule) -> bool {
    let close = |group: &People| (1..rule.k()).contains(&differing(people, group));
    groups.iter().any(close)
}

fn people(cells: &[Cell], cell: usize) -> Option<&People> {
    cells.get(cell).map(|cell| &cell.people)
}

impl<'a> Gathering<'a> {
    fn of(
        tree: &'a Tree,
        enough: &'a Enough<'a>,
        parts: &'a [Vec<usize>],
        sets: impl Iterator<Item = Set>,
    ) -> (Vec<Set>, Vec<usize>) {
        let mut gathering = Self {
            tree,
            enough,
            parts,
            settled: Vec::new(),
            nowhere: Vec::new(),
        };
        let mut left: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for set in sets {
            if gathering.enough(&set.parts) {
                gathering.settle(set);
                continue;
            }
            let team = set.kind == Kind::Team;
            let up = team.then(|| tree.above(set.home)).flatten();
            let at = left.entry(up.unwrap_or(set.home)).or_default();
            at.extend(set.parts);
        }
        for home in (0..tree.len()).rev() {
            let Some(mut parts) = left.remove(&home) else {
                continue;
            };
            parts.sort_unstable();
            if let Some(parts) = gathering.settle_at(home, parts) {
                match tree.above(home) {
                    Some(above) => left.entry(above).or_default().extend(parts),
                    None => gathering.give_to_pool(home, parts),
                }
            }
        }
        (gathering.settled, gathering.nowhere)
    }

    /// Makes parts a pool at a node, or adds them to its first pool with which they are enough; what is not
    /// enough either way comes back.
    fn settle_at(&mut self, home: usize, parts: Vec<usize>) -> Option<Vec<usize>> {
        if self.enough(&parts) {
            let kind = Kind::Pool;
            self.settle(Set { home, kind, parts });
            return None;
        }
        let fits =
            |set: &&Set| set.home == home && set.kind == Kind::Pool && self.fits(set, &parts);
        match self.settled.iter().find(fits).cloned() {
            Some(pool) => self.join(&pool, home, &parts),
            None => return Some(parts),
        }
        None
    }

    /// What is left at the root joins the pool nearest to it with which it is enough; the pool moves there.
    fn give_to_pool(&mut self, root: usize, parts: Vec<usize>) {
        let pools = self.settled.iter();
        let pools = pools.filter(|set| set.kind == Kind::Pool && self.fits(set, &parts));
        let rank = |set: &&Set| {
            let ballots = self.enough.ballots(&self.cells(&set.parts));
            (self.tree.depth(set.home), ballots)
        };
        match pools.min_by_key(rank).cloned() {
            Some(pool) => self.join(&pool, root, &parts),
            None => self.nowhere = parts,
        }
    }

    fn join(&mut self, pool: &Set, home: usize, parts: &[usize]) {
        self.settled.retain(|set| set.parts != pool.parts);
        let mut parts = [&pool.parts, parts].concat();
        parts.sort_unstable();
        let kind = Kind::Pool;
        self.settle(Set { home, kind, parts });
    }

    /// Settled sets stay in the order of home, kind and parts.
    fn settle(&mut self, set: Set) {
        let key = |set: &Set| (set.home, set.kind, set.parts.clone());
        let at = self.settled.partition_point(|one| key(one) < key(&set));
        self.settled.insert(at, set);
    }

    fn fits(&self, pool: &Set, parts: &[usize]) -> bool {
        self.enough(&[&pool.parts, parts].concat())
    }

    fn enough(&self, parts: &[usize]) -> bool {
        self.enough.holds(&self.cells(parts))
    }

    fn cells(&self, parts: &[usize]) -> Vec<usize> {
        let cells = parts.iter().filter_map(|&part| self.parts.get(part));
        let mut cells: Vec<usize> = cells.flatten().copied().collect();
        cells.sort_unstable();
        cells
    }
}
