use super::cells::Cell;
use super::people::People;
use super::rule::{DisclosureError, Rule};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What came in from a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Came {
    /// Ballots that count.
    pub ballots: usize,
    /// The people who have a second one.
    pub replaced: People,
}

/// Which sets of cells may be shown together, told by different people and not by ballots.
pub(super) struct Enough<'a> {
    cells: &'a [Cell],
    came: &'a [Came],
    rule: Rule,
}

impl<'a> Enough<'a> {
    /// # Errors
    /// When the counts do not fit the cells, or more ballots came than people could have sent.
    pub fn of(cells: &'a [Cell], came: &'a [Came], rule: Rule) -> Result<Self, DisclosureError> {
        if cells.len() != came.len() {
            return Err(DisclosureError::CountMissing {
                cells: cells.len(),
                given: came.len(),
            });
        }
        for (at, (cell, came)) in cells.iter().zip(came).enumerate() {
            let asked = cell.people.len();
            if came.ballots > asked + came.replaced.len() {
                return Err(DisclosureError::TooManyBallots {
                    cell: at,
                    asked,
                    ballots: came.ballots,
                });
            }
        }
        Ok(Self { cells, came, rule })
    }

    /// At least k different people answered, and twice as many ballots came as a coalition can hold.
    pub fn holds(&self, set: &[usize]) -> bool {
        let ballots = self.ballots(set);
        // The costly conditions last; most sets that are not enough fail by their ballots alone.
        ballots >= self.rule.k()
            && self.sure(set) >= self.rule.k()
            && ballots >= 2 * self.coalition(set)
    }

    pub fn ballots(&self, set: &[usize]) -> usize {
        self.over(set).map(|(_, came)| came.ballots).sum()
    }

    pub fn replaced(&self, set: &[usize]) -> usize {
        self.over(set).map(|(_, came)| came.replaced.len()).sum()
    }

    /// So many different people answered at least; it needs no link between a ballot and anybody.
    pub fn sure(&self, set: &[usize]) -> usize {
        let people = |came: &Came| came.ballots.saturating_sub(came.replaced.len());
        let mut cells: Vec<_> = self.over(set).collect();
        cells.sort_by_key(|(_, came)| Reverse(people(came)));
        let mut before = BTreeSet::new();
        let mut sure = 0;
        for (cell, came) in cells {
            let known = cell.people.iter().filter(|one| !before.insert(**one));
            sure += people(came).saturating_sub(known.count());
        }
        sure
    }

    /// c and the c - 1 most ballots that somebody can hold beyond the first: fewer than c people hold fewer
    /// than so many.
    pub fn coalition(&self, set: &[usize]) -> usize {
        let mut held: BTreeMap<u32, usize> = BTreeMap::new();
        for (cell, came) in self.over(set) {
            for person in cell.people.iter().chain(&came.replaced) {
                *held.entry(*person).or_default() += 1;
            }
        }
        let mut extras: Vec<usize> = held.into_values().map(|held| held - 1).collect();
        extras.sort_unstable_by_key(|&extra| Reverse(extra));
        let c = self.rule.c();
        c + extras.iter().take(c - 1).sum::<usize>()
    }

    fn over(&self, set: &[usize]) -> impl Iterator<Item = (&'a Cell, &'a Came)> {
        let pair = |&cell: &usize| self.cells.get(cell).zip(self.came.get(cell));
        set.iter().filter_map(pair)
    }
}
