//! The one bridge from stored results to reports.

mod commitments;
mod load;
mod organisation;
mod past;
mod team;

pub use commitments::{Made, made, promised};
pub use organisation::{organisation, released};
pub use team::{TeamLink, TeamShown, led, releases, team, teams, teams_shown};
