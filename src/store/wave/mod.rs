//! Waves and the instruments they were run with.
//!
//! A wave changes one verb at a time: each verb writes its own columns, and only if the wave still stands
//! where the verb starts from. Nothing writes a row back that was read before.

mod instrument;
mod life;
mod terms;
mod upkeep;

pub use instrument::{shared_survey, survey};
pub use life::{Release, call_off, close, destroy, extend, hold, open, release, settle};
pub use terms::{Plan, admit, freeze, promise, replan};
pub use upkeep::{key_tested, participation_counted, repeat, set_participation};

use super::schema::wave;
use super::{Db, Moment};
use crate::error::Outcome;
use crate::ids::{SeriesId, WaveId};
use diesel::prelude::*;

super::word::stored_word! {
    /// Where a wave stands in its life.
    State {
        /// Planned, can be changed.
        Draft = "draft",
        /// Roster and groups are fixed; the keys of the groups are being made.
        Preparing = "preparing",
        /// Keys and promise are fixed too; trustees have to prove that they can open it.
        Proving = "proving",
        /// Ready for its opening; nobody has been asked yet.
        Frozen = "frozen",
        /// Takes answers.
        Open = "open",
        /// Takes no more answers; they are still sealed.
        Closed = "closed",
        /// Opened, clipped and published, once.
        Released = "released",
        /// Its keys were destroyed on the promised day, because nobody had published it.
        Lapsed = "lapsed",
        /// Called off; its keys were destroyed and nothing is ever opened.
        Off = "off",
    }
}

super::word::stored_word! {
    /// What respondents are promised about who can see their answers.
    Promise {
        /// The sender's browser seals the answers, and the server signs them without seeing them.
        Anonymous = "anonymous",
        /// The server seals answers on receipt and opens them all at once after the close.
        Confidential = "confidential",
    }
}

/// One run of a survey.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = wave)]
pub struct Wave {
    /// Identifier.
    pub id: WaveId,
    /// The wave of the same series before this one.
    pub previous: Option<WaveId>,
    /// What people call it, such as `Q3 2026`.
    pub title: String,
    /// Content hash of the survey file.
    pub instrument: String,
    /// What respondents are promised.
    pub promise: Promise,
    /// Auditors read the organisation's figures too.
    pub auditors_read: bool,
    /// The members always get the report of their group.
    pub members_read: bool,
    /// The smallest group that is ever shown.
    pub k: i32,
    /// How many equal answers are left uncertain in every group.
    pub c: i32,
    /// First moment at which answers are taken.
    pub opens: Moment,
    /// From this moment on no answers are taken.
    pub closes: Moment,
    /// Where it stands.
    pub state: State,
    /// Public key to which answers are sealed, from the freeze on.
    pub opening_key: Option<Vec<u8>>,
    /// When participation was last counted.
    pub participation_at: Option<Moment>,
    /// Percent of all who had answered then, in steps; none where it may not be told.
    pub participation: Option<i32>,
    /// When the results were published.
    pub released: Option<Moment>,
    /// When the keys are due to be destroyed: as promised, or earlier once the results are published.
    pub destroy_after: Option<Moment>,
    /// The day on which the key was destroyed.
    pub key_destroyed: Option<chrono::NaiveDate>,
    /// The root over the identifiers of all ballots, from the moment on at which none is taken any more.
    pub ballots_root: Option<String>,
    /// Hash of what was published.
    pub result_hash: Option<String>,
    /// Ballots that were signed and cast but hold no sound form; nobody can say whose they are.
    pub spoilt: Option<i32>,
    /// When the key file was last tested.
    pub key_tested: Option<Moment>,
    /// Whether it opened what was sealed for this wave.
    pub key_sound: Option<bool>,
    /// The series it belongs to.
    pub series: Option<SeriesId>,
    /// Its number in the series, from 0.
    pub turn: Option<i32>,
}

/// The wave with this identifier.
pub fn wave(c: &mut Db, id: &WaveId) -> Outcome<Wave> {
    Ok(wave::table
        .find(id)
        .select(Wave::as_select())
        .get_result(c)?)
}

/// All waves, the latest opening first.
pub fn waves(c: &mut Db) -> Outcome<Vec<Wave>> {
    Ok(wave::table
        .order((wave::opens.desc(), wave::id))
        .select(Wave::as_select())
        .load(c)?)
}

/// Adds a wave and, if it is new, the instrument it is run with.
pub fn add(c: &mut Db, new: &Wave, survey: &str, source: &str) -> Outcome<()> {
    instrument::add(c, &new.instrument, survey, source)?;
    diesel::insert_into(wave::table).values(new).execute(c)?;
    Ok(())
}

/// Removes a wave that was never frozen; whether there was one.
pub fn remove_draft(c: &mut Db, id: &WaveId) -> Outcome<bool> {
    let draft = wave::table.find(id).filter(wave::state.eq(State::Draft));
    Ok(diesel::delete(draft).execute(c)? == 1)
}

/// Whether a guarded change found the one wave it was meant for.
fn changed(rows: QueryResult<usize>) -> Outcome<bool> {
    Ok(rows? == 1)
}
