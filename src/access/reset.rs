use super::factor::ask_password;
use super::link::Asked;
use super::password::{self, Entered};
use super::{Knock, Viewer, address, company, notice, session};
use crate::app::App;
use crate::ballot::secret::SignInSecret;
use crate::error::{Outcome, Problem};
use crate::ids::PersonId;
use crate::rate_limit::Door;
use crate::store::access::{self, Account, Purpose, SignIn};
use crate::store::act::{self, Kind};
use crate::store::people::{self, Person};
use crate::store::{Db, Moment};
use chrono::Duration;

/// How long a link by which a password is set anew is good.
const GOOD_FOR: Duration = Duration::hours(1);

/// Queues a mail by which a password can be set anew, if the address is that of an account. The caller learns
/// nothing, and the same is written for everybody.
///
/// # Errors
/// A refusal if there were too many requests.
pub fn forgot(app: &App, knock: &Knock, email: &str) -> Outcome<()> {
    company::may_do_without(app)?;
    if !app.doors.allow(Door::Mail, knock.from, app.now()) {
        return Err(Problem::refused("problem-often"));
    }
    let email = address(email);
    app.store.write(|c| {
        let account = access::account_by_email(c, &email)?;
        let asked = Asked {
            purpose: Purpose::Reset,
            email: &email,
            person: account.map(|(account, _)| account.person),
            good_for: GOOD_FOR,
        };
        asked.send(app, c).map(drop)
    })
}

/// Whose password a link sets.
pub struct Resetting {
    /// The address of the account.
    pub email: String,
    /// It is their first one.
    pub welcome: bool,
}

/// Looks at a link by which a password is set, without using it; `None` if it is used or too old.
///
/// # Errors
/// A refusal where nobody signs in by a password.
pub fn resetting(app: &App, token: &str) -> Outcome<Option<Resetting>> {
    company::may_do_without(app)?;
    let found = app.store.read(|c| find(c, token, app.now()))?;
    Ok(found.map(|found| Resetting {
        email: found.account.email,
        welcome: found.request.kind == Purpose::Welcome,
    }))
}

struct Found {
    request: SignIn,
    account: Account,
    person: Person,
}

fn find(c: &mut Db, token: &str, now: Moment) -> Outcome<Option<Found>> {
    let Some(secret) = SignInSecret::parse(token) else {
        return Ok(None);
    };
    let request = access::by_token(c, &secret.hash(), now)?;
    let sets = |one: &SignIn| matches!(one.kind, Purpose::Welcome | Purpose::Reset);
    let Some(request) = request.filter(sets) else {
        return Ok(None);
    };
    let Some(id) = request.person.clone() else {
        return Ok(None);
    };
    let Some(account) = access::account(c, &id)? else {
        return Ok(None);
    };
    let person = people::person(c, &id)?;
    Ok(Some(Found {
        request,
        account,
        person,
    }))
}

/// Sets a password by a link and lets its owner in, as far as their second factor. Every session and every other link
/// of the account ends. `None` if the link is used or too old.
///
/// # Errors
/// A refusal if the password is easily guessed.
pub fn set_password(app: &App, knock: &Knock, token: &str, new: &str) -> Outcome<Option<Entered>> {
    company::may_do_without(app)?;
    let Some(found) = app.store.read(|c| find(c, token, app.now()))? else {
        return Ok(None);
    };
    let hash = judged(app, &found.account, &found.person, new)?;
    app.store.write(|c| {
        let id = &found.account.person;
        if !access::consume(c, &found.request.id)? {
            return Ok(None);
        }
        put(app, c, id, &hash)?;
        access::end_all(c, id)?;
        for purpose in [
            Purpose::Factor,
            Purpose::Operator,
            Purpose::Reset,
            Purpose::Welcome,
        ] {
            access::spoil(c, id, purpose)?;
        }
        if found.request.kind == Purpose::Reset {
            notice::password_changed(app, c, id)?;
        }
        password::enter(app, c, id, knock).map(Some)
    })
}

/// Changes the password of somebody who is signed in; gives the new secret of this session. All others end.
///
/// # Errors
/// A refusal if the old one is wrong or the new one is easily guessed.
pub fn change_password(
    app: &App,
    viewer: &Viewer,
    session: &str,
    (old, new): (&str, &str),
) -> Outcome<String> {
    let id = &viewer.person.id;
    let account = app.store.read(|c| access::account(c, id))?;
    let account = account.ok_or(Problem::NotFound)?;
    ask_password(app, id, old)?;
    let hash = judged(app, &account, &viewer.person, new)?;
    app.store.write(|c| {
        put(app, c, id, &hash)?;
        notice::password_changed(app, c, id)?;
        session::renew(c, id, session)
    })
}

/// The hash of a new password that is good enough.
fn judged(app: &App, account: &Account, person: &Person, new: &str) -> Outcome<String> {
    let organisation = app.organisation()?.map(|known| known.name.clone());
    let organisation = organisation.unwrap_or_default();
    match password::fault(new, &[&account.email, &person.name, &organisation]) {
        Some(fault) => Err(Problem::Refused(fault)),
        None => password::hash(app, new),
    }
}

fn put(app: &App, c: &mut Db, id: &PersonId, hash: &str) -> Outcome<()> {
    access::set_password(c, id, hash)?;
    act::note(c, app.now(), id.as_str(), Kind::Password, id.as_str())
}
