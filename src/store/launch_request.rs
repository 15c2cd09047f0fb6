//! Drafts whose launch was asked for, where it takes two survey leads.

use super::schema::launch_request;
use super::{Db, Moment};
use crate::error::Outcome;
use crate::ids::WaveId;
use diesel::prelude::*;

/// What somebody asked for.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = launch_request)]
pub struct Request {
    /// The draft.
    pub wave: WaveId,
    /// Who asked.
    pub asker: String,
    /// When.
    pub asked: Moment,
    /// Hash of everything that is launched.
    pub seen: String,
    /// With what it was sent back.
    pub word: Option<String>,
    /// By whom.
    pub returned_by: Option<String>,
}

/// Writes a request over that of before.
pub fn put(c: &mut Db, new: &Request) -> Outcome<()> {
    forget(c, &new.wave)?;
    diesel::insert_into(launch_request::table)
        .values(new)
        .execute(c)?;
    Ok(())
}

/// The request of a draft.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Option<Request>> {
    let one = launch_request::table.find(wave);
    Ok(one.select(Request::as_select()).get_result(c).optional()?)
}

/// Removes it.
pub fn forget(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    diesel::delete(launch_request::table.find(wave)).execute(c)?;
    Ok(())
}
