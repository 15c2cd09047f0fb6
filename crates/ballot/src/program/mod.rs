//! The programs for people outside: `gutcheck-verify` checks a wave, and `gutcheck-trustee` opens one together
//! with others. `gutcheck verify` and `gutcheck trustee` of the product are the same.

mod link;
#[cfg(test)]
mod mock;
mod site;
mod terminal;
mod tls;
mod trustee;
mod verify;

pub use tls::tls;
pub use trustee::{TrusteeArgs, run as trustee};
pub use verify::{Product, VerifyArgs, run as verify};
