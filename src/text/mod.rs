//! Languages, translated messages and templates: everything a person reads is worded here.

mod contact;
mod folded;
mod keyed;
mod lang;
mod pages;
mod sentence;

pub use contact::contact_href;
pub use folded::folded;
pub(crate) use keyed::keyed;
pub use lang::Lang;
pub use pages::{Markup, PageError, Pages, escape};
pub use sentence::{Arg, Sentence};
