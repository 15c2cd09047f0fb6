//! What an attacker tried: a member who wants two votes, a member who watches the others, a server that lies about
//! its page, its groups and its end.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_SECURITY_POLICY;
use actix_web::test::{self, TestRequest};
use data_encoding::BASE64URL_NOPAD;
use gutcheck::ballot::audit::{Ballots, Record};
use gutcheck::ids::WaveId;
use gutcheck::store::frozen;
use gutcheck::survey::Role;
use gutcheck::verify::{Known, Served, Verdict, script_address, styles_address, verify};
use gutcheck::wave;
use serde_json::json;
use support::forms::{filled, roster};
use support::voter::{Voter, post};
use support::{Pages, Town};

const CRANE: &str = "crane1@harbour.example";

fn harbour() -> (Town, WaveId) {
    let town = Town::new(None);
    town.settle(&roster());
    let id = town.launch("anonymous");
    (town, id)
}

async fn voter<S: Pages>(town: &Town, service: &S, email: &str) -> Voter {
    let answers = filled(town.survey(), Role::Member, "4");
    Voter::new(town, service, email, town.survey(), &answers).await
}

async fn colleagues_vote<S: Pages>(town: &Town, service: &S) {
    for number in 2..=7 {
        let email = format!("crane{number}@harbour.example");
        voter(town, service, &email).await.vote(service).await;
    }
}

/// One who keeps a ballot back and says that it was lost gets no other, so nobody has two.
#[actix_web::test]
async fn a_ballot_that_is_kept_back_is_not_replaced() {
    let (town, id) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    colleagues_vote(&town, &service).await;
    let (first, second) = (
        voter(&town, &service, CRANE).await,
        voter(&town, &service, CRANE).await,
    );
    let (status, issued) = first.issue(&service).await;
    assert_eq!(status, StatusCode::OK);
    let asked = json!({
        "token": second.token,
        "blinded": BASE64URL_NOPAD.encode(second.draft.blinded()),
        "replace": true,
    });
    let refused = (StatusCode::CONFLICT, json!({ "problem": "issued" }));
    for _ in 0..2 {
        assert_eq!(post(&service, "/issue", asked.clone()).await, refused);
    }
    // What got one signature is no other ballot, and is still taken.
    let mut other = first.ballot(&issued);
    other["prefix"] = BASE64URL_NOPAD.encode(&second.draft.prefix).into();
    let (status, _) = first.cast(&service, &other).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let (status, _) = first.cast(&service, &first.ballot(&issued)).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(post(&service, "/issue", asked).await, refused);
    town.wait(10, 0);
    let cells = town.app.store.read(|c| frozen::cells(c, &id)).unwrap();
    let cell = cells.iter().find(|cell| cell.no == first.cell).unwrap();
    assert_eq!((cell.issued, cell.ballots), (Some(7), Some(7)));
    wave::count(&town.app, &id, "Hanna").unwrap();
}

/// The answer to whoever asks again with a used link is always the same, and not to be had without end.
#[actix_web::test]
async fn a_used_link_does_not_tell_when_colleagues_answer() {
    let (town, _) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    voter(&town, &service, CRANE).await.vote(&service).await;
    let spy = voter(&town, &service, CRANE).await;
    let before = spy.issue(&service).await;
    assert_eq!(before.0, StatusCode::CONFLICT);
    for number in 2..=3 {
        let email = format!("crane{number}@harbour.example");
        let colleague = voter(&town, &service, &email).await;
        let (_, issued) = colleague.issue(&service).await;
        assert_eq!(spy.issue(&service).await, before);
        colleague.cast(&service, &colleague.ballot(&issued)).await;
        assert_eq!(spy.issue(&service).await, before);
    }
    let mut last = before.0;
    for _ in 0..60 {
        last = spy.issue(&service).await.0;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    // Whoever has not answered yet is not kept from it, from the same place.
    let late = voter(&town, &service, "crane4@harbour.example").await;
    late.vote(&service).await;
}

/// What the server gives to somebody who answers.
struct Given {
    page: Vec<u8>,
    policy: String,
    script: Vec<u8>,
    styles: Vec<u8>,
}

impl Given {
    async fn by<S: Pages>(service: &S) -> Self {
        let (page, policy) = fetched(service, "/a").await;
        let text = String::from_utf8(page.clone()).unwrap();
        let (script, styles) = (script_address(&text), styles_address(&text));
        Self {
            page,
            policy,
            script: fetched(service, &script.unwrap()).await.0,
            styles: fetched(service, &styles.unwrap()).await.0,
        }
    }

    /// The claims that do not hold.
    fn failed(&self, town: &Town, record: &Record) -> Vec<String> {
        let known = Known {
            numbers: &[&record.root],
            served: Some(Served {
                page: &self.page,
                policy: &self.policy,
                script: &self.script,
                styles: &self.styles,
            }),
            own_page: Some(&town.app.answer_page.hash),
            now: Some(town.app.now().utc().naive_utc()),
            ..Known::default()
        };
        let found = verify(record, known).into_iter();
        let failed = found.filter(|one| matches!(one.verdict, Verdict::DoesNotHold(_)));
        failed.map(|one| one.claim).collect()
    }
}

async fn fetched<S: Pages>(service: &S, path: &str) -> (Vec<u8>, String) {
    let request = TestRequest::get().uri(path).to_request();
    let response = service.call(request).await.unwrap();
    let policy = response.headers().get(CONTENT_SECURITY_POLICY);
    let policy = policy.map_or("", |policy| policy.to_str().unwrap());
    let policy = policy.to_owned();
    (test::read_body(response).await.to_vec(), policy)
}

/// A script that sends drafts away, and a list that is made up so that nobody looks at the script any more.
#[actix_web::test]
async fn a_made_up_end_of_a_wave_hides_neither_an_altered_script_nor_altered_styles() {
    let (town, _) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let root = voter(&town, &service, CRANE).await.root;
    let mut record = wave::record(&town.app, &root).unwrap();
    let given = Given::by(&service).await;
    assert_eq!(given.failed(&town, &record), Vec::<String>::new());
    record.ballots = Some(Ballots {
        root: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".to_owned(),
        counts: Vec::new(),
        list: Vec::new(),
    });
    let leak = b"\naddEventListener('input', () => fetch('/leak'));";
    let altered = Given {
        script: [given.script.as_slice(), leak].concat(),
        ..given
    };
    let found = altered.failed(&town, &record);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("The script that the server gives"));
    assert!(found[1].contains("before its time"));

    let leak = b"input[value='5']:checked { background: url(/static/leak/5) }";
    let given = Given::by(&service).await;
    let altered = Given {
        styles: [given.styles.as_slice(), leak].concat(),
        ..given
    };
    record.ballots = None;
    let found = altered.failed(&town, &record);
    assert!(
        found.len() == 1 && found[0].starts_with("The styles"),
        "{found:#?}"
    );
}

/// The promised page is the one of this release; the program says so, and of a kept record too.
#[actix_web::test]
async fn a_settled_wave_holds_and_none_of_its_groups_can_be_dropped_or_stuffed() {
    let (town, id) = harbour();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let root = voter(&town, &service, CRANE).await.root;
    voter(&town, &service, CRANE).await.vote(&service).await;
    colleagues_vote(&town, &service).await;
    town.wait(10, 0);
    wave::count(&town.app, &id, "Hanna").unwrap();
    let given = Given::by(&service).await;
    let record = wave::record(&town.app, &root).unwrap();
    assert_eq!(given.failed(&town, &record), Vec::<String>::new());

    let mut dropped = record.clone();
    let ballots = dropped.ballots.as_mut().unwrap();
    ballots.counts.clear();
    for one in &mut ballots.list {
        (one.group, one.proof) = (None, None);
    }
    let found = given.failed(&town, &dropped);
    assert!(
        found.len() == 1 && found[0].starts_with("No ballots are left out"),
        "{found:#?}"
    );

    // Signatures that went with keys that will be destroyed, and more ballots than people.
    let mut stuffed = record.clone();
    stuffed.key_destroyed = Some("2026-06-20".to_owned());
    let ballots = stuffed.ballots.as_mut().unwrap();
    (ballots.counts[0].issued, ballots.counts[0].ballots) = (14, 14);
    for one in &mut ballots.list {
        one.proof = None;
    }
    let found = given.failed(&town, &stuffed).join("\n");
    for claim in [
        "No group has more ballots than signatures",
        "before its time",
    ] {
        assert!(found.contains(claim), "{claim}: {found}");
    }
}
