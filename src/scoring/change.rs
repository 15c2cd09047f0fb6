use super::comparison::{Comparisons, Noisy, judge};
use super::estimate::{Estimate, Members};
use crate::stats::{self, Difference, Judged, StatsError};
use crate::survey::Survey;

/// A unit in two waves.
pub(super) struct Pair<'a> {
    pub before: Members<'a>,
    pub after: Members<'a>,
    /// How many were invited to either wave.
    pub people: usize,
}

/// How the printed means moved, later minus earlier, by the dimensions of the later survey; on the items that both
/// waves asked, if they did not ask the same. `None` where one of the waves has no mean. `noise` is u0 of each
/// dimension, where the changes of the organisation's teams suffice to tell it.
///
/// # Errors
/// When a figure is not finite.
pub(super) fn changes(
    pair: &Pair<'_>,
    noise: &[Option<f64>],
) -> Result<Vec<Option<Judged>>, StatsError> {
    let survey = pair.after.survey;
    let declared = |dimension| {
        let (items, _) = common(pair, dimension);
        let scoring = &survey.scoring;
        stats::declared_noise(items.len(), scoring.reliability, scoring.scale_variance)
    };
    let mut found: Vec<Option<Noisy>> = Vec::with_capacity(survey.dimensions.len());
    for dimension in 0..survey.dimensions.len() {
        let noise = noise.get(dimension).copied().flatten();
        let noise = noise.unwrap_or_else(|| declared(dimension));
        found.push(moved(pair, dimension)?.map(|difference| (difference, noise)));
    }
    let Comparisons { dimensions, .. } = judge(survey, &found)?;
    Ok(dimensions)
}

/// How one dimension moved; `None` where one of the waves has no mean of it.
///
/// # Errors
/// When more answered than were invited.
pub(super) fn moved(pair: &Pair<'_>, dimension: usize) -> Result<Option<Difference>, StatsError> {
    let (later, earlier) = (pair.after.survey, pair.before.survey);
    let Some(known) = later.dimensions.get(dimension) else {
        return Ok(None);
    };
    let place = earlier.dimension(&known.id).map(|(place, _)| place);
    let Some(place) = place.filter(|_| known.kind.is_scored()) else {
        return Ok(None);
    };
    let (now, then) = common(pair, dimension);
    let same = now.len() == later.items_of(dimension).count()
        && then.len() == earlier.items_of(place).count();
    let read = |members: &Members<'_>, dimension, items: &[usize]| {
        let found = Estimate::of(members, dimension, (!same).then_some(items))?;
        Ok(found.map(|found| found.figures(&members.figure, items)))
    };
    let after = read(&pair.after, dimension, &now)?;
    let before = read(&pair.before, place, &then)?;
    let (Some(after), Some(before)) = (after, before) else {
        return Ok(None);
    };
    stats::moved(&before, &after, pair.people)
}

/// The items of a dimension that both surveys ask in the same way, by their places in the later and in the earlier
/// one.
fn common(pair: &Pair<'_>, dimension: usize) -> (Vec<usize>, Vec<usize>) {
    let earlier: &Survey = pair.before.survey;
    let items = pair.after.survey.items_of(dimension);
    let both = items.filter_map(|(now, item)| {
        let (then, known) = earlier.item(&item.id)?;
        (known.reversed == item.reversed).then_some((now, then))
    });
    both.unzip()
}
