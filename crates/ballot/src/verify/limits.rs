//! What comes after the list of ballots, and what no record can show.

use super::promise::{Promised, moment};
use super::{Check, Checks, ensure};
use crate::audit::Record;
use chrono::NaiveDate;

/// Checks what the record says of results and keys, and says what it cannot show.
pub(super) fn check(checks: &mut Checks, record: &Record, promised: &Promised) {
    results(checks, record);
    match &record.key_destroyed {
        Some(day) => {
            let claim = "The keys were destroyed after the opening, and there are results.";
            checks.add(claim, destroyed(record, promised, day));
        }
        None => checks.skip(
            "The keys are destroyed.",
            "the record does not say so yet; that happens some days after the results.",
        ),
    }
    if record.ballots.is_some() {
        checks.skip(
            "No ballot was left out.",
            "only those who sent one can tell: their receipt has to stand in the list.",
        );
    }
    checks.skip(
        "Nobody kept a copy of the keys.",
        "no record can show that. You have to trust those who run the server.",
    );
    match promised.is_anonymous() {
        true => checks.skip(
            "Nobody was given another page or script.",
            "a record shows what the server gives to you, and not what it gave to others.",
        ),
        false => checks.skip(
            "Nobody saw who answered what.",
            "the wave is confidential, not anonymous: the server has every answer before it is sealed.",
        ),
    }
}

fn results(checks: &mut Checks, record: &Record) {
    let claim = "The results are those of the listed ballots.";
    match &record.result_hash {
        Some(hash) if is_hash(hash) => checks.skip(
            claim,
            format!(
                "only the server can open ballots, and only until the key is destroyed. \
                 The fingerprint of the results is {hash}; it must never change."
            ),
        ),
        Some(hash) => checks.add(
            claim,
            Err(format!("\"{hash}\" is no fingerprint of results.")),
        ),
        None => checks.skip(claim, "there are no results yet."),
    }
}

fn is_hash(text: &str) -> bool {
    let digit = |letter: u8| letter.is_ascii_digit() || (b'a'..=b'f').contains(&letter);
    text.len() == 64 && text.bytes().all(digit)
}

/// A wave can be closed before its time, so the promised end is no bound for the day.
fn destroyed(record: &Record, promised: &Promised, day: &str) -> Check {
    let opens = moment(&promised.terms.opens).map(|opens| opens.date());
    let read = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
    ensure(read.is_some() && read >= opens, || {
        format!(
            "\"{day}\", but answers are taken from {}.",
            promised.terms.opens
        )
    })?;
    ensure(record.result_hash.is_some(), || {
        "there are no results.".to_owned()
    })
}
