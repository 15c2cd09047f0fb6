//! The one bridge from stored results to reports.

mod load;
mod organisation;
mod team;

pub use organisation::{OrganisationPage, organisation};
pub use team::{TeamLink, TeamPage, team, teams};
