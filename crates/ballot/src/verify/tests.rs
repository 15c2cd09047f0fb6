mod lists;
mod pages;
mod parts;
mod promises;

use super::*;
use crate::audit::{Ballots, Counts, Proof, Receipt};
use crate::client::Booth;
use crate::letters;
use crate::promise::{CellTerms, Root, Terms, short};
use crate::seal::OpeningKey;
use crate::{EXPONENT, IssuingKey, merkle};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use std::sync::LazyLock;

const SURVEY: &str = "title = \"Pulse\"\nminutes = 3";
const SCRIPT: &str = "document.title = 'A form';";
const HIERARCHY: &str = r#"[{"no":0,"parent":null,"name":"Port","own":false},
    {"no":1,"parent":0,"name":"Harbour","own":false},
    {"no":2,"parent":1,"name":"Cranes, large","own":false},
    {"no":3,"parent":1,"name":"Pilots","own":false},
    {"no":4,"parent":1,"name":"Kitchen","own":false}]"#;

type Tampering = (&'static str, fn(&mut Record));

/// A wave that is counted: a group of 7 with 3 ballots, one of 6 with 2, one of them a replacement.
static COUNTED: LazyLock<Record> = LazyLock::new(|| {
    let rng = &mut ChaCha20Rng::seed_from_u64(6962);
    let keys = [(); 2].map(|()| IssuingKey::generate().unwrap());
    let wave = [7; 16];
    let form = form_of(SURVEY).unwrap();
    let page = page(SCRIPT);
    let terms = text(&Terms {
        protocol: "abp1".to_owned(),
        wave: letters::of_id(wave),
        wave_bytes: HEXLOWER.encode(&wave),
        title: "Q4 2026".to_owned(),
        survey: hash(SURVEY),
        form: hash(&form),
        page: hash(&page),
        script: hash(SCRIPT),
        hierarchy: hash(HIERARCHY),
        k: 5,
        c: 2,
        opens: "2026-11-22T08:00:00Z".to_owned(),
        closes: "2026-12-02T17:00:00Z".to_owned(),
        opening_key: BASE64URL_NOPAD.encode(&OpeningKey::generate(rng).public().to_bytes()),
    });
    let groups = [
        (1, "Harbour (Pilots, Kitchen)", 7),
        (2, "Harbour / Cranes, large", 6),
    ];
    let cells = groups
        .iter()
        .zip(&keys)
        .map(|((cell, label, invited), key)| {
            text(&CellTerms {
                commitments: None,
                cell: *cell,
                label: (*label).to_owned(),
                invited: *invited,
                modulus: Some(BASE64URL_NOPAD.encode(key.public().modulus())),
                exponent: Some(EXPONENT),
            })
        });
    let cells: Vec<String> = cells.collect();
    let mut list = Vec::new();
    for (group, ballots) in [(0, 3), (1, 2)] {
        let booth = Booth::read(&terms, &cells[group]).unwrap();
        for _ in 0..ballots {
            let draft = booth.seal(b"answers", rng).unwrap();
            let signed = keys[group].blind_sign(draft.blinded()).unwrap();
            list.push(Receipt {
                id: draft.id.to_string(),
                cell: groups[group].0,
                proof: Some(Proof {
                    prefix: BASE64URL_NOPAD.encode(&draft.prefix),
                    sealed_hash: BASE64URL_NOPAD.encode(&sha256(&[&draft.sealed])),
                    signature: BASE64URL_NOPAD.encode(&draft.finish(&signed).unwrap()),
                }),
            });
        }
    }
    let counts = |cell, invited, issued, ballots, replaced| Counts {
        cell,
        invited,
        issued,
        ballots,
        replaced,
    };
    let mut record = Record {
        root: String::new(),
        terms,
        cells,
        form,
        hierarchy: HIERARCHY.to_owned(),
        survey: SURVEY.to_owned(),
        page,
        script: SCRIPT.to_owned(),
        ballots: Some(Ballots {
            root: String::new(),
            counts: vec![counts(1, 7, 3, 3, 0), counts(2, 6, 1, 2, 1)],
            list,
        }),
        result_hash: Some(hash("results")),
        key_destroyed: None,
    };
    number(&mut record);
    relist(&mut record);
    record
});

/// A reader of files that have a title and a number of minutes.
fn form_of(survey: &str) -> Result<String, String> {
    let minutes = survey.split_once("minutes = ").ok_or("no minutes.")?.1;
    Ok(format!("{{\"minutes\":{}}}", minutes.trim()))
}

fn text(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

fn hash(text: &str) -> String {
    HEXLOWER.encode(&sha256(&[text.as_bytes()]))
}

fn page(script: &str) -> String {
    let integrity = BASE64.encode(&sha256(&[script.as_bytes()]));
    format!(
        "<!doctype html><html><head><link rel=\"icon\" href=\"/static/mark.svg\">\n\
         <script type=\"module\" src=\"/static/0a1b/ballot.js\" integrity=\"sha256-{integrity}\"></script>\n\
         </head><body data-ballot><a href=\"#main\">Once on: a form</a></body></html>"
    )
}

/// Gives a record the number that its texts have now.
fn number(record: &mut Record) {
    record.root = Root::of(&record.terms, record.cells.iter().map(String::as_str)).to_string();
}

fn terms(record: &mut Record, change: impl FnOnce(&mut Terms)) {
    let mut terms = serde_json::from_str(&record.terms).unwrap();
    change(&mut terms);
    record.terms = text(&terms);
}

fn cell(record: &mut Record, index: usize, change: impl FnOnce(&mut CellTerms)) {
    let mut cell = serde_json::from_str(&record.cells[index]).unwrap();
    change(&mut cell);
    record.cells[index] = text(&cell);
}

fn ballots(record: &mut Record) -> &mut Ballots {
    record.ballots.as_mut().unwrap()
}

fn proof(record: &mut Record) -> &mut Proof {
    ballots(record).list[0].proof.as_mut().unwrap()
}

/// Sorts the list and gives it the fingerprint and the counts that it has now.
fn relist(record: &mut Record) {
    let ballots = ballots(record);
    ballots.list.sort_by(|one, other| one.id.cmp(&other.id));
    let leaf = |one: &Receipt| merkle::leaf(&HEXLOWER.decode(one.id.as_bytes()).unwrap());
    let leaves: Vec<_> = ballots.list.iter().map(leaf).collect();
    ballots.root = HEXLOWER.encode(&merkle::root(&leaves));
    for count in &mut ballots.counts {
        let of_cell = ballots.list.iter().filter(|one| one.cell == count.cell);
        count.ballots = i32::try_from(of_cell.count()).unwrap();
    }
}

fn destroy(record: &mut Record) {
    record.key_destroyed = Some("2026-12-09".to_owned());
    for one in &mut ballots(record).list {
        one.proof = None;
    }
}

/// Another text of the same kind: its first letter is another one.
fn other(text: &mut String) {
    let first = if text.starts_with('a') { "b" } else { "a" };
    text.replace_range(..1, first);
}

fn altered(base: &Record, change: fn(&mut Record)) -> Record {
    let mut record = base.clone();
    change(&mut record);
    record
}

/// What does not hold of a record that somebody has the number of, on a server that gives what it says.
fn broken(record: &Record, number: &str) -> Vec<String> {
    let served = Served {
        page: record.page.as_bytes(),
        script: record.script.as_bytes(),
    };
    claims(&findings(record, &[number], Some(served)), |verdict| {
        matches!(verdict, Verdict::DoesNotHold(_))
    })
}

/// What `gutcheck verify` finds.
fn findings(record: &Record, numbers: &[&str], served: Option<Served<'_>>) -> Vec<Finding> {
    let known = Known {
        numbers,
        served,
        form_of: Some(form_of),
    };
    verify(record, known)
}

fn claims(findings: &[Finding], kind: impl Fn(&Verdict) -> bool) -> Vec<String> {
    let such = findings.iter().filter(|one| kind(&one.verdict));
    such.map(ToString::to_string).collect()
}

/// Somebody with the number of the counted wave notices each of these.
fn assert_caught(tamperings: &[Tampering]) {
    for (what, change) in tamperings {
        let found = broken(&altered(&COUNTED, *change), &COUNTED.root);
        assert!(!found.is_empty(), "nobody noticed: {what}");
    }
}

#[test]
fn an_untouched_record_holds_completely() {
    let number = short(&COUNTED.root);
    assert_eq!(broken(&COUNTED, &number), Vec::<String>::new());
    let served = Served {
        page: COUNTED.page.as_bytes(),
        script: COUNTED.script.as_bytes(),
    };
    let found = findings(&COUNTED, &[&number, &COUNTED.root], Some(served));
    let open = claims(&found, |verdict| {
        matches!(verdict, Verdict::CannotBeChecked(_))
    });
    assert_eq!(open.len(), 5, "{open:#?}");
    assert_eq!(
        claims(&found, |verdict| *verdict == Verdict::Holds).len(),
        29
    );
}

#[test]
fn a_program_that_reads_no_survey_files_says_so() {
    let without = verify(&COUNTED, Known::default());
    let told = claims(&without, |verdict| {
        matches!(verdict, Verdict::CannotBeChecked(_))
    });
    let form = told.iter().find(|one| one.contains("The form asks"));
    assert!(
        form.is_some_and(|one| one.contains("`gutcheck verify` does")),
        "{told:#?}"
    );
}

#[test]
fn a_number_that_is_another_one_or_none_is_caught() {
    let mut wrong = short(&COUNTED.root);
    other(&mut wrong);
    for number in [&wrong, "K7Q2-9MXT", "", "https://gut.example/"] {
        assert_eq!(broken(&COUNTED, number).len(), 1, "{number}");
    }
    let found = findings(&COUNTED, &[], None);
    assert_eq!(failures(&found), 0);
    let told = claims(&found, |verdict| {
        matches!(verdict, Verdict::CannotBeChecked(_))
    });
    assert!(
        told.iter().any(|one| one.contains(&short(&COUNTED.root))),
        "{told:#?}"
    );
}

#[test]
fn a_wave_holds_before_its_close_and_after_its_keys_are_destroyed() {
    let open: fn(&mut Record) = |r| (r.ballots, r.result_hash) = (None, None);
    for (record, said) in [
        (altered(&COUNTED, open), "it is published after the close"),
        (
            altered(&COUNTED, destroy),
            "destroyed with the keys on 2026-12-09",
        ),
    ] {
        let found = findings(&record, &[&record.root], None);
        assert_eq!(failures(&found), 0, "{found:#?}");
        let open = claims(&found, |verdict| {
            matches!(verdict, Verdict::CannotBeChecked(_))
        });
        assert!(open.iter().any(|one| one.contains(said)), "{open:#?}");
    }
}

#[test]
fn a_confidential_wave_holds_without_signatures_and_is_never_called_more() {
    let confidential = altered(&COUNTED, |r| {
        terms(r, |t| t.protocol = "confidential".to_owned());
        for index in 0..2 {
            cell(r, index, |c| (c.modulus, c.exponent) = (None, None));
        }
        destroy(r);
        r.key_destroyed = None;
        let counts = ballots(r).counts.iter_mut();
        counts.for_each(|count| (count.issued, count.replaced) = (count.ballots, 0));
        number(r);
    });
    assert_eq!(
        broken(&confidential, &confidential.root),
        Vec::<String>::new()
    );
    let said = format!("{:?}", findings(&confidential, &[], None));
    assert!(said.contains("confidential, not anonymous"), "{said}");

    let mut signed = confidential;
    ballots(&mut signed).list = COUNTED.ballots.clone().unwrap().list;
    assert_eq!(broken(&signed, &signed.root).len(), 1);
}
