use super::raw::RawItem;
use super::rule::Rule;

/// One item's clipped counts in an atom or a sum of atoms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemTally {
    pub(super) counts: Vec<usize>,
    pub(super) blanks: usize,
    /// Per option, how many answers shown at its neighbour may have been given here.
    slack: Vec<usize>,
    capped: bool,
    /// It is of one atom.
    single: bool,
}

/// Clips one item of one atom: a category with more than n - c people gives the surplus to its neighbour
/// towards the middle. A blank is a category too, but needs no clipping: where more than n - c are blank,
/// fewer than c answered, and with fewer than k answers the item is not shown (`None`).
pub(super) fn clip(raw: &RawItem, rule: Rule) -> Option<ItemTally> {
    let base: usize = raw.counts.iter().sum();
    let cap = rule.cap(base + raw.blanks);
    let mut counts = raw.counts.clone();
    if let Some(full) = counts.iter().position(|&count| count > cap) {
        let surplus = counts.get(full)? - cap;
        *counts.get_mut(full)? = cap;
        *counts.get_mut(towards_middle(full, raw.counts.len())?)? += surplus;
    }
    ItemTally::of_atom(counts, raw.blanks, rule)
}

/// The option that takes the surplus of `option`; that of the very middle goes down. `None` when there is
/// only one option.
fn towards_middle(option: usize, options: usize) -> Option<usize> {
    if 2 * option + 1 < options {
        Some(option + 1)
    } else {
        option.checked_sub(1)
    }
}

impl ItemTally {
    /// Clipped counts of one atom; `None` when they are too few to show or not clipped.
    pub(super) fn of_atom(counts: Vec<usize>, blanks: usize, rule: Rule) -> Option<Self> {
        let base: usize = counts.iter().sum();
        let cap = rule.cap(base + blanks);
        if base < rule.k() || counts.iter().any(|&count| count > cap) {
            return None;
        }
        // Only a category that stands at the cap can have been higher, by what its neighbour shows at most.
        let from_neighbour = |(option, &count): (usize, &usize)| {
            let neighbour = towards_middle(option, counts.len()).filter(|_| count == cap);
            neighbour
                .and_then(|at| counts.get(at).copied())
                .unwrap_or(0)
        };
        let slack = counts.iter().enumerate().map(from_neighbour).collect();
        let capped = counts.contains(&cap);
        Some(Self {
            counts,
            blanks,
            slack,
            capped,
            single: true,
        })
    }

    /// How many chose an option.
    pub fn base(&self) -> usize {
        self.counts.iter().sum()
    }

    pub fn options(&self) -> usize {
        self.counts.len()
    }

    /// How many were asked and chose none.
    pub fn blanks(&self) -> usize {
        self.blanks
    }

    /// An atom in it shows as many people in one category as it may, so that unanimity stays hidden.
    pub fn capped(&self) -> bool {
        self.capped
    }

    /// The smallest and the largest sum of `weight(value)` over the answers, among all answers that would
    /// have been clipped to these counts. Values count from 1. Divided by `base` this is the range of a mean
    /// or a share; its middle is the figure to print.
    pub fn range(&self, weight: impl Fn(usize) -> f64) -> (f64, f64) {
        let sum = self
            .counts
            .iter()
            .zip(1..)
            .map(|(&count, value)| count as f64 * weight(value))
            .sum();
        let (mut lo, mut hi): (f64, f64) = (sum, sum);
        for (option, &slack) in self
            .slack
            .iter()
            .enumerate()
            .filter(|(_, slack)| **slack > 0)
        {
            if let Some(neighbour) = towards_middle(option, self.counts.len()) {
                let shift = slack as f64 * (weight(option + 1) - weight(neighbour + 1));
                lo += shift.min(0.0);
                hi += shift.max(0.0);
            }
        }
        (lo, hi)
    }

    /// Variance (n - 1) of `points(value)` over the clipped answers; 0 below two answers.
    pub fn variance(&self, points: impl Fn(usize) -> f64) -> f64 {
        variance(&self.counts, &points)
    }

    /// The smallest and the largest variance of `points(value)` among all answers that would have been clipped
    /// to these counts. `None` for a sum of atoms, whose answers can be clipped each in its own way.
    pub fn variances(&self, points: impl Fn(usize) -> f64) -> Option<(f64, f64)> {
        if !self.single {
            return None;
        }
        let shown = variance(&self.counts, &points);
        let (mut lo, mut hi) = (shown, shown);
        // At most one category had more than the cap, for the cap is half of the people or more.
        for (option, &slack) in self.slack.iter().enumerate() {
            for moved in 1..=slack {
                if let Some(counts) = self.with_back(option, moved) {
                    let possible = variance(&counts, &points);
                    lo = lo.min(possible);
                    hi = hi.max(possible);
                }
            }
        }
        Some((lo, hi))
    }

    /// The counts before `moved` answers to `option` were shown at its neighbour.
    fn with_back(&self, option: usize, moved: usize) -> Option<Vec<usize>> {
        let mut counts = self.counts.clone();
        let neighbour = counts.get_mut(towards_middle(option, self.counts.len())?)?;
        *neighbour = neighbour.checked_sub(moved)?;
        *counts.get_mut(option)? += moved;
        Some(counts)
    }

    pub(super) fn absorb(&mut self, other: &Self) {
        self.blanks += other.blanks;
        self.capped |= other.capped;
        self.single = false;
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        for (slack, more) in self.slack.iter_mut().zip(&other.slack) {
            *slack += more;
        }
    }
}

/// Variance (n - 1) of `points(value)` over counts of the values from 1.
fn variance(counts: &[usize], points: &impl Fn(usize) -> f64) -> f64 {
    let weighed = || {
        counts
            .iter()
            .zip(1..)
            .map(|(&count, value)| (count as f64, points(value)))
    };
    let n: f64 = weighed().map(|(count, _)| count).sum();
    if n < 2.0 {
        return 0.0;
    }
    let mean = weighed().map(|(count, points)| count * points).sum::<f64>() / n;
    let squares = weighed().map(|(count, points)| count * (points - mean).powi(2));
    squares.sum::<f64>() / (n - 1.0)
}
