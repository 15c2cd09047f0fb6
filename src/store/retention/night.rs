use crate::error::Outcome;
use crate::store::schema::night;
use crate::store::{Db, any};
use chrono::NaiveDate;
use diesel::prelude::*;

/// A finished night of tidying.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Night {
    /// Its day.
    pub day: NaiveDate,
    /// What went, as `leavers=3 mails=500`.
    pub counts: String,
}

/// Begins the night of a day, or goes on with one that was interrupted; false if it is finished.
pub fn begin(c: &mut Db, day: NaiveDate) -> Outcome<bool> {
    let new = (
        night::day.eq(day),
        night::counts.eq(""),
        night::finished.eq(false),
    );
    any!(c, c => diesel::insert_into(night::table)
        .values(new)
        .on_conflict_do_nothing()
        .execute(c))?;
    let one = night::table.find(day).select(night::finished);
    Ok(!one.get_result::<bool>(c)?)
}

/// Adds to what went, inside the transaction in which it goes. Others wait until that ends.
pub fn count(c: &mut Db, day: NaiveDate, kind: &str, more: usize) -> Outcome<()> {
    let one = night::table.find(day);
    diesel::update(one)
        .set(night::counts.eq(night::counts))
        .execute(c)?;
    let known: String = one.select(night::counts).get_result(c)?;
    diesel::update(one)
        .set(night::counts.eq(added(&known, kind, more)))
        .execute(c)?;
    Ok(())
}

fn added(known: &str, kind: &str, more: usize) -> String {
    let mut counts: Vec<(&str, usize)> = known
        .split(' ')
        .filter_map(|one| one.split_once('='))
        .filter_map(|(kind, count)| Some((kind, count.parse().ok()?)))
        .collect();
    match counts.iter_mut().find(|(known, _)| *known == kind) {
        Some((_, count)) => *count += more,
        None => counts.push((kind, more)),
    }
    let counts = counts.iter().map(|(kind, count)| format!("{kind}={count}"));
    counts.collect::<Vec<_>>().join(" ")
}

/// Finishes the night of a day, once; what went.
pub fn finish(c: &mut Db, day: NaiveDate) -> Outcome<Option<String>> {
    let open = night::table.find(day).filter(night::finished.eq(false));
    let finished = diesel::update(open)
        .set(night::finished.eq(true))
        .execute(c)?;
    if finished == 0 {
        return Ok(None);
    }
    diesel::delete(night::table.filter(night::day.lt(day))).execute(c)?;
    let one = night::table.find(day).select(night::counts);
    Ok(Some(one.get_result(c)?))
}

/// The last night that was finished.
pub fn last(c: &mut Db) -> Outcome<Option<Night>> {
    let finished = night::table.filter(night::finished.eq(true));
    let last = finished.order(night::day.desc());
    Ok(last
        .select((night::day, night::counts))
        .first(c)
        .optional()?)
}
