//! The packing of a wave's reports into one file, as a job that any node can do.

use super::schema::report_pack;
use super::{Db, Moment, any};
use crate::error::Outcome;
use crate::ids::WaveId;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

super::word::stored_word! {
    /// Where a packing stands.
    State {
        /// To be packed, or being packed.
        Waiting = "waiting",
        /// The file is there.
        Packed = "packed",
        /// It was given up.
        Failed = "failed",
    }
}

/// The packing of a wave's reports in one language.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = report_pack)]
pub struct Pack {
    /// The wave.
    pub wave: WaveId,
    /// The language.
    pub lang: String,
    /// Where it stands.
    pub state: State,
    /// Reports in the file so far.
    pub done: i32,
    /// Reports that there are.
    pub total: i32,
    /// How often a node began.
    pub attempts: i32,
    /// A node is at it until then, unless it says that it needs longer.
    pub leased_until: Option<Moment>,
}

/// A packing; `None` if nobody has asked for it.
pub fn find(c: &mut Db, wave: &WaveId, lang: &str) -> Outcome<Option<Pack>> {
    let one = report_pack::table.find((wave, lang));
    Ok(one.select(Pack::as_select()).get_result(c).optional()?)
}

/// Asks for a packing. One that is waited for already stays as it is.
pub fn ask(c: &mut Db, wave: &WaveId, lang: &str, total: i32) -> Outcome<()> {
    let new = Pack {
        wave: wave.clone(),
        lang: lang.to_owned(),
        state: State::Waiting,
        done: 0,
        total,
        attempts: 0,
        leased_until: None,
    };
    let again = (
        report_pack::state.eq(State::Waiting),
        report_pack::done.eq(0),
        report_pack::total.eq(total),
        report_pack::attempts.eq(0),
        report_pack::leased_until.eq(None::<Moment>),
    );
    any!(c, c => diesel::insert_into(report_pack::table)
        .values(&new)
        .on_conflict_do_nothing()
        .execute(c))?;
    let over = report_pack::table.find((wave, lang));
    let over = over.filter(report_pack::state.ne(State::Waiting));
    diesel::update(over).set(again).execute(c)?;
    Ok(())
}

/// Takes the next packing until `until`. There is one at a time on all nodes together, because each uses a
/// processor for minutes; one that was begun `most` times is given up.
pub fn lease(c: &mut Db, now: Moment, until: Moment, most: i32) -> Outcome<Option<Pack>> {
    // Two nodes would both find that nobody is at work. SQLite has one writer anyway.
    if let Db::Postgres(c) = c {
        c.batch_execute("LOCK TABLE report_pack IN EXCLUSIVE MODE")?;
    }
    let waiting = report_pack::table.filter(report_pack::state.eq(State::Waiting));
    let packs: Vec<Pack> = waiting
        .order((report_pack::attempts, report_pack::wave))
        .select(Pack::as_select())
        .load(c)?;
    let busy = |pack: &Pack| pack.leased_until.is_some_and(|until| until >= now);
    if packs.iter().any(busy) {
        return Ok(None);
    }
    for pack in packs {
        let next = match pack.attempts < most {
            true => Pack {
                done: 0,
                attempts: pack.attempts + 1,
                leased_until: Some(until),
                ..pack.clone()
            },
            false => Pack {
                state: State::Failed,
                ..pack.clone()
            },
        };
        write(c, &pack, &next)?;
        if next.state == State::Waiting {
            return Ok(Some(next));
        }
    }
    Ok(None)
}

/// Writes how a packing stands now; whether it was still that of whoever `held` it. Each taker has a number of
/// its own, so one that was too slow changes nothing any more.
pub fn write(c: &mut Db, held: &Pack, now: &Pack) -> Outcome<bool> {
    let same = report_pack::table
        .find((&held.wave, &held.lang))
        .filter(report_pack::state.eq(State::Waiting))
        .filter(report_pack::attempts.eq(held.attempts));
    let changed = diesel::update(same)
        .set((
            report_pack::state.eq(now.state),
            report_pack::done.eq(now.done),
            report_pack::attempts.eq(now.attempts),
            report_pack::leased_until.eq(now.leased_until),
        ))
        .execute(c)?;
    Ok(changed == 1)
}
