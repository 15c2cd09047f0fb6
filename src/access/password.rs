use super::link::secret;
use super::session::{self, Entry};
use super::{Knock, address, company, turned_away};
use crate::app::App;
use crate::ballot::random;
use crate::ballot::secret::SignInSecret;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, SignInId};
use crate::rate_limit::Door;
use crate::store::Db;
use crate::store::access::{self, Purpose, Way};
use crate::text::Sentence;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use chrono::Duration;
use data_encoding::BASE64_NOPAD;
use rand::Rng;
use subtle::ConstantTimeEq;

/// Shortest and longest password taken, in characters.
const SHORTEST: usize = 12;
const LONGEST: usize = 128;

/// So many characters have to be left without what everybody knows.
const OWN: usize = 8;

/// Words that belong to every installation, and so are the first that somebody guesses.
const OF_THE_PROGRAM: [&str; 8] = [
    "gutcheck",
    "gut-check",
    "administrator",
    "surveylead",
    "auditor",
    "umfrage",
    "befragung",
    "feedback",
];

/// Compared against when the account is unknown, so that the answer takes as long.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
    QlTmJS4sJzqXAz2EMgBt9RzYEOoaArMO7bWPuUjvPnk";

/// How long somebody has time to look for the second factor.
const PATIENCE: Duration = Duration::minutes(10);

/// How far somebody came.
#[derive(Debug)]
pub enum Entered {
    /// They are in.
    In(Entry),
    /// The second factor is missing: the secret for the cookie of whoever has to enter it.
    Factor(String),
}

/// Signs somebody with an account in.
///
/// # Errors
/// One and the same refusal for an unknown address and a wrong password, and another one if there were too many
/// attempts; busy while too many passwords are being compared.
pub fn sign_in(app: &App, knock: &Knock, email: &str, password: &str) -> Outcome<Entered> {
    company::may_do_without(app)?;
    let email = address(email);
    let account = app.store.read(|c| access::account_by_email(c, &email))?;
    let known = account
        .as_ref()
        .is_some_and(|(account, _)| knock.knows(app, &account.person));
    if !may_try(app, knock, &email, known) {
        return Err(Problem::refused("problem-often"));
    }
    let stored = account
        .as_ref()
        .and_then(|(account, _)| account.password_hash.as_deref());
    let right = matches(app, password, stored.unwrap_or(NOBODY))? && stored.is_some();
    match account {
        Some((account, person)) if right && person.active => {
            app.store.write(|c| enter(app, c, &account.person, knock))
        }
        account => {
            turned_away(
                "password",
                account.as_ref().map(|(account, _)| &account.person),
            );
            Err(Problem::refused("problem-password"))
        }
    }
}

/// A browser that has signed in before has tries of its own, so that nobody can lock its owner out.
fn may_try(app: &App, knock: &Knock, email: &str, known: bool) -> bool {
    match &knock.device {
        Some(device) if known => app.doors.allow_known(device),
        _ => {
            app.doors.allow(Door::Password, knock.from, app.now())
                && app.doors.allow_stranger(email)
        }
    }
}

/// Lets somebody in whose password is right, as far as their second factor.
pub(super) fn enter(app: &App, c: &mut Db, person: &PersonId, knock: &Knock) -> Outcome<Entered> {
    if !access::has_factor(c, person)? {
        return session::begin(app, c, person, Way::Password, knock).map(Entered::In);
    }
    let id = SignInId::new(app.seed());
    let pending = secret(app, &id, Purpose::Factor, Some(person.clone()), PATIENCE);
    access::ask(c, &pending)?;
    let secret = SignInSecret::derive(&app.server, &id.bytes());
    Ok(Entered::Factor(secret.text()))
}

/// Whether a password is the one that was stored.
///
/// # Errors
/// Busy if too many are being compared.
pub(super) fn matches(app: &App, password: &str, stored: &str) -> Outcome<bool> {
    let mut memory = app.hashing.enter().ok_or(Problem::Busy)?;
    Ok(compare(&mut memory, password, stored).unwrap_or_default())
}

/// `None` for what is no argon2id hash.
fn compare(memory: &mut Vec<Block>, password: &str, stored: &str) -> Option<bool> {
    let known = PasswordHash::new(stored).ok()?;
    let (salt, expected) = (known.salt.as_ref()?, known.hash.as_ref()?);
    let params = Params::try_from(&known).ok()?;
    let mut out = vec![0; expected.as_bytes().len()];
    derive(memory, params, (password, salt.as_ref()), &mut out).ok()?;
    Some(bool::from(out.ct_eq(expected.as_bytes())))
}

fn derive(
    memory: &mut Vec<Block>,
    params: Params,
    (password, salt): (&str, &[u8]),
    out: &mut [u8],
) -> Result<(), argon2::Error> {
    memory.resize(params.block_count(), Block::new());
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into_with_memory(password.as_bytes(), salt, out, memory)
}

/// What keeps a new password from being taken. `known` is what everybody knows of its owner.
pub(super) fn fault(password: &str, known: &[&str]) -> Option<Sentence> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some(Sentence::new("problem-password-short"));
    }
    if length > LONGEST {
        return Some(Sentence::new("problem-password-long"));
    }
    let known = known.iter().chain(&OF_THE_PROGRAM);
    let known: Vec<String> = known.map(|known| known.to_lowercase()).collect();
    let words: Vec<&str> = known
        .iter()
        .flat_map(|known| {
            [known.as_str()]
                .into_iter()
                .chain(known.split(['@', '.', ' ', '-']))
        })
        .filter(|word| word.chars().count() > 2)
        .collect();
    // What everybody knows does not count, however often it is there.
    let own = words
        .iter()
        .fold(password.to_lowercase(), |rest, word| rest.replace(word, ""));
    if own.chars().count() < OWN {
        return Some(Sentence::new("problem-password-weak"));
    }
    let strength = zxcvbn::zxcvbn(password, &words);
    (strength.score() < zxcvbn::Score::Three).then(|| Sentence::new("problem-password-weak"))
}

/// The argon2id hash of a new password.
///
/// # Errors
/// Busy if too many are being computed.
pub(super) fn hash(app: &App, password: &str) -> Outcome<String> {
    let mut memory = app.hashing.enter().ok_or(Problem::Busy)?;
    let (mut salt, mut out) = ([0; 16], [0; 32]);
    random::system().fill_bytes(&mut salt);
    derive(&mut memory, Params::default(), (password, &salt), &mut out)
        .map_err(|error| Problem::fault("password", error))?;
    let (m, t, p) = (
        Params::DEFAULT_M_COST,
        Params::DEFAULT_T_COST,
        Params::DEFAULT_P_COST,
    );
    let (salt, out) = (BASE64_NOPAD.encode(&salt), BASE64_NOPAD.encode(&out));
    Ok(format!("$argon2id$v=19$m={m},t={t},p={p}${salt}${out}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stand_in_for_unknown_accounts_costs_a_real_comparison() {
        assert_eq!(compare(&mut Vec::new(), "anything", NOBODY), Some(false));
        let own = Params::try_from(&PasswordHash::new(NOBODY).unwrap()).unwrap();
        let costs = |params: Params| (params.m_cost(), params.t_cost(), params.p_cost());
        assert_eq!(costs(own), costs(Params::default()));
    }

    #[test]
    fn memory_that_was_used_before_changes_nothing() {
        let memory = &mut Vec::new();
        let of_argon2 = Argon2::default();
        let mut whole = [0; 32];
        let salt = b"somesaltsomesalt";
        of_argon2
            .hash_password_into(b"a long password", salt, &mut whole)
            .unwrap();
        for _ in 0..2 {
            let mut out = [0; 32];
            derive(
                memory,
                Params::default(),
                ("a long password", salt),
                &mut out,
            )
            .unwrap();
            assert_eq!(out, whole);
        }
        assert_eq!(compare(memory, "anything", "no hash"), None);
    }

    #[test]
    fn a_password_that_is_guessed_soon_is_refused_whatever_its_length() {
        let known = ["Harbour", "Hanna Nilsson", "hr@harbour.example"];
        for (password, key) in [
            ("short", "problem-password-short"),
            ("aaaaaaaaaaaa", "problem-password-weak"),
            ("password1234", "problem-password-weak"),
            ("qwertzuiopas", "problem-password-weak"),
            ("hannanilsson1", "problem-password-weak"),
            ("harbourharbour", "problem-password-weak"),
            ("Gutcheck-2026!", "problem-password-weak"),
            ("Umfrage!Gutcheck7", "problem-password-weak"),
        ] {
            let refused = fault(password, &known);
            assert_eq!(refused, Some(Sentence::new(key)), "{password}");
        }
        let long = "lighthouse keeper ".repeat(8);
        assert_eq!(
            fault(&long, &known),
            Some(Sentence::new("problem-password-long"))
        );
        for password in [
            "a long password",
            "tin kettle over seven hills",
            "w9#kTz!4pQx2",
        ] {
            assert_eq!(fault(password, &known), None, "{password}");
        }
    }
}
