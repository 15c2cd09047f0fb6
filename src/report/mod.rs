//! What a person reads: scores as whole numbers, verdicts as words, and a sentence for each.
//!
//! Everything here is made of released values; raw answers and raw scores cannot be written out.

mod agreement;
mod below;
mod change;
mod codebook;
mod commitment;
mod compare;
mod gap;
mod group;
mod guide;
mod gut_check;
mod instrument;
mod involvement;
mod members;
mod next;
mod organisation;
mod page;
mod profile;
mod ranking;
mod relations;
mod row;
mod shares;
mod spread;
mod step;
#[cfg(test)]
mod tests;
mod trend;
mod unit;

pub use crate::disclosure::{COMMENTED, SHARED};
pub use below::{GapsRow, LeadersBelow, below, leaders_below};
pub use change::{ChangeRow, ChangeVerdict, Moves};
pub use codebook::{CodebookRow, codebook};
pub use commitment::{CommitmentCounts, CommitmentVerdict, Judged, judged};
pub use compare::{ChangeCell, ComparedRow, Comparison, compared_cells, compared_columns};
pub use gap::{MeanGap, Verdict};
pub use group::{Group, NodeName, UnitId, groups, merged, node_name, without};
pub use guide::{GuideStep, plain_guide};
pub use gut_check::{GutCheck, gut_check};
pub use instrument::InstrumentRow;
pub use involvement::Involvement;
pub use members::{Asked, members};
pub use organisation::{Cell, GapCell, Head, OrganisationReport, Row, organisation};
pub use page::{Comments, CommitmentView, OrganisationPage, PageHead, PageKind, TeamPage};
pub use ranking::{Evidence, RankedTeam, RankedTopic, Ranking, ranking};
pub use relations::{Relation, Relations, relations};
pub use row::GapRow;
pub use spread::{Spread, SpreadRow, spread};
pub use step::Step;
pub use trend::{Column, Line, Past, Point, Trend, trend};
pub use unit::{Symptom, UnitReport, unit};

use crate::scoring::score_0_100;

/// Points as the whole number from 0 to 100 that pages show.
fn whole(points: f64) -> i64 {
    score_0_100(points).round() as i64
}

/// The lower end of a range, so that what is shown contains it.
fn floor(points: f64) -> i64 {
    tidy(score_0_100(points)).floor() as i64
}

/// The upper end of a range, so that what is shown contains it.
fn ceiling(points: f64) -> i64 {
    tidy(score_0_100(points)).ceil() as i64
}

/// A distance of 1 point is 25 of 100.
fn points_near(points: f64) -> i64 {
    (25.0 * points).round() as i64
}

/// The lower end of a range of distances, so that what is shown contains it.
fn floor_of_distance(points: f64) -> i64 {
    tidy(25.0 * points).floor() as i64
}

/// The upper end of a range of distances, so that what is shown contains it.
fn ceiling_of_distance(points: f64) -> i64 {
    tidy(25.0 * points).ceil() as i64
}

/// Rounded to nine decimals, so that the error of a sum does not reach the next whole number: 60.000 000 000 1 is 60,
/// and its ceiling is not 61.
fn tidy(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}

/// A share as whole percent.
fn percent(share: f64) -> i64 {
    (100.0 * share).round() as i64
}
