//! What a wave published: the only source of pages, reports and exports.

use super::Db;
use super::schema::{comment, edition, publication, result, wave};
use super::wave::State;
use crate::error::Outcome;
use crate::ids::{CommentId, WaveId};
use diesel::prelude::*;

/// A published comment.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = comment)]
pub struct Comment {
    /// Random identifier.
    pub id: CommentId,
    /// The wave.
    pub wave: WaveId,
    /// Identifier of the open question.
    pub question: String,
    /// The group that it is shown with.
    pub circle: i32,
    /// The text.
    pub words: String,
}

/// Writes a wave's publication: its header and one clipped tally for each atom.
pub fn publish(c: &mut Db, wave: &WaveId, header: &str, atoms: &[String]) -> Outcome<()> {
    let row = (publication::wave.eq(wave), publication::header.eq(header));
    diesel::insert_into(publication::table)
        .values(row)
        .execute(c)?;
    for (atom, tally) in (0_i32..).zip(atoms) {
        let row = (
            result::wave.eq(wave),
            result::atom.eq(atom),
            result::tally.eq(tally),
        );
        diesel::insert_into(result::table).values(row).execute(c)?;
    }
    Ok(())
}

/// Writes a comment.
pub fn add_comment(c: &mut Db, new: &Comment) -> Outcome<()> {
    diesel::insert_into(comment::table).values(new).execute(c)?;
    Ok(())
}

/// A wave's publication: its header and its atoms by number.
pub fn published(c: &mut Db, wave: &WaveId) -> Outcome<(String, Vec<String>)> {
    let header = publication::table
        .find(wave)
        .select(publication::header)
        .get_result(c)?;
    let atoms = result::table
        .filter(result::wave.eq(wave))
        .order(result::atom);
    Ok((header, atoms.select(result::tally).load(c)?))
}

/// A wave's comments in the order of their random identifiers.
pub fn comments(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Comment>> {
    let all = comment::table
        .filter(comment::wave.eq(wave))
        .order(comment::id);
    Ok(all.select(Comment::as_select()).load(c)?)
}

/// Stands for all that results are made of: it changes with every release, and when something of them went. Whoever kept
/// something made of them makes it anew then.
pub fn edition(c: &mut Db) -> Outcome<String> {
    let released = wave::table.filter(wave::state.eq(State::Released));
    let released: i64 = released.count().get_result(c)?;
    let gone = edition::table.select(edition::no).first::<i64>(c);
    Ok(format!(
        "{released}.{}",
        gone.optional()?.unwrap_or_default()
    ))
}

/// Notes that something of results went, inside the transaction in which it goes.
pub fn went(c: &mut Db) -> Outcome<()> {
    let next = edition::no.eq(edition::no + 1);
    if diesel::update(edition::table).set(next).execute(c)? == 0 {
        diesel::insert_into(edition::table)
            .values(edition::no.eq(1))
            .execute(c)?;
    }
    Ok(())
}
