//! The tree and the cells of a wave, as they were when it was frozen.

use super::Db;
use super::schema::{cell, wave_node};
use crate::error::Outcome;
use crate::ids::{TeamId, WaveId};
use diesel::prelude::*;

/// A node of the frozen tree; `no` counts from 0 and a parent comes before its children.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = wave_node)]
pub struct Node {
    /// The wave.
    pub wave: WaveId,
    /// Number within the wave.
    pub no: i32,
    /// The node above.
    pub parent: Option<i32>,
    /// The team it was made of.
    pub team: TeamId,
    /// Its name then.
    pub name: String,
    /// Stands for the people directly in the team, not for all below it.
    pub own: bool,
}

/// A reportable group of invited members; its number is that of the node it is at home in.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = cell)]
pub struct Cell {
    /// The wave.
    pub wave: WaveId,
    /// Number of its home node.
    pub no: i32,
    /// How many were invited.
    pub invited: i32,
    /// How many had answered at the last full count, which is taken once an hour.
    pub answered: Option<i32>,
}

/// Writes the tree and the cells of a wave.
pub fn freeze(c: &mut Db, nodes: &[Node], cells: &[Cell]) -> Outcome<()> {
    for node in nodes {
        diesel::insert_into(wave_node::table)
            .values(node)
            .execute(c)?;
    }
    for one in cells {
        diesel::insert_into(cell::table).values(one).execute(c)?;
    }
    Ok(())
}

/// The nodes of a wave by number.
pub fn nodes(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Node>> {
    let of_wave = wave_node::table.filter(wave_node::wave.eq(wave));
    Ok(of_wave
        .order(wave_node::no)
        .select(Node::as_select())
        .load(c)?)
}

/// The cells of a wave by number.
pub fn cells(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Cell>> {
    let of_wave = cell::table.filter(cell::wave.eq(wave));
    Ok(of_wave.order(cell::no).select(Cell::as_select()).load(c)?)
}

/// Writes how many had answered in a cell.
pub fn set_answered(c: &mut Db, wave: &WaveId, no: i32, answered: i32) -> Outcome<()> {
    let one = cell::table.find((wave, no));
    diesel::update(one)
        .set(cell::answered.eq(answered))
        .execute(c)?;
    Ok(())
}
