//! What was changed after a promise: the lines of its public chain.

use super::Db;
use super::schema::amendment;
use crate::error::Outcome;
use crate::ids::WaveId;
use diesel::prelude::*;

/// The lines of a wave's chain, the first one first.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<String>> {
    let all = amendment::table.filter(amendment::wave.eq(wave));
    Ok(all.order(amendment::no).select(amendment::line).load(c)?)
}

/// Adds the line with this number, from 1.
pub fn add(c: &mut Db, wave: &WaveId, no: i32, line: &str) -> Outcome<()> {
    let row = (
        amendment::wave.eq(wave),
        amendment::no.eq(no),
        amendment::line.eq(line),
    );
    diesel::insert_into(amendment::table)
        .values(row)
        .execute(c)?;
    Ok(())
}
