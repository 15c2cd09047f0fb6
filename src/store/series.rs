//! Waves that come again by themselves.

use super::Db;
use super::schema::{series, wave};
use super::wave::{State, Wave};
use crate::error::Outcome;
use crate::ids::{SeriesId, WaveId};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A wave that is taken again every so many months.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = series)]
pub struct Series {
    /// Identifier.
    pub id: SeriesId,
    /// Months from one turn to the next.
    pub months: i32,
    /// Opening of turn 0, as the organisation's clocks show it.
    pub opens: NaiveDateTime,
    /// End of turn 0, as the organisation's clocks show it.
    pub closes: NaiveDateTime,
    /// The last turn that was made or skipped.
    pub turn: i32,
    /// Nothing is made or launched by itself.
    pub paused: bool,
}

/// Begins a series.
pub fn add(c: &mut Db, new: &Series) -> Outcome<()> {
    diesel::insert_into(series::table).values(new).execute(c)?;
    Ok(())
}

/// All series.
pub fn all(c: &mut Db) -> Outcome<Vec<Series>> {
    Ok(series::table
        .order(series::id)
        .select(Series::as_select())
        .load(c)?)
}

/// The series with this identifier.
pub fn series(c: &mut Db, id: &SeriesId) -> Outcome<Series> {
    let one = series::table.find(id);
    Ok(one.select(Series::as_select()).get_result(c)?)
}

/// Takes the next turn; whether nobody else has taken it.
pub fn advance(c: &mut Db, series: &Series, turn: i32) -> Outcome<bool> {
    let unchanged = series::table
        .find(&series.id)
        .filter(series::turn.eq(series.turn));
    Ok(diesel::update(unchanged)
        .set(series::turn.eq(turn))
        .execute(c)?
        == 1)
}

/// Pauses a series, or lets it go on.
pub fn pause(c: &mut Db, id: &SeriesId, paused: bool) -> Outcome<()> {
    let one = series::table.find(id);
    diesel::update(one)
        .set(series::paused.eq(paused))
        .execute(c)?;
    Ok(())
}

/// Ends a series; its waves stay.
pub fn end(c: &mut Db, id: &SeriesId) -> Outcome<()> {
    let none: Option<SeriesId> = None;
    diesel::update(wave::table.filter(wave::series.eq(id)))
        .set(wave::series.eq(none))
        .execute(c)?;
    diesel::delete(series::table.find(id)).execute(c)?;
    Ok(())
}

/// The latest wave of a series that is more than a draft.
pub fn last_wave(c: &mut Db, id: &SeriesId) -> Outcome<Option<WaveId>> {
    let begun = wave::table
        .filter(wave::series.eq(id))
        .filter(wave::state.ne(State::Draft));
    Ok(begun
        .order(wave::opens.desc())
        .select(wave::id)
        .first(c)
        .optional()?)
}

/// The drafts of a series.
pub fn drafts(c: &mut Db, id: &SeriesId) -> Outcome<Vec<Wave>> {
    let drafts = wave::table
        .filter(wave::series.eq(id))
        .filter(wave::state.eq(State::Draft));
    Ok(drafts
        .order(wave::opens)
        .select(Wave::as_select())
        .load(c)?)
}
