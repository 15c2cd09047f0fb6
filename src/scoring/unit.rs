use super::agreement::Agreement;
use super::calibration::{Calibration, Direction};
use super::estimate::{Estimate, Members, overall};
use super::leader::{self, LeaderAnswers};
use super::pattern::Pattern;
use super::reading::Reading;
use super::{LEADERSHIP_TRAP, MEMBER_TRAP};
use crate::stats::{self, Basis, Interval, Leaders, StatsError, Verdict};
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
    pub pattern: Pattern,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DimensionScores {
    /// Index into the survey's dimensions.
    pub dimension: usize,
    /// `None` for calibration and commitments, and where fewer than half of the items are shown.
    pub members: Option<Estimate>,
    /// The mean of the leaders' scores, in points; `None` for calibration.
    pub leader: Option<f64>,
    /// For core dimensions and traps.
    pub gap: Option<Gap>,
    pub calibration: Option<Calibration>,
    /// Only for a team that is counted by itself.
    pub agreement: Option<Agreement>,
    /// Empty for calibration and commitments, which are never a mean.
    pub items: Vec<ItemScore>,
}

/// Leader minus members, in points. On a trap a positive gap means that the leader sees more of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    pub points: f64,
    /// 95 % interval of what the gap would be had everyone answered.
    pub interval: Interval,
    /// Of the signal test, adjusted over the unit's dimensions of the same kind (Holm).
    pub p: f64,
    pub verdict: Verdict,
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
/// A gap is called over or under when its signal p, Holm-adjusted over the core dimensions or over the traps,
/// is below .05 and it is at least the survey's threshold.
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
    let mut dimensions = Vec::with_capacity(found.len());
    for (index, found) in found.into_iter().enumerate() {
        dimensions.push(scored(members, leaders, index, found)?);
    }
    for family in [DimensionKind::Core, DimensionKind::Trap] {
        judge(members, leaders, family, &mut dimensions)?;
    }
    Ok(UnitScores {
        n,
        sure,
        invited,
        overall,
        pattern: pattern(members.survey, &dimensions),
        dimensions,
    })
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
        leader: leader::of_dimension(survey, dimension, leaders).map(|leaders| leaders.mean),
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

/// Fills in the gaps of one family of dimensions, whose p values are adjusted together.
fn judge(
    members: &Members<'_>,
    leaders: &[LeaderAnswers],
    family: DimensionKind,
    dimensions: &mut [DimensionScores],
) -> Result<(), StatsError> {
    let survey = members.survey;
    let mut pairs = Vec::with_capacity(dimensions.len());
    for (scores, dimension) in dimensions.iter().zip(&survey.dimensions) {
        let tested = scores.members.filter(|_| dimension.kind == family);
        let leaders = leader::of_dimension(survey, scores.dimension, leaders);
        pairs.push(match tested.zip(leaders) {
            Some((tested, leaders)) => Some(Pair {
                members: tested,
                leaders,
                basis: members.parameters.of_dimension(scores.dimension)?.basis()?,
            }),
            None => None,
        });
    }
    let p = pairs.iter().map(|pair| {
        let pair = pair.as_ref()?;
        Some(stats::signal(&pair.members.precision, pair.leaders, &pair.basis).p)
    });
    let adjusted = stats::holm(&p.collect::<Vec<_>>());
    for ((pair, p), scores) in pairs.iter().zip(adjusted).zip(dimensions) {
        if let Some((pair, p)) = pair.as_ref().zip(p) {
            scores.gap = Some(pair.gap(p, survey.scoring.threshold));
        }
    }
    Ok(())
}

/// Both sides of one dimension.
struct Pair {
    members: Estimate,
    leaders: Leaders,
    basis: Basis,
}

impl Pair {
    fn gap(&self, p: f64, threshold: f64) -> Gap {
        let (leader, members) = (self.leaders.mean, &self.members.precision);
        let points = leader - self.members.mean();
        let equivalence = stats::equivalence_p(members, leader, threshold);
        Gap {
            points,
            interval: stats::gap(leader, self.members.outwards_in_points(members.interval)),
            p,
            verdict: stats::verdict(points, p, equivalence, threshold),
        }
    }
}

fn pattern(survey: &Survey, dimensions: &[DimensionScores]) -> Pattern {
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
    Pattern::of_team(trap(LEADERSHIP_TRAP), trap(MEMBER_TRAP), involvement)
}
