use crate::survey::{Dimension, DimensionKind, Item, Role, ScaleKind, Survey};

/// The most items of a scale whose sums are kept.
const WIDEST: usize = 8;

/// How the answers of a survey are counted: the options of its items, and which of them belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// By item; 7 at most.
    pub(super) options: Vec<u8>,
    /// By item, whether it is reversed.
    pub(super) reversed: Vec<bool>,
    /// By dimension.
    pub(super) topics: Vec<Topic>,
    /// By dimension.
    pub(super) scales: Vec<Scale>,
    /// The items that are answered by agreement, in the order shown, and whether they are reversed.
    pub(super) page: Vec<(usize, bool)>,
}

/// Items that are read together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Topic {
    pub items: Vec<usize>,
    /// `None` where they are never a mean.
    pub reading: Option<Reading>,
}

/// How answers become numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// The option, turned round for reversed items.
    Keyed,
    /// The side of the middle it is on.
    Balance,
}

/// Items whose keyed answers are read as one score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// The item, and what its answer is taken from if it is reversed: the options plus 1. 0 if it is not.
    pub(super) items: Vec<(usize, u8)>,
}

impl Shape {
    /// One scale for each dimension of the survey, in their order; calibration and commitments are never a score, so their
    /// scales have no items, and nor has one that is too long.
    pub fn of(survey: &Survey) -> Self {
        let options = |item: &Item| {
            let options = survey.scale_of(item).map_or(0, |scale| scale.options.len());
            u8::try_from(options).unwrap_or(u8::MAX)
        };
        let turned = |item: &Item| if item.reversed { options(item) + 1 } else { 0 };
        let scale = |(index, dimension): (usize, &Dimension)| {
            let scored = dimension.kind.is_scored();
            let summed = scored && survey.items_of(index).count() <= WIDEST;
            let items = survey.items_of(index).filter(move |_| summed);
            Scale {
                items: items.map(|(index, item)| (index, turned(item))).collect(),
            }
        };
        let scales = survey.dimensions.iter().enumerate().map(scale);
        let topic = |(index, dimension): (usize, &Dimension)| Topic {
            items: survey.items_of(index).map(|(item, _)| item).collect(),
            reading: match dimension.kind {
                DimensionKind::Commitment => None,
                DimensionKind::Calibration => Some(Reading::Balance),
                _ => Some(Reading::Keyed),
            },
        };
        Self {
            options: survey.items.iter().map(options).collect(),
            reversed: survey.items.iter().map(|item| item.reversed).collect(),
            topics: survey.dimensions.iter().enumerate().map(topic).collect(),
            scales: scales.collect(),
            page: page(survey),
        }
    }

    /// Items that are counted one by one; `options` is the number of options of each.
    #[cfg(test)]
    pub(super) fn single(options: &[u8]) -> Self {
        Self {
            options: options.to_vec(),
            reversed: vec![false; options.len()],
            topics: Vec::new(),
            scales: Vec::new(),
            page: Vec::new(),
        }
    }

    /// How many options an item has.
    pub(super) fn options(&self, item: usize) -> usize {
        self.options.get(item).map_or(0, |&options| options.into())
    }

    /// An option's place from 1, turned round for a reversed item.
    fn place(&self, item: usize, value: usize) -> f64 {
        let reversed = self.reversed.get(item).is_some_and(|reversed| *reversed);
        match reversed {
            true => (self.options(item) + 1) as f64 - value as f64,
            false => value as f64,
        }
    }

    /// An option from 0 to 100, turned round for a reversed item.
    pub(super) fn keyed(&self, item: usize, value: usize) -> f64 {
        let steps = self.options(item).saturating_sub(1).max(1) as f64;
        100.0 * (self.place(item, value) - 1.0) / steps
    }
}

impl Topic {
    /// What an answer counts, from 0 to 100.
    pub fn weight(&self, shape: &Shape, item: usize, value: usize) -> f64 {
        match self.reading {
            Some(Reading::Balance) => 50.0 + 50.0 * self.points(shape, item, value),
            _ => shape.keyed(item, value),
        }
    }

    /// The same in scale points from 1 up; for a balance -1, 0 and 1.
    pub fn points(&self, shape: &Shape, item: usize, value: usize) -> f64 {
        match self.reading {
            Some(Reading::Balance) => {
                let middle = (shape.options(item) + 1) as f64 / 2.0;
                let side = value as f64 - middle;
                if side == 0.0 { 0.0 } else { side.signum() }
            }
            _ => shape.place(item, value),
        }
    }

    /// How far the weights of two neighbouring options are apart at most.
    pub fn apart(&self, shape: &Shape) -> f64 {
        let options = self.items.iter().map(|&item| shape.options(item)).min();
        match (self.reading, options) {
            (Some(Reading::Balance), _) => 50.0,
            (_, options) => 100.0 / options.unwrap_or(0).saturating_sub(1).max(1) as f64,
        }
    }
}

fn page(survey: &Survey) -> Vec<(usize, bool)> {
    let agreement = |(_, item): &(usize, &Item)| {
        let scale = survey.scale_of(item);
        scale.is_some_and(|scale| scale.kind == ScaleKind::Agreement)
    };
    let items = survey.form(Role::Member).filter(agreement);
    items.map(|(index, item)| (index, item.reversed)).collect()
}
