/// The version of this table, which the promise names.
pub const STEP_TABLE: u8 = 1;

/// From so many sheets on it is told how answers are spread over the options.
pub const SHARED: usize = 20;

/// From so many sheets on a standard deviation is printed.
const SPREAD: usize = 10;
/// From so many on a standard deviation is printed however near the group is to one that was shown before.
const UNGUARDED: usize = 40;

/// In which steps a figure of `n` answer sheets is printed; in points of 0 to 100, shares in percent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Steps {
    pub topic: f64,
    /// `None`: the nearest answer option.
    item: Option<f64>,
    pub shares: Option<ShareSteps>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ShareSteps {
    pub percent: f64,
    /// Every option has its share, not only three bands.
    pub all: bool,
}

impl Steps {
    pub fn of(n: usize) -> Self {
        let steps = |topic, item, shares: Option<(f64, bool)>| Self {
            topic,
            item,
            shares: shares.map(|(percent, all)| ShareSteps { percent, all }),
        };
        match n {
            0..10 => steps(5.0, None, None),
            10..SHARED => steps(5.0, Some(10.0), None),
            SHARED..40 => steps(5.0, Some(10.0), Some((10.0, false))),
            40..100 => steps(2.0, Some(5.0), Some((5.0, true))),
            100.. => steps(1.0, Some(1.0), Some((1.0, true))),
        }
    }

    /// For an item with so many answer options.
    pub fn item(&self, options: usize) -> f64 {
        let apart = 100.0 / options.saturating_sub(1).max(1) as f64;
        self.item.unwrap_or(apart)
    }

    /// Whether standard deviations are printed.
    pub fn spread(n: usize, guarded: bool) -> bool {
        n >= SPREAD && (n >= UNGUARDED || !guarded)
    }
}

/// The nearest step; half a step goes up, whatever a sum rounds to in its last digits.
pub(super) fn nearest(value: f64, step: f64) -> f64 {
    (value / step + 0.5 + 1e-9).floor() * step
}

/// The step at `value` or below it, so that what is printed contains it.
pub(super) fn down(value: f64, step: f64) -> f64 {
    (value / step + 1e-9).floor() * step
}

/// The step at `value` or above it.
pub(super) fn up(value: f64, step: f64) -> f64 {
    (value / step - 1e-9).ceil() * step
}
