//! Who may have which page: every role, every address, every part of the tree.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use actix_web::http::{Method, StatusCode};
use actix_web::test::{self};
use gutcheck::access;
use gutcheck::ids::WaveId;
use gutcheck::store::act;
use gutcheck::store::frozen::Node;
use gutcheck::store::people;
use gutcheck::store::sheet;
use std::collections::BTreeSet;
use support::chapters::went_to;
use support::departments::{browser, departments, invite, nodes, town};
use support::{Browser, Town};

fn acts(town: &Town) -> usize {
    town.app.store.read(act::log).unwrap().len()
}

/// What forms of all kinds are filled in with.
const EVERYTHING: [(&str, &str); 24] = [
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
    ("path", "Harbour/Elsewhere"),
    ("node", "1"),
    ("lang", "en"),
    ("slip", ""),
];

/// Whether somebody with these rights may have an address of the table: the promise that the test holds.
fn may(who: &str, pattern: &str) -> bool {
    let is = |roles: &[&str]| roles.contains(&who);
    match pattern {
        "/accounts" => is(&["administrator"]),
        _ if pattern.starts_with("/accounts/") => is(&["administrator"]),
        _ if pattern.starts_with("/settings") => is(&["administrator"]),
        "/audit" | "/hr/log" | "/hr/log.csv" => is(&["administrator", "lead", "auditor"]),
        _ if of_organisation(pattern) => is(&["lead", "auditor"]),
        _ if pattern.starts_with("/hr") => is(&["lead"]),
        _ if pattern.starts_with("/parts") => is(&["dock", "office"]),
        _ if pattern.starts_with("/teams/") => is(&["leader"]),
        // Leaders have no account, but sessions.
        "/account" => who != "nobody",
        _ if pattern.starts_with("/account/sessions") => who != "nobody",
        _ if pattern.starts_with("/sessions") => is(&["administrator"]),
        _ if pattern.starts_with("/account") => who != "leader" && who != "nobody",
        "/retention" => who != "leader" && who != "nobody",
        _ if pattern.starts_with("/data") => is(&["administrator", "lead"]),
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
    let of_wave = pattern.starts_with("/hr/waves/{wave}/") && !pattern.contains("{node}");
    of_wave && ends.iter().any(|end| pattern.ends_with(end))
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
    let asked_person = town.app.store.read(people::everybody).unwrap().into_iter();
    let asked_person = asked_person
        .filter(|person| person.email.as_deref() == Some("cranes0@harbour.example"))
        .map(|person| person.id)
        .next()
        .unwrap();
    let patterns: Vec<_> = gutcheck::web::table().into_iter().collect();
    let private = |pattern: &str| {
        [
            "/hr",
            "/teams",
            "/parts",
            "/account",
            "/sessions",
            "/audit",
            "/roles",
            "/retention",
            "/data",
            "/settings",
        ]
        .iter()
        .any(|start| pattern.starts_with(start))
    };
    let mut asked = 0;
    for (who, email) in people {
        let mut browser = Browser::new(&service);
        if !email.is_empty() {
            browser.sign_in(&town.app, email).await;
        }
        let holder = access::holder(&town.app, "aud@harbour.example").unwrap();
        for address in patterns.iter().filter(|one| private(&one.pattern)) {
            let pattern = address.pattern.as_str();
            let of_nodes = pattern.contains("{node}");
            let of_nodes = if of_nodes { tree.len() } else { 1 };
            for (node, id) in (0..of_nodes).flat_map(|node| [(node, &first), (node, &second)]) {
                if !pattern.contains("{wave}") && *id == second {
                    continue;
                }
                // On the accounts' pages somebody with an account, on the others somebody on the roster.
                let one = match pattern.starts_with("/hr") {
                    true => &asked_person,
                    false => &holder,
                };
                let path = pattern
                    .replace("{wave}", id.as_str())
                    .replace("{node}", &node.to_string())
                    .replace("{person}", one.as_str())
                    .replace("{role}", "member")
                    .replace("{mail}", "invitation")
                    .replace(
                        "{file}",
                        match pattern {
                            _ if of_organisation(pattern) => "heat.svg",
                            _ if pattern.contains("{mail}") => "mail.html",
                            _ => "gap.svg",
                        },
                    )
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
                assert!(
                    allowed || acts(&town) == noted,
                    "{who} did something at {path}"
                );
                let mut expected = may(who, pattern);
                if who == "auditor" && of_organisation(pattern) {
                    expected = *id == first;
                }
                if pattern.contains("{node}") && expected && gets {
                    expected = match who {
                        "leader" => tree[node].name == "Cranes",
                        // Every team of this organisation is large enough.
                        "lead" => true,
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
    let top = if department == "dock" {
        "Dock"
    } else {
        "Office"
    };
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
        let cell = tree
            .iter()
            .find(|one| one.name == node && one.cell.is_some());
        let cell = cell.unwrap().cell.unwrap();
        let text = town
            .app
            .store
            .read(|c| sheet::of_cell(c, id, cell))
            .unwrap();
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
        with(&["Lead dock head", "aud auditor", "dot hr-partner"])
    );
    assert_eq!(
        readers(&first, "Desk"),
        with(&["aud auditor", "off hr-partner"])
    );
    assert_eq!(
        readers(&second, "Cranes"),
        with(&["Lead dock head", "dot hr-partner"])
    );
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
    for shut in ["/hr", "/accounts", "/account/factor", "/hr/log", "/audit"] {
        assert_eq!(
            carla.get(shut).await.status,
            StatusCode::NOT_FOUND,
            "{shut}"
        );
    }
    let tree = nodes(&town, &first);
    let cranes = tree.iter().find(|node| node.name == "Cranes").unwrap().no;
    let own = carla.get(&format!("/teams/{first}/{cranes}")).await;
    assert_eq!(own.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_leader_who_was_replaced_reads_nothing_any_more_and_whoever_led_a_closed_team_changes_nothing()
 {
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
    let led = "Harbour/Dock/Cranes,lead.cranes@harbour.example,Lead cranes,leader";
    let apply = |csv: String| {
        let import = gutcheck::roster::stage(&town.app, csv.as_bytes()).unwrap();
        gutcheck::roster::apply(&town.app, &import, "Hanna").unwrap();
    };
    apply(departments().replace(
        led,
        "Harbour/Dock/Cranes,lead.cranes@harbour.example,Lead cranes,member\n\
         Harbour/Dock/Cranes,next@harbour.example,Next,leader",
    ));
    let agreements = format!("{page}/commitments");
    assert_eq!(old.get(&page).await.status, StatusCode::NOT_FOUND);
    let refused = old.post(&agreements, &fields).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    apply(departments());
    let rest: Vec<String> = departments()
        .lines()
        .filter(|line| !line.contains("/Cranes,"))
        .map(str::to_owned)
        .collect();
    let member = "Harbour/Dock/Pilots,lead.cranes@harbour.example,Lead cranes,member";
    apply(format!("{}\n{member}\n", rest.join("\n")));
    assert_eq!(old.get(&page).await.status, StatusCode::OK);
    let refused = old.post(&agreements, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("no longer lead this team");
}
