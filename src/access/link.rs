use super::{hash, session};
use crate::app::App;
use crate::ballot::secret::SignInSecret;
use crate::error::{Outcome, Problem};
use crate::ids::SignInId;
use crate::store::access::{self, SignIn};
use crate::store::outbox::{self, Kind, Mail};
use crate::store::people;
use chrono::Duration;

/// How long a link from a mail is good, how many may be open at once, and how many wrong codes it takes.
const GOOD_FOR: Duration = Duration::minutes(15);
const MOST_OPEN: i64 = 5;
const MOST_ATTEMPTS: i32 = 5;

/// Queues a mail with a sign-in link and a code, if the address is known. The caller learns nothing.
pub fn ask(app: &App, email: &str, browser: &str) -> Outcome<()> {
    let email = email.trim().to_lowercase();
    let now = app.now();
    let id = SignInId::new(app.seed());
    let secret = SignInSecret::derive(&app.server, &id.bytes());
    app.store.write(|c| {
        let Some(person) = people::person_by_email(c, &email)?.filter(|person| person.active)
        else {
            return Ok(());
        };
        if access::open_requests(c, &person.id, now)? >= MOST_OPEN {
            return Ok(());
        }
        let request = SignIn {
            id: id.clone(),
            person: person.id,
            token_hash: secret.hash(),
            code_hash: Some(hash(&secret.code())),
            browser_hash: Some(hash(browser)),
            expires: now + GOOD_FOR,
            attempts: 0,
            used: false,
        };
        access::ask(c, &request)?;
        outbox::queue(c, &[Mail::new(Kind::SignIn, id.as_str(), None, now)])
    })
}

/// A link made by the operator, which works in any browser, once.
///
/// # Errors
/// A refusal if nobody active has this address.
pub fn operator_link(app: &App, email: &str, good_for: Duration) -> Outcome<String> {
    let email = email.trim().to_lowercase();
    let id = SignInId::new(app.seed());
    let secret = SignInSecret::derive(&app.server, &id.bytes());
    app.store.write(|c| {
        let person = people::person_by_email(c, &email)?.filter(|person| person.active);
        let person = person.ok_or_else(|| Problem::refused("problem-nobody"))?;
        let request = SignIn {
            id: id.clone(),
            person: person.id,
            token_hash: secret.hash(),
            code_hash: None,
            browser_hash: None,
            expires: app.now() + good_for,
            attempts: 0,
            used: false,
        };
        access::ask(c, &request)
    })?;
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
    Ok(find(app, token)?.map_or(Look::Spent, |request| worth(&request, browser)))
}

/// Uses a link, and gives the secret for the session's cookie; `None` if it is not good here.
pub fn follow(app: &App, token: &str, browser: Option<&str>) -> Outcome<Option<String>> {
    let good = find(app, token)?.filter(|request| worth(request, browser) == Look::Good);
    good.map_or(Ok(None), |request| consume(app, &request))
}

fn find(app: &App, token: &str) -> Outcome<Option<SignIn>> {
    let Some(secret) = SignInSecret::parse(token) else {
        return Ok(None);
    };
    app.store
        .read(|c| access::by_token(c, &secret.hash(), app.now()))
}

fn worth(request: &SignIn, browser: Option<&str>) -> Look {
    match (&request.browser_hash, browser) {
        (None, _) => Look::Good,
        (Some(asked), Some(browser)) if *asked == hash(browser) => Look::Good,
        (Some(_), _) => Look::OtherBrowser,
    }
}

/// Uses the code of a mail in the browser that asked for it; `None` if it is wrong or too old.
pub fn enter_code(app: &App, browser: &str, code: &str) -> Outcome<Option<String>> {
    let browser_hash = hash(browser);
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let open = app
        .store
        .read(|c| access::by_browser(c, &browser_hash, app.now()))?;
    let right = open
        .iter()
        .filter(|request| request.attempts < MOST_ATTEMPTS)
        .find(|request| request.code_hash.as_ref() == Some(&hash(&code)));
    match right {
        Some(request) => consume(app, request),
        None => app
            .store
            .write(|c| access::wrong_code(c, &browser_hash))
            .map(|()| None),
    }
}

fn consume(app: &App, request: &SignIn) -> Outcome<Option<String>> {
    match app.store.write(|c| access::consume(c, &request.id))? {
        true => session::begin(app, &request.person).map(Some),
        false => Ok(None),
    }
}
