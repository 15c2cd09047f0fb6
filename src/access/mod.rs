//! Who may come in, and what they may: the first visit, accounts and roles, passwords and second factors, sign-in by
//! mail and by the company, sessions.

mod account;
mod company;
mod device;
mod factor;
mod link;
mod notice;
mod password;
mod reset;
mod roles;
mod session;
mod setup;
mod totp;

pub use account::{
    AccountForm, AccountView, accounts, anybody, drop_factor, end_account, holder, invite,
    invite_again, is_last_administrator, may_go, reform, untie,
};
pub use company::{Answer, Arrived, from_company, to_company};
pub use device::Knock;
pub use factor::{
    Enrolment, FactorState, confirm, enrol, enter_factor, factor_state, new_recovery, prove,
};
pub use link::{Look, ask, enter_code, follow, look, operator_link};
pub use password::{Entered, sign_in};
pub use reset::{Resetting, change_password, forgot, resetting, set_password};
pub use roles::{RoleHolders, who_may_see_what};
pub use session::{
    Entry, Listed, Viewer, csrf, end, end_listed, end_others, end_sessions, sessions, sweep, viewer,
};
pub use setup::{SetUp, is_first_visit, set_up, setup_code};

use crate::app::App;
use crate::ballot::random;
use crate::error::Outcome;
use crate::ids::PersonId;
use crate::store::act::{self, Kind};
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

/// An address as it is compared.
fn address(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// Tells the operator that somebody was not let in: by what, and to whose account, if it is one.
fn turned_away(way: &'static str, person: Option<&PersonId>) {
    let person = person.map_or("unknown", PersonId::as_str);
    tracing::warn!(event = "sign-in-refused", way, person);
}

/// Notes an act that changes nothing, such as a download.
pub fn note(app: &App, by: &str, kind: Kind, subject: &str) -> Outcome<()> {
    app.store
        .write(|c| act::note(c, app.now(), by, kind, subject))
}
