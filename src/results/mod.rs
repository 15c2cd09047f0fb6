//! The one bridge from stored results to reports.

mod commitments;
mod compare;
mod lean;
mod load;
mod organisation;
mod part;
mod past;
mod readers;
mod team;

pub use commitments::{Made, agreed, made, promised};
pub use compare::compare;
pub use lean::leans;
pub use organisation::{Said, organisation, released, said};
pub use part::{PartNode, direct, group, in_organisation, in_part, part, part_nodes};
pub use readers::{ReaderLine, readers};
pub use team::{TeamLink, TeamShown, edition, kind, led, shared, team, teams, teams_shown};
