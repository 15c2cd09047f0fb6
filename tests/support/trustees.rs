//! People who each hold a key, and use it through the public addresses as their page does.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::forms::{filled, roster};
use super::voter::Voter;
use super::{Pages, Town};
use actix_web::http::StatusCode;
use actix_web::test::{self, TestRequest};
use data_encoding::BASE64URL_NOPAD;
use gutcheck::ballot::promise::{Root, Terms};
use gutcheck::ballot::seal::OpeningKey;
use gutcheck::ballot::trustee::{Canary, Upload, answer, asked, open_share};
use gutcheck::ballot::trustee_key::public_text;
use gutcheck::ids::WaveId;
use gutcheck::store::promise;
use gutcheck::store::wave::{self as stored, State, Wave};
use gutcheck::survey::Role;
use gutcheck::wave::{self, OpeningForm, PlanForm};
use serde_json::{Value, json};

/// Somebody with a key.
pub struct Trustee {
    pub name: &'static str,
    pub key: OpeningKey,
}

/// What a trustee knows of a wave, with the right to act for it.
pub struct Right {
    pub ticket: String,
    pub holder: u8,
    pub wave: [u8; 16],
    pub root: [u8; 32],
}

pub type Reply = (StatusCode, Value);

/// Three of them.
pub fn three() -> [Trustee; 3] {
    ["Works council", "Data protection", "HR"].map(|name| Trustee {
        name,
        key: OpeningKey::generate(),
    })
}

/// The plan of the town's wave, which two of these trustees open.
pub fn plan(town: &Town, trustees: &[Trustee]) -> PlanForm {
    let row = |one: &Trustee| (one.name, public_text(one.key.public()));
    PlanForm {
        opening: OpeningForm::trustees(2, trustees.iter().map(row)),
        ..town.plan("anonymous")
    }
}

/// Launches such a wave, which then waits for its trustees; with the letters of its promise.
pub fn launch(town: &Town, trustees: &[Trustee]) -> (WaveId, String) {
    let id = wave::plan(&town.app, &plan(town, trustees)).unwrap();
    town.count_kitchen_with_pilots(&id);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    let promise = town.app.store.read(|c| promise::of_wave(c, &id)).unwrap();
    (id, promise.unwrap().root)
}

/// A town with a roster.
pub fn harbour(database: Option<&str>) -> Town {
    let town = Town::new(database);
    town.settle(&roster());
    town
}

pub fn read(town: &Town, id: &WaveId) -> Wave {
    town.app.store.read(|c| stored::wave(c, id)).unwrap()
}

/// The seven of one team answer, each something else.
pub async fn vote<S: Pages>(town: &Town, service: &S) {
    for (number, favourable) in (1..).zip(["1", "2", "3", "4", "5", "4", "3"]) {
        let answers = filled(town.survey(), Role::Member, favourable);
        let email = format!("crane{number}@harbour.example");
        let voter = Voter::new(town, service, &email, town.survey(), &answers).await;
        voter.vote(service).await;
    }
}

/// A wave that two of these have opened for answers, seven have answered, and that is over.
pub async fn settled<S: Pages>(town: &Town, service: &S, trustees: &[Trustee]) -> (WaveId, String) {
    let (id, letters) = launch(town, trustees);
    for one in trustees.iter().take(2) {
        assert_eq!(one.prove(service, &letters).await.0, StatusCode::OK);
    }
    town.run_due();
    assert_eq!(read(town, &id).state, State::Open);
    vote(town, service).await;
    town.wait(10, 0);
    assert!(read(town, &id).ballots_root.is_some());
    (id, letters)
}

/// A wave that two of three trustees open, from the plan to the end of its keys.
pub async fn two_of_three_open_a_wave(database: Option<&str>) {
    let town = harbour(database);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let trustees = three();
    let (id, letters) = settled(&town, &service, &trustees).await;
    for one in &trustees[1..] {
        let (status, said) = one.open(&service, &letters).await;
        let all = json!({ "right": 7, "wrong": 0 });
        assert_eq!((status, said), (StatusCode::OK, all));
    }
    wave::count(&town.app, &id, "Hanna").unwrap();
    assert_eq!(read(&town, &id).spoilt, Some(0));
    town.wait(4, 0);
    assert!(read(&town, &id).key_destroyed.is_some());
}

impl Trustee {
    pub fn point(&self) -> String {
        BASE64URL_NOPAD.encode(&self.key.public().to_bytes())
    }

    pub async fn ask<S: Pages>(&self, service: &S, letters: &str) -> Reply {
        let asked = json!({ "wave": letters, "key": self.point() });
        post(service, "ask", &asked).await
    }

    /// Shows that they hold the key.
    pub async fn enter<S: Pages>(&self, service: &S, letters: &str) -> Right {
        let (status, known) = self.ask(service, letters).await;
        assert_eq!(status, StatusCode::OK, "{known}");
        let text = known["terms"].as_str().unwrap();
        let terms: Terms = serde_json::from_str(text).unwrap();
        let cells: [u8; 32] = bytes(&known["cells"]).try_into().unwrap();
        let root = Root::over(text, &cells);
        assert!(root.is(letters), "another promise");
        let keys = terms.trustees.unwrap().keys;
        let place = keys.iter().position(|one| one.key == self.point());
        let holder = u8::try_from(place.unwrap() + 1).unwrap();
        let wave = WaveId::parse(&terms.wave).unwrap().bytes();
        let nonce = answer(&self.key, &wave, holder, &bytes(&known["challenge"])).unwrap();
        let proof = json!({
            "wave": letters,
            "key": self.point(),
            "nonce": BASE64URL_NOPAD.encode(&nonce),
        });
        let (status, proven) = post(service, "prove", &proof).await;
        assert_eq!(status, StatusCode::OK, "{proven}");
        Right {
            ticket: proven["ticket"].as_str().unwrap().to_owned(),
            holder,
            wave,
            root: *root.bytes(),
        }
    }

    /// Opens the share of the ballot for trial.
    pub async fn prove<S: Pages>(&self, service: &S, letters: &str) -> Reply {
        let right = self.enter(service, letters).await;
        let asked = json!({ "ticket": right.ticket });
        let (status, sealed) = post(service, "canary", &asked).await;
        if status != StatusCode::OK {
            return (status, sealed);
        }
        let (wave, root) = (right.wave, right.root);
        let sealed = bytes(&sealed["box"]);
        let share = open_share(&self.key, &Canary { wave, root }, right.holder, &sealed).unwrap();
        right.canary(service, share.as_slice()).await
    }

    /// Opens the shares of all ballots and hands them in.
    pub async fn open<S: Pages>(&self, service: &S, letters: &str) -> Reply {
        let right = self.enter(service, letters).await;
        match self.shares(service, &right).await {
            Ok(upload) => right.hand_in(service, upload.bytes()).await,
            Err(refused) => refused,
        }
    }

    /// The shares of all ballots.
    pub async fn shares<S: Pages>(&self, service: &S, right: &Right) -> Result<Upload, Reply> {
        let request = TestRequest::post().uri("/trustee/ballots");
        let request = request.set_json(json!({ "ticket": right.ticket }));
        let response = service.call(request.to_request()).await.unwrap();
        let status = response.status();
        let body = test::read_body(response).await;
        if status != StatusCode::OK {
            return Err((status, serde_json::from_slice(&body).unwrap()));
        }
        let list = asked(&body).unwrap();
        let of = (&right.wave, &right.root);
        Ok(Upload::open(&self.key, of, right.holder, &list, || ()))
    }
}

impl Right {
    /// Gives a share of the ballot for trial.
    pub async fn canary<S: Pages>(&self, service: &S, share: &[u8]) -> Reply {
        let share = BASE64URL_NOPAD.encode(share);
        let given = json!({ "ticket": self.ticket, "share": share });
        post(service, "canary", &given).await
    }

    pub async fn hand_in<S: Pages>(&self, service: &S, shares: &[u8]) -> Reply {
        let request = TestRequest::post()
            .uri("/trustee/shares")
            .insert_header(("content-type", "application/octet-stream"))
            .insert_header(("x-ticket", self.ticket.clone()))
            .set_payload(shares.to_vec());
        reply(service, request).await
    }
}

pub async fn post<S: Pages>(service: &S, path: &str, content: &Value) -> Reply {
    let request = TestRequest::post().uri(&format!("/trustee/{path}"));
    reply(service, request.set_json(content)).await
}

async fn reply<S: Pages>(service: &S, request: TestRequest) -> Reply {
    let response = service.call(request.to_request()).await.unwrap();
    let status = response.status();
    let body = test::read_body(response).await;
    (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
}

fn bytes(text: &Value) -> Vec<u8> {
    let text = text.as_str().unwrap();
    BASE64URL_NOPAD.decode(text.as_bytes()).unwrap()
}
