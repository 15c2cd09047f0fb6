//! Promises whose number is right, but which nobody should accept.

use super::*;
use crate::promise::{Asker, TrusteeKey, TrusteeTerms};

/// Trustees instead of a key of the server.
fn trustees(r: &mut Record, change: fn(&mut TrusteeTerms)) {
    let key = |at: u64| {
        let rng = &mut ChaCha20Rng::seed_from_u64(at);
        TrusteeKey {
            name: format!("trustee {at}"),
            key: BASE64URL_NOPAD.encode(&OpeningKey::generate_with(rng).public().to_bytes()),
        }
    };
    let mut trustees = TrusteeTerms {
        needed: 2,
        keys: (0..3).map(key).collect(),
    };
    change(&mut trustees);
    terms(r, |t| (t.opening_key, t.trustees) = (None, Some(trustees)));
}

/// Says something else of who asks.
fn asker(r: &mut Record, change: fn(&mut Asker)) {
    let mut now = Asker {
        organisation: "Nordwind".to_owned(),
        words: [("en".to_owned(), "We ask.".to_owned())].into(),
        ..Asker::default()
    };
    change(&mut now);
    terms(r, |t| t.asker = Some(now));
}

/// More in a text of JSON than belongs there.
fn more(text: &mut String) {
    *text = text.replacen('{', "{\"more\":0,", 1);
}

pub const PROMISES: &[Tampering] = &[
    ("protocol", |r| terms(r, |t| t.protocol = "abp1".to_owned())),
    ("wave of other ballots", |r| {
        terms(r, |t| other(&mut t.wave_bytes))
    }),
    ("no wave", |r| terms(r, |t| t.wave.clear())),
    ("survey", |r| terms(r, |t| other(&mut t.survey))),
    ("form", |r| terms(r, |t| other(&mut t.form))),
    ("tree", |r| terms(r, |t| other(&mut t.hierarchy))),
    ("page", |r| terms(r, |t| other(&mut t.page))),
    ("script", |r| terms(r, |t| other(&mut t.script))),
    ("more than belongs into the terms", |r| more(&mut r.terms)),
    ("more than belongs into a group", |r| more(&mut r.cells[1])),
    ("a term twice", |r| {
        r.terms = r.terms.replacen('{', "{\"k\":5,", 1);
    }),
    ("a form that asks something else", |r| {
        r.form = r.form.replacen("\"minutes\":", "\"minutes\":1", 1);
        let form = hash(&r.form);
        terms(r, |t| t.form = form);
    }),
    ("a survey that is none", |r| {
        r.survey = "who = \"are you\"".to_owned();
        let survey = hash(&r.survey);
        terms(r, |t| t.survey = survey);
    }),
    ("an organisation that leads astray", |r| {
        asker(r, |asker| {
            asker.imprint = "http://nordwind.example".to_owned()
        });
    }),
    ("a contact that is a script", |r| {
        asker(r, |asker| asker.contact = "javascript:alert(1)".to_owned());
    }),
    ("a paragraph of two lines", |r| {
        asker(r, |asker| {
            let words = "We\nask.".to_owned();
            asker.words.insert("en".to_owned(), words);
        });
    }),
    ("groups of four", |r| terms(r, |t| t.k = 4)),
    ("groups smaller than k", |r| terms(r, |t| t.k = 7)),
    ("a group of four", |r| cell(r, 3, |c| c.invited = 4)),
    ("more links on paper than people", |r| {
        cell(r, 3, |c| c.slips = c.invited + 1)
    }),
    ("fewer than no spare places", |r| {
        cell(r, 3, |c| c.spare = -1)
    }),
    ("no uncertain answers", |r| terms(r, |t| t.c = 0)),
    ("only uncertain answers", |r| terms(r, |t| t.c = 3)),
    ("a rule that nobody knows", |r| {
        terms(r, |t| t.disclosure = "2".to_owned())
    }),
    ("what members get, in a word that nobody knows", |r| {
        terms(r, |t| t.members_get = "all".to_owned())
    }),
    ("it ends before it begins", |r| {
        terms(r, |t| t.closes = "2026-11-21T17:00:00Z".to_owned());
    }),
    ("no time", |r| terms(r, |t| t.opens = "soon".to_owned())),
    ("an end that can be put off for ever", |r| {
        terms(r, |t| t.latest_close = "2026-12-16T17:00:01Z".to_owned());
    }),
    ("an end that can be put off to before", |r| {
        terms(r, |t| t.latest_close = "2026-12-02T16:59:59Z".to_owned());
    }),
    ("keys for ever", |r| {
        terms(r, |t| t.destroys_by = "2027-01-01T17:00:01Z".to_owned());
    }),
    ("keys that end before the answers may", |r| {
        terms(r, |t| t.destroys_by = "2026-12-16T16:59:59Z".to_owned());
    }),
    ("no point of the curve", |r| {
        terms(r, |t| {
            t.opening_key = Some(BASE64URL_NOPAD.encode(&[4; 65]))
        });
    }),
    ("nobody opens", |r| terms(r, |t| t.opening_key = None)),
    ("the server opens besides its trustees", |r| {
        let key = serde_json::from_str::<Terms>(&r.terms).unwrap().opening_key;
        trustees(r, |_| ());
        terms(r, |t| t.opening_key = key);
    }),
    ("one trustee alone", |r| trustees(r, |t| t.needed = 1)),
    ("more trustees than there are", |r| {
        trustees(r, |t| t.needed = 4)
    }),
    ("a trustee twice", |r| {
        trustees(r, |t| t.keys[1].key = t.keys[0].key.clone())
    }),
    ("two trustees of one name", |r| {
        trustees(r, |t| t.keys[1].name = t.keys[0].name.clone())
    }),
    ("a trustee without a key", |r| {
        trustees(r, |t| t.keys[1].key = BASE64URL_NOPAD.encode(&[4; 65]))
    }),
    ("no groups", |r| r.cells.clear()),
    ("groups out of order", |r| r.cells.swap(0, 1)),
    ("a group twice", |r| r.cells[0] = r.cells[1].clone()),
    ("a team twice", |r| cell(r, 3, |c| c.leaves = vec![6])),
    ("a team that is not asked in a group", |r| {
        cell(r, 1, |c| c.leaves.push(8));
    }),
    ("not asked twice", |r| terms(r, |t| t.not_asked.push(8))),
    ("not asked outside the tree", |r| {
        terms(r, |t| t.not_asked = vec![9])
    }),
    ("a group of no team", |r| cell(r, 3, |c| c.leaves.clear())),
    ("a pool of one team", |r| {
        cell(r, 3, |c| c.kind = GroupKind::Pool)
    }),
    ("a team of three", |r| {
        cell(r, 1, |c| c.kind = GroupKind::Team)
    }),
    ("a team outside the tree", |r| {
        cell(r, 3, |c| c.leaves = vec![9])
    }),
    ("a team that has teams below it", |r| {
        cell(r, 3, |c| {
            (c.leaves, c.label) = (vec![1], "Harbour".to_owned())
        });
    }),
    ("a group by another name", |r| {
        cell(r, 1, |c| other(&mut c.label))
    }),
    ("a pool at a place where its teams are not", |r| {
        cell(r, 1, |c| {
            c.label = "Yard (Pilots, Kitchen, Harbour)".to_owned()
        });
    }),
    ("a pool that is named after some of its teams", |r| {
        cell(r, 1, |c| c.label = "Harbour (Pilots, Kitchen)".to_owned());
    }),
    ("two groups of one name", |r| {
        // Siblings of one name in the tree itself.
        r.hierarchy = r.hierarchy.replace("\"Office\"", "\"yard \"");
        let hierarchy = hash(&r.hierarchy);
        terms(r, |t| t.hierarchy = hierarchy);
        cell(r, 3, |c| c.label = "yard ".to_owned());
    }),
    ("people shared with a group that does not say so", |r| {
        cell(r, 0, |c| c.shared = vec![(3, 1)]);
    }),
    ("people shared with no group", |r| {
        cell(r, 0, |c| c.shared = vec![(9, 1)])
    }),
    ("another number of shared people", |r| {
        cell(r, 1, |c| c.shared = vec![(2, 2)]);
    }),
    ("more shared people than there are", |r| {
        cell(r, 1, |c| c.shared = vec![(2, 7)]);
        cell(r, 2, |c| c.shared = vec![(1, 7)]);
    }),
    ("shared people twice", |r| {
        cell(r, 1, |c| c.shared = vec![(2, 1), (2, 1)]);
    }),
    ("two groups that differ by two people", |r| {
        cell(r, 1, |c| c.shared = vec![(2, 6)]);
        cell(r, 2, |c| c.shared = vec![(1, 6)]);
    }),
    ("a key for two groups", |r| {
        let first: CellTerms = serde_json::from_str(&r.cells[0]).unwrap();
        cell(r, 1, |c| c.modulus = first.modulus);
    }),
    ("an even key", |r| {
        cell(r, 0, |c| {
            c.modulus = Some(BASE64URL_NOPAD.encode(&[254; 256]))
        })
    }),
    ("a short key", |r| {
        cell(r, 0, |c| {
            c.modulus = Some(BASE64URL_NOPAD.encode(&[255; 128]))
        })
    }),
    ("no key", |r| cell(r, 0, |c| c.modulus = None)),
    ("exponent", |r| cell(r, 0, |c| c.exponent = Some(3))),
    ("no list of names", |r| {
        cell(r, 0, |c| c.sheet = String::new())
    }),
    ("a confidential wave with keys", |r| {
        terms(r, |t| t.protocol = "confidential".to_owned());
    }),
    ("terms that cannot be read", |r| r.terms = "{}".to_owned()),
    ("a group that cannot be read", |r| {
        r.cells[1] = "[]".to_owned()
    }),
];

/// A wave of which only the promise is there, so that nothing else can tell.
fn launched(change: fn(&mut Record)) -> Record {
    let mut record = altered(&COUNTED, |r| {
        (r.ballots, r.result_hash) = (None, None);
        r.amendments.lines.clear();
    });
    change(&mut record);
    number(&mut record);
    record
}

#[test]
fn a_promise_that_nobody_should_accept_is_caught_without_any_older_number() {
    for sound in [|_: &mut Record| (), |r: &mut Record| trustees(r, |_| ())] {
        let record = launched(sound);
        assert_eq!(broken(&record, &record.root), Vec::<String>::new());
    }
    for (what, change) in PROMISES {
        let record = launched(*change);
        let found = broken(&record, &record.root);
        assert!(!found.is_empty(), "nobody noticed: {what}");
        let number =
            |one: &String| one.contains("texts of the promise") || one.contains("is the one of");
        assert!(!found.iter().any(number), "{what}: {found:#?}");
    }
}

#[test]
fn a_wave_of_trustees_names_how_many_open_it_together() {
    let record = launched(|r| trustees(r, |_| ()));
    let found = format!("{:?}", findings(&record, &[&record.root], None));
    assert!(
        found.contains("the sound keys of 3 trustees, of whom 2 have to open them together"),
        "{found}"
    );
    assert!(found.contains("No trustee gave their key away."), "{found}");
}

#[test]
fn a_tree_that_is_none_is_caught() {
    for (from, to) in [
        ("\"parent\":1", "\"parent\":4"),
        ("\"no\":3", "\"no\":2"),
        ("]", ""),
        ("\"own\":true", "\"own\":true,\"more\":1"),
        ("\"Kitchen\"", "\"pilots\""),
        ("\"Depot\"", "\"Off\u{200b}ice\""),
    ] {
        let mut record = launched(|_| ());
        record.hierarchy = HIERARCHY.replacen(from, to, 1);
        let hierarchy = hash(&record.hierarchy);
        terms(&mut record, |t| t.hierarchy = hierarchy);
        number(&mut record);
        let found = broken(&record, &record.root);
        assert!(
            found
                .iter()
                .any(|one| one.contains("The tree of teams can be read")),
            "{to}: {found:#?}"
        );
    }
}
