mod ends;
mod histories;
mod lists;
mod members;
mod pages;
mod parts;
mod promises;

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

const SURVEY: &str = "title = \"Pulse\"\nminutes = 3";
const SCRIPT: &str = "document.title = 'A form';";
const HIERARCHY: &str = r#"[{"no":0,"parent":null,"name":"Port","own":false},
    {"no":1,"parent":0,"name":"Harbour","own":false},
    {"no":2,"parent":1,"name":"Cranes, large","own":false},
    {"no":3,"parent":1,"name":"Pilots","own":false},
    {"no":4,"parent":1,"name":"Kitchen","own":false},
    {"no":5,"parent":1,"name":"Harbour","own":true},
    {"no":6,"parent":0,"name":"Yard","own":false},
    {"no":7,"parent":0,"name":"Office","own":false},
    {"no":8,"parent":0,"name":"Depot","own":false}]"#;
/// Groups: kind, name, teams, invited, spare, shared with others.
type Group = (
    GroupKind,
    &'static str,
    &'static [i32],
    i32,
    i32,
    &'static [(i32, i32)],
);
const GROUPS: [Group; 4] = [
    (GroupKind::Team, "Harbour / Cranes, large", &[2], 7, 1, &[]),
    (
        GroupKind::Pool,
        "Harbour (Pilots, Kitchen, Harbour)",
        &[3, 4, 5],
        8,
        1,
        &[(2, 1)],
    ),
    (GroupKind::Team, "Yard", &[6], 6, 1, &[(1, 1)]),
    (GroupKind::Team, "Office", &[7], 5, 0, &[]),
];

type Tampering = (&'static str, fn(&mut Record));

/// A wave that is counted. The cranes have 6 ballots, one of them a replacement, and one of somebody who was
/// added; the pool and the yard count together with 5; the office, with 2, counts nowhere.
pub(crate) static COUNTED: LazyLock<Record> = LazyLock::new(|| {
    let rng = &mut ChaCha20Rng::seed_from_u64(6962);
    let keys = GROUPS.map(|_| IssuingKey::generate().unwrap());
    let wave = [7; 16];
    let form = form_of(SURVEY).unwrap();
    let page = page(SCRIPT);
    let terms = text(&Terms {
        protocol: "abp2".to_owned(),
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
        latest_close: "2026-12-16T17:00:00Z".to_owned(),
        destroys_by: "2027-01-01T17:00:00Z".to_owned(),
        opening_key: Some(
            BASE64URL_NOPAD.encode(&OpeningKey::generate_with(rng).public().to_bytes()),
        ),
        trustees: None,
        disclosure: "1".to_owned(),
        not_asked: vec![8],
        members_get: "nothing".to_owned(),
    });
    let cells = (0..).zip(GROUPS).zip(&keys);
    let cells = cells.map(
        |((cell, (kind, label, leaves, invited, spare, shared)), key)| {
            text(&CellTerms {
                cell,
                label: label.to_owned(),
                kind,
                leaves: leaves.to_vec(),
                invited,
                spare,
                shared: shared.to_vec(),
                modulus: Some(BASE64URL_NOPAD.encode(key.public().modulus())),
                exponent: Some(EXPONENT),
                sheet: hash(&sheet(invited).text()),
            })
        },
    );
    let mut record = Record {
        root: String::new(),
        terms,
        cells: cells.collect(),
        form,
        hierarchy: HIERARCHY.to_owned(),
        survey: SURVEY.to_owned(),
        page,
        script: SCRIPT.to_owned(),
        amendments: Amendments {
            lines: vec![
                added().line(),
                Amendment::Extend {
                    closes: "2026-12-04T17:00:00Z".to_owned(),
                    day: "2026-12-01".to_owned(),
                }
                .line(),
            ],
            tip: String::new(),
        },
        called_off: None,
        ballots: None,
        result_hash: Some(hash("results")),
        key_destroyed: None,
    };
    number(&mut record);
    let root = Root::read(&record.root).unwrap();
    let mut list = Vec::new();
    for (cell, group, ballots) in [
        (0, Some(0), 6),
        (1, Some(1), 3),
        (2, Some(1), 2),
        (3, None, 2),
    ] {
        let booth = Booth::read(&root, &record.terms, &record.cells[cell]).unwrap();
        for _ in 0..ballots {
            let draft = booth.seal(b"answers", rng).unwrap();
            let signed = keys[cell].blind_sign(draft.blinded()).unwrap();
            let proof = Proof {
                prefix: BASE64URL_NOPAD.encode(&draft.prefix),
                sealed_hash: BASE64URL_NOPAD.encode(&sha256(&[&draft.sealed])),
                signature: BASE64URL_NOPAD.encode(&draft.finish(&signed).unwrap()),
            };
            list.push(Receipt {
                id: draft.id.to_string(),
                group,
                proof: (cell == 0).then_some(proof),
            });
        }
    }
    let counts = |cells: &[i32], [invited, spare, issued, ballots, replaced]: [i32; 5]| Counts {
        cells: cells.to_vec(),
        invited,
        spare,
        issued,
        ballots,
        replaced,
    };
    record.ballots = Some(Ballots {
        root: String::new(),
        counts: vec![
            counts(&[0], [7, 1, 7, 6, 1]),
            counts(&[1, 2], [14, 0, 6, 5, 0]),
        ],
        list,
    });
    relist(&mut record);
    record
});

/// The sheet of a group of so many people.
pub(crate) fn sheet(members: i32) -> Sheet {
    Sheet {
        salt: BASE64URL_NOPAD.encode(&[5; 16]),
        members: (0..members)
            .map(|number| format!("Member {number}"))
            .collect(),
        new: vec!["Member 0".to_owned()],
        leaders: vec!["Lea Winter".to_owned()],
        organisation: vec![Reader {
            name: "Marlene Ostrowski".to_owned(),
            role: "hr".to_owned(),
        }],
        commitments: vec![Commitment {
            item: "c".to_owned(),
            side: "leader".to_owned(),
            what: "w".to_owned(),
            whom: "t".to_owned(),
            done: "d".to_owned(),
            needed: String::new(),
            due: "2026-10-01".to_owned(),
        }],
    }
}

/// One more among the cranes.
fn added() -> Amendment {
    Amendment::Add {
        cell: 0,
        places: 1,
        sheet: hash(&sheet(8).text()),
        day: "2026-11-24".to_owned(),
    }
}

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

/// Gives a record the root that its texts have now, and the last link of the changes from there.
fn number(record: &mut Record) {
    let root = Root::of(&record.terms, record.cells.iter().map(String::as_str));
    record.root = root.to_string();
    let lines = record.amendments.lines.iter();
    let tip = lines.fold(*root.bytes(), |tip, line| link(&tip, line));
    record.amendments.tip = HEXLOWER.encode(&tip);
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

/// The first ballot of a group, or of those that count nowhere.
fn ballot(record: &mut Record, group: Option<usize>) -> &mut Receipt {
    let mut list = ballots(record).list.iter_mut();
    list.find(|one| one.group == group).unwrap()
}

fn proof(record: &mut Record) -> &mut Proof {
    ballot(record, Some(0)).proof.as_mut().unwrap()
}

/// Sorts the list and gives it the fingerprint and the counts that it has now.
fn relist(record: &mut Record) {
    let ballots = ballots(record);
    ballots.list.sort_by(|one, other| one.id.cmp(&other.id));
    let leaf = |one: &Receipt| merkle::leaf(&HEXLOWER.decode(one.id.as_bytes()).unwrap());
    let leaves: Vec<_> = ballots.list.iter().map(leaf).collect();
    ballots.root = HEXLOWER.encode(&merkle::root(&leaves));
    for (at, count) in ballots.counts.iter_mut().enumerate() {
        let of_group = ballots.list.iter().filter(|one| one.group == Some(at));
        count.ballots = i32::try_from(of_group.count()).unwrap();
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
    let served = Served {
        page: COUNTED.page.as_bytes(),
        script: COUNTED.script.as_bytes(),
    };
    let given = [&number, &COUNTED.root, &COUNTED.root[..40]];
    let found = findings(&COUNTED, &given, Some(served));
    let open = unchecked(&found);
    assert_eq!(open.len(), 13, "{open:#?}");
    let noted = notes(&found);
    assert_eq!(noted.len(), 3, "{noted:#?}");
    let held = claims(&found, |verdict| *verdict == Verdict::Holds);
    assert_eq!(held.len(), 38, "{held:#?}");
}

#[test]
fn what_was_changed_lawfully_is_noted_and_what_the_server_alone_checked_is_said() {
    let found = findings(&COUNTED, &[&COUNTED.root], None);
    let told = (notes(&found).join("\n"), unchecked(&found).join("\n"));
    for said in [
        "HR extended the time for answers from 2026-12-02T17:00:00Z to 2026-12-04T17:00:00Z.",
        "1 of 1 spare places in \"Harbour / Cranes, large\"",
        "1 ballots were lost on their way and replaced",
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
    let mut wrong = right.clone();
    other(&mut wrong);
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
