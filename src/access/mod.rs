//! Who may come in: the first visit, passwords, sign-in by mail, sessions.

mod link;
mod password;
mod session;
mod setup;

pub use link::{Look, ask, enter_code, follow, look, operator_link};
pub use password::sign_in;
pub use session::{Viewer, csrf, end, sweep, viewer};
pub use setup::{SetUp, is_first_visit, set_up};

use crate::ballot::random;
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use rand::Rng;
use sha2::{Digest, Sha256};

/// A fresh secret for a cookie: 256 bits as text.
pub fn cookie_secret() -> String {
    let mut secret = [0; 32];
    random::system().fill_bytes(&mut secret);
    BASE32_NOPAD.encode(&secret).to_lowercase()
}

/// All that is stored of a secret.
fn hash(secret: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(secret))
}
