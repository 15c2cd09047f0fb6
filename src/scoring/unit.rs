use super::agreement::Agreement;
use super::calibration::{Calibration, Direction};
use super::comparison::{Comparisons, Noisy, has_gap, judge, leader_gap};
use super::estimate::{Estimate, Members, overall};
use super::leader::{self, LeaderAnswers};
use super::pattern::Pattern;
use super::reading::Reading;
use super::{LEADERSHIP_TRAP, MEMBER_TRAP};
use crate::stats::{Judged, StatsError};
use crate::survey::{DimensionKind, Item, Survey};

/// The scores of one team or larger unit.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitScores {
    /// Answer sheets.
    pub n: usize,
    /// At least so many different people sent them.
    pub sure: usize,
    /// Different people asked.
    pub invited: usize,
    /// In the order of the survey.
    pub dimensions: Vec<DimensionScores>,
    /// The members' mean over the core dimensions, in points; only if all of them are shown.
    pub overall: Option<f64>,
    /// Leader minus members over the core dimensions that have a gap; `None` below two.
    pub mean_gap: Option<Judged>,
    /// `None` where the survey asks neither about involvement nor about the leadership trap.
    pub pattern: Option<Pattern>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DimensionScores {
    /// Index into the survey's dimensions.
    pub dimension: usize,
    /// `None` for calibration and commitments, and where fewer than half of the items are shown.
    pub members: Option<Estimate>,
    /// The mean of the leaders' scores, in points; `None` for calibration.
    pub leader: Option<f64>,
    /// Leader minus members, for core dimensions, traps and symptoms, judged with those it stands with. Where high is worse a positive gap
    /// means that the leader sees more of it.
    pub gap: Option<Judged>,
    pub calibration: Option<Calibration>,
    /// Only for a team that is counted by itself.
    pub agreement: Option<Agreement>,
    /// Empty for calibration and commitments, which are never a mean.
    pub items: Vec<ItemScore>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemScore {
    /// Index into the survey's items.
    pub item: usize,
    /// In points.
    pub members: Option<f64>,
    /// The share of keyed answers in the top two options, 0 to 1, where shares are printed. For traps and symptoms
    /// it is the share who see the problem.
    pub favourable: Option<f64>,
    /// The leaders' mean, in points.
    pub leader: Option<f64>,
}

/// The members' means of one unit, without what a single unit's report needs besides.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitMeans {
    /// Answer sheets.
    pub n: usize,
    /// At least so many different people sent them.
    pub sure: usize,
    /// Different people asked.
    pub invited: usize,
    /// In the order of the survey; `None` for calibration and commitments, and where fewer than half of the items are shown.
    pub dimensions: Vec<Option<Estimate>>,
    /// Which of them are part of the overall mean.
    pub core: Vec<bool>,
    /// The mean over the core dimensions, in points; only if all of them are shown.
    pub overall: Option<f64>,
}

/// The means of a unit.
///
/// # Errors
/// When more answered than were invited.
pub(super) fn means(members: &Members<'_>) -> Result<UnitMeans, StatsError> {
    let mut dimensions = Vec::with_capacity(members.survey.dimensions.len());
    for (index, dimension) in members.survey.dimensions.iter().enumerate() {
        dimensions.push(match dimension.kind.is_scored() {
            true => Estimate::of(members, index, None)?,
            false => None,
        });
    }
    let kinds = members.survey.dimensions.iter().map(|known| known.kind);
    let core: Vec<bool> = kinds.map(|kind| kind == DimensionKind::Core).collect();
    Ok(UnitMeans {
        n: members.figure.n(),
        sure: members.figure.sure(),
        invited: members.figure.asked(),
        overall: overall(&of_core(&dimensions, &core)),
        core,
        dimensions,
    })
}

fn of_core(dimensions: &[Option<Estimate>], core: &[bool]) -> Vec<Option<Estimate>> {
    let dimensions = dimensions.iter().zip(core);
    let of_core = dimensions.filter(|(_, core)| **core);
    of_core.map(|(found, _)| *found).collect()
}

/// Scores a unit against its leaders.
///
/// # Errors
/// When more answered than were invited.
pub(super) fn unit(
    members: &Members<'_>,
    leaders: &[LeaderAnswers],
) -> Result<UnitScores, StatsError> {
    let UnitMeans {
        n,
        sure,
        invited,
        dimensions: found,
        overall,
        ..
    } = means(members)?;
    let judged = gaps(members, leaders, &found)?;
    let mut dimensions = Vec::with_capacity(found.len());
    for ((index, found), gap) in found.into_iter().enumerate().zip(judged.dimensions) {
        let scores = scored(members, leaders, index, found)?;
        dimensions.push(DimensionScores { gap, ..scores });
    }
    Ok(UnitScores {
        n,
        sure,
        invited,
        overall,
        mean_gap: judged.core,
        pattern: pattern(members.survey, &dimensions),
        dimensions,
    })
}

/// Leaders minus members, judged by family; `found` is what the members' means are.
///
/// # Errors
/// When a leader's sheet does not fit the survey.
pub(super) fn gaps(
    members: &Members<'_>,
    leaders: &[LeaderAnswers],
    found: &[Option<Estimate>],
) -> Result<Comparisons, StatsError> {
    let found = found.iter().enumerate();
    let differences = found.map(|(index, found)| gap(members, leaders, index, found.as_ref()));
    judge(members.survey, &differences.collect::<Result<Vec<_>, _>>()?)
}

/// Leader minus members on a dimension, with the noise of its answers.
fn gap(
    members: &Members<'_>,
    leaders: &[LeaderAnswers],
    dimension: usize,
    found: Option<&Estimate>,
) -> Result<Option<Noisy>, StatsError> {
    let kind = members
        .survey
        .dimensions
        .get(dimension)
        .map(|known| known.kind);
    let Some(found) = found.filter(|_| kind.is_some_and(has_gap)) else {
        return Ok(None);
    };
    let noise = members.parameters.of_dimension(dimension)?.noise;
    let gap = leader_gap(members, dimension, found, leaders)?;
    Ok(gap.map(|difference| (difference, noise)))
}

fn scored(
    members: &Members<'_>,
    leaders: &[LeaderAnswers],
    dimension: usize,
    found: Option<Estimate>,
) -> Result<DimensionScores, StatsError> {
    let survey = members.survey;
    let nothing = DimensionScores {
        dimension,
        members: None,
        leader: None,
        gap: None,
        calibration: None,
        agreement: None,
        items: Vec::new(),
    };
    let kind = survey.dimensions.get(dimension).map(|known| known.kind);
    if kind == Some(DimensionKind::Calibration) {
        let calibration = Calibration::of(members, dimension, leaders)?;
        return Ok(DimensionScores {
            calibration,
            ..nothing
        });
    }
    if kind == Some(DimensionKind::Commitment) {
        return Ok(nothing);
    }
    let items = survey.items_of(dimension);
    Ok(DimensionScores {
        members: found,
        leader: leader::of_dimension(survey, dimension, leaders),
        agreement: Agreement::of(survey, dimension, &members.figure)
            .filter(|_| matches!(kind, Some(DimensionKind::Core | DimensionKind::Trap))),
        items: items
            .map(|(index, item)| item_score(members, leaders, index, item))
            .collect(),
        ..nothing
    })
}

fn item_score(
    members: &Members<'_>,
    leaders: &[LeaderAnswers],
    index: usize,
    item: &Item,
) -> ItemScore {
    let printed = members.figure.item(index);
    let favourable = members.figure.shares(index).map(|shares| {
        let [below, _, above] = shares.bands();
        if item.reversed { below } else { above }
    });
    ItemScore {
        item: index,
        members: printed.map(|printed| Reading::Keyed.number(printed.value())),
        favourable: favourable.map(|percent| percent / 100.0),
        leader: leader::of_item(index, item, leaders),
    }
}

fn pattern(survey: &Survey, dimensions: &[DimensionScores]) -> Option<Pattern> {
    let mut kinds = survey.dimensions.iter().map(|known| known.kind);
    let involved = kinds.any(|kind| kind == DimensionKind::Calibration);
    if !involved && survey.dimension(LEADERSHIP_TRAP).is_none() {
        return None;
    }
    let trap = |id| {
        let (dimension, _) = survey.dimension(id)?;
        let members = dimensions.get(dimension)?.members?;
        Some(members.precision.signal_interval())
    };
    let mut calibrations = dimensions
        .iter()
        .filter_map(|scores| scores.calibration.as_ref());
    let involvement = calibrations
        .next()
        .map_or(Direction::Open, Calibration::direction);
    let traps = (trap(LEADERSHIP_TRAP), trap(MEMBER_TRAP));
    Some(Pattern::of_team(traps.0, traps.1, involvement))
}
