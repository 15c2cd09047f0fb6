use super::calibration::Calibration;
use super::estimate::{Estimate, Observed, mean};
use super::leader::{self, LeaderAnswers};
use super::pool::Pool;
use super::{FAVOURABLE, keyed};
use crate::disclosure::{NodeTally, Released};
use crate::stats::{self, Leaders, Sample, StatsError, Verdict};
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
}

#[derive(Debug, Clone, PartialEq)]
pub struct DimensionScores {
    /// Index into the survey's dimensions.
    pub dimension: usize,
    /// `None` for calibration and where fewer than half of the items are shown.
    pub members: Option<Estimate>,
    /// The mean of the leaders' scores, in points; `None` for calibration.
    pub leader: Option<f64>,
    /// For core dimensions and traps.
    pub gap: Option<Gap>,
    pub calibration: Option<Calibration>,
    /// Empty for calibration, which is never a mean.
    pub items: Vec<ItemScore>,
}

/// Leader minus members, in points. On a trap a positive gap means that the leader sees more of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    pub points: f64,
    /// 95 % interval of what the gap would be had everyone answered.
    pub lo: f64,
    pub hi: f64,
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

/// Scores a released unit of `invited` members against its leaders.
///
/// A gap is called over or under when its signal p, Holm-adjusted over the core dimensions or over the traps,
/// is below .05 and it is at least the survey's threshold.
///
/// # Errors
/// When more answered than were invited.
pub fn unit(
    survey: &Survey,
    tally: &Released<NodeTally>,
    invited: usize,
    pool: &Pool,
    leaders: &[LeaderAnswers],
) -> Result<UnitScores, StatsError> {
    if tally.n > invited {
        return Err(StatsError::MoreAnswersThanInvited {
            n: tally.n,
            invited,
        });
    }
    let mut dimensions = Vec::with_capacity(survey.dimensions.len());
    let mut pairs = Vec::with_capacity(survey.dimensions.len());
    for (index, dimension) in survey.dimensions.iter().enumerate() {
        let pooled = pool.variance(survey, index);
        let (scores, sample) = match dimension.kind {
            DimensionKind::Calibration => (calibrated(survey, index, tally, leaders), None),
            _ => scored(survey, index, tally, invited, pooled, leaders)?,
        };
        let leaders = leader::of_dimension(survey, index, leaders);
        pairs.push(sample.zip(leaders).map(|(members, leaders)| Pair {
            members,
            leaders,
            pooled,
        }));
        dimensions.push(scores);
    }
    for family in [DimensionKind::Core, DimensionKind::Trap] {
        let of_family = survey
            .dimensions
            .iter()
            .map(|dimension| dimension.kind == family);
        let tested: Vec<_> = pairs
            .iter()
            .zip(of_family)
            .map(|(pair, tested)| pair.filter(|_| tested))
            .collect();
        judge(survey, &tested, &mut dimensions);
    }
    let overall = overall(survey, &dimensions);
    Ok(UnitScores {
        n: tally.n,
        invited,
        dimensions,
        overall,
    })
}

/// Both sides of one dimension.
#[derive(Clone, Copy)]
struct Pair {
    members: Sample,
    leaders: Leaders,
    pooled: f64,
}

fn calibrated(
    survey: &Survey,
    dimension: usize,
    tally: &Released<NodeTally>,
    leaders: &[LeaderAnswers],
) -> DimensionScores {
    DimensionScores {
        dimension,
        members: None,
        leader: None,
        gap: None,
        calibration: Calibration::of(survey, dimension, tally, leaders),
        items: Vec::new(),
    }
}

fn scored(
    survey: &Survey,
    dimension: usize,
    tally: &Released<NodeTally>,
    invited: usize,
    pooled: f64,
    leaders: &[LeaderAnswers],
) -> Result<(DimensionScores, Option<Sample>), StatsError> {
    let observed = Observed::of(survey, dimension, tally);
    let sample = observed
        .as_ref()
        .map(|observed| observed.sample(invited))
        .transpose()?;
    let members = observed
        .as_ref()
        .zip(sample)
        .map(|(observed, sample)| observed.estimate(&sample, pooled));
    let leader = leader::of_dimension(survey, dimension, leaders).map(|leaders| leaders.mean);
    let items = survey
        .items_of(dimension)
        .map(|(index, item)| item_score(index, item, tally, leaders))
        .collect();
    Ok((
        DimensionScores {
            dimension,
            members,
            leader,
            gap: None,
            calibration: None,
            items,
        },
        sample,
    ))
}

fn item_score(
    index: usize,
    item: &Item,
    tally: &NodeTally,
    leaders: &[LeaderAnswers],
) -> ItemScore {
    let shown = tally.items.get(index).and_then(Option::as_ref);
    ItemScore {
        item: index,
        members: shown.map(|shown| mean(item, shown).middle()),
        favourable: shown.map(|shown| {
            let (lo, hi) = shown.range(|value| f64::from(keyed(item, value as f64) >= FAVOURABLE));
            f64::midpoint(lo, hi) / shown.base() as f64
        }),
        leader: leader::of_item(index, item, leaders),
    }
}

/// Fills in the gaps of one family of dimensions, whose p values are adjusted together.
fn judge(survey: &Survey, pairs: &[Option<Pair>], dimensions: &mut [DimensionScores]) {
    let scoring = &survey.scoring;
    let p: Vec<_> = pairs
        .iter()
        .map(|pair| {
            Some(
                stats::signal(
                    &pair.as_ref()?.members,
                    pair.as_ref()?.leaders,
                    pair.as_ref()?.pooled,
                    scoring.reliability,
                )
                .p,
            )
        })
        .collect();
    for ((pair, p), scores) in pairs.iter().zip(stats::holm(&p)).zip(dimensions) {
        let (
            Some(Pair {
                members,
                leaders,
                pooled,
            }),
            Some(p),
        ) = (pair, p)
        else {
            continue;
        };
        let points = stats::gap(leaders.mean, members.mean()).middle();
        let interval = stats::gap(leaders.mean, members.interval(*pooled, super::SCALE));
        let equivalence = stats::equivalence_p(members, leaders.mean, *pooled, scoring.threshold);
        let verdict = stats::verdict(points, p, equivalence, scoring.threshold);
        scores.gap = Some(Gap {
            points,
            lo: interval.lo,
            hi: interval.hi,
            p,
            verdict,
        });
    }
}

fn overall(survey: &Survey, dimensions: &[DimensionScores]) -> Option<f64> {
    let core = survey
        .dimensions
        .iter()
        .zip(dimensions)
        .filter(|(dimension, _)| dimension.kind == DimensionKind::Core);
    let means: Vec<f64> = core
        .map(|(_, scores)| Some(scores.members?.mean))
        .collect::<Option<_>>()?;
    (!means.is_empty()).then(|| means.iter().sum::<f64>() / means.len() as f64)
}
