//! Checks what a server publishes of a wave, for people who do not want to take its word for it.
//!
//! Everything is recomputed from the texts of the public record. Nothing here asks the server or the
//! clock: what they say comes in as [`Known`].

mod amendments;
mod ballots;
mod clock;
mod end;
mod groups;
mod left_out;
mod limits;
mod markup;
mod page;
mod promise;
mod proofs;
mod sheet;
mod teams;

#[cfg(test)]
pub(crate) mod tests;

use crate::audit::Record;
use crate::hash::sha256;
use chrono::NaiveDateTime;
use data_encoding::HEXLOWER;
use std::fmt;

pub use page::{script_address, styles_address};
pub use sheet::Shown;

/// What came of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is so.
    Holds,
    /// It is not so, and what was found instead.
    DoesNotHold(String),
    /// It is so, and need not have been: something that the promise allows was made use of.
    Noted,
    /// Nobody can tell from what is known, and why.
    CannotBeChecked(String),
}

/// A statement about a wave, and whether it is true. It can quote texts of the server, so whoever prints
/// it on a terminal takes control characters out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// One plain sentence that is true for a sound wave.
    pub claim: String,
    /// Whether it is true for this one.
    pub verdict: Verdict,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.verdict {
            Verdict::Holds => write!(f, "[holds] {}", self.claim),
            Verdict::Noted => write!(f, "[note] {}", self.claim),
            Verdict::DoesNotHold(found) => {
                write!(f, "[DOES NOT HOLD] {} Found: {found}", self.claim)
            }
            Verdict::CannotBeChecked(why) => {
                write!(f, "[cannot be checked] {} Why: {why}", self.claim)
            }
        }
    }
}

/// What the server gives to somebody who answers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Served<'a> {
    /// The body of `GET /a`.
    pub page: &'a [u8],
    /// Its header `Content-Security-Policy`; empty if it has none.
    pub policy: &'a str,
    /// The script at its [`script_address`]; empty if it names none.
    pub script: &'a [u8],
    /// The styles at their [`styles_address`]; empty if it names none.
    pub styles: &'a [u8],
}

/// The form that the text of a survey file gives, as the answer page shows it, or what is wrong with the file.
pub type FormOf = fn(&str) -> Result<String, String>;

/// What is known of a wave besides its record.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// What somebody was given of the promise: the number in a mail or a form, or the letters of an address.
    pub numbers: &'a [&'a str],
    /// What the server really gives now, if it was asked. Then the record is what it gives now too.
    pub served: Option<Served<'a>>,
    /// SHA-256 of the answer page that this program's release makes, by a program that can.
    pub own_page: Option<&'a str>,
    /// Fingerprints of the list of ballots that somebody was told, such as by a trustee who opened them.
    pub lists: &'a [&'a str],
    /// How survey files are read, by a program that can.
    pub form_of: Option<FormOf>,
    /// What the members of a group are shown, if somebody of it asks.
    pub shown: Option<Shown<'a>>,
    /// The time, UTC, by the clock of whoever checks.
    pub now: Option<NaiveDateTime>,
}

/// Checks a record against itself and against what else is known.
pub fn verify(record: &Record, known: Known<'_>) -> Vec<Finding> {
    let mut checks = Checks::default();
    promise::check_number(&mut checks, record, known.numbers);
    match promise::read(record) {
        Ok(promised) => {
            checks.add("The terms and the groups can be read.", Ok(()));
            promise::check(&mut checks, record, &promised, known.form_of);
            let amended = amendments::check(&mut checks, record, &promised);
            let amended = amended.as_ref();
            page::check(&mut checks, record, &promised, amended, &known);
            clock::check(&mut checks, record, &promised, amended, known.now);
            sheet::check(&mut checks, record, &promised, known.shown);
            ballots::check(&mut checks, record, &promised, amended);
            ballots::check_lists(&mut checks, record, known.lists);
            end::check(&mut checks, record, &promised, amended, &known);
            limits::check(&mut checks, record, &promised);
        }
        Err(found) => {
            checks.add("The terms and the groups can be read.", Err(found));
            let why = "the terms or the groups cannot be read.";
            checks.skip("What was promised was kept.", why);
        }
    }
    checks.0
}

/// How many of the findings are that something does not hold.
pub fn failures(findings: &[Finding]) -> usize {
    let failed = |one: &&Finding| matches!(one.verdict, Verdict::DoesNotHold(_));
    findings.iter().filter(failed).count()
}

/// What was found so far.
#[derive(Default)]
struct Checks(Vec<Finding>);

/// Nothing, or what was found instead of what was claimed.
type Check = Result<(), String>;

impl Checks {
    fn add(&mut self, claim: impl Into<String>, check: Check) {
        self.0.push(Finding {
            claim: claim.into(),
            verdict: match check {
                Ok(()) => Verdict::Holds,
                Err(found) => Verdict::DoesNotHold(found),
            },
        });
    }

    fn note(&mut self, claim: impl Into<String>) {
        self.0.push(Finding {
            claim: claim.into(),
            verdict: Verdict::Noted,
        });
    }

    fn skip(&mut self, claim: impl Into<String>, why: impl Into<String>) {
        self.0.push(Finding {
            claim: claim.into(),
            verdict: Verdict::CannotBeChecked(why.into()),
        });
    }
}

/// Nothing if it is so; otherwise the words for what was found.
fn ensure(so: bool, found: impl FnOnce() -> String) -> Check {
    if so { Ok(()) } else { Err(found()) }
}

/// Whether the bytes have that SHA-256, in hexadecimal digits.
fn has_hash(bytes: &[u8], promised: &str) -> Check {
    let hash = HEXLOWER.encode(&sha256(&[bytes]));
    ensure(hash == promised, || {
        format!("its SHA-256 is {hash}, but {promised} was promised.")
    })
}

/// Whether this is a SHA-256 in hexadecimal digits.
fn is_hash(text: &str) -> bool {
    let digit = |letter: u8| letter.is_ascii_digit() || (b'a'..=b'f').contains(&letter);
    text.len() == 64 && text.bytes().all(digit)
}
