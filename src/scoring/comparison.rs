use super::SCALE;
use super::estimate::{Estimate, Members};
use super::leader::{self, LeaderAnswers};
use crate::stats::{self, Difference, Family, Judged, StatsError};
use crate::survey::{DimensionKind, Survey};

/// Dimensions whose differences are looked at together: what is better high, and what is worse.
const FAMILIES: [&[DimensionKind]; 2] = [
    &[DimensionKind::Core],
    &[DimensionKind::Trap, DimensionKind::Symptoms],
];

/// A difference with the organisation's noise u0 of its dimension.
pub(super) type Noisy = (Difference, f64);

/// Differences of a unit, judged by family.
pub(super) struct Comparisons {
    /// By dimension.
    pub dimensions: Vec<Option<Judged>>,
    /// The mean over the core dimensions; `None` below two.
    pub core: Option<Judged>,
}

/// Judges differences, which stand by the dimensions of the survey.
///
/// # Errors
/// When a figure is not finite.
pub(super) fn judge(
    survey: &Survey,
    differences: &[Option<Noisy>],
) -> Result<Comparisons, StatsError> {
    let mut dimensions = vec![None; differences.len()];
    let mut core = None;
    for family in FAMILIES {
        let kinds = survey.dimensions.iter().map(|dimension| dimension.kind);
        let slots = dimensions.iter_mut().zip(differences).zip(kinds);
        let own = slots.filter(|(_, own)| family.contains(own));
        let (slots, noisy): (Vec<_>, Vec<Noisy>) = own
            .filter_map(|((slot, difference), _)| Some((slot, (*difference)?)))
            .unzip();
        let compared = stats::compare(&noisy)?;
        let judged = Family::of(&compared, SCALE.hi - SCALE.lo, survey.scoring.alike);
        for (slot, topic) in slots.into_iter().zip(judged.topics) {
            *slot = Some(topic);
        }
        if family.contains(&DimensionKind::Core) {
            core = judged.mean;
        }
    }
    Ok(Comparisons { dimensions, core })
}

/// Leaders are compared with members on these.
pub(super) fn has_gap(kind: DimensionKind) -> bool {
    FAMILIES.iter().any(|family| family.contains(&kind))
}

/// Leaders minus members on a dimension; `None` where one side has no score.
///
/// # Errors
/// When a leader's sheet does not fit the survey.
pub(super) fn leader_gap(
    members: &Members<'_>,
    dimension: usize,
    found: &Estimate,
    leaders: &[LeaderAnswers],
) -> Result<Option<Difference>, StatsError> {
    let survey = members.survey;
    let items = survey.items_of(dimension).map(|(index, _)| index);
    let figures = found.figures(&members.figure, &items.collect::<Vec<_>>());
    let answers = leaders
        .iter()
        .map(|leader| leader::keyed_answers(survey, dimension, &leader.values));
    let gap = stats::leader_gap(&figures, &answers.collect::<Vec<_>>())?;
    Ok(gap.map(|gap| gap.difference))
}
