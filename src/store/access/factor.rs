use crate::error::Outcome;
use crate::ids::PersonId;
use crate::store::schema::{recovery_code, second_factor};
use crate::store::{Db, Moment};
use diesel::prelude::*;

/// An app that shows codes.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = second_factor)]
pub struct Factor {
    /// Whose it is.
    pub person: PersonId,
    /// From this and the server's key the app's secret follows.
    pub seed: String,
    /// A code of it has been entered.
    pub confirmed: bool,
    /// The half minute of the last code that was taken.
    pub last_step: i64,
    /// Wrong codes since `wrong_since`.
    pub wrong: i32,
    /// When wrong codes began to be counted.
    pub wrong_since: Moment,
}

/// The app of a person, confirmed or not.
pub fn factor(c: &mut Db, id: &PersonId) -> Outcome<Option<Factor>> {
    let found = second_factor::table.find(id).select(Factor::as_select());
    Ok(found.get_result(c).optional()?)
}

/// Whether somebody has confirmed an app.
pub fn has_factor(c: &mut Db, id: &PersonId) -> Outcome<bool> {
    Ok(factor(c, id)?.is_some_and(|factor| factor.confirmed))
}

/// Puts an app in the place of the one before.
pub fn set_factor(c: &mut Db, new: &Factor) -> Outcome<()> {
    diesel::delete(second_factor::table.find(&new.person)).execute(c)?;
    diesel::insert_into(second_factor::table)
        .values(new)
        .execute(c)?;
    Ok(())
}

/// Takes the app away, with its recovery codes.
pub fn drop_factor(c: &mut Db, id: &PersonId) -> Outcome<()> {
    diesel::delete(recovery_code::table.filter(recovery_code::person.eq(id))).execute(c)?;
    diesel::delete(second_factor::table.find(id)).execute(c)?;
    Ok(())
}

/// Takes a code of a half minute, unless that one or a later one was taken before; whether it was.
pub fn take_step(c: &mut Db, id: &PersonId, step: i64) -> Outcome<bool> {
    let fresh = second_factor::table
        .find(id)
        .filter(second_factor::last_step.lt(step));
    let taken = (
        second_factor::last_step.eq(step),
        second_factor::wrong.eq(0),
        second_factor::confirmed.eq(true),
    );
    Ok(diesel::update(fresh).set(taken).execute(c)? == 1)
}

/// Counts a wrong code; the count begins anew if it began before `stale`.
pub fn wrong_step(c: &mut Db, id: &PersonId, now: Moment, stale: Moment) -> Outcome<()> {
    let old = second_factor::table
        .find(id)
        .filter(second_factor::wrong_since.lt(stale));
    let anew = (
        second_factor::wrong.eq(0),
        second_factor::wrong_since.eq(now),
    );
    diesel::update(old).set(anew).execute(c)?;
    diesel::update(second_factor::table.find(id))
        .set(second_factor::wrong.eq(second_factor::wrong + 1))
        .execute(c)?;
    Ok(())
}

/// Puts these recovery codes in the place of those before.
pub fn set_recovery(c: &mut Db, id: &PersonId, hashes: &[String]) -> Outcome<()> {
    diesel::delete(recovery_code::table.filter(recovery_code::person.eq(id))).execute(c)?;
    for hash in hashes {
        let row = (recovery_code::hash.eq(hash), recovery_code::person.eq(id));
        diesel::insert_into(recovery_code::table)
            .values(row)
            .execute(c)?;
    }
    Ok(())
}

/// Uses a recovery code up; whether it was one of the person's.
pub fn recover(c: &mut Db, id: &PersonId, hash: &str) -> Outcome<bool> {
    let one = recovery_code::table
        .find(hash)
        .filter(recovery_code::person.eq(id));
    Ok(diesel::delete(one).execute(c)? == 1)
}

/// How many recovery codes are left.
pub fn recovery_left(c: &mut Db, id: &PersonId) -> Outcome<i64> {
    let all = recovery_code::table.filter(recovery_code::person.eq(id));
    Ok(all.count().get_result(c)?)
}
