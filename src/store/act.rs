//! The log of administrative acts, a chain of hashes. What respondents do is never in it.

use super::schema::act;
use super::{Db, Moment};
use crate::error::Outcome;
use data_encoding::HEXLOWER;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

super::word::stored_word! {
    /// What was done.
    Kind {
        /// A roster was applied.
        Roster = "roster",
        /// It was chosen with whom a small team is counted in a wave.
        Grouped = "grouped",
        /// The terms of a wave were fixed.
        Frozen = "frozen",
        /// The promise of a wave was made, its keys with it.
        Promised = "promised",
        /// A wave was opened for answers.
        Opened = "opened",
        /// A wave was closed.
        Closed = "closed",
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

/// One act.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = act)]
pub struct Act {
    /// SHA-256 over all other columns, in hexadecimal digits.
    pub hash: String,
    /// The hash of the act before; empty for the first.
    pub previous: String,
    /// When.
    pub at: Moment,
    /// Who: an administrator's name, or empty for what happens by itself.
    pub actor: String,
    /// What.
    pub kind: Kind,
    /// With what, such as a wave's identifier.
    pub subject: String,
}

impl Act {
    fn digest(&self) -> String {
        let text = format!(
            "{}\n{}\n{}\n{}\n{}",
            self.previous,
            self.at.and_utc().timestamp(),
            self.kind.as_str(),
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
    let last = chain(c)?.pop();
    let mut new = Act {
        hash: String::new(),
        previous: last.map(|last| last.hash).unwrap_or_default(),
        at,
        actor: actor.to_owned(),
        kind,
        subject: subject.to_owned(),
    };
    new.hash = new.digest();
    diesel::insert_into(act::table).values(new).execute(c)?;
    Ok(())
}

/// All acts from the first on, as far as the chain holds.
pub fn chain(c: &mut Db) -> Outcome<Vec<Act>> {
    let all: Vec<Act> = act::table.select(Act::as_select()).load(c)?;
    let mut next: BTreeMap<String, Act> = all
        .into_iter()
        .map(|act| (act.previous.clone(), act))
        .collect();
    let mut chain: Vec<Act> = Vec::with_capacity(next.len());
    loop {
        let tip = chain
            .last()
            .map(|act| act.hash.as_str())
            .unwrap_or_default();
        match next.remove(tip).filter(|act| act.digest() == act.hash) {
            Some(act) => chain.push(act),
            None => return Ok(chain),
        }
    }
}

/// How many acts there are, whether or not the chain leads to them.
pub fn count(c: &mut Db) -> Outcome<usize> {
    let count: i64 = act::table.count().get_result(c)?;
    Ok(usize::try_from(count).unwrap_or_default())
}
