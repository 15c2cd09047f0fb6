//! Sign-in requests and sessions. Only hashes of secrets are stored.

use super::people::Person;
use super::schema::{administrator, leader_form, person, session, sign_in};
use super::{Db, Moment};
use crate::error::Outcome;
use crate::ids::{PersonId, SignInId};
use diesel::dsl::exists;
use diesel::prelude::*;

/// A request to sign in by mail.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = sign_in)]
pub struct SignIn {
    /// Identifier.
    pub id: SignInId,
    /// Who wants to sign in.
    pub person: PersonId,
    /// Hash of the secret in the link.
    pub token_hash: String,
    /// Hash of the six digits in the mail; a link made by the operator has none.
    pub code_hash: Option<String>,
    /// Hash of the cookie of the browser that asked; a link made by the operator has none.
    pub browser_hash: Option<String>,
    /// Good until then.
    pub expires: Moment,
    /// Wrong codes so far.
    pub attempts: i32,
    /// Has been used.
    pub used: bool,
}

/// Adds a request.
pub fn ask(c: &mut Db, new: &SignIn) -> Outcome<()> {
    diesel::insert_into(sign_in::table).values(new).execute(c)?;
    Ok(())
}

/// How many of a person's requests are still open.
pub fn open_requests(c: &mut Db, id: &PersonId, now: Moment) -> Outcome<i64> {
    let open = sign_in::person
        .eq(id)
        .and(sign_in::used.eq(false))
        .and(sign_in::expires.gt(now));
    Ok(sign_in::table.filter(open).count().get_result(c)?)
}

/// The request with this identifier and who made it.
pub fn request(c: &mut Db, id: &SignInId) -> Outcome<(SignIn, Person)> {
    let row = sign_in::table
        .inner_join(person::table)
        .filter(sign_in::id.eq(id));
    Ok(row
        .select((SignIn::as_select(), Person::as_select()))
        .get_result(c)?)
}

/// The open request whose link holds the secret with this hash.
pub fn by_token(c: &mut Db, hash: &str, now: Moment) -> Outcome<Option<SignIn>> {
    let open = sign_in::used.eq(false).and(sign_in::expires.gt(now));
    let found = sign_in::table.filter(sign_in::token_hash.eq(hash).and(open));
    Ok(found.select(SignIn::as_select()).get_result(c).optional()?)
}

/// The open requests of a browser, the newest last.
pub fn by_browser(c: &mut Db, hash: &str, now: Moment) -> Outcome<Vec<SignIn>> {
    let open = sign_in::used.eq(false).and(sign_in::expires.gt(now));
    let found = sign_in::table.filter(sign_in::browser_hash.eq(hash).and(open));
    Ok(found
        .order(sign_in::expires)
        .select(SignIn::as_select())
        .load(c)?)
}

/// Uses a request up; whether it had not been used before.
pub fn consume(c: &mut Db, id: &SignInId) -> Outcome<bool> {
    let unused = sign_in::table.find(id).filter(sign_in::used.eq(false));
    Ok(diesel::update(unused)
        .set(sign_in::used.eq(true))
        .execute(c)?
        == 1)
}

/// Counts a wrong code for all open requests of a browser.
pub fn wrong_code(c: &mut Db, browser_hash: &str) -> Outcome<()> {
    let asked = sign_in::table.filter(sign_in::browser_hash.eq(browser_hash));
    diesel::update(asked)
        .set(sign_in::attempts.eq(sign_in::attempts + 1))
        .execute(c)?;
    Ok(())
}

/// Drops requests and sessions that are over.
pub fn sweep(c: &mut Db, expired: Moment, idle: Moment, old: Moment) -> Outcome<()> {
    diesel::delete(sign_in::table.filter(sign_in::expires.lt(expired))).execute(c)?;
    let over = session::seen.lt(idle).or(session::created.lt(old));
    diesel::delete(session::table.filter(over)).execute(c)?;
    Ok(())
}

/// Begins a session.
pub fn begin(c: &mut Db, hash: &str, id: &PersonId, now: Moment) -> Outcome<()> {
    let row = (
        session::token_hash.eq(hash),
        session::person.eq(id),
        session::created.eq(now),
        session::seen.eq(now),
    );
    diesel::insert_into(session::table).values(row).execute(c)?;
    Ok(())
}

/// A session, and who has it.
#[derive(Queryable)]
pub struct Session {
    /// Who is signed in.
    pub person: Person,
    /// When they were last here.
    pub seen: Moment,
    /// They are an administrator.
    pub is_hr: bool,
    /// They lead a team, or did so in some wave.
    pub leads: bool,
}

/// The session with this hash, if it was begun and used lately enough and the person is still active.
pub fn session(c: &mut Db, hash: &str, idle: Moment, old: Moment) -> Outcome<Option<Session>> {
    let valid = session::seen
        .ge(idle)
        .and(session::created.ge(old))
        .and(person::active.eq(true));
    let row = session::table
        .inner_join(person::table)
        .filter(session::token_hash.eq(hash).and(valid));
    let is_hr = exists(administrator::table.filter(administrator::person.eq(person::id)));
    let led = leader_form::person
        .eq(person::id)
        .and(leader_form::reads.eq(true));
    let led = exists(leader_form::table.filter(led));
    let columns = (Person::as_select(), session::seen, is_hr, led);
    Ok(row.select(columns).get_result(c).optional()?)
}

/// Notes that a session was used.
pub fn touch(c: &mut Db, hash: &str, now: Moment) -> Outcome<()> {
    diesel::update(session::table.find(hash))
        .set(session::seen.eq(now))
        .execute(c)?;
    Ok(())
}

/// Ends a session.
pub fn end(c: &mut Db, hash: &str) -> Outcome<()> {
    diesel::delete(session::table.find(hash)).execute(c)?;
    Ok(())
}
