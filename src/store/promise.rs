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

/// The promise whose root begins with these letters.
pub fn by_root(c: &mut Db, letters: &str) -> Outcome<Option<Promise>> {
    let found = promise::table.filter(promise::root.like(format!("{letters}%")));
    Ok(found
        .select(Promise::as_select())
        .get_result(c)
        .optional()?)
}
