use super::super::*;
use super::{of, scores, sheet, survey};

#[test]
fn calibration_is_a_balance_and_shares_only_from_ten() {
    let survey = survey();
    let involvement = |people: usize| -> Vec<_> {
        let values = [1, 2, 2, 3, 3, 3, 4, 2, 1, 3];
        values[..people]
            .iter()
            .map(|value| sheet(&survey, Some(*value), &[]))
            .collect()
    };
    let ten = scores(&survey, &involvement(10), 10, &sheet(&survey, Some(5), &[]));
    let calibration = of(&survey, &ten, "calibration")
        .calibration
        .clone()
        .unwrap();
    assert!((calibration.balance.mean() + 0.4).abs() < 1e-12);
    assert_eq!(calibration.leader, Some(1.0));
    let shares = calibration.shares.unwrap();
    assert!(
        (shares.too_little - 0.5).abs() < 1e-12
            && (shares.right - 0.4).abs() < 1e-12
            && (shares.too_much - 0.1).abs() < 1e-12
    );
    assert_eq!(of(&survey, &ten, "calibration").members, None);
    let nine = scores(&survey, &involvement(9), 9, &sheet(&survey, Some(5), &[]));
    assert_eq!(
        of(&survey, &nine, "calibration")
            .calibration
            .as_ref()
            .unwrap()
            .shares,
        None
    );
}

#[test]
fn a_team_unanimous_that_involvement_is_right_can_still_be_in_balance() {
    let survey = survey();
    let scores = scores(
        &survey,
        &vec![sheet(&survey, Some(3), &[]); 5],
        5,
        &sheet(&survey, Some(3), &[]),
    );
    let calibration = of(&survey, &scores, "calibration")
        .calibration
        .as_ref()
        .unwrap();
    assert!(calibration.balance.capped && calibration.balance.precision.mean.contains(0.0));
}

#[test]
fn a_visitor_is_scored_from_0_to_100() {
    let survey = survey();
    let reversed: Vec<_> = survey
        .items
        .iter()
        .filter(|item| item.reversed)
        .map(|item| (item.id.as_str(), Some(1)))
        .collect();
    let profile = visitor(&survey, &sheet(&survey, Some(5), &reversed));
    assert!(
        profile.dimensions.len() == 5
            && profile
                .dimensions
                .iter()
                .all(|(_, score)| *score == Some(100.0))
    );
    assert_eq!(
        (profile.leadership_trap, profile.balance),
        (Some(5.0), Some(1.0))
    );
    assert_eq!(profile.pattern, Pattern::MutualAvoidance);
    let silent = visitor(&survey, &sheet(&survey, None, &[]));
    assert!(silent.dimensions.iter().all(|(_, score)| score.is_none()) && silent.balance.is_none());
    assert_eq!(silent.pattern, Pattern::NoClearPattern);
}
