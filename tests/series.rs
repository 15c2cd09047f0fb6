//! Waves that come again by themselves.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::init_service;
use chrono::Duration;
use gutcheck::ids::{SeriesId, WaveId};
use gutcheck::roster::{self, Decisions, Preview};
use gutcheck::store::series::{self, Series};
use gutcheck::store::wave::{self as stored, State, Wave};
use gutcheck::store::{Moment, invitation};
use gutcheck::wave;
use support::adversary::crowd;
use support::chapters::{hr_again, went_to};
use support::{Browser, Town, forms};

fn waves(town: &Town) -> Vec<Wave> {
    let mut waves = town.app.store.read(stored::waves).unwrap();
    waves.sort_by_key(|wave| wave.opens);
    waves
}

fn openings(town: &Town) -> Vec<String> {
    let opens = |wave: &Wave| wave.opens.to_string();
    waves(town).iter().map(opens).collect()
}

fn the_series(town: &Town) -> Series {
    town.app.store.read(series::all).unwrap().remove(0)
}

/// A town whose wave, opened on 1 June 2026, is taken again every so many months.
fn repeating(months: i32) -> (Town, WaveId, SeriesId) {
    let town = Town::new(None);
    town.settle(&forms::roster());
    let first = town.launch("confidential");
    wave::repeat(&town.app, &first, months, "Hanna").unwrap();
    let id = the_series(&town).id;
    (town, first, id)
}

fn goes_by(town: &Town, days: i64) {
    (0..days).for_each(|_| town.wait(1, 0));
}

fn notices(town: &Town) -> usize {
    let mails = town.mails_to("hr@harbour.example");
    let about = |mail: &&gutcheck::transport::Delivered| {
        let text = &mail.message.text;
        text.contains("/hr/waves/") && text.contains("opens automatically")
    };
    mails.iter().filter(about).count()
}

#[test]
fn a_quarterly_wave_comes_once_a_quarter_after_a_notice() {
    let (town, _, _) = repeating(3);
    let until = "2027-06-10T07:00:00".parse::<Moment>().unwrap();
    while town.app.now() < until {
        let before = waves(&town).len();
        town.wait(1, 0);
        if waves(&town).len() > before {
            let made = waves(&town).pop().unwrap();
            let ahead = made.opens - town.app.now();
            assert!(
                Duration::days(13) <= ahead && ahead <= Duration::days(14),
                "{ahead}"
            );
            assert_eq!(notices(&town), waves(&town).len() - 1);
        }
    }
    // Nine in the morning in Berlin, in summer and winter; 1 September and 1 December 2026, 1 March and
    // 1 June 2027 are working days.
    assert_eq!(
        openings(&town),
        [
            "2026-06-01 07:00:00",
            "2026-09-01 07:00:00",
            "2026-12-01 08:00:00",
            "2027-03-01 08:00:00",
            "2027-06-01 07:00:00"
        ]
    );
    let titles: Vec<_> = waves(&town).into_iter().map(|wave| wave.title).collect();
    assert_eq!(
        titles,
        ["Q2 2026", "Q3 2026", "Q4 2026", "Q1 2027", "Q2 2027"]
    );
    let all = waves(&town);
    for (before, after) in all.iter().zip(all.iter().skip(1)) {
        assert_eq!(after.previous.as_ref(), Some(&before.id));
        assert_eq!(after.closes - after.opens, before.closes - before.opens);
    }
    assert_eq!(all.last().unwrap().state, State::Open);
    town.mails_are_whole();
}

#[test]
fn a_wave_asks_whoever_is_on_the_roster_on_the_morning_it_opens() {
    let (town, _, _) = repeating(3);
    goes_by(&town, 90);
    assert_eq!(waves(&town).pop().unwrap().state, State::Draft);
    let joined = format!(
        "{}Harbour/Cranes;late@harbour.example;Late;member;en;Europe/Berlin\n",
        forms::roster()
    );
    let import = roster::stage(&town.app, joined.as_bytes()).unwrap();
    roster::apply(&town.app, &import, "Hanna").unwrap();
    town.wait(2, 0);
    let second = waves(&town).pop().unwrap();
    assert_eq!(second.state, State::Open);
    town.link_to("late@harbour.example", "/answer/");
    let asked = town.app.store.read(|c| invitation::of_wave(c, &second.id));
    assert_eq!(asked.unwrap().len(), 16);
}

#[test]
fn a_skipped_wave_is_left_out_and_the_one_after_it_comes() {
    let (town, _, _) = repeating(3);
    goes_by(&town, 85);
    let draft = waves(&town).pop().unwrap();
    wave::skip_turn(&town.app, &draft.id, "Hanna").unwrap();
    goes_by(&town, 110);
    assert_eq!(
        openings(&town),
        ["2026-06-01 07:00:00", "2026-12-01 08:00:00"]
    );
    assert!(wave::skip_turn(&town.app, &waves(&town).pop().unwrap().id, "Hanna").is_err());
}

#[test]
fn a_paused_series_makes_and_launches_nothing_and_goes_on_afterwards() {
    let (town, _, series) = repeating(3);
    goes_by(&town, 85);
    wave::pause_series(&town.app, &series, true, "Hanna").unwrap();
    goes_by(&town, 120);
    let all = waves(&town);
    assert_eq!(all.len(), 2);
    assert_eq!(all.last().unwrap().state, State::Draft);
    // The draft whose time is over goes; so does the quarter that passed meanwhile.
    wave::pause_series(&town.app, &series, false, "Hanna").unwrap();
    goes_by(&town, 80);
    assert_eq!(
        openings(&town),
        ["2026-06-01 07:00:00", "2027-03-01 08:00:00"]
    );
}

#[test]
fn a_wave_that_was_missed_runs_once_and_later_ones_come_in_their_time() {
    let (town, _, _) = repeating(3);
    goes_by(&town, 12);
    // The server is off until 4 December: one quarter is lost, the next one began three days ago.
    town.app.clock.set("2026-12-04T10:00:00".parse().unwrap());
    town.run_due();
    assert_eq!(notices(&town), 1);
    goes_by(&town, 10);
    assert_eq!(
        openings(&town),
        ["2026-06-01 07:00:00", "2026-12-07 08:00:00"]
    );
    let late = waves(&town).pop().unwrap();
    assert_eq!(
        (late.title.as_str(), late.state),
        ("Q4 2026", State::Closed)
    );
    goes_by(&town, 80);
    assert_eq!(openings(&town).pop().unwrap(), "2027-03-01 08:00:00");
}

#[test]
fn a_clock_that_is_set_back_makes_nothing_twice() {
    let (town, _, _) = repeating(1);
    for _ in 0..60 {
        town.wait(2, 0);
        let then = town.app.now();
        town.app.clock.set(then - Duration::days(1));
        town.run_due();
        town.app.clock.set(then);
    }
    let opened = openings(&town);
    assert_eq!(
        opened,
        [
            "2026-06-01 07:00:00",
            "2026-07-01 07:00:00",
            "2026-08-03 07:00:00", // 1 August is a Saturday.
            "2026-09-01 07:00:00",
            "2026-10-01 07:00:00"
        ]
    );
    assert_eq!(notices(&town), opened.len() - 1);
}

#[test]
fn a_series_whose_roster_has_become_too_small_pauses_instead_of_asking_a_few() {
    let (town, _, series) = repeating(3);
    goes_by(&town, 20);
    let few = crowd(3);
    let import = roster::stage(&town.app, few.as_bytes()).unwrap();
    let Preview::Read(dry) = roster::preview(&town.app, &import).unwrap() else {
        panic!("the roster has faults");
    };
    let typed = Decisions {
        leaving: Some(dry.difference.leaving_people.len()),
        ..Decisions::default()
    };
    roster::apply_decided(&town.app, &import, &typed, "Hanna").unwrap();
    goes_by(&town, 80);
    assert_eq!(waves(&town).pop().unwrap().state, State::Draft);
    assert!(the_series(&town).paused);
    wave::end_series(&town.app, &series, "Hanna").unwrap();
    assert!(town.app.store.read(series::all).unwrap().is_empty());
    goes_by(&town, 100);
    assert_eq!(waves(&town).len(), 2);
}

#[test]
fn only_a_launched_wave_is_repeated_and_only_once() {
    let (town, first, _) = repeating(3);
    assert!(wave::repeat(&town.app, &first, 3, "Hanna").is_err());
    assert!(wave::repeat(&town.app, &first, 2, "Hanna").is_err());
    let draft = wave::plan(&town.app, &town.plan("confidential")).unwrap();
    assert!(wave::repeat(&town.app, &draft, 3, "Hanna").is_err());
}

#[test]
fn a_launch_that_was_interrupted_is_made_up_for() {
    let (town, _, _) = repeating(3);
    goes_by(&town, 85);
    let draft = waves(&town).pop().unwrap();
    // The process died between the key file and the transaction.
    let keys = gutcheck::ballot::custody::WaveKeys::generate();
    town.app.keys.create(&draft.id.bytes(), &keys).unwrap();
    goes_by(&town, 10);
    assert_eq!(waves(&town).pop().unwrap().state, State::Open);
}

#[actix_web::test]
async fn hr_repeats_pauses_skips_and_ends_from_the_console() {
    let town = Town::new(None);
    town.settle(&forms::roster());
    let id = town.launch("confidential");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr_again(&mut hr).await;
    let console = format!("/hr/waves/{id}");
    hr.get(&console).await.says("Repeat this wave");
    let refused = hr
        .post(&format!("{console}/repeat"), &[("months", "2")])
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    went_to(
        &hr.post(&format!("{console}/repeat"), &[("months", "3")])
            .await,
        &console,
    );
    let page = hr.get(&console).await;
    page.says("The next one opens on 1 September 2026, 09:00");
    page.says("you get a mail on 18 August 2026, 09:00");
    went_to(&hr.post(&format!("{console}/pause"), &[]).await, &console);
    hr.get(&console).await.says("The repetition is paused");
    went_to(&hr.post(&format!("{console}/resume"), &[]).await, &console);

    // Sessions end within days, so HR signs in anew.
    goes_by(&town, 85);
    hr_again(&mut hr).await;
    let draft = format!("/hr/waves/{}", waves(&town).pop().unwrap().id);
    let page = hr.get(&draft).await;
    page.says("The roster is fixed on 1 September 2026, 06:00");
    went_to(&hr.post(&format!("{draft}/skip"), &[]).await, "/hr/waves");
    assert_eq!(hr.get(&draft).await.status, StatusCode::NOT_FOUND);
    hr.get(&console)
        .await
        .says("The next one opens on 1 December 2026, 09:00");
    went_to(&hr.post(&format!("{console}/end"), &[]).await, &console);
    hr.get(&console).await.says("Repeat this wave");
    let log = hr.get("/hr/log").await;
    for line in [
        "repeats from now on",
        "was paused",
        "was resumed",
        "was skipped",
        "was ended",
    ] {
        log.says(line);
    }
}
