use super::super::*;
use super::{mixed, sheet, survey, team, wave};
use crate::stats::{Judged, Side, Word};
use crate::survey::Survey;

fn trust(survey: &Survey) -> usize {
    survey.dimension("trust").unwrap().0
}

/// The change of a team of eight from one sheet for each to another.
fn moved(before: &[Vec<Option<u8>>], after: &[Vec<Option<u8>>], people: usize) -> Judged {
    let survey = survey();
    let leader = sheet(&survey, Some(3), &[]);
    let invited = people.max(before.len()).max(after.len());
    let then = wave(&survey, before, invited, &leader);
    let now = wave(&survey, after, invited, &leader);
    let changes = now.changes(0, (&then, 0), people, &[]).unwrap();
    changes[trust(&survey)].unwrap()
}

/// Keyed sheets: reversed items are turned, so that the scale moves as a whole.
fn keyed(survey: &Survey, values: &[u8]) -> Vec<Vec<Option<u8>>> {
    let turned = survey.items.iter().filter(|item| item.reversed);
    let turned: Vec<&str> = turned.map(|item| item.id.as_str()).collect();
    let keyed = |value: &u8| {
        let turned: Vec<_> = turned.iter().map(|id| (*id, Some(6 - value))).collect();
        sheet(survey, Some(*value), &turned)
    };
    values.iter().map(keyed).collect()
}

#[test]
fn a_move_of_a_whole_team_is_visible_and_none_is_not() {
    let survey = survey();
    let low = keyed(&survey, &[1, 1, 2, 2, 2, 1, 2, 3]);
    let high = keyed(&survey, &[4, 4, 5, 4, 5, 4, 3, 5]);
    let up = moved(&low, &high, 8);
    assert_eq!(up.word(), Word::Clear(Side::Higher), "{up:?}");
    assert!(up.comparison.points > 2.0 && up.interval.lo > 0.0, "{up:?}");
    let down = moved(&high, &low, 8);
    assert_eq!(down.word(), Word::Clear(Side::Lower));
    assert!((up.comparison.points + down.comparison.points).abs() < 1e-12);
    let still = moved(&low, &low, 8);
    assert_eq!(still.word_of_move(), Word::CannotTell);
    assert!(
        still.comparison.points == 0.0 && still.smallest() > 0.0,
        "{still:?}"
    );
}

#[test]
fn capping_never_makes_a_change() {
    let survey = survey();
    // Both are shown as three fours and two threes, so the mean may have moved by 0.4 up or down, or not at all.
    let nearly = keyed(&survey, &[4, 4, 4, 3, 3]);
    let unanimous = keyed(&survey, &[4; 5]);
    let change = moved(&nearly, &unanimous, 5);
    assert_eq!(change.word_of_move(), Word::CannotTell, "{change:?}");
    assert!(change.interval.contains(-0.39) && change.interval.contains(0.39));
    assert!(change.smallest() > 0.39);
}

#[test]
fn the_fewer_must_have_answered_twice_the_wider_is_the_change() {
    let survey = survey();
    let low = keyed(&survey, &[1, 2, 2, 3, 2, 1, 2, 3]);
    let width = |people| {
        let interval = moved(&low, &low, people).interval;
        interval.hi - interval.lo
    };
    assert!(
        width(16) > width(10) && width(10) > width(8),
        "{}",
        width(8)
    );
}

#[test]
fn only_items_that_both_waves_asked_are_compared() {
    let survey = survey();
    let leader = sheet(&survey, Some(3), &[]);
    let members = mixed(&survey);
    let now = wave(&survey, &members, 8, &leader);
    let mut shorter = survey.clone();
    let dropped = shorter
        .items
        .iter()
        .position(|item| item.id == "T5")
        .unwrap();
    shorter.items.remove(dropped);
    let cut = |sheet: &Vec<Option<u8>>| {
        let mut sheet = sheet.clone();
        sheet.remove(dropped);
        sheet
    };
    let sheets: Vec<_> = members.iter().map(cut).collect();
    let then = wave(&shorter, &sheets, 8, &cut(&leader));
    let changes = now.changes(0, (&then, 0), 8, &[]).unwrap();
    let change = changes[trust(&survey)].unwrap();
    assert!(
        change.comparison.points.abs() < 1e-12,
        "the dropped item alone would have moved it: {change:?}"
    );
    let wider = moved(&members, &members, 8);
    assert!(change.interval.hi - change.interval.lo > wider.interval.hi - wider.interval.lo);
}

#[test]
fn parameters_come_from_the_wave_before_when_this_one_has_too_few_answers() {
    let survey = survey();
    let trust = trust(&survey);
    let many: Vec<_> = (0..30).flat_map(|_| keyed(&survey, &[2, 4])).collect();
    let earlier = Parameters::of(&survey, &team(&survey, &many, 60), None);
    let before = earlier.of_dimension(trust).unwrap();
    assert_eq!(before.variance_from, Source::Wave);
    let few = team(&survey, &mixed(&survey), 8);
    let now = Parameters::of(&survey, &few, Some(&earlier));
    let found = now.of_dimension(trust).unwrap();
    assert_eq!(found.variance_from, Source::Earlier);
    assert_eq!(found.variance(), before.variance());
    assert_eq!(
        now.source(),
        Source::Declared,
        "sixty people of one team say nothing of teams"
    );
    let alone = Parameters::of(&survey, &few, None);
    assert_eq!(
        alone.of_dimension(trust).unwrap().variance_from,
        Source::Declared
    );
}
