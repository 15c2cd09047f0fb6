//! Every part of a record, altered.

use super::lists::LISTS;
use super::promises::PROMISES;
use super::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// One alteration at least of every part of a record.
const PARTS: &[Tampering] = &[
    ("root", |r| other(&mut r.root)),
    ("terms", |r| r.terms.push(' ')),
    ("protocol", |r| {
        terms(r, |t| t.protocol = "confidential".to_owned())
    }),
    ("wave", |r| terms(r, |t| t.wave = letters::of_id([8; 16]))),
    ("wave_bytes", |r| terms(r, |t| other(&mut t.wave_bytes))),
    ("title", |r| terms(r, |t| other(&mut t.title))),
    ("hash of the survey", |r| terms(r, |t| other(&mut t.survey))),
    ("hash of the form", |r| terms(r, |t| other(&mut t.form))),
    ("hash of the page", |r| terms(r, |t| other(&mut t.page))),
    ("hash of the script", |r| terms(r, |t| other(&mut t.script))),
    ("hash of the tree", |r| {
        terms(r, |t| other(&mut t.hierarchy))
    }),
    ("k", |r| terms(r, |t| t.k = 6)),
    ("c", |r| terms(r, |t| t.c = 1)),
    ("opens", |r| {
        terms(r, |t| t.opens = "2026-11-23T08:00:00Z".to_owned())
    }),
    ("closes", |r| {
        terms(r, |t| t.closes = "2026-12-03T17:00:00Z".to_owned())
    }),
    ("latest_close", |r| {
        terms(r, |t| t.latest_close = "2026-12-15T17:00:00Z".to_owned())
    }),
    ("destroys_by", |r| {
        terms(r, |t| t.destroys_by = "2026-12-31T17:00:00Z".to_owned())
    }),
    ("opening_key", |r| {
        terms(r, |t| other(t.opening_key.as_mut().unwrap()))
    }),
    ("disclosure", |r| terms(r, |t| t.disclosure.push('1'))),
    ("not_asked", |r| terms(r, |t| t.not_asked[0] = 0)),
    ("members_get", |r| {
        terms(r, |t| t.members_get = "all".to_owned())
    }),
    ("log_tip", |r| {
        terms(r, |t| t.log_tip = Some("13-ab12-cd34-ef56-7890".to_owned()))
    }),
    ("who asks", |r| {
        terms(r, |t| other(&mut t.asker.as_mut().unwrap().organisation))
    }),
    ("whom to ask", |r| {
        terms(r, |t| other(&mut t.asker.as_mut().unwrap().contact))
    }),
    ("where privacy is explained", |r| {
        terms(r, |t| other(&mut t.asker.as_mut().unwrap().privacy))
    }),
    ("the words of whoever asks", |r| {
        terms(r, |t| {
            let words = &mut t.asker.as_mut().unwrap().words;
            other(words.get_mut("en").unwrap());
        })
    }),
    ("a group is gone", |r| r.cells.truncate(1)),
    ("two groups change places", |r| r.cells.swap(0, 1)),
    ("number of a group", |r| cell(r, 0, |c| c.cell = 3)),
    ("name of a group", |r| cell(r, 0, |c| other(&mut c.label))),
    ("kind of a group", |r| {
        cell(r, 1, |c| c.kind = GroupKind::Joint)
    }),
    ("teams of a group", |r| cell(r, 1, |c| c.leaves[0] = 2)),
    ("size of a group", |r| cell(r, 0, |c| c.invited = 8)),
    ("spare places of a group", |r| cell(r, 0, |c| c.spare = 2)),
    ("people in two groups", |r| {
        cell(r, 1, |c| c.shared = vec![(3, 2)])
    }),
    ("key of a group", |r| {
        cell(r, 0, |c| other(c.modulus.as_mut().unwrap()))
    }),
    ("exponent of a group", |r| {
        cell(r, 0, |c| c.exponent = Some(3))
    }),
    ("names of a group", |r| cell(r, 0, |c| other(&mut c.sheet))),
    ("form", |r| {
        r.form = r.form.replacen("minutes", "Minutes", 1)
    }),
    ("tree", |r| {
        r.hierarchy = r.hierarchy.replacen("Pilots", "Pirates", 1)
    }),
    ("survey", |r| r.survey.push('\n')),
    ("page", |r| r.page.push(' ')),
    ("script", |r| r.script.push(' ')),
    ("a change", |r| r.amendments.lines[0].push(' ')),
    ("a change is gone", |r| drop(r.amendments.lines.pop())),
    ("a change that the promise does not allow", |r| {
        r.amendments.lines[0] = r.amendments.lines[0].replacen("\"places\":1", "\"places\":2", 1);
        number(r);
    }),
    ("last link of the changes", |r| other(&mut r.amendments.tip)),
    ("a day on which it was called off", |r| {
        r.called_off = Some("2026-12-01".to_owned())
    }),
    ("the list is gone", |r| r.ballots = None),
    ("root of the list", |r| other(&mut ballots(r).root)),
    ("counted group", |r| ballots(r).counts[0].cells[0] = 3),
    ("counted groups", |r| ballots(r).counts[1].cells.truncate(1)),
    ("a group counted twice", |r| {
        ballots(r).counts[0].cells.push(1)
    }),
    ("counted invitations", |r| ballots(r).counts[0].invited = 8),
    ("counted spare places", |r| ballots(r).counts[0].spare = 0),
    ("too many signatures", |r| ballots(r).counts[0].issued = 10),
    ("too few signatures", |r| ballots(r).counts[0].issued = 5),
    ("counted ballots", |r| ballots(r).counts[0].ballots = 2),
    ("fewer than no signatures", |r| {
        ballots(r).counts[1].issued = -1
    }),
    ("counts beyond all numbers", |r| {
        let count = &mut ballots(r).counts[0];
        (count.issued, count.spare) = (i32::MAX, i32::MAX);
    }),
    ("a counted group is gone", |r| ballots(r).counts.truncate(1)),
    ("a receipt", |r| other(&mut ballots(r).list[0].id)),
    ("a receipt in capitals", |r| {
        ballots(r).list[0].id.make_ascii_uppercase()
    }),
    ("a ballot of another group", |r| {
        ballot(r, Some(0)).group = Some(1);
        relist(r);
    }),
    ("a ballot that counts nowhere", |r| {
        ballot(r, Some(1)).group = None
    }),
    ("a ballot of no group", |r| {
        ballot(r, Some(0)).group = Some(9)
    }),
    ("the order of ballots", |r| ballots(r).list.swap(0, 1)),
    ("a proof is gone", |r| ballot(r, Some(0)).proof = None),
    ("prefix", |r| other(&mut proof(r).prefix)),
    ("hash of the answers", |r| other(&mut proof(r).sealed_hash)),
    ("signature", |r| other(&mut proof(r).signature)),
    ("result_hash", |r| {
        r.result_hash = Some("results".to_owned())
    }),
    ("spoilt ballots", |r| r.spoilt = Some(-1)),
    ("keys that are said to be destroyed", |r| {
        r.key_destroyed = Some("2026-12-09".to_owned())
    }),
];

#[test]
fn whatever_part_of_a_record_is_altered_something_does_not_hold() {
    assert_caught(PARTS);
}

#[test]
fn every_part_of_a_record_is_among_the_altered_ones() {
    let parts = leaves(&COUNTED);
    let mut missed: BTreeSet<&String> = parts.keys().collect();
    for (_, change) in PARTS {
        let now = leaves(&altered(&COUNTED, *change));
        missed.retain(|path| now.get(*path) == parts.get(*path));
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

/// The values in a record, and in the terms in it, by their paths without positions in lists.
fn leaves(record: &Record) -> BTreeMap<String, Vec<Value>> {
    fn walk(path: &str, value: &Value, leaves: &mut BTreeMap<String, Vec<Value>>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    walk(&format!("{path}.{name}"), value, leaves);
                }
            }
            Value::Array(values) => values.iter().for_each(|value| walk(path, value, leaves)),
            leaf => leaves
                .entry(path.to_owned())
                .or_default()
                .push(leaf.clone()),
        }
    }
    let mut value = serde_json::to_value(record).unwrap();
    value["terms"] = serde_json::from_str(&record.terms).unwrap();
    let cells = record
        .cells
        .iter()
        .map(|cell| serde_json::from_str::<Value>(cell).unwrap());
    value["cells"] = cells.collect();
    let mut leaves = BTreeMap::new();
    walk("", &value, &mut leaves);
    leaves
}

#[test]
fn a_new_promise_is_caught_by_whoever_has_the_number_of_the_old_one() {
    let mut words = 0;
    for (what, change) in PARTS {
        let mut record = altered(&COUNTED, *change);
        if record.terms == COUNTED.terms && record.cells == COUNTED.cells {
            continue;
        }
        words += 1;
        number(&mut record);
        let found = broken(&record, &COUNTED.root);
        assert!(
            found.iter().any(|one| one.contains("is the one of")),
            "{what}: {found:#?}"
        );
    }
    assert_eq!(words, 37);
}

#[test]
fn every_check_is_seen_to_fail() {
    let number = COUNTED.root.as_str();
    let held = findings(&COUNTED, &[number], Some(served(&COUNTED))).into_iter();
    let mut unseen: BTreeSet<String> = held
        .filter(|one| one.verdict == Verdict::Holds)
        .map(|one| one.claim)
        .collect();
    for (_, change) in PARTS.iter().chain(PROMISES).chain(LISTS) {
        let found = broken(&altered(&COUNTED, *change), number);
        unseen.retain(|claim| !found.iter().any(|one| one.contains(claim)));
    }
    let open = Served {
        policy: "",
        ..served(&COUNTED)
    };
    let found = claims(&findings(&COUNTED, &[number], Some(open)), |verdict| {
        matches!(verdict, Verdict::DoesNotHold(_))
    });
    unseen.retain(|claim| !found.iter().any(|one| one.contains(claim)));
    assert!(unseen.is_empty(), "{unseen:#?}");
}
