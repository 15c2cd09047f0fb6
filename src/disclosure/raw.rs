use super::rule::DisclosureError;
use super::shape::{Scale, Shape};
use crate::stats::{CarelessFlags, Interval, RawAnswer};
use std::fmt;
use std::sync::Arc;

/// The most items of a scale whose sums are kept.
const WIDEST: usize = 32;

/// What the people directly at one node answered, as sums of whole numbers, so that tallies of parts can be
/// added in any order. It is personal data: it can be neither printed nor stored, only released.
#[derive(Clone, PartialEq, Eq)]
pub struct RawTally {
    shape: Arc<Shape>,
    n: usize,
    /// How many sheets look filled in without reading.
    careless: u64,
    /// Item by item: how many blanks, then how many of each option.
    counts: Vec<u64>,
    /// Scale by scale, over those who answered all of its items: how many they are, and then, item by item,
    /// the sum of its keyed answers and the sums of their products with those of it and every later item.
    sums: Vec<u64>,
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
        let slots = shape.options.iter().map(|options| options + 1).sum();
        let sums = shape.scales.iter().map(Scale::sums).sum();
        Self {
            shape: Arc::clone(shape),
            n: 0,
            careless: 0,
            counts: vec![0; slots],
            sums: vec![0; sums],
        }
    }

    /// Adds one person's answers: the option's value from 1, or `None` for "can't say" and blank.
    ///
    /// # Errors
    /// When the sheet does not fit the items; then nothing is added.
    pub fn add(&mut self, answers: &[Option<u8>]) -> Result<(), DisclosureError> {
        self.check(answers)?;
        let mut rest = self.counts.as_mut_slice();
        for (&options, answer) in self.shape.options.iter().zip(answers) {
            let Some((item, later)) = rest.split_at_mut_checked(options + 1) else {
                break;
            };
            if let Some(count) = item.get_mut(usize::from(answer.unwrap_or(0))) {
                *count += 1;
            }
            rest = later;
        }
        let mut rest = self.sums.as_mut_slice();
        for scale in &self.shape.scales {
            let Some((sums, later)) = rest.split_at_mut_checked(scale.sums()) else {
                break;
            };
            scale.add(answers, sums);
            rest = later;
        }
        self.careless += u64::from(self.shape.careless(answers));
        self.n += 1;
        Ok(())
    }

    fn check(&self, answers: &[Option<u8>]) -> Result<(), DisclosureError> {
        let shape = &self.shape;
        if answers.len() != shape.options.len() {
            return Err(DisclosureError::SheetLength {
                expected: shape.options.len(),
                found: answers.len(),
            });
        }
        for (item, (&options, answer)) in shape.options.iter().zip(answers).enumerate() {
            if let Some(value) = answer.filter(|&value| value == 0 || usize::from(value) > options)
            {
                return Err(DisclosureError::NoSuchOption {
                    item,
                    value,
                    options,
                });
            }
        }
        Ok(())
    }

    /// Adds a tally of other people, which has to be of the same survey.
    pub fn absorb(&mut self, other: &Self) {
        self.n += other.n;
        self.careless += other.careless;
        let pairs = self.counts.iter_mut().zip(&other.counts);
        pairs.for_each(|(mine, theirs)| *mine += theirs);
        let pairs = self.sums.iter_mut().zip(&other.sums);
        pairs.for_each(|(mine, theirs)| *mine += theirs);
    }

    /// How many people it is of.
    pub fn n(&self) -> usize {
        self.n
    }

    pub(super) fn careless(&self) -> u64 {
        self.careless
    }

    pub(super) fn shape(&self) -> &Shape {
        &self.shape
    }

    pub(super) fn same_items(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shape, &other.shape) || self.shape == other.shape
    }

    pub(super) fn items(&self) -> Vec<RawItem> {
        let mut rest = self.counts.iter().map(|&count| count as usize);
        let item = |&options: &usize| RawItem {
            blanks: rest.next().unwrap_or(0),
            counts: rest.by_ref().take(options).collect(),
        };
        self.shape.options.iter().map(item).collect()
    }

    /// In the order of the shape's scales.
    pub(super) fn scales(&self) -> Vec<RawScale> {
        let mut rest = self.sums.iter().copied();
        let scale = |scale: &Scale| {
            let k = scale.items.len();
            let mut raw = RawScale {
                n: rest.next().unwrap_or(0),
                sums: Vec::with_capacity(k),
                products: Vec::with_capacity(k * (k + 1) / 2),
            };
            for item in 0..k {
                raw.sums.extend(rest.next());
                raw.products.extend(rest.by_ref().take(k - item));
            }
            raw
        };
        self.shape.scales.iter().map(scale).collect()
    }
}

impl Shape {
    /// Whether a sheet has both signs of carelessness that need no clock.
    fn careless(&self, answers: &[Option<u8>]) -> bool {
        let answer = |item: usize| answers.get(item).copied().flatten();
        let first = self.page.first().and_then(|(item, _)| answer(*item));
        // Most sheets end here: without a straight line there are not both signs.
        if first.is_none() || self.page.iter().any(|(item, _)| answer(*item) != first) {
            return false;
        }
        let raw = |&(item, reversed): &(usize, bool)| RawAnswer {
            value: answer(item).map(f64::from),
            reversed,
        };
        let page: Vec<RawAnswer> = self.page.iter().map(raw).collect();
        CarelessFlags::of(&[&page], Interval { lo: 1.0, hi: 5.0 }).careless()
    }
}

impl Scale {
    /// How many sums it needs.
    fn sums(&self) -> usize {
        let k = self.items.len();
        1 + k + k * (k + 1) / 2
    }

    /// Adds somebody's answers, if none is blank.
    fn add(&self, answers: &[Option<u8>], sums: &mut [u64]) {
        let mut keyed = [0_u64; WIDEST];
        for ((slot, &item), turned) in keyed.iter_mut().zip(&self.items).zip(&self.turned) {
            let Some(&Some(answer)) = answers.get(item) else {
                return;
            };
            let answer = u64::from(answer);
            *slot = turned.map_or(answer, |turned| turned as u64 - answer);
        }
        let Some(mut keyed) = keyed.get(..self.items.len()) else {
            return;
        };
        let mut sums = sums.iter_mut();
        let mut add = |value| sums.next().map(|sum| *sum += value);
        add(1);
        while let Some((&own, later)) = keyed.split_first() {
            add(own);
            add(own * own);
            later.iter().for_each(|other| {
                add(own * other);
            });
            keyed = later;
        }
    }
}

impl fmt::Debug for RawTally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawTally(hidden)")
    }
}
