//! What was fixed before the first mail.

use super::{Check, Checks, FormOf, ensure, groups, has_hash, teams};
use crate::audit::Record;
use crate::letters;
use crate::promise::{
    Asker, CellTerms, NOTHING, REPORT, Root, Terms, moment, number, read_letters, short,
};
use crate::seal::OpeningPublicKey;
use crate::trustee::Trustees;
use chrono::TimeDelta;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};

/// The smallest group that any wave may show.
const SMALLEST: i32 = 5;
/// By how much a wave may be extended at the most.
const EXTENSION: TimeDelta = TimeDelta::days(14);
/// How long after the end of answering the keys may stay.
const KEPT: TimeDelta = TimeDelta::days(30);
/// The rule by which groups are shown.
const DISCLOSURE: &str = "1";

/// The protocols, as the terms name them.
const ANONYMOUS: &str = "abp2";
const CONFIDENTIAL: &str = "confidential";

/// The terms of a wave and of its groups.
pub(super) struct Promised {
    pub terms: Terms,
    pub cells: Vec<CellTerms>,
    pub root: Root,
}

impl Promised {
    pub fn is_anonymous(&self) -> bool {
        self.terms.protocol == ANONYMOUS
    }

    pub fn cell(&self, number: i32) -> Option<&CellTerms> {
        self.cells.iter().find(|cell| cell.cell == number)
    }
}

/// Compares what the texts give with the record's own root and with what somebody was given.
pub(super) fn check_number(checks: &mut Checks, record: &Record, expected: &[&str]) {
    let root = root(record);
    checks.add(
        "The texts of the promise give the root that the record names.",
        ensure(root.to_string() == record.root, || {
            format!("they give {root}, but the record says {}.", record.root)
        }),
    );
    // It takes a noticeable time.
    let short = || short(&number(&root));
    let named = |letters: &str| match letters.len() {
        16 => short(),
        _ => root.to_string(),
    };
    for given in expected {
        let check = read_letters(given)
            .ok_or_else(|| "this is no number of a promise; it has 16 letters.".to_owned())
            .and_then(|letters| {
                ensure(root.is(&letters), || {
                    format!(
                        "the texts give {}. You were told something else.",
                        named(&letters)
                    )
                })
            });
        checks.add(format!("The promise is the one of {given}."), check);
    }
    if expected.is_empty() {
        let why = format!(
            "no number was given. Compare {} with the one in your mail.",
            short()
        );
        checks.skip("The promise is the one you were given the number of.", why);
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
        root: root(record),
    })
}

fn root(record: &Record) -> Root {
    Root::of(&record.terms, record.cells.iter().map(String::as_str))
}

/// Checks the terms, the groups, and the texts that the terms stand for.
pub(super) fn check(
    checks: &mut Checks,
    record: &Record,
    promised: &Promised,
    form_of: Option<FormOf>,
) {
    let terms = &promised.terms;
    checks.add(
        "The wave is the one that answers are sealed for.",
        wave_bytes(terms),
    );
    let fault = terms.asker.as_ref().and_then(Asker::fault);
    checks.add(
        "What whoever asks says of themselves can be read, and leads to a page by https or a mailbox.",
        fault.map_or(Ok(()), |fault| Err(format!("{fault:?}."))),
    );
    checks.add(
        "Answers are taken for a time that has an end, which can be put off by 14 days at the most, and the \
         keys are destroyed 30 days after it at the latest.",
        times(terms),
    );
    checks.add(
        "Groups of fewer than five are not shown, and equal answers stay uncertain.",
        rule(terms),
    );
    checks.add(
        "It is said what the members get of the result.",
        members(terms),
    );
    checks.add(opened_by(terms), opening(terms));
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
    teams::check(checks, &record.hierarchy, promised);
    groups::check(checks, promised);
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
    let texts = [
        &terms.opens,
        &terms.closes,
        &terms.latest_close,
        &terms.destroys_by,
    ];
    let sound = match texts.map(|text| moment(text)) {
        [Some(opens), Some(closes), Some(latest), Some(destroyed)] => {
            opens < closes
                && (closes..=closes + EXTENSION).contains(&latest)
                && (latest..=closes + KEPT).contains(&destroyed)
                && closes < destroyed
        }
        _ => false,
    };
    let [opens, closes, latest, destroyed] = texts;
    ensure(sound, || {
        format!(
            "from \"{opens}\" to \"{closes}\", or \"{latest}\" at the latest; the keys until \"{destroyed}\"."
        )
    })
}

fn rule(terms: &Terms) -> Check {
    let (k, c, version) = (terms.k, terms.c, &terms.disclosure);
    ensure(
        k >= SMALLEST && c >= 1 && c <= k / 2 && version == DISCLOSURE,
        || {
            format!(
                "the smallest group is {k}, {c} equal answers stay uncertain, by the rule \"{version}\"."
            )
        },
    )
}

fn members(terms: &Terms) -> Check {
    let get = terms.members_get.as_str();
    ensure([REPORT, NOTHING].contains(&get), || {
        format!("this program does not know what \"{get}\" means.")
    })
}

fn opened_by(terms: &Terms) -> String {
    match &terms.trustees {
        Some(trustees) => format!(
            "Ballots are sealed to the sound keys of {} trustees, of whom {} have to open them together.",
            trustees.keys.len(),
            trustees.needed
        ),
        None => "The key that answers are sealed to is a sound one.".to_owned(),
    }
}

fn opening(terms: &Terms) -> Check {
    match (&terms.opening_key, &terms.trustees) {
        (Some(key), None) => OpeningPublicKey::from_bytes(&bytes(key).unwrap_or_default())
            .map(drop)
            .map_err(|error| format!("{error}.")),
        (None, Some(trustees)) => Trustees::read(trustees)
            .map(drop)
            .map_err(|error| format!("{error}.")),
        (Some(_), Some(_)) => Err("the server has a key besides the trustees.".to_owned()),
        (None, None) => Err("there is none.".to_owned()),
    }
}

fn form(record: &Record, form_of: FormOf) -> Check {
    let form = form_of(&record.survey)?;
    ensure(form == record.form, || {
        "the form that the survey file gives is another one.".to_owned()
    })
}

/// The bytes of a text in base64url; `None` if it is not that.
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(text.as_bytes()).ok()
}
