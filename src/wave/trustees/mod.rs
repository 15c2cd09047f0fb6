//! Waves that only trustees open, so many of them together: who they are, the proof before the first mail that
//! they can, and the shares that they hand in after the close.

mod bench;
mod canary;
mod exchange;
mod form;
mod opener;
mod shares;

pub use bench::{Task, trustees};
pub use canary::{admit, canary_box, prove_canary};
pub use exchange::{Asked, Refused, ask, prove, sweep};
pub use form::{OpeningForm, opening_form};
pub use shares::{ballots, hand_in, upload_size};

pub(super) use bench::Bench;
pub(super) use canary::make as make_canary;
pub(super) use opener::Opener;
