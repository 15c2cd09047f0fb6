mod clock;
mod ends;
mod histories;
mod left_out;
mod lists;
mod members;
mod pages;
mod parts;
mod promises;
mod wave;

use super::*;
use crate::amend::{Amendment, link};
use crate::audit::{Amendments, Ballots, Counts, Proof, Receipt};
use crate::client::Booth;
use crate::letters;
use crate::promise::{
    CellTerms, Commitment, GroupKind, Reader, Root, Sheet, Terms, number as number_of, short,
};
use crate::seal::OpeningKey;
use crate::{EXPONENT, IssuingKey, merkle};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use std::sync::LazyLock;

use wave::*;
pub(crate) use wave::{COUNTED, STYLES, sheet};

/// What does not hold of a record that somebody has the number of, on a server that gives what it says.
fn broken(record: &Record, number: &str) -> Vec<String> {
    claims(
        &findings(record, &[number], Some(served(record))),
        |verdict| matches!(verdict, Verdict::DoesNotHold(_)),
    )
}

/// What a server gives that keeps to a record.
fn served(record: &Record) -> Served<'_> {
    Served {
        page: record.page.as_bytes(),
        policy: POLICY,
        script: record.script.as_bytes(),
        styles: STYLES.as_bytes(),
    }
}

/// What `gutcheck verify` finds.
fn findings(record: &Record, numbers: &[&str], served: Option<Served<'_>>) -> Vec<Finding> {
    let known = Known {
        numbers,
        served,
        form_of: Some(form_of),
        ..Known::default()
    };
    verify(record, known)
}

fn claims(findings: &[Finding], kind: impl Fn(&Verdict) -> bool) -> Vec<String> {
    let such = findings.iter().filter(|one| kind(&one.verdict));
    such.map(ToString::to_string).collect()
}

fn unchecked(findings: &[Finding]) -> Vec<String> {
    claims(findings, |verdict| {
        matches!(verdict, Verdict::CannotBeChecked(_))
    })
}

fn notes(findings: &[Finding]) -> Vec<String> {
    claims(findings, |verdict| *verdict == Verdict::Noted)
}

/// Somebody with the root of the counted wave notices each of these.
fn assert_caught(tamperings: &[Tampering]) {
    for (what, change) in tamperings {
        let found = broken(&altered(&COUNTED, *change), &COUNTED.root);
        assert!(!found.is_empty(), "nobody noticed: {what}");
    }
}

#[test]
fn an_untouched_record_holds_completely() {
    let number = short(&number_of(&Root::read(&COUNTED.root).unwrap()));
    assert_eq!(broken(&COUNTED, &number), Vec::<String>::new());
    let given = [&number, &COUNTED.root, &COUNTED.root[..40]];
    let found = findings(&COUNTED, &given, Some(served(&COUNTED)));
    let open = unchecked(&found);
    assert_eq!(open.len(), 15, "{open:#?}");
    let noted = notes(&found);
    assert_eq!(noted.len(), 3, "{noted:#?}");
    let held = claims(&found, |verdict| *verdict == Verdict::Holds);
    assert_eq!(held.len(), 44, "{held:#?}");
}

#[test]
fn what_was_changed_lawfully_is_noted_and_what_the_server_alone_checked_is_said() {
    let found = findings(&COUNTED, &[&COUNTED.root], None);
    let told = (notes(&found).join("\n"), unchecked(&found).join("\n"));
    for said in [
        "HR extended the time for answers from 2026-12-02T17:00:00Z to 2026-12-04T17:00:00Z.",
        "1 of 1 spare places in \"Harbour / Cranes, large\"",
        "Of 13 signatures 2 did not become a ballot: at most so many were lost on their way",
    ] {
        assert!(told.0.contains(said), "{said}: {}", told.0);
    }
    for said in [
        "These 7 ballots were checked by the server alone",
        "too few people answered in \"Office\"",
        "The 2 ballots from there are in no figure",
    ] {
        assert!(told.1.contains(said), "{said}: {}", told.1);
    }
}

/// Every row of what is said openly, in every wave.
#[test]
fn what_nobody_can_check_is_said() {
    let found = unchecked(&findings(&COUNTED, &[&COUNTED.root], None)).join("\n");
    for said in [
        "logs the traffic at the server or in front of it and keeps a copy of the opening key",
        "whose link was used, and so does a mail server",
        "invented members can surround a real one",
        "the server holds the keys that sign ballots",
        "could have called a ballot spoilt",
        "It proves that the ballot is listed",
        "what the server gives to you, and not what it gave to others",
        "the style of a comment, a group that agrees in everything, or two waves close together",
        "PostgreSQL's own log keeps the order of arrival",
        "kept a copy of the keys",
    ] {
        assert!(found.contains(said), "{said}: {found}");
    }
}

#[test]
fn a_program_that_reads_no_survey_files_says_so() {
    let without = verify(
        &COUNTED,
        Known {
            numbers: &[&COUNTED.root],
            ..Known::default()
        },
    );
    let told = unchecked(&without);
    let form = told.iter().find(|one| one.contains("The form asks"));
    assert!(
        form.is_some_and(|one| one.contains("`gutcheck verify` does")),
        "{told:#?}"
    );
}

#[test]
fn a_number_that_is_another_one_or_none_is_caught() {
    let right = short(&number_of(&Root::read(&COUNTED.root).unwrap()));
    let first = if right.starts_with('7') { "8" } else { "7" };
    let wrong = format!("{first}{}", &right[1..]);
    // The beginning of the root is no number either: that would be cheap to find a second promise for.
    for number in [
        &wrong,
        &COUNTED.root[..16],
        "K7Q2-9MXT",
        "",
        "https://gut.example/",
    ] {
        assert_eq!(broken(&COUNTED, number).len(), 1, "{number}");
    }
    let found = findings(&COUNTED, &[], None);
    assert_eq!(failures(&found), 0);
    let told = unchecked(&found);
    assert!(told.iter().any(|one| one.contains(&right)), "{told:#?}");
}

#[test]
fn a_confidential_wave_holds_without_signatures_and_is_never_called_more() {
    let confidential = altered(&COUNTED, |r| {
        terms(r, |t| t.protocol = "confidential".to_owned());
        for index in 0..GROUPS.len() {
            cell(r, index, |c| (c.modulus, c.exponent) = (None, None));
        }
        destroy(r);
        r.key_destroyed = None;
        number(r);
    });
    assert_eq!(
        broken(&confidential, &confidential.root),
        Vec::<String>::new()
    );
    let said = format!("{:?}", findings(&confidential, &[&confidential.root], None));
    assert!(said.contains("confidential, not anonymous"), "{said}");

    let mut signed = confidential;
    ballots(&mut signed).list = COUNTED.ballots.clone().unwrap().list;
    assert_eq!(broken(&signed, &signed.root).len(), 1);
}
