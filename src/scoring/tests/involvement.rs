use super::super::*;
use super::{of, scores, sheet, survey};
use crate::survey::Survey;

/// Half say too little, four in ten right and one in ten too much.
fn involvement(survey: &Survey, people: usize) -> Vec<Vec<Option<u8>>> {
    let values = [1, 2, 2, 3, 3, 3, 4, 2, 1, 3].into_iter().cycle();
    let values = values.take(people);
    values
        .map(|value| sheet(survey, Some(value), &[]))
        .collect()
}

#[test]
fn calibration_is_a_balance_and_shares_only_from_twenty() {
    let survey = survey();
    let leader = sheet(&survey, Some(5), &[]);
    let twenty = scores(&survey, &involvement(&survey, 20), 20, &leader);
    let calibration = of(&survey, &twenty, "calibration")
        .calibration
        .clone()
        .unwrap();
    assert!((calibration.balance.mean() + 0.4).abs() < 1e-12);
    assert_eq!(calibration.leader, Some(1.0));
    let shares = calibration.shares.unwrap();
    let shares = [shares.too_little, shares.right, shares.too_much];
    for (share, expected) in shares.into_iter().zip([0.5, 0.4, 0.1]) {
        assert!((share - expected).abs() < 1e-12);
    }
    assert_eq!(of(&survey, &twenty, "calibration").members, None);
    let nineteen = scores(&survey, &involvement(&survey, 19), 19, &leader);
    let calibration = of(&survey, &nineteen, "calibration")
        .calibration
        .as_ref()
        .unwrap();
    assert_eq!(calibration.shares, None);
}

#[test]
fn a_small_team_is_balanced_whether_it_is_content_or_split_and_a_large_one_tells() {
    let survey = survey();
    let direction = |people: usize, values: [u8; 2]| {
        let sheets: Vec<_> = (0..people)
            .map(|person| sheet(&survey, Some(values[person % 2]), &[]))
            .collect();
        let scores = scores(&survey, &sheets, people, &sheet(&survey, Some(3), &[]));
        let calibration = of(&survey, &scores, "calibration").calibration.clone();
        calibration.unwrap().direction()
    };
    assert_eq!(direction(8, [3, 3]), Direction::Balanced);
    assert_eq!(direction(8, [1, 5]), Direction::Balanced);
    assert_eq!(direction(24, [3, 3]), Direction::Right);
    assert_eq!(direction(24, [1, 5]), Direction::Split);
    assert_eq!(direction(8, [1, 2]), Direction::TooLittle);
    assert_eq!(direction(8, [4, 5]), Direction::TooMuch);
}

#[test]
fn a_team_unanimous_that_involvement_is_right_can_still_be_in_balance() {
    let survey = survey();
    let unanimous = vec![sheet(&survey, Some(3), &[]); 5];
    let scores = scores(&survey, &unanimous, 5, &sheet(&survey, Some(3), &[]));
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
