//! Figures of whole answer sheets. A column at the cap in its atom takes no part: what it hides must not show
//! in how it goes together with others.

use super::clip::ItemTally;
use super::organisation::{Careless, ScaleFigures};
use super::raw::RawTally;
use super::shape::{Scale, Shape};
use super::steps;
use crate::stats::{self, Anova, CarelessFlags, Covariance, Group, Interval, OneFactor, RawAnswer};

/// Fewest people and groups over which figures of persons' answers to several items are released.
const PEOPLE: f64 = 50.0;
const TEAMS: usize = 10;
/// Fewest degrees of freedom and groups for two items of such a scale: where one of them is capped they are left
/// out. Judgement.
const DEGREES: f64 = 20.0;
const PAIRED: usize = 5;
/// Fewest people for omega and for careless sheets.
const MANY: usize = 100;
/// In what steps they are printed.
const STEP: f64 = 0.05;
/// Careless sheets are judged by so many columns or more, and told in steps of so many percent.
const COLUMNS: usize = 4;
const PERCENT: usize = 5;

/// The people of one atom who answered all items of a scale that are shown there.
struct Part {
    sheets: usize,
    n: u64,
    /// By item of the scale; of one that is not shown nothing is known.
    columns: Vec<Option<Column>>,
    /// The sums of keyed answers and of their products, 0 for an item that is not shown.
    sums: Vec<u64>,
    products: Vec<Vec<u64>>,
}

/// One item of the scale in that atom, as its clipped counts show it.
struct Column {
    capped: bool,
    mean: f64,
    variance: f64,
}

/// The figures of a scale.
pub(super) fn figures(
    shape: &Shape,
    scale: &Scale,
    raw: &[RawTally],
    atoms: &[Vec<Option<ItemTally>>],
) -> Option<ScaleFigures> {
    let parts = raw.iter().zip(atoms);
    let parts: Vec<Part> = parts
        .filter_map(|(raw, atom)| Part::of(shape, scale, raw, atom))
        .collect();
    let people: u64 = parts.iter().map(|part| part.n).sum();
    let several = parts.iter().filter(|part| part.n > 1).count();
    if (people as f64) < PEOPLE || several < TEAMS {
        return None;
    }
    let k = scale.items.len();
    let pairs = (0..k).flat_map(|i| (i + 1..k).map(move |j| (i, j)));
    let within = within(k, &parts);
    let omega = within
        .as_ref()
        .and_then(|within| OneFactor::fit(within).ok());
    let scores: Option<Vec<Group>> = Some(parts.iter().filter_map(Part::score).collect());
    let anova = scores.filter(|scores| scores.len() >= TEAMS);
    let anova = anova.and_then(|scores| Anova::of(&scores));
    Some(ScaleFigures {
        people: parts.iter().map(|part| part.sheets).sum(),
        teams: several,
        correlations: pairs
            .map(|(i, j)| Pair::of(&parts, i, j)?.correlation().map(printed))
            .collect(),
        alpha: within.as_ref().and_then(stats::alpha).map(printed),
        omega: omega
            .filter(|_| people >= MANY as u64)
            .map(|factor| printed(factor.omega())),
        icc1: anova.and_then(|anova| anova.icc1(anova.n0)).map(printed),
        icc2: anova.and_then(|anova| anova.icc2()).map(printed),
    })
}

impl Part {
    /// `None` where fewer than two items are shown, or nobody answered them all. An item that is not shown takes no
    /// part: not even who skipped it may be seen.
    fn of(
        shape: &Shape,
        scale: &Scale,
        raw: &RawTally,
        atom: &[Option<ItemTally>],
    ) -> Option<Self> {
        // Where on a page the answer to each item of the scale is, if it is shown.
        let place = |&(item, turned): &(usize, u8)| {
            let place = shape.page.iter().position(|(known, _)| *known == item)?;
            let column = Column::of(atom.get(item)?.as_ref()?, turned);
            Some(((place, turned), column))
        };
        let (places, columns): (Vec<_>, Vec<_>) =
            scale.items.iter().map(|item| place(item).unzip()).unzip();
        if places.iter().flatten().count() < 2 {
            return None;
        }
        let k = places.len();
        let mut part = Self {
            sheets: raw.n(),
            n: 0,
            columns,
            sums: vec![0; k],
            products: vec![vec![0; k]; k],
        };
        for (page, sheets) in raw.pages() {
            if let Some(keyed) = keyed(page, &places) {
                part.add(&keyed, sheets as u64);
            }
        }
        (part.n > 0).then_some(part)
    }

    fn add(&mut self, keyed: &[u64], sheets: u64) {
        self.n += sheets;
        for ((sum, row), own) in self.sums.iter_mut().zip(&mut self.products).zip(keyed) {
            *sum += sheets * own;
            let pairs = row.iter_mut().zip(keyed);
            pairs.for_each(|(product, other)| *product += sheets * own * other);
        }
    }

    fn free(&self, item: usize) -> bool {
        let column = self.columns.get(item).and_then(Option::as_ref);
        column.is_some_and(|column| !column.capped)
    }

    /// The sum of products about the own means; `None` for an item that is not there.
    fn scatter(&self, i: usize, j: usize) -> Option<f64> {
        let whole = |number: &u64| i128::from(*number);
        let n = i128::from(self.n);
        // In whole numbers nothing cancels.
        let product = self.products.get(i)?.get(j).map(whole)?;
        let apart = n * product - whole(self.sums.get(i)?) * whole(self.sums.get(j)?);
        Some(apart as f64 / n as f64)
    }

    /// The sums of the score. A capped column has its clipped mean and variance, and goes together with none.
    /// `None` where an item is not shown.
    fn score(&self) -> Option<Group> {
        let n = self.n as f64;
        let (mut sum, mut scatter) = (0.0, 0.0);
        for (i, column) in self.columns.iter().enumerate() {
            let column = column.as_ref()?;
            if column.capped {
                sum += n * column.mean;
                scatter += (n - 1.0) * column.variance;
                continue;
            }
            sum += *self.sums.get(i)? as f64;
            let free = (0..self.columns.len()).filter(|&j| self.free(j));
            let own: Option<f64> = free.map(|j| self.scatter(i, j)).sum();
            scatter += own?;
        }
        Some(Group {
            n,
            sum,
            squares: scatter + sum * sum / n,
        })
    }
}

/// The keyed answers on a page, 0 for an item that is not looked at; `None` if one is blank.
fn keyed(page: &[u8], places: &[Option<(usize, u8)>]) -> Option<Vec<u64>> {
    let answer = |place: &Option<(usize, u8)>| match place {
        None => Some(0),
        Some((place, turned)) => {
            let answer = page.get(*place).filter(|answer| **answer > 0)?;
            let keyed = if *turned > 0 {
                turned.checked_sub(*answer)?
            } else {
                *answer
            };
            Some(u64::from(keyed))
        }
    };
    places.iter().map(answer).collect()
}

impl Column {
    fn of(tally: &ItemTally, turned: u8) -> Self {
        let points = |value: usize| match turned {
            0 => value as f64,
            turned => f64::from(turned) - value as f64,
        };
        let counts = tally.counts.iter().zip(1..);
        let sum: f64 = counts.map(|(&n, value)| n as f64 * points(value)).sum();
        Self {
            capped: tally.capped(),
            mean: sum / tally.base() as f64,
            variance: tally.variance(&points),
        }
    }
}

/// Two items over the atoms where neither is capped.
struct Pair {
    /// The pooled covariance and both variances.
    together: f64,
    own: [f64; 2],
}

impl Pair {
    fn of(parts: &[Part], i: usize, j: usize) -> Option<Self> {
        let free = || parts.iter().filter(|part| part.free(i) && part.free(j));
        let people: f64 = free().map(|part| part.n as f64).sum();
        let several = free().filter(|part| part.n > 1).count();
        let df = people - free().count() as f64;
        if df < DEGREES || several < PAIRED {
            return None;
        }
        let pooled = |i, j| {
            let scatter: Option<f64> = free().map(|part| part.scatter(i, j)).sum();
            Some(scatter? / df)
        };
        Some(Self {
            together: pooled(i, j)?,
            own: [pooled(i, i)?, pooled(j, j)?],
        })
    }

    fn correlation(&self) -> Option<f64> {
        let [a, b] = self.own;
        (a > 0.0 && b > 0.0).then(|| (self.together / (a.sqrt() * b.sqrt())).clamp(-1.0, 1.0))
    }
}

/// The pooled covariance within groups; `None` where a pair of items has none.
fn within(k: usize, parts: &[Part]) -> Option<Covariance> {
    let cell = |i, j| Some(Pair::of(parts, i, j)?.together);
    let all = (0..k).flat_map(|i| (i..k).map(move |j| (i, j)));
    let cells: Option<Vec<((usize, usize), f64)>> =
        all.map(|(i, j)| Some(((i, j), cell(i, j)?))).collect();
    let cells: std::collections::BTreeMap<_, _> = cells?.into_iter().collect();
    Some(Covariance::of(k, |i, j| {
        cells.get(&(i, j)).copied().unwrap_or_default()
    }))
}

/// The share of sheets that look filled in without reading, by the columns that are not capped in their atom.
pub(super) fn careless(
    shape: &Shape,
    raw: &[RawTally],
    atoms: &[Vec<Option<ItemTally>>],
) -> Option<Careless> {
    let (mut sheets, mut careless) = (0, 0);
    for (raw, atom) in raw.iter().zip(atoms) {
        let free = |(item, _): &(usize, bool)| {
            let tally = atom.get(*item).and_then(Option::as_ref);
            tally.is_some_and(|tally| !tally.capped())
        };
        let columns: Vec<bool> = shape.page.iter().map(free).collect();
        if columns.iter().filter(|free| **free).count() < COLUMNS {
            continue;
        }
        for (page, number) in raw.pages() {
            let answers = page.iter().zip(&shape.page).zip(&columns);
            let answers: Vec<RawAnswer> = answers
                .filter(|(_, free)| **free)
                .map(|((&value, &(_, reversed)), _)| RawAnswer {
                    value: (value > 0).then(|| f64::from(value)),
                    reversed,
                })
                .collect();
            let flags = CarelessFlags::of(&[&answers], Interval { lo: 1.0, hi: 5.0 });
            sheets += number;
            careless += if flags.careless() { number } else { 0 };
        }
    }
    (sheets >= MANY).then(|| Careless {
        percent: (200 * careless / sheets + PERCENT) / (2 * PERCENT) * PERCENT,
        sheets,
    })
}

fn printed(value: f64) -> f64 {
    (steps::nearest(value, STEP) * 100.0).round() / 100.0
}
