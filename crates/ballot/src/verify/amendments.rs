//! What was changed after the first mail.

use super::promise::Promised;
use super::{Check, Checks, ensure};
use crate::amend::{Amended, follow};
use crate::audit::Record;
use crate::promise::{moment, utc};
use data_encoding::HEXLOWER;

/// Follows the chain of amendments; `None` if it is not a lawful one.
pub(super) fn check(checks: &mut Checks, record: &Record, promised: &Promised) -> Option<Amended> {
    let amended = chain(&record.amendments.lines, promised).and_then(|amended| {
        let tip = HEXLOWER.encode(&amended.tip);
        ensure(tip == record.amendments.tip, || {
            format!(
                "they give {tip}, but the record says {}.",
                record.amendments.tip
            )
        })?;
        Ok(amended)
    });
    checks.add(
        "Every change since the first mail is one that the promise allows, and they give the link that the \
         record names.",
        amended.as_ref().map(drop).map_err(Clone::clone),
    );
    let amended = amended.ok()?;
    checks.note(until(&amended, promised));
    let added = added(&amended, promised);
    if !added.is_empty() {
        checks.note(format!("People were added: {}.", added.join("; ")));
    }
    let cells = promised.cells.iter();
    let led = cells.filter(|cell| amended.led_anew(cell.cell));
    let led: Vec<String> = led.map(|cell| format!("\"{}\"", cell.label)).collect();
    if !led.is_empty() {
        checks.note(format!(
            "Others lead, and read the report, than when the promise was made: {}.",
            led.join("; ")
        ));
    }
    called_off(checks, record, &amended);
    Some(amended)
}

/// Where these lines lead to from the promise.
pub(super) fn chain(lines: &[String], promised: &Promised) -> Result<Amended, String> {
    let start = Amended::start(&promised.root, &promised.terms, &promised.cells);
    let start = start.ok_or("the times of the promise are none.")?;
    follow(start, lines.iter().map(String::as_str))
        .map_err(|(at, why)| format!("change {}: {why}.", at + 1))
}

/// When answers end, and what was promised instead.
fn until(amended: &Amended, promised: &Promised) -> String {
    let (planned, now) = (&promised.terms.closes, utc(amended.closes));
    match moment(planned) {
        Some(planned) if amended.closes < planned => {
            format!(
                "HR closed earlier than promised: on {now} and not on {}.",
                utc(planned)
            )
        }
        Some(planned) if amended.closed_early => {
            format!(
                "HR closed on {now}, before an end to which it had extended; {} was promised.",
                utc(planned)
            )
        }
        Some(planned) if amended.closes > planned => {
            format!(
                "HR extended the time for answers from {} to {now}.",
                utc(planned)
            )
        }
        _ => format!("Answers are taken until the promised end, {now}."),
    }
}

fn added(amended: &Amended, promised: &Promised) -> Vec<String> {
    let places = promised.cells.iter().filter_map(|cell| {
        let taken = amended.taken(cell.cell);
        let of = format!(
            "{taken} of {} spare places in \"{}\"",
            cell.spare, cell.label
        );
        (taken > 0).then_some(of)
    });
    places.collect()
}

fn called_off(checks: &mut Checks, record: &Record, amended: &Amended) {
    if record.called_off.is_none() && !amended.called_off {
        return;
    }
    checks.add(
        "A wave that was called off says so, has no results, and its keys are destroyed.",
        over(record, amended),
    );
}

fn over(record: &Record, amended: &Amended) -> Check {
    let day = amended.last_day().map(|day| day.to_string());
    ensure(amended.called_off && record.called_off == day, || {
        format!(
            "the record says {:?}, the changes {:?}.",
            record.called_off,
            day.filter(|_| amended.called_off)
        )
    })?;
    ensure(
        record.ballots.is_none() && record.result_hash.is_none(),
        || "there are ballots or results.".to_owned(),
    )?;
    ensure(record.key_destroyed.is_some(), || {
        "the keys are not said to be destroyed.".to_owned()
    })
}
