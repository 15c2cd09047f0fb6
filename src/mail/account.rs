//! Mails about signing in and about accounts.

use super::batch::Batch;
use super::compose::Addressed;
use super::template::Personal;
use crate::ballot::secret::SignInSecret;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, SessionId, SignInId};
use crate::store::outbox::{Kind, Mail};
use crate::store::people::{self, Person};
use crate::store::{access, act};

/// To whoever asked to sign in, with the link and the code. Nobody gets it if the address that was asked for is
/// nobody's.
pub(super) fn to_sign_in(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let Some((person, secret)) = secret(batch, mail)? else {
        return Ok(None);
    };
    let person = batch.app.store.read(|c| people::person(c, &person))?;
    let link = format!("/sign-in/link/{}", secret.text());
    let code: Vec<char> = secret.code().chars().collect();
    let groups: Vec<String> = code.chunks(4).map(String::from_iter).collect();
    Ok(Some(addressed(
        batch,
        person,
        &link,
        Some(groups.join("-")),
    )))
}

/// To whoever is to set a password.
pub(super) fn to_set_password(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let Some((person, secret)) = secret(batch, mail)? else {
        return Ok(None);
    };
    let link = format!("/password/{}", secret.text());
    let person = holder(batch, &person)?;
    Ok(person.map(|person| addressed(batch, person, &link, None)))
}

/// Whose a secret is, if it is still good, and the secret.
fn secret(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<(PersonId, SignInSecret)>> {
    // Behind a dot stands how often it was sent before.
    let id = mail.subject.split('.').next().unwrap_or_default();
    let id = SignInId::parse(id).ok_or(Problem::NotFound)?;
    let good = match batch.app.store.read(|c| access::request(c, &id)) {
        Ok(request) if request.expires > batch.app.now() && !request.used => request.person,
        Ok(_) | Err(Problem::NotFound) => None,
        Err(problem) => return Err(problem),
    };
    let secret = SignInSecret::derive(&batch.app.server, &id.bytes());
    Ok(good.map(|person| (person, secret)))
}

/// To whoever has an account, of what happened to it or to another one.
pub(super) fn to_account(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let mut parts = mail.subject.split('.');
    let to = parts.next().and_then(PersonId::parse);
    let about = parts.next().unwrap_or_default();
    let Some(person) = holder(batch, &to.ok_or(Problem::NotFound)?)? else {
        return Ok(None);
    };
    let (link, what) = match mail.kind {
        Kind::NewDevice => ("/account", device(batch, about)?),
        Kind::NewAdministrator => ("/accounts", name(batch, about)?),
        Kind::WelcomeCompany => ("/sign-in", None),
        _ => ("/account", None),
    };
    Ok(Some(addressed(batch, person, link, what)))
}

fn device(batch: &Batch<'_>, id: &str) -> Outcome<Option<String>> {
    let id = SessionId::parse(id).ok_or(Problem::NotFound)?;
    let session = batch.app.store.read(|c| access::named(c, &id))?;
    let device = session.map(|session| session.device);
    Ok(device.filter(|device| !device.is_empty()))
}

fn name(batch: &Batch<'_>, id: &str) -> Outcome<Option<String>> {
    let id = PersonId::parse(id).ok_or(Problem::NotFound)?;
    let person = batch.app.store.read(|c| people::person(c, &id))?;
    Ok(Some(person.name))
}

/// Whoever has an account, at the address of the account; `None` if it was removed meanwhile.
pub(super) fn holder(batch: &Batch<'_>, id: &PersonId) -> Outcome<Option<Person>> {
    batch.app.store.read(|c| {
        let Some(account) = access::account(c, id)? else {
            return Ok(None);
        };
        let person = people::person(c, id)?;
        Ok(Some(Person {
            email: Some(account.email),
            ..person
        }))
    })
}

/// The number of the last entry of the log of acts and the beginning of its seal, so that whoever keeps the mail can
/// tell whether the log was cut short or written anew.
pub(super) fn tip(batch: &Batch<'_>) -> Outcome<Option<String>> {
    let tip = batch.app.store.read(act::tip)?;
    Ok(tip.map(|(no, seal)| act::short(no, &seal)))
}

fn addressed(batch: &Batch<'_>, person: Person, link: &str, code: Option<String>) -> Addressed {
    Addressed {
        person,
        personal: Personal {
            link: batch.app.config.link(link),
            code,
            ..Personal::default()
        },
        about: None,
    }
}
