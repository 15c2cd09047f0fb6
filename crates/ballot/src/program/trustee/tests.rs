use super::*;
use crate::amend::Amendment;
use crate::program::mock::{Answer, Request, serve};
use crate::promise::{Root, Terms, TrusteeKey, TrusteeTerms, cells_root, in_link, moment};
use crate::random;
use crate::seal::{Context, OpeningKey};
use crate::trustee::{Asked, Canary, Trustees, Upload, challenge, judge, open_ballot};
use crate::trustee_key::{public_text, read_public};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

const CELLS: [&str; 1] = ["the one cell"];
const WAVE: [u8; 16] = [6; 16];
/// After the end of answering.
const AFTER: &str = "2026-12-02T17:00:00Z";

/// What the server knows of the wave.
struct Wave {
    terms: String,
    chain: Vec<String>,
    root: Root,
    trustees: Trustees,
    canary: Vec<u8>,
    ballots: Vec<(Context, Vec<u8>)>,
    nonces: BTreeMap<u8, String>,
    proved: Vec<u8>,
    uploads: BTreeMap<u8, Upload>,
    task: &'static str,
    /// Says that it is another wave's promise.
    lies: bool,
}

impl Wave {
    fn new(keys: &[OpeningKey], ballots: usize) -> Self {
        let named = keys.iter().enumerate().map(|(at, key)| TrusteeKey {
            name: format!("trustee {at}"),
            key: BASE64URL_NOPAD.encode(&key.public().to_bytes()),
        });
        let trustees = TrusteeTerms {
            needed: 2,
            keys: named.collect(),
        };
        let terms = Terms {
            protocol: "abp2".to_owned(),
            wave: crate::letters::of_id(WAVE),
            wave_bytes: "06".repeat(16),
            title: "Q4\n2026".to_owned(),
            survey: String::new(),
            form: String::new(),
            page: String::new(),
            script: String::new(),
            hierarchy: String::new(),
            k: 5,
            c: 2,
            opens: "2026-11-22T08:00:00Z".to_owned(),
            closes: AFTER.to_owned(),
            latest_close: "2026-12-16T17:00:00Z".to_owned(),
            destroys_by: "2027-01-01T17:00:00Z".to_owned(),
            opening_key: None,
            trustees: Some(trustees.clone()),
            disclosure: "1".to_owned(),
            not_asked: Vec::new(),
            members_get: "nothing".to_owned(),
        };
        let terms = serde_json::to_string(&terms).unwrap();
        let root = Root::of(&terms, CELLS);
        let trustees = Trustees::read(&trustees).unwrap();
        let (rng, root_bytes) = (&mut random::system(), *root.bytes());
        let canary = Canary {
            wave: WAVE,
            root: root_bytes,
        };
        let canary = trustees.seal(&canary, &[], rng).unwrap();
        let ballots = (0..ballots).map(|at| {
            let context = Context {
                wave: WAVE,
                root: root_bytes,
                cell: u32::try_from(at % 7).unwrap(),
            };
            let answers = format!("answers {at:05}");
            (
                context,
                trustees.seal(&context, answers.as_bytes(), rng).unwrap(),
            )
        });
        Self {
            terms,
            chain: Vec::new(),
            root,
            ballots: ballots.collect(),
            trustees,
            canary,
            nonces: BTreeMap::new(),
            proved: Vec::new(),
            uploads: BTreeMap::new(),
            task: "prove",
            lies: false,
        }
    }

    fn holder(&self, key: &str) -> Option<u8> {
        let mut holders = self.trustees.holders();
        holders.find(|holder| {
            let public = self.trustees.key(*holder).unwrap();
            BASE64URL_NOPAD.encode(&public.to_bytes()) == key
        })
    }

    fn answer(&mut self, request: &Request) -> Answer {
        let problem = |problem: &str| Answer::Json(json!({ "problem": problem }));
        if request.path == "/trustee/shares" {
            return match self.by_ticket(request.ticket.as_deref()) {
                Some(holder) => self.take(holder, &request.body),
                None => problem("ticket"),
            };
        }
        let asked = request.json();
        let text = |name: &str| asked[name].as_str().unwrap_or_default().to_owned();
        match request.path.as_str() {
            "/trustee/ask" => match self.holder(&text("key")) {
                Some(holder) => self.ask(holder),
                None => problem("unknown"),
            },
            "/trustee/prove" => match self.holder(&text("key")) {
                Some(holder) if self.nonces.get(&holder) == Some(&text("nonce")) => {
                    Answer::Json(json!({ "ticket": format!("ticket {holder}") }))
                }
                _ => problem("refused"),
            },
            "/trustee/canary" => match self.by_ticket(Some(&text("ticket"))) {
                Some(holder) => self.canary(holder, &asked["share"]),
                None => problem("ticket"),
            },
            "/trustee/ballots" => match self.by_ticket(Some(&text("ticket"))) {
                Some(holder) => Answer::Bytes(self.boxes(holder)),
                None => problem("ticket"),
            },
            other => Answer::Text(other.to_owned()),
        }
    }

    fn by_ticket(&self, ticket: Option<&str>) -> Option<u8> {
        ticket?.strip_prefix("ticket ")?.parse().ok()
    }

    fn ask(&mut self, holder: u8) -> Answer {
        let key = self.trustees.key(holder).unwrap();
        let (nonce, sealed) = challenge(key, &WAVE, holder, &mut random::system()).unwrap();
        self.nonces.insert(holder, BASE64URL_NOPAD.encode(&nonce));
        let done = match self.task {
            "open" => self.uploads.keys().copied().collect(),
            _ => self.proved.clone(),
        };
        let done: Vec<String> = done
            .iter()
            .map(|holder| format!("trustee {}", holder - 1))
            .collect();
        let cells = if self.lies {
            [9; 32]
        } else {
            cells_root(CELLS)
        };
        Answer::Json(json!({
            "challenge": BASE64URL_NOPAD.encode(&sealed),
            "terms": self.terms,
            "cells": BASE64URL_NOPAD.encode(&cells),
            "chain": self.chain,
            "task": self.task,
            "done": done,
            "ballots": self.ballots.len(),
        }))
    }

    fn canary(&mut self, holder: u8, share: &Value) -> Answer {
        let parts = self.trustees.parts(&self.canary).unwrap();
        let Some(share) = share.as_str() else {
            let boxed = parts.sealed_share(holder).unwrap();
            return Answer::Json(json!({ "box": BASE64URL_NOPAD.encode(boxed) }));
        };
        let share = BASE64URL_NOPAD.decode(share.as_bytes()).unwrap();
        let share = Zeroizing::new(<[u8; 32]>::try_from(share).unwrap());
        let canary = Canary {
            wave: WAVE,
            root: *self.root.bytes(),
        };
        if !parts.fits(&canary, holder, &share) {
            return Answer::Json(json!({ "problem": "share" }));
        }
        self.proved.push(holder);
        Answer::Json(json!({ "right": true }))
    }

    fn boxes(&self, holder: u8) -> Vec<u8> {
        let boxes = self.ballots.iter().flat_map(|(context, sealed)| {
            let parts = self.trustees.parts(sealed).unwrap();
            let sealed = parts.sealed_share(holder).unwrap();
            Asked {
                sealed,
                cell: context.cell,
            }
            .bytes()
        });
        boxes.collect()
    }

    fn take(&mut self, holder: u8, body: &[u8]) -> Answer {
        let upload = Upload::read(body.to_vec(), self.ballots.len()).unwrap();
        let ballots: Vec<_> = self
            .ballots
            .iter()
            .map(|(context, sealed)| (*context, sealed.as_slice()))
            .collect();
        let fit = judge(&self.trustees, holder, &ballots, &upload);
        if fit.refused() {
            return Answer::Json(json!({ "problem": "shares" }));
        }
        self.uploads.insert(holder, upload);
        Answer::Json(json!({ "right": fit.right, "wrong": fit.wrong }))
    }

    fn opened(&self) -> usize {
        let open = |(at, (context, sealed)): (usize, &(Context, Vec<u8>))| {
            let shares = self
                .uploads
                .iter()
                .map(|(holder, upload)| (*holder, upload.share(at)));
            let shares: Vec<_> = shares.collect();
            let shares: Vec<_> = shares
                .iter()
                .map(|(holder, share)| (*holder, share.as_ref()))
                .collect();
            let parts = self.trustees.parts(sealed).unwrap();
            let answers = open_ballot(&self.trustees, context, &parts, &shares)?;
            (answers == format!("answers {at:05}").into_bytes()).then_some(())
        };
        self.ballots.iter().enumerate().filter_map(open).count()
    }
}

struct Town {
    keys: Vec<OpeningKey>,
    wave: Arc<Mutex<Wave>>,
    origin: String,
}

impl Town {
    fn new(ballots: usize) -> Self {
        let keys: Vec<OpeningKey> = (0..3).map(|_| OpeningKey::generate()).collect();
        let wave = Arc::new(Mutex::new(Wave::new(&keys, ballots)));
        let shared = Arc::clone(&wave);
        let origin = serve(move |request| shared.lock().unwrap().answer(request));
        Self { keys, wave, origin }
    }

    fn letters(&self) -> String {
        self.wave.lock().unwrap().root.to_string()
    }

    fn seat_as(&self, key: &OpeningKey, letters: &str) -> Result<Seat, String> {
        let key = OpeningKey::from_bytes(key.to_bytes().as_slice()).unwrap();
        let address = WaveAddress::read(&format!("{}/wave/{letters}", self.origin)).unwrap();
        Seat::take(address, key)
    }

    fn seat(&self, trustee: usize) -> Seat {
        self.seat_as(&self.keys[trustee], &self.letters()).unwrap()
    }

    fn set(&self, change: impl FnOnce(&mut Wave)) {
        change(&mut self.wave.lock().unwrap());
    }
}

#[test]
fn two_of_three_prove_their_keys_and_open_a_wave_by_command() {
    let town = Town::new(40);
    for trustee in [0, 2] {
        let said = prove(&town.seat(trustee)).unwrap();
        assert!(said.contains("You have proved"), "{said}");
    }
    assert_eq!(town.wave.lock().unwrap().proved, [1, 3]);
    town.set(|wave| wave.task = "wait");
    assert!(prove(&town.seat(0)).is_ok(), "it was done");
    assert!(prove(&town.seat(1)).is_err(), "too late");
    assert!(open(&town.seat(0), moment(AFTER)).is_err(), "too early");

    town.set(|wave| wave.task = "open");
    let letters = town.letters();
    let said = facts(&town.seat(1));
    for fact in [
        "Wave      Q4 2026",
        "Opened by 2 of: trustee 0; trustee 1; trustee 2",
        "You are   trustee 1",
        "Closes    2026-12-02T17:00:00Z\n",
    ] {
        assert!(said.contains(fact), "{fact}: {said}");
    }
    let seats = [
        town.seat(1),
        town.seat_as(&town.keys[2], in_link(&letters)).unwrap(),
    ];
    let mut opened = Vec::new();
    for seat in &seats {
        let said = open(seat, moment(AFTER)).unwrap();
        assert!(
            said.starts_with("40 parts of ballots are opened and handed over. Destroy"),
            "{said}"
        );
        opened.push(town.wave.lock().unwrap().opened());
    }
    assert_eq!(opened, [0, 40], "one alone opens nothing");
    assert!(facts(&town.seat(0)).contains("trustee 0; trustee 1, done; trustee 2, done"));
}

#[test]
fn nothing_is_opened_before_the_end_nor_where_the_promise_is_another() {
    let town = Town::new(3);
    town.set(|wave| wave.task = "open");
    let before = moment("2026-12-02T16:59:59Z");
    let refused = open(&town.seat(0), before).unwrap_err();
    assert!(
        refused.contains("answers are taken until 2026-12-02T17:00:00Z"),
        "{refused}"
    );
    assert!(open(&town.seat(0), None).is_err(), "without a clock");

    // Extended, with somebody added meanwhile.
    let later = Amendment::Extend {
        closes: "2026-12-09T17:00:00Z".to_owned(),
        day: "2026-12-01".to_owned(),
    };
    let added = Amendment::Add {
        cell: 0,
        places: 1,
        sheet: "0".repeat(64),
        day: "2026-12-01".to_owned(),
    };
    town.set(|wave| wave.chain = vec![later.line(), added.line()]);
    assert!(open(&town.seat(0), moment(AFTER)).is_err());
    assert!(
        town.seat(0)
            .closes()
            .contains("2026-12-02T17:00:00Z was promised")
    );
    assert!(open(&town.seat(0), moment("2026-12-09T17:00:00Z")).is_ok());

    let too_late = Amendment::Extend {
        closes: "2026-12-20T17:00:00Z".to_owned(),
        day: "2026-12-01".to_owned(),
    };
    town.set(|wave| wave.chain = vec![too_late.line()]);
    let letters = town.letters();
    let refused = town.seat_as(&town.keys[0], &letters).err().unwrap();
    assert!(
        refused.contains("what the promise does not allow"),
        "{refused}"
    );
    let off = Amendment::CallOff {
        day: "2026-12-01".to_owned(),
    };
    town.set(|wave| wave.chain = vec![off.line()]);
    let refused = open(&town.seat(0), moment(AFTER)).unwrap_err();
    assert!(refused.contains("called off"), "{refused}");

    town.set(|wave| (wave.chain, wave.lies) = (Vec::new(), true));
    let refused = town.seat_as(&town.keys[0], &letters).err().unwrap();
    assert!(
        refused.contains("another promise than the address says"),
        "{refused}"
    );
    town.set(|wave| wave.lies = false);
    let stranger = town
        .seat_as(&OpeningKey::generate(), &letters)
        .err()
        .unwrap();
    assert!(
        stranger.contains("knows no wave of this address"),
        "{stranger}"
    );
}

#[test]
fn a_part_that_a_sender_spoilt_is_told_and_spoils_nothing_else() {
    let town = Town::new(5);
    town.set(|wave| {
        wave.task = "open";
        wave.ballots[2].1[5] ^= 1;
    });
    let said = open(&town.seat(0), moment(AFTER)).unwrap();
    assert!(
        said.starts_with("4 parts of ballots are opened and handed over. 1 did not open"),
        "{said}"
    );
    open(&town.seat(1), moment(AFTER)).unwrap();
    assert_eq!(town.wave.lock().unwrap().opened(), 4);
    open(&town.seat(2), moment(AFTER)).unwrap();
    assert_eq!(town.wave.lock().unwrap().opened(), 5, "the others open it");
}

#[test]
fn a_key_is_written_once_for_its_owner_and_printed_so_that_it_comes_back_from_paper() {
    let name = format!("gutcheck-trustee-{}.json", std::process::id());
    let path = std::env::temp_dir().join(name);
    let _ = std::fs::remove_file(&path);
    let phrase = "correct horse battery";
    assert!(make("works council", &path, "too short").is_err() && !path.exists());
    assert!(make(" ", &path, phrase).is_err());
    let sheet = make("works council", &path, phrase).unwrap();
    let file = KeyFile::read(&std::fs::read_to_string(&path).unwrap()).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let again = make("works council", &path, phrase).unwrap_err();
    assert!(again.contains("never overwritten"), "{again}");
    std::fs::remove_file(&path).unwrap();

    let key = file.open(phrase).unwrap();
    assert!(sheet.contains(&public_text(key.public())));
    assert_eq!(read_public(&file.public).as_ref(), Some(key.public()));
    let blocks = sheet.lines().skip_while(|line| *line != "Public");
    let letters = blocks.filter(|line| line.starts_with("  "));
    let paper = KeyFile::read(&letters.collect::<Vec<_>>().join("\n")).unwrap();
    assert_eq!(paper.open(phrase).unwrap().to_bytes(), key.to_bytes());
    // Dark corners on a light ground.
    let corner = "    █▀▀▀▀▀█ ";
    assert!(
        sheet.lines().any(|line| line.starts_with(corner)),
        "{sheet}"
    );
}
