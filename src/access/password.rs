use super::session;
use crate::app::App;
use crate::ballot::random;
use crate::error::{Outcome, Problem};
use crate::store::people;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use rand::Rng;

/// Shortest password taken, in characters.
pub(super) const SHORTEST: usize = 12;

/// Compared against when the account is unknown, so that the answer takes as long.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
    QlTmJS4sJzqXAz2EMgBt9RzYEOoaArMO7bWPuUjvPnk";

/// Signs an administrator in, and gives the secret for the cookie.
///
/// # Errors
/// One and the same refusal for an unknown address and a wrong password, and another one after ten
/// attempts in a minute.
pub fn sign_in(app: &App, email: &str, password: &str) -> Outcome<String> {
    let email = email.trim().to_lowercase();
    if !app.password_limit.allows(&email) {
        return Err(Problem::refused("problem-password-often"));
    }
    let account = app.store.read(|c| {
        let Some(person) = people::person_by_email(c, &email)? else {
            return Ok(None);
        };
        Ok(people::password_hash(c, &person.id)?.map(|hash| (person, hash)))
    })?;
    let stored = account.as_ref().map_or(NOBODY, |(_, hash)| hash.as_str());
    let right = matches(password, stored);
    match account {
        Some((person, _)) if right && person.active => session::begin(app, &person.id),
        _ => Err(Problem::refused("problem-password")),
    }
}

fn matches(password: &str, stored: &str) -> bool {
    let parsed = PasswordHash::new(stored);
    parsed.is_ok_and(|hash| {
        Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
    })
}

/// The argon2id hash of a new password.
pub(super) fn hash(password: &str) -> Outcome<String> {
    let mut salt = [0; 16];
    random::system().fill_bytes(&mut salt);
    let hash: Result<PasswordHash, _> =
        Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
    hash.map(|hash| hash.to_string())
        .map_err(|error| Problem::fault("password", error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stand_in_for_unknown_accounts_costs_a_real_comparison() {
        assert!(PasswordHash::new(NOBODY).is_ok());
        assert!(!matches("anything", NOBODY));
    }
}
