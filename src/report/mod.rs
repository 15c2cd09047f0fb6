//! What a person reads: scores as whole numbers, verdicts as words, and a sentence for each.
//!
//! Everything here is made of released values; raw answers and raw scores cannot be written out.

mod gut_check;
mod organisation;
mod trend;
mod unit;

pub use gut_check::{GutCheck, gut_check};
pub use organisation::{Cell, Group, OrganisationReport, Row, organisation};
pub use trend::{Past, Trend, trend};
pub use unit::{GapRow, Involvement, Symptom, UnitReport, unit};

use crate::scoring::score_0_100;

/// Points as the whole number from 0 to 100 that pages show.
fn whole(points: f64) -> i64 {
    score_0_100(points).round() as i64
}

/// A share as whole percent.
fn percent(share: f64) -> i64 {
    (100.0 * share).round() as i64
}
