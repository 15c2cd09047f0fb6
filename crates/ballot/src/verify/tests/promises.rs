//! Promises whose number is right, but which nobody should accept.

use super::*;

pub const PROMISES: &[Tampering] = &[
    ("protocol", |r| terms(r, |t| t.protocol = "abp2".to_owned())),
    ("wave of other ballots", |r| {
        terms(r, |t| other(&mut t.wave_bytes))
    }),
    ("no wave", |r| terms(r, |t| t.wave.clear())),
    ("survey", |r| terms(r, |t| other(&mut t.survey))),
    ("form", |r| terms(r, |t| other(&mut t.form))),
    ("tree", |r| terms(r, |t| other(&mut t.hierarchy))),
    ("page", |r| terms(r, |t| other(&mut t.page))),
    ("script", |r| terms(r, |t| other(&mut t.script))),
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
    ("groups of four", |r| terms(r, |t| t.k = 4)),
    ("groups smaller than k", |r| terms(r, |t| t.k = 7)),
    ("a group of four", |r| cell(r, 1, |c| c.invited = 4)),
    ("no uncertain answers", |r| terms(r, |t| t.c = 0)),
    ("only uncertain answers", |r| terms(r, |t| t.c = 3)),
    ("it ends before it begins", |r| {
        terms(r, |t| t.closes = "2026-11-21T17:00:00Z".to_owned());
    }),
    ("no time", |r| terms(r, |t| t.opens = "soon".to_owned())),
    ("no point of the curve", |r| {
        terms(r, |t| t.opening_key = BASE64URL_NOPAD.encode(&[4; 65]));
    }),
    ("no groups", |r| r.cells.clear()),
    ("groups out of order", |r| r.cells.swap(0, 1)),
    ("a group twice", |r| r.cells[0] = r.cells[1].clone()),
    ("a group outside the tree", |r| cell(r, 1, |c| c.cell = 7)),
    ("a group by another name", |r| {
        cell(r, 1, |c| other(&mut c.label))
    }),
    ("a group with a team of another one", |r| {
        cell(r, 0, |c| {
            c.label = "Harbour (Pilots, Cranes, large)".to_owned()
        });
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
    ("a confidential wave with keys", |r| {
        terms(r, |t| t.protocol = "confidential".to_owned());
    }),
    ("terms that cannot be read", |r| r.terms = "{}".to_owned()),
    ("a group that cannot be read", |r| {
        r.cells[1] = "[]".to_owned()
    }),
];

#[test]
fn a_promise_that_nobody_should_accept_is_caught_without_any_older_number() {
    for (what, change) in PROMISES {
        let mut record = altered(&COUNTED, *change);
        // Only the promise itself can tell.
        (record.ballots, record.result_hash, record.key_destroyed) = (None, None, None);
        number(&mut record);
        let found = broken(&record, &record.root);
        let others = found
            .iter()
            .filter(|one| !one.contains("number of the promise"));
        assert!(others.count() > 0, "nobody noticed: {what}");
    }
}

#[test]
fn a_tree_that_is_none_is_caught() {
    for (from, to) in [
        ("\"parent\":1", "\"parent\":4"),
        ("\"no\":3", "\"no\":2"),
        ("]", ""),
    ] {
        let cells: Vec<CellTerms> = Vec::new();
        assert_eq!(teams::check(HIERARCHY, &cells), Ok(()));
        assert!(
            teams::check(&HIERARCHY.replacen(from, to, 1), &cells).is_err(),
            "{to}"
        );
    }
}
