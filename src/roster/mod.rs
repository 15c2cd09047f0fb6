//! The roster: who is in which team, and in which role. A roster file is the whole truth; it is read,
//! compared with what is known, shown, and then applied in one piece or not at all.

mod apply;
mod change;
mod decisions;
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

pub use apply::{apply, apply_decided};
pub use decisions::{Decisions, Same, asks_for_number, refusal};
pub use difference::{Change, ChangedPerson, Difference, Listed, Membership, Person, Who};
pub use encoding::Encoding;
pub use identity::people::SamePerson;
pub use identity::teams::SameTeam;
pub use preview::{FileFacts, Preview, preview, preview_decided};
pub use read::{TeamPeople, TeamRow, headcount, team, teams};
pub use stage::stage;

/// The names of a team and everything above it, from the root down.
pub type TeamPath = Vec<String>;
