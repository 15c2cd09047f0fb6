use super::parameters::{DimensionParameters, Parameters};
use super::reading::{Read, Reading};
use super::score_0_100;
use crate::disclosure::Figure;
use crate::stats::{Interval, Precision, Sample, StatsError, TopicFigures, Turnout};
use crate::survey::Survey;

/// The members of a unit: what is printed of them, and what its precision rests on besides.
pub(super) struct Members<'a> {
    pub survey: &'a Survey,
    pub figure: Figure<'a>,
    pub parameters: &'a Parameters,
}

/// A dimension's mean among the members of one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// In points from 1 to 5; the balance of involvement from -1 to 1. `n` is the number of answers to the item
    /// with the fewest.
    pub precision: Precision,
    /// A value was capped, so the mean is a range.
    pub capped: bool,
    /// In what steps of 0 to 100 it is printed.
    pub step: f64,
    /// What the unit would say if everybody answered once more, 95 %; on the same scale as the mean.
    pub again: Interval,
    /// The same as `precision`, but for the error that printing in steps adds: comparisons count that by itself.
    exact: Precision,
    reading: Reading,
}

impl Estimate {
    /// From what is printed of the unit and of each of its atoms; `only` says which items of the dimension to
    /// read. `None` where too little is shown.
    pub(super) fn of(
        members: &Members<'_>,
        dimension: usize,
        only: Option<&[usize]>,
    ) -> Result<Option<Self>, StatsError> {
        let Some(reading) = Reading::of(members.survey, dimension) else {
            return Ok(None);
        };
        let Some(read) = Read::of(&members.figure, dimension, only) else {
            return Ok(None);
        };
        let parameters = members.parameters.of_dimension(dimension)?;
        let mut samples = Vec::new();
        for part in members.figure.parts() {
            let Some(own) = Read::of(&part, dimension, only) else {
                continue;
            };
            let variance = variance(members.survey, &part, dimension, parameters)?;
            let possible = own.possible(reading);
            samples.push(Sample::of(turnout(&part, own.base), possible, variance)?);
        }
        let basis = parameters.basis()?;
        let Some(exact) = Precision::of(&samples, &basis) else {
            return Ok(None);
        };
        let mean = read.range(reading);
        let exact = Precision {
            bounds: exact.bounds.within(reading.scale()),
            mean,
            ..exact
        };
        let precision = exact.in_steps(mean, reading.distance(read.step));
        Ok(Some(Self {
            again: precision.again(&basis),
            precision,
            exact,
            capped: read.capped,
            step: read.step,
            reading,
        }))
    }

    /// In points, or the balance.
    pub fn mean(&self) -> f64 {
        self.precision.mean.middle()
    }

    /// The figure as it is printed, from 0 to 100.
    pub fn printed(&self) -> f64 {
        self.near(self.mean())
    }

    /// What is compared with a leader or with another wave: the mean, and what is printed of `items`.
    pub(super) fn figures(&self, figure: &Figure<'_>, items: &[usize]) -> TopicFigures {
        let middle = |item: &usize| Some(self.reading.number(figure.item(*item)?.value()));
        TopicFigures {
            precision: self.exact,
            items: items.iter().map(middle).collect(),
            step: self.reading.distance(self.step),
        }
    }

    /// A range of the same numbers as it is printed, from 0 to 100: outwards in steps.
    pub fn outwards(&self, range: Interval) -> Interval {
        let step = |end| self.reading.value(end) / self.step;
        Interval {
            lo: (step(range.lo) + 1e-9).floor() * self.step,
            hi: (step(range.hi) - 1e-9).ceil() * self.step,
        }
    }

    /// The same in points, or as a balance.
    pub fn outwards_in_points(&self, range: Interval) -> Interval {
        let printed = self.outwards(range);
        Interval {
            lo: self.reading.number(printed.lo),
            hi: self.reading.number(printed.hi),
        }
    }

    fn near(&self, number: f64) -> f64 {
        (self.reading.value(number) / self.step).round() * self.step
    }
}

/// How many answered: of those who left the item blank none need be one of those who surely answered.
pub(super) fn turnout(figure: &Figure<'_>, base: usize) -> Turnout {
    Turnout {
        answers: base,
        people: figure
            .sure()
            .saturating_sub(figure.n().saturating_sub(base)),
        invited: figure.asked(),
    }
}

/// The variance of a person's score in an atom: from the printed standard deviation of its items, else that of the
/// organisation.
fn variance(
    survey: &Survey,
    atom: &Figure<'_>,
    dimension: usize,
    parameters: &DimensionParameters,
) -> Result<f64, StatsError> {
    let Some((spread, items)) = atom.spread(dimension).zip(atom.items_shown(dimension)) else {
        return parameters.variance();
    };
    let places = survey.items_of(dimension).enumerate();
    let places = places.filter(|(_, (item, _))| items.contains(item));
    let places: Vec<usize> = places.map(|(place, _)| place).collect();
    Ok(spread.at() * spread.at() * parameters.correlations.together(&places))
}

/// The mean of several figures of one unit, in points: in the largest of their steps, half a step up. `None` if
/// one of them is missing.
pub(super) fn overall(means: &[Option<Estimate>]) -> Option<f64> {
    let means: Vec<Estimate> = means.iter().copied().collect::<Option<_>>()?;
    let step = means.iter().map(|one| one.step).reduce(f64::max)?;
    let sum: f64 = means.iter().map(|one| score_0_100(one.mean())).sum();
    let printed = (sum / means.len() as f64 / step + 0.5 + 1e-9).floor() * step;
    Some(Reading::Keyed.number(printed))
}
