//! Attacks on anonymity that were once won, through the product and on any database.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::adversary::{crowd, vote};
use super::chapters::{answer, ballots};
use super::forms::{filled, roster};
use super::record::letters;
use super::voter::Voter;
use super::{Browser, Town, files};
use actix_web::http::StatusCode;
use actix_web::test;
use diesel::RunQueryDsl;
use gutcheck::error::Outcome;
use gutcheck::ids::WaveId;
use gutcheck::store::outbox::Kind;
use gutcheck::store::wave::{self as stored, State};
use gutcheck::store::{Db, ballot, invitation, outbox, sheet};
use gutcheck::survey::Role;
use gutcheck::{mail, wave};

/// Whoever makes a second promise with the number or the root of a first is refused by the database itself, so that
/// a number leads to one wave for ever.
pub fn two_promises_never_share_a_number(database: Option<&str>) {
    let town = Town::new(database);
    town.settle(&crowd(8));
    let [one, other] = [town.launch("anonymous"), town.launch("confidential")];
    assert_ne!(letters(&town, &one), letters(&town, &other));
    for what in ["number", "root"] {
        let forge = format!(
            "UPDATE promise SET {what} = (SELECT p.{what} FROM promise p WHERE p.wave = '{one}') \
             WHERE wave = '{other}'"
        );
        let forge = |c: &mut Db| Ok(diesel::sql_query(&forge).execute(c)?);
        assert!(town.app.store.write(forge).is_err(), "{what}");
    }
    for id in [&one, &other] {
        let known = wave::public(&town.app, &letters(&town, id)).unwrap();
        assert_eq!(known.wave.id, *id);
    }
}

/// P13: nobody releases a wave. On the promised day its keys, ballots, links and lists are gone, and who used one.
pub async fn a_wave_that_nobody_releases_is_gone(database: Option<&str>) {
    let town = Town::new(database);
    town.settle(&crowd(8));
    let id = town.launch("anonymous");
    town.wait(5, 0);
    vote(&town, &id, |_| {});
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let key_files = || {
        let files = files(&town.folder.join("keys")).into_iter();
        files
            .filter(|path| path.display().to_string().contains(id.as_str()))
            .count()
    };
    let warned = || {
        let mails = town.mails_to("hr@harbour.example");
        mails
            .iter()
            .filter(|mail| mail.message.subject.contains("is not released"))
            .count()
    };
    // It closes on 10 June, so all of it is to end on 10 July.
    for (days, mails) in [(20, 0), (1, 1), (9, 1), (2, 2)] {
        town.wait(days, 0);
        assert_eq!(
            (key_files(), warned()),
            (2, mails),
            "after {days} more days"
        );
    }
    let read = |c: &mut Db| stored::wave(c, &id);
    assert_eq!(town.app.store.read(read).unwrap().state, State::Closed);
    town.wait(3, 0);
    assert_eq!(key_files(), 0);
    let gone = |c: &mut Db| -> Outcome<bool> {
        let slips = invitation::of_wave(c, &id)?;
        let links = slips
            .iter()
            .all(|one| one.token_hash.is_none() && one.blinded_hash.is_none());
        let ballots = ballot::of_wave(c, &id)?;
        let sealed = ballots
            .iter()
            .all(|one| one.sealed.is_none() && one.signature.is_none());
        let reminders = [Kind::Reminder, Kind::LastCall];
        let reminded: Vec<bool> = reminders
            .into_iter()
            .map(|kind| outbox::has(c, &id, kind))
            .collect::<Outcome<_>>()?;
        let lists = sheet::of_wave(c, &id)?.is_empty();
        Ok(links && sealed && lists && reminded == [false, false] && ballots.len() == 8)
    };
    assert!(town.app.store.read(gone).unwrap());
    assert_eq!(town.app.store.read(read).unwrap().state, State::Lapsed);
    assert!(wave::count(&town.app, &id, "Hanna").is_err());
    let page = format!("/wave/{}", letters(&town, &id));
    Browser::new(&service)
        .get(&page)
        .await
        .says("Nobody published the results of this wave");
    let kinds = mail::standing(&town.app, &id).unwrap();
    assert!(kinds.iter().all(|one| !Kind::REMINDERS.contains(&one.kind)));
}

/// P14: four people of a team answer, one of them twice, by a ballot that was called lost and came after all. There
/// are five ballots, and no report of them; one more person, and there is one that says so.
pub async fn a_second_ballot_is_no_second_person(database: Option<&str>) {
    let town = Town::new(database);
    town.settle(&roster());
    let id = town.launch("anonymous");
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let survey = town.survey();
    let crane = |number: i32| format!("crane{number}@harbour.example");
    let filled = filled(survey, Role::Member, "4");
    let lost = Voter::new(&town, &service, &crane(1), survey, &filled).await;
    let (status, first) = lost.issue(&service, false).await;
    assert_eq!(status, StatusCode::OK);
    let again = Voter::new(&town, &service, &crane(1), survey, &filled).await;
    let (status, second) = again.issue(&service, true).await;
    assert_eq!(status, StatusCode::OK, "{second}");
    for (voter, issued) in [(&again, &second), (&lost, &first)] {
        let (status, _) = voter.cast(&service, &voter.ballot(issued)).await;
        assert_eq!(status, StatusCode::OK);
    }
    for number in 2..=4 {
        answer(&town, &service, survey, &crane(number), "4").await;
    }
    for name in ["pilot1", "pilot2", "pilot3", "pilot4", "pilot5", "cook1"] {
        answer(
            &town,
            &service,
            survey,
            &format!("{name}@harbour.example"),
            "3",
        )
        .await;
    }
    assert_eq!(ballots(&town, &id), 11);
    shown(&town, &service, &id, false).await;

    // Five people with six ballots are five people.
    let next = of_five(&town, &service).await;
    shown(&town, &service, &next, true).await;
}

/// Another wave, in which one person more answers.
async fn of_five<S: super::Pages>(town: &Town, service: &S) -> WaveId {
    let plan = wave::PlanForm {
        opens: "2026-06-10T09:00".into(),
        closes: "2026-06-30T18:00".into(),
        title: "Q3 2026".into(),
        ..town.plan("anonymous")
    };
    let id = wave::plan(&town.app, &plan).unwrap();
    town.count_kitchen_with_pilots(&id);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    let survey = town.survey();
    let filled = filled(survey, Role::Member, "4");
    let crane = "crane1@harbour.example";
    let lost = Voter::new(town, service, crane, survey, &filled).await;
    let (_, first) = lost.issue(service, false).await;
    let again = Voter::new(town, service, crane, survey, &filled).await;
    let (_, second) = again.issue(service, true).await;
    again.cast(service, &again.ballot(&second)).await;
    lost.cast(service, &lost.ballot(&first)).await;
    for number in 2..=5 {
        answer(
            town,
            service,
            survey,
            &format!("crane{number}@harbour.example"),
            "4",
        )
        .await;
    }
    for name in ["pilot1", "pilot2", "pilot3", "pilot4", "pilot5", "cook1"] {
        answer(
            town,
            service,
            survey,
            &format!("{name}@harbour.example"),
            "3",
        )
        .await;
    }
    id
}

/// Releases a wave, and looks whether the one team has figures for its leader and for HR.
async fn shown<S: super::Pages>(town: &Town, service: &S, id: &WaveId, has_report: bool) {
    let closes = town.app.store.read(|c| stored::wave(c, id)).unwrap().closes;
    town.app.clock.set(closes);
    town.run_due();
    town.wait(0, 1);
    wave::count(&town.app, id, "Hanna").unwrap();
    town.run_due();
    let mut hr = Browser::new(service);
    hr.sign_in(&town.app, "hr@harbour.example").await;
    let csv = hr.get(&format!("/hr/waves/{id}/results.csv")).await;
    assert_eq!(csv.status, StatusCode::OK);
    assert_eq!(
        csv.body.contains("Cranes,member,"),
        has_report,
        "{}",
        csv.body
    );
    let cells = wave::overview(&town.app, id).unwrap().cells;
    let told = cells.iter().filter(|cell| cell.name.contains("Cranes"));
    let told: Vec<_> = told
        .map(|cell| matches!(cell.answered, wave::AnsweredCount::Final(6, 1)))
        .collect();
    assert_eq!(told.contains(&true), has_report);
    let mut carla = Browser::new(service);
    carla.sign_in(&town.app, "carla@harbour.example").await;
    let node = town
        .app
        .store
        .read(|c| invitation::leader_forms(c, id))
        .unwrap();
    let mut statuses = Vec::new();
    for form in node {
        let page = carla
            .get(&format!("/teams/{id}/{}/results.json", form.node))
            .await;
        statuses.push(page.status == StatusCode::OK);
    }
    assert_eq!(statuses.contains(&true), has_report, "{statuses:?}");
    let known = wave::public(&town.app, &letters(town, id)).unwrap();
    let enough = known
        .counts
        .iter()
        .all(|one| one.ballots - one.replaced >= 5);
    assert!(enough && known.counts[0].hold());
}
