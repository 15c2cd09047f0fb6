use super::steps;

/// A figure in its steps. Only this room can make one, and everything that is derived from it is a function of
/// what is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Printed {
    pub(super) value: f64,
    pub(super) step: f64,
    pub(super) reach: f64,
    pub(super) base: usize,
    pub(super) capped: bool,
}

impl Printed {
    /// From 0 to 100, in steps.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// How large a step is.
    pub fn step(&self) -> f64 {
        self.step
    }

    /// How far the true figure can be from the middle of what capping leaves open, which is what was rounded.
    pub fn reach(&self) -> f64 {
        self.reach
    }

    /// Answers; to the item with the fewest, for a topic.
    pub fn base(&self) -> usize {
        self.base
    }

    /// A value was capped.
    pub fn capped(&self) -> bool {
        self.capped
    }

    /// The lower end of a range on the figure's scale, outwards in its steps.
    pub fn down(&self, end: f64) -> f64 {
        steps::down(end, self.step)
    }

    /// The upper end, outwards in its steps.
    pub fn up(&self, end: f64) -> f64 {
        steps::up(end, self.step)
    }

    /// The nearest step; half a step goes up.
    pub fn nearest(&self, value: f64) -> f64 {
        steps::nearest(value, self.step)
    }
}

/// A standard deviation in tenths of a scale point, and the range that capping leaves, outwards in tenths.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    at: f64,
    lo: f64,
    hi: f64,
}

const TENTH: f64 = 0.1;

impl Spread {
    /// From variances.
    pub(super) fn of(at: f64, lo: f64, hi: f64) -> Self {
        Self {
            at: tenths(steps::nearest(at.sqrt(), TENTH)),
            lo: tenths(steps::down(lo.sqrt(), TENTH)),
            hi: tenths(steps::up(hi.sqrt(), TENTH)),
        }
    }

    pub fn at(&self) -> f64 {
        self.at
    }

    pub fn lo(&self) -> f64 {
        self.lo
    }

    pub fn hi(&self) -> f64 {
        self.hi
    }
}

/// Without the last digits that multiples of a tenth leave.
pub(super) fn tenths(value: f64) -> f64 {
    (10.0 * value).round() / 10.0
}

/// Percent of the answers, by option or in three bands, each in its steps, so that they need not add up to 100.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    percent: Vec<f64>,
    step: f64,
    reach: f64,
}

impl Shares {
    pub(super) fn of(percent: Vec<f64>, step: f64, reach: f64) -> Self {
        Self {
            percent,
            step,
            reach,
        }
    }

    pub fn percent(&self) -> &[f64] {
        &self.percent
    }

    /// How large a step is.
    pub fn step(&self) -> f64 {
        self.step
    }

    /// How far a true share can be from what capping leaves open of it.
    pub fn reach(&self) -> f64 {
        self.reach
    }

    /// Below the middle, in the middle and above it.
    pub fn bands(&self) -> [f64; 3] {
        let mut bands = [0.0; 3];
        for (option, share) in self.percent.iter().enumerate() {
            let [low, middle, high] = &mut bands;
            let band = match (2 * option + 1).cmp(&self.percent.len()) {
                std::cmp::Ordering::Less => low,
                std::cmp::Ordering::Equal => middle,
                std::cmp::Ordering::Greater => high,
            };
            *band += share;
        }
        bands
    }
}
