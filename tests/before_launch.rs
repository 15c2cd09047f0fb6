//! What HR sees and may do before a wave is launched.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::init_service;
use gutcheck::ids::WaveId;
use gutcheck::survey::Role;
use gutcheck::wave::{self, Counting, PlanForm, Reads};
use std::fmt::Write;
use std::time::{Duration, Instant};
use support::{Browser, Page, Town};

const HR: &str = "hr@harbour.example";

/// A company of 200 teams of 1 to 12 people in 8 divisions and 40 departments, the same every time. Now and then
/// somebody is in two teams, a team has no leader, and one has nearly the same people as another.
fn company() -> String {
    let mut dice = 20_260_601_u64;
    let mut throw = |sides: u64| {
        dice = dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % sides
    };
    let mut csv = "team,e-mail,name,role\n".to_owned();
    let mut hired = 0;
    let mut add = |team: &str, who: u64, role: &str| {
        writeln!(csv, "{team},p{who}@harbour.example,Person {who},{role}").unwrap();
    };
    for team in 0..200_u64 {
        let name = format!(
            "Harbour/Division {}/Department {}/Team {team}",
            team / 25,
            team / 5
        );
        let size = match throw(10) {
            0..3 => 2 + throw(3),
            _ => 5 + throw(8),
        };
        for _ in 0..size {
            hired += 1;
            add(&name, hired, "member");
        }
        if team % 50 == 49 {
            (hired - size + 1..hired).for_each(|who| add(&format!("{name} night"), who, "member"));
        }
        if throw(12) == 0 {
            add(&name, 1 + throw(hired - size), "member");
        }
        if team % 40 != 7 {
            add(&name, 10_000 + team, "leader");
        }
        if team % 5 == 0 {
            let department = format!("Harbour/Division {}/Department {}", team / 25, team / 5);
            add(&department, 20_000 + team, "leader");
        }
    }
    csv
}

fn draft(town: &Town) -> WaveId {
    wave::plan(&town.app, &town.plan("anonymous")).unwrap()
}

fn counting(town: &Town, id: &WaveId) -> Counting {
    wave::preview_groups(&town.app, id).unwrap().unwrap()
}

/// Teams of five or more, those of them with a report of their own, teams whose leaders read some report, and teams
/// that are not asked.
fn figures(counting: &Counting) -> [usize; 4] {
    let count =
        |which: &dyn Fn(&&wave::TeamGroup) -> bool| counting.teams.iter().filter(which).count();
    [
        count(&|team| !team.small),
        count(&|team| !team.small && team.own),
        count(&|team| matches!(team.reads, Reads::Own | Reads::Joint)),
        count(&|team| !team.asked),
    ]
}

#[actix_web::test]
async fn in_a_company_of_200_teams_no_team_of_five_loses_its_report_to_a_small_neighbour() {
    let town = Town::new(None);
    town.settle(&company());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let id = draft(&town);
    let console = format!("/hr/waves/{id}");
    let before = counting(&town, &id);
    let of = before.teams.len();
    let [large, kept, read, unasked] = figures(&before);
    println!(
        "{of} teams, {large} of five or more: {kept} keep their report, {read} leaders read one, {unasked} not asked"
    );
    assert!(of > 200 && large > 130 && unasked == 0);
    // Those that are nearly the same people are one, which their size cannot help.
    let twins = before
        .teams
        .iter()
        .filter(|team| !team.small && team.twin)
        .count();
    assert_eq!(kept + twins, large);
    println!(
        "{twins} are nearly the same people as another, {} small teams have advice",
        before.advised
    );
    assert!(twins <= 8 && before.advised >= 8);

    // The summary comes first, then what is to be looked at; the page stays quick and short.
    let begun = Instant::now();
    let page = hr.get(&console).await;
    println!(
        "the page of the draft: {:?}, {} kB",
        begun.elapsed(),
        page.body.len() / 1000
    );
    assert!(begun.elapsed() < Duration::from_secs(10));
    page.says(&format!("{kept} of {of} teams get a report of their own"));
    page.says(" teams have no leader");
    page.says("40 heads have teams below");
    page.says("have nearly the same people as another");
    page.says("<details>\n    <summary>All 204 teams</summary>");

    // One step counts small teams with one another, and costs nobody a report.
    let advised = hr.post(&format!("{console}/counting/advice"), &[]).await;
    assert_eq!(advised.status, StatusCode::SEE_OTHER);
    let after = counting(&town, &id);
    let [_, still, more, unasked] = figures(&after);
    println!(
        "after the advice: {still} keep their report, {more} leaders read one, {unasked} not asked"
    );
    assert_eq!((still, unasked, after.advised), (kept, 0, 0));
    assert!(more >= read + 8);

    // A team is found by its name or its leader's.
    let found = hr.get(&format!("{console}?team=Team%20117")).await;
    found.says("1 of 204 teams");
    found.says("Person 10117");
    found.keeps_silent_about("Person 10116");
}

const SMALL: &str = "team,e-mail,name,role
Harbour,boss@harbour.example,Berta,leader
Harbour/Cranes,carla@harbour.example,Carla,leader
Harbour/Cranes,c1@harbour.example,C1,member
Harbour/Cranes,c2@harbour.example,C2,member
Harbour/Cranes,c3@harbour.example,C3,member
Harbour/Cranes,c4@harbour.example,C4,member
Harbour/Cranes,c5@harbour.example,C5,member
Harbour/Kitchen,kim@harbour.example,Kim,leader
Harbour/Kitchen,k1@harbour.example,K1,member
Harbour/Kitchen,k2@harbour.example,K2,member
Harbour/Kitchen,k3@harbour.example,K3,member
Harbour/Office,o1@harbour.example,O1,member
Harbour/Office,o2@harbour.example,O2,member
Harbour/Ferry,fay@harbour.example,Fay,leader
";

#[actix_web::test]
async fn hr_reads_who_lacks_a_leader_or_a_team_and_what_each_leader_and_head_will_see() {
    let town = Town::new(None);
    town.settle(SMALL);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let id = draft(&town);
    let console = format!("/hr/waves/{id}");
    let page = hr.get(&console).await;
    for words in [
        "One team has no leader",
        "Office",
        "One leader leads nobody",
        "Fay (Ferry)",
        "One head has teams below but no people of their own",
        "Berta (Harbour)",
        "One team has no people.",
        "reads the figures of all small teams that are counted together in Harbour",
        "One small team could be counted with small teams beside it",
    ] {
        page.says(words);
    }
    let joined = hr.post(&format!("{console}/counting/advice"), &[]).await;
    assert_eq!(joined.location, format!("{console}#groups"));
    let page = hr.get(&console).await;
    page.says("2 of 3 teams share one report with others");
    page.says("reads one report for all teams counted together");
    page.keeps_silent_about("could be counted with small teams beside");
}

#[actix_web::test]
async fn two_waves_at_once_for_the_same_people_are_told_by_name() {
    let town = Town::new(None);
    town.settle(SMALL);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let first = town.launch("anonymous");
    let plan = |title: &str, opens: &str, closes: &str| {
        let form = PlanForm {
            title: title.into(),
            opens: opens.into(),
            closes: closes.into(),
            ..town.plan("anonymous")
        };
        wave::plan(&town.app, &form).unwrap()
    };
    let during = plan("Pulse", "2026-06-09T09:00", "2026-06-12T18:00");
    let after = plan("Later", "2026-06-15T09:00", "2026-06-19T18:00");
    let page = async |hr: &mut Browser<'_, _>, id: &WaveId| -> Page {
        hr.get(&format!("/hr/waves/{id}")).await
    };
    page(&mut hr, &during)
        .await
        .says("Q2 2026 asks 10 of the same people at the same time");
    page(&mut hr, &after)
        .await
        .keeps_silent_about("of the same people");
    // A launched wave is told of nothing: its groups are fixed.
    page(&mut hr, &first)
        .await
        .keeps_silent_about("of the same people");
}

#[actix_web::test]
async fn the_number_of_statements_is_what_people_really_see() {
    let town = Town::new(None);
    town.settle(SMALL);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let survey = town.survey();
    let console = format!("/hr/waves/{}", draft(&town));
    let (leader, member) = (
        survey.statements(Role::Leader),
        survey.statements(Role::Member),
    );
    assert_eq!((leader, member, survey.slots().count()), (44, 44, 4));
    hr.get(&console)
        .await
        .says("44 statements for leaders, 44 for members, and one more");
    hr.get("/hr/waves/new")
        .await
        .says("minutes, 44 statements)");
    for role in ["leader", "member"] {
        let form = hr.get(&format!("{console}/preview/{role}")).await;
        form.says("44 of 44");
        form.keeps_silent_about("45 of");
    }
}

#[actix_web::test]
async fn every_mail_form_and_page_can_be_looked_at_in_each_language_and_nothing_can_be_sent() {
    let town = Town::new(None);
    town.settle(SMALL);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let previews = format!("/hr/waves/{}/preview", draft(&town));
    let index = hr.get(&previews).await;
    for kind in gutcheck::mail::SAMPLES {
        index.says(&format!("{previews}/mail/{}?lang=en", kind.as_str()));
    }
    let looked_at = [
        ("/member", "44 of 44", "44 von 44"),
        ("/leader", "44 of 44", "44 von 44"),
        (
            "/member/thanks",
            "Thank you, your answers have arrived",
            "Danke",
        ),
        ("/leader/thanks", "You can open your link again", "Danke"),
        (
            "/public",
            "This is the public page as it would be",
            "So wäre die öffentliche Seite",
        ),
        (
            "/mail/invitation",
            "how does Cranes work together?",
            "Das ist ein Test.",
        ),
        ("/mail/reminder", "Hello Hanna", "Guten Tag Hanna"),
        (
            "/mail/last-call",
            "Unless the wave is extended, this is its last mail.",
            "Test: ",
        ),
        ("/mail/leader-form", "Your answers are named", "Test: "),
        ("/mail/leader-reminder", "your own view of Cranes", "Test: "),
        ("/mail/results", "is ready", "Test: "),
    ];
    for (page, english, german) in looked_at {
        for (lang, words) in [("en", english), ("de", german)] {
            let shown = hr.get(&format!("{previews}{page}?lang={lang}")).await;
            assert_eq!(shown.status, StatusCode::OK, "{page}");
            shown.says(words);
            shown.says(&format!("<html lang=\"{lang}\""));
            // The only form of a page is the one that sends a mail to oneself, besides that to sign out.
            let ways: Vec<&str> = shown.body.split("<form").skip(1).collect();
            let own = ways.iter().filter(|form| !form.contains("/sign-out"));
            assert!(
                own.clone().all(|form| form.contains("/preview/mail/")),
                "{page}"
            );
        }
    }
    let markup = hr
        .get(&format!("{previews}/mail/invitation/mail.html?lang=de"))
        .await;
    markup.says("Das ist ein Test.");
    assert!(!markup.body.contains("style=\""));
    let styles = hr
        .get(&format!("{previews}/mail/invitation/mail.css?lang=de"))
        .await;
    styles.says("[data-s=\"0\"]{margin:0;");
    styles.says("prefers-color-scheme: dark");
    let unknown = hr.get(&format!("{previews}/mail/sign-in")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(town.app.mailer.kept().is_empty());
    let mut stranger = Browser::new(&service);
    let closed = stranger.get(&format!("{previews}/mail/invitation")).await;
    assert_ne!(closed.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_test_mail_goes_to_whoever_asks_and_says_so_and_its_link_opens_the_preview() {
    let town = Town::new(None);
    town.settle(SMALL);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, HR).await;
    let id = draft(&town);
    let here = town.app.config.link("");
    for (number, kind) in (1..).zip(gutcheck::mail::SAMPLES) {
        let page = format!("/hr/waves/{id}/preview/mail/{}?lang=en", kind.as_str());
        hr.get(&page).await;
        let sent = hr.post(&page, &[]).await;
        assert_eq!(sent.status, StatusCode::OK);
        sent.says("The mail server took the test mail to hr@harbour.example.");
        let kept = town.app.mailer.kept();
        assert_eq!(kept.len(), number);
        let mail = &kept.last().unwrap().message;
        assert_eq!((mail.email.as_str(), mail.stop.as_ref()), (HR, None));
        assert!(mail.subject.starts_with("Test: "), "{}", mail.subject);
        assert!(mail.text.starts_with("This is a test."), "{}", mail.text);
        assert!(mail.html.contains("This is a test."));
        for link in support::forms::links(&mail.text) {
            let path = link.strip_prefix(&here).unwrap();
            assert!(
                path.starts_with(&format!("/hr/waves/{id}/preview")),
                "{path}"
            );
            assert_eq!(hr.get(path).await.status, StatusCode::OK);
        }
    }
    // Nothing was queued, and nobody was asked.
    town.run_due();
    assert_eq!(town.app.mailer.kept().len(), gutcheck::mail::SAMPLES.len());
    town.mails_are_whole();
}
