//! Accounts: who may have which page, what HR partners and auditors see, and what is written down about it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use actix_web::http::{Method, StatusCode};
use actix_web::test::{self};
use gutcheck::access::{self, AccountForm};
use gutcheck::ids::{PersonId, WaveId};
use gutcheck::store::access::Role;
use gutcheck::store::act::{self, Kind};
use gutcheck::store::frozen::{self, Node};
use gutcheck::store::{people, sheet};
use gutcheck::wave::{self, PlanForm};
use std::collections::BTreeSet;
use std::sync::Barrier;
use std::thread;
use support::adversary::vote;
use support::chapters::went_to;
use support::{Browser, Pages, Town};

const HR: &str = "hr@harbour.example";

/// Two departments of two teams each, and people directly in one of them.
fn departments() -> String {
    let mut csv = String::from("team,e-mail,name,role\n");
    for (team, people) in [
        ("Harbour/Dock", 6),
        ("Harbour/Dock/Cranes", 7),
        ("Harbour/Dock/Pilots", 8),
        ("Harbour/Office/Desk", 9),
        ("Harbour/Office/Legal", 6),
    ] {
        let short = team.rsplit('/').next().unwrap().to_lowercase();
        csv.push_str(&format!(
            "{team},lead.{short}@harbour.example,Lead {short},leader\n"
        ));
        for number in 0..people {
            csv.push_str(&format!(
                "{team},{short}{number}@harbour.example,{short} {number},member\n"
            ));
        }
    }
    csv
}

fn account(email: &str, roles: &[&str], parts: &[&str]) -> AccountForm {
    AccountForm {
        email: email.to_owned(),
        name: email.split('@').next().unwrap().to_owned(),
        locale: "en".to_owned(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        parts: parts.iter().map(|part| (*part).to_owned()).collect(),
    }
}

fn invite(town: &Town, email: &str, roles: &[&str], parts: &[&str]) -> PersonId {
    access::invite(&town.app, "operator", &account(email, roles, parts)).unwrap();
    access::holder(&town.app, email).unwrap()
}

/// A town with somebody for each role, and two waves: the first lets auditors read its figures, the second does not.
fn town() -> (Town, [WaveId; 2]) {
    let town = Town::new(None);
    town.settle(&departments());
    invite(&town, "ada@harbour.example", &["administrator"], &[]);
    invite(&town, "lea@harbour.example", &["lead"], &[]);
    invite(&town, "aud@harbour.example", &["auditor"], &[]);
    invite(&town, "dot@harbour.example", &["partner"], &["Harbour/Dock"]);
    invite(&town, "off@harbour.example", &["partner"], &["Harbour/Office"]);
    let waves = ["auditors", ""].map(|readers| {
        let plan = PlanForm {
            readers: readers.to_owned(),
            title: format!("Wave {}", if readers.is_empty() { 2 } else { 1 }),
            ..town.plan("anonymous")
        };
        let id = wave::plan(&town.app, &plan).unwrap();
        wave::freeze(&town.app, &id, "Hanna").unwrap();
        id
    });
    town.run_due();
    for id in &waves {
        vote(&town, id, |_| {});
    }
    town.wait(10, 0);
    for id in &waves {
        wave::count(&town.app, id, "Hanna").unwrap();
    }
    town.run_due();
    (town, waves)
}

fn nodes(town: &Town, id: &WaveId) -> Vec<Node> {
    town.app.store.read(|c| frozen::nodes(c, id)).unwrap()
}

async fn browser<'a, S: Pages>(town: &Town, service: &'a S, email: &str) -> Browser<'a, S> {
    let mut browser = Browser::new(service);
    browser.sign_in(&town.app, email).await;
    browser
}

fn acts(town: &Town) -> usize {
    town.app.store.read(act::log).unwrap().len()
}

/// What forms of all kinds are filled in with.
const EVERYTHING: [(&str, &str); 20] = [
    ("survey", "team-diagnostic"),
    ("title", "Q3"),
    ("opens", "2026-09-01T09:00"),
    ("closes", "2026-09-10T09:00"),
    ("promise", "confidential"),
    ("months", "3"),
    ("old", "a long password"),
    ("new", "tin kettle over seven hills"),
    ("seed", "00000000000000000000000000"),
    ("code", "000000"),
    ("password", "a long password"),
    ("email", "mallory@harbour.example"),
    ("name", "Mallory"),
    ("locale", "en"),
    ("role", "administrator"),
    ("side", "leader"),
    ("what", "Anything"),
    ("whom", "everybody"),
    ("done", "It is done"),
    ("due", "2026-09-01"),
];

/// Whether somebody with these rights may have an address of the table: the promise that the test holds.
fn may(who: &str, pattern: &str) -> bool {
    let is = |roles: &[&str]| roles.contains(&who);
    match pattern {
        "/accounts" => is(&["administrator"]),
        _ if pattern.starts_with("/accounts/") => is(&["administrator"]),
        "/audit" | "/hr/log" | "/hr/log.csv" => is(&["administrator", "lead", "auditor"]),
        _ if of_organisation(pattern) => is(&["lead", "auditor"]),
        _ if pattern.starts_with("/hr") => is(&["lead"]),
        _ if pattern.starts_with("/parts") => is(&["dock", "office"]),
        _ if pattern.starts_with("/teams/") => is(&["leader"]),
        _ if pattern.starts_with("/account") => who != "leader" && who != "nobody",
        "/roles" | "/teams" => who != "nobody",
        _ => true,
    }
}

/// The organisation's figures, as a page and as files.
fn of_organisation(pattern: &str) -> bool {
    let ends = [
        "/organisation",
        "/report.pdf",
        "/report.xlsx",
        "/results.csv",
        "/results.json",
        "/charts/{file}",
    ];
    pattern.starts_with("/hr/waves/{wave}/") && ends.iter().any(|end| pattern.ends_with(end))
}

#[actix_web::test]
async fn every_role_has_its_pages_for_its_parts_of_the_tree_and_no_other() {
    let (town, [first, second]) = town();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let people = [
        ("nobody", ""),
        ("administrator", "ada@harbour.example"),
        ("lead", "lea@harbour.example"),
        ("auditor", "aud@harbour.example"),
        ("dock", "dot@harbour.example"),
        ("office", "off@harbour.example"),
        ("leader", "lead.cranes@harbour.example"),
    ];
    let tree = nodes(&town, &first);
    let patterns: Vec<_> = gutcheck::web::table().into_iter().collect();
    let private = |pattern: &str| {
        ["/hr", "/teams", "/parts", "/account", "/audit", "/roles"]
            .iter()
            .any(|start| pattern.starts_with(start))
    };
    let mut asked = 0;
    for (who, email) in people {
        let mut browser = Browser::new(&service);
        if !email.is_empty() {
            browser.sign_in(&town.app, email).await;
        }
        let me = access::holder(&town.app, "aud@harbour.example").unwrap();
        for address in patterns.iter().filter(|one| private(&one.pattern)) {
            let pattern = address.pattern.as_str();
            let of_nodes = pattern.contains("{node}");
            let of_nodes = if of_nodes { tree.len() } else { 1 };
            for (node, id) in (0..of_nodes).flat_map(|node| [(node, &first), (node, &second)]) {
                if !pattern.contains("{wave}") && *id == second {
                    continue;
                }
                let path = pattern
                    .replace("{wave}", id.as_str())
                    .replace("{node}", &node.to_string())
                    .replace("{person}", me.as_str())
                    .replace("{role}", "member")
                    .replace("{file}", "gap.svg")
                    .replace("{team}", tree[0].team.as_ref().unwrap().as_str())
                    .replace("{import}", "00000000000000000000000000")
                    .replace("{session}", "00000000000000000000000000")
                    .replace("{commitment}", "00000000000000000000000000");
                let gets = address.methods.contains(&Method::GET);
                let allowed = may(who, pattern);
                let noted = acts(&town);
                let page = match (gets, allowed) {
                    (true, _) => browser.get(&path).await,
                    // Without the session's token a form changes nothing, for whoever may send it.
                    (false, true) => browser.post_without_token(&path).await,
                    (false, false) => browser.post(&path, &EVERYTHING).await,
                };
                asked += 1;
                let shut = page.status == StatusCode::NOT_FOUND
                    || page.status == StatusCode::SEE_OTHER && page.location == "/sign-in"
                    || page.status == StatusCode::UNPROCESSABLE_ENTITY && !gets;
                assert!(allowed || acts(&town) == noted, "{who} did something at {path}");
                let mut expected = may(who, pattern);
                if who == "auditor" && of_organisation(pattern) {
                    expected = *id == first;
                }
                if pattern.contains("{node}") && expected && gets {
                    expected = match who {
                        "leader" => tree[node].name == "Cranes",
                        dock_or_office => reads(&tree, node, dock_or_office),
                    };
                }
                if !expected {
                    assert!(shut, "{who} got {path}: {}", page.status);
                } else if !pattern.contains("{import}")
                    && !pattern.contains("{commitment}")
                    && !pattern.ends_with(".zip")
                    && gets
                {
                    assert!(!shut, "{who} did not get {path}: {}", page.status);
                }
                assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
            }
        }
    }
    assert!(asked > 500, "{asked}");
}

/// Whether a node is in the department of an HR partner and has a report.
fn reads(tree: &[Node], node: usize, department: &str) -> bool {
    let top = if department == "dock" { "Dock" } else { "Office" };
    let mut at = Some(node as i32);
    while let Some(no) = at {
        let known = &tree[no as usize];
        if known.name == top {
            return true;
        }
        at = known.parent;
    }
    false
}

#[actix_web::test]
async fn an_hr_partner_sees_participation_and_files_of_their_part_and_no_word_of_another() {
    let (town, [first, _]) = town();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut dot = browser(&town, &service, "dot@harbour.example").await;
    let page = dot.get("/parts").await;
    for mine in ["Cranes", "Pilots", "Wave 1", "Wave 2"] {
        page.says(mine);
    }
    for other in ["Desk", "Legal", "Office"] {
        page.keeps_silent_about(other);
    }
    let mut read = 0;
    for node in 0..nodes(&town, &first).len() {
        for file in ["", "/results.csv", "/results.json"] {
            let page = dot.get(&format!("/parts/{first}/{node}{file}")).await;
            if page.status == StatusCode::OK {
                read += 1;
                for other in ["Desk", "Legal", "Office"] {
                    page.keeps_silent_about(other);
                }
            }
        }
    }
    // The department, its own people and its two teams.
    assert_eq!(read, 4 * 3);
}

#[actix_web::test]
async fn the_promise_of_each_group_names_those_who_read_its_results() {
    let (town, [first, second]) = town();
    let readers = |id: &WaveId, node: &str| {
        let tree = nodes(&town, id);
        let cell = tree.iter().find(|one| one.name == node && one.cell.is_some());
        let cell = cell.unwrap().cell.unwrap();
        let text = town.app.store.read(|c| sheet::of_cell(c, id, cell)).unwrap();
        let sheet = gutcheck::ballot::promise::Sheet::read(&text.unwrap()).unwrap();
        let readers = sheet.organisation.into_iter();
        readers
            .map(|one| format!("{} {}", one.name, one.role))
            .collect::<BTreeSet<_>>()
    };
    let set = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
    let leads = ["Hanna hr", "lea hr"];
    let with = |more: &[&str]| -> BTreeSet<String> { set(&[&leads[..], more].concat()) };
    assert_eq!(
        readers(&first, "Cranes"),
        with(&["aud auditor", "dot hr-partner"])
    );
    assert_eq!(
        readers(&first, "Desk"),
        with(&["aud auditor", "off hr-partner"])
    );
    assert_eq!(readers(&second, "Cranes"), with(&["dot hr-partner"]));
}

#[actix_web::test]
async fn somebody_is_invited_by_mail_chooses_a_password_works_and_is_removed() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&departments());
    let mut hr = browser(&town, &service, HR).await;
    let form = hr.get("/accounts").await;
    form.says("Send the invitation");
    let fields = [
        ("email", "new@harbour.example"),
        ("name", "Nina New"),
        ("locale", "en"),
        ("role", "auditor"),
    ];
    for (wrong, says) in [
        ([("email", "nonsense"), fields[1], fields[2], fields[3]], "e-mail address"),
        ([fields[0], ("name", ""), fields[2], fields[3]], "add their name"),
        ([fields[0], fields[1], fields[2], ("role", "none")], "at least one role"),
        ([fields[0], fields[1], fields[2], ("role", "partner")], "at least one part"),
    ] {
        let refused = hr.post("/accounts", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says(says);
    }
    went_to(&hr.post("/accounts", &fields).await, "/accounts");
    hr.post("/accounts", &fields).await.says("account with this address already");
    town.run_due();
    let link = town.link_to("new@harbour.example", "/password/");
    let mut nina = Browser::new(&service);
    nina.get(&link).await.says("new@harbour.example");
    let weak = nina.post(&link, &[("password", "aaaaaaaaaaaa")]).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    let strong = [("password", "tin kettle over seven hills")];
    went_to(&nina.post(&link, &strong).await, "/audit");
    assert_eq!(nina.get("/hr/log").await.status, StatusCode::OK);
    assert_eq!(nina.get("/hr/roster").await.status, StatusCode::NOT_FOUND);
    nina.get("/roles").await.says("Nina New");
    let again = Browser::new(&service).get(&link).await;
    assert_eq!(again.status, StatusCode::GONE, "a link works once");

    // Other roles: the session is over, and the next one has them.
    let id = access::holder(&town.app, "new@harbour.example").unwrap();
    hr.get(&format!("/accounts/{id}")).await;
    let roles = [("role", "lead"), ("role", "administrator")];
    went_to(&hr.post(&format!("/accounts/{id}/roles"), &roles).await, "/accounts");
    went_to(&nina.get("/audit").await, "/sign-in");
    town.run_due();
    let told = town.mails_to(HR).pop().unwrap().message;
    assert!(told.text.contains("Nina New") && told.subject.contains("administrator"));
    let mut nina = browser(&town, &service, "new@harbour.example").await;
    assert_eq!(nina.get("/hr/roster").await.status, StatusCode::OK);
    went_to(&hr.post(&format!("/accounts/{id}/remove"), &[]).await, "/accounts");
    went_to(&nina.get("/hr").await, "/sign-in");
    assert!(access::holder(&town.app, "new@harbour.example").is_err());
}

#[actix_web::test]
async fn the_last_who_can_administrate_stays() {
    let town = Town::new(None);
    town.settle(&departments());
    let hanna = access::holder(&town.app, HR).unwrap();
    let refused = |person: &PersonId| {
        let only_lead = account(HR, &["lead"], &[]);
        let demoted = access::reform(&town.app, "operator", person, &only_lead);
        demoted.is_err() && access::end_account(&town.app, "operator", person).is_err()
    };
    assert!(refused(&hanna));
    // Whoever has not followed the invitation yet cannot administrate.
    let ada = invite(&town, "ada@harbour.example", &["administrator"], &[]);
    assert!(refused(&hanna));
    town.run_due();
    let link = town.link_to("ada@harbour.example", "/password/");
    let token = link.rsplit('/').next().unwrap();
    let password = "tin kettle over seven hills";
    access::set_password(&town.app, &access::Knock::inside(), token, password).unwrap();
    // Two who remove each other at once: one stays.
    let both = Barrier::new(2);
    let removed = thread::scope(|scope| {
        let app = &town.app;
        let both = &both;
        let remove = |person: PersonId| {
            scope.spawn(move || {
                both.wait();
                access::end_account(app, "operator", &person).is_ok()
            })
        };
        let work = [remove(ada.clone()), remove(hanna.clone())];
        work.map(|one| one.join().unwrap())
    });
    assert_eq!(removed.iter().filter(|removed| **removed).count(), 1);
}

#[actix_web::test]
async fn the_log_knows_sign_ins_roles_plans_and_downloads_by_who_did_them() {
    let (town, [first, _]) = town();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut lea = browser(&town, &service, "lea@harbour.example").await;
    lea.get(&format!("/hr/waves/{first}/results.csv")).await;
    let mut dot = browser(&town, &service, "dot@harbour.example").await;
    let tree = nodes(&town, &first);
    let cranes = tree.iter().find(|node| node.name == "Cranes").unwrap().no;
    let file = dot.get(&format!("/parts/{first}/{cranes}/results.json")).await;
    assert_eq!(file.status, StatusCode::OK);
    lea.get("/hr/waves/new").await;
    let plan = [
        ("survey", "team-diagnostic"),
        ("title", "Next"),
        ("opens", "2026-09-01T09:00"),
        ("closes", "2026-09-10T09:00"),
        ("promise", "confidential"),
        ("readers", "auditors"),
    ];
    let draft = went_to(&lea.post("/hr/waves", &plan).await, "/hr/waves/");
    lea.get(&draft).await;
    lea.post(&format!("{draft}/change"), &plan).await;
    lea.post(&format!("{draft}/drop"), &[]).await;
    let log = town.app.store.read(act::log).unwrap();
    assert!(log.iter().all(|line| line.sound));
    let id = |email: &str| access::holder(&town.app, email).unwrap().to_string();
    let (lea_id, dot_id) = (id("lea@harbour.example"), id("dot@harbour.example"));
    let noted = |actor: &str, kind: Kind| {
        log.iter()
            .any(|line| line.actor == actor && line.kind == Some(kind))
    };
    for (actor, kind) in [
        (&*id(HR), Kind::SetUp),
        ("operator", Kind::Invited),
        ("operator", Kind::OperatorLink),
        (&*lea_id, Kind::SignedIn),
        (&*lea_id, Kind::Downloaded),
        (&*dot_id, Kind::Downloaded),
        (&*lea_id, Kind::Planned),
        (&*lea_id, Kind::Replanned),
        (&*lea_id, Kind::Dropped),
    ] {
        assert!(noted(actor, kind), "{actor} {kind:?}");
    }
    let mut auditor = browser(&town, &service, "aud@harbour.example").await;
    let page = auditor.get("/hr/log").await;
    page.says("Results of Wave 1 were downloaded");
    page.says("lea");
    page.keeps_silent_about(&lea_id);
    let csv = auditor.get("/hr/log.csv").await;
    csv.says("signed-in");
    csv.keeps_silent_about("[account");
    auditor.get("/hr/log").await.says("This log was downloaded");
}

#[actix_web::test]
async fn a_mail_to_survey_leads_tells_where_the_log_ends_so_that_a_shorter_one_is_noticed() {
    let town = Town::new(None);
    town.settle(&departments());
    let id = town.launch("confidential");
    town.wait(11, 0);
    town.wait(16, 0);
    let mails = town.mails_to(HR);
    let told = mails.iter().find(|mail| mail.message.text.contains("The log of what was done"));
    let (no, seal) = town.app.store.read(act::tip).unwrap().unwrap();
    let text = &told.unwrap_or_else(|| panic!("no mail about {id}")).message.text;
    assert!(text.contains(&act::short(no, &seal)), "{text}");
}

#[actix_web::test]
async fn eight_who_launch_a_wave_at_once_launch_it_once_and_nobody_sees_a_fault() {
    use gutcheck::error::Problem;
    let town = Town::new(None);
    town.settle(&departments());
    let id = wave::plan(&town.app, &town.plan("anonymous")).unwrap();
    let together = Barrier::new(8);
    let done = thread::scope(|scope| {
        let launch = || {
            together.wait();
            wave::freeze(&town.app, &id, "Hanna")
        };
        let launches = [(); 8].map(|()| scope.spawn(launch));
        launches.map(|one| one.join().unwrap())
    });
    assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1);
    for refused in done.into_iter().filter_map(Result::err) {
        assert!(matches!(refused, Problem::Refused(_) | Problem::Busy), "{refused}");
    }
}

#[actix_web::test]
async fn somebody_who_signed_in_by_a_mail_link_is_a_leader_and_nothing_more() {
    let (town, [first, _]) = town();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let email = "lead.cranes@harbour.example";
    invite(&town, email, &["lead", "administrator"], &[]);
    let mut carla = Browser::new(&service);
    carla.post("/sign-in", &[("email", email)]).await;
    town.run_due();
    let link = town.link_to(email, "/sign-in/link/");
    carla.get(&link).await;
    went_to(&carla.post(&link, &[]).await, "/teams");
    for shut in ["/hr", "/accounts", "/account", "/hr/log", "/audit"] {
        assert_eq!(carla.get(shut).await.status, StatusCode::NOT_FOUND, "{shut}");
    }
    let tree = nodes(&town, &first);
    let cranes = tree.iter().find(|node| node.name == "Cranes").unwrap().no;
    let own = carla.get(&format!("/teams/{first}/{cranes}")).await;
    assert_eq!(own.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_leader_who_was_replaced_reads_what_they_were_told_and_does_nothing_for_the_team() {
    let (town, [first, _]) = town();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let email = "lead.cranes@harbour.example";
    let tree = nodes(&town, &first);
    let cranes = tree.iter().find(|node| node.name == "Cranes").unwrap().no;
    let page = format!("/teams/{first}/{cranes}");
    let mut old = browser(&town, &service, email).await;
    old.get(&page).await;
    let fields = [
        ("side", "leader"),
        ("what", "Meet every week"),
        ("whom", "the team"),
        ("done", "It is in the calendar"),
        ("due", "2026-09-01"),
    ];
    let taken = old.post(&format!("{page}/commitments"), &fields).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    let replaced = departments().replace(
        "Harbour/Dock/Cranes,lead.cranes@harbour.example,Lead cranes,leader",
        "Harbour/Dock/Cranes,lead.cranes@harbour.example,Lead cranes,member\n\
         Harbour/Dock/Cranes,next@harbour.example,Next,leader",
    );
    let import = gutcheck::roster::stage(&town.app, replaced.as_bytes()).unwrap();
    gutcheck::roster::apply(&town.app, &import, "Hanna").unwrap();
    assert_eq!(old.get(&page).await.status, StatusCode::OK);
    let refused = old.post(&format!("{page}/commitments"), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("no longer lead this team");
}

#[actix_web::test]
async fn an_account_keeps_its_address_and_its_rights_whatever_a_roster_says() {
    let town = Town::new(None);
    town.settle(&departments());
    let ada = invite(&town, "ada@harbour.example", &["auditor"], &[]);
    let with = format!("{}Harbour/Dock,ada@harbour.example,Ada,member\n", departments());
    for roster in [with, departments()] {
        let import = gutcheck::roster::stage(&town.app, roster.as_bytes()).unwrap();
        gutcheck::roster::apply(&town.app, &import, "Hanna").unwrap();
        let person = town.app.store.read(|c| people::person(c, &ada)).unwrap();
        assert!(person.active);
        let known = access::who_may_see_what(&town.app).unwrap();
        let auditors = known.iter().find(|one| one.role == Role::Auditor).unwrap();
        assert_eq!(auditors.holders.len(), 1);
        assert_eq!(access::holder(&town.app, "ada@harbour.example").unwrap(), ada);
    }
}

#[test]
fn the_operator_makes_lists_changes_and_removes_accounts_and_the_log_says_so() {
    use std::process::{Command, Output};
    let town = Town::new(None);
    town.settle(&departments());
    let run = |arguments: &[&str]| -> Output {
        Command::new(env!("CARGO_BIN_EXE_gutcheck"))
            .args(["account", "--data"])
            .arg(&town.folder)
            .args(arguments)
            .output()
            .unwrap()
    };
    let said = |arguments: &[&str]| {
        let done = run(arguments);
        let wrong = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{arguments:?}: {wrong}");
        String::from_utf8(done.stdout).unwrap()
    };
    let add = ["add", "ada@harbour.example", "--name", "Ada", "--role", "partner"];
    let link = said(&[&add[..], &["--part", "Harbour/Dock", "--role", "auditor"]].concat());
    assert!(link.starts_with(&town.app.config.link("/password/")), "{link}");
    let twice = run(&add);
    assert!(!twice.status.success());
    let list = said(&["list"]);
    let ada = "ada@harbour.example\tpartner,auditor\tHarbour/Dock\tinvited\n";
    assert!(list.contains(ada), "{list}");
    said(&["role", "ada@harbour.example", "--role", "lead"]);
    assert!(said(&["list"]).contains("ada@harbour.example\tlead\t\tinvited\n"));
    said(&["remove", "ada@harbour.example"]);
    assert!(!said(&["list"]).contains("ada@"));
    let last = run(&["remove", HR]);
    let why = String::from_utf8(last.stderr).unwrap();
    assert!(why.contains("last account that can administrate"), "{why}");
    let log = town.app.store.read(act::log).unwrap();
    let of_operator = log.iter().filter(|line| line.actor == act::OPERATOR);
    let kinds: Vec<Kind> = of_operator.filter_map(|line| line.kind).collect();
    assert_eq!(kinds, [Kind::Invited, Kind::Granted, Kind::Removed]);
    assert!(log.iter().all(|line| line.sound));
}
