//! The right to act as a trustee for a while.

use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::schema::trustee_ticket;
use crate::store::{Db, Moment};
use diesel::prelude::*;

/// Adds a ticket, by its hash.
pub fn add_ticket(
    c: &mut Db,
    hash: &str,
    (wave, no): (&WaveId, i32),
    expires: Moment,
) -> Outcome<()> {
    let row = (
        trustee_ticket::hash.eq(hash),
        trustee_ticket::wave.eq(wave),
        trustee_ticket::trustee.eq(no),
        trustee_ticket::expires.eq(expires),
    );
    diesel::insert_into(trustee_ticket::table)
        .values(row)
        .execute(c)?;
    Ok(())
}

/// Of which wave the ticket with this hash is, and of which trustee; `None` for one that has run out.
pub fn by_ticket(c: &mut Db, hash: &str, now: Moment) -> Outcome<Option<(WaveId, i32)>> {
    let good = trustee_ticket::table
        .find(hash)
        .filter(trustee_ticket::expires.gt(now));
    let whose = (trustee_ticket::wave, trustee_ticket::trustee);
    Ok(good.select(whose).get_result(c).optional()?)
}

/// Removes the tickets of a wave.
pub fn forget_tickets(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    diesel::delete(trustee_ticket::table.filter(trustee_ticket::wave.eq(wave))).execute(c)?;
    Ok(())
}

/// Removes the tickets that have run out.
pub fn sweep_tickets(c: &mut Db, now: Moment) -> Outcome<()> {
    diesel::delete(trustee_ticket::table.filter(trustee_ticket::expires.le(now))).execute(c)?;
    Ok(())
}
