//! HR's pages of released waves: the overview, who got which report, and two waves side by side.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::app::App;
use gutcheck::report::Evidence;
use gutcheck::results;
use gutcheck::store::wave::{State, Wave};
use gutcheck::text::Lang;
use gutcheck::wave;
use support::Browser;
use support::furnished::furnished;

const HR: &str = "marlene.ostrowski@nordwind.example";

/// The waves of the demo, the latest first: one is open and three are released.
fn waves(app: &App) -> Vec<Wave> {
    wave::list(app).unwrap()
}

#[actix_web::test]
async fn the_overview_tells_how_it_goes_what_wants_doing_and_what_was_said() {
    let app = actix_web::web::Data::new(furnished("overview-demo").0);
    let service = test::init_service(gutcheck::web::pages(app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&app, HR).await;
    let page = hr.get("/hr").await;
    let all = waves(&app);
    page.says("days left, until");
    page.says("of 12 leaders have answered");
    page.says("Next mail: ");
    page.says("leaders have not answered in");
    page.says(&format!("/hr/waves/{}#leaders", all[0].id));
    // Nothing is offered that cannot be done yet.
    page.keeps_silent_about("Release the results");
    page.keeps_silent_about("All waves are over");
    for wave in all.iter().filter(|wave| wave.state == State::Released) {
        page.says(&format!("/hr/waves/{}/organisation", wave.id));
        let said = results::said(&app, &wave.id, Lang::En).unwrap();
        page.says(&said.headline);
    }
}

#[actix_web::test]
async fn hr_sees_who_got_which_report_and_no_member() {
    let app = actix_web::web::Data::new(furnished("readers-demo").0);
    let service = test::init_service(gutcheck::web::pages(app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&app, HR).await;
    let last = waves(&app).remove(1);
    let base = format!("/hr/waves/{}/readers", last.id);
    let page = hr.get(&base).await;
    page.says("10 read the report of their team, 2 the figures of a group of teams, 4 what all teams below say; 0 have no figures");
    for leader in ["Imani Okafor", "Konstantin Reuter", "Ingrid Solberg"] {
        page.says(leader);
    }
    page.says("Sales / North");
    for member in ["Priya Raman", "Jonas Weidlich"] {
        page.keeps_silent_about(member);
    }
    let found = hr.get(&format!("{base}?q=okafor")).await;
    found.says("1 of 16");
    found.keeps_silent_about("Konstantin Reuter");
    hr.get(&format!("{base}?which=without"))
        .await
        .says("0 of 16");
    let csv = hr.get(&format!("{base}.csv")).await.body;
    assert_eq!(csv.lines().count(), 17, "{csv}");
    assert!(
        csv.contains("Imani Okafor,Product / Platform,own,,sent"),
        "{csv}"
    );
    let open = waves(&app).remove(0);
    let early = hr.get(&format!("/hr/waves/{}/readers", open.id)).await;
    assert_eq!(early.status, StatusCode::NOT_FOUND);
    // A partner reads of the own part alone.
    let mut partner = Browser::new(&service);
    partner.sign_in(&app, "jonas.weber@nordwind.example").await;
    let mine = partner.get(&format!("/parts/{}/readers", last.id)).await;
    assert_eq!(mine.status, StatusCode::OK);
    let all = ["Imani Okafor", "Konstantin Reuter", "Petra Zieli"];
    let seen = all.iter().filter(|name| mine.body.contains(**name)).count();
    assert_eq!(seen, 1, "{}", mine.body);
    mine.keeps_silent_about("Ingrid Solberg");
}

#[actix_web::test]
async fn two_waves_are_compared_by_the_rule_of_changes_and_in_the_order_in_which_they_were() {
    let app = actix_web::web::Data::new(furnished("compare-demo").0);
    let service = test::init_service(gutcheck::web::pages(app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&app, HR).await;
    let all = waves(&app);
    let (latest, first) = (&all[1], &all[3]);
    let said = format!("From {} to {}", first.title, latest.title);
    let path =
        |one: &Wave, other: &Wave| format!("/hr/compare?earlier={}&later={}", one.id, other.id);
    let page = hr.get(&path(first, latest)).await;
    page.says(&said);
    hr.get(&path(latest, first)).await.says(&said);
    hr.get("/hr/compare")
        .await
        .says(&format!("From {} to {}", all[2].title, latest.title));
    let found = results::compare(&app, (&first.id, &latest.id), None, Lang::En).unwrap();
    let platform = found
        .rows
        .iter()
        .find(|row| row.name == "Platform")
        .unwrap();
    let trust = found
        .columns
        .iter()
        .position(|head| head.id == "trust")
        .unwrap();
    let moved = platform.cells[trust].as_ref().unwrap();
    assert!(moved.points >= 35 && moved.lo > 0, "{moved:?}");
    assert_eq!(moved.verdict, gutcheck::report::ChangeVerdict::Up);
    for row in &found.rows {
        assert!(row.answers.iter().all(|answers| *answers >= 5));
        for cell in row.cells.iter().flatten() {
            assert_eq!(cell.step.is_some(), cell.verdict.is_visible(), "{cell:?}");
            let off_zero = cell.lo > 0 || cell.hi < 0;
            assert!(!cell.verdict.is_clear() || off_zero, "{cell:?}");
        }
    }
    // It says the same as the page of the team does of the wave before.
    let team = results::compare(&app, (&all[2].id, &latest.id), None, Lang::En).unwrap();
    let platform = team.rows.iter().find(|row| row.name == "Platform").unwrap();
    let page = hr
        .get(&format!("/hr/waves/{}/groups/{}", latest.id, platform.node))
        .await;
    page.says(&platform.cells[trust].as_ref().unwrap().sentence);
    // Unknown and unreleased waves are not compared.
    let open = format!("/hr/compare?earlier={}&later={}", all[0].id, latest.id);
    hr.get(&open).await.keeps_silent_about(&all[0].title);
}

#[actix_web::test]
async fn a_team_in_both_traps_is_named_first_however_good_its_mean_is() {
    let app = actix_web::web::Data::new(furnished("ranking-demo").0);
    for wave in waves(&app)
        .iter()
        .filter(|wave| wave.state == State::Released)
    {
        let page = results::organisation(&app, &wave.id, Lang::En).unwrap();
        let ranking = page.ranking.unwrap();
        let first = &ranking.rows[0];
        assert_eq!(first.name, "Mobile");
        let clear = first.topics.iter();
        let clear = clear.filter(|topic| topic.evidence == Evidence::Clear);
        let clear: Vec<&str> = clear.map(|topic| topic.id.as_str()).collect();
        for trap in ["leadership-trap", "member-trap"] {
            assert!(clear.contains(&trap), "{clear:?}");
        }
        for topic in ranking.rows.iter().flat_map(|row| &row.topics) {
            assert!(topic.lo <= topic.expected && topic.expected <= topic.hi);
            assert!(topic.sentence.contains(&topic.title), "{topic:?}");
            if topic.evidence != Evidence::Chance {
                let worse = match topic.high_is_worse {
                    true => topic.lo > topic.mean,
                    false => topic.hi < topic.mean,
                };
                assert!(worse, "{topic:?}");
            }
        }
    }
}
