use super::raw::RawItem;

/// What an atom's counts have to keep to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Answer sheets.
    pub n: usize,
    /// No category shows more than n - c.
    pub c: usize,
    /// An item is shown from so many answers on.
    pub fewest: usize,
}

/// One item's clipped counts in an atom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ItemTally {
    pub(super) counts: Vec<usize>,
    pub(super) blanks: usize,
    /// What stands at the cap: the option, and how many answers shown at its neighbour may be its own.
    slack: Vec<(usize, usize)>,
    c: usize,
}

/// Clips one item of one atom: a category with more than n - c answers gives the surplus to its neighbour
/// towards the middle. A blank is a category too, but needs no clipping: where more than n - c are blank, fewer
/// than c answered, and with too few answers the item is not shown (`None`).
pub(super) fn clip(raw: &RawItem, limits: Limits) -> Option<ItemTally> {
    let cap = limits.n.saturating_sub(limits.c);
    let mut counts = raw.counts.clone();
    if let Some(full) = counts.iter().position(|&count| count > cap) {
        let surplus = counts.get(full)? - cap;
        *counts.get_mut(full)? = cap;
        *counts.get_mut(towards_middle(full, raw.counts.len())?)? += surplus;
    }
    ItemTally::of_atom(counts, raw.blanks, limits)
}

/// The option that takes the surplus of `option`; that of the very middle goes down. `None` when there is
/// only one option.
pub(super) fn towards_middle(option: usize, options: usize) -> Option<usize> {
    if 2 * option + 1 < options {
        Some(option + 1)
    } else {
        option.checked_sub(1)
    }
}

impl ItemTally {
    /// Clipped counts of one atom; `None` when they are too few to show or not clipped.
    pub fn of_atom(counts: Vec<usize>, blanks: usize, limits: Limits) -> Option<Self> {
        let cap = limits.n.saturating_sub(limits.c);
        let base: usize = counts.iter().sum();
        if base < limits.fewest || counts.iter().any(|&count| count > cap) {
            return None;
        }
        // Only a category that stands at the cap can have been higher, by what its neighbour shows at most.
        let full = counts
            .iter()
            .enumerate()
            .filter(|(_, count)| **count == cap);
        let slack = full.map(|(option, _)| {
            let neighbour = towards_middle(option, counts.len());
            let shown = neighbour.and_then(|at| counts.get(at)).copied();
            (option, shown.unwrap_or(0))
        });
        Some(Self {
            slack: slack.collect(),
            counts,
            blanks,
            c: limits.c,
        })
    }

    /// How many chose an option.
    pub fn base(&self) -> usize {
        self.counts.iter().sum()
    }

    /// As many people are shown in one category as may be, so that unanimity stays hidden.
    pub fn capped(&self) -> bool {
        !self.slack.is_empty()
    }

    /// The smallest and the largest mean of `weight(value)` among all answers that would have been clipped to
    /// these counts. Values count from 1.
    pub fn range(&self, weight: &dyn Fn(usize) -> f64) -> (f64, f64) {
        let counts = self.counts.iter().zip(1..);
        let sum = counts
            .map(|(&count, value)| count as f64 * weight(value))
            .sum();
        let (mut lo, mut hi): (f64, f64) = (sum, sum);
        for &(option, slack) in &self.slack {
            if let Some(neighbour) = towards_middle(option, self.counts.len()) {
                let shift = slack as f64 * (weight(option + 1) - weight(neighbour + 1));
                lo += shift.min(0.0);
                hi += shift.max(0.0);
            }
        }
        let base = self.base() as f64;
        (lo / base, hi / base)
    }

    /// The most that the true mean can be away from the middle of [`range`](Self::range), for options that are
    /// `apart`. It depends on nothing but the base and on being capped: at most c - blanks answers are shown
    /// beside the option at the cap, and where 2c answers came two options may stand at it, each beside the other.
    pub fn reach(&self, apart: f64) -> f64 {
        if !self.capped() {
            return 0.0;
        }
        let beside = self.c.saturating_sub(self.blanks) as f64;
        let sides = if self.base() == 2 * self.c { 2.0 } else { 1.0 };
        sides * beside * apart / 2.0 / self.base() as f64
    }

    /// Variance (n - 1) of `points(value)` over the clipped answers.
    pub fn variance(&self, points: &dyn Fn(usize) -> f64) -> f64 {
        variance(&self.counts, points)
    }

    /// The smallest and the largest variance of `points(value)` among all answers that would have been clipped
    /// to these counts.
    pub fn variances(&self, points: &dyn Fn(usize) -> f64) -> (f64, f64) {
        let shown = variance(&self.counts, points);
        let (mut lo, mut hi) = (shown, shown);
        // At most one category had more than the cap, for the cap is half of the sheets or more.
        for &(option, slack) in &self.slack {
            for moved in 1..=slack {
                if let Some(counts) = self.with_back(option, moved) {
                    let possible = variance(&counts, points);
                    lo = lo.min(possible);
                    hi = hi.max(possible);
                }
            }
        }
        (lo, hi)
    }

    /// The counts before `moved` answers to `option` were shown at its neighbour.
    fn with_back(&self, option: usize, moved: usize) -> Option<Vec<usize>> {
        let mut counts = self.counts.clone();
        let neighbour = counts.get_mut(towards_middle(option, self.counts.len())?)?;
        *neighbour = neighbour.checked_sub(moved)?;
        *counts.get_mut(option)? += moved;
        Some(counts)
    }
}

/// Variance (n - 1) of `points(value)` over counts of the values from 1; 0 below two answers.
fn variance(counts: &[usize], points: &dyn Fn(usize) -> f64) -> f64 {
    let weighed = || {
        let counts = counts.iter().zip(1..);
        counts.map(|(&count, value)| (count as f64, points(value)))
    };
    let n: f64 = weighed().map(|(count, _)| count).sum();
    if n < 2.0 {
        return 0.0;
    }
    let mean = weighed().map(|(count, points)| count * points).sum::<f64>() / n;
    let squares = weighed().map(|(count, points)| count * (points - mean).powi(2));
    squares.sum::<f64>() / (n - 1.0)
}
