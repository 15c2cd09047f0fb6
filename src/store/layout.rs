//! How lists are read: of an upload, and of files with the same columns.

use super::Db;
use super::schema::{import_layout, roster_layout};
use crate::error::Outcome;
use crate::ids::ImportId;
use diesel::prelude::*;

/// How an upload is to be read, as JSON, if somebody has said so.
pub fn of_import(c: &mut Db, import: &ImportId) -> Outcome<Option<String>> {
    let found = import_layout::table.find(import);
    let layout = found.select(import_layout::layout).get_result(c);
    Ok(layout.optional()?)
}

/// Says how an upload is to be read.
pub fn set_of_import(c: &mut Db, import: &ImportId, layout: &str) -> Outcome<()> {
    diesel::delete(import_layout::table.find(import)).execute(c)?;
    let row = (
        import_layout::import.eq(import),
        import_layout::layout.eq(layout),
    );
    diesel::insert_into(import_layout::table)
        .values(row)
        .execute(c)?;
    Ok(())
}

/// How files with these columns were read the last time.
pub fn remembered(c: &mut Db, columns: &str) -> Outcome<Option<String>> {
    let found = roster_layout::table.find(columns);
    let layout = found.select(roster_layout::layout).get_result(c);
    Ok(layout.optional()?)
}

/// Remembers how files with these columns are read.
pub fn remember(c: &mut Db, columns: &str, layout: &str) -> Outcome<()> {
    diesel::delete(roster_layout::table.find(columns)).execute(c)?;
    let row = (
        roster_layout::columns_hash.eq(columns),
        roster_layout::layout.eq(layout),
    );
    diesel::insert_into(roster_layout::table)
        .values(row)
        .execute(c)?;
    Ok(())
}
