//! Scores from released counts and the leaders' answers, in the terms of the survey.
//!
//! Points are scale points from 1 to 5 on keyed answers: a reversed item is turned round, the direction of a
//! dimension is not, so high is worse for traps and symptoms.

mod agreement;
mod below;
mod calibration;
mod change;
mod commitment;
mod comparison;
mod estimate;
mod leader;
mod parameters;
mod pattern;
mod profile;
mod reading;
#[cfg(test)]
mod tests;
mod unit;
mod wave;

pub use crate::stats::Judged;
pub use agreement::Agreement;
pub use below::GapSpread;
pub use calibration::{Calibration, Direction, Shares};
pub use commitment::Judgement;
pub use estimate::Estimate;
pub use leader::LeaderAnswers;
pub use parameters::{DimensionParameters, Parameters, Source};
pub use pattern::Pattern;
pub use profile::{VisitorProfile, visitor};
pub use unit::{DimensionScores, ItemScore, UnitMeans, UnitScores};
pub use wave::Wave;

use crate::stats::Interval;
use crate::survey::Item;

/// The ends of every scale (the survey's lint keeps five options).
const SCALE: Interval = Interval { lo: 1.0, hi: 5.0 };

/// The dimensions that a team's pattern is read from.
const LEADERSHIP_TRAP: &str = "leadership-trap";
const MEMBER_TRAP: &str = "member-trap";

/// Points as 0 to 100: 1 becomes 0 and 5 becomes 100. For display only.
pub fn score_0_100(points: f64) -> f64 {
    100.0 * (points - SCALE.lo) / (SCALE.hi - SCALE.lo)
}

/// The points of an option's value for an item, turned round if the item is reversed.
fn keyed(item: &Item, value: f64) -> f64 {
    if item.reversed {
        SCALE.lo + SCALE.hi - value
    } else {
        value
    }
}
