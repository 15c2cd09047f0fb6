//! Who may come in: the first visit, passwords, sign-in by mail, sessions.

mod link;
mod password;
mod session;
mod setup;

pub use link::{Look, ask, enter_code, follow, look, operator_link};
pub use password::sign_in;
pub use session::{Viewer, csrf, end, sweep, viewer};
pub use setup::{SetUp, is_first_visit, set_up};

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};

/// A fresh secret for a cookie: 256 bits as text.
pub fn cookie_secret(app: &crate::app::App) -> String {
    BASE32_NOPAD
        .encode(&app.random.bytes::<32>())
        .to_lowercase()
}

/// All that is stored of a secret.
fn hash(secret: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(secret))
}
