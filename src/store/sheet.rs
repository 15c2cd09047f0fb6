//! What the members of a group are told of it: the texts whose hashes stand in the promise and its amendments.

use super::Db;
use super::schema::cell_sheet;
use crate::error::Outcome;
use crate::ids::WaveId;
use diesel::prelude::*;

/// Writes the sheet of a cell over the one of before.
pub fn put(c: &mut Db, wave: &WaveId, cell: i32, text: &str) -> Outcome<()> {
    let row = (
        cell_sheet::wave.eq(wave),
        cell_sheet::cell.eq(cell),
        cell_sheet::text.eq(text),
    );
    diesel::delete(cell_sheet::table.find((wave, cell))).execute(c)?;
    diesel::insert_into(cell_sheet::table)
        .values(row)
        .execute(c)?;
    Ok(())
}

/// The sheet of a cell; none before the freeze and once the keys of the wave are destroyed.
pub fn of_cell(c: &mut Db, wave: &WaveId, cell: i32) -> Outcome<Option<String>> {
    let one = cell_sheet::table.find((wave, cell));
    Ok(one.select(cell_sheet::text).get_result(c).optional()?)
}

/// The sheets of a wave by cell.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<(i32, String)>> {
    let all = cell_sheet::table.filter(cell_sheet::wave.eq(wave));
    let columns = (cell_sheet::cell, cell_sheet::text);
    Ok(all.order(cell_sheet::cell).select(columns).load(c)?)
}

/// Removes the sheets of a wave.
pub fn forget(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    diesel::delete(cell_sheet::table.filter(cell_sheet::wave.eq(wave))).execute(c)?;
    Ok(())
}
