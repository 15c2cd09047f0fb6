use super::session::{self, Entry};
use super::{Knock, address, company, hash, turned_away};
use crate::app::App;
use crate::ballot::hash::hmac;
use crate::ballot::secret::SignInSecret;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, SignInId};
use crate::rate_limit::Door;
use crate::store::Db;
use crate::store::access::{self, Purpose, SignIn, Way};
use crate::store::act::{self, Kind as Act, OPERATOR};
use crate::store::outbox::{self, Kind, Mail};
use crate::store::people;
use chrono::Duration;
use data_encoding::HEXLOWER;

/// How long a link from a mail is good, and how many wrong codes it takes.
const GOOD_FOR: Duration = Duration::minutes(10);
const MOST_ATTEMPTS: i32 = 5;

/// Whoever asks again so soon gets the same link once more, but not oftener than that, and so many times in all.
const SAME_FOR: Duration = Duration::minutes(10);
const AGAIN_AFTER: Duration = Duration::minutes(1);
const MOST_MAILS: i32 = 3;

/// A secret is sent once more only if it is good for at least as long.
const ENOUGH: Duration = Duration::minutes(5);

/// Queues a mail with a sign-in link and a code, if the address is a leader's. The caller learns nothing, and the
/// same is written for everybody.
///
/// # Errors
/// A refusal if there were too many requests.
pub fn ask(app: &App, knock: &Knock, email: &str, browser: &str) -> Outcome<()> {
    company::may_do_without(app)?;
    if !app.doors.allow(Door::Mail, knock.from, app.now()) {
        return Err(Problem::refused("problem-often"));
    }
    let email = address(email);
    app.store.write(|c| {
        let person = access::leader_by_email(c, &email)?.map(|person| person.id);
        let asked = Asked {
            purpose: Purpose::Link,
            email: &email,
            person,
            good_for: GOOD_FOR,
        };
        let id = asked.send(app, c)?;
        access::ask_in(c, &id, &hash(browser))
    })
}

/// A mail with a secret that somebody asked for by an address.
pub(super) struct Asked<'a> {
    pub purpose: Purpose,
    pub email: &'a str,
    /// Whose address it is; nobody's, if it is not known.
    pub person: Option<PersonId>,
    pub good_for: Duration,
}

impl Asked<'_> {
    /// Makes the secret and queues the mail, or sends the one that was made before once more.
    pub fn send(self, app: &App, c: &mut Db) -> Outcome<SignInId> {
        let now = app.now();
        let parts = [b"address".as_slice(), self.email.as_bytes()];
        let address = HEXLOWER.encode(&hmac(app.server.expose(), &parts));
        access::hold_address(c, &address)?;
        let open = access::of_address(c, self.purpose, &address, now - SAME_FOR)?;
        let again = |open: &SignIn| open.mails < MOST_MAILS && now - open.mailed >= AGAIN_AFTER;
        // One that is nearly over is of little use: another one is sent, and counts like it.
        let late = |open: &SignIn| again(open) && open.expires - now < ENOUGH;
        if let Some(open) = open.as_ref().filter(|open| !late(open)) {
            if again(open) {
                let mail = format!("{}.{}", open.id, open.mails);
                outbox::queue(c, &[Mail::new(mail_kind(self.purpose), &mail, None, now)])?;
                access::mailed(c, &open.id, now)?;
            }
            return Ok(open.id.clone());
        }
        let id = SignInId::new(app.seed());
        let new = SignIn {
            address: Some(address),
            mails: open.map_or(0, |open| open.mails) + 1,
            ..secret(app, &id, self.purpose, self.person, self.good_for)
        };
        access::ask(c, &new)?;
        let mail = Mail::new(mail_kind(self.purpose), id.as_str(), None, now);
        outbox::queue(c, &[mail])?;
        Ok(id)
    }
}

fn mail_kind(purpose: Purpose) -> Kind {
    match purpose {
        Purpose::Welcome => Kind::Welcome,
        Purpose::Reset => Kind::Reset,
        Purpose::Link | Purpose::Operator | Purpose::Factor | Purpose::Company => Kind::SignIn,
    }
}

/// A new secret, which follows from its identifier and the server's key.
pub(super) fn secret(
    app: &App,
    id: &SignInId,
    purpose: Purpose,
    person: Option<PersonId>,
    good_for: Duration,
) -> SignIn {
    let (secret, now) = (SignInSecret::derive(&app.server, &id.bytes()), app.now());
    SignIn {
        id: id.clone(),
        kind: purpose,
        person,
        address: None,
        token_hash: secret.hash(),
        code_hash: (purpose == Purpose::Link).then(|| hash(&secret.code())),
        asked: now,
        mailed: now,
        mails: 1,
        expires: now + good_for,
        attempts: 0,
        used: false,
    }
}

/// A link made by the operator, which works in any browser, once, and lets an account in without its second factor.
///
/// # Errors
/// A refusal if nobody active has this address.
pub fn operator_link(app: &App, email: &str, good_for: Duration) -> Outcome<String> {
    let email = address(email);
    let id = SignInId::new(app.seed());
    app.store.write(|c| {
        let account = access::account_by_email(c, &email)?.map(|(_, person)| person);
        let person = match account {
            Some(person) => Some(person),
            None => people::person_by_email(c, &email)?,
        };
        let person = person.filter(|person| person.active);
        let person = person.ok_or_else(|| Problem::refused("problem-nobody"))?.id;
        act::note(c, app.now(), OPERATOR, Act::OperatorLink, person.as_str())?;
        let new = secret(app, &id, Purpose::Operator, Some(person), good_for);
        access::ask(c, &new)
    })?;
    let secret = SignInSecret::derive(&app.server, &id.bytes());
    Ok(app.config.link(&format!("/sign-in/link/{}", secret.text())))
}

/// What a link is worth in the browser that opened it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// It signs in.
    Good,
    /// It was asked for in another browser.
    OtherBrowser,
    /// Used, too old or never made.
    Spent,
}

/// Looks at a link without using it.
pub fn look(app: &App, token: &str, browser: Option<&str>) -> Outcome<Look> {
    app.store.read(|c| Ok(worth(app, c, token, browser)?.0))
}

/// Uses a link, and gives what the browser gets; `None` if it is not good here.
pub fn follow(
    app: &App,
    knock: &Knock,
    token: &str,
    browser: Option<&str>,
) -> Outcome<Option<Entry>> {
    app.store.write(|c| match worth(app, c, token, browser)? {
        (Look::Good, Some(request)) => consume(app, c, &request, knock),
        _ => {
            turned_away("link", None);
            Ok(None)
        }
    })
}

fn worth(
    app: &App,
    c: &mut Db,
    token: &str,
    browser: Option<&str>,
) -> Outcome<(Look, Option<SignIn>)> {
    let Some(secret) = SignInSecret::parse(token) else {
        return Ok((Look::Spent, None));
    };
    let Some(request) = access::by_token(c, &secret.hash(), app.now())? else {
        return Ok((Look::Spent, None));
    };
    let look = match (request.kind, browser) {
        (Purpose::Operator, _) => Look::Good,
        // Mails from before everybody had to sign in by the company.
        (Purpose::Link, _) if app.config.require_company_sign_in => Look::Spent,
        (Purpose::Link, Some(browser)) if access::asked_in(c, &request.id, &hash(browser))? => {
            Look::Good
        }
        (Purpose::Link, _) => Look::OtherBrowser,
        (Purpose::Factor | Purpose::Welcome | Purpose::Reset | Purpose::Company, _) => Look::Spent,
    };
    Ok((look, Some(request)))
}

/// Uses the code of a mail in a browser that asked for it; `None` if it is wrong or too old. Every attempt is counted
/// before its code is looked at, in the same transaction.
///
/// # Errors
/// A refusal if there were too many attempts from one place, or in all.
pub fn enter_code(app: &App, knock: &Knock, browser: &str, code: &str) -> Outcome<Option<Entry>> {
    company::may_do_without(app)?;
    let now = app.now();
    if !app.doors.allow(Door::Code, knock.from, now) {
        return Err(Problem::refused("problem-often"));
    }
    let (browser, code) = (hash(browser), hash(&typed(code)));
    app.store.write(|c| {
        for request in access::by_browser(c, &browser, now)? {
            let counted = access::attempt(c, &request.id, MOST_ATTEMPTS)?;
            if counted && request.code_hash.as_ref() == Some(&code) {
                return consume(app, c, &request, knock);
            }
        }
        turned_away("code", None);
        Ok(None)
    })
}

/// A code as it was meant: people write capitals and gaps, and letters for digits that look like them.
pub(super) fn typed(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphanumeric);
    letters
        .map(|letter| match letter.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect()
}

fn consume(app: &App, c: &mut Db, request: &SignIn, knock: &Knock) -> Outcome<Option<Entry>> {
    let way = match request.kind {
        Purpose::Operator => Way::Operator,
        _ => Way::Link,
    };
    match &request.person {
        Some(person) if access::consume(c, &request.id)? => {
            session::begin(app, c, person, way, knock).map(Some)
        }
        _ => Ok(None),
    }
}
