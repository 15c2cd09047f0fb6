//! Who opens the ballots of a wave together, and what they have handed in for it.

mod ticket;
mod upload;

pub use ticket::{add_ticket, by_ticket, sweep_tickets};
pub use upload::{Upload, forget_uploads, uploads};

use super::Db;
use super::schema::{trustee, trusteeship};
use crate::error::Outcome;
use crate::ids::WaveId;
use chrono::NaiveDate;
use diesel::prelude::*;

/// One of those who open a wave together.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = trustee)]
pub struct Trustee {
    /// The wave.
    pub wave: WaveId,
    /// Their place in the promise, from 1.
    pub no: i32,
    /// What everybody calls them.
    pub name: String,
    /// Their public key.
    pub key: Vec<u8>,
    /// The day on which they proved that the key works.
    pub proven: Option<NaiveDate>,
    /// The last day on which they handed in shares that were not theirs.
    pub refused: Option<NaiveDate>,
    /// Of the shares that were taken, how many are what the senders of the ballots had sealed.
    pub fits: Option<i32>,
    /// Of those, how many are not.
    pub misfits: Option<i32>,
}

/// Writes who opens a wave and how many of them it takes, over what was planned before.
pub fn set(c: &mut Db, wave: &WaveId, needed: i32, trustees: &[Trustee]) -> Outcome<()> {
    forget(c, wave)?;
    let row = (trusteeship::wave.eq(wave), trusteeship::needed.eq(needed));
    diesel::insert_into(trusteeship::table)
        .values(row)
        .execute(c)?;
    for one in trustees {
        diesel::insert_into(trustee::table).values(one).execute(c)?;
    }
    Ok(())
}

/// Leaves the opening of a wave to the server.
pub fn forget(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    diesel::delete(trustee::table.filter(trustee::wave.eq(wave))).execute(c)?;
    diesel::delete(trusteeship::table.find(wave)).execute(c)?;
    Ok(())
}

/// How many trustees it takes to open a wave; `None` if the server does.
pub fn needed(c: &mut Db, wave: &WaveId) -> Outcome<Option<i32>> {
    let row = trusteeship::table.find(wave).select(trusteeship::needed);
    Ok(row.get_result(c).optional()?)
}

/// The trustees of a wave by number.
pub fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Vec<Trustee>> {
    let all = trustee::table.filter(trustee::wave.eq(wave));
    Ok(all
        .order(trustee::no)
        .select(Trustee::as_select())
        .load(c)?)
}

/// Keeps the ballot on which trustees prove their keys, or nothing any more.
pub fn set_canary(c: &mut Db, wave: &WaveId, canary: Option<&[u8]>) -> Outcome<()> {
    diesel::update(trusteeship::table.find(wave))
        .set(trusteeship::canary.eq(canary))
        .execute(c)?;
    Ok(())
}

/// The ballot on which trustees prove their keys; `None` before there is a promise and after the end.
pub fn canary(c: &mut Db, wave: &WaveId) -> Outcome<Option<Vec<u8>>> {
    let row = trusteeship::table.find(wave).select(trusteeship::canary);
    Ok(row.get_result(c).optional()?.flatten())
}

/// Notes that a trustee has proven the key; whether that is new.
pub fn prove(c: &mut Db, wave: &WaveId, no: i32, day: NaiveDate) -> Outcome<bool> {
    let unproven = trustee::table
        .find((wave, no))
        .filter(trustee::proven.is_null());
    let proven = trustee::proven.eq(day);
    Ok(diesel::update(unproven).set(proven).execute(c)? == 1)
}

/// Notes that the shares of a trustee were refused.
pub fn refuse(c: &mut Db, wave: &WaveId, no: i32, day: NaiveDate) -> Outcome<()> {
    diesel::update(trustee::table.find((wave, no)))
        .set(trustee::refused.eq(day))
        .execute(c)?;
    Ok(())
}

/// Keeps the shares of a trustee until the count, over those of before, and how many fit and do not fit.
pub fn hand_in(c: &mut Db, upload: &Upload, (fits, misfits): (i32, i32)) -> Outcome<()> {
    upload::set(c, upload)?;
    let handed = (
        trustee::refused.eq(None::<NaiveDate>),
        trustee::fits.eq(fits),
        trustee::misfits.eq(misfits),
    );
    diesel::update(trustee::table.find((&upload.wave, upload.trustee)))
        .set(handed)
        .execute(c)?;
    Ok(())
}

/// Leaves nothing of what trustees handed in, or could act with.
pub fn end(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    upload::forget_uploads(c, wave)?;
    ticket::forget_tickets(c, wave)?;
    set_canary(c, wave, None)
}
