use super::clip::{ItemTally, clip};
use super::organisation::Organisation;
use super::partition::{Node, Partition};
use super::raw::RawTally;
use super::rule::{DisclosureError, Rule};
use std::ops::Deref;

/// A value that went through disclosure control. Only this room can make one.
#[derive(Debug, Clone, PartialEq)]
pub struct Released<T>(pub(super) T);

/// One wave's results: the clipped atoms and which nodes are sums of which.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    pub(super) rule: Rule,
    pub(super) partition: Partition,
    pub(super) atoms: Vec<Released<NodeTally>>,
    pub(super) organisation: Organisation,
}

/// The clipped counts of a published node or of an atom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeTally {
    pub n: usize,
    /// By item. `None`: fewer than k of any of its atoms answered it.
    pub items: Vec<Option<ItemTally>>,
}

/// Releases a wave from each node's own people: `nodes` and `tallies` in the same order.
///
/// # Errors
/// When the tree is out of order, or the tallies do not fit it or each other.
pub fn release(
    nodes: &[Node],
    tallies: &[RawTally],
    rule: Rule,
) -> Result<Released<Release>, DisclosureError> {
    check(nodes, tallies)?;
    let partition = Partition::of(nodes, rule)?;
    let clipped = |atom: &super::Atom| {
        let mut members = atom.nodes.iter().filter_map(|&node| tallies.get(node));
        let mut sum = members.next()?.clone();
        members.for_each(|tally| sum.absorb(tally));
        Some(Released(NodeTally {
            n: atom.n,
            items: sum.items().iter().map(|item| clip(item, rule)).collect(),
        }))
    };
    let atoms = partition.atoms().iter().filter_map(clipped).collect();
    Ok(Released(Release {
        rule,
        partition,
        atoms,
        organisation: Organisation::of(tallies),
    }))
}

fn check(nodes: &[Node], tallies: &[RawTally]) -> Result<(), DisclosureError> {
    if nodes.len() != tallies.len() {
        return Err(DisclosureError::TallyMissing {
            nodes: nodes.len(),
            tallies: tallies.len(),
        });
    }
    for (node, (&Node { own, .. }, tally)) in nodes.iter().zip(tallies).enumerate() {
        if own != tally.n() {
            return Err(DisclosureError::CountMismatch {
                node,
                own,
                counted: tally.n(),
            });
        }
        if tallies
            .first()
            .is_some_and(|first| !first.same_items(tally))
        {
            return Err(DisclosureError::OtherItems { node });
        }
    }
    Ok(())
}

impl<T> Deref for Released<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl Release {
    pub fn rule(&self) -> Rule {
        self.rule
    }

    pub fn partition(&self) -> &Partition {
        &self.partition
    }

    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }
}

impl Released<Release> {
    /// The sum of the atoms of `node`; `None` if it is not published. An item that an atom cannot show is
    /// missing from the sum for that item.
    pub fn node(&self, node: usize) -> Option<Released<NodeTally>> {
        let mut atoms = self
            .partition
            .published(node)?
            .iter()
            .filter_map(|&atom| self.atoms.get(atom));
        let mut sum = atoms.next()?.clone();
        atoms.for_each(|atom| sum.0.absorb(atom));
        Some(sum)
    }

    /// One atom, by its index in the partition.
    pub fn atom(&self, atom: usize) -> Option<&Released<NodeTally>> {
        self.atoms.get(atom)
    }
}

impl NodeTally {
    fn absorb(&mut self, other: &Self) {
        self.n += other.n;
        for (mine, theirs) in self.items.iter_mut().zip(&other.items) {
            match (mine.as_mut(), theirs) {
                (Some(sum), Some(more)) => sum.absorb(more),
                (None, more) => mine.clone_from(more),
                (Some(_), None) => {}
            }
        }
    }
}
