//! What leader and team promise each other after a release: commit, renegotiate, take back, remind; hand out, so that
//! the members of the next wave judge it.

mod commit;
mod hand_out;
mod led;
mod remind;
mod renegotiate;
mod take_back;

pub use commit::{CommitForm, Committed, FieldFault, LONGEST, OPEN, commit};
pub use hand_out::hand_out;
pub use led::today;
pub use renegotiate::renegotiate;
pub use take_back::{may_take_back, take_back};
