//! Parts of the story that stand by themselves.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::forms::{filled, roster};
use super::voter::Voter;
use super::{Browser, Page, Pages, Town};
use actix_web::http::StatusCode;
use gutcheck::access;
use gutcheck::store::wave::{self, State};
use gutcheck::survey::{Role, Survey};

const HR: &str = "hr@harbour.example";

#[track_caller]
pub fn went_to(page: &Page, start: &str) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    assert!(
        page.location.starts_with(start),
        "{} is not {start}",
        page.location
    );
    page.location.clone()
}

/// The first visit makes the administrator; afterwards the page is gone.
pub async fn found<S: Pages>(town: &Town, hr: &mut Browser<'_, S>) {
    let code = access::setup_code(&town.app);
    went_to(&hr.get("/").await, "/setup");
    let short = hr
        .post(
            "/setup",
            &[
                ("code", &code),
                ("organisation", "Harbour"),
                ("name", "Hanna"),
                ("email", HR),
                ("password", "short"),
                ("locale", "en"),
                ("time_zone", "Europe/Berlin"),
            ],
        )
        .await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    short.says("value=\"Harbour\"");
    let made = hr
        .post(
            "/setup",
            &[
                ("code", &code),
                ("organisation", "Harbour"),
                ("name", "Hanna"),
                ("email", HR),
                ("password", "a long password"),
                ("locale", "en"),
                ("time_zone", "Europe/Berlin"),
            ],
        )
        .await;
    went_to(&made, "/hr");
    assert_eq!(hr.get("/setup").await.status, StatusCode::NOT_FOUND);
}

/// A roster with a fault changes nothing; a good one is shown first and applied in one piece.
pub async fn take_roster<S: Pages>(hr: &mut Browser<'_, S>) {
    hr.get("/hr/roster").await;
    let bad = roster().replace("crane3@harbour.example", "crane3");
    let dry_run = went_to(
        &hr.upload("/hr/roster/import", &bad).await,
        "/hr/roster/import/",
    );
    hr.get(&dry_run).await.says("crane3");
    assert_eq!(
        hr.post(&dry_run, &[]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let dry_run = went_to(
        &hr.upload("/hr/roster/import", &roster()).await,
        "/hr/roster/import/",
    );
    hr.get(&dry_run).await.says("Cranes");
    hr.get("/hr/roster").await.keeps_silent_about("Cranes");
    went_to(&hr.post(&dry_run, &[]).await, "/hr/roster");
    hr.get("/hr/roster").await.says("Cranes");
}

pub async fn hr_again<S: Pages>(hr: &mut Browser<'_, S>) -> Page {
    hr.get("/sign-in").await;
    hr.post(
        "/sign-in/password",
        &[("email", HR), ("password", "a long password")],
    )
    .await
}

pub async fn answer<S: Pages>(
    town: &Town,
    service: &S,
    survey: &Survey,
    email: &str,
    favourable: &str,
) {
    let answers = filled(survey, Role::Member, favourable);
    let voter = Voter::new(town, service, email, survey, &answers).await;
    voter.vote(service).await;
}

/// When somebody is known to have been seen, by everybody's sessions.
pub fn sessions(town: &Town) -> Vec<gutcheck::store::Moment> {
    use diesel::prelude::*;
    diesel::table! { session (token_hash) { token_hash -> Text, seen -> Timestamp, } }
    let read = |c: &mut gutcheck::store::Db| Ok(session::table.select(session::seen).load(c)?);
    town.app.store.read(read).unwrap()
}

pub fn ballots(town: &Town, id: &gutcheck::ids::WaveId) -> usize {
    town.app
        .store
        .read(|c| gutcheck::store::ballot::of_wave(c, id))
        .unwrap()
        .len()
}

pub fn state(town: &Town, id: &gutcheck::ids::WaveId) -> State {
    town.app.store.read(|c| wave::wave(c, id)).unwrap().state
}
