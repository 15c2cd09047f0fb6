//! What waves have promised, as the texts that were hashed.

use super::Db;
use super::schema::promise;
use crate::error::Outcome;
use crate::ids::WaveId;
use diesel::prelude::*;

/// The promise of one wave; the texts of its groups stand with the cells.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = promise)]
pub struct Promise {
    /// The wave.
    pub wave: WaveId,
    /// The root of all texts, in letters.
    pub root: String,
    /// The short number that people compare; no two promises have the same.
    pub number: String,
    /// What holds for the whole wave, as JSON.
    pub terms: String,
    /// The form as the answer page shows it, as JSON.
    pub form: String,
    /// The tree of teams, as JSON.
    pub hierarchy: String,
    /// The answer page.
    pub page: String,
    /// Its script.
    pub script: String,
}

/// Writes a promise.
pub fn add(c: &mut Db, new: &Promise) -> Outcome<()> {
    diesel::insert_into(promise::table).values(new).execute(c)?;
    Ok(())
}

/// The promise of a wave; none before its keys are made.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Option<Promise>> {
    let found = promise::table.find(wave).select(Promise::as_select());
    Ok(found.get_result(c).optional()?)
}

/// The letters of the root of a wave's promise, without its texts.
pub fn root(c: &mut Db, wave: &WaveId) -> Outcome<Option<String>> {
    let found = promise::table.find(wave).select(promise::root);
    Ok(found.get_result(c).optional()?)
}

/// The terms of a wave's promise, without its other texts.
pub fn terms(c: &mut Db, wave: &WaveId) -> Outcome<Option<String>> {
    let found = promise::table.find(wave).select(promise::terms);
    Ok(found.get_result(c).optional()?)
}

/// The wave whose promise has this number, or whose root begins with these letters.
pub fn wave(c: &mut Db, letters: &str) -> Outcome<Option<WaveId>> {
    let named = promise::number.eq(letters);
    let found = promise::table.filter(named.or(promise::root.like(format!("{letters}%"))));
    Ok(found.select(promise::wave).get_result(c).optional()?)
}
