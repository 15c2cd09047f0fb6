//! The roster: who is in which team, and in which role. A roster file is the whole truth; it is read,
//! compared with what is known, shown, and then applied in one piece or not at all. A list that somebody else
//! wrote is read by what its columns mean.

mod apply;
mod change;
pub mod columns;
mod correct_address;
mod decisions;
mod difference;
mod download;
mod identity;
mod import;
mod kept;
mod known;
mod night;
mod person;
mod preview;
mod read;
mod rest;
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
pub use identity::people::SamePerson;
pub use identity::teams::SameTeam;
pub use import::{Import, Opened, assign, open, reread};
pub use kept::Staying;
pub use night::{Night, Nightly, import_file};
pub use person::{PersonCard, PersonFault, PersonForm, deactivate, person, save, take_off};
pub use preview::{Dry, FileFacts, Preview, preview, preview_decided};
pub use read::{
    PlacesOf, TeamPeople, TeamRow, below, find, headcount, path, team, teams, teams_named, tops,
};
pub use rest::rest;
pub use sheet::own_role;
pub use stage::{fits, stage};
pub use summary::Summary;
pub use team::{close_team, move_team};
pub use undo::{LastImport, before_last_import, last_import, undo};

/// The names of a team and everything above it, from the root down.
pub type TeamPath = Vec<String>;

/// The most levels of a path.
const LEVELS: usize = 6;
