use super::link::typed;
use super::session::{self, Entry};
use super::{Knock, Viewer, company, hash, notice, password, totp, turned_away};
use crate::app::App;
use crate::ballot::letters;
use crate::ballot::secret::{SignInSecret, derive};
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, SignInId};
use crate::rate_limit::Door;
use crate::store::Db;
use crate::store::access::{self, Factor, Purpose, SignIn, Way};
use crate::store::act::{self, Kind};
use chrono::Duration;
use data_encoding::BASE32_NOPAD;

/// So many wrong codes end an attempt to sign in.
const MOST_ATTEMPTS: i32 = 5;

/// So many wrong codes in a time close this door for the rest of it, wherever they come from. Recovery codes, which
/// cannot be guessed, go on working.
const MOST_WRONG: i32 = 30;
const WRONG_FOR: Duration = Duration::hours(1);

/// How many recovery codes there are, and how many random bytes each has: so many that a plain hash is enough to keep.
const RECOVERY: usize = 10;
const RECOVERY_BYTES: usize = 15;

/// A new app that shows codes, before its first code was entered.
pub struct Enrolment {
    /// From this and the server's key the secret follows.
    pub seed: String,
    /// The secret in groups of four letters, for typing.
    pub secret: String,
    /// The same as a QR code: the outline of its dark squares, and its width.
    pub qr: (String, usize),
}

/// What somebody has for a second factor.
pub struct FactorState {
    /// An app that shows codes.
    pub app: bool,
    /// Recovery codes that are left.
    pub recovery: i64,
}

/// What somebody has for a second factor.
pub fn factor_state(app: &App, person: &PersonId) -> Outcome<FactorState> {
    app.store.read(|c| {
        Ok(FactorState {
            app: access::has_factor(c, person)?,
            recovery: access::recovery_left(c, person)?,
        })
    })
}

/// Begins to set up an app; nothing is stored. `seed` is that of an attempt before.
pub fn enrol(app: &App, viewer: &Viewer, seed: Option<&str>) -> Outcome<Enrolment> {
    let seed = seed.and_then(SignInId::parse);
    let seed = seed.unwrap_or_else(|| SignInId::new(app.seed()));
    let account = app.store.read(|c| access::account(c, &viewer.person.id))?;
    let account = account.ok_or(Problem::NotFound)?;
    let secret = BASE32_NOPAD.encode(&secret(app, &seed));
    let organisation = app.organisation()?.map(|known| known.name.clone());
    let uri = totp::uri(&secret, &organisation.unwrap_or_default(), &account.email);
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    Ok(Enrolment {
        seed: seed.to_string(),
        secret: groups.join(" "),
        qr: totp::qr(&uri).ok_or_else(|| Problem::broken("a QR code has no room"))?,
    })
}

fn secret(app: &App, seed: &SignInId) -> Vec<u8> {
    let mut secret = derive(app.server.expose(), "totp", &seed.bytes()).to_vec();
    secret.truncate(totp::SECRET);
    secret
}

/// Takes an app whose code was entered, in the place of the one before. Gives the new secret of this session and the
/// recovery codes; all other sessions of the account end.
///
/// # Errors
/// A refusal if the code is wrong, or the password where there was an app before.
pub fn confirm(
    app: &App,
    viewer: &Viewer,
    session: &str,
    (seed, code, password): (&str, &str, &str),
) -> Outcome<(String, Vec<String>)> {
    let (person, now) = (&viewer.person.id, app.now());
    let seed = SignInId::parse(seed).ok_or_else(|| Problem::refused("problem-form"))?;
    if factor_state(app, person)?.app {
        ask_password(app, person, password)?;
    }
    let step = totp::matching(&secret(app, &seed), &typed(code), now);
    let step = step.ok_or_else(|| Problem::refused("problem-factor-code"))?;
    let codes = recovery_codes(app);
    let secret = app.store.write(|c| {
        let new = Factor {
            person: person.clone(),
            seed: seed.to_string(),
            confirmed: true,
            last_step: step,
            wrong: 0,
            wrong_since: now,
        };
        access::set_factor(c, &new)?;
        access::set_recovery(c, person, &hashes(&codes))?;
        act::note(c, now, person.as_str(), Kind::Factor, person.as_str())?;
        notice::factor_changed(app, c, person)?;
        session::renew(c, person, session)
    })?;
    Ok((secret, codes))
}

/// Other recovery codes in the place of those before.
///
/// # Errors
/// A refusal if the password is wrong or there is no app.
pub fn new_recovery(app: &App, viewer: &Viewer, password: &str) -> Outcome<Vec<String>> {
    let person = &viewer.person.id;
    ask_password(app, person, password)?;
    let codes = recovery_codes(app);
    app.store.write(|c| {
        if !access::has_factor(c, person)? {
            return Err(Problem::NotFound);
        }
        access::set_recovery(c, person, &hashes(&codes))?;
        act::note(c, app.now(), person.as_str(), Kind::Factor, person.as_str())?;
        notice::factor_changed(app, c, person)
    })?;
    Ok(codes)
}

/// # Errors
/// A refusal if it is not the password of this account.
pub(super) fn ask_password(app: &App, person: &PersonId, typed: &str) -> Outcome<()> {
    let account = app.store.read(|c| access::account(c, person))?;
    let stored = account.and_then(|account| account.password_hash);
    let stored = stored.ok_or_else(|| Problem::refused("problem-password-none"))?;
    // Whoever took over an open browser has no more tries than a stranger.
    if !app.doors.allow_stranger(person.as_str()) {
        return Err(Problem::refused("problem-often"));
    }
    match password::matches(app, typed, &stored)? {
        true => Ok(()),
        false => {
            turned_away("password", Some(person));
            Err(Problem::refused("problem-password-own"))
        }
    }
}

fn recovery_codes(app: &App) -> Vec<String> {
    let code = |_| {
        let bytes: [u8; RECOVERY_BYTES] = app.random.bytes();
        let letters: Vec<char> = letters::of_bytes(&bytes).chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
        groups.join("-")
    };
    (0..RECOVERY).map(code).collect()
}

fn hashes(codes: &[String]) -> Vec<String> {
    codes.iter().map(|code| hash(&typed(code))).collect()
}

/// Lets somebody in whose password was right, by a code of their app or a recovery code; `None` if it is neither.
///
/// # Errors
/// A refusal if there were too many attempts, or the password was too long ago.
pub fn enter_factor(app: &App, knock: &Knock, pending: &str, code: &str) -> Outcome<Option<Entry>> {
    company::may_do_without(app)?;
    let now = app.now();
    if !app.doors.allow(Door::Code, knock.from, now) {
        return Err(Problem::refused("problem-often"));
    }
    let late = || Problem::refused("problem-factor-late");
    let pending = SignInSecret::parse(pending).ok_or_else(late)?;
    app.store.write(|c| {
        let request = access::by_token(c, &pending.hash(), now)?;
        let request = request.filter(|one| one.kind == Purpose::Factor);
        let request = request.ok_or_else(late)?;
        let person = request.person.clone().ok_or_else(late)?;
        if !access::attempt(c, &request.id, MOST_ATTEMPTS)? {
            return Err(late());
        }
        match is_right(app, c, &person, code)? {
            true => come_in(app, c, &request, &person, knock).map(Some),
            false => Ok(None),
        }
    })
}

/// Lets somebody who is signed in prove again who they are, by all that signing in asks for; they get a new session in
/// the place of the one they have. `None` if the code is wrong.
///
/// # Errors
/// A refusal if the password is wrong or there were too many attempts.
pub fn prove(
    app: &App,
    knock: &Knock,
    viewer: &Viewer,
    (password, code): (&str, &str),
) -> Outcome<Option<Entry>> {
    company::may_do_without(app)?;
    let person = &viewer.person.id;
    if !app.doors.allow(Door::Password, knock.from, app.now()) {
        return Err(Problem::refused("problem-often"));
    }
    ask_password(app, person, password)?;
    app.store.write(|c| {
        if access::has_factor(c, person)? && !is_right(app, c, person, code)? {
            return Ok(None);
        }
        session::begin(app, c, person, Way::Password, knock).map(Some)
    })
}

fn is_right(app: &App, c: &mut Db, person: &PersonId, code: &str) -> Outcome<bool> {
    let code = typed(code);
    let right = match code.len() > 6 {
        true => access::recover(c, person, &hash(&code))?,
        false => is_of_app(app, c, person, &code)?,
    };
    if !right {
        turned_away("factor", Some(person));
    }
    Ok(right)
}

fn is_of_app(app: &App, c: &mut Db, person: &PersonId, code: &str) -> Outcome<bool> {
    let now = app.now();
    let factor = access::factor(c, person)?.filter(|factor| factor.confirmed);
    let factor = factor.ok_or(Problem::NotFound)?;
    let seed = SignInId::parse(&factor.seed);
    let seed = seed.ok_or_else(|| Problem::broken("the seed of an app cannot be read"))?;
    if factor.wrong >= MOST_WRONG && now - factor.wrong_since < WRONG_FOR {
        return Err(Problem::refused("problem-factor-often"));
    }
    let step = totp::matching(&secret(app, &seed), code, now);
    // A code that was taken is not taken again.
    let taken = step.map_or(Ok(false), |step| access::take_step(c, person, step))?;
    if !taken {
        access::wrong_step(c, person, now, now - WRONG_FOR)?;
    }
    Ok(taken)
}

fn come_in(
    app: &App,
    c: &mut Db,
    request: &SignIn,
    person: &PersonId,
    knock: &Knock,
) -> Outcome<Entry> {
    if !access::consume(c, &request.id)? {
        return Err(Problem::refused("problem-factor-late"));
    }
    session::begin(app, c, person, Way::Password, knock)
}
