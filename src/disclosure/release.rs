use super::atoms::Atom;
use super::clip::{ItemTally, Limits, clip};
use super::enough::Came;
use super::figure::Figure;
use super::groups::{Asked, Groups};
use super::organisation::Organisation;
use super::people::People;
use super::raw::RawTally;
use super::rule::{DisclosureError, Rule};
use super::shape::Shape;
use std::ops::Deref;
use std::sync::Arc;

/// A value that went through disclosure control. Only this room can make one.
#[derive(Debug, Clone, PartialEq)]
pub struct Released<T>(pub(super) T);

/// One wave's results: the clipped atoms and which nodes are sums of which.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    pub(super) rule: Rule,
    pub(super) shape: Arc<Shape>,
    pub(super) groups: Groups,
    /// By atom and item. `None`: too few answered it.
    pub(super) atoms: Vec<Vec<Option<ItemTally>>>,
    pub(super) organisation: Organisation,
}

/// What came in for a wave: by cell the ballots and what is in them.
pub struct Ballots<'a> {
    pub shape: &'a Arc<Shape>,
    pub came: &'a [Came],
    pub tallies: &'a [RawTally],
    /// The people of every group that was shown a short while ago.
    pub shown: &'a [People],
}

/// Releases a wave from what came in for each of its cells.
///
/// # Errors
/// When the tallies do not fit the cells or each other.
pub fn release(
    asked: &Asked,
    ballots: &Ballots<'_>,
    rule: Rule,
) -> Result<Released<Release>, DisclosureError> {
    check(asked, ballots)?;
    let shape = Arc::clone(ballots.shape);
    let groups = Groups::of(asked, ballots.came, ballots.shown, rule)?;
    let raw: Vec<RawTally> = groups
        .atoms()
        .iter()
        .map(|atom| together(&shape, atom, ballots.tallies))
        .collect();
    let clipped = |(atom, raw): (&Atom, &RawTally)| -> Vec<Option<ItemTally>> {
        let limits = limits(atom, rule);
        let items = raw.items();
        items.iter().map(|item| clip(item, limits)).collect()
    };
    let atoms: Vec<_> = groups.atoms().iter().zip(&raw).map(clipped).collect();
    let organisation = Organisation::of(&shape, &groups, &raw, &atoms);
    Ok(Released(Release {
        rule,
        shape,
        groups,
        atoms,
        organisation,
    }))
}

/// What the counts of an atom have to keep to.
pub(super) fn limits(atom: &Atom, rule: Rule) -> Limits {
    Limits {
        n: atom.n,
        c: atom.c,
        fewest: rule.k() + atom.n - atom.sure.min(atom.n),
    }
}

fn together(shape: &Arc<Shape>, atom: &Atom, tallies: &[RawTally]) -> RawTally {
    let mut sum = RawTally::new(shape);
    let cells = atom.cells.iter().filter_map(|&cell| tallies.get(cell));
    cells.for_each(|tally| sum.absorb(tally));
    sum
}

fn check(asked: &Asked, ballots: &Ballots<'_>) -> Result<(), DisclosureError> {
    let Ballots { came, tallies, .. } = ballots;
    let cells = asked.cells.len();
    if tallies.len() != cells || came.len() != cells {
        return Err(DisclosureError::CountMissing {
            cells,
            given: tallies.len().min(came.len()),
        });
    }
    for (cell, (tally, came)) in tallies.iter().zip(*came).enumerate() {
        if tally.n() != came.ballots {
            return Err(DisclosureError::CountMismatch {
                cell,
                ballots: came.ballots,
                counted: tally.n(),
            });
        }
        if !tally.is_of(ballots.shape) {
            return Err(DisclosureError::OtherItems { cell });
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

    pub fn groups(&self) -> &Groups {
        &self.groups
    }

    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    /// The figure that is the sum of some atoms which no node has together, so its people are added up.
    pub(super) fn figure(&self, atoms: Vec<usize>) -> Option<Figure<'_>> {
        let known: Vec<&Atom> = atoms
            .iter()
            .filter_map(|&atom| self.groups.atoms().get(atom))
            .collect();
        let guarded = |&atom: &usize| {
            self.groups
                .guarded
                .get(atom)
                .is_some_and(|guarded| *guarded)
        };
        (!known.is_empty()).then(|| Figure {
            release: self,
            n: known.iter().map(|atom| atom.n).sum(),
            sure: known.iter().map(|atom| atom.sure).sum(),
            asked: known.iter().map(|atom| atom.asked).sum(),
            guarded: atoms.iter().any(guarded),
            atoms,
        })
    }
}

impl Released<Release> {
    /// The figures of a node; `None` if it shows nothing.
    pub fn node(&self, node: usize) -> Option<Figure<'_>> {
        let sum = self.groups.sums.get(node)?.as_ref()?;
        Some(Figure {
            sure: sum.sure,
            asked: sum.asked,
            guarded: sum.guarded,
            ..self.figure(self.groups.figure(node).to_vec())?
        })
    }

    /// The figures of one atom, by its number.
    pub fn atom(&self, atom: usize) -> Option<Figure<'_>> {
        self.figure(vec![atom])
    }
}
