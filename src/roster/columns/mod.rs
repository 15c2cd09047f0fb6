//! What the columns of somebody else's list mean: recognised by their names and by what is in them, and assigned
//! by HR where that is not enough. Everything here is pure.

mod content;
mod dictionary;
mod hint;
mod layout;
mod meaning;
mod recognise;
mod roles;
mod words;

#[cfg(test)]
mod tests;

pub use hint::{Hint, hint};
pub use layout::{Layout, LayoutFault, Source, is_reason};
pub use meaning::Meaning;
pub use recognise::recognise;
pub use roles::{MOST_WORDS, role_of};
pub use words::plain;
