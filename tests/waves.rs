//! What must not stop a wave: others who change it at the same time, and damage elsewhere.

mod support;

use actix_web::http::StatusCode;
use actix_web::test::init_service;
use diesel::RunQueryDsl;
use gutcheck::store::Db;
use gutcheck::store::people::{self, Person};
use gutcheck::store::wave::{self as stored, State};
use gutcheck::survey::Role;
use gutcheck::{schedule, wave};
use std::fs;
use std::time::{Duration, SystemTime};
use support::adversary::crowd;
use support::forms::{filled, pairs};
use support::{Browser, Town, damage, migrations, races};

#[test]
fn repeat_pressed_while_a_release_counts_is_kept_and_a_second_press_makes_no_second_series() {
    races::repetition_outlives_a_release(None);
}

#[test]
fn repeat_pressed_by_several_people_at_once_makes_one_series() {
    races::presses_at_once_make_one_series(None);
}

#[test]
fn the_test_of_a_key_does_not_undo_the_settling_of_its_wave() {
    races::a_wave_is_settled_once_whatever_its_key_test_has_read(None);
}

#[test]
fn a_plan_that_changes_during_the_launch_is_not_put_back() {
    races::a_plan_that_changes_during_the_launch_is_not_put_back(None);
}

#[test]
fn a_damaged_log_of_acts_keeps_nobody_from_acting() {
    damage::a_damaged_log_keeps_nobody_from_acting(None);
}

#[test]
fn a_used_database_can_be_migrated_down_and_up() {
    migrations::a_used_database_can_be_migrated(None);
}

#[test]
fn a_wave_that_cannot_be_changed_keeps_no_other_from_its_key_test_or_its_opening() {
    let town = Town::new(None);
    town.settle(&crowd(8));
    let now = town.app.now();
    let [broken, sound] = ["Broken", "Sound"].map(|title| {
        let plan = wave::PlanForm {
            title: title.to_owned(),
            opens: "2026-06-02T09:00".to_owned(),
            ..town.plan("confidential")
        };
        let id = wave::plan(&town.app, &plan).unwrap();
        wave::freeze(&town.app, &id, "Hanna").unwrap();
        id
    });
    town.run_due();
    let spoil = format!(
        "CREATE TRIGGER spoil BEFORE UPDATE ON wave WHEN NEW.id = '{broken}' \
         BEGIN SELECT RAISE(ABORT, 'spoilt'); END"
    );
    let spoil = |c: &mut Db| Ok(diesel::sql_query(spoil).execute(c)?);
    town.app.store.write(spoil).unwrap();
    let packed = town.app.config.data.join("exports");
    let over = packed.join("over.zip");
    fs::create_dir_all(&packed).unwrap();
    let file = fs::File::create(&over).unwrap();
    let long_ago = SystemTime::now() - Duration::from_secs(48 * 60 * 60);
    file.set_modified(long_ago).unwrap();

    schedule::tidy(&town.app);
    town.wait(1, 0);
    let read = |id| town.app.store.read(|c| stored::wave(c, id)).unwrap();
    assert_eq!(
        (read(&broken).state, read(&broken).key_tested),
        (State::Frozen, None)
    );
    assert_eq!(
        (read(&sound).state, read(&sound).key_tested),
        (State::Open, Some(now))
    );
    assert!(!over.exists());
}

/// Nobody gets a mail at night because their zone was taken for another one.
#[test]
fn a_stored_time_zone_that_is_on_no_list_keeps_a_wave_from_opening_until_it_is_put_right() {
    let town = Town::new(None);
    town.settle(&crowd(8));
    let plan = wave::PlanForm {
        opens: "2026-06-02T09:00".to_owned(),
        ..town.plan("confidential")
    };
    let id = wave::plan(&town.app, &plan).unwrap();
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    let lives_in = |zone: &str| {
        let written = town.app.store.write(|c| {
            let people = people::people(c)?.into_iter().take(1);
            for person in people {
                let time_zone = zone.to_owned();
                people::change_person(
                    c,
                    &Person {
                        time_zone,
                        ..person
                    },
                )?;
            }
            Ok(())
        });
        written.unwrap();
    };
    let state = || town.app.store.read(|c| stored::wave(c, &id)).unwrap().state;

    lives_in("Mars/Olympus");
    town.wait(1, 0);
    let refused = wave::launch(&town.app, &id).unwrap_err().to_string();
    assert!(
        refused.contains("the stored time zone \"Mars/Olympus\""),
        "{refused}"
    );
    assert_eq!(state(), State::Frozen);
    lives_in("Asia/Tokyo");
    town.run_due();
    assert_eq!(state(), State::Open);
}

/// Two trees without one team above both: each has its total, and what is too small in both is counted at the top.
#[actix_web::test]
async fn an_organisation_of_two_trees_is_counted_in_each_and_together_at_the_top() {
    let town = Town::new(None);
    let mut csv = String::from("team,e-mail,name,role\n");
    let teams = [
        ("Harbour/North/Cranes", 7),
        ("Harbour/North/Kitchen", 3),
        ("Harbour/South/Tower", 6),
        ("Harbour/South/Shop", 3),
    ];
    let mut members = Vec::new();
    for (team, size) in teams {
        for number in 0..size {
            let name = team.rsplit('/').next().unwrap().to_lowercase();
            let email = format!("{name}{number}@harbour.example");
            csv.push_str(&format!("{team},{email},{name} {number},member\n"));
            members.push(email);
        }
    }
    town.settle(&csv);
    // A roster names one top; here it is gone and the teams below it stayed.
    let beheaded = "UPDATE team SET active = FALSE WHERE parent IS NULL";
    let beheaded = |c: &mut Db| Ok(diesel::sql_query(beheaded).execute(c)?);
    assert_eq!(town.app.store.write(beheaded).unwrap(), 1);
    let id = town.launch("confidential");
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let answers = filled(town.survey(), Role::Member, "4");
    for email in &members {
        let link = town.link_to(email, "/answer/");
        let mut member = Browser::new(&service);
        member.get(&link).await;
        let sent = member.post(&link, &pairs(&answers)).await;
        assert_eq!(sent.status, StatusCode::OK, "{email}");
    }
    town.wait(11, 0);
    wave::count(&town.app, &id, "Hanna").unwrap();

    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, "hr@harbour.example").await;
    let results = hr.get(&format!("/hr/waves/{id}/results.json")).await;
    let results: serde_json::Value = serde_json::from_str(&results.body).unwrap();
    let rows = results["report"]["rows"].as_array().unwrap();
    let mut told: Vec<(&str, u64)> = rows
        .iter()
        .map(|row| (row["name"].as_str().unwrap(), row["n"].as_u64().unwrap()))
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("All teams", 19),
            ("Cranes", 7),
            ("North", 7),
            ("Small teams, counted together", 6),
            ("South", 6),
            ("Tower", 6),
        ]
    );
    let page = hr.get(&format!("/hr/waves/{id}/organisation")).await;
    page.says("Kitchen");
    page.says("Shop");
}

#[actix_web::test]
async fn health_is_503_while_a_worker_is_dead() {
    let town = Town::new(None);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut watch = Browser::new(&service);
    assert_eq!(watch.get("/health").await.status, StatusCode::OK);
    let died = town
        .app
        .workers
        .round("clock", || panic!("the disk is gone"));
    assert_eq!(died.unwrap_err().to_string(), "panicked: the disk is gone");
    let page = watch.get("/health").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    page.says("not working: clock");
    town.app.workers.round("clock", || ()).unwrap();
    assert_eq!(watch.get("/health").await.status, StatusCode::OK);
}
