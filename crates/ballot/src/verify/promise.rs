//! What was fixed before the first mail.

use super::{Check, Checks, FormOf, ensure, has_hash, teams};
use crate::audit::Record;
use crate::letters;
use crate::promise::{CellTerms, Root, Terms, read_letters, short};
use crate::seal::OpeningPublicKey;
use crate::{EXPONENT, IssuingPublicKey, KEY_BYTES};
use chrono::NaiveDateTime;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use std::collections::BTreeSet;

/// The smallest group that any wave may show.
const SMALLEST: i32 = 5;

/// The protocols, as the terms name them.
const ANONYMOUS: &str = "abp1";
const CONFIDENTIAL: &str = "confidential";

/// The terms of a wave and of its groups.
pub(super) struct Promised {
    pub terms: Terms,
    pub cells: Vec<CellTerms>,
}

impl Promised {
    pub fn is_anonymous(&self) -> bool {
        self.terms.protocol == ANONYMOUS
    }
}

/// Compares the number that the texts give with the record's own and with those that somebody was given.
pub(super) fn check_number(checks: &mut Checks, record: &Record, expected: &[&str]) {
    let cells = record.cells.iter().map(String::as_str);
    let root = Root::of(&record.terms, cells).to_string();
    checks.add(
        "The number of the promise is the one that its texts give.",
        ensure(root == record.root, || {
            format!("they give {root}, but the record says {}.", record.root)
        }),
    );
    for given in expected {
        let check = read_letters(given)
            .ok_or_else(|| "this is no number of a promise; it has 12 letters or more.".to_owned())
            .and_then(|letters| {
                ensure(root.starts_with(&letters), || {
                    format!(
                        "the texts give {}. You were told something else.",
                        short(&root)
                    )
                })
            });
        checks.add(
            format!("The number of the promise begins with {given}."),
            check,
        );
    }
    if expected.is_empty() {
        let why = format!(
            "no number was given. Compare {} with the one in your mail.",
            short(&root)
        );
        checks.skip("The number of the promise is the one you were given.", why);
    }
}

/// Reads the texts of a promise.
pub(super) fn read(record: &Record) -> Result<Promised, String> {
    let cell = |(index, text): (usize, &String)| {
        serde_json::from_str(text).map_err(|error| format!("group {}: {error}.", index + 1))
    };
    let cells: Result<_, _> = record.cells.iter().enumerate().map(cell).collect();
    let terms: Terms =
        serde_json::from_str(&record.terms).map_err(|error| format!("terms: {error}."))?;
    let protocol = terms.protocol.as_str();
    ensure([ANONYMOUS, CONFIDENTIAL].contains(&protocol), || {
        format!("this program does not know the protocol \"{protocol}\".")
    })?;
    Ok(Promised {
        terms,
        cells: cells?,
    })
}

/// Checks the terms, the groups, and the texts that the terms stand for.
pub(super) fn check(
    checks: &mut Checks,
    record: &Record,
    promised: &Promised,
    form_of: Option<FormOf>,
) {
    let (terms, cells) = (&promised.terms, &promised.cells);
    checks.add(
        "The wave is the one that answers are sealed for.",
        wave_bytes(terms),
    );
    checks.add(
        "Answers are taken for a time that has an end.",
        times(terms),
    );
    checks.add(
        "Groups of fewer than five are not shown, and equal answers stay uncertain.",
        rule(terms),
    );
    checks.add(
        "The key that answers are sealed to is a sound one.",
        opening_key(terms),
    );
    checks.add(
        "The survey file is the promised one.",
        has_hash(record.survey.as_bytes(), &terms.survey),
    );
    checks.add(
        "The form is the promised one.",
        has_hash(record.form.as_bytes(), &terms.form),
    );
    let claim = "The form asks what the survey file says.";
    match form_of {
        Some(form_of) => checks.add(claim, form(record, form_of)),
        None => checks.skip(
            claim,
            "this program does not read survey files. `gutcheck verify` does.",
        ),
    }
    checks.add(
        "The tree of teams is the promised one.",
        has_hash(record.hierarchy.as_bytes(), &terms.hierarchy),
    );
    checks.add(
        "Every group is named after its place in the tree of teams.",
        teams::check(&record.hierarchy, cells),
    );
    checks.add("Every group is listed once, in order.", order(cells));
    checks.add(
        format!("In every group {} people or more are invited.", terms.k),
        sizes(cells, terms.k),
    );
    match promised.is_anonymous() {
        true => checks.add("Every group has one sound key of its own.", keys(cells)),
        false => checks.add("No group has a key for anonymous ballots.", no_keys(cells)),
    }
}

fn wave_bytes(terms: &Terms) -> Check {
    let bytes = letters::id(&terms.wave).map(|wave| HEXLOWER.encode(&wave));
    ensure(bytes.as_ref() == Some(&terms.wave_bytes), || {
        format!(
            "the wave is {}, but answers are sealed for {}.",
            terms.wave, terms.wave_bytes
        )
    })
}

fn times(terms: &Terms) -> Check {
    let (opens, closes) = (&terms.opens, &terms.closes);
    let sound = match (moment(opens), moment(closes)) {
        (Some(opens), Some(closes)) => opens < closes,
        _ => false,
    };
    ensure(sound, || format!("from \"{opens}\" to \"{closes}\"."))
}

fn rule(terms: &Terms) -> Check {
    let (k, c) = (terms.k, terms.c);
    ensure(k >= SMALLEST && c >= 1 && c <= k / 2, || {
        format!("the smallest group is {k}, and {c} equal answers stay uncertain.")
    })
}

fn opening_key(terms: &Terms) -> Check {
    let bytes = bytes(&terms.opening_key).unwrap_or_default();
    OpeningPublicKey::from_bytes(&bytes)
        .map(drop)
        .map_err(|error| format!("{error}."))
}

fn form(record: &Record, form_of: FormOf) -> Check {
    let form = form_of(&record.survey)?;
    ensure(form == record.form, || {
        "the form that the survey file gives is another one.".to_owned()
    })
}

fn order(cells: &[CellTerms]) -> Check {
    let numbers: Vec<i32> = cells.iter().map(|cell| cell.cell).collect();
    let sound =
        numbers.first().is_some_and(|first| *first >= 0) && numbers.is_sorted_by(|a, b| a < b);
    ensure(sound, || format!("their numbers are {numbers:?}."))
}

fn sizes(cells: &[CellTerms], k: i32) -> Check {
    let small = cells.iter().find(|cell| cell.invited < k);
    small.map_or(Ok(()), |cell| {
        Err(format!("in \"{}\" they are {}.", cell.label, cell.invited))
    })
}

/// Everybody in a group is signed for with the one key that is promised here, so no signature tells two of
/// them apart.
fn keys(cells: &[CellTerms]) -> Check {
    let mut known = BTreeSet::new();
    for cell in cells {
        let key = issuing_key(cell).ok_or_else(|| {
            let bits = KEY_BYTES * 8;
            format!(
                "the key of \"{}\" is no RSA key of {bits} bits with the exponent {EXPONENT}.",
                cell.label
            )
        })?;
        ensure(known.insert(*key.modulus()), || {
            format!("\"{}\" has the key of another group.", cell.label)
        })?;
    }
    Ok(())
}

fn no_keys(cells: &[CellTerms]) -> Check {
    let keyed = |cell: &&CellTerms| cell.modulus.is_some() || cell.exponent.is_some();
    cells.iter().find(keyed).map_or(Ok(()), |cell| {
        Err(format!(
            "\"{}\" has one, although answers are confidential only.",
            cell.label
        ))
    })
}

/// The issuing key of a group; `None` if it has none that the protocol allows.
pub(super) fn issuing_key(cell: &CellTerms) -> Option<IssuingPublicKey> {
    let modulus = bytes(cell.modulus.as_deref()?)?;
    let key = IssuingPublicKey::from_bytes(&modulus).ok()?;
    (cell.exponent == Some(EXPONENT)).then_some(key)
}

/// The moment for which the terms have this text; `None` if it is none.
pub(super) fn moment(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%SZ").ok()
}

/// The bytes of a text in base64url; `None` if it is not that.
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(text.as_bytes()).ok()
}
