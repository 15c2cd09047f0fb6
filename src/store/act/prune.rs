//! Takes old entries off the beginning of the log. Where it begins now is sealed under the log's key, so that nobody
//! else can take some off.

use super::{check, seal};
use crate::error::Outcome;
use crate::store::schema::{act, act_anchor};
use crate::store::{Db, Moment};
use diesel::prelude::*;

/// Removes the entries of before a moment, so many at the most; how many. The last one always stays.
///
/// # Errors
/// A fault if the log is not whole: what is wrong with it must stay to be seen.
pub fn prune(c: &mut Db, before: Moment, most: i64) -> Outcome<usize> {
    let first: Vec<(i64, String, Moment)> = match first_at(c)? {
        Some(at) if at < before => act::table
            .order(act::no)
            .limit(most + 1)
            .select((act::no, act::hash, act::at))
            .load(c)?,
        _ => return Ok(0),
    };
    check(c)?;
    let old = first.iter().take_while(|(_, _, at)| *at < before).count();
    // Without one that stays there would be nothing to go on from.
    let old = old.min(first.len().saturating_sub(1));
    let Some((no, hash, _)) = old.checked_sub(1).and_then(|last| first.get(last)) else {
        return Ok(0);
    };
    diesel::delete(act_anchor::table).execute(c)?;
    let row = (
        act_anchor::no.eq(no),
        act_anchor::hash.eq(hash),
        act_anchor::seal.eq(seal::over(&content(*no, hash))?),
    );
    diesel::insert_into(act_anchor::table)
        .values(row)
        .execute(c)?;
    Ok(diesel::delete(act::table.filter(act::no.le(no))).execute(c)?)
}

fn first_at(c: &mut Db) -> Outcome<Option<Moment>> {
    let first = act::table.order(act::no).select(act::at);
    // A first entry that was damaged is for `check` to find.
    Ok(first.first(c).optional().unwrap_or_default())
}

/// Whether an entry that was told outside, as [`short`](super::short) tells it, is in the log; what went when its time
/// was over cannot be told any more, and counts as there.
pub fn stands(c: &mut Db, told: &str) -> Outcome<bool> {
    let no = told.split('-').next().unwrap_or_default();
    let Ok(no) = no.parse::<i64>() else {
        return Ok(false);
    };
    let (begins, seal) = beginning(c)?;
    if no < begins {
        return Ok(true);
    }
    let known = act::table.find(no).select(act::hash);
    let known: Option<String> = known.get_result(c).optional()?;
    let known = known.or((no == begins).then_some(seal));
    Ok(known.is_some_and(|seal| super::short(no, &seal) == told))
}

fn content(no: i64, hash: &str) -> String {
    format!("beginning\n{no}\n{hash}")
}

/// The last entry that was taken off, by number and seal; nothing while all are there, and if somebody else than the
/// server says so.
pub fn beginning(c: &mut Db) -> Outcome<(i64, String)> {
    let known = act_anchor::table.order(act_anchor::no.desc());
    let known: Option<(i64, String, String)> = known
        .select((act_anchor::no, act_anchor::hash, act_anchor::seal))
        .first(c)
        .optional()?;
    Ok(match known {
        Some((no, hash, sealed)) if seal::over(&content(no, &hash))? == sealed => (no, hash),
        _ => (0, String::new()),
    })
}
