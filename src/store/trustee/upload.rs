//! What trustees have handed in, sealed.

use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::Db;
use crate::store::schema::trustee_upload;
use diesel::prelude::*;

/// The opened shares of one trustee for all ballots of a wave.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = trustee_upload)]
pub struct Upload {
    /// The wave.
    pub wave: WaveId,
    /// Number of the trustee.
    pub trustee: i32,
    /// The shares, sealed to the opening key of the wave.
    pub content: Vec<u8>,
}

/// Keeps the shares of a trustee, over those of before.
pub(super) fn set(c: &mut Db, new: &Upload) -> Outcome<()> {
    diesel::delete(trustee_upload::table.find((&new.wave, new.trustee))).execute(c)?;
    diesel::insert_into(trustee_upload::table)
        .values(new)
        .execute(c)?;
    Ok(())
}

/// What has been handed in for a wave, by the number of the trustee.
pub fn uploads(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Upload>> {
    let all = trustee_upload::table.filter(trustee_upload::wave.eq(wave));
    Ok(all
        .order(trustee_upload::trustee)
        .select(Upload::as_select())
        .load(c)?)
}

/// Removes what has been handed in for a wave.
pub fn forget_uploads(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    diesel::delete(trustee_upload::table.filter(trustee_upload::wave.eq(wave))).execute(c)?;
    Ok(())
}
