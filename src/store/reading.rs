//! What those who lead read of a released wave.

use super::schema::cell;
use super::{Db, frozen};
use crate::error::Outcome;
use crate::ids::WaveId;
use diesel::prelude::*;

super::word::stored_word! {
    /// What is on the page of somebody who leads, the most telling first.
    Reading {
        /// All teams below, together.
        Below = "below",
        /// The team by itself.
        Own = "own",
        /// The teams with which it was asked in one group.
        Together = "together",
        /// No figures, and why.
        Nothing = "nothing",
    }
}

/// What the leaders of a node read, once it is settled in which group each cell counts.
pub fn of_node(c: &mut Db, wave: &WaveId, node: i32) -> Outcome<Reading> {
    let Some(node) = frozen::node(c, wave, node)? else {
        return Ok(Reading::Nothing);
    };
    if node.people.is_none() {
        return Ok(Reading::Below);
    }
    let own = match node.cell {
        Some(no) => Some(frozen::cell(c, wave, no)?),
        None => None,
    };
    let Some((own, atom)) = own.and_then(|own| own.atom.map(|atom| (own, atom))) else {
        return Ok(Reading::Nothing);
    };
    let same = cell::table.filter(cell::wave.eq(wave).and(cell::atom.eq(atom)));
    let same: i64 = same.count().get_result(c)?;
    Ok(match own.kind {
        _ if same > 1 => Reading::Nothing,
        frozen::Kind::Team => Reading::Own,
        frozen::Kind::Joint | frozen::Kind::Pool => Reading::Together,
    })
}
