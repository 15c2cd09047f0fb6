use super::calibration::{answers, own_balance};
use super::leader::dimension_score;
use super::pattern::Pattern;
use super::{LEADERSHIP_TRAP, MEMBER_TRAP, score_0_100};
use crate::survey::{DimensionKind, Survey};

/// A trap is high from the one and low up to the other: half a point beyond the middle, by judgement.
const HIGH: f64 = 3.5;
const LOW: f64 = 2.5;

/// What one visitor's own answers say; nothing of it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitorProfile {
    /// The core dimensions by index, 0 to 100.
    pub dimensions: Vec<(usize, Option<f64>)>,
    /// In points; high is worse.
    pub leadership_trap: Option<f64>,
    /// In points; high is worse.
    pub member_trap: Option<f64>,
    /// Share of too much minus share of too little involvement, from -1 to 1.
    pub balance: Option<f64>,
    pub pattern: Pattern,
}

/// Scores one person's answers: raw values by item index, `None` for "can't say".
pub fn visitor(survey: &Survey, values: &[Option<u8>]) -> VisitorProfile {
    let score = |dimension| dimension_score(survey, dimension, values);
    let trap = |id| {
        survey
            .dimension(id)
            .and_then(|(dimension, _)| score(dimension))
    };
    let of_kind = |kind| {
        (0_usize..)
            .zip(&survey.dimensions)
            .filter(move |(_, dimension)| dimension.kind == kind)
    };
    let core = of_kind(DimensionKind::Core);
    let calibration = of_kind(DimensionKind::Calibration)
        .map(|(dimension, _)| dimension)
        .next();
    let involvement = calibration
        .map(|dimension| answers(survey, dimension, values))
        .unwrap_or_default();
    let (leadership_trap, member_trap) = (trap(LEADERSHIP_TRAP), trap(MEMBER_TRAP));
    VisitorProfile {
        dimensions: core
            .map(|(dimension, _)| (dimension, score(dimension).map(score_0_100)))
            .collect(),
        leadership_trap,
        member_trap,
        balance: calibration
            .and_then(|dimension| own_balance(survey, dimension, [values].into_iter())),
        pattern: pattern(leadership_trap, member_trap, &involvement),
    }
}

/// The first rule that fits (judgement throughout): both traps high; both ends of the involvement scale used;
/// leadership trap high or most involvement too little; most too much; leadership trap low and most right.
fn pattern(
    leadership_trap: Option<f64>,
    member_trap: Option<f64>,
    involvement: &[usize],
) -> Pattern {
    let high = |trap: Option<f64>| trap.is_some_and(|points| points >= HIGH);
    let low = |trap: Option<f64>| trap.is_some_and(|points| points <= LOW);
    let most = |fits: fn(&usize) -> bool| {
        2 * involvement.iter().filter(|value| fits(value)).count() > involvement.len()
    };
    if high(leadership_trap) && high(member_trap) {
        Pattern::MutualAvoidance
    } else if involvement.contains(&1) && involvement.contains(&5) {
        Pattern::Erratic
    } else if high(leadership_trap) || most(|value| *value < 3) {
        Pattern::Hiding
    } else if most(|value| *value > 3) {
        Pattern::Hovering
    } else if low(leadership_trap) && most(|value| *value == 3) {
        Pattern::InItWithThem
    } else {
        Pattern::NoClearPattern
    }
}

#[cfg(test)]
mod tests {
    use super::{Pattern, pattern};

    #[test]
    fn each_pattern_has_its_plain_rule() {
        for (leadership, member, involvement, expected) in [
            (
                Some(3.5),
                Some(3.5),
                &[3, 3, 3][..],
                Pattern::MutualAvoidance,
            ),
            (Some(4.0), Some(3.4), &[3, 3, 3], Pattern::Hiding),
            (Some(2.0), Some(4.0), &[3, 3, 3], Pattern::InItWithThem),
            (None, Some(4.0), &[2, 1, 3], Pattern::Hiding),
            (Some(2.0), Some(2.0), &[4, 5, 3], Pattern::Hovering),
            (Some(2.0), Some(2.0), &[1, 5, 3], Pattern::Erratic),
            (Some(2.0), Some(2.0), &[2, 4, 3], Pattern::NoClearPattern),
            (Some(2.5), None, &[3, 3, 2], Pattern::InItWithThem),
            (Some(2.6), None, &[3, 3, 3], Pattern::NoClearPattern),
            (None, None, &[], Pattern::NoClearPattern),
        ] {
            assert_eq!(
                pattern(leadership, member, involvement),
                expected,
                "{leadership:?} {member:?} {involvement:?}"
            );
        }
    }
}
