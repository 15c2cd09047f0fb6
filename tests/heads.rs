//! Everybody who leads gets a page that they are told about: of their team, of the teams it is counted with, of all
//! teams below, or why there are no figures.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::ballot::promise::Sheet;
use gutcheck::ids::WaveId;
use gutcheck::store::outbox::Kind;
use gutcheck::store::wave::State;
use gutcheck::store::{frozen, outbox, sheet};
use gutcheck::survey::Role;
use gutcheck::wave;
use serde_json::Value;
use std::collections::BTreeMap;
use support::chapters::went_to;
use support::forms::filled;
use support::furnished::furnished;
use support::{Browser, Pages, Town};

/// The head of everything, a department with so many teams, and another one of two small teams.
fn roster(teams: usize) -> String {
    let mut csv = String::from("team,e-mail,name,role\n");
    let mut line = |team: &str, name: &str, role: &str| {
        let email = format!("{}@harbour.example", name.to_lowercase());
        csv.push_str(&format!("{team},{email},{name},{role}\n"));
    };
    line("Harbour", "Top", "leader");
    line("Harbour/Dock", "Dora", "leader");
    line("Harbour/Office", "Olaf", "leader");
    for team in 0..teams {
        line(
            &format!("Harbour/Dock/D{team}"),
            &format!("Lead{team}"),
            "leader",
        );
        (0..6).for_each(|n| {
            line(
                &format!("Harbour/Dock/D{team}"),
                &format!("d{team}x{n}"),
                "member",
            )
        });
    }
    for (team, people) in [("Desk", 3), ("Legal", 2)] {
        line(
            &format!("Harbour/Office/{team}"),
            &format!("Lead{team}"),
            "leader",
        );
        let member = |n| format!("{}x{n}", team.to_lowercase());
        (0..people).for_each(|n| line(&format!("Harbour/Office/{team}"), &member(n), "member"));
    }
    csv
}

/// A released wave in which everybody answers but those; leaders see it all a little better.
fn released(teams: usize, silent: &[&str]) -> (Town, WaveId) {
    let town = Town::new(None);
    town.settle(&roster(teams));
    let id = town.launch("confidential");
    let fields = |role, value| {
        let filled = filled(town.survey(), role, value).into_iter();
        let fields = filled.map(|(name, value)| (name.to_owned(), value));
        fields.collect::<Vec<(String, String)>>()
    };
    for mail in town.app.mailer.kept() {
        let name = mail.message.email.split('@').next().unwrap().to_owned();
        let link = |start: &str| {
            let (_, rest) = mail.message.text.split_once(start)?;
            rest.split_whitespace().next()
        };
        if let Some(token) = link("/answer/").filter(|_| !silent.contains(&name.as_str())) {
            wave::answer_as_member(&town.app, token, &fields(Role::Member, "3")).unwrap();
        }
        if let Some(token) = link("/leader/") {
            wave::answer_as_leader(&town.app, token, &fields(Role::Leader, "4")).unwrap();
        }
    }
    town.wait(10, 0);
    wave::count(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    (town, id)
}

/// Subject of the mail about results to somebody, and the path of its link.
fn told(town: &Town, name: &str) -> (String, String) {
    let email = format!("{name}@harbour.example");
    let link = town.link_to(&email, "/teams/");
    let mail = town.mails_to(&email).pop().unwrap();
    (mail.message.subject, link)
}

async fn signed_in<'a, S: Pages>(town: &Town, service: &'a S, name: &str) -> Browser<'a, S> {
    let mut browser = Browser::new(service);
    browser
        .sign_in(&town.app, &format!("{name}@harbour.example"))
        .await;
    browser
}

#[actix_web::test]
async fn every_leader_of_the_demo_finds_behind_the_link_what_the_mail_says() {
    let app = actix_web::web::Data::new(furnished("heads-demo").0);
    let service = test::init_service(gutcheck::web::pages(app.clone())).await;
    let here = app.config.link("");
    let (mut walked, mut kinds) = (0, BTreeMap::<&str, usize>::new());
    for mail in app.mailer.kept() {
        let message = mail.message;
        let mut lines = message.text.lines();
        let link = lines.find_map(|line| line.trim().strip_prefix(&here)?.strip_prefix("/teams/"));
        let Some(link) = link.map(|link| format!("/teams/{link}")) else {
            continue;
        };
        let mut leader = Browser::new(&service);
        leader.sign_in(&app, &message.email).await;
        let page = leader.get(&link).await;
        assert_eq!(page.status, StatusCode::OK, "{} {link}", message.email);
        let subject = message.subject.as_str();
        let says = |some: [&str; 2]| some.iter().any(|part| subject.contains(part));
        let kind = match () {
            () if says(["all teams of", "alle Teams von"]) => "below",
            () if says(["the group that", "der Gruppe, mit"]) => "together",
            () if says(["no figures", "Keine Zahlen"]) => "nothing",
            () => "own",
        };
        let is = |en: &str, de: &str| page.body.contains(en) || page.body.contains(de);
        let below = is("all teams together</h1>", "alle Teams zusammen</h1>");
        let together = is("who are counted together", "die zusammengez");
        assert_eq!(
            (below, together),
            (kind == "below", kind == "together"),
            "{subject}"
        );
        let guide = leader.get(&format!("{link}/guide")).await.status;
        let expected = if kind == "below" {
            StatusCode::NOT_FOUND
        } else {
            StatusCode::OK
        };
        assert_eq!(guide, expected, "{subject}");
        // The list of one's teams leads there too.
        let list = leader.get("/teams").await;
        assert!(
            list.body.contains(&link),
            "{} does not lead to {link}",
            message.email
        );
        *kinds.entry(kind).or_default() += 1;
        walked += 1;
    }
    // Of those who lead a department one leads a team of her own too, and is told of the department.
    let waves = wave::list(&app).unwrap();
    let waves = waves
        .iter()
        .filter(|wave| wave.state == State::Released)
        .count();
    assert_eq!(walked, 15 * waves, "{kinds:?}");
    assert_eq!(
        kinds,
        BTreeMap::from([
            ("below", 4 * waves),
            ("own", 9 * waves),
            ("together", 2 * waves)
        ])
    );
}

#[actix_web::test]
async fn small_teams_that_are_counted_together_read_the_figures_of_all_of_them_and_no_leaders_view()
{
    let (town, id) = released(2, &[]);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    for name in ["leaddesk", "leadlegal"] {
        let (subject, link) = told(&town, name);
        assert!(subject.contains("the group that"), "{subject}");
        let mut leader = signed_in(&town, &service, name).await;
        let page = leader.get(&link).await;
        page.says("Each of these teams is too small");
        page.says("Desk, Legal");
        page.says("Everyone answered: 5 of 5");
        let report: Value =
            serde_json::from_str(&leader.get(&format!("{link}/results.json")).await.body).unwrap();
        assert_eq!(report["kind"], "together");
        for row in report["report"]["gaps"].as_array().unwrap() {
            assert!(row["leader"].is_null() && row["team"].is_i64(), "{row}");
        }
        leader
            .get(&format!("{link}/guide"))
            .await
            .says("Sixty minutes");
    }
    // Their members were told so.
    let cells = town.app.store.read(|c| frozen::cells(c, &id)).unwrap();
    let pool = cells.iter().find(|cell| cell.invited == 5).unwrap();
    let text = town.app.store.read(|c| sheet::of_cell(c, &id, pool.no));
    let sheet = Sheet::read(&text.unwrap().unwrap()).unwrap();
    assert_eq!(sheet.leaders, ["LeadDesk", "LeadLegal"]);
    let heads = sheet.organisation.iter().filter(|one| one.role == "head");
    let heads: Vec<&str> = heads.map(|one| one.name.as_str()).collect();
    assert_eq!(heads, ["Olaf", "Top"]);
}

#[actix_web::test]
async fn a_leader_without_figures_reads_why_what_to_do_and_the_guide() {
    let (town, _) = released(2, &["deskx0", "deskx1", "d0x0", "d0x1"]);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    for name in ["leaddesk", "leadlegal", "lead0"] {
        let (subject, link) = told(&town, name);
        assert!(subject.contains("no figures for"), "{name} {subject}");
        let mut leader = signed_in(&town, &service, name).await;
        let page = leader.get(&link).await;
        page.says("Nothing is shown for this team");
        page.says("What you can do");
        leader
            .get(&format!("{link}/guide"))
            .await
            .says("Once around");
        for file in [
            "report.pdf",
            "results.csv",
            "results.json",
            "charts/gap.svg",
        ] {
            let status = leader.get(&format!("{link}/{file}")).await.status;
            assert_eq!(status, StatusCode::NOT_FOUND, "{name} {file}");
        }
    }
    let (subject, _) = told(&town, "lead1");
    assert!(subject.contains("the report of D1"), "{subject}");
}

/// What the head of the docks reads.
async fn of_docks<S: Pages>(town: &Town, service: &S) -> (String, Value, String) {
    let (subject, link) = told(town, "dora");
    assert!(
        subject.contains("what all teams of Dock say together"),
        "{subject}"
    );
    let mut dora = signed_in(town, service, "dora").await;
    let page = dora.get(&link).await;
    let json = dora.get(&format!("{link}/results.json")).await.body;
    let chart = dora.get(&format!("{link}/charts/leaders.svg")).await;
    let chart = if chart.status == StatusCode::OK {
        chart.body
    } else {
        String::new()
    };
    (page.body, serde_json::from_str(&json).unwrap(), chart)
}

#[actix_web::test]
async fn a_head_reads_what_all_below_say_and_of_their_leaders_never_one() {
    for (teams, shown) in [(4, false), (5, true), (6, true)] {
        let (town, _) = released(teams, &[]);
        let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
        let (page, report, chart) = of_docks(&town, &service).await;
        let all = 6 * teams;
        assert!(page.contains(&format!("Everyone answered: {all} of {all}")));
        assert_eq!(report["kind"], "below");
        let text = report.to_string();
        for leader in 0..teams {
            assert!(!text.contains(&format!("Lead{leader}")), "a leader by name");
            assert!(!text.contains(&format!("\"D{leader}\"")), "a team by name");
        }
        let rows = ["gaps", "traps"]
            .iter()
            .flat_map(|kind| report["report"][kind].as_array().unwrap());
        for row in rows {
            assert!(row["leader"].is_null() && row["gap"].is_null(), "{row}");
            for item in row["items"].as_array().unwrap() {
                assert!(item["leader"].is_null(), "{item}");
            }
        }
        let spreads = report["leaders"]["rows"].as_array().unwrap();
        assert_eq!(spreads.is_empty(), !shown, "{teams}");
        assert_eq!(chart.is_empty(), !shown);
        assert_eq!(page.contains("only of 5 leaders or more"), !shown);
        for row in spreads {
            let counts: Vec<u64> = row["counts"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one.as_u64().unwrap())
                .collect();
            assert_eq!(counts.iter().sum::<u64>(), teams as u64);
            // All of them answered alike, and that cannot be read.
            assert_eq!(
                *counts.iter().max().unwrap(),
                teams as u64 - 2,
                "{counts:?}"
            );
        }
    }
}

#[actix_web::test]
async fn a_head_has_files_of_what_all_say_and_neither_guide_nor_commitments_nor_another_department()
{
    let (town, id) = released(5, &[]);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let (_, link) = told(&town, "dora");
    let mut dora = signed_in(&town, &service, "dora").await;
    for file in [
        "report.pdf",
        "report.xlsx",
        "results.csv",
        "charts/gap.svg",
        "charts/leaders.png",
    ] {
        let status = dora.get(&format!("{link}/{file}")).await.status;
        assert_eq!(status, StatusCode::OK, "{file}");
    }
    assert_eq!(
        dora.get(&format!("{link}/guide")).await.status,
        StatusCode::NOT_FOUND
    );
    dora.get(&link).await;
    let fields = [
        ("side", "leader"),
        ("what", "Meet every week"),
        ("whom", "the team"),
        ("done", "It is in the calendar"),
        ("due", "2026-09-01"),
    ];
    let refused = dora.post(&format!("{link}/commitments"), &fields).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let nodes = town.app.store.read(|c| frozen::nodes(c, &id)).unwrap();
    let own: i32 = link.rsplit('/').next().unwrap().parse().unwrap();
    for node in nodes.iter().filter(|node| node.no != own) {
        let page = dora.get(&format!("/teams/{id}/{}", node.no)).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", node.name);
    }
    // Whoever no longer leads the department reads it no more.
    let rest = roster(5).replace("Harbour/Dock,dora@harbour.example,Dora,leader\n", "");
    let rest = format!("{rest}Harbour/Dock/D0,dora@harbour.example,Dora,member\n");
    let import = gutcheck::roster::stage(&town.app, rest.as_bytes()).unwrap();
    gutcheck::roster::apply(&town.app, &import, "Hanna").unwrap();
    assert_eq!(dora.get(&link).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_head_without_people_of_their_own_gets_no_mail_before_the_results() {
    let (town, id) = released(2, &[]);
    let mails = town.mails_to("dora@harbour.example");
    assert_eq!(mails.len(), 1);
    let forms = town
        .app
        .store
        .read(|c| gutcheck::store::invitation::leader_forms(c, &id));
    let heads = forms.unwrap().into_iter().filter(|form| !form.asked);
    for head in heads {
        let state = |kind| {
            town.app
                .store
                .read(|c| outbox::state(c, kind, head.id.as_str()))
        };
        assert!(state(Kind::LeaderForm).unwrap().is_none());
        assert!(state(Kind::Results).unwrap().is_some());
    }
}

#[actix_web::test]
async fn a_survey_lead_reads_each_team_without_what_is_its_own() {
    let (town, id) = released(5, &[]);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = signed_in(&town, &service, "hr").await;
    let organisation = hr.get(&format!("/hr/waves/{id}/organisation")).await;
    let nodes = town.app.store.read(|c| frozen::nodes(c, &id)).unwrap();
    let of = |name: &str| {
        let node = nodes.iter().find(|node| node.name == name).unwrap();
        format!("/hr/waves/{id}/groups/{}", node.no)
    };
    for name in ["D0", "Dock", "Desk"] {
        organisation.says(&format!("href=\"{}\"", of(name)));
        let page = hr.get(&of(name)).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        page.keeps_silent_about("/guide");
        page.keeps_silent_about("Comments</h2>");
        let pdf = hr.get(&format!("{}/report.pdf", of(name))).await;
        assert_eq!(pdf.status, StatusCode::OK);
    }
    hr.get(&of("D0"))
        .await
        .says("This is the page that the leader reads");
    hr.get(&of("Dock"))
        .await
        .says("This is the page that the head of these teams reads");
    let import = format!("/hr/waves/{id}");
    assert_eq!(hr.get(&import).await.status, StatusCode::OK);
    went_to(&Browser::new(&service).get(&of("D0")).await, "/sign-in");
}
