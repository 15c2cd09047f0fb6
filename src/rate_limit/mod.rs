//! How often something may be tried. Every node counts for itself, in memory.

mod passwords;
mod refusals;

pub use passwords::PasswordLimit;
pub use refusals::RefusalLimit;
