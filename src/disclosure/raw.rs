use super::rule::DisclosureError;
use super::shape::{Scale, Shape};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Sums are kept in rows of so many, a width that processors add and multiply at once.
const LANES: usize = 8;

/// A row of counts or sums; what is not needed stays 0. Products of answers are 49 at most, so 80 million people
/// fit in.
type Row = [u32; LANES];

/// What the people of one group answered, as sums of whole numbers, so that tallies of parts can be
/// added in any order. It is personal data: it can be neither printed nor stored, only released.
#[derive(Clone, PartialEq, Eq)]
pub struct RawTally {
    shape: Arc<Shape>,
    n: usize,
    /// How many sheets have which answers, 0 for a blank, to the items that are answered by agreement.
    pages: BTreeMap<Box<[u8]>, usize>,
    /// By item: how many blanks, then how many of each option.
    counts: Vec<Row>,
    /// By scale, over those who answered all of its items.
    sums: Vec<Sums>,
}

/// The sums of one scale.
#[derive(Clone, PartialEq, Eq)]
struct Sums {
    people: u32,
    /// Of the keyed answers of each item.
    answers: Row,
    /// By item, of its keyed answers times those of each item.
    products: Vec<Row>,
}

/// The counts of one item.
pub(super) struct RawItem {
    pub(super) counts: Vec<usize>,
    pub(super) blanks: usize,
}

/// The sums of one scale over those who answered all of its items.
pub(super) struct RawScale {
    pub(super) n: u64,
    pub(super) sums: Vec<u64>,
    /// Row by row, from the diagonal on.
    pub(super) products: Vec<u64>,
}

impl RawTally {
    /// An empty tally.
    pub fn new(shape: &Arc<Shape>) -> Self {
        let sums = |scale: &Scale| Sums {
            people: 0,
            answers: [0; LANES],
            products: vec![[0; LANES]; scale.items.len()],
        };
        Self {
            shape: Arc::clone(shape),
            n: 0,
            pages: BTreeMap::new(),
            counts: vec![[0; LANES]; shape.options.len()],
            sums: shape.scales.iter().map(sums).collect(),
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
        for (scale, sums) in self.shape.scales.iter().zip(&mut self.sums) {
            if let Some(keyed) = scale.keyed(answers) {
                sums.add(&keyed);
            }
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
        for (mine, theirs) in self.sums.iter_mut().zip(&other.sums) {
            mine.people += theirs.people;
            add(&mut mine.answers, &theirs.answers);
            let rows = mine.products.iter_mut().zip(&theirs.products);
            rows.for_each(|(mine, theirs)| add(mine, theirs));
        }
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

    pub(super) fn shape(&self) -> &Arc<Shape> {
        &self.shape
    }

    pub(super) fn same_items(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shape, &other.shape) || self.shape == other.shape
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

    /// In the order of the shape's scales.
    pub(super) fn scales(&self) -> Vec<RawScale> {
        let scale = |sums: &Sums| {
            let k = sums.products.len();
            let whole = |row: &Row, from| -> Vec<u64> {
                let cells = row.iter().take(k).skip(from);
                cells.map(|cell| u64::from(*cell)).collect()
            };
            let rows = sums.products.iter().enumerate();
            RawScale {
                n: u64::from(sums.people),
                sums: whole(&sums.answers, 0),
                products: rows.flat_map(|(item, row)| whole(row, item)).collect(),
            }
        };
        self.sums.iter().map(scale).collect()
    }
}

fn add(mine: &mut Row, theirs: &Row) {
    mine.iter_mut()
        .zip(theirs)
        .for_each(|(mine, theirs)| *mine += theirs);
}

impl Scale {
    /// Somebody's keyed answers, if none is blank.
    fn keyed(&self, answers: &[Option<u8>]) -> Option<[u16; LANES]> {
        let mut keyed = [0; LANES];
        for (slot, &(item, turned)) in keyed.iter_mut().zip(&self.items) {
            let answer = (*answers.get(item)?)?;
            *slot = u16::from(if turned > 0 { turned - answer } else { answer });
        }
        Some(keyed)
    }
}

impl Sums {
    fn add(&mut self, keyed: &[u16; LANES]) {
        self.people += 1;
        let pairs = self.answers.iter_mut().zip(keyed);
        pairs.for_each(|(sum, answer)| *sum += u32::from(*answer));
        for (row, own) in self.products.iter_mut().zip(keyed) {
            let pairs = row.iter_mut().zip(keyed);
            pairs.for_each(|(product, other)| *product += u32::from(own * other));
        }
    }
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
