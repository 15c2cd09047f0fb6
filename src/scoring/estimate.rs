use super::observed::{Observed, shown};
use super::parameters::DimensionParameters;
use super::reading::Reading;
use crate::disclosure::{NodeTally, Released};
use crate::stats::{Precision, StatsError};
use crate::survey::{Item, Survey};

/// A part of a unit whose answers are counted together, and how many of it were invited.
pub struct Stratum<'a> {
    pub tally: &'a Released<NodeTally>,
    pub invited: usize,
}

/// A dimension's mean among the members of one unit, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// `n` is the number of answers to the item with the fewest.
    pub precision: Precision,
    /// A value was capped, so the mean is a range.
    pub capped: bool,
}

impl Estimate {
    /// Weighted over the strata that show the dimension; `wanted` says which of its items to read.
    pub(super) fn of(
        survey: &Survey,
        dimension: usize,
        reading: Reading,
        strata: &[Stratum<'_>],
        parameters: &DimensionParameters,
        wanted: &dyn Fn(&Item) -> bool,
    ) -> Result<Option<Self>, StatsError> {
        let mut samples = Vec::with_capacity(strata.len());
        let mut capped = false;
        for stratum in strata {
            let shown = shown(survey, dimension, stratum.tally, wanted);
            let seen =
                shown.and_then(|shown| Observed::of(&shown, reading, &parameters.correlations));
            if let Some(observed) = seen {
                samples.push(observed.sample(stratum.invited)?);
                capped |= observed.capped;
            }
        }
        let precision = Precision::of(&samples, &parameters.basis(reading));
        Ok(precision.map(|precision| Self { precision, capped }))
    }

    /// The middle of the range that capping leaves.
    pub fn mean(&self) -> f64 {
        self.precision.mean.middle()
    }
}
