use crate::survey::{DimensionKind, Item, Role, ScaleKind, Survey};

/// How the answers of a survey are counted: the options of its items, and which of them belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// By item.
    pub(super) options: Vec<usize>,
    pub(super) scales: Vec<Scale>,
    /// The items that are answered by agreement, in the order shown, and whether they are reversed.
    pub(super) page: Vec<(usize, bool)>,
}

/// Items whose keyed answers are read as one score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    pub(super) items: Vec<usize>,
    /// Added to the answer of an item, or less it: the options plus 1 for a reversed one, else `None`.
    pub(super) turned: Vec<Option<usize>>,
}

impl Shape {
    /// One scale for each dimension of the survey, in their order; calibration is never a score, so its
    /// scale has no items.
    pub fn of(survey: &Survey) -> Self {
        let options = |item| survey.scale_of(item).map_or(0, |scale| scale.options.len());
        let scale = |(index, dimension): (usize, &crate::survey::Dimension)| {
            let scored = dimension.kind != DimensionKind::Calibration;
            let items = || survey.items_of(index).filter(move |_| scored);
            Scale {
                items: items().map(|(item, _)| item).collect(),
                turned: items()
                    .map(|(_, item)| item.reversed.then(|| options(item) + 1))
                    .collect(),
            }
        };
        Self {
            options: survey.items.iter().map(options).collect(),
            scales: survey.dimensions.iter().enumerate().map(scale).collect(),
            page: page(survey),
        }
    }

    /// Items that are counted one by one; `options` is the number of options of each.
    #[cfg(test)]
    pub(super) fn single(options: &[usize]) -> Self {
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
