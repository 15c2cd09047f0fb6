use crate::disclosure::{Figure, Printed};
use crate::stats::Interval;
use crate::survey::{DimensionKind, Survey};

/// How the answers to the items of a dimension become numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Points from 1 to 5, reversed items turned round.
    Keyed,
    /// Involvement: -1 for too little, 0 for right, 1 for too much.
    Balance,
}

/// What is printed of a dimension, from 0 to 100.
#[derive(Debug, Clone)]
pub(super) struct Read {
    pub value: f64,
    pub step: f64,
    /// How far the truth can be from the middle of what capping leaves open.
    pub reach: f64,
    pub base: usize,
    pub capped: bool,
}

impl Reading {
    /// `None` for a dimension that is never a mean.
    pub fn of(survey: &Survey, dimension: usize) -> Option<Self> {
        match survey.dimensions.get(dimension)?.kind {
            DimensionKind::Commitment => None,
            DimensionKind::Calibration => Some(Self::Balance),
            _ => Some(Self::Keyed),
        }
    }

    /// The smallest and the largest number.
    pub fn scale(self) -> Interval {
        match self {
            Self::Keyed => super::SCALE,
            Self::Balance => Interval { lo: -1.0, hi: 1.0 },
        }
    }

    /// The number that is printed as `value`, 0 to 100.
    pub fn number(self, value: f64) -> f64 {
        self.scale().lo + self.distance(value)
    }

    /// The distance that is printed as `value`, 0 to 100.
    pub fn distance(self, value: f64) -> f64 {
        (self.scale().hi - self.scale().lo) * value / 100.0
    }

    /// What is printed for a number.
    pub fn value(self, number: f64) -> f64 {
        100.0 * (number - self.scale().lo) / (self.scale().hi - self.scale().lo)
    }

    /// The variance within teams where there is no data yet. For involvement a judgement: half of the answers
    /// on one side, three items that correlate as the survey declares.
    pub fn declared(self, survey: &Survey, dimension: usize) -> f64 {
        match (self, survey.items_of(dimension).count()) {
            (Self::Keyed, 1) => survey.scoring.item_variance,
            (Self::Keyed, _) => survey.scoring.scale_variance,
            (Self::Balance, _) => 0.30,
        }
    }
}

impl Read {
    /// What a figure prints of a dimension: its topic, or only some of its items, if half of these are shown.
    pub fn of(figure: &Figure<'_>, dimension: usize, only: Option<&[usize]>) -> Option<Self> {
        let Some(items) = only else {
            return figure.topic(dimension).as_ref().map(Self::from);
        };
        let shown = items.iter().filter_map(|&item| figure.item(item));
        let shown: Vec<Printed> = shown.collect();
        let k = shown.len() as f64;
        let enough = !shown.is_empty() && 2 * shown.len() >= items.len();
        let mean = |part: fn(&Printed) -> f64| shown.iter().map(part).sum::<f64>() / k;
        Some(Self {
            value: mean(Printed::value),
            reach: mean(Printed::reach),
            // What rounding does to the items is independent.
            step: shown.iter().map(Printed::step).fold(0.0, f64::hypot) / k,
            base: shown.iter().map(Printed::base).min()?,
            capped: shown.iter().any(Printed::capped),
        })
        .filter(|_| enough)
    }

    /// What capping leaves open, as numbers.
    pub fn range(&self, reading: Reading) -> Interval {
        self.around(reading, self.reach)
    }

    /// What capping and rounding leave open, as numbers.
    pub fn possible(&self, reading: Reading) -> Interval {
        self.around(reading, self.reach + self.step / 2.0)
    }

    fn around(&self, reading: Reading, margin: f64) -> Interval {
        let (at, margin) = (reading.number(self.value), reading.distance(margin));
        Interval {
            lo: at - margin,
            hi: at + margin,
        }
    }
}

impl From<&Printed> for Read {
    fn from(printed: &Printed) -> Self {
        Self {
            value: printed.value(),
            step: printed.step(),
            reach: printed.reach(),
            base: printed.base(),
            capped: printed.capped(),
        }
    }
}
