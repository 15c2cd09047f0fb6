//! What must not stop a wave: others who change it at the same time, and damage elsewhere.

mod support;

use actix_web::http::StatusCode;
use actix_web::test::init_service;
use diesel::RunQueryDsl;
use gutcheck::store::Db;
use gutcheck::store::wave::{self as stored, State};
use gutcheck::{schedule, wave};
use std::fs;
use std::time::{Duration, SystemTime};
use support::adversary::crowd;
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
