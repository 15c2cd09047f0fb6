//! A wave that is counted, and how its record is altered.

use super::*;
use crate::promise::Asker;
use std::collections::BTreeMap;

pub const SURVEY: &str = "title = \"Pulse\"\nminutes = 3";
pub const STYLES: &str = "main { color: teal }";
pub const POLICY: &str =
    "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'none'; base-uri 'none'";
pub const SCRIPT: &str = "document.title = 'A form';";
pub const HIERARCHY: &str = r#"[{"no":0,"parent":null,"name":"Port","own":false},
    {"no":1,"parent":0,"name":"Harbour","own":false},
    {"no":2,"parent":1,"name":"Cranes, large","own":false},
    {"no":3,"parent":1,"name":"Pilots","own":false},
    {"no":4,"parent":1,"name":"Kitchen","own":false},
    {"no":5,"parent":1,"name":"Harbour","own":true},
    {"no":6,"parent":0,"name":"Yard","own":false},
    {"no":7,"parent":0,"name":"Office","own":false},
    {"no":8,"parent":0,"name":"Depot","own":false}]"#;
/// Groups: kind, name, teams, invited, spare, shared with others.
pub type Group = (
    GroupKind,
    &'static str,
    &'static [i32],
    i32,
    i32,
    &'static [(i32, i32)],
);
pub const GROUPS: [Group; 4] = [
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

pub type Tampering = (&'static str, fn(&mut Record));

/// A wave that is counted. The cranes have 6 ballots, one of them of somebody who was added; the pool and the yard count together with 5; the office, with 2, counts nowhere.
pub static COUNTED: LazyLock<Record> = LazyLock::new(|| {
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
        asker: Some(Asker {
            organisation: "Nordwind".to_owned(),
            words: BTreeMap::from([("en".to_owned(), "We ask.".to_owned())]),
            contact: "people@nordwind.example".to_owned(),
            privacy: "https://nordwind.example/privacy".to_owned(),
            ..Asker::default()
        }),
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
        log_tip: Some("12-ab12-cd34-ef56-7890".to_owned()),
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
                slips: 0,
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
        spoilt: Some(0),
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
    let counts = |cells: &[i32], [invited, spare, issued, ballots]: [i32; 4]| Counts {
        cells: cells.to_vec(),
        invited,
        spare,
        issued,
        ballots,
    };
    record.ballots = Some(Ballots {
        root: String::new(),
        counts: vec![counts(&[0], [7, 1, 7, 6]), counts(&[1, 2], [14, 0, 6, 5])],
        list,
    });
    relist(&mut record);
    record
});

/// The sheet of a group of so many people.
pub fn sheet(members: i32) -> Sheet {
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
            first_due: None,
            renegotiated: None,
        }],
    }
}

/// One more among the cranes.
pub fn added() -> Amendment {
    Amendment::Add {
        cell: 0,
        places: 1,
        sheet: hash(&sheet(8).text()),
        day: "2026-11-24".to_owned(),
    }
}

/// A reader of files that have a title and a number of minutes.
pub fn form_of(survey: &str) -> Result<String, String> {
    let minutes = survey.split_once("minutes = ").ok_or("no minutes.")?.1;
    Ok(format!("{{\"minutes\":{}}}", minutes.trim()))
}

pub fn text(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

pub fn hash(text: &str) -> String {
    HEXLOWER.encode(&sha256(&[text.as_bytes()]))
}

pub fn page(script: &str) -> String {
    let integrity = |text: &str| BASE64.encode(&sha256(&[text.as_bytes()]));
    let (integrity, styles) = (integrity(script), integrity(STYLES));
    format!(
        "<!doctype html><html><head><link rel=\"icon\" href=\"/static/mark.svg\">\n\
         <link rel=\"stylesheet\" href=\"/static/0a1b/app.css\" integrity=\"sha256-{styles}\">\
         <script type=\"module\" src=\"/static/0a1b/ballot.js\" integrity=\"sha256-{integrity}\"></script>\n\
         </head><body data-ballot><a href=\"#main\">Once on: a form</a></body></html>"
    )
}

/// Gives a record the root that its texts have now, and the last link of the changes from there.
pub fn number(record: &mut Record) {
    let root = Root::of(&record.terms, record.cells.iter().map(String::as_str));
    record.root = root.to_string();
    let lines = record.amendments.lines.iter();
    let tip = lines.fold(*root.bytes(), |tip, line| link(&tip, line));
    record.amendments.tip = HEXLOWER.encode(&tip);
}

pub fn terms(record: &mut Record, change: impl FnOnce(&mut Terms)) {
    let mut terms = serde_json::from_str(&record.terms).unwrap();
    change(&mut terms);
    record.terms = text(&terms);
}

pub fn cell(record: &mut Record, index: usize, change: impl FnOnce(&mut CellTerms)) {
    let mut cell = serde_json::from_str(&record.cells[index]).unwrap();
    change(&mut cell);
    record.cells[index] = text(&cell);
}

pub fn ballots(record: &mut Record) -> &mut Ballots {
    record.ballots.as_mut().unwrap()
}

/// The first ballot of a group, or of those that count nowhere.
pub fn ballot(record: &mut Record, group: Option<usize>) -> &mut Receipt {
    let mut list = ballots(record).list.iter_mut();
    list.find(|one| one.group == group).unwrap()
}

pub fn proof(record: &mut Record) -> &mut Proof {
    ballot(record, Some(0)).proof.as_mut().unwrap()
}

/// Sorts the list and gives it the fingerprint and the counts that it has now.
pub fn relist(record: &mut Record) {
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

pub fn destroy(record: &mut Record) {
    record.key_destroyed = Some("2026-12-09".to_owned());
    for one in &mut ballots(record).list {
        one.proof = None;
    }
}

/// Another text of the same kind: its first letter is another one.
pub fn other(text: &mut String) {
    let first = if text.starts_with('a') { "b" } else { "a" };
    text.replace_range(..1, first);
}

pub fn altered(base: &Record, change: fn(&mut Record)) -> Record {
    let mut record = base.clone();
    change(&mut record);
    record
}
