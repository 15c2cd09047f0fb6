use super::difference::Difference;
use super::error::Part;
use super::noise::ItemNoise;
use crate::interval::StatsError;
use crate::precision::Precision;
use crate::score::half_rule;

/// What is printed of a group on one topic.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicFigures {
    /// The mean, and who answered.
    pub precision: Precision,
    /// The middle of each item's mean, in the order of the survey; `None` where it is not shown. In points.
    pub items: Vec<Option<f64>>,
    /// The step in which the mean is printed, in points; 0 for one that is not rounded.
    pub step: f64,
}

/// Leader minus members on one topic.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// L̄, the mean of the leaders' scores.
    pub leader: f64,
    /// x̄, the middle of the members' mean.
    pub members: f64,
    pub difference: Difference,
}

impl TopicFigures {
    pub(super) fn half(&self) -> f64 {
        (self.precision.mean.hi - self.precision.mean.lo) / 2.0
    }

    /// The variance of an error that is as likely anywhere in a step.
    pub(super) fn rounding(&self) -> f64 {
        self.step.powi(2) / 12.0
    }
}

/// The gap of one topic from the keyed answers of each leader to its items, in the order of the survey. L̄ is the
/// mean of the scores of those who have one (half rule); they are all asked, so there is no sampling error in
/// them. Item by item it is the mean of the same leaders. `None` when no leader has a score, or none of the items
/// that leaders answered is shown for the members.
///
/// # Errors
/// When a leader's answers are not as many as the items.
pub fn leader_gap(
    members: &TopicFigures,
    leaders: &[Vec<Option<f64>>],
) -> Result<Option<Gap>, StatsError> {
    let items = members.items.len();
    if let Some(other) = leaders.iter().find(|answers| answers.len() != items) {
        return Err(StatsError::OtherItems {
            one: items,
            other: other.len(),
        });
    }
    let scored: Vec<(f64, &Vec<Option<f64>>)> = leaders
        .iter()
        .filter_map(|answers| Some((half_rule(answers)?, answers)))
        .collect();
    let scores: Vec<f64> = scored.iter().map(|(score, _)| *score).collect();
    let Some(leader) = crate::mean(&scores) else {
        return Ok(None);
    };
    let mut answers: Vec<_> = scored.iter().map(|(_, answers)| answers.iter()).collect();
    let differences: Vec<f64> = members
        .items
        .iter()
        .filter_map(|shown| {
            let given: Vec<f64> = answers.iter_mut().filter_map(|own| *own.next()?).collect();
            Some(crate::mean(&given)? - (*shown)?)
        })
        .collect();
    let weight = 1.0 / scores.len() as f64 + 1.0 / members.precision.n as f64;
    let middle = members.precision.mean.middle();
    Ok(ItemNoise::of(&differences, weight).map(|noise| Gap {
        leader,
        members: middle,
        difference: Difference {
            points: leader - middle,
            noise,
            coverage: Part::of(members.precision.coverage()),
            half: members.half(),
            rounding: members.rounding(),
        },
    }))
}
