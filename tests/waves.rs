//! A wave changes one verb at a time.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use support::races;

#[test]
fn repeat_pressed_while_a_release_counts_is_kept_and_a_second_press_makes_no_second_series() {
    races::repetition_outlives_a_release(None);
}

#[test]
fn repeat_pressed_by_several_people_at_once_makes_one_series() {
    races::presses_at_once_make_one_series(None);
}

#[test]
fn the_test_of_a_key_does_not_undo_the_settling_of_its_wave() {
    races::a_wave_is_settled_once_whatever_its_key_test_has_read(None);
}

#[test]
fn a_plan_that_changes_during_the_launch_is_not_put_back() {
    races::a_plan_that_changes_during_the_launch_is_not_put_back(None);
}
