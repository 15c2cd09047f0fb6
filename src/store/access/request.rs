use super::Purpose;
use crate::error::Outcome;
use crate::ids::{PersonId, SignInId};
use crate::store::people::Person;
use crate::store::roster::Part;
use crate::store::schema::{leader_form, membership, person, sign_in, sign_in_browser};
use crate::store::{Db, Moment};
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::Text;

/// A secret that lets somebody in, or on, once.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = sign_in)]
pub struct SignIn {
    /// Identifier.
    pub id: SignInId,
    /// What it is for.
    pub kind: Purpose,
    /// Whom it lets in; none if nobody has the address that was asked for.
    pub person: Option<PersonId>,
    /// Keyed hash of the address that was asked for; a secret that nobody asked for has none.
    pub address: Option<String>,
    /// Hash of the secret.
    pub token_hash: String,
    /// Hash of the letters that stand for it; none if it cannot be typed.
    pub code_hash: Option<String>,
    /// When it was made.
    pub asked: Moment,
    /// When the last mail with it was queued.
    pub mailed: Moment,
    /// How many mails were.
    pub mails: i32,
    /// Good until then.
    pub expires: Moment,
    /// Wrong codes so far.
    pub attempts: i32,
    /// Has been used.
    pub used: bool,
}

/// Lets nobody else ask for an address until the transaction ends. SQLite has one writer anyway.
pub fn hold_address(c: &mut Db, address: &str) -> Outcome<()> {
    if let Db::Postgres(c) = c {
        diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
            .bind::<Text, _>(address)
            .execute(c)?;
    }
    Ok(())
}

/// Whoever has this address (lower case) and leads a team, or was asked about one. It is one question, whatever the
/// answer, so that it takes as long.
pub fn leader_by_email(c: &mut Db, email: &str) -> Outcome<Option<Person>> {
    let asked = exists(leader_form::table.filter(leader_form::person.eq(person::id)));
    let leads = membership::role.eq(Part::Leader);
    let leads = membership::table.filter(membership::person.eq(person::id).and(leads));
    let found = person::table
        .filter(person::email.eq(email).and(person::active.eq(true)))
        .filter(asked.or(exists(leads)));
    Ok(found.select(Person::as_select()).get_result(c).optional()?)
}

/// Whether somebody leads a team, or was asked about one, and is active.
pub fn is_leader(c: &mut Db, id: &PersonId) -> Outcome<bool> {
    let asked = exists(leader_form::table.filter(leader_form::person.eq(id)));
    let leads = membership::role.eq(Part::Leader);
    let leads = membership::table.filter(membership::person.eq(id).and(leads));
    let active = exists(person::table.find(id).filter(person::active.eq(true)));
    let question = diesel::select(active.and(asked.or(exists(leads))));
    Ok(question.get_result(c)?)
}

/// Adds a secret.
pub fn ask(c: &mut Db, new: &SignIn) -> Outcome<()> {
    diesel::insert_into(sign_in::table).values(new).execute(c)?;
    Ok(())
}

/// Lets a secret be used in a browser that asked for it.
pub fn ask_in(c: &mut Db, id: &SignInId, browser_hash: &str) -> Outcome<()> {
    let known = sign_in_browser::table.find((id, browser_hash));
    if known.count().get_result::<i64>(c)? == 0 {
        let row = (
            sign_in_browser::request.eq(id),
            sign_in_browser::browser_hash.eq(browser_hash),
        );
        diesel::insert_into(sign_in_browser::table)
            .values(row)
            .execute(c)?;
    }
    Ok(())
}

/// The newest unused secret that was made for an address since a moment.
pub fn of_address(
    c: &mut Db,
    kind: Purpose,
    address: &str,
    since: Moment,
) -> Outcome<Option<SignIn>> {
    let open = sign_in::table
        .filter(sign_in::address.eq(address).and(sign_in::kind.eq(kind)))
        .filter(sign_in::used.eq(false).and(sign_in::asked.gt(since)));
    Ok(open
        .order(sign_in::asked.desc())
        .select(SignIn::as_select())
        .first(c)
        .optional()?)
}

/// Notes that one more mail with a secret was queued.
pub fn mailed(c: &mut Db, id: &SignInId, now: Moment) -> Outcome<()> {
    let again = (
        sign_in::mailed.eq(now),
        sign_in::mails.eq(sign_in::mails + 1),
    );
    diesel::update(sign_in::table.find(id))
        .set(again)
        .execute(c)?;
    Ok(())
}

/// The secret with this identifier.
pub fn request(c: &mut Db, id: &SignInId) -> Outcome<SignIn> {
    let one = sign_in::table.find(id).select(SignIn::as_select());
    Ok(one.get_result(c)?)
}

/// The unused secret with this hash.
pub fn by_token(c: &mut Db, hash: &str, now: Moment) -> Outcome<Option<SignIn>> {
    let open = sign_in::used.eq(false).and(sign_in::expires.gt(now));
    let found = sign_in::table.filter(sign_in::token_hash.eq(hash).and(open));
    Ok(found.select(SignIn::as_select()).get_result(c).optional()?)
}

/// Whether a secret was asked for in a browser.
pub fn asked_in(c: &mut Db, id: &SignInId, browser_hash: &str) -> Outcome<bool> {
    let known = sign_in_browser::table.find((id, browser_hash));
    Ok(diesel::select(exists(known)).get_result(c)?)
}

/// The unused secrets that can be typed in a browser.
pub fn by_browser(c: &mut Db, hash: &str, now: Moment) -> Outcome<Vec<SignIn>> {
    let open = sign_in::used.eq(false).and(sign_in::expires.gt(now));
    let found = sign_in::table
        .inner_join(sign_in_browser::table)
        .filter(sign_in_browser::browser_hash.eq(hash).and(open))
        .filter(sign_in::code_hash.is_not_null());
    Ok(found
        .order(sign_in::asked)
        .select(SignIn::as_select())
        .load(c)?)
}

/// Counts an attempt at a secret, if fewer than so many were made; whether this one may be made. The row is held until
/// the transaction ends, so that attempts at the same time are counted one after the other.
pub fn attempt(c: &mut Db, id: &SignInId, most: i32) -> Outcome<bool> {
    let left = sign_in::table
        .find(id)
        .filter(sign_in::attempts.lt(most).and(sign_in::used.eq(false)));
    Ok(diesel::update(left)
        .set(sign_in::attempts.eq(sign_in::attempts + 1))
        .execute(c)?
        == 1)
}

/// Uses a secret up; whether it had not been used before.
pub fn consume(c: &mut Db, id: &SignInId) -> Outcome<bool> {
    let unused = sign_in::table.find(id).filter(sign_in::used.eq(false));
    Ok(diesel::update(unused)
        .set(sign_in::used.eq(true))
        .execute(c)?
        == 1)
}

/// Makes the unused secrets of a kind for a person worthless.
pub fn spoil(c: &mut Db, id: &PersonId, kind: Purpose) -> Outcome<()> {
    let open = sign_in::table.filter(sign_in::person.eq(id).and(sign_in::kind.eq(kind)));
    diesel::update(open)
        .set(sign_in::used.eq(true))
        .execute(c)?;
    Ok(())
}

/// Drops secrets that expired before a moment.
pub fn sweep_requests(c: &mut Db, expired: Moment) -> Outcome<()> {
    diesel::delete(sign_in::table.filter(sign_in::expires.lt(expired))).execute(c)?;
    Ok(())
}
