use crate::error::Outcome;
use crate::store::schema::mail_pace;
use crate::store::{Db, Moment};
use chrono::Duration;
use diesel::prelude::*;

/// Minutes of a domain's queue: the first one, how many mails have a place in it, and how many fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slots {
    minute: Moment,
    taken: u32,
    fits: u32,
}

impl Slots {
    /// The minute of the `n`-th mail, from 0.
    pub fn minute(&self, n: u32) -> Moment {
        let minutes = (self.taken + n) / self.fits;
        self.minute + Duration::minutes(minutes.into())
    }
}

/// Gives so many mails to a domain a place in its queue, `fits` a minute. The places follow those that were
/// given away before, on whatever node.
pub fn reserve_slots(
    c: &mut Db,
    domain: &str,
    mails: u32,
    fits: u32,
    now: Moment,
) -> Outcome<Slots> {
    let this = now.full_minute();
    let row = mail_pace::table.find(domain);
    // The row is locked by this write before it is read.
    let known = diesel::update(row)
        .set(mail_pace::domain.eq(domain))
        .execute(c)?;
    let last: Option<(Moment, i32)> = row
        .select((mail_pace::minute, mail_pace::taken))
        .get_result(c)
        .optional()?;
    let (minute, taken) = last
        .filter(|(minute, _)| *minute >= this)
        .map_or((this, 0), |(minute, taken)| (minute, taken.unsigned_abs()));
    let given = Slots {
        minute,
        taken,
        fits: fits.max(1),
    };
    let after = (
        mail_pace::minute.eq(given.minute(mails)),
        mail_pace::taken.eq(((taken + mails) % given.fits).cast_signed()),
    );
    match known {
        0 => diesel::insert_into(mail_pace::table)
            .values((mail_pace::domain.eq(domain), after.0, after.1))
            .execute(c)?,
        _ => diesel::update(row).set(after).execute(c)?,
    };
    Ok(given)
}
