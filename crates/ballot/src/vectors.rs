//! Vectors of ABP-2 that the browser's scripts made: both programs do the same with the same randomness.

use crate::amend::{Amended, follow};
use crate::client::Booth;
use crate::hpke;
use crate::id::BallotId;
use crate::merkle::{self, Side};
use crate::promise::{CellTerms, Root, Sheet, Terms, in_link, number};
use crate::seal::{Context, OpeningKey, Purpose, open, seal};
use crate::trustee::{Canary, Trustees, Upload, answer, asked, open_ballot, open_share};
use crate::trustee_key::{KeyFile, KeyFileError};
use crate::{IssuingKey, KEY_BYTES};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use rand::{TryCryptoRng, TryRng};
use serde_json::Value;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::LazyLock;

static VECTORS: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../tests/reference/abp2_vectors.json")).unwrap()
});

/// Randomness that was drawn before. It panics when more is drawn.
struct Given(VecDeque<u8>);

impl Given {
    fn of<'a>(parts: impl IntoIterator<Item = &'a Value>) -> Self {
        Self(parts.into_iter().flat_map(hex).collect())
    }
}

impl TryRng for Given {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        unreachable!("bytes are drawn")
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        unreachable!("bytes are drawn")
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes
            .iter_mut()
            .for_each(|byte| *byte = self.0.pop_front().unwrap());
        Ok(())
    }
}

impl TryCryptoRng for Given {}

fn hex(value: &Value) -> Vec<u8> {
    HEXLOWER.decode(text(value).as_bytes()).unwrap()
}

fn b64(value: &Value) -> Vec<u8> {
    BASE64URL_NOPAD.decode(text(value).as_bytes()).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn texts(value: &Value) -> Vec<String> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|one| text(one).to_owned())
        .collect()
}

fn key(pair: &Value) -> OpeningKey {
    let key = OpeningKey::from_bytes(&hex(&pair["d"])).unwrap();
    assert_eq!(key.public().to_bytes().as_slice(), hex(&pair["point"]));
    key
}

fn given() -> &'static Value {
    &VECTORS["ballot"]["given"]
}

fn made() -> &'static Value {
    &VECTORS["ballot"]["made"]
}

fn root() -> Root {
    let cells = texts(&given()["cells"]);
    Root::of(text(&given()["terms"]), cells.iter().map(String::as_str))
}

fn terms() -> Terms {
    serde_json::from_str(text(&given()["terms"])).unwrap()
}

fn cells() -> Vec<CellTerms> {
    let cells = texts(&given()["cells"]);
    cells
        .iter()
        .map(|cell| serde_json::from_str(cell).unwrap())
        .collect()
}

fn context() -> Context {
    Context {
        wave: hex(&given()["wave_bytes"]).try_into().unwrap(),
        root: *root().bytes(),
        cell: 1,
    }
}

fn trustees() -> Trustees {
    Trustees::read(&terms().trustees.unwrap()).unwrap()
}

#[test]
fn the_promise_is_read_and_numbered_as_the_browser_does() {
    let root = root();
    assert_eq!(root.bytes().as_slice(), hex(&made()["root"]));
    assert_eq!(root.to_string(), text(&made()["letters"]));
    assert_eq!(in_link(&root.to_string()), text(&given()["link"]));
    assert_eq!(number(&root), text(&made()["number"]));
    assert!(root.is(text(&given()["number"])) && root.is(text(&given()["link"])));
    // What is written here is what was read.
    assert_eq!(
        serde_json::to_string(&terms()).unwrap(),
        text(&given()["terms"])
    );
    for (cell, text) in cells().iter().zip(texts(&given()["cells"])) {
        assert_eq!(serde_json::to_string(cell).unwrap(), text);
    }
    let cells = texts(&given()["cells"]);
    let mut hash = merkle::leaf(cells[1].as_bytes());
    for step in given()["path"].as_array().unwrap() {
        let other = b64(&step[1]).try_into().unwrap();
        hash = match text(&step[0]) {
            "left" => merkle::node(&other, &hash),
            _ => merkle::node(&hash, &other),
        };
    }
    assert_eq!(Root::over(text(&given()["terms"]), &hash), root);
    let texts: Vec<&str> = cells.iter().map(String::as_str).collect();
    let path = crate::promise::path(&texts, 1);
    assert!(matches!(
        path.as_slice(),
        [(Side::Left, _), (Side::Right, _)]
    ));
}

#[test]
fn the_chain_leads_to_the_browsers_tip_and_sheet() {
    let start = Amended::start(&root(), &terms(), &cells()).unwrap();
    let chain = texts(&given()["chain"]);
    let amended = follow(start, chain.iter().map(String::as_str)).unwrap();
    assert_eq!(amended.tip.as_slice(), hex(&made()["tip"]));
    let sheet = text(&given()["sheet"]);
    assert_eq!(amended.sheet(1), Some(Sheet::hash(sheet).as_str()));
    let read = Sheet::read(sheet).unwrap();
    assert_eq!(read.text(), sheet);
    assert!(read.names(5 + 1) && amended.taken(1) == 1);
}

#[test]
fn ballots_are_sealed_as_in_the_browser_and_open() {
    let (context, plaintext) = (context(), hex(&given()["text"]));
    assert_eq!(context.info(), hex(&given()["info"]));
    assert_eq!(context.about().as_slice(), hex(&given()["aad"]));
    let opening = key(&given()["opening"]);
    let ephemeral = &given()["ephemeral"];
    let rng = &mut Given::of([&ephemeral[0]["d"]]);
    let sealed = seal(opening.public(), &context, &plaintext, rng).unwrap();
    assert_eq!(sealed, hex(&made()["sealed"]));
    assert_eq!(open(&opening, &context, &sealed), Ok(plaintext.clone()));

    let trustees = trustees();
    let sealed = trustees
        .seal(&context, &plaintext, &mut shared_randomness())
        .unwrap();
    assert_eq!(sealed, hex(&made()["shared"]));
    let parts = trustees.parts(&sealed).unwrap();
    let pairs = given()["trustees"].as_array().unwrap();
    let shares = trustees.holders().zip(pairs).map(|(holder, pair)| {
        let share = open_share(
            &key(pair),
            &context,
            holder,
            parts.sealed_share(holder).unwrap(),
        );
        (holder, share.unwrap())
    });
    let shares: Vec<_> = shares.collect();
    for absent in 0..3 {
        let came = shares.iter().enumerate().filter(|(at, _)| *at != absent);
        let came: Vec<_> = came
            .map(|(_, (holder, share))| (*holder, Some(share)))
            .collect();
        assert_eq!(
            open_ballot(&trustees, &context, &parts, &came),
            Some(plaintext.clone())
        );
    }
}

/// In the order in which it is drawn: the content key, what splits it, and a key for each box.
fn shared_randomness() -> Given {
    let given = given();
    let ephemeral = given["ephemeral"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| &pair["d"]);
    Given::of(
        [&given["content_key"], &given["coefficients"]]
            .into_iter()
            .chain(ephemeral),
    )
}

#[test]
fn whole_ballots_are_those_of_the_browser_to_the_last_byte() {
    let rsa = &given()["rsa"];
    let primes = [hex(&rsa["p"]), hex(&rsa["q"])].concat();
    let issuing = IssuingKey::from_bytes(&primes).unwrap();
    assert_eq!(issuing.public().modulus().as_slice(), hex(&rsa["n"]));
    let cell = &texts(&given()["cells"])[1];
    let answers = hex(&made()["plaintext"]);

    let mut alone = terms();
    alone.trustees = None;
    alone.opening_key = Some(BASE64URL_NOPAD.encode(&hex(&given()["opening"]["point"])));
    let alone = serde_json::to_string(&alone).unwrap();
    let drawn = Given::of([&given()["ephemeral"][0]["d"]]);
    for (name, terms, mut drawn) in [
        ("ballot", alone.as_str(), drawn),
        (
            "shared_ballot",
            text(&given()["terms"]),
            shared_randomness(),
        ),
    ] {
        let expected = &made()[name];
        let rest = Given::of(["prefix", "salt", "r"].map(|part| &given()[part]));
        drawn.0.extend(rest.0);
        let draft = Booth::read(&root(), terms, cell)
            .unwrap()
            .seal(&answers, &mut drawn)
            .unwrap();
        assert_eq!(draft.id.to_string(), text(&expected["id"]));
        assert_eq!(draft.sealed, b64(&expected["cast"]["sealed"]));
        assert_eq!(draft.prefix.as_slice(), b64(&expected["cast"]["prefix"]));
        assert_eq!(draft.blinded().as_slice(), b64(&expected["blinded"]));
        let signed = issuing.blind_sign(draft.blinded()).unwrap();
        let signature: [u8; KEY_BYTES] = draft.finish(&signed).unwrap();
        assert_eq!(signature.as_slice(), b64(&expected["cast"]["signature"]));
        let input = crate::id::signed_input(&draft.prefix, &context(), &draft.sealed);
        assert!(issuing.public().verify(&input, &signature));
        assert_eq!(BallotId::of(&input), draft.id);
    }
}

#[test]
fn a_trustees_key_is_the_browsers_as_file_and_on_paper() {
    let (given, made) = (&VECTORS["trustee"]["given"], &VECTORS["trustee"]["made"]);
    let own = key(&given["pair"]);
    let (name, phrase) = (text(&given["name"]), text(&given["phrase"]));
    let drawn = &mut Given::of([&given["salt"], &given["iv"]]);
    let file = KeyFile::seal(name, &own, phrase, drawn).unwrap();
    assert_eq!(serde_json::to_value(&file).unwrap(), made["file"]);
    assert_eq!(file.paper().to_vec(), texts(&made["letters"]));
    assert_eq!(KeyFile::read(&file.text()).as_ref(), Ok(&file));

    let typed = file.paper().join("\n").to_uppercase().replace('0', "o");
    let paper = KeyFile::read(&typed).unwrap();
    assert_eq!(paper.public, file.public);
    // The accent apart from its letter, as some keyboards give it.
    let apart = phrase.replace('é', "e\u{301}");
    for file in [&file, &paper] {
        let opened = file.open(&apart).unwrap();
        assert_eq!(opened.to_bytes(), own.to_bytes());
    }
    let wrong = phrase
        .replace("staple", "stable")
        .replace("staplé", "staple");
    assert_eq!(file.open(&wrong).err(), Some(KeyFileError::Wrong));

    let mut damaged = made["file"].clone();
    damaged["public"] = Value::from(crate::trustee_key::public_text(
        OpeningKey::generate().public(),
    ));
    let damaged = KeyFile::read(&damaged.to_string()).unwrap();
    assert_eq!(damaged.open(phrase).err(), Some(KeyFileError::Wrong));
    for (part, value) in [
        ("rounds", Value::from(4_000_000_000_u32)),
        ("gutcheck", Value::from("key")),
        ("public", Value::from("x")),
    ] {
        let mut other = made["file"].clone();
        other[part] = value;
        assert_eq!(
            KeyFile::read(&other.to_string()),
            Err(KeyFileError::NoKeyFile),
            "{part}"
        );
    }
    assert_eq!(KeyFile::read(&typed[1..]), Err(KeyFileError::NoKeyFile));
    let short = KeyFile::generate("works council", "fifteen letters");
    assert_eq!(short.err(), Some(KeyFileError::Short));
}

#[test]
fn a_trustee_opens_what_the_browser_was_given_and_uploads_the_same() {
    let (given, made) = (&VECTORS["trustee"]["given"], &VECTORS["trustee"]["made"]);
    let own = key(&given["pair"]);
    let holder = u8::try_from(given["x"].as_u64().unwrap()).unwrap();
    let Context { wave, root, .. } = context();
    let canary = Canary { wave, root };
    let with_holder = |info: Vec<u8>| [info.as_slice(), &[holder]].concat();
    assert_eq!(context().info(), hex(&given["info"]));
    assert_eq!(with_holder(canary.info()), hex(&given["canary_info"]));
    let nonce = answer(&own, &wave, holder, &hex(&given["challenge_box"])).unwrap();
    assert_eq!(nonce.as_slice(), hex(&made["nonce"]));
    let info = hex(&given["challenge_info"]);
    let opened = hpke::open(&own, &info, &[], &hex(&given["challenge_box"]));
    assert_eq!(opened.as_deref(), Ok(nonce.as_slice()));

    let boxed = hex(&given["canary_box"]);
    let share = open_share(&own, &canary, holder, &boxed).unwrap();
    assert_eq!(share.as_slice(), hex(&made["canary"]));
    let zero = Context {
        cell: 0,
        ..context()
    };
    assert_eq!(
        open_share(&own, &zero, holder, &boxed).is_ok(),
        made["canary_as_ballot"].as_bool().unwrap()
    );

    let ballots = hex(&given["ballots"]);
    let list = asked(&ballots).unwrap();
    let mut told = 0;
    let upload = Upload::open(&own, (&wave, &root), holder, &list, || told += 1);
    assert_eq!(
        (told, upload.bytes().to_vec()),
        (list.len(), hex(&made["shares"]))
    );
}
