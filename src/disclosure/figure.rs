use super::clip::ItemTally;
use super::printed::{Printed, Shares, Spread};
use super::release::Release;
use super::shape::Topic;
use super::steps::{self, Steps};
use std::cmp::Ordering;

/// The figures of a node or an atom, as they are printed.
#[derive(Debug, Clone)]
pub struct Figure<'a> {
    pub(super) release: &'a Release,
    pub(super) atoms: Vec<usize>,
    pub(super) n: usize,
    pub(super) sure: usize,
    pub(super) asked: usize,
    pub(super) guarded: bool,
}

/// A figure of one atom before it is printed, from 0 to 100.
struct Part {
    /// The middle of what capping leaves open.
    middle: f64,
    /// How far the truth can be from it.
    reach: f64,
    base: usize,
    capped: bool,
    /// Different people asked, by which atoms are weighted.
    asked: usize,
}

impl<'a> Figure<'a> {
    /// Answer sheets.
    pub fn n(&self) -> usize {
        self.n
    }

    /// At least so many different people answered.
    pub fn sure(&self) -> usize {
        self.sure
    }

    /// Different people asked.
    pub fn asked(&self) -> usize {
        self.asked
    }

    /// Fewer people than a group has were in it or in a group shown shortly before, and not in both.
    pub fn guarded(&self) -> bool {
        self.guarded
    }

    /// Each of its atoms by itself.
    pub fn parts(&self) -> impl Iterator<Item = Figure<'a>> {
        let release = self.release;
        self.atoms
            .iter()
            .filter_map(move |&atom| release.figure(vec![atom]))
    }

    /// Whether it is of one atom.
    pub fn single(&self) -> bool {
        self.atoms.len() == 1
    }

    /// The mean of an item, 0 to 100 on its keyed options.
    pub fn item(&self, item: usize) -> Option<Printed> {
        let shape = &self.release.shape;
        let apart = 100.0 / shape.options(item).saturating_sub(1).max(1) as f64;
        let parts = self.each(|tally| {
            let tally = tally.get(item)?.as_ref()?;
            Some(part(&[(tally, &|value| shape.keyed(item, value))], apart))
        });
        let step = Steps::of(self.n).item(shape.options(item));
        self.printed(&parts, step)
    }

    /// The mean of a topic over its items, 0 to 100; `None` for one that is no mean, and where no atom shows
    /// half of its items.
    pub fn topic(&self, topic: usize) -> Option<Printed> {
        let shape = &self.release.shape;
        let known = shape.topics.get(topic)?;
        let parts = self.each(|tally| {
            let shown = known.shown(tally)?;
            let weights: Vec<_> = shown
                .iter()
                .map(|&(item, tally)| (tally, move |value| known.weight(shape, item, value)))
                .collect();
            let items: Vec<(&ItemTally, &dyn Fn(usize) -> f64)> = weights
                .iter()
                .map(|(tally, weight)| (*tally, weight as &dyn Fn(usize) -> f64))
                .collect();
            Some(part(&items, known.apart(shape)))
        });
        self.printed(&parts, Steps::of(self.n).topic)
    }

    /// How many items of a topic an atom shows, in the order of the survey; `None` for several atoms.
    pub fn items_shown(&self, topic: usize) -> Option<Vec<usize>> {
        let known = self.release.shape.topics.get(topic)?;
        let [atom] = self.atoms.as_slice() else {
            return None;
        };
        let shown = known.shown(self.release.atoms.get(*atom)?)?;
        Some(shown.into_iter().map(|(item, _)| item).collect())
    }

    /// The standard deviation of a topic's items in an atom, in scale points (a balance goes from -1 to 1); `None`
    /// for several atoms, for too few sheets, and where it would tell of those who came or left.
    pub fn spread(&self, topic: usize) -> Option<Spread> {
        let shape = &self.release.shape;
        let known = shape.topics.get(topic)?;
        let [atom] = self.atoms.as_slice() else {
            return None;
        };
        if !Steps::spread(self.n, self.guarded) {
            return None;
        }
        let shown = known.shown(self.release.atoms.get(*atom)?)?;
        let k = shown.len() as f64;
        let (mut at, mut lo, mut hi) = (0.0, 0.0, 0.0);
        for (item, tally) in shown {
            let points = |value| known.points(shape, item, value);
            let ends = tally.variances(&points);
            at += tally.variance(&points) / k;
            lo += ends.0 / k;
            hi += ends.1 / k;
        }
        Some(Spread::of(at, lo, hi))
    }

    /// How the answers to an item are spread over its options as they were given: three bands, or every option.
    pub fn shares(&self, item: usize) -> Option<Shares> {
        let options = self.release.shape.options(item);
        self.spread_over(options, |tally| {
            vec![tally.get(item).and_then(Option::as_ref)]
        })
    }

    /// How the answers to all items of a topic are spread over the options as they were given.
    pub fn sides(&self, topic: usize) -> Option<Shares> {
        let shape = &self.release.shape;
        let known = shape.topics.get(topic)?;
        let options = known.items.first().map(|&item| shape.options(item))?;
        self.spread_over(options, |tally| {
            let shown = known.shown(tally).unwrap_or_default();
            shown.into_iter().map(|(_, tally)| Some(tally)).collect()
        })
    }

    fn spread_over(
        &self,
        options: usize,
        items: impl Fn(&'a [Option<ItemTally>]) -> Vec<Option<&'a ItemTally>>,
    ) -> Option<Shares> {
        let steps = Steps::of(self.n).shares?;
        let bands = if steps.all { options } else { 3 };
        let of_band = |band: usize| {
            self.each(|tally| {
                let within = |value| 100.0 * f64::from(self::band(value, options, bands) == band);
                let items: Vec<(&ItemTally, &dyn Fn(usize) -> f64)> = items(tally)
                    .into_iter()
                    .flatten()
                    .map(|tally| (tally, &within as &dyn Fn(usize) -> f64))
                    .collect();
                (!items.is_empty()).then(|| part(&items, 100.0))
            })
        };
        let share = |band| {
            let share = weighted(&of_band(band), |part| part.middle)?;
            Some(steps::nearest(share, steps.percent))
        };
        let shares: Option<Vec<f64>> = (0..bands).map(share).collect();
        let reach = weighted(&of_band(0), |part| part.reach)?;
        Some(Shares::of(shares?, steps.percent, reach))
    }

    fn each(&self, of: impl Fn(&'a [Option<ItemTally>]) -> Option<Part>) -> Vec<Part> {
        let parts = self.atoms.iter().filter_map(|&atom| {
            let part = of(self.release.atoms.get(atom)?)?;
            let asked = self.release.groups.atoms().get(atom)?.asked;
            Some(Part { asked, ..part })
        });
        parts.collect()
    }

    fn printed(&self, parts: &[Part], step: f64) -> Option<Printed> {
        Some(Printed {
            value: steps::nearest(weighted(parts, |part| part.middle)?, step),
            reach: weighted(parts, |part| part.reach)?,
            base: parts.iter().map(|part| part.base).sum(),
            capped: parts.iter().any(|part| part.capped),
            step,
        })
    }
}

/// The number of the band that an option is in, of as many as there are options or of three; values count from 1.
fn band(value: usize, options: usize, bands: usize) -> usize {
    if bands == options {
        return value - 1;
    }
    match (2 * value).cmp(&(options + 1)) {
        Ordering::Less => 0,
        Ordering::Equal => 1,
        Ordering::Greater => 2,
    }
}

/// The mean over some items of an atom; `apart` is how far two neighbouring options can be from each other.
fn part(items: &[(&ItemTally, &dyn Fn(usize) -> f64)], apart: f64) -> Part {
    let k = items.len() as f64;
    let middle = |(tally, weight): &(&ItemTally, &dyn Fn(usize) -> f64)| {
        let (lo, hi) = tally.range(*weight);
        f64::midpoint(lo, hi)
    };
    Part {
        middle: items.iter().map(middle).sum::<f64>() / k,
        reach: items
            .iter()
            .map(|(tally, _)| tally.reach(apart))
            .sum::<f64>()
            / k,
        base: items
            .iter()
            .map(|(tally, _)| tally.base())
            .min()
            .unwrap_or(0),
        capped: items.iter().any(|(tally, _)| tally.capped()),
        asked: 0,
    }
}

/// Weighted by the people asked; `None` without parts.
fn weighted(parts: &[Part], figure: impl Fn(&Part) -> f64) -> Option<f64> {
    let asked: usize = parts.iter().map(|part| part.asked).sum();
    let sum: f64 = parts
        .iter()
        .map(|part| part.asked as f64 * figure(part))
        .sum();
    (asked > 0).then(|| sum / asked as f64)
}

impl Topic {
    /// The items that an atom shows, if they are at least half of the topic's.
    pub(super) fn shown<'a>(
        &self,
        tally: &'a [Option<ItemTally>],
    ) -> Option<Vec<(usize, &'a ItemTally)>> {
        let item = |&item: &usize| Some((item, tally.get(item)?.as_ref()?));
        let shown: Vec<_> = self.items.iter().filter_map(item).collect();
        let enough = !shown.is_empty() && 2 * shown.len() >= self.items.len();
        (enough && self.reading.is_some()).then_some(shown)
    }
}
