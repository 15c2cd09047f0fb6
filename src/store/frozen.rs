//! The tree and the cells of a wave, as they were when it was frozen.

use super::Db;
use super::schema::{cell, wave_node};
use crate::error::Outcome;
use crate::ids::{TeamId, WaveId};
use diesel::prelude::*;
use std::collections::BTreeMap;

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
    /// The team it was made of; none for the top of several trees.
    pub team: Option<TeamId>,
    /// Its name then.
    pub name: String,
    /// Stands for the people directly in the team, not for all below it.
    pub own: bool,
    /// How many different people it has; none for a node with nodes below it.
    pub people: Option<i32>,
    /// The group in which they are asked; none where they are not.
    pub cell: Option<i32>,
}

/// Which parts of the organisation the nodes of a wave are in.
pub struct Parts<'a>(BTreeMap<i32, &'a Node>);

impl<'a> Parts<'a> {
    /// Of all nodes of a wave.
    pub fn of(nodes: &'a [Node]) -> Self {
        Self(nodes.iter().map(|node| (node.no, node)).collect())
    }

    /// The team of a node and all teams above it.
    pub fn above(&self, no: i32) -> Vec<TeamId> {
        let mut teams = Vec::new();
        let mut at = self.0.get(&no);
        while let Some(node) = at {
            teams.extend(node.team.clone());
            at = node.parent.and_then(|parent| self.0.get(&parent));
        }
        teams
    }

    /// Whether a node is in one of these parts.
    pub fn holds(&self, parts: &[TeamId], no: i32) -> bool {
        self.above(no).iter().any(|team| parts.contains(team))
    }
}

super::word::stored_word! {
    /// How people came to be counted together.
    Kind {
        /// Teams that HR counts together, or that would tell of each other.
        Joint = "joint",
        /// Small teams, in the lowest node where they are enough together.
        Pool = "pool",
        /// One team.
        Team = "team",
    }
}

/// The people who hold one kind of ballot.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = cell)]
pub struct Cell {
    /// The wave.
    pub wave: WaveId,
    /// Number within the wave.
    pub no: i32,
    /// The node it is at home in.
    pub home: i32,
    /// How its people came to be counted together.
    pub kind: Kind,
    /// How many different people were invited.
    pub invited: i32,
    /// What may be told of those who had answered at the last hourly count, see
    /// [`Participation`](crate::disclosure::Participation): at least one less than the smallest group, and at most
    /// what does not tell of the silent. None for a group of which nothing may be told.
    pub answered: Option<i32>,
    /// What was promised to the group, as JSON.
    pub terms: Option<String>,
    /// Modulus of the issuing key.
    pub public_key: Option<Vec<u8>>,
    /// The issuing key, wrapped; gone from the close on.
    pub private_key: Option<Vec<u8>>,
    /// How many signatures were given, counted when the list of ballots was final.
    pub issued: Option<i32>,
    /// How many ballots there are, counted then.
    pub ballots: Option<i32>,
    /// How many of the invited no mail reached, at the last full count; they count as asked all the same.
    pub unreached: Option<i32>,
    /// The group it counts in, once the list of ballots is final; none for a cell that is counted nowhere.
    pub atom: Option<i32>,
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

/// The node with this number; `None` before the freeze.
pub fn node(c: &mut Db, wave: &WaveId, no: i32) -> Outcome<Option<Node>> {
    let one = wave_node::table.find((wave, no));
    Ok(one.select(Node::as_select()).get_result(c).optional()?)
}

/// The cells of a wave by number.
pub fn cells(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Cell>> {
    let of_wave = cell::table.filter(cell::wave.eq(wave));
    Ok(of_wave.order(cell::no).select(Cell::as_select()).load(c)?)
}

/// Writes what may be told of those who had answered in a cell, and how many no mail had reached.
pub fn set_participation(
    c: &mut Db,
    wave: &WaveId,
    no: i32,
    (answered, unreached): (Option<i32>, i32),
) -> Outcome<()> {
    let one = cell::table.find((wave, no));
    diesel::update(one)
        .set((cell::answered.eq(answered), cell::unreached.eq(unreached)))
        .execute(c)?;
    Ok(())
}

/// The cell with this number.
pub fn cell(c: &mut Db, wave: &WaveId, no: i32) -> Outcome<Cell> {
    Ok(cell::table
        .find((wave, no))
        .select(Cell::as_select())
        .get_result(c)?)
}

/// Gives a cell its issuing key, unless it has one.
pub fn set_keys(c: &mut Db, wave: &WaveId, no: i32, public: &[u8], private: &[u8]) -> Outcome<()> {
    let bare = cell::table
        .find((wave, no))
        .filter(cell::public_key.is_null());
    diesel::update(bare)
        .set((cell::public_key.eq(public), cell::private_key.eq(private)))
        .execute(c)?;
    Ok(())
}

/// Writes what is promised to a cell.
pub fn set_terms(c: &mut Db, wave: &WaveId, no: i32, terms: &str) -> Outcome<()> {
    diesel::update(cell::table.find((wave, no)))
        .set(cell::terms.eq(terms))
        .execute(c)?;
    Ok(())
}

/// Removes the private issuing keys of a wave.
pub fn forget_keys(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    let none: Option<Vec<u8>> = None;
    diesel::update(cell::table.filter(cell::wave.eq(wave)))
        .set(cell::private_key.eq(none))
        .execute(c)?;
    Ok(())
}

/// Asks one more person in a cell, about the team of a node.
pub fn add_person(c: &mut Db, wave: &WaveId, no: i32, node: i32) -> Outcome<()> {
    diesel::update(cell::table.find((wave, no)))
        .set(cell::invited.eq(cell::invited + 1))
        .execute(c)?;
    diesel::update(wave_node::table.find((wave, node)))
        .set(wave_node::people.eq(wave_node::people + 1))
        .execute(c)?;
    Ok(())
}

/// Writes in which group a cell counts.
pub fn set_atom(c: &mut Db, wave: &WaveId, no: i32, atom: Option<i32>) -> Outcome<()> {
    diesel::update(cell::table.find((wave, no)))
        .set(cell::atom.eq(atom))
        .execute(c)?;
    Ok(())
}

/// Writes the final counts of a cell: signatures, ballots.
pub fn set_counts(c: &mut Db, wave: &WaveId, no: i32, counts: (i32, i32)) -> Outcome<()> {
    diesel::update(cell::table.find((wave, no)))
        .set((cell::issued.eq(counts.0), cell::ballots.eq(counts.1)))
        .execute(c)?;
    Ok(())
}

/// The people who are counted together in the end.
pub struct Group {
    /// Its number among the groups of the wave.
    pub atom: i32,
    /// How they came to be counted together.
    pub kind: Kind,
    /// The cells they were asked in.
    pub cells: Vec<i32>,
}

impl Group {
    /// Adds a cell to it. Cells that are one group only since they were counted are a pool.
    fn join(&mut self, cell: i32) {
        self.kind = Kind::Pool;
        self.cells.push(cell);
    }
}

/// The groups of a released wave.
pub fn groups(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Group>> {
    let counted = cell::table.filter(cell::wave.eq(wave));
    let counted = counted.filter(cell::atom.is_not_null());
    let cells = counted
        .order(cell::no)
        .select((cell::atom.assume_not_null(), cell::no, cell::kind))
        .load::<(i32, i32, Kind)>(c)?;
    let mut groups: BTreeMap<i32, Group> = BTreeMap::new();
    for (atom, no, kind) in cells {
        let first = || Group {
            atom,
            kind,
            cells: vec![no],
        };
        groups
            .entry(atom)
            .and_modify(|group| group.join(no))
            .or_insert_with(first);
    }
    Ok(groups.into_values().collect())
}

/// The group in which a cell of a released wave is counted; `None` for one that is counted nowhere.
pub fn group(c: &mut Db, wave: &WaveId, no: i32) -> Outcome<Option<Group>> {
    let mut groups = groups(c, wave)?.into_iter();
    Ok(groups.find(|group| group.cells.contains(&no)))
}
