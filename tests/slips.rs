//! People without a mailbox: slips that are drawn like lots, which lead to nobody.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::test::init_service;
use gutcheck::ids::WaveId;
use gutcheck::store::{invitation, people, slip};
use gutcheck::survey::Role;
use gutcheck::text::Sentence;
use gutcheck::wave::{self, AddForm, PlanForm};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use support::forms::filled;
use support::voter::Voter;
use support::{Browser, Town, files};

const HR: &str = "hr@harbour.example";

/// A kitchen of people without an address, and cranes with one.
fn roster(cooks: usize) -> String {
    let mut csv = "team,e-mail,name,role\n".to_owned();
    csv.push_str("Harbour/Cranes,carla@harbour.example,Carla,leader\n");
    csv.push_str("Harbour/Kitchen,kim@harbour.example,Kim,leader\n");
    for crane in 1..=6 {
        writeln!(
            csv,
            "Harbour/Cranes,crane{crane}@harbour.example,Crane {crane},member"
        )
        .unwrap();
    }
    for cook in 1..=cooks {
        writeln!(csv, "Harbour/Kitchen,,Cook {cook:03},member").unwrap();
    }
    csv
}

/// A wave that is launched today and opens tomorrow.
fn launched(town: &Town) -> WaveId {
    let plan = PlanForm {
        opens: "2026-06-02T09:00".into(),
        ..town.plan("anonymous")
    };
    let id = wave::plan(&town.app, &plan).unwrap();
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    id
}

fn refused<T>(outcome: gutcheck::error::Outcome<T>) -> String {
    match outcome {
        Err(gutcheck::error::Problem::Refused(sentence)) => {
            Sentence::in_lang(&sentence, gutcheck::text::Lang::En)
        }
        _ => panic!("it was not refused"),
    }
}

#[actix_web::test]
async fn people_without_an_address_answer_by_printed_slips_that_are_counted_like_all() {
    let town = Town::new(None);
    town.settle(&roster(8));
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let id = launched(&town);
    let console = format!("/hr/waves/{id}");
    let page = hr.get(&console).await;
    page.says("Slips for people without a mailbox");
    page.says("<th scope=\"row\">Kitchen</th><td class=\"number\">8</td>");
    page.keeps_silent_about("<th scope=\"row\">Cranes</th><td class=\"number\">");

    // The file is made on the spot, is kept nowhere, and the log says so.
    let slips = format!("{console}/slips");
    for _ in 0..2 {
        let file = hr.post(&slips, &[("lang", "de")]).await;
        assert_eq!(file.status, StatusCode::OK);
        assert_eq!(file.headers.get(CONTENT_TYPE).unwrap(), "application/pdf");
        assert_eq!(file.headers.get(CACHE_CONTROL).unwrap(), "no-store");
        assert!(file.body.starts_with("%PDF"));
        hr.get(&console)
            .await
            .says("The file was first made on 1 June 2026");
    }
    hr.get("/hr/log")
        .await
        .says("The slips of Q2 2026 were made as a file");
    let print = wave::print_slips(&town.app, &id, "Hanna").unwrap();
    assert_eq!((print.piles.len(), print.piles[0].slips.len()), (1, 8));
    let links: Vec<String> = print.piles[0]
        .slips
        .iter()
        .map(|slip| slip.link.clone())
        .collect();
    let secret = links[0].rsplit('.').next().unwrap().to_owned();
    for path in files(&town.folder) {
        let bytes = std::fs::read(&path).unwrap();
        let found = bytes
            .windows(secret.len())
            .any(|window| window == secret.as_bytes());
        assert!(!found, "{} holds a link", path.display());
    }

    // Once people may have drawn theirs, there is no second file.
    town.wait(1, 0);
    hr.sign_in(&town.app, HR).await;
    hr.get(&console).await;
    let late = hr.post(&slips, &[("lang", "en")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    late.says("a second file would only copy links");

    // Mails go to those who have an address; the form says that some have none.
    let sent = town.app.mailer.kept();
    assert!(
        sent.iter()
            .all(|mail| !mail.message.name.starts_with("Cook"))
    );
    let survey = town.survey();
    let answers = filled(survey, Role::Member, "4");
    let here = town.app.config.link("");
    let path = |link: &String| link.strip_prefix(&here).unwrap().to_owned();
    for link in &links[..7] {
        Voter::by_link(&service, &path(link), survey, &answers)
            .await
            .vote(&service)
            .await;
    }
    let terms: Vec<i32> = town
        .app
        .store
        .read(|c| gutcheck::store::frozen::cells(c, &id))
        .unwrap()
        .iter()
        .map(|cell| {
            serde_json::from_str::<serde_json::Value>(cell.terms.as_ref().unwrap()).unwrap()
        })
        .map(|terms| terms["slips"].as_i64().unwrap_or_default() as i32)
        .collect();
    assert_eq!(terms.iter().sum::<i32>(), 8);

    // A slip works once.
    let again = Voter::by_link(&service, &path(&links[0]), survey, &answers).await;
    let (status, said) = again.issue(&service).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(said["problem"], "issued");

    // They count for their group, whose public page tells how many there are.
    town.wait(9, 0);
    town.wait(0, 1);
    wave::count(&town.app, &id, "Hanna").unwrap();
    let (_, root) = wave::overview(&town.app, &id).unwrap().promise.unwrap();
    let public = Browser::new(&service).get(&format!("/wave/{root}")).await;
    public.says("8 of the invited people have no mailbox");
    hr.sign_in(&town.app, HR).await;
    hr.get(&console).await.says("7 of 8");
    let gone = refused(wave::print_slips(&town.app, &id, "Hanna"));
    assert!(gone.contains("takes no answers any more"), "{gone}");
    town.wait(31, 0);
    let left = town.app.store.read(|c| slip::of_wave(c, &id)).unwrap();
    assert!(
        left.iter()
            .all(|slip| slip.token_hash.is_none() && slip.blinded_hash.is_none())
    );
}

/// How many of those who drew a slip are named rightly by taking people and slips in these orders.
fn right(truth: &BTreeMap<String, usize>, slips: &[String], people: &[usize]) -> usize {
    let pairs = slips.iter().zip(people);
    pairs
        .filter(|(slip, person)| truth[*slip] == **person)
        .count()
}

#[test]
fn whoever_has_the_database_and_the_printed_file_is_at_chance_who_drew_which_slip() {
    const COOKS: usize = 120;
    let town = Town::new(None);
    town.settle(&roster(COOKS));
    let id = launched(&town);
    let print = wave::print_slips(&town.app, &id, "Hanna").unwrap();
    let hash = |link: &str| {
        let secret = link.rsplit('.').next().unwrap();
        gutcheck::ballot::secret::SlipSecret::parse(secret)
            .unwrap()
            .hash()
    };
    let printed: Vec<String> = print.piles[0]
        .slips
        .iter()
        .map(|slip| hash(&slip.link))
        .collect();
    let again = wave::print_slips(&town.app, &id, "Hanna").unwrap();
    let again: Vec<String> = again.piles[0]
        .slips
        .iter()
        .map(|slip| hash(&slip.link))
        .collect();
    assert_eq!(BTreeSet::from_iter(&printed), BTreeSet::from_iter(&again));
    assert_ne!(printed, again, "each file has an order of its own");

    // Drawn like lots.
    let mut drawn: Vec<usize> = (0..COOKS).collect();
    rand::seq::SliceRandom::shuffle(
        drawn.as_mut_slice(),
        &mut gutcheck::ballot::random::system(),
    );
    let truth: BTreeMap<String, usize> = printed.iter().cloned().zip(drawn).collect();

    // What a thief reads: slips and people in every order that the database has.
    let (rows, asked, named) = town
        .app
        .store
        .read(|c| {
            Ok((
                slip::of_wave(c, &id)?,
                invitation::of_wave(c, &id)?,
                people::people(c)?,
            ))
        })
        .unwrap();
    let cooks: BTreeMap<_, usize> = named
        .iter()
        .filter(|person| person.email.is_none())
        .enumerate()
        .map(|(number, person)| (person.id.clone(), number))
        .collect();
    let of_people = asked.iter().filter(|one| cooks.contains_key(&one.person));
    let by_invitation: Vec<usize> = of_people.clone().map(|one| cooks[&one.person]).collect();
    let by_name: Vec<usize> = (0..COOKS).collect();
    let by_id: Vec<usize> = cooks.values().copied().collect();
    assert_eq!((rows.len(), by_invitation.len()), (COOKS, COOKS));
    // No link of theirs is in the rows that name them.
    assert!(of_people.clone().all(|one| one.token_hash.is_none()));
    let stored: Vec<String> = rows
        .iter()
        .map(|row| row.token_hash.clone().unwrap())
        .collect();
    let mut sorted = stored.clone();
    sorted.sort();
    for slips in [&printed, &again, &stored, &sorted] {
        for people in [&by_name, &by_id, &by_invitation] {
            let back: Vec<usize> = people.iter().rev().copied().collect();
            for people in [people, &back] {
                let right = right(&truth, slips, people);
                // Chance gives one on average; twelve or more come in one of a hundred million draws.
                assert!(right < 12, "{right} of {COOKS} are known");
            }
        }
    }
}

#[test]
fn slips_are_refused_in_words_where_they_cannot_work() {
    let town = Town::new(None);
    town.settle(&roster(8));
    let confidential = wave::plan(&town.app, &town.plan("confidential")).unwrap();
    let why = refused(wave::freeze(&town.app, &confidential, "Hanna"));
    assert!(
        why.starts_with("8 people who would be asked have no address."),
        "{why}"
    );
    let id = wave::plan(&town.app, &town.plan("anonymous")).unwrap();
    let early = refused(wave::print_slips(&town.app, &id, "Hanna"));
    assert!(early.contains("has not been made yet"), "{early}");
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();

    // An address that comes later changes nothing: the slip is there already, and nobody has two links.
    let roster_now = roster(9).replace(",,Cook 001", ",cook1@harbour.example,Cook 001");
    let import = gutcheck::roster::stage(&town.app, roster_now.as_bytes()).unwrap();
    gutcheck::roster::apply(&town.app, &import, "Hanna").unwrap();
    town.wait(5, 0);
    assert!(town.mails_to("cook1@harbour.example").is_empty());

    // Somebody more without an address would have a slip of their own.
    let candidates = wave::candidates(&town.app, &id).unwrap();
    let newcomer = candidates
        .iter()
        .find(|one| one.person.name == "Cook 009")
        .unwrap();
    let form = AddForm {
        who: newcomer.key(),
    };
    let alone = refused(wave::add_person(&town.app, &id, &form, "Hanna"));
    assert!(alone.contains("would be theirs"), "{alone}");

    // Opened at once, so that there was no time before: one file, then none.
    assert!(wave::print_slips(&town.app, &id, "Hanna").is_ok());
    assert!(refused(wave::print_slips(&town.app, &id, "Hanna")).contains("second file"));
}

#[actix_web::test]
async fn the_kiosk_is_the_answer_page_to_the_byte_and_in_no_log() {
    let town = Town::new(None);
    town.settle(&roster(8));
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut anybody = Browser::new(&service);
    let (page, kiosk) = (anybody.get("/a").await, anybody.get("/kiosk").await);
    assert_eq!((page.status, page.body), (kiosk.status, kiosk.body));
    let table = gutcheck::web::table();
    assert!(
        table
            .iter()
            .any(|address| address.pattern == "/kiosk" && !address.logged)
    );
}
