//! The last import, for undoing it.

use super::schema::roster_step;
use super::{Db, Moment};
use crate::error::Outcome;
use crate::ids::ImportId;
use diesel::prelude::*;

/// What was applied last, and what it changed.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = roster_step)]
pub struct Step {
    /// Identifier of the upload.
    pub id: ImportId,
    /// When.
    pub applied: Moment,
    /// Who.
    pub actor: String,
    /// How much it changed.
    pub summary: String,
    /// The number of its act in the log.
    pub act: i64,
    /// What it changed, as it was before.
    pub changed: Vec<u8>,
}

/// Keeps a step in the place of the one before.
pub fn keep(c: &mut Db, step: &Step) -> Outcome<()> {
    forget(c)?;
    diesel::insert_into(roster_step::table)
        .values(step)
        .execute(c)?;
    Ok(())
}

/// The last step, unless it was undone.
pub fn last(c: &mut Db) -> Outcome<Option<Step>> {
    let one = roster_step::table.select(Step::as_select());
    Ok(one.get_result(c).optional()?)
}

/// Forgets it.
pub fn forget(c: &mut Db) -> Outcome<()> {
    diesel::delete(roster_step::table).execute(c)?;
    Ok(())
}
