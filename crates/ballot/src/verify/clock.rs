//! What the checker's own clock says of a record. A server that claims that a wave is over has less to show, so what
//! comes after an end is held to the time.

use super::promise::Promised;
use super::{Check, Checks, Known, ensure};
use crate::amend::{Amended, LATE};
use crate::audit::Record;
use crate::promise::{moment, utc};
use chrono::{NaiveDate, NaiveDateTime};

const IN_TIME: &str = "Nothing stands in the record before its time.";

/// Checks that lists, results, changes and ends of keys are not there before they can be.
pub(super) fn check(
    checks: &mut Checks,
    record: &Record,
    promised: &Promised,
    amended: Option<&Amended>,
    now: Option<NaiveDateTime>,
) {
    match (amended, now) {
        (Some(amended), Some(now)) => {
            checks.add(IN_TIME, in_time(record, promised, amended, now));
        }
        (None, _) => checks.skip(IN_TIME, "the changes since the first mail are not lawful."),
        (_, None) => checks.skip(IN_TIME, "the time is not known here."),
    }
}

fn in_time(record: &Record, promised: &Promised, amended: &Amended, now: NaiveDateTime) -> Check {
    let late = match promised.is_anonymous() {
        true => amended.closes + LATE,
        false => amended.closes,
    };
    let listed = record.ballots.is_some() || record.result_hash.is_some();
    ensure(!listed || now >= late, || {
        format!(
            "a list of ballots or results, although ballots are taken until {} and it is {}.",
            utc(late),
            utc(now)
        )
    })?;
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let ended = record.key_destroyed.as_deref().and_then(day);
    let last = [amended.last_day(), ended].into_iter().flatten().max();
    ensure(last.is_none_or(|last| last <= now.date()), || {
        let last = last.map(|last| last.to_string()).unwrap_or_default();
        format!("something of {last}, and it is {}.", utc(now))
    })
}

/// The moment from which nobody can answer any more: the promised end, or a later one to which it was extended. An
/// early close does not count, and neither does a list of ballots: a server that gives some an altered script would
/// only have to claim them.
pub(super) fn over(promised: &Promised, amended: Option<&Amended>) -> Option<NaiveDateTime> {
    let extended = amended.map(|amended| amended.closes);
    let end = moment(&promised.terms.closes).max(extended)?;
    Some(end + LATE)
}

/// Whether nobody can answer any more, by the time that is known.
pub(super) fn is_over(promised: &Promised, amended: Option<&Amended>, known: &Known<'_>) -> bool {
    let over = over(promised, amended);
    known.now.zip(over).is_some_and(|(now, over)| now >= over)
}
