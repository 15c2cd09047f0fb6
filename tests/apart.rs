//! What nobody works out of two things they may read: of one report and another, of before and after, of one wave and
//! the next.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use chrono::Duration;
use gutcheck::ids::{TeamId, WaveId};
use gutcheck::store::{frozen, people, share};
use gutcheck::survey::Role;
use gutcheck::text::Lang;
use gutcheck::wave::{self, PlanForm};
use gutcheck::{results, retention, roster};
use serde_json::Value;
use support::Town;
use support::forms::{self, filled};

/// A dock with so many teams of six, with a leader each.
fn dock(teams: usize) -> String {
    let mut csv =
        String::from("team,e-mail,name,role\nHarbour/Dock,dora@harbour.example,Dora,leader\n");
    for team in 0..teams {
        let mut line = |name: String, role: &str| {
            csv.push_str(&format!(
                "Harbour/Dock/D{team},{name}@harbour.example,{name},{role}\n"
            ));
        };
        line(format!("lead{team}"), "leader");
        (0..6).for_each(|n| line(format!("d{team}x{n}"), "member"));
    }
    csv
}

/// Launches a wave after all others, the next of a series or a first one; everybody answers, and it is released.
fn run(town: &Town, before: Option<&WaveId>, members: &str) -> WaveId {
    let local = |days| {
        let at = town.app.now() + Duration::days(days);
        at.utc().format("%Y-%m-%dT%H:%M").to_string()
    };
    let plan = PlanForm {
        opens: local(0),
        closes: local(10),
        members: members.into(),
        ..town.plan("confidential")
    };
    let id = match before {
        Some(before) => wave::retake(&town.app, before).unwrap(),
        None => wave::plan(&town.app, &plan).unwrap(),
    };
    wave::replan(&town.app, &id, &plan).unwrap();
    town.count_kitchen_with_pilots(&id);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    let sent = town.app.mailer.kept().len();
    town.run_due();
    town.wait(0, 3);
    let fields = |role, value| {
        let fields = filled(town.survey(), role, value).into_iter();
        let fields = fields.map(|(name, value)| (name.to_owned(), value));
        fields.collect::<Vec<(String, String)>>()
    };
    for mail in town.app.mailer.kept().into_iter().skip(sent) {
        let link = |start: &str| {
            let (_, rest) = mail.message.text.split_once(start)?;
            rest.split_whitespace().next()
        };
        if let Some(token) = link("/answer/") {
            wave::answer_as_member(&town.app, token, &fields(Role::Member, "3")).unwrap();
        }
        if let Some(token) = link("/leader/") {
            wave::answer_as_leader(&town.app, token, &fields(Role::Leader, "4")).unwrap();
        }
    }
    town.wait(11, 0);
    wave::count(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    id
}

fn town(csv: &str) -> Town {
    let town = Town::new(None);
    town.settle(csv);
    town
}

fn node(town: &Town, id: &WaveId, name: &str) -> (TeamId, i32) {
    let nodes = town.app.store.read(|c| frozen::nodes(c, id)).unwrap();
    let found = nodes.into_iter().find(|node| node.name == name).unwrap();
    (found.team.unwrap(), found.no)
}

fn page(town: &Town, id: &WaveId, name: &str) -> Value {
    let (team, no) = node(town, id, name);
    let page = results::team(&town.app, &team, id, no, Lang::En).unwrap();
    serde_json::to_value(page).unwrap()
}

/// Whether what the organisation says stands beside what a team says.
fn is_beside(page: &Value) -> bool {
    let rows = page.pointer("/report/gaps").unwrap().as_array().unwrap();
    assert!(!rows.is_empty());
    rows.iter()
        .any(|row| !row.get("organisation").unwrap().is_null())
}

#[test]
fn once_a_leader_is_erased_no_head_reads_how_leaders_compare_and_learns_nothing_of_theirs() {
    let town = town(&dock(7));
    let id = run(&town, None, "");
    let rows = |page: &Value| {
        let rows = page.pointer("/leaders/rows").unwrap();
        rows.as_array().unwrap().len()
    };
    let before = page(&town, &id, "Dock");
    assert!(rows(&before) > 0);
    let leader = town
        .app
        .store
        .read(|c| people::person_by_email(c, "lead0@harbour.example"));
    let leader = leader.unwrap().unwrap().id;
    retention::erase(&town.app, &leader, "", false).unwrap();
    let after = page(&town, &id, "Dock");
    assert_eq!(rows(&after), 0);
    let why = after.pointer("/leaders/sentence").unwrap();
    assert!(why.as_str().unwrap().contains("has been erased"), "{why}");
    let of_members = "/report/gaps";
    assert_eq!(before.pointer(of_members), after.pointer(of_members));
}

#[test]
fn what_all_say_stands_beside_a_team_only_if_two_other_groups_are_in_it() {
    for (teams, shown) in [(2, false), (3, true)] {
        let town = town(&dock(teams));
        let id = run(&town, None, "");
        assert_eq!(is_beside(&page(&town, &id, "D0")), shown, "{teams}");
    }
}

#[test]
fn an_hr_partner_of_all_but_one_group_does_not_read_what_all_say() {
    let csv = format!("{}{}", dock(3), other("Legal"));
    let town = town(&csv);
    let id = run(&town, None, "");
    let of = |part: &str| {
        let (part, _) = node(&town, &id, part);
        let (_, no) = node(&town, &id, "D0");
        let page = results::part(&town.app, &[part], (&id, no), Lang::En).unwrap();
        is_beside(&serde_json::to_value(page).unwrap())
    };
    assert!(of("D0"));
    assert!(!of("Dock"));
}

fn other(team: &str) -> String {
    let line = |n| format!("Harbour/{team},{team}{n}@harbour.example,{team}{n},member\n");
    (0..6).map(line).collect()
}

#[test]
fn a_shared_report_says_nothing_of_earlier_waves_that_promised_members_nothing() {
    let town = town(&dock(3));
    let first = run(&town, None, "");
    let second = run(&town, Some(&first), wave::ALWAYS);
    let third = run(&town, Some(&second), wave::ALWAYS);
    let shared = |id: &WaveId| {
        let (team, no) = node(&town, id, "D0");
        let page = results::shared(&town.app, &team, id, no, Lang::En).unwrap();
        serde_json::to_value(page).unwrap()
    };
    assert!(!page(&town, &second, "D0")["trend"].is_null());
    let members = shared(&second);
    assert!(
        members["trend"].is_null() && members["since"].is_null(),
        "{members}"
    );
    // What members have read before may stand there.
    let (leader, members) = (page(&town, &third, "D0"), shared(&third));
    assert_ne!(members["trend"], leader["trend"]);
    assert!(!members["trend"].is_null() && !members["since"].is_null());
}

#[test]
fn what_a_group_was_promised_ends_when_any_of_its_teams_is_asked_again() {
    let town = town(&forms::roster());
    let first = run(&town, None, wave::ALWAYS);
    let shared = || town.app.store.read(|c| share::of_wave(c, &first)).unwrap();
    assert_eq!(shared().len(), 2);
    for gone in ["Kitchen", "Pilots"] {
        let (_, no) = node(&town, &first, gone);
        if shared().iter().any(|one| one.node == no) {
            let lines = forms::roster();
            let rest: Vec<&str> = lines.lines().filter(|line| !line.contains(gone)).collect();
            let import = roster::stage(&town.app, rest.join("\n").as_bytes()).unwrap();
            roster::apply(&town.app, &import, "Hanna").unwrap();
        }
    }
    run(&town, None, "");
    assert_eq!(shared(), []);
}
