use super::estimate::{Estimate, Members};
use crate::stats::{self, Interval, StatsError};
use crate::survey::{DimensionKind, Survey};

/// How a dimension's printed mean moved between two waves, in points: later minus earlier; on the items that both
/// waves asked, if they did not ask the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    pub points: f64,
    /// 95 % interval of what the change would be had everyone answered both times.
    pub interval: Interval,
    /// The smallest move that could be told from answer noise in this team.
    pub detectable: f64,
    /// Of the signal test, adjusted over the dimensions of the same kind (Holm).
    pub p: f64,
    /// It is more than answer noise.
    pub visible: bool,
    /// In what steps of 0 to 100 the figures are printed whose difference it is.
    pub step: f64,
}

impl Change {
    /// The interval in points, outwards in steps.
    pub fn outwards(&self) -> Interval {
        let step = self.step / 25.0;
        Interval {
            lo: (self.interval.lo / step + 1e-9).floor() * step,
            hi: (self.interval.hi / step - 1e-9).ceil() * step,
        }
    }
}

/// A unit in two waves.
pub(super) struct Pair<'a> {
    pub before: Members<'a>,
    pub after: Members<'a>,
    /// How many were invited to either wave.
    pub people: usize,
}

/// By the dimensions of the later survey; `None` where one of the waves has no mean.
pub(super) fn changes(pair: &Pair<'_>) -> Result<Vec<Option<Change>>, StatsError> {
    let dimensions = &pair.after.survey.dimensions;
    let mut found = Vec::with_capacity(dimensions.len());
    for dimension in 0..dimensions.len() {
        found.push(of_dimension(pair, dimension)?);
    }
    for family in [
        DimensionKind::Core,
        DimensionKind::Trap,
        DimensionKind::Symptoms,
    ] {
        let kinds = || dimensions.iter().map(|dimension| dimension.kind == family);
        let p = found.iter().zip(kinds());
        let p: Vec<_> = p
            .map(|(change, own)| Some(change.filter(|_| own)?.p))
            .collect();
        for (change, p) in found.iter_mut().zip(stats::holm(&p)) {
            if let (Some(change), Some(p)) = (change, p) {
                change.p = p;
                change.visible = p < stats::ALPHA;
            }
        }
    }
    Ok(found)
}

fn of_dimension(pair: &Pair<'_>, dimension: usize) -> Result<Option<Change>, StatsError> {
    let (later, earlier) = (pair.after.survey, pair.before.survey);
    let Some(known) = later.dimensions.get(dimension) else {
        return Ok(None);
    };
    let Some((place, _)) = earlier.dimension(&known.id) else {
        return Ok(None);
    };
    if !known.kind.is_scored() {
        return Ok(None);
    }
    let (now, then) = (
        common(later, dimension, earlier),
        common(earlier, place, later),
    );
    let same = now.len() == later.items_of(dimension).count()
        && then.len() == earlier.items_of(place).count();
    let read = |members: &Members<'_>, dimension, items: &[usize]| {
        Estimate::of(members, dimension, (!same).then_some(items))
    };
    let after = read(&pair.after, dimension, &now)?;
    let before = read(&pair.before, place, &then)?;
    let (Some(after), Some(before)) = (after, before) else {
        return Ok(None);
    };
    let reliability = pair.after.parameters.of_dimension(dimension)?.reliability;
    let change = stats::change(
        &before.precision,
        &after.precision,
        pair.people,
        reliability,
    );
    Ok(Some(Change {
        points: change.difference.middle(),
        interval: change.interval,
        detectable: change.detectable,
        p: change.signal.p,
        step: before.step.max(after.step),
        visible: false,
    }))
}

/// The items of a dimension that another survey asks in the same way.
fn common(survey: &Survey, dimension: usize, other: &Survey) -> Vec<usize> {
    let items = survey.items_of(dimension);
    let asked = items.filter(|(_, item)| {
        let known = other.item(&item.id);
        known.is_some_and(|(_, known)| known.reversed == item.reversed)
    });
    asked.map(|(index, _)| index).collect()
}
