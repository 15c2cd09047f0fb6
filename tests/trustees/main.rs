//! Waves that nobody opens alone: what it takes before the first mail and after the close, and what becomes of
//! those who cannot or will not do their part.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod challenge;
mod planning;

use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::ballot::hpke;
use gutcheck::ballot::promise::{Root, Terms, number, short};
use gutcheck::ballot::seal::{self, Context};
use gutcheck::ballot::trustee::{Share, Trustees, Upload, open_ballot, open_share};
use gutcheck::ids::WaveId;
use gutcheck::store::act::{self, Kind};
use gutcheck::store::wave::State;
use gutcheck::store::{Db, ballot, promise, result, trustee};
use gutcheck::wave;
use memchr::memmem;
use serde_json::json;
use support::trustees::{harbour, launch, read, settled, three, vote};
use support::{Browser, Pages, Town, files};

const HR: &str = "hr@harbour.example";

async fn hr<'a, S: Pages>(town: &Town, service: &'a S) -> Browser<'a, S> {
    let mut hr = Browser::new(service);
    hr.sign_in(&town.app, HR).await;
    hr
}

fn published(town: &Town, id: &WaveId) -> (String, Vec<String>) {
    town.app.store.read(|c| result::published(c, id)).unwrap()
}

/// How many ballots somebody opens who has the database and all key files.
fn opened_by_the_server(town: &Town, id: &WaveId) -> usize {
    let (wave, key) = (read(town, id), town.app.keys.opening(&id.bytes()).unwrap());
    let read = |c: &mut Db| {
        Ok((
            promise::of_wave(c, id)?,
            ballot::of_wave(c, id)?,
            trustee::uploads(c, id)?,
        ))
    };
    let (promise, ballots, kept) = town.app.store.read(read).unwrap();
    let promise = promise.unwrap();
    let terms: Terms = serde_json::from_str(&promise.terms).unwrap();
    let trustees = Trustees::read(&terms.trustees.unwrap()).unwrap();
    let list = wave.ballots_root.unwrap();
    let upload = |one: &trustee::Upload| {
        let holder = u8::try_from(one.trustee).unwrap();
        let info = [b"gutcheck upload".as_slice(), &id.bytes(), &[holder]].concat();
        let opened = hpke::open(&key, &info, list.as_bytes(), &one.content).unwrap();
        (holder, Upload::read(opened, ballots.len()).unwrap())
    };
    let uploads: Vec<_> = kept.iter().map(upload).collect();
    let root = *Root::read(&promise.root).unwrap().bytes();
    let opens = |(place, ballot): &(usize, &ballot::Ballot)| {
        let sealed = ballot.sealed.as_deref().unwrap();
        let cell = ballot.cell.unsigned_abs();
        let context = Context {
            wave: id.bytes(),
            root,
            cell,
        };
        let parts = trustees.parts(sealed).unwrap();
        let own = trustees.holders().filter_map(|holder| {
            let sealed = parts.sealed_share(holder).unwrap();
            Some((holder, open_share(&key, &context, holder, sealed).ok()?))
        });
        let mut shares: Vec<(u8, Share)> = own.collect();
        let given = |(holder, upload): &(u8, Upload)| Some((*holder, upload.share(*place)?));
        shares.extend(uploads.iter().filter_map(given));
        let shares: Vec<_> = shares
            .iter()
            .map(|(holder, share)| (*holder, Some(share)))
            .collect();
        open_ballot(&trustees, &context, &parts, &shares).is_some()
            || seal::open(&key, &context, sealed).is_ok()
    };
    ballots.iter().enumerate().filter(opens).count()
}

#[actix_web::test]
async fn no_mail_leaves_before_enough_trustees_have_proven_their_keys() {
    let town = harbour(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let trustees = three();
    let (id, letters) = launch(&town, &trustees);
    let console = format!("/hr/waves/{id}");
    assert_eq!(read(&town, &id).state, State::Proving);
    let mut hr = hr(&town, &service).await;
    let page = hr.get(&console).await;
    page.says("2 more have to do so");
    page.says("has not proven the key yet");
    page.says("If more than one of their keys is lost");
    page.says(&short(&number(&Root::read(&letters).unwrap())));

    // The opening time passes, and HR reads why nothing happens.
    town.wait(0, 1);
    let page = hr.get(&console).await;
    page.says("The opening time has come");
    hr.get("/hr").await.says("waits for its trustees");

    // One who proves the key again and again is still one.
    for _ in 0..2 {
        let (status, said) = trustees[2].prove(&service, &letters).await;
        assert_eq!((status, said), (StatusCode::OK, json!({ "right": true })));
        town.run_due();
    }
    assert_eq!(read(&town, &id).state, State::Proving);
    assert!(town.app.mailer.kept().is_empty());
    hr.get(&console).await.says("One more has to do so");
    assert!(wave::launch(&town.app, &id).is_err());

    let (_, known) = trustees[2].ask(&service, &letters).await;
    assert_eq!(
        (&known["task"], &known["done"]),
        (&"prove".into(), &json!(["HR"]))
    );
    trustees[0].prove(&service, &letters).await;
    town.run_due();
    assert_eq!(read(&town, &id).state, State::Open);
    assert!(!town.app.mailer.kept().is_empty());
    let (_, known) = trustees[1].ask(&service, &letters).await;
    assert_eq!(known["task"], "wait");
    let (status, said) = trustees[1].prove(&service, &letters).await;
    assert_eq!(
        (status, &said["problem"]),
        (StatusCode::CONFLICT, &"task".into())
    );
    let log = town.app.store.read(act::log).unwrap();
    let proofs = log
        .iter()
        .filter(|act| act.kind == Some(Kind::TrusteeProven));
    let who: Vec<&str> = proofs.map(|act| act.actor.as_str()).collect();
    assert_eq!(who, ["HR", "Works council"]);

    // Everybody can read who opens the wave.
    let mut anybody = Browser::new(&service);
    let page = anybody.get(&format!("/wave/{letters}")).await;
    for one in &trustees {
        page.says(one.name);
        page.says(&one.point());
    }
}

#[actix_web::test]
async fn a_wave_whose_trustees_never_come_asks_nobody() {
    let town = harbour(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let trustees = three();
    let (id, letters) = launch(&town, &trustees);
    town.wait(11, 0);
    let (status, said) = trustees[0].prove(&service, &letters).await;
    assert_eq!(
        (status, &said["problem"]),
        (StatusCode::CONFLICT, &"task".into())
    );
    assert_eq!(read(&town, &id).state, State::Proving);
    let mut hr = hr(&town, &service).await;
    let console = format!("/hr/waves/{id}");
    hr.get(&console).await.says("nobody was asked");
    assert!(town.app.mailer.kept().is_empty());
    town.wait(40, 0);
    assert!(read(&town, &id).key_destroyed.is_some());
    assert!(town.app.keys.opening(&id.bytes()).is_err());
}

#[actix_web::test]
async fn fewer_than_are_needed_open_nothing_and_any_two_give_what_the_server_alone_would_give() {
    let alone = harbour(None);
    let service = test::init_service(gutcheck::web::pages(alone.app.clone())).await;
    let id = alone.launch("anonymous");
    vote(&alone, &service).await;
    alone.wait(10, 0);
    wave::count(&alone.app, &id, "Hanna").unwrap();
    let expected = published(&alone, &id);

    for pair in [[0, 1], [0, 2], [1, 2]] {
        let town = harbour(None);
        let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
        let trustees = three();
        let (id, letters) = settled(&town, &service, &trustees).await;
        let console = format!("/hr/waves/{id}");
        let mut hr = hr(&town, &service).await;
        hr.get(&console).await.says("2 more have to do so");
        for (came, who) in pair.into_iter().enumerate() {
            // So far there are too few, and the release says how many are missing.
            let page = hr.post(&format!("{console}/release"), &[]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            page.says(["No trustee has", "One trustee has"][came]);
            let (status, said) = trustees[who].open(&service, &letters).await;
            let all = json!({ "right": 7, "wrong": 0 });
            assert_eq!((status, said), (StatusCode::OK, all));
            hr.get(&console).await.says("7 of 7 shares fit");
            assert_eq!(opened_by_the_server(&town, &id), [0, 7][came]);
        }
        let page = hr.get(&console).await;
        page.says("you can release the results");
        hr.post(&format!("{console}/release"), &[]).await;
        let wave = read(&town, &id);
        assert_eq!((wave.state, wave.spoilt), (State::Released, Some(0)));
        assert_eq!(published(&town, &id), expected, "{pair:?}");
        let (_, known) = trustees[0].ask(&service, &letters).await;
        assert_eq!(known["task"], "over");
    }
}

#[actix_web::test]
async fn a_lying_trustee_is_refused_and_named_and_the_others_open_the_wave() {
    let town = harbour(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let trustees = three();
    let (id, letters) = settled(&town, &service, &trustees).await;
    // They are told the fingerprint of the list that they open, which is the public one.
    let (_, known) = trustees[0].ask(&service, &letters).await;
    assert_eq!(
        known["list"].as_str(),
        read(&town, &id).ballots_root.as_deref()
    );
    trustees[0].open(&service, &letters).await;
    let right = trustees[1].enter(&service, &letters).await;
    let sound = trustees[1].shares(&service, &right).await.unwrap();
    let lie: Vec<u8> = (sound.bytes().iter().enumerate())
        .map(|(at, byte)| if at % 33 == 7 { byte ^ 1 } else { *byte })
        .collect();
    let (status, said) = right.hand_in(&service, &lie).await;
    let refused = (status, &said["problem"]);
    assert_eq!(
        refused,
        (StatusCode::UNPROCESSABLE_ENTITY, &"shares".into())
    );
    let mut hr = hr(&town, &service).await;
    let page = hr.get(&format!("/hr/waves/{id}")).await;
    page.says("shares on 11 June 2026 that are not theirs");
    page.says("One more has to do so");
    let log = hr.get("/hr/log").await;
    log.says("handed in shares that are not theirs");
    log.says("Data protection");
    assert!(wave::count(&town.app, &id, "Hanna").is_err());

    // Another length, or another's ticket, is refused as well; the third trustee opens the wave.
    for shares in [&lie[1..], &[], &[lie.as_slice(), &[0; 33]].concat()] {
        let (status, said) = right.hand_in(&service, shares).await;
        let refused = (status, &said["problem"]);
        assert_eq!(
            refused,
            (StatusCode::UNPROCESSABLE_ENTITY, &"length".into())
        );
    }
    assert_eq!(trustees[2].open(&service, &letters).await.0, StatusCode::OK);
    wave::count(&town.app, &id, "Hanna").unwrap();
    assert_eq!(read(&town, &id).spoilt, Some(0));
}

#[actix_web::test]
async fn a_share_that_does_not_fit_spoils_a_ballot_only_where_no_other_trustee_opens_it() {
    for others in [1, 2] {
        let town = harbour(None);
        let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
        let trustees = three();
        let (id, letters) = settled(&town, &service, &trustees).await;
        let right = trustees[0].enter(&service, &letters).await;
        let sound = trustees[0].shares(&service, &right).await.unwrap();
        let mut shares = sound.bytes().to_vec();
        shares[3 * 33..4 * 33].fill(0);
        let (_, said) = right.hand_in(&service, &shares).await;
        assert_eq!(said, json!({ "right": 6, "wrong": 1 }));
        for other in &trustees[1..=others] {
            other.open(&service, &letters).await;
        }
        let mut hr = hr(&town, &service).await;
        let page = hr.get(&format!("/hr/waves/{id}")).await;
        page.says("6 of 7 shares fit");
        page.says("Some shares do not fit their ballots");
        wave::count(&town.app, &id, "Hanna").unwrap();
        let spoilt = if others == 1 { 1 } else { 0 };
        assert_eq!(read(&town, &id).spoilt, Some(spoilt));
    }
}

#[actix_web::test]
async fn what_trustees_hand_in_is_unreadable_without_the_key_file_and_gone_after_the_count() {
    let town = harbour(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let trustees = three();
    let (id, letters) = settled(&town, &service, &trustees).await;
    let mut shares = Vec::new();
    for one in &trustees[..2] {
        let right = one.enter(&service, &letters).await;
        let upload = one.shares(&service, &right).await.unwrap();
        right.hand_in(&service, upload.bytes()).await;
        shares.push((right.holder, upload));
    }
    let uploads = || town.app.store.read(|c| trustee::uploads(c, &id)).unwrap();
    let kept = uploads();
    assert_eq!(kept.len(), 2);
    let holds = |needle: &[u8]| {
        let contents = files(&town.folder).into_iter().map(std::fs::read);
        let mut contents = contents.map(Result::unwrap);
        contents.any(|content| memmem::find(&content, needle).is_some())
    };
    for (holder, upload) in &shares {
        for ballot in 0..7 {
            let share = upload.share(ballot).unwrap();
            assert!(!holds(share.as_slice()), "{holder}: {ballot}");
        }
    }
    // With the key file they can be read: only that keeps them.
    let list = read(&town, &id).ballots_root.unwrap();
    let info = [b"gutcheck upload".as_slice(), &id.bytes(), &[1]].concat();
    let key = town.app.keys.opening(&id.bytes()).unwrap();
    let content = &kept.first().unwrap().content;
    let opened = hpke::open(&key, &info, list.as_bytes(), content).unwrap();
    assert_eq!(opened, shares.first().unwrap().1.bytes());
    assert!(hpke::open(&trustees[0].key, &info, list.as_bytes(), content).is_err());

    wave::count(&town.app, &id, "Hanna").unwrap();
    assert!(uploads().is_empty());
    let late = trustees[2].open(&service, &letters).await;
    assert_eq!(
        (late.0, &late.1["problem"]),
        (StatusCode::CONFLICT, &"task".into())
    );
    town.wait(4, 0);
    assert!(!holds(content.get(..64).unwrap()));
    assert!(town.app.keys.opening(&id.bytes()).is_err());
}

#[actix_web::test]
async fn a_wave_that_too_few_trustees_open_is_destroyed_on_its_day_with_what_they_handed_in() {
    let town = harbour(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let trustees = three();
    let (id, letters) = settled(&town, &service, &trustees).await;
    trustees[0].open(&service, &letters).await;
    town.wait(40, 0);
    assert!(read(&town, &id).key_destroyed.is_some());
    let uploads = town.app.store.read(|c| trustee::uploads(c, &id)).unwrap();
    assert!(uploads.is_empty());
    let (_, known) = trustees[1].ask(&service, &letters).await;
    assert_eq!(known["task"], "over");
    assert!(wave::count(&town.app, &id, "Hanna").is_err());
}
