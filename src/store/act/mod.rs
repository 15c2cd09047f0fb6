//! The log of administrative acts, a chain of seals under a key that is not in the database. What respondents do is
//! never in it.
//!
//! A new act is linked to the last one as it stands. A damaged log is reported by whoever reads it and
//! keeps nobody from acting.

mod log;
mod prune;
mod seal;

pub use log::{Line, check, log, tip};
pub use prune::{beginning, prune, stands};
pub use seal::Seal;
pub(super) use seal::with as with_seal;

use super::schema::act;
use super::{Db, Moment};
use crate::error::Outcome;
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Text;

super::word::stored_word! {
    /// What was done.
    Kind {
        /// The organisation was set up.
        SetUp = "set-up",
        /// Somebody with an account signed in.
        SignedIn = "signed-in",
        /// The operator made a link that signs somebody in.
        OperatorLink = "operator-link",
        /// Somebody was invited to have an account.
        Invited = "account-invited",
        /// The roles of an account were changed.
        Granted = "account-roles",
        /// An account was removed.
        Removed = "account-removed",
        /// The password of an account was set.
        Password = "account-password",
        /// The second factor of an account was set up or changed.
        Factor = "account-factor",
        /// The second factor of an account was taken away.
        FactorGone = "account-factor-gone",
        /// Somebody with an account signed in by the company.
        CompanySignedIn = "company-signed-in",
        /// Somebody came by the company's sign-in for the first time, and was known.
        CompanyTied = "company-tied",
        /// Somebody is no longer known by what the company's sign-in calls them.
        CompanyUntied = "company-untied",
        /// The company's groups gave an account other roles.
        CompanyRoles = "company-roles",
        /// The company's groups would have taken away the last administrator.
        CompanyKept = "company-kept",
        /// Somebody came from the company's sign-in and was not let in.
        CompanyRefused = "company-refused",
        /// An administrator ended the sessions of an account.
        SessionsEnded = "sessions-ended",
        /// An administrator ended the sessions of everybody.
        AllSessionsEnded = "all-sessions-ended",
        /// The roster was downloaded.
        RosterDownloaded = "roster-downloaded",
        /// The organisation's face was changed.
        FaceChanged = "face-changed",
        /// Results were downloaded.
        Downloaded = "downloaded",
        /// The log itself was downloaded.
        LogDownloaded = "log-downloaded",
        /// What the database holds of a person was downloaded.
        DataDownloaded = "data-downloaded",
        /// A person was erased.
        Erased = "erased",
        /// What was kept long enough went, by kind and count.
        Tidied = "tidied",
        /// A wave was planned.
        Planned = "planned",
        /// The plan of a wave was changed.
        Replanned = "replanned",
        /// A draft was deleted.
        Dropped = "dropped",
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
        /// A launch was asked for that takes two.
        LaunchAsked = "launch-asked",
        /// Somebody else confirmed a launch.
        LaunchConfirmed = "launch-confirmed",
        /// Somebody else sent a launch back.
        LaunchReturned = "launch-returned",
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
        /// The report of a group was shared with its members.
        Shared = "shared",
        /// It was taken back.
        ShareEnded = "share-ended",
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
    /// HMAC-SHA256 over all other columns under the key of the log, in hexadecimal digits.
    hash: String,
    /// The hash of the act before; empty for the first.
    previous: String,
    /// When.
    at: Moment,
    /// Who: the identifier of a person, the name of a trustee, `operator`, or empty for what happens by itself.
    actor: &'a str,
    /// What.
    kind: Kind,
    /// With what, such as a wave's identifier.
    subject: &'a str,
}

/// What a seal is put over; `kind` is its stored word.
struct Content<'a> {
    no: i64,
    previous: &'a str,
    at: Moment,
    actor: &'a str,
    kind: &'a str,
    subject: &'a str,
}

impl Content<'_> {
    fn seal(&self) -> Outcome<String> {
        let text = format!(
            "{}\n{}\n{}\n{}\n{}\n{}",
            self.no,
            self.previous,
            self.at.utc().timestamp(),
            self.kind,
            self.subject,
            self.actor
        );
        seal::over(&text)
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
    // A number that was given away outside the database is not given away again: what is missing stays missing.
    let kept = seal::kept()?.map_or(0, |(no, _)| no);
    let no = last.max(kept) + 1;
    let content = Content {
        no,
        previous: &previous,
        at,
        actor,
        kind: kind.as_str(),
        subject,
    };
    let new = Act {
        hash: content.seal()?,
        no,
        previous,
        at,
        actor,
        kind,
        subject,
    };
    diesel::insert_into(act::table).values(&new).execute(c)?;
    seal::noted((no, new.hash));
    Ok(())
}

/// Notes the first act of a new organisation. Whatever was known of another log is over.
pub fn begin(c: &mut Db, at: Moment, actor: &str) -> Outcome<()> {
    seal::anew();
    note(c, at, actor, Kind::SetUp, actor)
}

/// How the last entry is told outside: its number and the first sixteen letters of its seal.
pub fn short(no: i64, seal: &str) -> String {
    let letters: Vec<char> = seal.chars().take(16).collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    format!("{no}-{}", groups.join("-"))
}

/// What the operator is called in the log.
pub const OPERATOR: &str = "operator";
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
