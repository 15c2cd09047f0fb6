use super::{SCALE, keyed};
use crate::stats::Interval;
use crate::survey::{Item, Survey};

/// How the answers to the items of a dimension become numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Points from 1 to 5, reversed items turned round.
    Keyed,
    /// Involvement: -1 for too little, 0 for right, 1 for too much.
    Balance,
    /// Involvement: 1 for too little, else 0.
    TooLittle,
    /// Involvement: 1 for right, else 0.
    Right,
    /// Involvement: 1 for too much, else 0.
    TooMuch,
}

impl Reading {
    /// Those of a calibration.
    pub const INVOLVEMENT: [Self; 4] = [Self::Balance, Self::TooLittle, Self::Right, Self::TooMuch];

    /// The number of an option's value, counted from 1.
    pub fn of(self, item: &Item, value: usize) -> f64 {
        match self {
            Self::Keyed => keyed(item, value as f64),
            Self::Balance => f64::from(value > 3) - f64::from(value < 3),
            Self::TooLittle => f64::from(value < 3),
            Self::Right => f64::from(value == 3),
            Self::TooMuch => f64::from(value > 3),
        }
    }

    /// The smallest and the largest number.
    pub fn scale(self) -> Interval {
        let (lo, hi) = match self {
            Self::Keyed => (SCALE.lo, SCALE.hi),
            Self::Balance => (-1.0, 1.0),
            Self::TooLittle | Self::Right | Self::TooMuch => (0.0, 1.0),
        };
        Interval { lo, hi }
    }

    /// The variance within teams where there is no data yet. For involvement a judgement: half of the answers
    /// on one side, three items that correlate as the survey declares.
    pub fn declared(self, survey: &Survey, dimension: usize) -> f64 {
        match (self, survey.items_of(dimension).count()) {
            (Self::Keyed, 1) => survey.scoring.item_variance,
            (Self::Keyed, _) => survey.scoring.scale_variance,
            (Self::Balance, _) => 0.30,
            (Self::TooLittle | Self::Right | Self::TooMuch, _) => 0.15,
        }
    }
}
