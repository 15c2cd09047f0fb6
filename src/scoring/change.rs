use super::estimate::{Estimate, Stratum};
use super::reading::Reading;
use super::wave::Wave;
use crate::stats::{self, Interval, StatsError};
use crate::survey::{DimensionKind, Item};

/// How a dimension's mean moved between two waves, in points: later minus earlier, on the items that both
/// waves asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The middle of the range that capping leaves.
    pub points: f64,
    /// 95 % interval of what the change would be had everyone answered both times.
    pub interval: Interval,
    /// The smallest move that could be told from answer noise in this team.
    pub detectable: f64,
    /// Of the signal test, adjusted over the dimensions of the same kind (Holm).
    pub p: f64,
    /// It is more than answer noise.
    pub visible: bool,
}

/// The same people in two waves.
pub(super) struct Pair<'a> {
    pub before: &'a Wave,
    pub strata_before: Vec<Stratum<'a>>,
    pub after: &'a Wave,
    pub strata_after: Vec<Stratum<'a>>,
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
    let (later, earlier) = (&pair.after.survey, &pair.before.survey);
    let Some(known) = later.dimensions.get(dimension) else {
        return Ok(None);
    };
    let Some((place, _)) = earlier.dimension(&known.id) else {
        return Ok(None);
    };
    if !known.kind.is_scored() {
        return Ok(None);
    }
    let asked = |survey: &crate::survey::Survey, item: &Item| {
        let other = survey.item(&item.id);
        other.is_some_and(|(_, other)| other.reversed == item.reversed)
    };
    let after = estimate(pair.after, dimension, &pair.strata_after, &|item| {
        asked(earlier, item)
    })?;
    let before = estimate(pair.before, place, &pair.strata_before, &|item| {
        asked(later, item)
    })?;
    let (Some(after), Some(before)) = (after, before) else {
        return Ok(None);
    };
    let reliability = pair
        .after
        .parameters
        .get(dimension)
        .map(|known| known.reliability);
    let change = stats::change(
        &before.precision,
        &after.precision,
        pair.people,
        reliability.unwrap_or_default(),
    );
    Ok(Some(Change {
        points: change.difference.middle(),
        interval: change.interval,
        detectable: change.detectable,
        p: change.signal.p,
        visible: false,
    }))
}

fn estimate(
    wave: &Wave,
    dimension: usize,
    strata: &[Stratum<'_>],
    wanted: &dyn Fn(&Item) -> bool,
) -> Result<Option<Estimate>, StatsError> {
    let Some(parameters) = wave.parameters.get(dimension) else {
        return Ok(None);
    };
    Estimate::of(
        &wave.survey,
        dimension,
        Reading::Keyed,
        strata,
        parameters,
        wanted,
    )
}
