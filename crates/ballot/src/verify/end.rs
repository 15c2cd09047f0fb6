//! What comes after the list of ballots: results, and the end of the keys.

use super::promise::Promised;
use super::{Check, Checks, Known, ensure, is_hash};
use crate::amend::Amended;
use crate::audit::Record;
use crate::promise::moment;
use chrono::NaiveDate;

const DESTROYED: &str =
    "The keys were destroyed after the end of answering, and no later than was promised.";

/// Checks what the record says of results and keys.
pub(super) fn check(
    checks: &mut Checks,
    record: &Record,
    promised: &Promised,
    amended: Option<&Amended>,
    known: &Known<'_>,
) {
    results(checks, record);
    let by = &promised.terms.destroys_by;
    match (&record.key_destroyed, amended) {
        (Some(_), None) => checks.skip(
            DESTROYED,
            "the changes since the first mail are not lawful.",
        ),
        (Some(day), Some(amended)) => {
            let check = destroyed(promised, amended, day, record.result_hash.is_some());
            checks.add(DESTROYED, check);
        }
        (None, _) if known.served.is_some() && known.now > moment(by) => checks.add(
            DESTROYED,
            Err(format!(
                "they are not said to be, although {by} was promised and is over."
            )),
        ),
        (None, _) => checks.skip(
            DESTROYED,
            format!("the record does not say so yet; {by} is promised at the latest."),
        ),
    }
}

fn results(checks: &mut Checks, record: &Record) {
    let claim = "The results are those of the listed ballots.";
    match &record.result_hash {
        Some(hash) if is_hash(hash) => checks.skip(
            claim,
            format!(
                "ballots are opened once, and results cannot be computed again outside: the server could \
                 have called a ballot spoilt. The fingerprint of the results is {hash}; it must never change."
            ),
        ),
        Some(hash) => checks.add(
            claim,
            Err(format!("\"{hash}\" is no fingerprint of results.")),
        ),
        None if record.key_destroyed.is_some() => checks.skip(
            claim,
            "there are none, and there will be none: the wave ended without, and its keys are destroyed.",
        ),
        None => checks.skip(claim, "there are no results yet."),
    }
}

/// Before the promised day keys go only if there are results, or the wave was called off: keys that are gone are a
/// reason for having no signatures to show.
fn destroyed(promised: &Promised, amended: &Amended, day: &str, results: bool) -> Check {
    let read = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
    let read = read.ok_or_else(|| format!("\"{day}\" is no day."))?;
    let end = match amended.called_off {
        true => amended.last_day(),
        false => Some(amended.closes.date()),
    };
    let latest = moment(&promised.terms.destroys_by).map(|latest| latest.date());
    ensure(
        results || amended.called_off || Some(read) == latest,
        || {
            format!(
                "{day}, without results, but {} was promised.",
                promised.terms.destroys_by
            )
        },
    )?;
    ensure(end <= Some(read) && Some(read) <= latest, || {
        let end = end.map(|end| end.to_string()).unwrap_or_default();
        format!(
            "{day}, but answers ended on {end}, and {} was promised.",
            promised.terms.destroys_by
        )
    })
}
