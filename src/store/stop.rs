//! Who wants no mails: of a wave, by the invitation or the leader's form, or of any, by the person.

use super::Db;
use super::schema::stopped;
use crate::error::Outcome;
use crate::ids::PersonId;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// Lets the mails about something, or to somebody, stop or go on.
pub fn set(c: &mut Db, subject: &str, stop: bool) -> Outcome<()> {
    diesel::delete(stopped::table.find(subject)).execute(c)?;
    if stop {
        let row = stopped::subject.eq(subject);
        diesel::insert_into(stopped::table).values(row).execute(c)?;
    }
    Ok(())
}

/// Whether the mails about something are to stop.
pub fn is_set(c: &mut Db, subject: &str) -> Outcome<bool> {
    let found = stopped::table.find(subject).select(stopped::subject);
    Ok(found.get_result::<String>(c).optional()?.is_some())
}

/// Which of these mails are to stop.
pub fn among(c: &mut Db, subjects: Vec<&str>) -> Outcome<BTreeSet<String>> {
    let found = stopped::table.filter(stopped::subject.eq_any(subjects));
    let found: Vec<String> = found.select(stopped::subject).load(c)?;
    Ok(found.into_iter().collect())
}

/// Those of these people who want no mails of any wave.
pub fn people(c: &mut Db, of: impl Iterator<Item = PersonId>) -> Outcome<BTreeSet<PersonId>> {
    let all: Vec<String> = stopped::table.select(stopped::subject).load(c)?;
    let all: BTreeSet<String> = all.into_iter().collect();
    Ok(of.filter(|person| all.contains(person.as_str())).collect())
}
