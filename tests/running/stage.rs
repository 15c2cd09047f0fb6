//! A town with a wave, HR in a browser, and what everybody can check.

use crate::support::forms::{filled, pairs, roster as harbour};
pub use crate::support::record::{letters, verified};
use crate::support::voter::{Voter, post};
use crate::support::{Browser, Page, Pages, Town};
use actix_web::http::StatusCode;
use gutcheck::ids::WaveId;
use gutcheck::roster;
use gutcheck::store::amendment;
use gutcheck::store::wave::{self as stored, Wave};
use gutcheck::survey::Role;
use gutcheck::wave::{self, PlanForm};
use serde_json::{Value, json};

pub const HR: &str = "hr@harbour.example";

pub async fn hr<'a, S: Pages>(town: &Town, service: &'a S) -> Browser<'a, S> {
    let mut hr = Browser::new(service);
    hr.sign_in(&town.app, HR).await;
    hr
}

/// Makes a file the roster in force.
pub fn import(town: &Town, csv: &str) {
    let import = roster::stage(&town.app, csv.as_bytes()).unwrap();
    roster::apply(&town.app, &import, "Hanna").unwrap();
}

pub fn read(town: &Town, id: &WaveId) -> Wave {
    town.app.store.read(|c| stored::wave(c, id)).unwrap()
}

/// The lines of its public chain.
pub fn chain(town: &Town, id: &WaveId) -> Vec<String> {
    town.app.store.read(|c| amendment::of_wave(c, id)).unwrap()
}

pub fn opened(promise: &str) -> (Town, WaveId) {
    let town = Town::new(None);
    town.settle(&harbour());
    let id = town.launch(promise);
    (town, id)
}

/// Launches a wave with these times.
pub fn launched(promise: &str, opens: &str, closes: &str) -> (Town, WaveId) {
    let town = Town::new(None);
    town.settle(&harbour());
    let plan = PlanForm {
        opens: opens.into(),
        closes: closes.into(),
        ..town.plan(promise)
    };
    let id = wave::plan(&town.app, &plan).unwrap();
    town.count_kitchen_with_pilots(&id);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    (town, id)
}

/// What the answer page is told for the link that went to an address.
pub async fn promise<S: Pages>(town: &Town, service: &S, email: &str) -> Value {
    let link = town.link_to(email, "/a#");
    let parts: Vec<&str> = link.strip_prefix("/a#").unwrap().split('.').collect();
    let asked = json!({ "root": parts[0], "cell": parts[1].parse::<i32>().unwrap() });
    let (status, said) = post(service, "/promise", asked).await;
    assert_eq!(status, StatusCode::OK);
    said
}

pub async fn public<S: Pages>(town: &Town, service: &S, id: &WaveId) -> Page {
    let page = format!("/wave/{}", letters(town, id));
    Browser::new(service).get(&page).await
}

/// Somebody answers the newest link that went to an address.
pub async fn answer<S: Pages>(town: &Town, service: &S, email: &str) {
    let answers = filled(town.survey(), Role::Member, "4");
    let voter = Voter::new(town, service, email, town.survey(), &answers).await;
    voter.vote(service).await;
}

/// A leader sends the form behind the newest link that went to an address; what the page says.
pub async fn lead<S: Pages>(town: &Town, service: &S, email: &str) -> Page {
    let form = town.link_to(email, "/leader/");
    let mut leader = Browser::new(service);
    leader.get(&form).await;
    let answers = filled(town.survey(), Role::Leader, "5");
    leader.post(&form, &pairs(&answers)).await
}
