use super::rule::DisclosureError;
use super::shape::Shape;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Counts are kept in rows of so many, a width that processors add at once.
const LANES: usize = 8;

/// A row of counts; what is not needed stays 0.
type Row = [u32; LANES];

/// What the people of one group answered: counts, and how often each page of answers came, so that
/// tallies of parts can be added in any order. It is personal data: it can be neither printed nor stored, only released.
#[derive(Clone, PartialEq, Eq)]
pub struct RawTally {
    shape: Arc<Shape>,
    n: usize,
    /// How many sheets have which answers, 0 for a blank, to the items that are answered by agreement.
    pages: BTreeMap<Box<[u8]>, usize>,
    /// By item: how many blanks, then how many of each option.
    counts: Vec<Row>,
}

/// The counts of one item.
pub(super) struct RawItem {
    pub(super) counts: Vec<usize>,
    pub(super) blanks: usize,
}

impl RawTally {
    /// An empty tally.
    pub fn new(shape: &Arc<Shape>) -> Self {
        Self {
            shape: Arc::clone(shape),
            n: 0,
            pages: BTreeMap::new(),
            counts: vec![[0; LANES]; shape.options.len()],
        }
    }

    /// Adds one person's answers: the option's value from 1, or `None` for "can't say" and blank.
    ///
    /// # Errors
    /// When the sheet does not fit the items; then nothing is added.
    pub fn add(&mut self, answers: &[Option<u8>]) -> Result<(), DisclosureError> {
        if let Err(misfit) = self.count(answers, 1) {
            // What was counted before it was seen is taken back.
            let _ = self.count(answers, u32::MAX);
            return Err(misfit);
        }
        if !self.shape.page.is_empty() {
            *self.pages.entry(self.shape.page_of(answers)).or_default() += 1;
        }
        self.n += 1;
        Ok(())
    }

    /// Counts every answer as so many, with -1 as the largest number.
    fn count(&mut self, answers: &[Option<u8>], times: u32) -> Result<(), DisclosureError> {
        let shape = &self.shape;
        if answers.len() != shape.options.len() {
            return Err(DisclosureError::SheetLength {
                expected: shape.options.len(),
                found: answers.len(),
            });
        }
        let misfit = |options: u8, answer: Option<u8>| {
            answer.is_some_and(|value| value.wrapping_sub(1) >= options)
        };
        let mut fits = true;
        for ((row, &options), &answer) in self.counts.iter_mut().zip(&shape.options).zip(answers) {
            fits &= !misfit(options, answer);
            let slot = usize::from(answer.unwrap_or(0)) % LANES;
            if let Some(count) = row.get_mut(slot) {
                *count = count.wrapping_add(times);
            }
        }
        if fits {
            return Ok(());
        }
        let mut pairs = shape.options.iter().zip(answers);
        let item = pairs.position(|(&options, &answer)| misfit(options, answer));
        let item = item.unwrap_or_default();
        Err(DisclosureError::NoSuchOption {
            item,
            value: answers.get(item).copied().flatten().unwrap_or_default(),
            options: shape
                .options
                .get(item)
                .map_or(0, |options| usize::from(*options)),
        })
    }

    /// Adds a tally of other people, which has to be of the same survey.
    pub fn absorb(&mut self, other: &Self) {
        self.n += other.n;
        for (page, sheets) in &other.pages {
            *self.pages.entry(page.clone()).or_default() += sheets;
        }
        let rows = self.counts.iter_mut().zip(&other.counts);
        rows.for_each(|(mine, theirs)| add(mine, theirs));
    }

    /// How many sheets it is of.
    pub fn n(&self) -> usize {
        self.n
    }

    /// The different pages of items answered by agreement, in the order of the shape's page, each with the
    /// number of sheets that have it; 0 is a blank.
    pub(super) fn pages(&self) -> impl Iterator<Item = (&[u8], usize)> {
        self.pages.iter().map(|(page, sheets)| (&**page, *sheets))
    }

    #[cfg(test)]
    pub(super) fn shape(&self) -> Arc<Shape> {
        Arc::clone(&self.shape)
    }

    pub(super) fn is_of(&self, shape: &Arc<Shape>) -> bool {
        Arc::ptr_eq(&self.shape, shape) || self.shape == *shape
    }

    pub(super) fn items(&self) -> Vec<RawItem> {
        let item = |(row, &options): (&Row, &u8)| {
            let mut counts = row.iter().map(|&count| count as usize);
            RawItem {
                blanks: counts.next().unwrap_or(0),
                counts: counts.take(usize::from(options)).collect(),
            }
        };
        let rows = self.counts.iter().zip(&self.shape.options);
        rows.map(item).collect()
    }
}

fn add(mine: &mut Row, theirs: &Row) {
    mine.iter_mut()
        .zip(theirs)
        .for_each(|(mine, theirs)| *mine += theirs);
}

impl Shape {
    fn page_of(&self, answers: &[Option<u8>]) -> Box<[u8]> {
        let answer = |(item, _): &(usize, bool)| answers.get(*item).copied().flatten().unwrap_or(0);
        self.page.iter().map(answer).collect()
    }
}

impl fmt::Debug for RawTally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawTally(hidden)")
    }
}
