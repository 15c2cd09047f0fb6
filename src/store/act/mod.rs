//! The log of administrative acts, a chain of hashes. What respondents do is never in it.
//!
//! A new act is linked to the last one as it stands. A damaged log is reported by whoever reads it and
//! keeps nobody from acting.

mod log;

pub use log::{Line, check, log};

use super::schema::act;
use super::{Db, Moment};
use crate::error::Outcome;
use data_encoding::HEXLOWER;
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Text;
use sha2::{Digest, Sha256};

super::word::stored_word! {
    /// What was done.
    Kind {
        /// A roster was applied.
        Roster = "roster",
        /// The last roster was taken back.
        RosterUndone = "roster-undone",
        /// Somebody was added to the roster on a page.
        PersonAdded = "person-added",
        /// Somebody on the roster was changed on a page.
        PersonChanged = "person-changed",
        /// Somebody was taken off the roster on a page.
        PersonLeft = "person-left",
        /// A team was renamed or moved on a page.
        TeamMoved = "team-moved",
        /// A team was closed on a page.
        TeamClosed = "team-closed",
        /// It was chosen with whom a small team is counted in a wave.
        Grouped = "grouped",
        /// The terms of a wave were fixed.
        Frozen = "frozen",
        /// The promise of a wave was made, its keys with it.
        Promised = "promised",
        /// The slips of a wave were made as a file to print.
        SlipsPrinted = "slips-printed",
        /// A wave was opened for answers.
        Opened = "opened",
        /// A wave was closed.
        Closed = "closed",
        /// A wave takes answers for longer than planned.
        Extended = "extended",
        /// Somebody was added to a launched wave.
        Added = "added",
        /// The form or the report of a team went on to those who lead it now.
        HandedOn = "handed-on",
        /// The leaders of a wave who had not answered were reminded.
        RemindedLeaders = "reminded-leaders",
        /// Somebody's address was corrected.
        Readdressed = "readdressed",
        /// A launched wave was called off.
        CalledOff = "called-off",
        /// A trustee of a wave proved that the key works.
        TrusteeProven = "trustee-proven",
        /// A trustee of a wave handed in the opened shares of all ballots.
        TrusteeOpened = "trustee-opened",
        /// A trustee of a wave handed in shares that were refused.
        TrusteeRefused = "trustee-refused",
        /// The list of a wave's ballots was made final.
        Settled = "settled",
        /// The results of a wave were published.
        Released = "released",
        /// A wave is taken again every so many months from now on.
        Repeated = "repeated",
        /// The next wave of a series was left out.
        Skipped = "skipped",
        /// A series was paused.
        Paused = "paused",
        /// A series goes on.
        Resumed = "resumed",
        /// A series was ended.
        Ended = "ended",
        /// Mails of a wave that did not arrive are sent again.
        MailedAgain = "mailed-again",
        /// The key of a wave failed its nightly test.
        KeyFailed = "key-failed",
        /// The keys of a wave, its ballots and links were destroyed.
        Destroyed = "destroyed",
    }
}

/// An act as it is written.
#[derive(Insertable)]
#[diesel(table_name = act)]
struct Act<'a> {
    /// Its place in the log, from 1.
    no: i64,
    /// SHA-256 over all other columns, in hexadecimal digits.
    hash: String,
    /// The hash of the act before; empty for the first.
    previous: String,
    /// When.
    at: Moment,
    /// Who: the name of an administrator or a trustee, or empty for what happens by itself.
    actor: &'a str,
    /// What.
    kind: Kind,
    /// With what, such as a wave's identifier.
    subject: &'a str,
}

/// What a hash is taken over; `kind` is its stored word.
struct Content<'a> {
    no: i64,
    previous: &'a str,
    at: Moment,
    actor: &'a str,
    kind: &'a str,
    subject: &'a str,
}

impl Content<'_> {
    fn hash(&self) -> String {
        let text = format!(
            "{}\n{}\n{}\n{}\n{}\n{}",
            self.no,
            self.previous,
            self.at.utc().timestamp(),
            self.kind,
            self.subject,
            self.actor
        );
        HEXLOWER.encode(&Sha256::digest(text))
    }
}

/// Notes an act, inside the transaction that does it.
pub fn note(c: &mut Db, at: Moment, actor: &str, kind: Kind, subject: &str) -> Outcome<()> {
    // Two acts at the same time would both follow the same one. SQLite has one writer anyway.
    if let Db::Postgres(c) = c {
        c.batch_execute("LOCK TABLE act IN EXCLUSIVE MODE")?;
    }
    let tip = act::table
        .order(act::no.desc())
        .select((act::no, act::hash));
    let (last, previous): (i64, String) = tip.first(c).optional()?.unwrap_or_default();
    let no = last + 1;
    let content = Content {
        no,
        previous: &previous,
        at,
        actor,
        kind: kind.as_str(),
        subject,
    };
    let new = Act {
        hash: content.hash(),
        no,
        previous,
        at,
        actor,
        kind,
        subject,
    };
    diesel::insert_into(act::table).values(&new).execute(c)?;
    Ok(())
}

/// The number of the last act.
pub fn last(c: &mut Db) -> Outcome<i64> {
    let last = act::table.order(act::no.desc()).select(act::no);
    Ok(last.first(c).optional()?.unwrap_or_default())
}

/// What has been done since the act with this number.
pub fn since(c: &mut Db, no: i64) -> Outcome<Vec<Kind>> {
    let kinds = act::table.filter(act::no.gt(no)).order(act::no);
    let kinds: Vec<String> = kinds.select(sql::<Text>("kind")).load(c)?;
    Ok(kinds.iter().filter_map(|kind| Kind::parse(kind)).collect())
}
