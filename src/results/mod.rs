//! The one bridge from stored results to reports.

mod commitments;
mod load;
mod organisation;
mod part;
mod past;
mod team;

pub use commitments::{Made, made, promised};
pub use organisation::{organisation, released};
pub use part::{PartNode, in_part, part, part_nodes};
pub use team::{TeamLink, TeamShown, led, releases, team, teams, teams_shown};
