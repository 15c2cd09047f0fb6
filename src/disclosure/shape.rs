use crate::survey::{Dimension, Item, Role, ScaleKind, Survey};

/// The most items of a scale whose sums are kept.
const WIDEST: usize = 8;

/// How the answers of a survey are counted: the options of its items, and which of them belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// By item; 7 at most.
    pub(super) options: Vec<u8>,
    pub(super) scales: Vec<Scale>,
    /// The items that are answered by agreement, in the order shown, and whether they are reversed.
    pub(super) page: Vec<(usize, bool)>,
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
        Self {
            options: survey.items.iter().map(options).collect(),
            scales: scales.collect(),
            page: page(survey),
        }
    }

    /// Items that are counted one by one; `options` is the number of options of each.
    #[cfg(test)]
    pub(super) fn single(options: &[u8]) -> Self {
        Self {
            options: options.to_vec(),
            scales: Vec::new(),
            page: Vec::new(),
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
