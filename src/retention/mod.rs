//! What is kept for how long, what is known of a person, and what can be erased.

mod copy;
mod erase;
mod night;
mod terms;

pub use copy::{Copy, Reader, copy};
pub use erase::{Erasure, erase, erasure};
pub use night::{last_night, night};
pub use terms::{Kind, Term, counted, term};
