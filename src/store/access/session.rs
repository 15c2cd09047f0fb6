use super::Way;
use crate::error::Outcome;
use crate::ids::{PersonId, SessionId};
use crate::store::people::Person;
use crate::store::schema::{account, leader_form, person, session};
use crate::store::{Db, Moment};
use diesel::dsl::exists;
use diesel::prelude::*;

/// A session as it is kept.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = session)]
pub struct Session {
    /// Hash of the secret in the cookie.
    pub token_hash: String,
    /// Names it on a page.
    pub id: SessionId,
    /// Who is signed in.
    pub person: PersonId,
    /// How they came in.
    pub way: Way,
    /// The browser in words; empty if it did not say.
    pub device: String,
    /// When it began.
    pub created: Moment,
    /// When it was last used.
    pub seen: Moment,
}

/// A session, and who has it.
#[derive(Queryable)]
pub struct Visit {
    /// The session.
    pub session: Session,
    /// Who is signed in.
    pub person: Person,
    /// They lead a team, or did so in some wave.
    pub leads: bool,
    /// They have an account.
    pub works_here: bool,
}

/// Begins a session.
pub fn begin(c: &mut Db, new: &Session) -> Outcome<()> {
    diesel::insert_into(session::table).values(new).execute(c)?;
    Ok(())
}

/// The session with this hash, if it was begun and used lately enough and the person is still active.
pub fn session(c: &mut Db, hash: &str, idle: Moment, old: Moment) -> Outcome<Option<Visit>> {
    let valid = session::seen
        .ge(idle)
        .and(session::created.ge(old))
        .and(person::active.eq(true));
    let row = session::table
        .inner_join(person::table)
        .filter(session::token_hash.eq(hash).and(valid));
    let led = leader_form::person
        .eq(person::id)
        .and(leader_form::reads.eq(true));
    let leads = exists(leader_form::table.filter(led));
    let works_here = exists(account::table.filter(account::person.eq(person::id)));
    let columns = (Session::as_select(), Person::as_select(), leads, works_here);
    Ok(row.select(columns).get_result(c).optional()?)
}

/// A person's sessions that are within their limits, the last used first.
pub fn sessions(c: &mut Db, id: &PersonId, idle: Moment, old: Moment) -> Outcome<Vec<Session>> {
    let valid = session::seen.ge(idle).and(session::created.ge(old));
    let all = session::table.filter(session::person.eq(id).and(valid));
    Ok(all
        .order((session::seen.desc(), session::id))
        .select(Session::as_select())
        .load(c)?)
}

/// All of a person's sessions, also those that are over and not swept yet.
pub fn all_sessions(c: &mut Db, id: &PersonId) -> Outcome<Vec<Session>> {
    let all = session::table.filter(session::person.eq(id));
    Ok(all
        .order((session::created, session::id))
        .select(Session::as_select())
        .load(c)?)
}

/// One session by its name; `None` once it is over.
pub fn named(c: &mut Db, id: &SessionId) -> Outcome<Option<Session>> {
    let one = session::table.filter(session::id.eq(id));
    Ok(one.select(Session::as_select()).get_result(c).optional()?)
}

/// Ends all of a person's sessions.
pub fn end_all(c: &mut Db, person: &PersonId) -> Outcome<()> {
    diesel::delete(session::table.filter(session::person.eq(person))).execute(c)?;
    Ok(())
}

/// Ends the sessions of everybody.
pub fn end_everybodys(c: &mut Db) -> Outcome<()> {
    diesel::delete(session::table).execute(c)?;
    Ok(())
}

/// Notes that a session was used.
pub fn touch(c: &mut Db, hash: &str, now: Moment) -> Outcome<()> {
    diesel::update(session::table.find(hash))
        .set(session::seen.eq(now))
        .execute(c)?;
    Ok(())
}

/// Notes when a session began.
pub fn begun(c: &mut Db, hash: &str, at: Moment) -> Outcome<()> {
    diesel::update(session::table.find(hash))
        .set(session::created.eq(at))
        .execute(c)?;
    Ok(())
}

/// Gives a session another secret; whether it was there.
pub fn renew(c: &mut Db, hash: &str, new: &str) -> Outcome<bool> {
    let one = session::table.filter(session::token_hash.eq(hash));
    Ok(diesel::update(one)
        .set(session::token_hash.eq(new))
        .execute(c)?
        == 1)
}

/// Ends a session; how it began, if there was one.
pub fn end(c: &mut Db, hash: &str) -> Outcome<Option<Way>> {
    let one = session::table.find(hash);
    let way = one.select(session::way).get_result(c).optional()?;
    diesel::delete(session::table.find(hash)).execute(c)?;
    Ok(way)
}

/// Ends one of a person's sessions.
pub fn end_one(c: &mut Db, person: &PersonId, id: &SessionId) -> Outcome<bool> {
    let one = session::table.filter(session::person.eq(person).and(session::id.eq(id)));
    Ok(diesel::delete(one).execute(c)? == 1)
}

/// Ends all of a person's sessions but the one with this hash.
pub fn end_others(c: &mut Db, person: &PersonId, but: &str) -> Outcome<()> {
    let others = session::table.filter(session::person.eq(person).and(session::token_hash.ne(but)));
    diesel::delete(others).execute(c)?;
    Ok(())
}

/// Drops sessions that are over.
pub fn sweep_sessions(c: &mut Db, idle: Moment, old: Moment) -> Outcome<()> {
    let over = session::seen.lt(idle).or(session::created.lt(old));
    diesel::delete(session::table.filter(over)).execute(c)?;
    Ok(())
}
