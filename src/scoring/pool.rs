use super::estimate::Observed;
use crate::disclosure::{Release, Released};
use crate::stats::pooled_variance;
use crate::survey::Survey;

/// The variance of scale scores within teams, per dimension, for one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct Pool(Vec<f64>);

impl Pool {
    /// Pooled over the wave's atoms if they hold at least 20 degrees of freedom, else as the survey declares.
    pub fn of(survey: &Survey, release: &Released<Release>) -> Self {
        let atoms: Vec<_> = (0..release.partition().atoms().len())
            .filter_map(|atom| release.atom(atom))
            .collect();
        let pooled = |dimension| {
            let observed = atoms
                .iter()
                .filter_map(|atom| Observed::of(survey, dimension, atom));
            pooled_variance(observed.map(|seen| (seen.base, seen.variance)))
                .unwrap_or_else(|| declared(survey, dimension))
        };
        Self((0..survey.dimensions.len()).map(pooled).collect())
    }

    pub(super) fn variance(&self, survey: &Survey, dimension: usize) -> f64 {
        self.0
            .get(dimension)
            .copied()
            .unwrap_or_else(|| declared(survey, dimension))
    }
}

fn declared(survey: &Survey, dimension: usize) -> f64 {
    match survey.items_of(dimension).count() {
        1 => survey.scoring.item_variance,
        _ => survey.scoring.scale_variance,
    }
}
