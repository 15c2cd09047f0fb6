//! The roster: who is in which team, and in which role. A roster file is the whole truth; it is read,
//! compared with what is known, shown, and then applied in one piece or not at all.

mod apply;
mod difference;
mod encoding;
mod identity;
mod known;
mod preview;
mod read;
pub mod sheet;
mod stage;

#[cfg(test)]
mod tests;

pub use apply::apply;
pub use difference::{Change, ChangedPerson, Difference, Listed, Membership, Person, Who};
pub use encoding::Encoding;
pub use preview::{FileFacts, Preview, preview};
pub use read::{TeamPeople, TeamRow, headcount, team, teams};
pub use stage::stage;

/// The names of a team and everything above it, from the root down.
pub type TeamPath = Vec<String>;
