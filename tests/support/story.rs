//! The whole life of a wave through the public pages, on any database.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use crate::support::chapters::{
    answer, ballots, found, hr_again, sessions, state, take_roster, went_to,
};
use crate::support::forms::{filled, pairs};
use crate::support::voter::Voter;
use crate::support::{Browser, Town, files};
use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::store::wave::{self, State};
use gutcheck::store::{invitation, promise};
use gutcheck::survey::Role;

/// Plays the story on a database; panics where a promise is broken.
pub async fn play(database: Option<&str>) {
    let town = Town::new(database);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    let survey = town.app.library.get("team-diagnostic").unwrap().clone();

    found(&town, &mut hr).await;
    take_roster(&mut hr).await;

    // A wave is planned, looked at, and launched.
    hr.get("/hr/waves/new").await.says("team-diagnostic");
    let planned = hr
        .post(
            "/hr/waves",
            &[
                ("survey", "team-diagnostic"),
                ("title", "Q2 2026"),
                ("opens", "2026-06-01T09:00"),
                ("closes", "2026-06-10T18:00"),
                ("promise", "anonymous"),
            ],
        )
        .await;
    let console = went_to(&planned, "/hr/waves/");
    for role in [Role::Leader, Role::Member] {
        let preview = hr
            .get(&format!("{console}/preview/{}", role.as_str()))
            .await;
        preview.says(
            survey
                .items
                .first()
                .unwrap()
                .wording(role)
                .unwrap()
                .text("en"),
        );
    }
    // A team that is too small by itself could not be counted anywhere, so HR counts it with another one.
    let draft = hr.get(&console).await;
    draft.says("Kitchen cannot be counted anywhere");
    let known = gutcheck::wave::preview_groups(&town.app, &planned_wave(&console)).unwrap();
    let known = known.unwrap().teams;
    let team = |name: &str| {
        let found = known.iter().find(|team| team.name == name);
        found.unwrap().team.to_string()
    };
    let group = format!("{console}/counting");
    let choice = [("team", team("Kitchen")), ("with", team("Pilots"))];
    went_to(&hr.post(&group, &pairs(&choice)).await, &console);
    let draft = hr.get(&console).await;
    draft.says("counted in Harbour together with Pilots");
    draft.keeps_silent_about("cannot be counted anywhere");
    let choice = [("team", team("Cranes")), ("with", team("Pilots"))];
    let large = hr.post(&group, &pairs(&choice)).await;
    assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY);
    hr.get(&console).await;
    let launch = format!("{console}/launch");
    went_to(&hr.post(&launch, &[]).await, &console);
    let twice = hr.post(&launch, &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    town.run_due();
    let id = town.app.store.read(wave::waves).unwrap().remove(0).id;

    // The keys are made in the background; then the promise has a number, and everybody can read it.
    let known = town.app.store.read(|c| promise::of_wave(c, &id)).unwrap();
    let promise::Promise { root, number, .. } = known.unwrap();
    let short = gutcheck::ballot::promise::short(&number);
    hr.get(&console).await.says(&short);
    let mut anybody = Browser::new(&service);
    anybody.get(&format!("/wave/{root}")).await.says(&short);
    for (name, kind) in [("pilot1", "/a#"), ("carla", "/leader/")] {
        let email = format!("{name}@harbour.example");
        town.link_to(&email, kind);
        let mail = town.mails_to(&email).pop().unwrap().message;
        assert!(mail.text.contains(&short) && mail.html.contains(&short));
    }

    // The page is the same for everybody, and opening a link spends nothing.
    let page = anybody.get("/a").await;
    assert_eq!(page.body, hr.get("/a").await.body);
    let answers = filled(&survey, Role::Member, "4");
    let pilot = Voter::new(&town, &service, "pilot1@harbour.example", &survey, &answers).await;
    assert_eq!(ballots(&town, &id), 0);

    // A sent ballot is stored once, however often it is sent; the link signs nothing else.
    let (status, issued) = pilot.issue(&service).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(pilot.issue(&service).await.1, issued);
    let forwarded = Voter::new(&town, &service, "pilot1@harbour.example", &survey, &answers).await;
    let (status, refused) = forwarded.issue(&service).await;
    assert_eq!(
        (status, &refused["problem"]),
        (StatusCode::CONFLICT, &"issued".into())
    );
    for _ in 0..2 {
        let (status, cast) = pilot.cast(&service, &pilot.ballot(&issued)).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(cast["receipt"], pilot.draft.id.to_string());
    }
    assert_eq!(ballots(&town, &id), 1);

    // A small team is counted with another one, and its people are told how large the group is.
    let cook = filled(&survey, Role::Member, "4");
    let cook = Voter::new(&town, &service, "cook1@harbour.example", &survey, &cook).await;
    assert_eq!(cook.cell, pilot.cell);
    let mail = town
        .mails_to("cook1@harbour.example")
        .pop()
        .unwrap()
        .message
        .text;
    assert!(
        mail.contains("Kitchen") && mail.contains("one of 8"),
        "{mail}"
    );
    cook.vote(&service).await;

    // Somebody who is signed in and answers leaves no time of it with the session.
    town.wait(0, 1);
    let seen = sessions(&town);
    hr.get("/a").await;
    assert_eq!(sessions(&town), seen);

    // The others answer; two cooks are counted with the pilots, so that nobody sees a group of two.
    for n in 1..=7 {
        answer(
            &town,
            &service,
            &survey,
            &format!("crane{n}@harbour.example"),
            if n < 3 { "2" } else { "3" },
        )
        .await;
    }
    for n in 2..=6 {
        answer(
            &town,
            &service,
            &survey,
            &format!("pilot{n}@harbour.example"),
            "4",
        )
        .await;
    }
    let form = town.link_to("carla@harbour.example", "/leader/");
    let mut leader = Browser::new(&service);
    leader.get(&form).await;
    assert_eq!(
        leader
            .post(&form, &pairs(&filled(&survey, Role::Leader, "5")))
            .await
            .status,
        StatusCode::OK
    );

    // Participation is counted once an hour and never says who.
    town.wait(0, 2);
    let open = hr.get(&console).await;
    open.says("Cranes");
    open.keeps_silent_about("crane1@harbour.example");

    // The leader signs in by mail: a link works once, by its button, in the browser that asked.
    leader.get("/sign-in").await;
    went_to(
        &leader
            .post("/sign-in", &[("email", "Carla@harbour.example")])
            .await,
        "/sign-in/sent",
    );
    town.run_due();
    let link = town.link_to("carla@harbour.example", "/sign-in/link/");
    let mut thief = Browser::new(&service);
    thief.get(&link).await;
    assert_eq!(thief.post(&link, &[]).await.status, StatusCode::GONE);
    leader.get(&link).await;
    leader.get(&link).await;
    went_to(&leader.post(&link, &[]).await, "/teams");
    assert_eq!(leader.post(&link, &[]).await.status, StatusCode::GONE);
    for path in [
        "/hr",
        "/hr/roster",
        "/hr/waves",
        "/hr/organisation",
        &console,
    ] {
        assert_eq!(
            leader.get(path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }

    // Nothing is shown before the release, to nobody.
    assert_eq!(
        hr.get(&format!("{console}/organisation")).await.status,
        StatusCode::NOT_FOUND
    );
    town.wait(10, 0);
    assert_eq!(state(&town, &id), State::Closed);
    went_to(&hr.get(&console).await, "/sign-in");
    went_to(&hr_again(&mut hr).await, "/hr");
    assert_eq!(
        hr.get(&format!("{console}/results.csv")).await.status,
        StatusCode::NOT_FOUND
    );
    hr.get(&console).await;
    went_to(&hr.post(&format!("{console}/release"), &[]).await, &console);
    town.run_due();

    // The leader signs in again, this time by the letters of the mail, and reads a gap.
    leader.get("/sign-in").await;
    went_to(
        &leader
            .post("/sign-in", &[("email", "carla@harbour.example")])
            .await,
        "/sign-in/sent",
    );
    town.run_due();
    let wrong = leader.post("/sign-in/code", &[("code", "000 000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mail = town
        .mails_to("carla@harbour.example")
        .pop()
        .unwrap()
        .message
        .text;
    let code = mail
        .lines()
        .find_map(|line| line.split("asked for it: ").nth(1));
    let code = code.unwrap().trim();
    went_to(
        &leader.post("/sign-in/code", &[("code", code)]).await,
        "/teams",
    );
    let results = town.link_to("carla@harbour.example", "/teams/");
    let report = leader.get(&results).await;
    assert_eq!(report.status, StatusCode::OK);
    report.says("Cranes");
    report.says("<svg");
    report.says("7 of 7");
    let mut other = Browser::new(&service);
    went_to(&other.get(&results).await, "/sign-in");
    for form in town
        .app
        .store
        .read(|c| invitation::leader_forms(c, &id))
        .unwrap()
    {
        let path = format!("/teams/{id}/{}", form.node);
        let expected = if path == results {
            StatusCode::OK
        } else {
            StatusCode::NOT_FOUND
        };
        assert_eq!(leader.get(&path).await.status, expected);
    }
    // Those who lead teams that are counted together read one report.
    let joint = town.link_to("piet@harbour.example", "/teams/");
    let mut piet = Browser::new(&service);
    piet.sign_in(&town.app, "piet@harbour.example").await;
    let report = piet.get(&joint).await;
    report.says("Das ist der Bericht von Kitchen, Pilots");
    report.says("7 von 8 haben geantwortet");

    // HR sees groups of five and more only; the kitchen stands with the pilots.
    let organisation = hr.get(&format!("{console}/organisation")).await;
    organisation.says("Cranes");
    organisation.says("Kitchen");
    let csv = hr.get(&format!("{console}/results.csv")).await.body;
    assert!(csv.contains("Cranes,member,"), "{csv}");
    assert!(
        !csv.contains(",Kitchen,") && !csv.contains(",Pilots,"),
        "{csv}"
    );

    // Everybody who answered finds the receipt in the public list.
    let receipts = anybody.get(&format!("/wave/{root}/ballots.txt")).await;
    receipts.says(&pilot.draft.id.to_string());
    assert_eq!(receipts.body.lines().count(), 14);

    // After the grace the key, the sealed answers and the links are gone; receipts and results stay.
    let keys = town.folder.join("keys");
    let key_files = || {
        let names = files(&keys).into_iter();
        names
            .filter(|path| path.display().to_string().contains(id.as_str()))
            .count()
    };
    assert_eq!(key_files(), 2);
    town.wait(4, 0);
    assert_eq!(key_files(), 0);
    town.app
        .store
        .read(|c| {
            assert!(
                gutcheck::store::ballot::of_wave(c, &id)?
                    .iter()
                    .all(|ballot| ballot.sealed.is_none() && ballot.signature.is_none())
            );
            assert!(
                invitation::of_wave(c, &id)?
                    .iter()
                    .all(|one| one.token_hash.is_none() && one.blinded_hash.is_none())
            );
            Ok(())
        })
        .unwrap();
    let list = anybody.get(&format!("/wave/{root}/ballots.txt")).await;
    assert_eq!(list.body, receipts.body);
    anybody
        .get(&format!("/wave/{root}"))
        .await
        .says("was destroyed on");
    went_to(&hr_again(&mut hr).await, "/hr");
    hr.get(&format!("{console}/organisation"))
        .await
        .says("Cranes");

    // One click makes the next quarter.
    hr.get(&console).await;
    let next = went_to(
        &hr.post(&format!("{console}/retake"), &[]).await,
        "/hr/waves/",
    );
    assert_ne!(next, console);
    hr.get(&next).await.says("2026-09-01T09:00");
}

/// The wave whose console has this address.
fn planned_wave(console: &str) -> gutcheck::ids::WaveId {
    let id = console.rsplit('/').next().unwrap();
    gutcheck::ids::WaveId::parse(id).unwrap()
}
