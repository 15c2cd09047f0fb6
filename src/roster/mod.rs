//! The roster: who is in which team, and in which role. A roster file is the whole truth; it is read,
//! compared with what is known, shown, and then applied in one piece or not at all.

mod apply;
mod correct_address;
mod change;
mod decisions;
mod difference;
mod download;
mod encoding;
mod identity;
mod known;
mod person;
mod preview;
mod read;
pub mod sheet;
mod stage;
mod summary;
mod team;
mod undo;

#[cfg(test)]
mod tests;

pub use apply::{apply, apply_decided};
pub use correct_address::{AddressForm, correct_address};
pub use decisions::{Decisions, Same, asks_for_number, refusal};
pub use difference::{Change, ChangedPerson, Difference, Listed, Membership, Person, Who};
pub use download::download;
pub use encoding::Encoding;
pub use identity::people::SamePerson;
pub use identity::teams::SameTeam;
pub use person::{PersonCard, PersonFault, PersonForm, deactivate, person, save};
pub use preview::{FileFacts, Preview, preview, preview_decided};
pub use read::{
    PlacesOf, TeamPeople, TeamRow, below, find, headcount, path, team, teams, teams_named, tops,
};
pub use stage::stage;
pub use summary::Summary;
pub use team::{close_team, move_team};
pub use undo::{LastImport, last_import, undo};

/// The names of a team and everything above it, from the root down.
pub type TeamPath = Vec<String>;

/// The most levels of a path.
const LEVELS: usize = 6;
