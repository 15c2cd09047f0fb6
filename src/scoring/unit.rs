use super::agreement::Agreement;
use super::calibration::{Calibration, Direction};
use super::estimate::{Estimate, Stratum};
use super::leader::{self, LeaderAnswers};
use super::observed::item_mean;
use super::parameters::{DimensionParameters, Parameters};
use super::pattern::Pattern;
use super::reading::Reading;
use super::{FAVOURABLE, LEADERSHIP_TRAP, MEMBER_TRAP, keyed};
use crate::disclosure::ItemTally;
use crate::stats::{self, Basis, Interval, Leaders, Precision, StatsError, Verdict};
use crate::survey::{DimensionKind, Item, Survey};

/// The scores of one team or larger unit.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitScores {
    pub n: usize,
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
    /// In points; the middle of the range that capping leaves.
    pub members: Option<f64>,
    /// The share of keyed answers in the top two options, 0 to 1; the middle of its range likewise. For traps
    /// and symptoms it is the share who see the problem.
    pub favourable: Option<f64>,
    /// The leaders' mean, in points.
    pub leader: Option<f64>,
}

/// The members' means of one unit, without what a single unit's report needs besides.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitMeans {
    pub n: usize,
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
pub(super) fn means(
    survey: &Survey,
    strata: &[Stratum<'_>],
    parameters: &Parameters,
) -> Result<UnitMeans, StatsError> {
    let (n, invited) = people(strata)?;
    let mut dimensions = Vec::with_capacity(survey.dimensions.len());
    for (index, dimension) in survey.dimensions.iter().enumerate() {
        let scored = dimension.kind.is_scored();
        dimensions.push(match parameters.get(index).filter(|_| scored) {
            Some(known) => members(survey, index, strata, known)?,
            None => None,
        });
    }
    Ok(UnitMeans {
        n,
        invited,
        overall: overall(survey, &dimensions),
        core: survey
            .dimensions
            .iter()
            .map(|dimension| dimension.kind == DimensionKind::Core)
            .collect(),
        dimensions,
    })
}

/// How many answered, of how many invited.
fn people(strata: &[Stratum<'_>]) -> Result<(usize, usize), StatsError> {
    let n = strata.iter().map(|stratum| stratum.tally.n).sum();
    let invited = strata.iter().map(|stratum| stratum.invited).sum();
    match n > invited {
        true => Err(StatsError::MoreAnswersThanInvited { n, invited }),
        false => Ok((n, invited)),
    }
}

fn members(
    survey: &Survey,
    dimension: usize,
    strata: &[Stratum<'_>],
    parameters: &DimensionParameters,
) -> Result<Option<Estimate>, StatsError> {
    let read = Reading::Keyed;
    Estimate::of(survey, dimension, read, strata, parameters, &|_| true)
}

/// Scores a unit against its leaders.
///
/// A gap is called over or under when its signal p, Holm-adjusted over the core dimensions or over the traps,
/// is below .05 and it is at least the survey's threshold.
///
/// # Errors
/// When more answered than were invited.
pub(super) fn unit(
    survey: &Survey,
    strata: &[Stratum<'_>],
    parameters: &Parameters,
    leaders: &[LeaderAnswers],
) -> Result<UnitScores, StatsError> {
    let (n, invited) = people(strata)?;
    let mut dimensions = Vec::with_capacity(survey.dimensions.len());
    for index in 0..survey.dimensions.len() {
        if let Some(parameters) = parameters.get(index) {
            dimensions.push(scored(survey, index, strata, parameters, leaders)?);
        }
    }
    for family in [DimensionKind::Core, DimensionKind::Trap] {
        judge(survey, family, parameters, leaders, &mut dimensions);
    }
    let shown: Vec<_> = dimensions.iter().map(|scores| scores.members).collect();
    Ok(UnitScores {
        n,
        invited,
        overall: overall(survey, &shown),
        pattern: pattern(survey, &dimensions),
        dimensions,
    })
}

fn scored(
    survey: &Survey,
    dimension: usize,
    strata: &[Stratum<'_>],
    parameters: &DimensionParameters,
    leaders: &[LeaderAnswers],
) -> Result<DimensionScores, StatsError> {
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
        let calibration = Calibration::of(survey, dimension, strata, parameters, leaders)?;
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
        members: members(survey, dimension, strata, parameters)?,
        leader: leader::of_dimension(survey, dimension, leaders).map(|leaders| leaders.mean),
        agreement: Agreement::of(survey, dimension, strata)
            .filter(|_| matches!(kind, Some(DimensionKind::Core | DimensionKind::Trap))),
        items: items
            .map(|(index, item)| item_score(index, item, strata, leaders))
            .collect(),
        ..nothing
    })
}

fn item_score(
    index: usize,
    item: &Item,
    strata: &[Stratum<'_>],
    leaders: &[LeaderAnswers],
) -> ItemScore {
    let favourable = |tally: &ItemTally| {
        let (lo, hi) = tally.range(|value| f64::from(keyed(item, value as f64) >= FAVOURABLE));
        f64::midpoint(lo, hi) / tally.base() as f64
    };
    ItemScore {
        item: index,
        members: weighted(index, strata, |tally| {
            item_mean(item, tally, Reading::Keyed).middle()
        }),
        favourable: weighted(index, strata, favourable),
        leader: leader::of_item(index, item, leaders),
    }
}

/// The mean of a figure over the strata that show the item, by their invited people.
fn weighted(
    index: usize,
    strata: &[Stratum<'_>],
    figure: impl Fn(&ItemTally) -> f64,
) -> Option<f64> {
    let (mut sum, mut invited) = (0.0, 0);
    for stratum in strata {
        if let Some(Some(tally)) = stratum.tally.items.get(index) {
            sum += stratum.invited as f64 * figure(tally);
            invited += stratum.invited;
        }
    }
    (invited > 0).then(|| sum / invited as f64)
}

/// Fills in the gaps of one family of dimensions, whose p values are adjusted together.
fn judge(
    survey: &Survey,
    family: DimensionKind,
    parameters: &Parameters,
    leaders: &[LeaderAnswers],
    dimensions: &mut [DimensionScores],
) {
    let pairs: Vec<Option<Pair>> = dimensions
        .iter()
        .zip(&survey.dimensions)
        .map(|(scores, dimension)| {
            let tested = scores.members.filter(|_| dimension.kind == family)?;
            Some(Pair {
                members: tested.precision,
                leaders: leader::of_dimension(survey, scores.dimension, leaders)?,
                basis: parameters.get(scores.dimension)?.basis(Reading::Keyed),
            })
        })
        .collect();
    let p = pairs.iter().map(|pair| {
        let pair = pair.as_ref()?;
        Some(stats::signal(&pair.members, pair.leaders, &pair.basis).p)
    });
    let adjusted = stats::holm(&p.collect::<Vec<_>>());
    for ((pair, p), scores) in pairs.iter().zip(adjusted).zip(dimensions) {
        if let Some((pair, p)) = pair.as_ref().zip(p) {
            scores.gap = Some(pair.gap(p, survey.scoring.threshold));
        }
    }
}

/// Both sides of one dimension.
struct Pair {
    members: Precision,
    leaders: Leaders,
    basis: Basis,
}

impl Pair {
    fn gap(&self, p: f64, threshold: f64) -> Gap {
        let leader = self.leaders.mean;
        let points = stats::gap(leader, self.members.mean).middle();
        let equivalence = stats::equivalence_p(&self.members, leader, threshold);
        Gap {
            points,
            interval: stats::gap(leader, self.members.interval),
            p,
            verdict: stats::verdict(points, p, equivalence, threshold),
        }
    }
}

fn overall(survey: &Survey, dimensions: &[Option<Estimate>]) -> Option<f64> {
    let core = survey
        .dimensions
        .iter()
        .zip(dimensions)
        .filter(|(dimension, _)| dimension.kind == DimensionKind::Core);
    let means: Vec<f64> = core
        .map(|(_, members)| Some(members.as_ref()?.mean()))
        .collect::<Option<_>>()?;
    (!means.is_empty()).then(|| means.iter().sum::<f64>() / means.len() as f64)
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
