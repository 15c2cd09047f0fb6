//! The answer page, its script and its styles.

use super::clock::{is_over, over};
use super::markup::{Reference, is_inert, loads_nothing, script, styles};
use super::promise::Promised;
use super::{Check, Checks, Known, Served, ensure, has_hash};
use crate::amend::Amended;
use crate::audit::Record;
use crate::hash::sha256;
use crate::promise::utc;
use data_encoding::BASE64;

/// Directives without which a page could send something elsewhere.
const CLOSED: [(&str, &str); 3] = [
    ("default-src", "'none'"),
    ("form-action", "'none'"),
    ("base-uri", "'none'"),
];

/// The address of the page's one script on the page's own server: a path. `None` if the page does not have
/// exactly one script or its address is not of that kind.
pub fn script_address(page: &str) -> Option<String> {
    Some(script(page).ok()?.address.to_owned())
}

/// The address of the page's styles, likewise.
pub fn styles_address(page: &str) -> Option<String> {
    Some(styles(page).ok()?.address.to_owned())
}

/// Checks the page and the script of the record, and what the server gives.
pub(super) fn check(
    checks: &mut Checks,
    record: &Record,
    promised: &Promised,
    amended: Option<&Amended>,
    known: &Known<'_>,
) {
    let terms = &promised.terms;
    checks.add(
        "The answer page in the record is the promised one.",
        has_hash(record.page.as_bytes(), &terms.page),
    );
    checks.add(
        "The script in the record is the promised one.",
        has_hash(record.script.as_bytes(), &terms.script),
    );
    checks.add(
        "The answer page runs this script, lets browsers check it and its styles, and runs nothing else.",
        runs_only(&record.page, record.script.as_bytes()),
    );
    own(checks, &terms.page, known.own_page);
    let Some(served) = known.served else {
        let why = "only a record was read.";
        for (claim, _) in given(record, promised, &Served::default()) {
            checks.skip(claim, why);
        }
        return;
    };
    let over = match is_over(promised, amended, known) {
        true => over(promised, amended).map(utc),
        false => None,
    };
    for (claim, check) in given(record, promised, &served) {
        match (check, &over) {
            (Err(found), Some(end)) => checks.note(format!(
                "Not so any more: {claim} Found: {found} By the record nobody answers since {end}, and then it does \
                 not matter; it could have been extended until {}. Ask why if somebody still answers.",
                terms.latest_close
            )),
            (check, _) => checks.add(claim, check),
        }
    }
}

/// Whether the promised page is the one that this program's own release makes.
fn own(checks: &mut Checks, promised: &str, own: Option<&str>) {
    let claim = "The promised answer page is the one of this release of Gutcheck.";
    match own {
        Some(own) if own == promised => checks.add(claim, Ok(())),
        Some(own) => checks.skip(
            claim,
            format!(
                "this release makes another one, {own}: the promised page is of another release, or somebody's own. \
                 Check with the release that the server runs, or read page and script."
            ),
        ),
        None => checks.skip(
            claim,
            "this program does not make the page. `gutcheck verify` does.",
        ),
    }
}

/// What is claimed of what the server gives to somebody who answers.
fn given(record: &Record, promised: &Promised, served: &Served<'_>) -> [(&'static str, Check); 4] {
    [
        (
            "The answer page that the server gives is the promised one.",
            has_hash(served.page, &promised.terms.page),
        ),
        (
            "The script that the server gives is the promised one.",
            has_hash(served.script, &promised.terms.script),
        ),
        (
            "The styles that the server gives are those that the promised page has browsers check, and they load \
             nothing.",
            styled(&record.page, served.styles),
        ),
        (
            "The server has browsers load nothing into the page, and send nothing from it, but from and to itself.",
            is_closed(served.policy),
        ),
    ]
}

fn runs_only(page: &str, promised: &[u8]) -> Check {
    fits(&script(page)?, promised, "the script")?;
    let styles = styles(page)?;
    let hash = styles.integrity.strip_prefix("sha256-").unwrap_or_default();
    let hash = BASE64.decode(hash.as_bytes()).unwrap_or_default();
    ensure(hash.len() == 32, || {
        format!(
            "it has browsers check its styles for \"{}\".",
            styles.integrity
        )
    })?;
    is_inert(page)
}

fn styled(page: &str, served: &[u8]) -> Check {
    fits(&styles(page)?, served, "what the server gives")?;
    loads_nothing(served)
}

fn fits(named: &Reference<'_>, bytes: &[u8], what: &str) -> Check {
    let integrity = format!("sha256-{}", BASE64.encode(&sha256(&[bytes])));
    ensure(named.integrity == integrity, || {
        format!(
            "it has browsers check for {}, but {what} is {integrity}.",
            named.integrity
        )
    })
}

/// A policy names the server itself or nobody in all it says, and nobody in what it does not say.
fn is_closed(policy: &str) -> Check {
    let directives = policy.split(';').map(|one| {
        let mut words = one.split_ascii_whitespace();
        let name = words.next().unwrap_or_default().to_ascii_lowercase();
        (name, words.collect::<Vec<_>>())
    });
    let directives: Vec<_> = directives.collect();
    // A browser takes the first of several by one name.
    for (name, only) in CLOSED {
        let first = directives.iter().find(|(known, _)| known == name);
        ensure(first.is_some_and(|(_, words)| words == &[only]), || {
            format!("it does not say {name} {only}: \"{policy}\".")
        })?;
    }
    let mut words = directives.iter().flat_map(|(_, words)| words);
    let open = words.find(|word| !["'none'", "'self'"].contains(word));
    open.map_or(Ok(()), |open| Err(format!("it allows {open}.")))
}
