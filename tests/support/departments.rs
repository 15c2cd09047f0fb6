//! An organisation of two departments, with somebody in each role.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::adversary::vote;
use super::{Browser, Pages, Town};
use gutcheck::access::{self, AccountForm};
use gutcheck::ids::{PersonId, WaveId};
use gutcheck::store::frozen::{self, Node};
use gutcheck::wave::{self, PlanForm};

/// Two departments of two teams each, and people directly in one of them.
pub fn departments() -> String {
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

pub fn account(email: &str, roles: &[&str], parts: &[&str]) -> AccountForm {
    AccountForm {
        email: email.to_owned(),
        name: email.split('@').next().unwrap().to_owned(),
        locale: "en".to_owned(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        parts: parts.iter().map(|part| (*part).to_owned()).collect(),
    }
}

pub fn invite(town: &Town, email: &str, roles: &[&str], parts: &[&str]) -> PersonId {
    access::invite(&town.app, "operator", &account(email, roles, parts)).unwrap();
    access::holder(&town.app, email).unwrap()
}

/// A town with somebody for each role, and two waves: the first lets auditors read its figures, the second does not.
pub fn town() -> (Town, [WaveId; 2]) {
    let town = Town::new(None);
    town.settle(&departments());
    invite(&town, "ada@harbour.example", &["administrator"], &[]);
    invite(&town, "lea@harbour.example", &["lead"], &[]);
    invite(&town, "aud@harbour.example", &["auditor"], &[]);
    invite(
        &town,
        "dot@harbour.example",
        &["partner"],
        &["Harbour/Dock"],
    );
    invite(
        &town,
        "off@harbour.example",
        &["partner"],
        &["Harbour/Office"],
    );
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

pub fn nodes(town: &Town, id: &WaveId) -> Vec<Node> {
    town.app.store.read(|c| frozen::nodes(c, id)).unwrap()
}

pub async fn browser<'a, S: Pages>(town: &Town, service: &'a S, email: &str) -> Browser<'a, S> {
    let mut browser = Browser::new(service);
    browser.sign_in(&town.app, email).await;
    browser
}
