//! Attacks on anonymity that were once won, each through the product.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::{TestRequest, init_service, read_body};
use gutcheck::ids::WaveId;
use gutcheck::roster;
use gutcheck::store::{frozen, invitation, sheet};
use gutcheck::wave::{self, AddForm};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::adversary::crowd;
use support::forms::{filled, roster as harbour};
use support::record::{letters, verified};
use support::voter::Voter;
use support::{Pages, Town, attacks, files};

fn copied(from: &Path, name: &str) -> PathBuf {
    let to = from.with_file_name(format!(
        "{}-{name}",
        from.file_name().unwrap().to_str().unwrap()
    ));
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        let folder = target.parent().unwrap();
        fs::create_dir_all(folder).unwrap();
        fs::set_permissions(
            folder,
            fs::metadata(file.parent().unwrap()).unwrap().permissions(),
        )
        .unwrap();
        fs::copy(&file, &target).unwrap();
    }
    to
}

/// P9: somebody has a picture of the whole machine from before the launch, its generator, its clock and its server
/// key included, and lets it go on beside the real one. Whatever they launch has other keys.
#[test]
fn a_copy_of_everything_before_the_launch_gives_none_of_the_keys_made_after_it() {
    let town = Town::new(None);
    town.settle(&crowd(8));
    let launched = |name: &str| {
        let copy = Town::in_folder(copied(&town.folder, name), None);
        let id = copy.launch("anonymous");
        let read = |c: &mut gutcheck::store::Db| {
            let cells = frozen::cells(c, &id)?;
            let slips = invitation::of_wave(c, &id)?;
            Ok((cells, slips, sheet::of_wave(c, &id)?))
        };
        let (cells, slips, sheets) = copy.app.store.read(read).unwrap();
        let mut secrets: BTreeSet<Vec<u8>> = BTreeSet::new();
        secrets.extend(cells.iter().map(|cell| cell.public_key.clone().unwrap()));
        secrets.extend(
            slips
                .iter()
                .map(|slip| slip.token_hash.clone().unwrap().into_bytes()),
        );
        secrets.extend(sheets.iter().map(|(_, text)| text.clone().into_bytes()));
        secrets.insert(
            copy.app
                .keys
                .opening(&id.bytes())
                .unwrap()
                .to_bytes()
                .to_vec(),
        );
        secrets.insert(
            copy.app
                .keys
                .issuing(&id.bytes())
                .unwrap()
                .wrapping(&id.bytes())
                .to_vec(),
        );
        secrets.insert(letters(&copy, &id).into_bytes());
        (id, secrets)
    };
    let ((one, secrets), (other, guessed)) = (launched("real"), launched("picture"));
    // The picture is a true one: what is no secret comes out the same.
    assert_eq!(one, other);
    assert_eq!(
        (secrets.len(), secrets.intersection(&guessed).count()),
        (1 + 8 + 1 + 3, 0)
    );
}

#[test]
fn two_promises_never_share_a_number() {
    attacks::two_promises_never_share_a_number(None);
}

#[actix_web::test]
async fn a_wave_that_nobody_releases_is_gone_on_the_promised_day_with_whoever_used_a_link() {
    attacks::a_wave_that_nobody_releases_is_gone(None).await;
}

#[actix_web::test]
async fn signatures_are_given_without_the_file_that_opens_ballots() {
    let town = Town::new(None);
    town.settle(&harbour());
    let id = town.launch("anonymous");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let file = town.folder.join("keys").join(format!("{id}.opening"));
    let away = town.folder.join("elsewhere");
    fs::rename(&file, &away).unwrap();
    let answers = filled(town.survey(), gutcheck::survey::Role::Member, "4");
    for number in 1..=7 {
        let email = format!("crane{number}@harbour.example");
        let voter = Voter::new(&town, &service, &email, town.survey(), &answers).await;
        voter.vote(&service).await;
    }
    town.wait(10, 0);
    assert!(wave::count(&town.app, &id, "Hanna").is_err());
    fs::rename(&away, &file).unwrap();
    wave::count(&town.app, &id, "Hanna").unwrap();
    verified(&town, &service, &letters(&town, &id)).await;
}

async fn length<S: Pages>(service: &S, path: &str, content: Value) -> usize {
    let request = TestRequest::post().uri(path).set_json(content);
    let response = service.call(request.to_request()).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    assert_eq!(
        response.headers().get("content-encoding").unwrap(),
        "identity"
    );
    read_body(response).await.len()
}

/// The lengths of everything that members of each group get, from the promise to the receipt.
async fn sizes<S: Pages>(town: &Town, service: &S, id: &WaveId) -> Vec<BTreeSet<usize>> {
    let slips = town
        .app
        .store
        .read(|c| invitation::with_people(c, id))
        .unwrap();
    let mut sizes = vec![BTreeSet::new(); 4];
    let answers = filled(town.survey(), gutcheck::survey::Role::Member, "4");
    let mut groups = BTreeSet::new();
    for (slip, person) in slips
        .into_iter()
        .filter(|(slip, _)| slip.blinded_hash.is_none())
    {
        if !groups.insert(slip.cell) {
            continue;
        }
        let voter = Voter::new(
            town,
            service,
            person.email.as_deref().unwrap(),
            town.survey(),
            &answers,
        )
        .await;
        let promise = json!({ "root": voter.root, "cell": voter.cell });
        sizes[0].insert(length(service, "/promise", promise).await);
        sizes[1].insert(length(service, "/group", json!({ "token": voter.token })).await);
        let blinded = data_encoding::BASE64URL_NOPAD.encode(voter.draft.blinded());
        let asked = json!({ "token": voter.token, "blinded": blinded });
        sizes[2].insert(length(service, "/issue", asked).await);
        let (_, issued) = voter.issue(service).await;
        sizes[3].insert(length(service, "/ballot", voter.ballot(&issued)).await);
    }
    assert!(groups.len() > 1);
    sizes
}

#[actix_web::test]
async fn sizes_on_the_wire_tell_no_group_before_and_after_somebody_was_added() {
    let town = Town::new(None);
    let long = ";member;en;Europe/Berlin\nHarbour/Pilots;long@harbour.example;Ångström \"Å\" von und zu Überlingen";
    town.settle(&harbour().replace(
        "Pilot6;member;de;Europe/Berlin",
        &format!("Pilot6{long};member;de;Europe/Berlin"),
    ));
    let id = town.launch("anonymous");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    for (no, lengths) in sizes(&town, &service, &id).await.iter().enumerate() {
        assert_eq!(lengths.len(), 1, "{no}: {lengths:?}");
    }
    let more = "Harbour/Cranes;nora@harbour.example;Nora \\ <Ñ>;member;en;Europe/Berlin\n";
    let import = roster::stage(&town.app, format!("{}{more}", harbour()).as_bytes()).unwrap();
    roster::apply(&town.app, &import, "Hanna").unwrap();
    let who = wave::candidates(&town.app, &id).unwrap()[0].key();
    wave::add_person(&town.app, &id, &AddForm { who }, "Hanna").unwrap();
    town.run_due();
    for (no, lengths) in sizes(&town, &service, &id).await.iter().enumerate() {
        assert_eq!(lengths.len(), 1, "{no} after an amendment: {lengths:?}");
    }
}
